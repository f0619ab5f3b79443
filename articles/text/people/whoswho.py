"""Who is who in one report: full names first, then what each shorter naming refers back to."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from articles.text.people.candidates import Candidate
from articles.text.people.lexicon import (
    BODY,
    COMMON_SURNAME,
    FAMILY_FIRST,
    FEMALE,
    GIVEN,
    HUMAN,
    MALE,
    MONTH,
    PLACE,
    SURNAME,
    THING,
    WORD,
    Lexicon,
    lexicon,
)
from articles.text.people.spelling import folded_key, same_spelling
from articles.text.people.tokens import LOWER, Token
from articles.text.people.weighing import ENOUGH, LONE_ENOUGH

BESIDE_A_NAME = 0.6
"""What a stretch of several words gains by standing in a list with a person's name."""
BY_SURNAME = 0.4
"""What it gains by being shortened to its last word."""
ACTING_ENOUGH = 1.4
"""A single word that is a family name and nothing else, and that does what people do."""
WHO_ENOUGH = 1.9
"""A single word before ", who" or ", whose" whose ending is a family name's."""
NAMESAKES = 40
"""People with one surname, or one given name, among whom a name is looked for: more are in no report, and without a
bound a list of names would be compared each with each."""


@dataclass(slots=True, eq=False)
class Person:
    """One person of a report while it is being read."""

    parts: tuple[str, ...]  # the fullest folded name
    found: list[Candidate] = field(default_factory=list)
    gender: str = ""
    name: str = ""  # set where it is no mention's surface: "John and Jane Smith" names John Smith
    junior: bool = False
    suffix: str = ""  # "jr" or "sr"
    seen: int = 0  # when last named in full
    bare: int = 0  # when last named by the surname alone
    kin: bool = False  # is there as somebody's wife, brother or counterpart

    @property
    def surname(self) -> str:
        return self.parts[-1]


@dataclass(slots=True)
class WhosWho:
    """The persons of a report and the two ways to find one: by last and by first word of the name."""

    lexicon: Lexicon
    persons: list[Person] = field(default_factory=list)
    last: dict[str, list[Person]] = field(default_factory=dict)
    first: dict[str, list[Person]] = field(default_factory=dict)
    middle: dict[str, list[Person]] = field(default_factory=dict)
    exact: dict[tuple[str, ...], list[Person]] = field(default_factory=dict)
    sounding: dict[str, list[Person]] = field(default_factory=dict)  # by folded surname
    alone: set[str] = field(default_factory=set)  # words that stand alone somewhere as a name

    def words(self) -> set[str]:
        """Words by which a headline may name somebody: surnames, and first words that are nothing else."""
        kinds = self.lexicon.kinds
        return set(self.last) | {word for word in self.first if not kinds(word) & (WORD | PLACE)}

    def add(self, candidate: Candidate, *, name: str = "", parts: tuple[str, ...] = ()) -> Person:
        """The candidate's person: one met before when the names agree, else a new one."""
        parts = parts or candidate.parts
        kin = candidate.role is not None and candidate.role.relative
        person = self._met(parts, candidate, kin)
        if person is None:
            person = Person(parts, name=name, junior=candidate.junior, suffix=candidate.suffix)
            self.persons.append(person)
            self._index(person, parts)
        elif len(parts) > len(person.parts):
            person.parts = parts
            self._index(person, parts)
        person.found.append(candidate)
        person.kin = person.kin or kin
        if not person.gender:
            person.gender = candidate.gender or self._gender(parts)
        return person

    def _index(self, person: Person, parts: tuple[str, ...]) -> None:
        self.exact.setdefault(parts, []).append(person)
        entries = [(self.last, parts[-1]), (self.first, parts[0]), (self.sounding, folded_key(parts[-1]))]
        entries += [(self.middle, part) for part in parts[1:-1]]
        for table, word in entries:
            people = table.setdefault(word, [])
            if len(people) < NAMESAKES and person not in people:
                people.append(person)

    def _gender(self, parts: tuple[str, ...]) -> str:
        kinds = self.lexicon.kinds(parts[0]) if len(parts) > 1 else 0
        return "f" if kinds & FEMALE and not kinds & MALE else "m" if kinds & MALE and not kinds & FEMALE else ""

    def _met(self, parts: tuple[str, ...], candidate: Candidate, kin: bool) -> Person | None:
        for person in self.exact.get(parts, ()):
            if _two_generations(person, candidate):
                continue
            if candidate.junior == person.junior or not (kin or person.kin):
                return person  # else a father and the son named after him
        near = [
            p
            for word in {parts[-1]: 0, parts[0]: 0}
            for p in (*self.last.get(word, ())[:NAMESAKES], *self.first.get(word, ())[:NAMESAKES])
        ]
        fitting: list[Person] = []
        for person in near:
            if person.parts == parts:
                continue
            if _two_generations(person, candidate):
                continue
            if len(person.parts) > 1 and self.fits(person.parts, parts) and person not in fitting:
                fitting.append(person)
        if not fitting and len(parts) > 1:
            joined = " ".join(parts)
            alike = self.sounding.get(folded_key(parts[-1]), ())
            fitting = [
                p
                for p in alike
                if p.parts != parts and len(p.parts) > 1 and same_spelling(" ".join(p.parts), joined) == "equal"
            ]
        return fitting[0] if len(fitting) == 1 else None

    def fits(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether two names of several words may name one person: "George W. Bush" and "George Bush"."""
        longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
        longer, shorter = _apart(longer), _apart(shorter)
        if longer == shorter:
            return True
        if len(shorter) < 2:
            return False
        if (
            len(longer) > len(shorter)
            and longer[-len(shorter) :] == shorter
            and not self._is_other_given(longer, shorter)
        ):
            return True
        if shorter[-1] != longer[-1]:
            # "Gabriel Garcia" for "Gabriel Garcia Marquez", "Kim Jong" cut short
            return len(shorter) < len(longer) and longer[: len(shorter)] == shorter
        return self._same_given(longer[0], shorter[0]) and _in_order(shorter[1:], longer[1:])

    def _is_other_given(self, longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
        """ "Anne Smith" is not "Jane Anne Smith" when she is a person of her own: leave that to the desk."""
        return (
            len(longer) == len(shorter) + 1
            and bool(self.lexicon.kinds(shorter[0]) & GIVEN)
            and not self.lexicon.kinds(shorter[0]) & SURNAME
        )

    def _same_given(self, one: str, other: str) -> bool:
        if one == other:
            return True
        if "." in one or "." in other or len(one) == 1 or len(other) == 1:
            return one[0] == other[0]
        short = self.lexicon.short
        return short.get(one, one) == short.get(other, other)

    def refers(self, candidate: Candidate) -> Person | None:
        """Whom a single word names, if anybody in this report."""
        word = candidate.parts[0]
        people = [p for p in self.last.get(word, ()) if len(p.parts) > 1 or p.found]
        people = [p for p in people if not _two_generations(p, candidate)]
        by_first = not people
        if not people or self._is_patronymic(word):
            more = [p for p in self.first.get(word, ()) if len(p.parts) > 1 and p not in people]
            people += [p for p in more if not _two_generations(p, candidate)]
        speaks = candidate.honorific or bool(candidate.notes & {"says", "acts", "said"})
        bound = candidate.ordinary or not candidate.plain or bool(candidate.notes & {"the", "thing", "placed"})
        if not people and (speaks or not bound):
            # "Tong" for "Peter Tong Siu-kei", "Bukar" for "Aliyu Bukar Dikko"
            kinds = self.lexicon.kinds(word)
            people = list(self.middle.get(word, ())) if kinds & SURNAME or not kinds & (WORD | PLACE | GIVEN) else []
        if not people:
            people = self._spelt_alike(word)
        if candidate.gender and people:
            fitting = [p for p in people if p.gender in ("", candidate.gender)]
            if not fitting and not by_first and len(people) == 1:
                return None  # "Mrs Biden" where only Joe Biden has been named
            people = fitting or people
        if len(people) > 1:
            return self._bearer(people, by_surname=not by_first)
        return people[0] if people else None

    def of_other_generation(self, candidate: Candidate) -> Person | None:
        """Ramon Villareal Jr for a "Ramon Sr" whom no full name of the report explains."""
        bearers = [p for p in self.first.get(candidate.parts[0], ()) if len(p.parts) > 1]
        if any(not _two_generations(p, candidate) for p in bearers):
            return None
        return bearers[0] if bearers else None

    def _is_patronymic(self, word: str) -> bool:
        """ "Anwar" is called so, and his daughter is Nurul Izzah Anwar: no family name where English names are not used."""
        return not self.lexicon.kinds(word) & COMMON_SURNAME

    def _bearer(self, people: list[Person], *, by_surname: bool) -> Person:
        """Whom a name names that several bear: the one it has been used for, else the one most lately introduced.

        One who is called by a given name, or is there as somebody's wife, leaves the bare surname to the other."""
        introduced = [p for p in people if p.seen]
        if not introduced:  # in a headline, before anybody: the first whom the text brings
            people = sorted(people, key=lambda person: (person.found[0].passage, person.found[0].start))
            return next((p for p in people if not p.kin), people[0])
        people = introduced
        if by_surname and len(people) > 1:
            people = [p for p in people if p.parts[0] not in self.alone] or people
            people = [p for p in people if not p.kin] or people
        return max(people, key=lambda person: (person.bare, person.seen))

    def _spelt_alike(self, word: str) -> list[Person]:
        """ "Zelensky" after "Volodymyr Zelenskyy": another spelling of a surname of this report."""
        if len(word) < 6 or self.lexicon.kinds(word) & (WORD | PLACE):
            return []
        found = [p for p in self.sounding.get(folded_key(word), ()) if len(p.parts) > 1 and len(p.parts[-1]) > 5]
        return [p for p in found if same_spelling("x " + p.parts[-1], "x " + word) == "equal"]


def spoken_of_with(tokens: list[Token], c: Candidate, others: Container[int]) -> bool:
    """ "Moon and Trump spoke": a surname beside somebody of the report, and what both do. `others` begin namings."""
    at = c.last + 1
    kinds = tokens[c.last - 1].kinds
    if not c.plain or "listed" not in c.notes or not kinds & SURNAME or kinds & (PLACE | BODY | THING):
        return False
    if at + 1 >= len(tokens) or tokens[c.last].low != "and" or at not in others or tokens[at].possessive:
        return False
    return tokens[at + 1].shape == LOWER and bool(tokens[at + 1].kinds & HUMAN)


def _two_generations(person: Person, candidate: Candidate) -> bool:
    """ "Ramon Sr" is not Ramon Villareal Jr."""
    return bool(person.suffix and candidate.suffix) and person.suffix != candidate.suffix


def _apart(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Hyphenated words as two: "Perkovic-Laz" is "Perkovic Laz"."""
    return tuple(piece for part in parts for piece in part.split("-")) if any("-" in part for part in parts) else parts


def _in_order(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    rest = iter(many)
    return all(
        any(word == other or (("." in word or "." in other) and word[0] == other[0]) for other in rest) for word in few
    )


def full_names(candidates: list[Candidate], things: set[tuple[str, ...]], lexicon: Lexicon) -> set[tuple[str, ...]]:
    """The names of several words that are people's, judged over all their places in the report."""
    spoken: dict[str, float] = {}
    apart = _called_so(candidates)
    for c in candidates:
        if (
            c.lone
            and c.plain
            and not c.notes & {"placed", "thing"}
            and (c.notes & {"says", "acts", "said", "who"} or c.honorific)
        ):
            spoken[c.parts[0]] = min(spoken.get(c.parts[0], 0.0) + 0.6, 1.2)
    groups: dict[tuple[str, ...], list[Candidate]] = {}
    for c in candidates:
        if not c.lone:
            groups.setdefault(c.parts, []).append(c)
    accepted: set[tuple[str, ...]] = set()
    nearly: set[tuple[str, ...]] = set()
    for parts, group in groups.items():
        total = max(c.score for c in group) + min(0.3 * (len(group) - 1), 0.6)
        family = parts[0] if lexicon.kinds(parts[0]) & FAMILY_FIRST else parts[-1]
        total += max(spoken.get(parts[-1], 0.0), spoken.get(family, 0.0))
        if parts[-1] in apart and parts[0] not in apart:
            total += BY_SURNAME
        strong = any(c.strong for c in group)
        if not strong and (parts in things or any(c.notes & {"thing"} for c in group)):
            continue
        doubtful = sum(bool(c.notes & {"the", "placed"}) for c in group)
        if not strong and doubtful * 2 >= len(group) > 1:
            total -= 2.0
        elif not strong and doubtful and len(group) > 1:
            total -= 1.0
        if total >= ENOUGH:
            accepted.add(parts)
        elif total >= ENOUGH - BESIDE_A_NAME:
            nearly.add(parts)
    return accepted | _beside_names(candidates, accepted, nearly)


def _called_so(candidates: list[Candidate]) -> set[str]:
    """Words that stand alone and are no ordinary words: a person is called by the last word of a name, a firm or a place
    by the first."""
    alone: dict[str, bool] = {}
    for c in candidates:
        if c.lone and c.plain:
            fits = not c.ordinary and not c.notes & {"the", "thing", "placed"}
            alone[c.parts[0]] = alone.get(c.parts[0], True) and fits
    return {word for word, fits in alone.items() if fits}


def _beside_names(
    candidates: list[Candidate], accepted: set[tuple[str, ...]], nearly: set[tuple[str, ...]]
) -> set[tuple[str, ...]]:
    """ "Ardie Savea and Wallace Sititi": what stands in a list with a name is likely one."""
    found: set[tuple[str, ...]] = set()
    for one, other in pairwise(candidates):
        if "listed" in one.notes and one.passage == other.passage and one.last + 1 == other.first:
            for parts, beside in ((one.parts, other.parts), (other.parts, one.parts)):
                if parts in nearly and (beside in accepted or beside in found):
                    found.add(parts)
    return found


def lone_names(candidates: Iterable[Candidate], things: set[tuple[str, ...]]) -> set[str]:
    """Single words that no full name of the report explains and that are people all the same."""
    groups: dict[str, list[Candidate]] = {}
    for c in candidates:
        groups.setdefault(c.parts[0], []).append(c)
    accepted: set[str] = set()
    for word, group in groups.items():
        if len(word.rstrip(".")) < 2:
            continue
        strong = [c for c in group if c.plain and _settles(c)]
        regnal = [c for c in group if c.regnal and c.score >= ENOUGH]
        if not strong and ((word,) in things or any("thing" in c.notes for c in group)):
            continue
        if sum("thing" in c.notes for c in group) >= max(len(strong), 1):
            continue
        if any("paired" in c.notes and c.plain for c in group):
            accepted.add(word)
            continue
        if regnal or any(c.score >= ENOUGH or (c.ordinary and c.after is not None) for c in strong):
            accepted.add(word)
            continue
        if _is_family_name(word, group):
            accepted.add(word)
            continue
        spoken = [c for c in group if c.notes & {"says"} and c.plain and "the" not in c.notes]
        if spoken and max(c.score for c in spoken) + min(0.4 * (len(group) - 1), 0.8) >= LONE_ENOUGH:
            accepted.add(word)
    return accepted


def _is_family_name(word: str, group: list[Candidate]) -> bool:
    """Whether a word that is a name and nothing else does what people do: "Then Wrobel came", "Rahimov wanted"."""
    kinds = lexicon().kinds(word)
    if kinds & MONTH and kinds & SURNAME and any(c.plain and c.notes & {"says", "acts"} for c in group):
        return True  # "May had lost": a month that does what none does is not cut off as one
    if not kinds & SURNAME or any(c.ordinary or c.notes & {"the", "thing", "placed"} for c in group):
        return False
    acting = [c.score for c in group if c.plain and c.notes & {"acts", "says", "said", "who"}]
    return bool(acting) and max(acting) + min(0.4 * (len(group) - 1), 0.8) >= ACTING_ENOUGH


def _settles(c: Candidate) -> bool:
    """Whether what stands beside a single word speaks for a person: "Mr Kos", "striker Neymar", "Björk, the singer"."""
    if c.honorific:
        return True
    if not c.strong or "placed" in c.notes:
        return False
    if c.role is not None:
        return c.score >= ENOUGH + 0.3
    if c.after is not None and c.ordinary:
        kinds = lexicon().kinds(c.parts[0])
        return bool(kinds & COMMON_SURNAME) and not kinds & WORD  # "George, the president of the bank,"
    return not c.ordinary and (c.after is not None or c.score >= (WHO_ENOUGH if "who" in c.notes else LONE_ENOUGH))
