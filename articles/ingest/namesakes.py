"""Labels that may be one: people whose names meet, sources and tags whose names differ in punctuation alone.

Who of two reports is one person is decided by rules (text/people/identity.py) from the names, the roles and the company
they are in: freely among the reports of one story, strictly across stories, where a surname alone links nobody. All
people of a story are looked at again with every report that it gains, so that the order of loading decides nothing.
What stays open becomes a question for the desk, asked once; what a person decided stays, and two people of one report
are two.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations
from typing import Any

from django.db.models import Q

from articles.actions import people
from articles.actions.merging import merge, propose
from articles.models import Article, Kind, Mention, Person, PersonName, Proposal, Source, StoryMember, Tag, Verdict
from articles.models.person import spelling_key
from articles.slugs import slug_for
from articles.text.people.agreement import fields
from articles.text.people.identity import (
    Bearer,
    Likeness,
    are_one,
    are_one_in_a_story,
    likeness,
    longer_sounds,
    name_likeness,
    roles_agree,
    shorter_forms,
    sounds_of,
    surname_sounds,
)

MOST_REPORTS = 60
"""Reports of a story whose people are looked at, the latest."""
MOST_NAMESAKES = 200
"""People of the desk with such names that are looked at for one report."""
MOST_CUT = 40
"""People of the desk who are known by a part of such a name alone, or by more than such a part: the latest."""
MOST_ALIKE = 100
"""People with one sound of a surname who are compared each with each."""
MOST_PREFIXES = 50
"""Names of two words of which longer forms are looked for."""
MOST_PASSES = 5
MOST_ROWS = 4_000
"""Roles and places that are read of all these people."""
MOST_QUESTIONS = 20
EQUAL = 0.9
_LIKELY = {
    Likeness.SAME: EQUAL,
    Likeness.SOUND: EQUAL,
    Likeness.SHORT: 0.7,
    Likeness.NEAR: 0.6,
    Likeness.START: 0.4,
    Likeness.SURNAME: 0.3,
    Likeness.GIVEN: 0.2,
}
"""How alike names are, for the order of the questions."""


def settle_names(article: Article, *, now: datetime) -> None:
    """Merge who is surely one with people of this article or its story, and ask about the rest.

    To be called when the report has its people and its story; the caller holds the file's transaction.
    """
    _Settling(article, now).settle()
    sources = [article.source, *(credit.source for credit in article.credits.select_related("source"))]
    _ask_about_slugs(Kind.SOURCE, Source, [source for source in dict.fromkeys(sources) if source is not None], now)
    _ask_about_slugs(Kind.TAG, Tag, [use.tag for use in article.tagged.select_related("tag")], now)


@dataclass(slots=True)
class _Known(Bearer):
    """A person of the desk with the reports that name them: those of the story, and all that were looked at."""

    told_in: set[int] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)
    own: bool = False  # named in the report that is settled


class _Settling:
    """One report's people, those of its story and those of the desk with such names; a constant number of queries."""

    def __init__(self, article: Article, now: datetime) -> None:
        self.now = now
        story = StoryMember.objects.filter(article=article).values("story")
        latest = StoryMember.objects.filter(story__in=story).order_by("-joined_at", "-article_id")
        told_in = {article.pk, *latest.values_list("article", flat=True)[:MOST_REPORTS]}
        self.known: dict[int, _Known] = defaultdict(lambda: _Known(set()))
        for number, place in Mention.objects.filter(article__in=told_in).order_by().values_list("person", "article"):
            self.known[number].told_in.add(place)
            self.known[number].own |= place == article.pk
        self.rows: dict[int, Person] = {}
        self.company: dict[int, dict[int, str]] = defaultdict(dict)
        self.walks: dict[int, set[str]] = defaultdict(set)
        self.settled: dict[tuple[int, int], str] = {}
        self.liked: dict[tuple[int, int, int, int], Likeness] = {}
        self.many = False
        self._read(list(self.known))

    def _find_namesakes(self) -> list[int]:
        """Others of the desk who have names like those of the report's people."""
        named = {name for one in self.known.values() if one.own for name in one.full}
        keys = {spelling_key(name) for name in named}
        sounds = {sound for name in named for sound in sounds_of(name)}
        cut = {form for name in named for form in shorter_forms(name)}
        alike = Q(key__in=keys | cut) | Q(sound__in=sounds)
        for key in sorted(key for key in keys if key.count(" ") == 1)[:MOST_PREFIXES]:
            alike |= Q(key__startswith=key + " ")
        found = PersonName.objects.filter(alike).exclude(person__in=list(self.known)).order_by("person")
        numbers = list(found.values_list("person", flat=True).distinct()[:MOST_NAMESAKES])
        self.many = len(numbers) == MOST_NAMESAKES
        numbers += self._find_cut(numbers)
        for number in numbers:
            self.known[number].own = False
        return numbers

    def _find_cut(self, found: list[int]) -> list[int]:
        """Others who have a name of the report's people as their surname or the end of a longer name, or end one."""
        names = {name for one in self.known.values() if one.own for name in (one.full or one.names)}
        ends, longer = set(), Q(pk__in=())
        for name in sorted(names)[:MOST_PREFIXES]:
            key = spelling_key(name)
            ends.add(key.rpartition(" ")[2])
            if key.count(" ") < 2:
                longer |= Q(sound__in=longer_sounds(name), key__endswith=f" {key}")
        either = PersonName.objects.filter(longer | Q(key__in=ends)).exclude(person__in=[*self.known, *found])
        return list(either.order_by("-person").values_list("person", flat=True).distinct()[:MOST_CUT])

    def _read(self, numbers: list[int]) -> None:
        """Names, roles and reports of some who are looked at, and what the desk was asked about them."""
        for row in Proposal.objects.touching(Kind.PERSON, numbers):
            self.settled[row.one, row.other] = row.verdict
        self.rows |= Person.objects.in_bulk(numbers)
        for number, name in PersonName.objects.filter(person__in=numbers).order_by().values_list("person", "name"):
            self.known[number].names.add(name)
        for number in numbers:
            self.known[number].names.add(self.rows[number].name)
        mentions = Mention.objects.filter(person__in=numbers)
        roles = mentions.exclude(role="").order_by("-article").values_list("person", "role", "relative").distinct()
        relatives = set()
        for number, role, relative in roles[:MOST_ROWS]:
            if relative:
                relatives.add(number)
            else:
                self.known[number].roles.add(role)
        for number in relatives:
            self.known[number].kin = not self.known[number].roles
        places = mentions.order_by("-article").values_list("person", "article").distinct()
        for number, place in places[:MOST_ROWS]:
            self.known[number].articles.add(place)
        reports = {place for one in self.known.values() if not one.told_in or one.own for place in one.articles}
        reports -= set(self.company)
        beside = Mention.objects.filter(article__in=sorted(reports)[-MOST_NAMESAKES:])
        named = beside.order_by().values_list("person", "person__name", "article").distinct()
        for number, name, place in named[:MOST_ROWS]:
            self.company[place][number] = name
        told = Mention.objects.filter(article__in=reports & set(self.company)).exclude(role="").order_by()
        for place, role in told.values_list("article", "role").distinct()[:MOST_ROWS]:
            self.walks[place] |= fields([role])
        for one in map(self.known.__getitem__, numbers):
            one.page = set().union(*(self.walks[place] for place in one.articles if place in self.walks))

    def settle(self) -> None:
        """Merge until nobody is left who is surely one with another, the most alike first; then ask."""
        self._merge_all()
        self._read(self._find_namesakes())
        self._merge_all()
        asked = 0
        for names, one, other in self._pairs():
            if asked < MOST_QUESTIONS and (min(one, other), max(one, other)) not in self.settled:
                asked += self._ask(names, one, other)

    def _merge_all(self) -> None:
        for _pass in range(MOST_PASSES):
            if not self._merge_pass():
                return

    def _merge_pass(self) -> bool:
        """Merge who is sure, the most alike first; whether anybody was, for that may make others sure."""
        merged = False
        for _names, number, other in self._pairs():
            if number not in self.known or other not in self.known:
                continue  # one of them has gone into a third
            names = self._like(number, other)
            if not self.known[number].articles & self.known[other].articles and self._is_sure(names, number, other):
                self._merge(names, number, other)
                merged = True
        return merged

    def _like(self, number: int, other: int) -> Likeness:
        """How like two people's names are; remembered while neither has got another name."""
        one, two = self.known[number].names, self.known[other].names
        place = (number, other, len(one), len(two))
        if place not in self.liked:
            self.liked[place] = likeness(one, two)
        return self.liked[place]

    def _pairs(self) -> list[tuple[Likeness, int, int]]:
        """Who may be one with whom, the most alike first: the people of the story, and the report's with the desk's."""
        beside: dict[str, list[int]] = defaultdict(list)
        for number, one in sorted(self.known.items()):
            for sound in surname_sounds(one.names):
                beside[sound].append(number)
        met = {pair for numbers in beside.values() for pair in combinations(numbers[:MOST_ALIKE], 2)}
        pairs = []
        for number, other in met:
            one, two = self.known[number], self.known[other]
            if not (one.told_in and two.told_in) and not one.own and not two.own:
                continue
            if one.articles & two.articles:
                continue
            names = self._like(number, other)
            if names > Likeness.DIFFERENT:
                pairs.append((names, number, other))
        return sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2]))

    def _is_sure(self, names: Likeness, number: int, other: int) -> bool:
        if self.settled.get((number, other), Verdict.OPEN) != Verdict.OPEN:
            return False
        one, two = self.known[number], self.known[other]
        alone = self._alone(names, number, other)
        if one.told_in and two.told_in:
            sure = are_one_in_a_story(names, one, two, alone=alone)
        else:
            sure = are_one(names, one, two, company=self._company(number, other), alone=alone and not self.many)
        return sure and not self._in_one_report(number, other)

    def _alone(self, names: Likeness, number: int, other: int) -> bool:
        """Whether no third person has a name that is like one of the two and is not perhaps the same as both."""
        one, two = self.known[number], self.known[other]
        if names >= Likeness.SOUND:
            return True
        single = next((person for person in (one, two) if not person.full), None)
        together = one.told_in and two.told_in
        for third, person in self.known.items():
            if third in (number, other) or not person.full or (together and not person.told_in):
                continue
            if single is None:
                likely = {self._like(third, number), self._like(third, other)}
                if likely != {Likeness.DIFFERENT} and min(likely) < Likeness.START:
                    return False
                continue
            full = two if single is one else one
            if person.articles & single.articles:
                continue  # two people of one report are two
            lone, named = (number, other) if single is one else (other, number)
            if self._like(third, lone) is Likeness.DIFFERENT:
                continue
            if self._like(third, named) >= Likeness.START or (person.kin and not full.kin):
                continue
            if roles_agree(single.roles, full.roles) is not True or roles_agree(single.roles, person.roles) is True:
                return False
        return True

    def _company(self, number: int, other: int) -> float:
        """How many others the reports of both name (text/people/identity.py); they may be two on the desk as yet."""
        ours, theirs = (
            {
                person: name
                for place in self.known[one].articles
                for person, name in self.company.get(place, {}).items()
                if person not in (number, other)
            }
            for one in (number, other)
        )
        return sum(
            1.0 if person in theirs else max((_company_of(name, another) for another in theirs.values()), default=0.0)
            for person, name in ours.items()
        )

    def _in_one_report(self, number: int, other: int) -> bool:
        places = Mention.objects.filter(person=other).values("article")
        return Mention.objects.filter(person=number, article__in=places).exists()

    def _merge(self, names: Likeness, number: int, other: int) -> None:
        """The older of the two stays."""
        stays, goes = sorted((number, other))
        keep, gone = self.known[stays], self.known.pop(goes)
        reasons = self._reasons(names, keep, gone)
        merge(people.FAMILY, keep=self.rows[stays], gone=self.rows[goes], by=None, now=self.now, reasons=reasons)
        keep.names |= gone.names
        keep.page |= gone.page
        keep.kin = not (keep.roles or gone.roles) and keep.kin and gone.kin
        keep.roles |= gone.roles
        keep.told_in |= gone.told_in
        keep.articles |= gone.articles
        keep.own |= gone.own
        for beside in self.company.values():
            if goes in beside:
                beside[stays] = beside.pop(goes)
        moved = {
            (min(a, b), max(a, b)): verdict
            for pair, verdict in self.settled.items()
            if goes in pair and pair != (stays, goes)
            for a, b in [tuple(stays if n == goes else n for n in pair)]
        }
        for pair, verdict in moved.items():
            if verdict != Verdict.OPEN or pair not in self.settled:
                self.settled[pair] = verdict

    def _ask(self, names: Likeness, number: int, other: int) -> bool:
        one, two = self.known[number], self.known[other]
        together = bool(one.told_in and two.told_in)
        if names <= Likeness.SURNAME and not (names and together and self._alone(names, number, other)):
            return False
        agree = roles_agree(one.roles, two.roles)
        if not together and names < Likeness.SOUND and agree is not True:
            return False
        reasons = self._reasons(names, one, two)
        return propose(Kind.PERSON, number, other, likeness=_LIKELY[names], reasons=reasons, now=self.now)

    def _reasons(self, names: Likeness, one: _Known, other: _Known) -> dict[str, Any]:
        return {
            "spelling": "equal" if names is Likeness.SOUND else names.name.lower(),
            "roles": roles_agree(one.roles, other.roles),
            "same_story": bool(one.told_in and other.told_in),
        }


def _company_of(name: str, another: str) -> float:
    """What two people in two reports say for these being of one company."""
    full = " " in name, " " in another
    if all(full):
        alike = name_likeness(name, another)
        return 1.0 if alike >= Likeness.SHORT else 0.5 if alike is Likeness.NEAR else 0.0
    return 0.5 if likeness([name], [another]) is Likeness.SURNAME else 0.0


def _ask_about_slugs(kind: Kind, model: type[Any], labels: list[Any], now: datetime) -> None:
    """Ask about labels whose address words would be the same: RFE/RL and RFE-RL, Café and Cafe."""
    bases = {label.pk: slug_for(label.name, kind.value) for label in labels}
    slugs = {number: [base, *(f"{base}-{at}" for at in range(2, 6))] for number, base in bases.items()}
    rows = {row.slug: row for row in model.objects.filter(slug__in=[slug for some in slugs.values() for slug in some])}
    for number, base in bases.items():
        for other in sorted((rows[slug] for slug in slugs[number] if slug in rows), key=lambda row: row.pk):
            if other.pk != number and slug_for(other.name, kind.value) == base:
                propose(kind, number, other.pk, likeness=EQUAL, reasons={"spelling": "equal"}, now=now)
