"""The JSON API: what is published, read only, page by page behind a cursor."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.context import addresses, this_site
from articles.models import PublishedArticle, Tombstone
from articles.models.published import PublishedArticleQuerySet
from articles.renditions import api
from articles.renditions.openapi import document
from articles.search import TookTooLong, parse, search
from articles.views.answers import validated
from articles.views.filters import LONGEST_VALUE, ArticleFilters
from articles.views.listing import Start, leading
from articles.views.paging import CURSOR, SIZE, Place, place_in
from articles.views.publication import current, notes_of
from articles.views.subjects import Subject, find

MOST = 100

View = Callable[..., HttpResponse]


class Senseless(Exception):
    """A parameter makes no sense; the message names it."""


def answering(view: View) -> View:
    """The view with its refusals as JSON, and an ETag."""

    @validated
    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Senseless as error:
            return JsonResponse({"error": str(error)}, status=400)
        except Http404:
            return JsonResponse({"error": "There is nothing at this address."}, status=404)
        except TookTooLong:
            return JsonResponse({"error": "This search takes too long: add a rarer word."}, status=503)

    return answer


def limit_in(query: QueryDict) -> int:
    text = query.get("limit", str(SIZE)) or ""
    if not text.isascii() or not text.isdigit() or len(text) > 3 or not 1 <= int(text) <= MOST:
        raise Senseless(f"limit must be a number from 1 to {MOST}.")
    return int(text)


def place_of(query: QueryDict) -> Place | None:
    """The place that `cursor` names."""
    if "cursor" not in query:
        return None
    text = query.get("cursor") or ""
    if not CURSOR.fullmatch(text):
        raise Senseless("cursor must be taken from `next`.")
    try:
        return place_in(QueryDict(urlencode({"before": text})))
    except Http404:
        raise Senseless("cursor must be taken from `next`.") from None


def next_page(request: HttpRequest, cursor: str) -> str:
    query = request.GET.copy()
    query["cursor"] = cursor
    return f"{addresses().url}{request.path}?{query.urlencode()}"


@answering
def articles(request: HttpRequest) -> HttpResponse:
    """Articles, the newest first."""
    site, limit, place = addresses(), limit_in(request.GET), place_of(request.GET)
    now = timezone.now()
    start = Start(reverse("latest"), PublishedArticle.objects.visible(now))
    try:
        filters = ArticleFilters(request.GET, start.rows, now=now)
    except Http404:
        raise Senseless("section, tag, source or person is longer than any, or there are too many.") from None
    words = (request.GET.get("q") or "").strip()
    rows = found(words, filters, place, limit) if words else listed(start, filters, place, limit)
    shown, last = rows[:limit], rows[limit - 1] if len(rows) > limit else None
    cursor = Place(last.published_at, last.number).cursor if last else ""
    return JsonResponse(
        {
            "articles": [api.article(row, site) for row in shown],
            "next": next_page(request, cursor) if cursor else None,
        }
    )


def listed(start: Start, filters: ArticleFilters, place: Place | None, limit: int) -> list[PublishedArticle]:
    """The articles that meet the filters from a place on, one more than `limit` when there are more. One query."""
    source, prefix = leading(start, filters)
    condition = source & place.condition(prefix) if place else source
    rows = filters.qs.filter(condition).order_by(f"-{prefix}published_at", "-number")
    return list(without_text(rows)[: limit + 1])


def found(words: str, filters: ArticleFilters, place: Place | None, limit: int) -> list[PublishedArticle]:
    """As `listed`, of the articles that a search finds."""
    rows = filters.qs.before(place.published_at, place.number) if place else filters.qs
    hits = search(parse(words), rows, until=place.published_at if place else None, limit=limit + 1)
    by_pk = without_text(PublishedArticle.objects.all()).in_bulk([hit.pk for hit in hits.newest])
    return [by_pk[hit.pk] for hit in hits.newest if hit.pk in by_pk]


def without_text(rows: PublishedArticleQuerySet) -> PublishedArticleQuerySet:
    return rows.defer("body_html", "body_text")


@answering
def article(request: HttpRequest, number: int) -> HttpResponse:
    """One article with its text; 410 with the reason where it was withdrawn."""
    now = timezone.now()
    row = current(number, now)
    if isinstance(row, Tombstone):
        return JsonResponse({"error": row.reason}, status=410)
    return JsonResponse(api.whole_article(row, addresses(), notes_of(row, now)))


@answering
def subjects(request: HttpRequest, subject: Subject) -> HttpResponse:
    """The tags, people or sources that articles can be found by, in the order of their address words."""
    site, limit = addresses(), limit_in(request.GET)
    begin = request.GET.get("cursor") or ""
    if len(begin) > LONGEST_VALUE or "\x00" in begin:
        raise Senseless("cursor must be taken from `next`.")
    rows = list(subject.visible(timezone.now()).filter(slug__gte=begin).order_by("slug")[: limit + 1])
    items = [api.subject(subject.name, row, site) for row in rows[:limit]]
    return JsonResponse({"items": items, "next": next_page(request, rows[limit].slug) if len(rows) > limit else None})


@answering
def one_subject(request: HttpRequest, subject: Subject, slug: str) -> HttpResponse:
    row = find(subject, slug, timezone.now(), address=lambda moved: reverse(f"api_{subject.name}", args=(moved.slug,)))
    return row if isinstance(row, HttpResponse) else JsonResponse(api.subject(subject.name, row, addresses()))


@answering
def index(request: HttpRequest) -> HttpResponse:
    """Where everything is, for who types the address of the API."""
    site = addresses()
    lists = {plural: site.to(f"api_{plural}") for plural in ("articles", *api.KINDS.values())}
    return JsonResponse(lists | {"openapi": site.to("openapi")})


@answering
def openapi(request: HttpRequest) -> HttpResponse:
    return JsonResponse(document(this_site()))
