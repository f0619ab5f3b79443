"""The desk's pages. Importing the package registers them all."""

from articles.admin import (
    account,
    article,
    curated,
    decision,
    identity,
    intake,
    lead,
    person,
    proposal,
    published,
    quotation,
    report_change,
    section,
    source,
    story,
    tag,
)

__all__ = [
    "account",
    "article",
    "curated",
    "decision",
    "identity",
    "intake",
    "lead",
    "person",
    "proposal",
    "published",
    "quotation",
    "report_change",
    "section",
    "source",
    "story",
    "tag",
]
