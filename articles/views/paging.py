"""Pages of a list by keyset: a page begins after a place in the order, never at a count of rows."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Q
from django.http import Http404, QueryDict

from articles.models import PublishedArticle
from articles.models.published import PublishedArticleQuerySet

SIZE = 20
LARGEST_NUMBER = 2**63 - 1
CURSOR = re.compile(r"([12]\d{7}T\d{6}\.\d{6})-(\d{1,19})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the order of lists; a page goes on from it to older articles, or back to newer ones."""

    published_at: datetime
    number: int
    newer: bool = False

    @property
    def cursor(self) -> str:
        """As written in addresses: 20240305T114500.000000-17."""
        return f"{self.published_at.astimezone(UTC):%Y%m%dT%H%M%S.%f}-{self.number}"

    @property
    def parameter(self) -> str:
        return "after" if self.newer else "before"

    def condition(self, prefix: str) -> Q:
        """What lies beyond this place; `prefix` leads to the row whose date the list is ordered by."""
        sign = "gt" if self.newer else "lt"
        beyond = Q(**{f"{prefix}published_at__{sign}": self.published_at})
        return beyond | Q(**{f"{prefix}published_at": self.published_at, f"number__{sign}": self.number})


def place_in(query: QueryDict) -> Place | None:
    """The place that an address names, if any; 404 for anything that `Place.cursor` cannot have written."""
    for parameter in ("before", "after"):
        if parameter in query:
            match = CURSOR.fullmatch(query.get(parameter) or "")
            if match is None or int(match[2]) > LARGEST_NUMBER:
                raise Http404
            try:
                published_at = datetime.strptime(match[1], "%Y%m%dT%H%M%S.%f").replace(tzinfo=UTC)
            except ValueError:
                raise Http404 from None
            return Place(published_at, int(match[2]), newer=parameter == "after")
    return None


@dataclass(frozen=True, slots=True)
class Page:
    rows: list[PublishedArticle]
    older: Place | None
    newer: Place | None
    at_top: bool  # asked for newer articles, and there are no more than these


def page_of(rows: PublishedArticleQuerySet, source: Q, prefix: str, place: Place | None) -> Page:
    """One page of the articles of `rows` that meet `source`, newest first. One query.

    `source` and the place go into one filter(): a second one would join the rows of tags, people or sources anew.
    """
    newer = place is not None and place.newer
    order = ("", "") if newer else ("-", "-")
    condition = source & place.condition(prefix) if place else source
    found = list(
        rows.filter(condition).order_by(f"{order[0]}{prefix}published_at", f"{order[1]}number").for_cards()[: SIZE + 1]
    )
    more = len(found) > SIZE
    found = found[:SIZE]
    if newer:
        found.reverse()
    if not found:
        return Page([], None, None, at_top=newer)
    first, last = found[0], found[-1]
    return Page(
        rows=found,
        older=Place(last.published_at, last.number) if more or newer else None,
        newer=Place(first.published_at, first.number, newer=True) if (more if newer else place is not None) else None,
        at_top=newer and not more,
    )
