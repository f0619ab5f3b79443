"""Counts that cost the same however many rows there are."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

MOST = 1000
"""Nobody pages through more: the desk says “more than 1,000” and offers search and filters."""


def capped_count(rows: "QuerySet") -> int:
    """How many rows there are, MOST + 1 when there are more."""
    return rows.order_by()[: MOST + 1].count()


def spoken(count: int) -> str:
    """A capped count in words."""
    return _("more than %(most)s") % {"most": f"{MOST:,}"} if count > MOST else f"{count:,}"


class CappedPaginator(Paginator):
    """Pages over the first MOST rows; it never counts the whole table."""

    @cached_property
    def count(self) -> int:
        if isinstance(self.object_list, QuerySet):
            # The order stays: without it a page and its count would be of different rows.
            return min(self.object_list[: MOST + 1].count(), MOST + 1)
        return len(self.object_list)

    @property
    def capped(self) -> bool:
        return self.count > MOST

    @property
    def spoken(self) -> str:
        return spoken(self.count)
