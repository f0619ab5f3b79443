"""The answers to what went wrong. They work without a database too, though the site is called by its settings then."""

import sys
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.context import latest_headlines, public_page, site
from articles.models import SiteIdentity

API = "/api/"


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if request.path_info.startswith(API):
        return JsonResponse({"error": _("There is nothing at this address.")}, status=404)
    context = public_page(None, latest_headlines(timezone.now()))
    return render(request, "404.html", context, status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        return _alone(request, "413.html", 413, _("What you sent is too large. Go back: your text stands in the form."))
    return _alone(request, "400.html", 400, _("This request cannot be understood."))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _alone(request, "403.html", 403, _("Your account may not do this."))


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _alone(request, "403_csrf.html", 403, _("This form could not be checked. Load the page again."))


def locked_out(request: HttpRequest, credentials: Any) -> HttpResponse:
    return _alone(request, "429.html", 429, _("Too many wrong passwords. Wait a quarter of an hour."))


def server_error(request: HttpRequest) -> HttpResponse:
    return _alone(request, "500.html", 500, _("Something went wrong on our side. Please try again in a minute."))


def _alone(request: HttpRequest, template: str, status: int, sentence: str) -> HttpResponse:
    """The page, or where not even a template can be had (no collected files, say) its one sentence; to programs, an
    error as the API tells them."""
    if request.path_info.startswith(API):
        return JsonResponse({"error": sentence}, status=status)
    try:
        return render(None, template, site(_identity()), status=status)
    except Exception:
        return HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")


def _identity() -> SiteIdentity:
    """What the site is called and how it looks; as it comes where the database is what went wrong."""
    if isinstance(sys.exc_info()[1], DatabaseError):
        return SiteIdentity()
    try:
        with transaction.atomic():
            return SiteIdentity.of_this_site()
    except Exception:
        return SiteIdentity()
