"""Labels that may be one: people whose spellings meet, sources and tags whose names differ in punctuation alone.

Names alone merge nobody: a second agreement is needed, a role or a story in common. In one story a nickname, an initial
or a middle name is no other person, unless roles speak against it or another has the same surname and initial. What
stays open becomes a question for the desk, asked once. A surname alone is never more than a question, and two people of
one report none at all.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from articles.actions import people
from articles.actions.merging import merge, propose
from articles.models import Article, Kind, Mention, Person, Proposal, Source, StoryMember, Tag
from articles.slugs import slug_for
from articles.text.people.agreement import same_role
from articles.text.people.spelling import is_short_form, same_spelling

MOST_NAMESAKES = 20
MOST_ROLES = 50
NEAR, SURNAME, EQUAL = 0.6, 0.3, 0.9
"""How alike names are, for the order of the questions."""


def settle_names(article: Article, *, now: datetime) -> None:
    """Merge who is surely one with people of this article, and ask about the rest.

    To be called when the report has its people and its story; the caller holds the file's transaction.
    """
    story = StoryMember.objects.filter(article=article).values_list("story", flat=True).first()
    told_in = set(StoryMember.objects.filter(story=story).values_list("article", flat=True)) - {article.pk}
    for number in sorted(set(article.mentions.values_list("person", flat=True))):
        person = Person.objects.filter(pk=number).first()
        if person is not None:
            _settle_person(person, told_in, now=now)
    sources = [article.source, *(credit.source for credit in article.credits.select_related("source"))]
    for source in filter(None, dict.fromkeys(sources)):
        _ask_about_slugs(Kind.SOURCE, Source, source, now)
    for use in article.tagged.select_related("tag"):
        _ask_about_slugs(Kind.TAG, Tag, use.tag, now)


def _settle_person(person: Person, told_in: set[int], *, now: datetime) -> None:
    own = set(person.mentions.values_list("article", flat=True))
    if " " in person.name:
        keys = list(person.names.values_list("key", flat=True))
        equal = Person.objects.filter(names__key__in=keys).exclude(pk=person.pk).distinct().order_by("pk")
        for other in equal[:MOST_NAMESAKES]:
            if _open(person, other, own):
                survivor = _merge_or_ask(person, other, told_in, now=now)
                if survivor is None:
                    continue
                if survivor.pk != person.pk:
                    return  # the older one has taken this one's place
    _ask_within_story(person, own, told_in, now=now)


def _open(person: Person, other: Person, own: set[int]) -> bool:
    """Whether two people may be one: nobody has been asked, and no report names both."""
    if Proposal.objects.between(Kind.PERSON, person.pk, other.pk).exists():
        return False
    return not Mention.objects.filter(person=other, article__in=own).exists()


def _merge_or_ask(person: Person, other: Person, told_in: set[int], *, now: datetime) -> Person | None:
    """Who stays after a merge, the older of the two; None when it has become a question."""
    agree = _roles_agree(person, other)
    together = other.mentions.filter(article__in=told_in).exists()
    spellings = {
        same_spelling(one, two)
        for one in person.names.values_list("name", flat=True)
        for two in other.names.values_list("name", flat=True)
        if " " in one and " " in two
    }
    spelling = "equal" if "equal" in spellings else "near"
    reasons = {"spelling": spelling, "roles": agree, "same_story": together}
    if spelling == "equal" and agree is not False and (agree or together):
        keep, gone = sorted((person, other), key=lambda row: row.pk)
        merge(people.FAMILY, keep=keep, gone=gone, by=None, now=now, reasons=reasons)
        return keep
    propose(Kind.PERSON, person.pk, other.pk, likeness=EQUAL, reasons=reasons, now=now)
    return None


def _ask_within_story(person: Person, own: set[int], told_in: set[int], *, now: datetime) -> None:
    """Ask about people of the same story whose names are near, or of whom one is a surname alone.

    One whose name is near in the ways of outlets (`is_short_form`), and the only one in the story, is the same person.
    """
    others = Person.objects.filter(mentions__article__in=told_in).exclude(pk=person.pk).distinct().order_by("pk")
    surnames: list[Person] = []
    near: list[Person] = []
    for other in others[:200]:
        if " " in person.name and " " in other.name:
            if same_spelling(person.name, other.name) != "different" and _open(person, other, own):
                near.append(other)
        elif _is_surname(person.name, other.name) or _is_surname(other.name, person.name):
            surnames.append(other)
    for other in near:
        agree = _roles_agree(person, other)
        reasons = {"spelling": "near", "roles": agree, "same_story": True}
        short = is_short_form(person.name, other.name)
        if len(near) == 1 and agree is not False and short and not _has_kin(person, other, told_in | own):
            keep, gone = sorted((person, other), key=lambda row: row.pk)
            merge(people.FAMILY, keep=keep, gone=gone, by=None, now=now, reasons=reasons)
            return
        propose(Kind.PERSON, person.pk, other.pk, likeness=NEAR, reasons=reasons, now=now)
    if len(surnames) == 1 and _open(person, surnames[0], own):
        reasons = {"spelling": "surname", "roles": _roles_agree(person, surnames[0]), "same_story": True}
        propose(Kind.PERSON, person.pk, surnames[0].pk, likeness=SURNAME, reasons=reasons, now=now)


def _has_kin(person: Person, other: Person, articles: set[int]) -> bool:
    """Whether a third person of these reports has the surname and the first letter of one of the two."""
    third = Person.objects.filter(mentions__article__in=articles).exclude(pk__in=[person.pk, other.pk]).distinct()
    initials = {(name.split()[0][0].casefold(), name.split()[-1].casefold()) for name in (person.name, other.name)}
    named = [name.split() for name in third.values_list("name", flat=True)[:400] if " " in name]
    return any((words[0][0].casefold(), words[-1].casefold()) in initials for words in named)


def _is_surname(single: str, name: str) -> bool:
    words = name.split()
    return " " not in single and len(words) > 1 and words[-1].casefold() == single.casefold()


def _roles_agree(person: Person, other: Person) -> bool | None:
    """True when some roles on record are one person's, False when one speaks against it, None when nothing is known."""
    verdicts = {same_role(one, two) for one in _roles(person) for two in _roles(other)}
    if True in verdicts:
        return True
    return False if False in verdicts else None


def _roles(person: Person) -> list[str]:
    named = person.mentions.exclude(role="").filter(relative=False).order_by()
    return list(named.values_list("role", flat=True).distinct()[:MOST_ROLES])


def _ask_about_slugs(kind: Kind, model: type[Any], label: Any, now: datetime) -> None:
    """Ask about labels whose address words would be the same: RFE/RL and RFE-RL, Café and Cafe."""
    base = slug_for(label.name, kind.value)
    taken = [base, *(f"{base}-{number}" for number in range(2, 6))]
    others: Iterable[Any] = model.objects.filter(slug__in=taken).exclude(pk=label.pk).order_by("pk")
    for other in others:
        if slug_for(other.name, kind.value) == base:
            propose(kind, label.pk, other.pk, likeness=EQUAL, reasons={"spelling": "equal"}, now=now)
