"""Whether two people of several reports are one: how like their names are, and what their roles and company say.

A name as it is in two newsrooms: accents, transcription, initials, middle names, short forms, a surname alone. The
rules were set by hand with precision first: what is not sure is a question for the desk.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from articles.text.people.agreement import fields, is_of_kin, is_of_public_life, same_role
from articles.text.people.lexicon import (
    COMMON_GIVEN,
    COMMON_SURNAME,
    FAMILY_FIRST,
    FEMALE,
    GIVEN,
    MALE,
    PLACE,
    SURNAME,
    WORD,
    fold,
    lexicon,
)
from articles.text.people.spelling import folded_key, is_short_form, letters_of, same_spelling, suffix_of, words_of

ENOUGH_COMPANY = 2
"""Others whom two reports both name by which they tell of one thing."""


class Likeness(IntEnum):
    """How like two names are, from nothing in common to the same letters."""

    DIFFERENT = 0
    GIVEN = 1  # one is the given name of the other
    SURNAME = 2  # one is the surname of the other
    START = 3  # one surname, and given names that begin alike
    NEAR = 4  # another romanisation, perhaps
    SHORT = 5  # an initial, a middle name, a short form
    SOUND = 6  # another transcription
    SAME = 7  # accents and hyphens apart the same


@dataclass(slots=True)
class Bearer:
    """What is known of a person: names as written, roles as written (none of them in relation to somebody else)."""

    names: set[str]
    roles: set[str] = field(default_factory=set)
    kin: bool = False  # named as somebody's wife, brother or deputy and in no other way
    page: set[str] = field(default_factory=set)  # fields of life of the reports; they speak for one without a role

    @property
    def full(self) -> list[str]:
        return sorted(filter(_is_full, self.names))


def likeness(one: Iterable[str], other: Iterable[str]) -> Likeness:
    """How like two people's names are: their most alike full names, unless others of these speak against it."""
    ours, theirs = sorted(one), sorted(other)
    suffixes = {suffix for suffix in map(suffix_of, ours) if suffix}, {s for s in map(suffix_of, theirs) if s}
    if all(suffixes) and not suffixes[0] & suffixes[1]:
        return Likeness.DIFFERENT  # a father and the son named after him
    full = list(filter(_is_full, ours)), list(filter(_is_full, theirs))
    if all(full):
        pairs = [(name_likeness(a, b), a, b) for a in full[0] for b in full[1]]
        best = max(pair[0] for pair in pairs)
        if any(suffixes) and not all(suffixes):
            best = min(best, Likeness.SHORT)
        if best is Likeness.SHORT and any(pair[0] is Likeness.DIFFERENT and not _initial(*pair[1:]) for pair in pairs):
            return Likeness.NEAR  # "J. Klitsch" is one of Jan, and the other is Jakob
        return best
    if not full[0] and not full[1]:
        alike = {letters_of(a) for a in ours} & {letters_of(b) for b in theirs}
        return Likeness.SURNAME if alike else Likeness.DIFFERENT
    named, alone = full if full[0] else (full[1], []), theirs if full[0] else ours
    return max((_alone(single, name) for single in alone for name in named[0]), default=Likeness.DIFFERENT)


@lru_cache(maxsize=50_000)
def name_likeness(a: str, b: str) -> Likeness:
    """How like two full names are."""
    first, second = words_of(a), words_of(b)
    if first == second or letters_of(a) == letters_of(b):
        return Likeness.SAME
    if not (a + b).isascii() and _digraphs(a) == _digraphs(b):
        return Likeness.SAME
    spelled = same_spelling(a, b)
    if spelled == "equal":
        return Likeness.SOUND
    if spelled == "near" and is_short_form(a, b) and folded_key(first[-1]) == folded_key(second[-1]):
        return Likeness.DIFFERENT if _other_gender(first[0], second[0]) else Likeness.SHORT
    shorter, longer = sorted((first, second), key=len)
    if 1 < len(shorter) < len(longer) and (longer[-len(shorter) :] == shorter or longer[: len(shorter)] == shorter):
        return Likeness.SHORT  # "Tayyip Erdogan" for "Recep Tayyip Erdogan", "Gabriel García" for "... García Márquez"
    if len(first) > 1 and len(second) > 1 and folded_key("".join(first)) == folded_key("".join(second)):
        return Likeness.SOUND  # "Sottomaior" and "Sotto Maior"
    if _other_gender(first[0], second[0]):
        return Likeness.DIFFERENT
    if spelled == "near" or _sounds_alike(first, second):
        return Likeness.NEAR
    return Likeness.START if _begin_alike(first, second) else Likeness.DIFFERENT


def sound_of(name: str) -> str:
    """The key under which near spellings of a full name are looked for: its surname and first letter, coarsely."""
    return next(reversed(sounds_of(name)), "")


def shorter_forms(name: str) -> set[str]:
    """The keys of what a long name may be cut to: "Rodrigo Alarcón" and "Alarcón Viteri" of Rodrigo Alarcón Viteri."""
    words = folded_key(name).split()
    if len(words) < 3:
        return set()
    return {" ".join(part) for part in (words[:2], words[-2:], (words[0], words[-1]), words[:-1], words[1:])}


def sounds_of(name: str) -> list[str]:
    """The keys under which a full name may be on record: of a double surname each half has one, the last its own."""
    words = words_of(name)
    if len(words) < 2:
        return []
    last = [part for part in words_of(name.split()[-1]) if part in words[1:]] if "-" in name.split()[-1] else []
    return [f"{_coarse(word)} {_coarse(words[0])[:1]}"[:60] for word in dict.fromkeys([*last, words[-1]])]


def longer_sounds(name: str) -> list[str]:
    """The keys (`sound_of`) under which the full names that a surname or a cut name ends may be on record."""
    words = words_of(name)
    return [f"{_coarse(words[-1])} {letter}"[:60] for letter in ("", *_LETTERS)] if words else []


def surname_sounds(names: Iterable[str]) -> set[str]:
    """By what people are put beside each other: the sounds of a name's outer words."""
    return {_coarse(word) for name in names for words in (words_of(name),) if words for word in (words[0], words[-1])}


def is_common(name: str) -> bool:
    """Whether many people bear a full name: both its given name and its surname are frequent ones."""
    words, kinds = words_of(name), lexicon().kinds
    return len(words) == 2 and bool(kinds(words[0]) & COMMON_GIVEN) and bool(kinds(words[-1]) & COMMON_SURNAME)


def _is_frequent(name: str) -> bool:
    """Whether a full name may well be on the desk twice: of a frequent given name and one that is a given name too, as
    family names are in much of the world."""
    words, kinds = words_of(name), lexicon().kinds
    return (
        len(words) == 2 and bool(kinds(words[0]) & COMMON_GIVEN) and bool(kinds(words[-1]) & (COMMON_SURNAME | GIVEN))
    )


def is_rare(name: str) -> bool:
    """Whether hardly two people bear a full name: no list of family names has its surname."""
    words = words_of(name)
    return len(words) > 1 and not lexicon().kinds(words[-1]) & (SURNAME | GIVEN | WORD | PLACE)


def roles_agree(one: Iterable[str], other: Iterable[str]) -> bool | None:
    """True when some roles are one person's, False when one speaks against it, None when nothing is known."""
    theirs = list(other)
    verdicts = {same_role(a, b) for a in one for b in theirs}
    return True if True in verdicts else False if False in verdicts else None


def _of_two_walks(one: Bearer, other: Bearer) -> bool:
    """Whether one is known for sport alone, by role or (players have none) by the report, and the other is not."""
    ours, theirs = fields(one.roles) or one.page, fields(other.roles) or other.page
    return bool(ours and theirs) and ("sport" in ours) is not ("sport" in theirs) and {"sport"} in (ours, theirs)


def is_private(roles: Iterable[str]) -> bool:
    """Whether people are known by roles of private life alone: a fisherman, a witness, somebody who runs a grocery."""
    told = [role for role in roles if not is_of_kin(role)]
    return bool(told) and not any(map(is_of_public_life, told))


def are_one_in_a_story(names: Likeness, one: Bearer, other: Bearer, *, alone: bool) -> bool:
    """Whether two people whom different reports of one story name are surely one.

    `alone`: nobody else of the story has a name that is like one of the two. A given name alone is as good as a
    surname for one who is not there as somebody's brother. Only a name that many bear is two people's for its roles.
    """
    roles = roles_agree(one.roles, other.roles)
    if names is Likeness.SAME:
        return roles is not False or not _any(is_common, one, other)
    if roles is False or names is Likeness.DIFFERENT:
        return False
    if names is Likeness.SOUND:
        return True
    kin = names is Likeness.GIVEN and (one.kin or other.kin)
    if kin or names is Likeness.START or (names is Likeness.NEAR and _two_known(one, other)):
        return alone and roles is True
    return alone


def are_one(names: Likeness, one: Bearer, other: Bearer, *, company: float, alone: bool) -> bool:
    """Whether two people of reports that are not known to be one story are surely one. A surname alone never is.

    `company`: how many others the reports of both name; one who is named by the surname alone, or in another spelling,
    counts half. `alone`: nobody else on the desk has such a name. Reports that have company enough tell of one thing,
    be they one story or not.
    """
    roles = roles_agree(one.roles, other.roles)
    together = company >= ENOUGH_COMPANY
    if names <= Likeness.SURNAME or (not roles and not together and _of_two_walks(one, other)):
        return False
    if names is Likeness.SAME:
        return _is_namesake_one(roles, one, other, company=company)
    if roles is False:
        return False
    private = is_private(one.roles) or is_private(other.roles)
    if private and not together:
        return False
    if names is Likeness.SOUND:
        return roles is True or company >= 1
    if names is Likeness.SHORT:
        return alone and (roles is True or together)
    if names is Likeness.START:
        return alone and (company >= 2 * ENOUGH_COMPANY or (roles is True and together))
    known = _two_known(one, other)
    if roles is not True:
        return alone and company > ENOUGH_COMPANY and not known
    return alone and (company >= 1 or not known)


def _is_namesake_one(roles: bool | None, one: Bearer, other: Bearer, *, company: float) -> bool:
    """Whether the same full name is one person's. The rarer it is the less else is needed."""
    common, together = _any(is_common, one, other), company >= ENOUGH_COMPANY
    private = is_private(one.roles), is_private(other.roles)
    if roles:
        return not (common and all(private)) or company >= 1
    if roles is False:
        return together and not common and not any(private)
    if not any(private):
        return not common or company >= ENOUGH_COMPANY * (2 if one.roles and other.roles else 1)
    if all(map(is_rare, one.full)) and all(map(is_rare, other.full)):
        return company >= 1 or not (one.roles and other.roles)
    if all(private) or not (one.roles and other.roles):
        return together and not _any(_is_frequent, one, other)
    return False


def _any(test: Callable[[str], bool], one: Bearer, other: Bearer) -> bool:
    return any(map(test, one.full)) or any(map(test, other.full))


def _begin_alike(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two names have one surname and given names that begin alike: "Tommy" and "Tomasz"."""
    if len(first) < 2 or len(second) < 2 or folded_key(first[-1]) != folded_key(second[-1]):
        return False
    ours, theirs = folded_key(first[0]), folded_key(second[0])
    return ours[:3] == theirs[:3] and len(ours) > 3 < len(theirs) and not _tells_apart(first[0], second[0])


def _two_known(one: Bearer, other: Bearer) -> bool:
    """Whether near names differ in words that are both known names: "Hansen" and "Hanson", "Karen" and "Kiran"."""
    kinds = lexicon().kinds
    return all(
        any(x != y and kinds(x) & kinds(y) & (GIVEN | SURNAME) for x, y in zip(words_of(a), words_of(b), strict=False))
        for a in one.full
        for b in other.full
        if len(words_of(a)) == len(words_of(b)) == 2
    ) and any(len(words_of(a)) == 2 for a in one.full)


def _is_full(name: str) -> bool:
    return len(words_of(name)) > 1


def _initial(a: str, b: str) -> bool:
    return min(len(words_of(a)[0]), len(words_of(b)[0])) <= 2


@lru_cache(maxsize=20_000)
def _alone(single: str, name: str) -> Likeness:
    """Whether a single word is the surname of a full name, or the given name."""
    word, words = words_of(single)[-1], words_of(name)
    family = words[0] if lexicon().kinds(words[0]) & FAMILY_FIRST else words[-1]
    ends = [family, words[-1]]
    if word in ends or any(_same_surname(word, end) for end in ends):
        return Likeness.SURNAME
    if "-" in fold(name) and word == "".join(words[1:]):
        return Likeness.SURNAME
    return Likeness.GIVEN if word == words[0] else Likeness.DIFFERENT


def _same_surname(word: str, end: str) -> bool:
    if len(word) < 5:
        return False
    spelled = same_spelling("x " + word, "x " + end)
    return spelled == "equal" or (spelled == "near" and len(word) > 6 and _coarse(word) == _coarse(end))


def _digraphs(name: str) -> str:
    """ "Bjørn" and "Bjoern", "Müller" and "Mueller": what a newsroom without the letter writes."""
    return re.sub(r"(?<=[ou])e|(?<=a)e(?!l)", "", letters_of(name))


def _other_gender(one: str, other: str) -> bool:
    kinds = lexicon().kinds
    genders = [kinds(word) & (FEMALE | MALE) for word in (one, other)]
    return {FEMALE, MALE} == set(genders)


# Sounds that romanisations write in several ways; what is left tells hardly more than the order of the consonants.
_COARSE = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"[^a-z]", ""),
        (r"^[ck]?hr", "r"),  # Christo, Khristo, Hristo
        (r"tsch|tch|sch|shch|ch|sh|zh|cz|sz|dj|dz|ts|tz|c(?=[eiy])|[jz]", "s"),
        (r"x", "ks"),
        (r"ph|[vw]", "f"),
        (r"kh|h", ""),
        (r"ng", "n"),
        (r"[gqc]", "k"),
        (r"^r", "l"),
        (r"b", "p"),
        (r"d", "t"),
        (r"m", "n"),
        (r"[aeiouy]", ""),
        (r"([a-z])\1+", r"\1"),
    )
)


_LETTERS = "fklnprst"
"""All that a coarse sound may begin with."""


@lru_cache(maxsize=50_000)
def _coarse(word: str) -> str:
    for pattern, instead in _COARSE:
        word = pattern.sub(instead, word)
    return word


_TELLING = re.compile(r"(sk[iy]+|ska|ov|ova|ev|eva)\Z")


def _sounds_alike(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two names are perhaps one in two romanisations: word for word the same consonants, coarsely."""
    if len(first) != len(second) or len(first) < 2:
        return False
    sounds = [(_coarse(a), _coarse(b)) for a, b in zip(first, second, strict=True)]
    same_letters = sum(len(a) for a, b in zip(first, second, strict=True) if a == b)
    if any(a != b for a, b in sounds) or (sum(len(a) for a, _b in sounds) < 3 and same_letters < 6):
        return False
    return not any(_tells_apart(a, b) for a, b in zip(first, second, strict=True))


def _tells_apart(a: str, b: str) -> bool:
    """ "Jan" and "Jana", "Kowalski" and "Kowalska", "Mario" and "Maria"; and words hardly any letter of which agrees."""
    if a == b:
        return False
    shorter, longer = sorted((a, b), key=len)
    if longer == shorter + "a" or {a[-1], b[-1]} == {"a", "o"}:
        return True
    endings = [match.group() if (match := _TELLING.search(word)) else "" for word in (a, b)]
    if endings[0][-1:] != endings[1][-1:] and "a" in (endings[0][-1:], endings[1][-1:]):
        return True
    return min(len(a), len(b)) > 4 and DamerauLevenshtein.normalized_similarity(a, b) < 0.5
