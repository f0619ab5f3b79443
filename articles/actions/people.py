"""Two people who are one: every row that names one of them."""

from typing import Any

from articles.actions.decisions import Journal
from articles.actions.merging import Family, Relation
from articles.models import (
    Kind,
    Mention,
    Person,
    PersonName,
    PublishedPerson,
    PublishedQuote,
    Quote,
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


def _know_spellings(person: int) -> None:
    """An article that was read while two were one may call either by a spelling that went back with the other."""
    known = PersonName.objects.filter(person=person).values_list("name", flat=True)
    called = Mention.objects.filter(person=person, surface__contains=" ").values_list("surface", flat=True)
    for spelling in sorted({*called} - {*known}):
        PersonName.objects.create(person_id=person, name=spelling)


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
    _know_spellings,
)
"""Every relation to Person. A new one is added here, or people would be half merged; a test holds it."""
