"""The search page: what articles say, narrowed like any list, the best or the newest first."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from rapidfuzz.fuzz import ratio

from articles.context import latest_headlines, public_page
from articles.models import PublishedArticle
from articles.models.published import PublishedArticleQuerySet
from articles.search import Hit, Hits, Query, TookTooLong, best_first, marked, parse, passage, search
from articles.slugs import slug_for
from articles.views.answers import validated
from articles.views.filters import CONTROL, ArticleFilters, is_canonical
from articles.views.listing import SHORTEST_PART, SUGGESTIONS, Start, narrowing
from articles.views.paging import SIZE
from articles.views.subjects import SUBJECTS

LONGEST = 200
NEWEST = "newest"
MOST_WORDS, MOST_NAMES, LIKE_ENOUGH = 4, 2000, 75  # of 100: two letters of six may differ
CURSOR = re.compile(r"(\d{1,19})-(\d{1,4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for, without what makes no sense: the words, days (both included) and the order."""

    text: str
    since: date | None
    until: date | None
    newest_first: bool

    @property
    def parameters(self) -> dict[str, str]:
        said = {
            "q": self.text,
            "since": self.since.isoformat() if self.since else "",
            "until": self.until.isoformat() if self.until else "",
            "sort": NEWEST if self.newest_first else "",
        }
        return {name: value for name, value in said.items() if value}

    def within(self, rows: PublishedArticleQuerySet) -> PublishedArticleQuerySet:
        """The articles first published on these days, on the site's clocks."""
        if self.since:
            rows = rows.filter(published_at__gte=midnight(self.since))
        if end := self.end:
            rows = rows.filter(published_at__lt=end)
        return rows

    @property
    def end(self) -> datetime | None:
        return midnight(self.until + timedelta(days=1)) if self.until else None


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def day_in(query: QueryDict, name: str) -> date | None:
    """The day that a parameter names; None for anything else, and for days that no clock can reckon from."""
    try:
        day = date.fromisoformat((query.get(name) or "").strip())
    except ValueError:
        return None
    return day if 1900 <= day.year < 3000 else None


def asked_in(query: QueryDict) -> Asked:
    text = " ".join(CONTROL.sub(" ", query.get("q") or "").split())[:LONGEST].strip()
    return Asked(text, day_in(query, "since"), day_in(query, "until"), query.get("sort") == NEWEST)


@validated
@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """The page, or the redirect to its canonical address."""
    now = timezone.now()
    asked = asked_in(request.GET)
    start = Start(reverse("search"), asked.within(PublishedArticle.objects.visible(now)), asked=asked.parameters)
    filters = ArticleFilters(request.GET, start.rows, now=now)
    cursor = CURSOR.fullmatch(request.GET.get("after") or "")
    to = partial(start.to, filters.values, filters.any_tag)
    canonical = to(after=cursor[0]) if cursor else to()
    if not is_canonical(request.GET, canonical, also=("q", "since", "until", "sort")):
        return HttpResponsePermanentRedirect(canonical)
    query = parse(asked.text)
    try:
        hits, slow = search(query, filters.qs, until=asked.end), False
    except TookTooLong:
        hits, slow = Hits(), True
    ids = [hit.pk for hit in hits.newest]
    ordered = hits.newest if asked.newest_first else best_first(hits.newest)
    begin = place_of(ordered, cursor)
    shown = with_passages(query, [hit.pk for hit in ordered[begin : begin + SIZE]])
    narrowed = narrowing(start, filters, ids, now)
    if query and not ids and not slow:
        narrowed["suggestions"] += names_like(asked.text, now)
    context = {
        "search": asked,
        "searched": bool(query),
        "too_common": query.too_common,
        "slow": slow,
        "articles": shown,
        "other_order": order_link(asked, filters),
        "older": to(**after(ordered, begin + SIZE)) if begin + SIZE < len(ordered) else "",
        "newer": to(**after(ordered, begin - SIZE)) if begin else "",
        "place": begin + 1 if begin else 0,
        "feed": f"/feeds{start.path}" if query else "",
        "feed_query": to().removeprefix(start.path) if query else "",
        "capped": hits.more,
        "noindex": True,
    }
    return render(
        request,
        "search.html",
        public_page(canonical, latest_headlines(now)) | narrowed | context,
        status=503 if slow else 200,
    )


def names_like(text: str, now: datetime) -> list[tuple[str, str]]:
    """(name, address of its page) of whom and what readers can find that is called nearly like a word of the text, the
    likest first. A query for each kind of subject, over the names that have a word of the same beginning."""
    words = [word for word in slug_for(text, "").split("-") if len(word) >= SHORTEST_PART][:MOST_WORDS]
    if not words:
        return []
    begins = Q(*(Q(slug__startswith=word[:2]) | Q(slug__contains=f"-{word[:2]}") for word in words), _connector=Q.OR)
    found = []
    for subject in SUBJECTS:
        for name, slug in subject.visible(now).filter(begins).order_by("slug").values_list("name", "slug")[:MOST_NAMES]:
            likeness = max(ratio(word, part) for word in words for part in slug.split("-"))
            if likeness >= LIKE_ENOUGH:
                found.append((-likeness, name, reverse(subject.name, args=(slug,))))
    return [(name, url) for _, name, url in sorted(found)[:SUGGESTIONS]]


def order_link(asked: Asked, filters: ArticleFilters) -> str:
    other = Asked(asked.text, asked.since, asked.until, not asked.newest_first)
    return Start(reverse("search"), filters.qs, asked=other.parameters).to(filters.values, filters.any_tag)


# A page begins after a hit, wherever that stands by now; where it is gone, at its former place.


def after(ordered: list[Hit], begin: int) -> dict[str, str]:
    """The cursor of the page that begins at a place, as a parameter; none for the first page."""
    return {"after": f"{ordered[begin - 1].pk}-{begin}"} if begin > 0 else {}


def place_of(ordered: list[Hit], cursor: re.Match[str] | None) -> int:
    """Where the page begins that a cursor names; 0 without one."""
    if cursor is None:
        return 0
    pk = int(cursor[1])
    places = [place for place, hit in enumerate(ordered, 1) if hit.pk == pk]
    return places[0] if places else min(int(cursor[2]), len(ordered))


def with_passages(query: Query, pks: list[int]) -> list[Any]:
    """The publications in this order, each with its headline and a passage of its text in marked pieces. One query."""
    fields = ("number", "slug", "headline", "standfirst", "excerpt", "published_at", "details", "body_text")
    rows = PublishedArticle.objects.only(*fields).in_bulk(pks)
    found: list[Any] = [rows[pk] for pk in pks if pk in rows]
    for row in found:
        row.headline_pieces = marked(query, row.headline)
        row.passage = passage(query, row.body_text) or passage(query, row.standfirst)
    return found
