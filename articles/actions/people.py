"""Two people who are one: merging them, and taking it back."""

from datetime import datetime
from typing import Any

from articles.actions import merging
from articles.actions.decisions import Journal
from articles.actions.merging import Family, Relation
from articles.models import (
    Decision,
    Kind,
    Mention,
    Person,
    PersonName,
    Proposal,
    PublishedPerson,
    PublishedQuote,
    Quote,
    Verdict,
)


def _all_of_both(stays: PublishedPerson, goes: PublishedPerson) -> dict[str, Any]:
    return {
        "roles": list(dict.fromkeys([*stays.roles, *goes.roles])),
        "spellings": list(dict.fromkeys([*stays.spellings, *goes.spellings])),
    }


def _keep_name(journal: Journal, person: Person, name: str) -> None:
    for spelling in (name, person.name):
        if not person.names.filter(name=spelling).exists():
            journal.add(PersonName(person=person, name=spelling))


FAMILY = Family(
    Kind.PERSON,
    Person,
    (
        Relation(PersonName, "person_id", apart=("name",)),
        Relation(Mention, "person_id", number="article_id"),
        Relation(Quote, "speaker_id", number="article_id"),
        Relation(PublishedPerson, "person_id", apart=("article_id",), combine=_all_of_both, number="article__number"),
        Relation(PublishedQuote, "person_id", number="article__number"),
    ),
    _keep_name,
)
"""Every relation to Person. A new one is added here, or people would be half merged; a test holds it."""


def merge(*, keep: Person, gone: Person, by: Any, now: datetime, **details: Any) -> Decision:
    """Make two people one: spellings, mentions with their roles, quotes and publications of `gone` go to `keep`.

    The address of `gone` leads to `keep`. `by` is None where the import does it; `details` say why.
    """
    return merging.merge(FAMILY, keep=keep, gone=gone, by=by, now=now, **details)


def unmerge(*, decision: Decision, by: Any, now: datetime) -> Person:
    """Take a merge back. Returns the person who is there again; the import does not merge the two once more."""
    person: Person = merging.unmerge(FAMILY, decision=decision, by=by, now=now)
    return person


def decide(*, proposal: Proposal, verdict: Verdict, by: Any, now: datetime) -> Decision | None:
    """Answer whether two people are one: "same" merges them, "different" keeps the import from it, "unsure" waits."""
    return merging.decide(FAMILY, proposal=proposal, verdict=verdict, by=by, now=now)
