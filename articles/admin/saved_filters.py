"""Filters and searches of the article list that somebody keeps under a name of their own."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.models import SavedFilter
from articles.policy import may

NOT_KEPT = {"p", "o", "e", "all"}
"""Parameters of the list that say which page is shown and in which order, not of what."""
MOST = 30


def saved_filters(request: HttpRequest) -> dict[str, Any]:
    """What the list shows: the filters kept so far, and the one that is applied now, "" for none."""
    now = _kept(request.GET)
    saved = list(SavedFilter.objects.filter(by=request.user.pk)[:MOST])
    return {"saved_filters": saved, "filters_now": now if now not in {one.query for one in saved} else ""}


def _kept(query: QueryDict) -> str:
    pairs = sorted((name, value) for name, values in query.lists() for value in values if value)
    return urlencode([pair for pair in pairs if pair[0] not in NOT_KEPT])


@require_POST
def keep_view(request: HttpRequest) -> HttpResponse:
    """Keep a filter under a name; one of that name is replaced."""
    if not may(request.user, "view"):
        raise PermissionDenied
    name, query = " ".join(request.POST.get("name", "").split()), _kept(QueryDict(request.POST.get("query", "")[:1000]))
    longest = SavedFilter._meta.get_field("name").max_length or 0
    if not name or len(name) > longest:
        messages.error(request, _("Give it a name of at most %(most)d characters.") % {"most": longest})
    elif not query or len(query) > 1000:
        messages.error(request, _("Choose a filter or search for something first."))
    elif SavedFilter.objects.filter(by=request.user.pk).exclude(name=name).count() >= MOST:
        messages.error(request, _("You keep %(most)d filters already: remove one first.") % {"most": MOST})
    else:
        SavedFilter.objects.update_or_create(by=request.user, name=name, defaults={"query": query})
        messages.success(request, _("Kept as “%(name)s”.") % {"name": name})
    return redirect(f"{reverse('admin:articles_article_changelist')}?{query}")


@require_POST
def forget_view(request: HttpRequest, key: int) -> HttpResponse:
    """Remove one of one's own filters."""
    get_object_or_404(SavedFilter, pk=key, by=request.user.pk).delete()
    return redirect("admin:articles_article_changelist")
