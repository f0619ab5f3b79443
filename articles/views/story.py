"""The page of a story: all reports of one event, held side by side."""

from collections import Counter
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.context import latest_headlines, public_page
from articles.models import PublishedArticle, Story, StoryMember
from articles.views.answers import validated
from articles.views.coverage import coverage_of
from articles.views.listing import by_day

MOST_REPORTS = 200
MOST_PEOPLE = 12


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
    members = StoryMember.objects.filter(story=OuterRef(OuterRef("pk"))).values("article_id")
    reports = PublishedArticle.objects.visible(now).filter(number__in=members).order_by("published_at", "number")
    stories = Story.objects.filter(size__gte=2).annotate(first=Subquery(reports.values("headline")[:1]))
    return stories.filter(first__isnull=False)
