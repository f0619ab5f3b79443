"""Two tags that are one: merging them, and taking it back."""

from datetime import datetime
from typing import Any

from articles.actions import merging
from articles.actions.decisions import Journal
from articles.actions.merging import Family, Relation
from articles.models import ArticleTag, Decision, FrontList, Kind, Proposal, PublishedTag, Tag, TagSynonym, Verdict

LONGEST_SYNONYM = 100


def _keep_name(journal: Journal, tag: Tag, name: str) -> None:
    if len(name) <= LONGEST_SYNONYM and not tag.synonyms.filter(name__iexact=name).exists():
        journal.add(TagSynonym(tag=tag, name=name))


FAMILY = Family(
    Kind.TAG,
    Tag,
    (
        Relation(TagSynonym, "tag_id", apart=("name",)),
        Relation(ArticleTag, "tag_id", apart=("content_object_id",), number="content_object_id"),
        Relation(PublishedTag, "tag_id", apart=("content_object_id",), number="content_object__number"),
        Relation(FrontList, "tag_id"),
    ),
    _keep_name,
)
"""Every relation to Tag. A new one is added here, or tags would be half merged; a test holds it."""


def merge(*, keep: Tag, gone: Tag, by: Any, now: datetime, **details: Any) -> Decision:
    """Make two tags one: synonyms, articles and publications of `gone` go to `keep`, its name becomes a synonym."""
    return merging.merge(FAMILY, keep=keep, gone=gone, by=by, now=now, **details)


def unmerge(*, decision: Decision, by: Any, now: datetime) -> Tag:
    """Take a merge back. Returns the tag that is there again."""
    tag: Tag = merging.unmerge(FAMILY, decision=decision, by=by, now=now)
    return tag


def decide(*, proposal: Proposal, verdict: Verdict, by: Any, now: datetime) -> Decision | None:
    """Answer whether two tags are one; "same" merges them."""
    return merging.decide(FAMILY, proposal=proposal, verdict=verdict, by=by, now=now)
