"""What stands before and after a name: titles, roles, verbs, ages, and the signs that it names a thing."""

from articles.text.people.bodies import ends_as_place, names_body
from articles.text.people.candidates import Candidate
from articles.text.people.kin import handed_over, in_family, leaning, speaks_for_many, speaks_of_self
from articles.text.people.lexicon import (
    APPOSED,
    BODY,
    COMMON_GIVEN,
    DEMONYM,
    FEMALE,
    FOLLOWING,
    FUNCTION,
    GIVEN,
    HONORIFIC,
    HUMAN,
    MALE,
    MONTH,
    OF_BODIES,
    PLACE,
    PLURAL_ROLE,
    ROLE,
    SAY,
    THING,
    THING_BEFORE,
    WEEKDAY,
    WORD,
)
from articles.text.people.roles import RolePhrase, role_after, role_before
from articles.text.people.runs import Segment
from articles.text.people.tokens import CAPITAL, LOWER, MARK, NUMBER, Token

GEOGRAPHIC = frozenset(
    "street park field fields hall house lake church court bridge bridges head point cross moor heath downs common drive close place view keys creek springs lodge temple abbey grove green lane woods hill forest pool castle gates square island bay beach chambers".split()
)
_CALLED = frozenset("called named dubbed titled entitled nicknamed codenamed christened renamed known".split())
_OF_COMPANIES = frozenset(
    "purchase takeover acquisition merger shares share stake stakes buyout privatisation privatization listing subsidiary unit division board headquarters"
    " owned operated made manufactured built published owner owners maker makers bonds debt investors creditors shareholders rival rivals".split()
)
_BY_PEOPLE = frozenset(
    "flanked accompanied joined led headed assisted coached succeeded written directed presented hosted chaired captained photographed interviewed"
    " married watched greeted painted composed conducted sung played edited translated penned represented defended prosecuted".split()
)
_PLACING = frozenset("in at near from outside across around inside towards through".split())
_HUMANS = frozenset(
    "family man woman boy girl person baby someone somebody guy child people one kid character son daughter".split()
)
_BEFORE_WHOM = frozenset("for to with of by from".split())
_WHO = frozenset("who whose whom".split())
_ABOARD = frozenset("aboard".split())
_CLOSING = frozenset("\"”'’»")
_LONGEST_OFFICE = 3
"""Words. "Port authority operations manager" is as long as what stands before a name without a comma."""


def around(tokens: list[Token], segment: Segment, found: Candidate) -> float:
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
            who = back > 0 and tokens[back].low in ("is", "was", "are") and tokens[back - 1].low == "who"
            if who:
                score += 1.5
                found.strong = True
            person = ROLE | PLURAL_ROLE | DEMONYM
            if (
                back >= 0
                and not who
                and not tokens[back].kinds & person
                and tokens[back].low not in _HUMANS
                and not tokens[back].low.endswith(("man", "woman"))
            ):
                found.notes.add("thing")
                found.honorific = found.strong = False
                score -= 0.8
            else:
                score += 1.0
        elif before.low in ("of", "on", "to") and tokens[last - 1].low in GEOGRAPHIC:
            score -= 1.2
        elif before.kinds & SAY and before.shape == LOWER and before.low not in ("called", "named"):
            score += 0.8
            found.notes.add("said")
            if not found.lone and _after_speech(tokens, first - 1):
                score += 1.2
        elif not found.lone and before.shape == LOWER and _speaks_in_office(tokens, first):
            score += 1.2
        elif before.low == "as" and first > 1 and tokens[first - 2].low in ("named", "identified"):
            score += 1.2  # "The dead were named as ..."
            found.strong = True
        elif before.low == "by" and first > 1 and tokens[first - 2].low in _BY_PEOPLE:
            score += 0.8
    elif before is not None and before.low == "/" and not tokens[first].space:
        score -= 4.0
    if names_body(tokens, first, last) or ends_as_place(tokens, last):
        found.notes.add("thing")
        if found.honorific:
            found.honorific = found.strong = False
            score -= 3.0
        score -= 2.5
    alone = found.lone and not segment.regnal and not tokens[first].opens
    if handed_over(tokens, first) or (alone and in_family(tokens, first)):
        found.strong = True
        score += 3.0
    elif not found.honorific:
        score += leaning(tokens, first, last)
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
        if head.shape == CAPITAL and not (apart or found.lone) and not tokens[last - 1].kinds:
            score += 0.3  # "Professor Prosper Dotsevi"
        score += 0.4 if quoted else 0.6 if bodies else 2.2 if not apart or role.relative else 1.2
        set_off = found.lone and after is not None and after.low == "," and not found.ordinary
        found.strong = found.strong or not (quoted or bodies or (apart and not role.relative and not set_off))
        if apart and set_off and not (bodies or quoted or role.relative):
            score += 1.0  # "The village head, Sugiarto, said"
    elif segment.regnal:
        found.role = _regnal_role(tokens, segment)
    if found.honorific and found.lone:
        score = max(score, 4.0 if not tokens[first].kinds & DEMONYM else score)
    if after is not None:
        score += _following(tokens, last, found)
        if before is not None and before.low == "," == after.low and not found.lone:
            score += 0.4  # set off: "His opposite number, Ana Horvat, is"
    return score


def _after_speech(tokens: list[Token], verb: int) -> bool:
    """Whether a verb follows the end of a quotation: "..., said Ana Horvat"."""
    return verb > 0 and tokens[verb - 1].low in _CLOSING


def _speaks_in_office(tokens: list[Token], first: int) -> bool:
    """Whether a few plain words alone, which can only be what somebody is, stand between the verb after a quotation
    and a name: "..., said pier warden Ana Horvat"."""
    for at in range(first - 1, max(first - 2 - _LONGEST_OFFICE, 0), -1):
        token = tokens[at]
        if token.shape != LOWER or token.kinds & (FUNCTION | MONTH | WEEKDAY | PLURAL_ROLE):
            return False
        if token.kinds & SAY and at < first - 1:
            return _after_speech(tokens, at)
    return False


def _regnal_role(tokens: list[Token], segment: Segment) -> RolePhrase:
    wider = role_before(tokens, segment.first + 1)
    return wider if wider is not None else RolePhrase(segment.first, segment.first + 1)


def _following(tokens: list[Token], last: int, found: Candidate) -> float:
    after = tokens[last]
    if after.shape == MARK and after.low == "/" and not after.space:
        return -4.0
    if tokens[last - 1].possessive:
        if after.low in '“‘«"' and after.space and not found.lone:
            return 0.6  # "Ana Horvat's “The Boat” won"
        return 0.1 if after.shape != MARK or found.lone else -1.0  # "Mary Ann's, off the square"
    score = 0.0
    if after.low in (",", "and", "or") and after.shape in (MARK, LOWER) and not tokens[last - 1].possessive:
        found.notes.add("listed")  # another name may follow
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
            quoted = found.first > 0 and tokens[found.first - 1].low in "\"”’'»"
            if found.lone and quoted and speaks_of_self(tokens, found.first):
                found.strong = found.strong or not found.ordinary
                score += 1.5
            elif (
                found.lone
                and quoted
                and after.low == "told"
                and not found.ordinary
                and not speaks_for_many(tokens, found.first)
            ):
                score += 1.2  # "No water," Gebru told reporters
        elif after.kinds & HUMAN:
            score += 0.7
            found.notes.add("acts")
        elif after.low in ("himself", "herself"):
            score += 1.5
    elif after.shape == MARK:
        role = role_after(tokens, last)
        if role is not None:
            found.after = role
            score += 1.3 if not found.lone or found.ordinary else 1.7
            found.strong = found.strong or not any(t.kinds & OF_BODIES for t in tokens[role.first : role.last])
        if after.low == "," and last + 1 < len(tokens):
            following = tokens[last + 1]
            if following.shape == NUMBER and _is_age(tokens, last + 1):
                score += 2.2
                found.strong = True
            elif _is_so_old(tokens, last + 1):
                score += 1.7
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
            elif found.lone and not found.ordinary and _lives(tokens, last + 1):
                score += 2.4
                found.strong = True
            elif following.low in _WHO or (not found.lone and _of_whom(tokens, last + 1)):
                score += 1.5
                found.strong = True
                found.notes.add("who")
            elif following.low == "known" and found.lone and not found.ordinary:
                score += 0.7  # "Widodo, known to everyone as Jokowi,"
                found.notes.add("who")
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


def _lives(tokens: list[Token], at: int) -> bool:
    """ ", of Semarang, who": where somebody is from."""
    if tokens[at].low not in ("of", "from") or at + 3 >= len(tokens) or tokens[at + 1].shape != CAPITAL:
        return False
    return tokens[at + 2].low == "," and (tokens[at + 3].low in ("who", "whose") or bool(tokens[at + 3].kinds & SAY))


def _of_whom(tokens: list[Token], at: int) -> bool:
    """ ", for whose company", ", to whom"."""
    return tokens[at].low in _BEFORE_WHOM and at + 1 < len(tokens) and tokens[at + 1].low in ("whom", "whose")


def _is_so_old(tokens: list[Token], at: int) -> bool:
    """ ", a 31-year-old from Delhi"."""
    return tokens[at].low in ("a", "an", "the") and at + 1 < len(tokens) and tokens[at + 1].low.endswith("-year-old")


def _is_age(tokens: list[Token], at: int) -> bool:
    digits = tokens[at].low.rstrip(",.")
    if not digits.isdigit() or not 0 < int(digits) < 116 or len(digits) > 3:
        return False
    return (
        tokens[at].low.endswith((",", "."))
        or at + 1 >= len(tokens)
        or tokens[at + 1].low in (",", ")", ".", "and", "of", "from", "was", ";")
    )
