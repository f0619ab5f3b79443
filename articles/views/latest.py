"""Everything published, newest first: all of it, or a year, a month, a day of it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import PublishedArticle
from articles.models.published import PublishedArticleQuerySet
from articles.views.answers import validated
from articles.views.listing import Start, list_page

YEARS = range(1900, 3000)
MOST_YEARS = 60
NAMES = ("latest", "latest_year", "latest_month", "latest_day")


@dataclass(frozen=True, slots=True)
class Period:
    """A year, month or day on the site's clocks."""

    parts: tuple[int, ...]  # year, month, day, as many as are given
    start: datetime
    end: datetime

    @property
    def kind(self) -> str:
        return ("year", "month", "day")[len(self.parts) - 1]

    @property
    def path(self) -> str:
        return reverse(NAMES[len(self.parts)], args=self.parts)


def period(*parts: int) -> Period:
    """The year, month or day of these numbers; 404 where the calendar has none."""
    year, month, day = (*parts, 1, 1)[:3]
    if year not in YEARS:
        raise Http404
    try:
        start = datetime(year, month, day)
    except ValueError:
        raise Http404 from None
    if len(parts) == 1:
        end = datetime(year + 1, 1, 1)
    elif len(parts) == 2:
        end = datetime(year + month // 12, month % 12 + 1, 1)
    else:
        end = start + timedelta(days=1)
    return Period(parts, timezone.make_aware(start), timezone.make_aware(end))


@validated
@require_safe
def latest(
    request: HttpRequest, year: int | None = None, month: int | None = None, day: int | None = None
) -> HttpResponse:
    now = timezone.now()
    visible = PublishedArticle.objects.visible(now)
    if year is None:
        inside = {"inside": those_with_articles(years(visible), visible)}
        return list_page(request, "latest.html", Start(reverse("latest"), visible), now, inside)
    shown = period(*(part for part in (year, month, day) if part is not None))
    rows = visible.filter(published_at__gte=shown.start, published_at__lt=shown.end)
    context = {
        "period": shown,
        "above": [period(*shown.parts[:length]) for length in range(1, len(shown.parts))],
        "inside": those_with_articles(parts_of(shown), visible),
        "earlier": neighbour(shown, visible.filter(published_at__lt=shown.start).newest()),
        "later": neighbour(shown, visible.filter(published_at__gte=shown.end).newest().reverse()),
    }
    return list_page(request, "latest.html", Start(shown.path, rows), now, context)


def neighbour(shown: Period, articles: PublishedArticleQuerySet) -> Period | None:
    """The period of the same kind that the first of `articles` is in. One query."""
    published_at = articles.values_list("published_at", flat=True).first()
    if published_at is None:
        return None
    local = timezone.localtime(published_at)
    return period(*(local.year, local.month, local.day)[: len(shown.parts)])


def years(articles: PublishedArticleQuerySet) -> list[Period]:
    """From the year of the newest of `articles` back to that of the oldest. Two queries at most."""
    moments = articles.newest().values_list("published_at", flat=True)
    newest = moments.first()
    oldest = moments.reverse().first() if newest else None
    if newest is None or oldest is None:
        return []
    first, last = timezone.localtime(oldest).year, timezone.localtime(newest).year
    return [period(year) for year in range(last, max(first, last - MOST_YEARS, YEARS.start) - 1, -1)]


def parts_of(shown: Period) -> list[Period]:
    """The months of a year, the days of a month; none of a day."""
    if shown.kind == "day":
        return []
    if shown.kind == "year":
        return [period(*shown.parts, month) for month in range(1, 13)]
    year, month = shown.parts
    return [period(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]


def those_with_articles(periods: list[Period], articles: PublishedArticleQuerySet) -> list[Period]:
    """Those of `periods` that hold any of `articles`: a look into the index for each, all in one query."""
    if not periods:
        return []
    held = {
        f"held_{place}": Exists(articles.filter(published_at__gte=each.start, published_at__lt=each.end))
        for place, each in enumerate(periods)
    }
    row = articles.order_by("published_at").annotate(**held).values_list(*held).first()
    return [each for each, holds in zip(periods, row or (), strict=False) if holds]
