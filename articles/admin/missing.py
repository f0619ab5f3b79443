"""The desk's own page for an address that it has not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from articles.admin.site import desk


def not_found(request: HttpRequest) -> HttpResponse:
    """For whoever is signed in: the way back to the desk stands on it."""
    context = {**desk.each_context(request), "title": _("Page not found")}
    return render(request, "admin/404.html", context, status=404)
