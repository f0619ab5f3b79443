"""Two sources that are one: merging them, and taking it back."""

from datetime import datetime
from typing import Any

from articles.actions import merging
from articles.actions.decisions import Journal
from articles.actions.merging import Family, Relation
from articles.models import (
    Article,
    Credit,
    Decision,
    Kind,
    PersonName,
    Proposal,
    PublishedSource,
    Source,
    SourceName,
    Verdict,
)


def _keep_name(journal: Journal, source: Source, name: str) -> None:
    if not SourceName.objects.filter(name__iexact=name).exists():
        journal.add(SourceName(source=source, name=name))


FAMILY = Family(
    Kind.SOURCE,
    Source,
    (
        Relation(SourceName, "source_id", apart=("name",)),
        Relation(PersonName, "source_id"),
        Relation(Article, "source_id", number="pk"),
        Relation(Credit, "source_id", apart=("article_id", "role"), number="article_id"),
        Relation(PublishedSource, "source_id", apart=("article_id", "role"), number="article__number"),
    ),
    _keep_name,
)
"""Every relation to Source. A new one is added here, or sources would be half merged; a test holds it."""


def merge(*, keep: Source, gone: Source, by: Any, now: datetime, **details: Any) -> Decision:
    """Make two sources one: names, articles, credits and publications of `gone` go to `keep`."""
    return merging.merge(FAMILY, keep=keep, gone=gone, by=by, now=now, **details)


def unmerge(*, decision: Decision, by: Any, now: datetime) -> Source:
    """Take a merge back. Returns the source that is there again."""
    source: Source = merging.unmerge(FAMILY, decision=decision, by=by, now=now)
    return source


def decide(*, proposal: Proposal, verdict: Verdict, by: Any, now: datetime) -> Decision | None:
    """Answer whether two sources are one; "same" merges them."""
    return merging.decide(FAMILY, proposal=proposal, verdict=verdict, by=by, now=now)
