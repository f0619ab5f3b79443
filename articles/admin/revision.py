"""Every save of an article: to look at, to compare by word with any other and with what readers have, to bring back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from articles.actions.comparing import (
    Difference,
    Sheet,
    compare,
    sheet_of_article,
    sheet_of_content,
    sheet_of_publication,
)
from articles.actions.edits import StaleArticle
from articles.actions.publication import freeze
from articles.actions.revisions import restore
from articles.admin.reach import reach_of
from articles.admin.site import desk
from articles.models import Article, PublishedArticle, Revision
from articles.policy import may
from articles.times import moment

ROWS = 50
NOW, LIVE = "now", "live"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states that are compared. `restores` is the number of the revision that can be brought back."""

    title: str
    sheet: Sheet
    restores: int | None = None


@require_safe
def revisions_view(request: HttpRequest, number: int) -> HttpResponse:
    """The saves of an article, and the difference between the two that were asked for (`old` and `new`)."""
    article = get_object_or_404(Article, pk=number)
    if not may(request.user, "view", article):
        raise PermissionDenied
    rows = article.revisions.select_related("created_by").defer("content").order_by("-number")
    if (before := request.GET.get("before", "")).isdecimal() and len(before) < 10:
        rows = rows.filter(number__lt=int(before))
    page = list(rows[: ROWS + 1])
    asked = request.GET.get("old"), request.GET.get("new")
    context = {
        **desk.each_context(request),
        "title": _("Saves of “%(headline)s”") % {"headline": article},
        "article": article,
        "opts": Article._meta,
        "revisions": _with_publications(article, page[:ROWS]),
        "older": page[ROWS - 1].number if len(page) > ROWS else None,
        "asked": asked,
        "live": reach_of([article], now=timezone.now())[article.pk].live,
    }
    if all(asked):
        context |= _comparison(request, article, *asked)
    return TemplateResponse(request, "admin/articles/article/revisions.html", context)


def _with_publications(article: Article, revisions: list[Revision]) -> list[Revision]:
    """Each revision with the times of its publications, as `published`."""
    times: dict[int, list[str]] = {}
    rows = PublishedArticle.objects.filter(number=article.pk, revision__in=[one.number for one in revisions])
    for number, at in rows.order_by("goes_live_at").values_list("revision", "goes_live_at"):
        times.setdefault(number, []).append(moment(at))
    for one in revisions:
        one.published = times.get(one.number, [])  # type: ignore[attr-defined]
    return revisions


def _comparison(request: HttpRequest, article: Article, old: Any, new: Any) -> dict[str, Any]:
    now = timezone.now()
    # What readers have is compared with what freezing would make: no field that they do not see, and none missing.
    frozen = LIVE in (old, new)
    sides = [_side(article, one, now=now, frozen=frozen) for one in (old, new)]
    editable = may(request.user, "edit", article)
    return {
        "sides": sides,
        "differences": compare(sides[0].sheet, sides[1].sheet),
        "everything": "all" in request.GET,
        "restorable": [side for side in sides if side.restores is not None] if editable else [],
    }


def _side(article: Article, asked: str, *, now: datetime, frozen: bool) -> Side:
    if asked == NOW:
        return Side(_("The text on the desk now"), _frozen(article, now) if frozen else sheet_of_article(article))
    if asked == LIVE:
        live = PublishedArticle.objects.visible(now).filter(number=article.pk).first()
        if live is None:
            raise Http404
        title = _("What readers have since %(when)s") % {"when": moment(live.goes_live_at)}
        return Side(title, sheet_of_publication(live))
    if not asked.isdecimal() or len(asked) > 9:
        raise Http404
    revision = get_object_or_404(article.revisions, number=int(asked))
    title = _("Version %(number)s, saved %(when)s") % {
        "number": revision.number,
        "when": moment(revision.created_at),
    }
    current = revision.number == article.version
    return Side(title, sheet_of_content(revision.content), None if current else revision.number)


def unpublished(article: Article, *, now: datetime) -> list[Difference]:
    """What readers would see otherwise if the text on the desk were published now; [] where they have nothing."""
    live = PublishedArticle.objects.visible(now).filter(number=article.pk).first()
    return compare(sheet_of_publication(live), _frozen(article, now)) if live is not None else []


def _frozen(article: Article, now: datetime) -> Sheet:
    return sheet_of_publication(freeze(article, goes_live_at=now, published_at=now, modified_at=now).row)


@require_POST
def restore_view(request: HttpRequest, number: int, revision: int) -> HttpResponse:
    """Bring a revision back as a new version, unless somebody saved since the page was made."""
    article = get_object_or_404(Article, pk=number)
    if not may(request.user, "edit", article):
        raise PermissionDenied
    found = get_object_or_404(article.revisions, number=revision)
    seen = request.POST.get("seen", "")
    try:
        if not seen.isdecimal() or len(seen) > 9:
            raise StaleArticle
        restored = restore(article, found, seen=int(seen), by=request.user, now=timezone.now())
    except StaleArticle as refusal:
        messages.error(request, _("Nothing was brought back: %(why)s") % {"why": refusal})
        return redirect("admin:articles_article_revisions", article.pk)
    messages.success(request, _("Version %(number)s was brought back as a new version.") % {"number": revision})
    if restored.lost:
        messages.warning(
            request,
            ngettext(
                "%(count)s entry could not be brought back: what it names was deleted.",
                "%(count)s entries could not be brought back: what they name was deleted.",
                restored.lost,
            )
            % {"count": restored.lost},
        )
    return redirect("admin:articles_article_change", article.pk)
