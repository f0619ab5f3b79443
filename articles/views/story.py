"""The page of a story: all reports of one event, held side by side; and the list of all stories."""

from collections import Counter
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.context import latest_headlines, public_page
from articles.models import PublishedArticle, PublishedSource, Story, StoryMember
from articles.models.published import PublishedArticleQuerySet
from articles.slugs import MAX_LENGTH, slug_for
from articles.views.answers import validated
from articles.views.coverage import coverage_of
from articles.views.facets import CappedCount
from articles.views.filters import address
from articles.views.listing import by_day
from articles.views.paging import LARGEST_NUMBER, SIZE

MOST_REPORTS = 200
MOST_PEOPLE = 12
MOST_OUTLETS = 6


@validated
@require_safe
def story(request: HttpRequest, number: int, slug: str = "") -> HttpResponse:
    """The story of this number, or where it went; 404 while readers have none of its reports."""
    now = timezone.now()
    found = Story.objects.select_related("merged_into").filter(pk=number).first()
    if found is None:
        raise Http404
    row = found.survivor
    reports = list(row.reports(now).for_cards()[:MOST_REPORTS])
    if not reports:
        raise Http404
    path = reverse("story", args=(row.pk, row.public_slug(reports[0])))
    if request.path != path:
        return HttpResponsePermanentRedirect(path)
    context = {
        "title": row.public_title(reports[0]),
        "reports": reports,
        "days": by_day(reports[::-1]),
        "sources": named("source", reports),
        "people": named("people", reports)[:MOST_PEOPLE],
        "coverage": coverage_of(reports, settings.NEWSROOM_SITE_NAME),
    }
    return render(request, "story.html", public_page(path, latest_headlines(now)) | context)


def named(field: str, reports: list[PublishedArticle]) -> list[dict[str, Any]]:
    """The sources or people of these reports, whom most of them have first, each with its `count`."""
    counts: Counter[str] = Counter()
    labels: dict[str, dict[str, Any]] = {}
    for row in reports:
        value = row.details.get(field) or []
        for label in value if isinstance(value, list) else [value]:
            counts[label["slug"]] += 1
            labels[label["slug"]] = label
    return [labels[slug] | {"count": count} for slug, count in counts.most_common()]


def told(now: datetime) -> QuerySet[Any]:
    """Stories of several reports that readers have some of, each with `first`, the headline of the first of those."""
    first = _reports(now).order_by("published_at", "number").values("headline")[:1]
    return Story.objects.filter(size__gte=2).annotate(first=Subquery(first)).filter(first__isnull=False)


def path_of(row: Any) -> str:
    """The address of a story from `told`."""
    return reverse("story", args=(row.pk, slug_for(row.title or row.first, "story")[:MAX_LENGTH]))


def _reports(now: datetime) -> PublishedArticleQuerySet:
    """What readers have of a story, for a query over stories."""
    members = StoryMember.objects.filter(story=OuterRef(OuterRef("pk"))).values("article_id")
    return PublishedArticle.objects.visible(now).filter(number__in=members)


@validated
@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    """All stories, the youngest first. `?before=17` and `?after=17` go on from the story of that number."""
    now, path = timezone.now(), reverse("stories")
    before, after = number_in(request.GET, "before"), number_in(request.GET, "after")
    rows, place = told(now), {}
    if before is not None:
        rows, place = rows.filter(pk__lt=before), {"before": f"{before}"}
    elif after is not None:
        rows, place = rows.filter(pk__gt=after), {"after": f"{after}"}
    latest = _reports(now).order_by("-published_at", "-number")
    rows = rows.annotate(
        told_by=CappedCount(latest.values("pk")[: MOST_REPORTS + 1]), latest=Subquery(latest.values("published_at")[:1])
    )
    rows = rows.filter(told_by__gte=2)  # readers have one report of some, for now
    found = list(rows.order_by("pk" if "after" in place else "-pk")[: SIZE + 1])
    more, found = len(found) > SIZE, found[:SIZE]
    if "after" in place:
        if not more:  # a full first page instead of the few that are newer
            return redirect(path)
        found.reverse()
    older = bool(found) and (more or "after" in place)
    newer = bool(found) and bool(place)
    here = f"{path}?{urlencode(place)}" if place else path
    context = {
        "stories": with_outlets(found, now),
        "most": MOST_REPORTS,
        "older": address(path, {}, before=f"{found[-1].pk}") if older else "",
        "newer": address(path, {}, after=f"{found[0].pk}") if newer else "",
        "first_page": path if place else "",
        "noindex": bool(place),
    }
    return render(request, "stories.html", public_page(here, latest_headlines(now)) | context)


def number_in(query: QueryDict, name: str) -> int | None:
    """The number that an address goes on from; 404 for what no number can be."""
    text = query.get(name)
    if text is None:
        return None
    if not text.isascii() or not text.isdigit() or int(text[:20]) > LARGEST_NUMBER:
        raise Http404
    return int(text)


def with_outlets(found: list[Any], now: datetime) -> list[dict[str, Any]]:
    """Each story with its address, its title and the outlets that readers have reports of. One query."""
    members = StoryMember.objects.filter(story__in=[row.pk for row in found])
    whose = members.filter(article_id=OuterRef("article__number")).values("story_id")[:1]
    visible = PublishedArticle.objects.visible(now).filter(number__in=members.values("article_id"))
    uses = PublishedSource.objects.filter(article__in=visible, role=PublishedSource.Role.OUTLET)
    named = uses.annotate(story=Subquery(whose)).order_by("source__name")
    outlets: dict[int, list[tuple[str, str]]] = {}
    for story_, name, slug in named.values_list("story", "source__name", "source__slug").distinct():
        outlets.setdefault(story_, []).append((name, slug))
    return [
        {
            "row": row,
            "title": row.title or row.first,
            "path": path_of(row),
            "outlets": outlets.get(row.pk, [])[:MOST_OUTLETS],
            "more": max(0, len(outlets.get(row.pk, [])) - MOST_OUTLETS),
        }
        for row in found
    ]
