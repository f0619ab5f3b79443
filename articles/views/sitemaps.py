"""Sitemaps in parts. A part is a range of numbers, so that no article ever moves from one part to another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.context import addresses, this_site
from articles.models import PublishedArticle
from articles.renditions import sitemap
from articles.renditions.said import original_address
from articles.renditions.site import Site
from articles.views.answers import validated
from articles.views.story import path_of, told
from articles.views.subjects import PERSON, SECTION, SOURCE, TAG, Subject

RANGE = 10_000  # the protocol allows 50,000 addresses; a part of these is a good megabyte
LARGEST_PART = 2**63 // RANGE - 1
NEWS_AGE = timedelta(days=2)
NEWS_LENGTH = 1000
PAGES = ("home", "latest", "sections", "tags", "people", "sources", "stories", "corrections", "feeds", "about")


@dataclass(frozen=True, slots=True)
class Kind:
    """What the parts of one name list: `rows` are what readers can see, `key` its number, `page` its entry."""

    rows: Callable[[datetime], QuerySet[Any]]
    key: str
    page: Callable[[Any, Site], tuple[str, datetime | None]]


def subjects(subject: Subject) -> Kind:
    return Kind(
        rows=lambda now: subject.visible(now).only("slug"),
        key="pk",
        page=lambda row, site: (site.to(subject.name, row.slug), None),
    )


def originals(now: datetime) -> QuerySet[Any]:
    """What readers have, but for reports whose outlet has the canonical page: a sitemap names canonical pages alone."""
    elsewhere = KeyTextTransform("original_url", "details")
    return PublishedArticle.objects.visible(now).alias(elsewhere=elsewhere).exclude(elsewhere__startswith="http")


KINDS = {
    "articles": Kind(
        rows=lambda now: originals(now).only("number", "slug", "modified_at"),
        key="number",
        page=lambda row, site: (site.article(row), row.modified_at),
    ),
    "sections": subjects(SECTION),
    "tags": subjects(TAG),
    "people": subjects(PERSON),
    "sources": subjects(SOURCE),
    "stories": Kind(
        rows=lambda now: told(now).only("title"),
        key="pk",
        page=lambda row, site: (site.url + path_of(row), None),
    ),
}


def _answer(body: bytes) -> HttpResponse:
    return HttpResponse(body, content_type=sitemap.CONTENT_TYPE)


@validated
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The list of all parts that have something in them."""
    now, site = timezone.now(), addresses()
    found = [site.to("sitemap_pages")]
    for name, kind in KINDS.items():
        found += [site.to("sitemap", name, part) for part in filled(kind, now)]
    return _answer(sitemap.index(found))


def filled(kind: Kind, now: datetime) -> Iterator[int]:
    """The numbers of the parts that have something in them: one look into the index of keys for each, and one more."""
    rows, start = kind.rows(now).order_by(kind.key).values_list(kind.key, flat=True), 0
    while (key := rows.filter(**{f"{kind.key}__gte": start}).first()) is not None:
        yield key // RANGE
        start = (key // RANGE + 1) * RANGE


@validated
@require_safe
def part(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """One part. One query; 404 where its range has nothing."""
    kind, site = KINDS.get(name), addresses()
    if kind is None or number > LARGEST_PART:
        raise Http404
    within = {f"{kind.key}__gte": number * RANGE, f"{kind.key}__lt": (number + 1) * RANGE}
    pages = [kind.page(row, site) for row in kind.rows(timezone.now()).filter(**within).order_by(kind.key)]
    if not pages:
        raise Http404
    return _answer(sitemap.urlset(pages))


@validated
@require_safe
def pages(request: HttpRequest) -> HttpResponse:
    """The pages that are always there."""
    site = addresses()
    return _answer(sitemap.urlset((site.url + reverse(name), None) for name in PAGES))


@validated
@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """What was first published in the last two days, but for reports whose original is named as the canonical page."""
    now = timezone.now()
    rows = PublishedArticle.objects.visible(now).filter(published_at__gte=now - NEWS_AGE).newest()
    newest = rows.only("number", "slug", "headline", "published_at", "details")[:NEWS_LENGTH]
    return _answer(sitemap.news((row for row in newest if not original_address(row)), this_site()))
