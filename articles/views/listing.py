"""A list of articles as a page: filtered, paged, grouped by day, with the choices that narrow it further.

/latest/ and its archives, tag, person and source pages are all this list, each with a different start.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from itertools import groupby
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render
from django.utils.timezone import localtime

from articles.context import latest_headlines, public_page
from articles.models import PublishedArticle
from articles.models.published import PublishedArticleQuerySet
from articles.slugs import slug_for
from articles.views.facets import CAP, SAMPLE, Option, counted, counted_either, newest_ids, options
from articles.views.filters import (
    MOST_VALUES,
    ArticleFilters,
    Values,
    address,
    is_canonical,
    with_value,
    without_value,
)
from articles.views.paging import page_of, place_in
from articles.views.subjects import SUBJECTS, TAG, Subject

SUGGESTIONS = 5
SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter that is applied; its link takes it off."""

    parameter: str
    name: str
    value: str
    url: str
    known: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """The choices of one kind that would narrow the list further, each with its link."""

    parameter: str
    title: str
    options: list[tuple[Option, str]]


@dataclass(frozen=True, slots=True)
class Start:
    """Where a list starts: the visible articles of a time, those about a subject, or all of them."""

    path: str
    rows: PublishedArticleQuerySet
    subject: Subject | None = None
    own: Any = None
    asked: Mapping[str, str] = field(default_factory=dict)  # parameters beside the filters, such as those of a search

    def to(self, values: Values, any_tag: bool = False, **cursor: str) -> str:
        """The canonical address of this list with these choices."""
        return address(self.path, values, any_tag=any_tag, **self.asked, **cursor)


def list_page(
    request: HttpRequest, template: str, start: Start, now: datetime, context: dict[str, Any] | None = None
) -> HttpResponse:
    """The page of a list, or the redirect to its canonical address."""
    place = place_in(request.GET)
    filters = ArticleFilters(request.GET, start.rows, now=now, own=start.own)
    cursor = {place.parameter: place.cursor} if place else {}
    canonical = start.to(filters.values, filters.any_tag, **cursor)
    if not is_canonical(request.GET, canonical):
        return HttpResponsePermanentRedirect(canonical)

    source, prefix = leading(start, filters)
    page = page_of(filters.qs, source, prefix, place)
    if page.at_top:  # a full first page instead of the few that are newer
        return redirect(start.to(filters.values, filters.any_tag))
    ids = newest_ids(filters.qs, source, prefix)
    to = partial(start.to, filters.values, filters.any_tag)
    narrowed = filters.count + (start.own is not None)
    return render(
        request,
        template,
        public_page(canonical, latest_headlines(now))
        | {
            "days": by_day(page.rows),
            "older": to(before=page.older.cursor) if page.older else "",
            "newer": to(after=page.newer.cursor) if page.newer else "",
            "place": localtime(place.published_at) if place else None,
            "first_page": to(),
            "feed": f"/feeds{start.path}" if start.own is not None else "",
            "feed_title": start.own.name if start.own is not None else "",
            "noindex": not ids or (filters.count > 0 and narrowed > 1),
        }
        | narrowing(start, filters, ids, now)
        | (context or {}),
    )


def narrowing(start: Start, filters: ArticleFilters, ids: list[int], now: datetime) -> dict[str, Any]:
    """What parts/_filters.html shows: how many articles there are, the filters applied, and what would narrow it more.

    `ids` are the articles of the list, one more than it counts when there are more.
    """
    return {
        "total": min(len(ids), CAP),
        "capped": len(ids) > CAP,
        "choices": list(choices(start, filters)),
        "facets": facets(start, filters, ids),
        "any_tag": filters.any_tag,
        "match_url": start.to(filters.values, not filters.any_tag),
        "several_tags": len(filters.values["tag"]) > 1,
        "path": start.to({}),
        "asked": start.asked,
        "suggestions": list(suggestions(start, filters, now)),
    }


def leading(start: Start, filters: ArticleFilters) -> tuple[Q, str]:
    """By way of which rows the list is read, and the prefix to them: a subject's rows lie in the order of lists."""
    if start.subject is not None:
        return start.subject.joined_once(start.own), f"{start.subject.relation}__"
    for subject in SUBJECTS[::-1]:
        rows = filters.chosen[subject.name]
        if rows and not (subject is TAG and filters.any_tag):
            return subject.joined_once(rows[0]), f"{subject.relation}__"
    return Q(), ""


def by_day(rows: list[PublishedArticle]) -> list[tuple[date, list[PublishedArticle]]]:
    days = groupby(rows, key=lambda row: localtime(row.published_at).date())
    return [(day, list(articles)) for day, articles in days]


def choices(start: Start, filters: ArticleFilters) -> Iterator[Choice]:
    for subject in SUBJECTS:
        name = subject.name
        named = [(row.name, row.slug, True) for row in filters.chosen[name]]
        for shown, value, known in sorted(named) + [(word, word, False) for word in sorted(filters.unknown[name])]:
            url = start.to(without_value(filters.values, name, value), filters.any_tag)
            yield Choice(name, shown, value, url, known)


def facets(start: Start, filters: ArticleFilters, ids: list[int]) -> list[Facet]:
    """What would narrow the list further. The numbers are those of the whole list, whichever page of it is shown."""
    found = []
    articles = start.rows
    if start.subject is not None:
        articles = articles.filter(start.subject.carried([start.own]))
    for subject in SUBJECTS:
        chosen = filters.chosen[subject.name]
        if len(filters.values[subject.name]) >= MOST_VALUES:
            continue
        if subject.single and (chosen or start.subject is subject):
            continue  # nothing has another one too
        if subject is TAG and filters.any_tag and start.asked:
            continue  # what another tag would add is not among the hits of a search
        among, recount = ids, None
        if subject is TAG and filters.any_tag:
            others = filters.narrowed(articles, but=TAG)
            among = newest_ids(others, Q(), "")
            recount = partial(counted_either, TAG, chosen=chosen, articles=others)
        elif len(ids) > SAMPLE:
            recount = partial(counted, subject, articles=filters.narrowed(articles))
        hidden = [*chosen, start.own] if start.subject is subject else chosen
        add = partial(with_value, filters.values, subject.name)
        linked = [
            (option, start.to(add(option.slug), filters.any_tag)) for option in options(subject, among, hidden, recount)
        ]
        if linked:
            found.append(Facet(subject.name, str(subject.plural), linked))
    return found


def suggestions(start: Start, filters: ArticleFilters, now: datetime) -> Iterator[tuple[str, str]]:
    """(name, address) of choices whose address word holds an unknown one: a surname, a part of a title."""
    for subject in SUBJECTS:
        for word in filters.unknown[subject.name]:
            part = slug_for(word, "")
            if len(part) < SHORTEST_PART:
                continue
            rest = without_value(filters.values, subject.name, word)
            for row in subject.visible(now).filter(slug__contains=part).order_by("slug")[:SUGGESTIONS]:
                yield row.name, start.to(with_value(rest, subject.name, row.slug), filters.any_tag)
