"""The choices that a list offers, each with the number of articles it would give.

Counts are exact up to `CAP`. Their cost is bounded whatever the site's size: the newest `SAMPLE` articles of the list
say which choices there are, and mostly how many; what they leave open is counted, and no count goes on beyond `CAP`.
"""

import heapq
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, IntegerField, OuterRef, Q, Subquery

from articles.models.published import PublishedArticleQuerySet
from articles.views.subjects import Subject

CAP = 1000
SAMPLE = 5000
MOST_OPTIONS = 15


class CappedCount(Subquery):
    """The number of rows of a query that carries its own limit."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) capped)"
    output_field = IntegerField()


@dataclass(frozen=True, slots=True)
class Option:
    name: str
    slug: str
    count: int  # at most CAP
    capped: bool  # there are more than CAP


def newest_ids(rows: PublishedArticleQuerySet, source: Q, prefix: str) -> list[int]:
    """The keys of the newest articles of a list, one more than `SAMPLE` when there are more. One query."""
    newest = rows.filter(source).order_by(f"-{prefix}published_at", "-number")
    return list(newest.values_list("pk", flat=True)[: SAMPLE + 1])


def commonest(subject: Subject, ids: list[int], without: Iterable[Any]) -> list[tuple[Any, int]]:
    """(key, count) of what the articles `ids` carry most often. One query.

    Counted here: asked to group, SQLite reads the whole table in the order of the groups.
    """
    pairs = subject.through._default_manager.filter(**{f"{subject.article}__in": ids})
    uses = Counter(key for key, _ in set(pairs.values_list(f"{subject.name}_id", f"{subject.article}_id")))
    for row in without:
        del uses[row.pk]
    return heapq.nsmallest(MOST_OPTIONS, uses.items(), key=lambda use: (-use[1], use[0]))


def options(
    subject: Subject,
    ids: list[int],
    without: Iterable[Any],
    recount: Callable[[list[Any]], dict[Any, int]] | None = None,
) -> list[Option]:
    """The choices of one kind, commonest first. Three queries at most.

    `ids` are the articles that candidates come from. Their own numbers are the counts, unless `recount` says better;
    it is asked about those alone that are not beyond the cap already.
    """
    counts = dict(commonest(subject, ids, without))
    below = [key for key, uses in counts.items() if uses <= CAP]
    if recount is not None and below:
        counts |= recount(below)
    rows: dict[Any, Any] = subject.model._default_manager.in_bulk(list(counts))
    found = [Option(rows[key].name, rows[key].slug, min(uses, CAP), uses > CAP) for key, uses in counts.items()]
    return sorted(found, key=lambda option: (-option.count, option.slug))


def counted(subject: Subject, keys: list[Any], articles: PublishedArticleQuerySet) -> dict[Any, int]:
    """Key -> the number of `articles` that carry it, at most CAP + 1. One query."""
    carrying = articles.filter(subject.joined(OuterRef("pk"))).order_by().values("pk").distinct()[: CAP + 1]
    rows = subject.model._default_manager.filter(pk__in=keys).annotate(uses=CappedCount(carrying))
    return dict(rows.values_list("pk", "uses"))


def counted_either(
    subject: Subject, keys: list[Any], chosen: Iterable[Any], articles: PublishedArticleQuerySet
) -> dict[Any, int]:
    """Key -> the number of `articles` that carry it or any of `chosen`, at most CAP + 1. One query."""
    too = Exists(
        subject.through._default_manager.filter(
            **{subject.article: OuterRef("pk"), subject.name: OuterRef(OuterRef("pk"))}
        )
    )
    either = articles.filter(Q(subject.carried(chosen)) | Q(too)).order_by().values("pk")[: CAP + 1]
    rows = subject.model._default_manager.filter(pk__in=keys).annotate(uses=CappedCount(either))
    return dict(rows.values_list("pk", "uses"))
