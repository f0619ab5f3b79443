"""How likely a stretch of capitalised words is a person's name: a sum of a few weights set by hand.

The weights are judgements about English news prose, fitted to no corpus: about 3 for what nearly settles it (a given
name with a surname, "Mr" before it), about 1 for a hint. A stretch of several words is a name from `ENOUGH` on."""

from dataclasses import dataclass, field

from articles.text.breaks import PARTICLES
from articles.text.lexicon import (
    APPOSED,
    BODY,
    COMMON_GIVEN,
    COMMON_SURNAME,
    DEMONYM,
    FAMILY_FIRST,
    FEMALE,
    FOLLOWING,
    GIVEN,
    HONORIFIC,
    HUMAN,
    MALE,
    OF_BODIES,
    PLACE,
    PLURAL_ROLE,
    ROLE,
    SAY,
    SUFFIX,
    SURNAME,
    TEAM,
    THING,
    THING_BEFORE,
    THING_OR_NAME,
    WORD,
)
from articles.text.roles import RolePhrase, role_after, role_before
from articles.text.runs import Segment
from articles.text.tokens import CAPITAL, INITIAL, LOWER, MARK, NUMBER, Token

ENOUGH = 1.5
"""A stretch of several words with this sum is a person."""
LONE_ENOUGH = 2.3
"""A single word that no full name of the report explains needs more."""

_GEOGRAPHIC = frozenset(
    "street park field fields hall house lake church court bridge bridges head point cross moor heath downs common drive close place view keys creek springs lodge temple abbey grove green lane woods hill forest pool castle gates square island bay beach chambers".split()
)
_CALLED = frozenset("called named dubbed titled entitled nicknamed codenamed christened renamed known".split())
_OF_COMPANIES = frozenset(
    "purchase takeover acquisition merger shares share stake stakes buyout privatisation privatization listing subsidiary unit division board headquarters"
    " owned operated made manufactured built published owner owners maker makers bonds debt investors creditors shareholders rival rivals".split()
)
_PLACING = frozenset("in at near from outside across around inside towards through".split())
_HUMANS = frozenset(
    "family man woman boy girl person baby someone somebody guy child people one kid character son daughter".split()
)
_ABOARD = frozenset("aboard".split())
_TYPICAL_ENDINGS = (
    "ov", "ova", "ev", "eva", "sky", "skyy", "skiy", "ski", "ska", "enko", "chuk", "ic", "dze", "shvili", "yan", "sson", "sen", "escu", "oglu",
    "wicz", "czyk", "opoulos", "idis", "akis", "inen", "ez", "uk", "avicius", "auskas", "dottir", "berg", "stein", "mann", "quist", "strom", "elli", "etti", "ini",
)  # fmt: skip


@dataclass(slots=True, eq=False)
class Candidate:
    """A stretch that may name a person, with all that was seen around it."""

    passage: int
    first: int  # tokens[first:last]
    last: int
    start: int  # text[start:end] of the passage's reading text
    end: int
    parts: tuple[str, ...]  # folded name words without particles and suffixes
    score: float
    role: RolePhrase | None = None
    after: RolePhrase | None = None
    gender: str = ""  # of an honorific: "f", "m"
    honorific: bool = False
    strong: bool = False  # a title, role, age or reporting verb speaks for a person
    lone: bool = False
    plain: bool = True  # stands in running text, not in a headline
    regnal: bool = False
    junior: bool = False
    ordinary: bool = False  # every part is also an ordinary word, place or thing
    notes: set[str] = field(default_factory=set)


def bare(word: str) -> str:
    """ "al-assad" is "assad": outlets write the article or leave it out."""
    return word[3:] if word.startswith(("al-", "el-", "ul-")) and len(word) > 5 else word


def name_parts(tokens: list[Token], indexes: list[int]) -> tuple[str, ...]:
    parts = []
    for n in indexes:
        token = tokens[n]
        if token.kinds & SUFFIX and n != indexes[0] and not (token.kinds & GIVEN and not token.shouted):
            continue
        low = bare(token.low)
        if low in PARTICLES and len(indexes) > 1 and n != indexes[-1]:
            continue
        parts.append(low)
    return tuple(parts)


def candidate(text: str, tokens: list[Token], segment: Segment, passage: int, style: str) -> Candidate:
    """Weigh a segment where it stands."""
    first, last = segment.first, segment.last
    parts = name_parts(tokens, segment.parts)
    found = Candidate(
        passage, first, last, tokens[first].start, tokens[last - 1].end, parts, 0.0, regnal=segment.regnal
    )
    found.plain = style == "prose"
    names = [
        n for n in segment.parts if not (tokens[n].kinds & SUFFIX and n != segment.parts[0]) or tokens[n].kinds & GIVEN
    ]
    found.lone = len(parts) < 2
    found.junior = tokens[last - 1].low in ("jr", "junior") and len(parts) > 1
    found.ordinary = all(tokens[n].kinds & (WORD | PLACE | THING | BODY | THING_OR_NAME | DEMONYM) for n in names)
    found.score = _inside(tokens, names, segment) + _around(tokens, segment, found)
    return found


def _inside(tokens: list[Token], names: list[int], segment: Segment) -> float:
    if segment.regnal:
        return 2.0
    if len(names) < 2:
        return _lone(tokens[names[0]])
    head, tail = tokens[names[0]], tokens[names[-1]]
    score = _given_weight(head) + _surname_weight(tail)
    if head.low == "al" and not tail.kinds & COMMON_SURNAME:
        score -= 3.0  # "Al Wasl": an Arabic article rather than Albert
    if head.kinds & FAMILY_FIRST and not head.kinds & COMMON_GIVEN:
        second = tokens[names[1]]
        short = len(second.text) <= 8 and not second.kinds & (WORD | PLACE | THING | ROLE | DEMONYM)
        score += 1.4 if second.kinds & GIVEN or "-" in second.text else (0.9 if short and len(names) <= 3 else -0.5)
    for n in names[1:-1]:
        kinds = tokens[n].kinds
        if tokens[n].shape == INITIAL or kinds & (GIVEN | SURNAME):
            score += 0.3
        elif kinds & (WORD | PLACE | THING):
            score -= 1.0
    if segment.last - segment.first > len(names):
        score += 0.4
    if len(names) > 4:
        score -= 0.8 * (len(names) - 4)
    return score


def _given_weight(token: Token) -> float:
    kinds = token.kinds
    if token.shape == INITIAL or len(token.text) == 1:
        return 1.4
    if kinds & GIVEN:
        if not kinds & (WORD | PLACE | BODY):
            return 2.6 if kinds & COMMON_GIVEN else 2.0
        if kinds & COMMON_GIVEN:
            return 1.6 if not kinds & (THING | THING_BEFORE | BODY) or kinds & THING_OR_NAME else 0.9
        return 0.5 if not kinds & WORD or kinds & SURNAME else 0.2
    if kinds & DEMONYM:
        return -2.0
    if kinds & (THING | BODY | TEAM):
        return -1.2
    if kinds & PLACE:
        return -1.0
    if kinds & WORD:
        return -0.6 if kinds & SURNAME else -1.6
    return 0.4 if kinds & SURNAME else 0.3


def _surname_weight(token: Token) -> float:
    kinds = token.kinds
    if token.low in _GEOGRAPHIC:
        return -1.0
    if kinds & SURNAME:
        if kinds & THING and not kinds & THING_OR_NAME:
            return -1.0 if kinds & COMMON_SURNAME else -1.5
        if not kinds & (WORD | PLACE):
            return 1.2
        if kinds & COMMON_SURNAME:
            return 0.8 if not kinds & THING_OR_NAME else 0.5
        return 0.4
    if token.shape == INITIAL:
        return -0.3
    if kinds & (THING | BODY | TEAM | DEMONYM):
        return -1.5
    if kinds & PLACE:
        return -0.8
    if kinds & WORD:
        return -1.4
    return 0.5 if kinds & GIVEN else 1.0 if token.low.endswith(_TYPICAL_ENDINGS) and len(token.low) > 5 else 0.8


def _lone(token: Token) -> float:
    kinds = token.kinds
    if kinds & (DEMONYM | TEAM | THING_BEFORE) and not kinds & (GIVEN | SURNAME):
        return -3.0
    score = 0.0
    if kinds & SURNAME:
        score += 0.8
    elif kinds & GIVEN:
        score += 0.2
    elif token.low.endswith(_TYPICAL_ENDINGS) and not kinds & (WORD | PLACE):
        score += 0.5
    if kinds & WORD:
        score -= 0.6 if kinds & COMMON_SURNAME else 1.2
    if kinds & PLACE:
        score -= 1.2
    if kinds & (THING | BODY):
        score -= 1.6
    return score


def _around(tokens: list[Token], segment: Segment, found: Candidate) -> float:
    """What stands before and after a segment; fills in role, honorific and gender."""
    score = 0.0
    first, last = segment.first, segment.last
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    adjacent = before is not None and tokens[first].space and before.shape != MARK
    lead = before
    if adjacent and before is not None and before.kinds & HONORIFIC and first > 1 and tokens[first - 1].space:
        lead = tokens[first - 2]
    if adjacent and before is not None:
        if before.kinds & HONORIFIC and before.shape == CAPITAL and not before.kinds & ROLE:
            found.honorific = found.strong = True
            found.gender = "m" if before.kinds & MALE else "f" if before.kinds & FEMALE else ""
            score += 3.0
            if before.low in ("lord", "lady", "sir") and first > 1 and tokens[first - 2].low in ("the", "aboard", "a"):
                found.notes.add("thing")
                found.honorific = found.strong = False
                score -= 5.0
        if before.low in ("the", "a", "an", "this"):
            score -= 2.2 if before.low == "the" else 1.6
            found.notes.add("the")
        elif before.possessive and before.shape == CAPITAL and not found.lone and not found.ordinary:
            score += 0.5  # "Labour's Ana Horvat"
        elif before.low in ("of", "in", "by") and first > 1 and tokens[first - 2].low in _OF_COMPANIES:
            score -= 1.5
        elif before.low == "of" and first > 1 and tokens[first - 2].low == "," and found.lone:
            score -= 1.0  # "Ana Horvat, of Ghent, who"
            found.notes.add("placed")
        elif before.low in _PLACING:
            score -= 0.4 if before.low == "from" else 0.8
            found.notes.add("placed")
        elif before.low in _ABOARD:
            found.notes.add("thing")
        elif lead is not None and lead.kinds & APPOSED and not lead.kinds & ROLE:
            found.notes.add("thing")
            score -= 3.0
        elif before.low == "to" and tokens[first].kinds & PLACE and segment.last == first + 1:
            found.notes.add("placed")
        elif lead is not None and lead.low in _CALLED and before.low not in ("mr", "mrs", "ms", "miss", "dr"):
            back = first - 2 if lead is before else first - 3
            person = ROLE | PLURAL_ROLE | DEMONYM
            if (
                back >= 0
                and not tokens[back].kinds & person
                and tokens[back].low not in _HUMANS
                and not tokens[back].low.endswith(("man", "woman"))
            ):
                found.notes.add("thing")
                found.honorific = found.strong = False
                score -= 0.8
            else:
                score += 1.0
        elif before.low in ("of", "on", "to") and tokens[last - 1].low in _GEOGRAPHIC:
            score -= 1.2
        elif before.kinds & SAY and before.shape == LOWER and before.low not in ("called", "named"):
            score += 0.8
            found.notes.add("said")
        elif before.low in ("by", "with", "and", "between"):
            score += 0.1
    elif before is not None and before.low == "/" and not tokens[first].space:
        score -= 4.0
    role = role_before(tokens, first)
    if role is not None and not segment.regnal and "thing" not in found.notes:
        found.role = role
        head = tokens[role.last - 1]
        bodies = head.shape == LOWER and head.kinds & OF_BODIES and not role.relative and head.low != "leader"
        quoted = (
            role.first
            and role.first == role.last - 1
            and tokens[role.first - 1].low in "\"“‘«'"
            and after is not None
            and after.low in "\"”’»'"
        )
        apart = tokens[role.last].low == ","
        score += 0.4 if quoted else 0.6 if bodies else 2.2 if not apart or role.relative else 1.2
        found.strong = found.strong or not (quoted or bodies or (apart and not role.relative))
    elif segment.regnal:
        found.role = _regnal_role(tokens, segment)
    if found.honorific and found.lone:
        score = max(score, 4.0 if not tokens[first].kinds & DEMONYM else score)
    if after is not None:
        score += _following(tokens, last, found)
        if before is not None and before.low == "," == after.low and not found.lone:
            score += 0.4  # set off: "His opposite number, Ana Horvat, is"
    return score


def _regnal_role(tokens: list[Token], segment: Segment) -> RolePhrase:
    wider = role_before(tokens, segment.first + 1)
    return wider if wider is not None else RolePhrase(segment.first, segment.first + 1)


def _following(tokens: list[Token], last: int, found: Candidate) -> float:
    after = tokens[last]
    if after.shape == MARK and after.low == "/" and not after.space:
        return -4.0
    if tokens[last - 1].possessive:
        return 0.1 if after.shape != MARK or found.lone else -1.0  # "Mary Ann's, off the square"
    score = 0.0
    if found.lone and _paired(tokens, found.first, last):
        found.notes.add("paired")
    if after.shape == LOWER and after.kinds & FOLLOWING and after.space:
        if not found.role or found.lone:
            found.notes.add("thing")
            found.strong = found.honorific = False
        return -2.5
    if after.shape == LOWER and after.space:
        if after.kinds & SAY:
            score += 1.2
            found.notes.add("says")
        elif after.kinds & HUMAN:
            score += 0.7
            found.notes.add("acts")
        elif after.low in ("himself", "herself"):
            score += 1.5
    elif after.shape == MARK:
        role = role_after(tokens, last)
        if role is not None:
            found.after = role
            score += 1.3
            found.strong = True
        if after.low == "," and last + 1 < len(tokens):
            following = tokens[last + 1]
            if following.shape == NUMBER and _is_age(tokens, last + 1):
                score += 2.2
                found.strong = True
            elif (
                not found.lone
                and following.kinds & SAY
                and following.shape == LOWER
                and following.low not in ("known", "called")
            ):
                score += 0.8
            elif len(following.text) < 8 and following.text[:2] in ("R-", "D-", "I-", "L-"):
                score += 2.0  # "Ana Horvat, D-Ohio"
                found.strong = True
            elif following.low in ("who", "whose", "whom"):
                score += 1.5
                found.strong = True
            elif (
                following.kinds & PLACE
                and not following.kinds & GIVEN
                and following.shape == CAPITAL
                and found.ordinary
            ):
                score -= 1.0  # "Aurora, Colorado"
        elif after.low == "(" and last + 1 < len(tokens):
            inside = tokens[last + 1]
            if inside.low in ("right", "left", "center", "centre", "pictured", "above", "far") or (
                inside.shape == NUMBER and _is_age(tokens, last + 1)
            ):
                score += 1.2
                found.strong = True
    return score


def _paired(tokens: list[Token], first: int, last: int) -> bool:
    """ "Hugh and Rosalind", "Adele and Harry Styles": a bare given name beside another name."""
    if not _only_given(tokens[first]) or last - first > 1:
        return False
    if last + 1 < len(tokens) and tokens[last].low in (",", "and") and _only_given(tokens[last + 1]):
        return True
    return first > 1 and tokens[first - 1].low in (",", "and") and _only_given(tokens[first - 2])


def _only_given(token: Token) -> bool:
    return (
        token.shape == CAPITAL
        and bool(token.kinds & COMMON_GIVEN)
        and not token.kinds & (WORD | PLACE | BODY | THING | THING_BEFORE)
    )


def _is_age(tokens: list[Token], at: int) -> bool:
    digits = tokens[at].low.rstrip(",.")
    if not digits.isdigit() or not 0 < int(digits) < 116 or len(digits) > 3:
        return False
    return (
        tokens[at].low.endswith((",", "."))
        or at + 1 >= len(tokens)
        or tokens[at + 1].low in (",", ")", ".", "and", "of", "from", "was", ";")
    )


__all__ = ["ENOUGH", "LONE_ENOUGH", "Candidate", "candidate", "name_parts"]
