"""The choices that a list offers, each with the number of articles it would give.

Counts are exact up to `CAP`. Their cost is bounded whatever the site's size: candidates come from the newest `CAP`
articles of the list, and no count goes on beyond `CAP` rows.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, Subquery

from articles.models.published import PublishedArticleQuerySet
from articles.views.subjects import Subject

CAP = 1000
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
    """The keys of the newest articles of a list, one more than `CAP` when there are more. One query."""
    return list(
        rows.filter(source).order_by(f"-{prefix}published_at", "-number").values_list("pk", flat=True)[: CAP + 1]
    )


def commonest(subject: Subject, ids: list[int], without: Iterable[Any]) -> list[tuple[Any, str, str, int]]:
    """(key, name, slug, count) of what the articles `ids` carry most often. One query."""
    name = subject.name
    return list(
        subject.through._default_manager.filter(**{f"{subject.article}__in": ids})
        .exclude(**{f"{name}__in": [row.pk for row in without]})
        .values_list(f"{name}_id", f"{name}__name", f"{name}__slug")
        .annotate(uses=Count(subject.article, distinct=True))
        .order_by("-uses", f"{name}__slug")[:MOST_OPTIONS]
    )


def options(
    subject: Subject,
    ids: list[int],
    without: Iterable[Any],
    recount: Callable[[list[Any]], dict[Any, int]] | None = None,
) -> list[Option]:
    """The choices of one kind, commonest first.

    `ids` are the articles that candidates come from. Their own numbers are the counts, unless `recount` says better.
    """
    candidates = commonest(subject, ids, without)
    if recount is None or not candidates:
        return [Option(name, slug, uses, False) for _, name, slug, uses in candidates]
    counts = recount([key for key, *_ in candidates])
    found = [Option(name, slug, min(counts[key], CAP), counts[key] > CAP) for key, name, slug, _ in candidates]
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
