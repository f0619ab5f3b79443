"""Role phrases as written beside a name: "US Secretary of State" before it, "head of the regional council" after it."""

from dataclasses import dataclass

from articles.text.people.breaks import PARTICLES
from articles.text.people.lexicon import (
    BODY,
    DEMONYM,
    FUNCTION,
    HONORIFIC,
    LEADS,
    MODIFIER,
    MONTH,
    PLACE,
    PLURAL_ROLE,
    RANK,
    REGNAL,
    RELATION,
    ROLE,
    ROLE_STOP,
    SAY,
    TEAM,
    THING,
    WEEKDAY,
    WORD,
)
from articles.text.people.tokens import CAPITAL, INITIAL, LOWER, MARK, NUMBER, Token

LONGEST_BEFORE = 9  # words of a role phrase before a name, "former Los Angeles County deputy district attorney" has 8
LONGEST_AFTER = 16  # words of one after it

_POSSESSIVE = frozenset("his her their its my our your whose".split())
_PERSONAL = frozenset("his her my your whose".split())
_DETERMINER = frozenset("the a an this that one another fellow".split())
_OF = frozenset("of for at in on with to from under".split())
_CLOSING = frozenset(',.;:—–)-―”"!?…(“')
_OFFICES = frozenset(
    "staff state security defence defense police football rugby cricket operations communications research education finance justice health sales marketing"
    " policy news sport sports studies engineering science design music opposition parliament government council mission delegation party foreign affairs internal"
    " external public relations human resources nursing medicine surgery history physics chemistry biology economics law literature philosophy mathematics".split()
)
_IN_NAME_OF_OFFICE = frozenset("of the and for & , - la de".split())
_BEFORE_VERBS = frozenset(
    "will would could can may might must shall should to not they we you i did does do never also cannot".split()
)
_RELATIVE = frozenset("who whom whose which that where when while because but since".split())
_STOP_AFTER = frozenset(
    "who which that whose whom where when while because but as after before since until if has have had was were is are".split()
)


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """tokens[first:last] is the phrase; `relative` when it holds in relation to somebody else."""

    first: int
    last: int
    relative: bool = False
    plural: bool = False

    def text(self, text: str, tokens: list[Token]) -> str:
        return text[tokens[self.first].start : tokens[self.last - 1].end]


def role_before(tokens: list[Token], name: int) -> RolePhrase | None:
    """The role phrase that ends right before the name whose first word is tokens[name], honorifics left aside."""
    end = name
    while (
        end > 0
        and tokens[end - 1].kinds & HONORIFIC
        and not tokens[end - 1].kinds & ROLE
        and tokens[end - 1].shape == CAPITAL
    ):
        end -= 1
    if end == 0:
        return None
    if tokens[end - 1].low == ",":
        phrase = _set_off(tokens, end - 1)
        return (
            phrase if phrase is not None and (_closes(tokens, name) or _leads_sentence(tokens, phrase.first)) else None
        )
    if end > 2 and tokens[end - 1].low == "named" and tokens[end - 2].kinds & ROLE and tokens[end - 2].shape == LOWER:
        end -= 1  # "a cook named Ana Horvat"
    head = _head(tokens, end)
    if head is None:
        return None
    if head and tokens[head].shape == LOWER and tokens[head - 1].low in _BEFORE_VERBS:
        return None  # "will host Ana Horvat"
    first = _leftmost(tokens, head)
    while (
        end - 2 >= first
        and tokens[end - 1].kinds & REGNAL
        and tokens[end - 1].shape == CAPITAL
        and _is_role(tokens[end - 2])
    ):
        end -= 1  # "Energy Minister Prince Abdulaziz"
    if (
        first == head == end - 1
        and first > 1
        and tokens[first - 1].low == ","
        and tokens[first].kinds & (RANK | ROLE)
        and tokens[first].shape == CAPITAL
    ):
        wider = _set_off(tokens, first - 1)  # "the Nationalist candidate, Barrister Ngozi Jibril"
        if wider is not None:
            return wider
    return _phrase(tokens, first, end)


def _closes(tokens: list[Token], name: int) -> bool:
    """Whether a mark follows the name: "The mayor, Ana Horvat, said", but not "After the mayor, Ana Horvat said"."""
    at = name
    while (
        at < len(tokens) and at < name + 9 and (tokens[at].shape in (CAPITAL, INITIAL) or tokens[at].low in PARTICLES)
    ):
        if tokens[at].possessive:
            return True
        at += 1
    return at >= len(tokens) or tokens[at].shape in (MARK, NUMBER)


def _leads_sentence(tokens: list[Token], first: int) -> bool:
    """ "However the mayor, Ana Horvat says": the phrase, less its determiner, begins the sentence."""
    if first == 0 or tokens[first].opens or tokens[first - 1].opens:
        return True
    return (
        first > 1
        and tokens[first - 2].opens
        and tokens[first - 2].low in ("however", "but", "and", "yet", "so", "meanwhile")
    )


def _is_role(token: Token) -> bool:
    kinds = token.kinds
    if token.shape == CAPITAL:
        if kinds & RELATION and not token.opens and not kinds & REGNAL:
            return False
        return bool(kinds & (ROLE | RANK | REGNAL)) and not (token.possessive)
    return token.shape == LOWER and bool(kinds & (ROLE | RELATION)) and not token.possessive and token.low != "general"


def _head(tokens: list[Token], end: int) -> int | None:
    """Index of the role word that heads the phrase ending before tokens[end]: "minister", or "Secretary" of State."""
    at = end - 1
    last = tokens[at]
    if last.low in ("of", "for", "the", "and"):
        return None
    if last.shape in (MARK, NUMBER) or (end < len(tokens) and not tokens[end].space):
        return None
    if _is_role(last) or last.kinds & PLURAL_ROLE:
        return at
    # "Minister of Foreign Affairs", "head of security": back over the office to "of" and the role before it.
    for back in range(at, max(at - 7, 0), -1):
        token = tokens[back]
        if token.low in ("of", "for"):
            before = tokens[back - 1]
            lower = sum(t.shape == LOWER and t.low not in _IN_NAME_OF_OFFICE for t in tokens[back + 1 : end])
            if _is_role(before) and lower == sum(
                t.shape == LOWER and (t.low in _OFFICES or t.kinds & MODIFIER > 0) for t in tokens[back + 1 : end]
            ):
                return back - 1
            if lower:
                return None
        elif (
            (token.shape == MARK and token.low != "&")
            or token.shape == NUMBER
            or (
                token.shape == LOWER
                and token.low not in _IN_NAME_OF_OFFICE
                and token.kinds & (ROLE_STOP | FUNCTION | SAY)
            )
            or (token.possessive and token.low not in ("people", "women"))
        ):
            return None
    return None


def _leftmost(tokens: list[Token], head: int) -> int:
    """Where the phrase begins whose head is tokens[head]."""
    first, floor = head, max(head - LONGEST_BEFORE, 0)
    while first > floor and tokens[first].space and _belongs(tokens, first - 1):
        first -= 1
    if (
        first - 2 >= floor
        and tokens[first - 1].low == "and"
        and _is_role(tokens[first - 2])
        and tokens[first].shape == LOWER == tokens[first - 2].shape
    ):
        first -= 2
        while first > floor and _belongs(tokens, first - 1):
            first -= 1
    if first > floor:
        first = _with_plain_words(tokens, first, floor)
    return _without_lead(tokens, first, head)


def _belongs(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    kinds = token.kinds
    if token.possessive:
        return False
    if token.shape == INITIAL:
        return len(token.text) > 2
    if token.shape == LOWER:
        if kinds & (MODIFIER | DEMONYM):
            return True
        return bool(kinds & ROLE) and not kinds & ROLE_STOP
    if token.shape == CAPITAL:
        if (kinds & (MODIFIER | DEMONYM | ROLE) and not kinds & MONTH) or (token.shouted and not kinds & HONORIFIC):
            return True
        if kinds & (FUNCTION | MONTH | WEEKDAY | HONORIFIC | SAY):
            return False
        if token.opens and kinds & WORD and not kinds & (PLACE | THING | BODY | TEAM):
            return not token.low.endswith(("ed", "ing", "ly"))
        return not token.opens or bool(kinds & (PLACE | THING | BODY)) or not kinds & WORD
    return token.low == "/" and at > 0 and not tokens[at].space


def _with_plain_words(tokens: list[Token], first: int, floor: int) -> int:
    """ "the regional energy company spokesman": between a determiner and the head any noun or adjective may stand."""
    at = first
    while at > floor and tokens[at].space:
        token = tokens[at - 1]
        if token.low in _DETERMINER or token.low in _POSSESSIVE or token.possessive:
            return at
        if token.shape == CAPITAL and _belongs(tokens, at - 1):
            at -= 1
            continue
        verb_like = token.low.endswith("ed") or tokens[at].shape == CAPITAL
        if token.shape != LOWER or token.kinds & (ROLE_STOP | FUNCTION | SAY) or verb_like:
            return first
        at -= 1
    return first


def _without_lead(tokens: list[Token], first: int, head: int) -> int:
    """ "in Washington President Biden": the place belongs to "in", not to the role."""
    if first > 0 and first < head and tokens[first - 1].low in ("in", "at", "from", "near", "to"):
        at = first
        while (
            at < head
            and tokens[at].kinds & PLACE
            and not tokens[at].kinds & DEMONYM
            and tokens[at].low not in ("us", "uk", "eu")
        ):
            at += 1
        return at if tokens[at].shape == CAPITAL else first
    return first


def _phrase(tokens: list[Token], first: int, last: int) -> RolePhrase | None:
    # "of State" may end in a comma-less office; the head is always among these words.
    words = tokens[first:last]
    relation = any(t.kinds & RELATION for t in words if t.shape == LOWER)
    before = tokens[first - 1] if first else None
    owned = before is not None and (before.low in _POSSESSIVE or before.possessive)
    personal = before is not None and before.low in _PERSONAL
    plural = bool(words[-1].kinds & PLURAL_ROLE and not words[-1].kinds & ROLE) or words[-1].low in (
        "reps",
        "sens",
        "govs",
    )
    if relation and not owned:
        relation = words[-1].low in ("counterpart", "widow", "widower") or any(t.low == "of" for t in words)
    return RolePhrase(first, last, relation or personal, plural)


def _set_off(tokens: list[Token], comma: int) -> RolePhrase | None:
    """ "The director of the port authority, Tomas Brazdeikis, said": a role phrase with a determiner, then a comma."""
    for at in range(comma - 1, max(comma - LONGEST_AFTER, -1), -1):
        token = tokens[at]
        if token.shape in (MARK, NUMBER) and token.low not in ("-", "&", "/"):
            if token.low in '.;:“"”' and at + 1 < comma and _bare_role(tokens, at + 1, comma):
                return _phrase(tokens, at + 1, comma)
            return None
        starts = token.low in _DETERMINER or token.low in _POSSESSIVE or (token.possessive and at + 1 < comma)
        if at == 0 and not starts and _bare_role(tokens, 0, comma):
            return _phrase(tokens, 0, comma)
        if starts and token.low not in ("that", "this"):
            head = _head_forward(tokens, at + 1, comma)
            if head is not None:
                return _phrase(tokens, at + 1, comma)
            if token.possessive or token.low in ("his", "her"):
                return None
        if token.kinds & SAY and token.shape == LOWER:
            return None
    return None


def _bare_role(tokens: list[Token], first: int, comma: int) -> bool:
    return (
        comma - first <= 5
        and tokens[first].kinds & (ROLE | MODIFIER) > 0
        and _head_forward(tokens, first, comma) is not None
    )


def _head_forward(tokens: list[Token], first: int, last: int) -> int | None:
    """Index of the head of a noun group that begins at `first`: the last role word before a preposition."""
    head = None
    for at in range(first, min(last, first + LONGEST_BEFORE)):
        token = tokens[at]
        if token.low in _OF or token.low in ("who", "which", "that"):
            break
        if (token.shape == MARK and token.low not in "-&/") or (token.shape == NUMBER and not token.low[-1].isalpha()):
            break
        if token.kinds & SAY and token.shape == LOWER and not token.kinds & ROLE:
            break
        if token.shape == LOWER and token.kinds & ROLE_STOP and token.low != "and":
            if head is None:
                return None
            break
        if (token.shape == LOWER or token.kinds & ROLE) and _is_role(token):
            head = at
        elif head is not None and token.low not in ("and", "-", "&") and not token.possessive:
            # words after the head without a preposition: "minister Smith", "student loans"
            return (
                None
                if token.shape == CAPITAL
                else (head if token.kinds & (ROLE_STOP | FUNCTION) else _later_head(tokens, at, last))
            )
        if token.possessive:
            head = None
    return head


def _later_head(tokens: list[Token], at: int, last: int) -> int | None:
    for later in range(at + 1, min(last, at + 4)):
        token = tokens[later]
        if token.shape != LOWER or token.kinds & (ROLE_STOP | FUNCTION):
            return None
        if _is_role(token):
            return later
    return None


def role_after(tokens: list[Token], end: int) -> RolePhrase | None:
    """The role phrase set off by a comma after the name that ends before tokens[end], an age left aside."""
    at = _past_bracket(tokens, end)
    if at + 1 >= len(tokens) or tokens[at].low not in (",", "–", "—"):
        return None
    at += 1
    if tokens[at].shape == NUMBER and tokens[at].low.rstrip(",").isdigit():  # ", 34, a nurse"
        if tokens[at].low.endswith(","):
            at += 1
        elif at + 1 < len(tokens) and tokens[at + 1].low == ",":
            at += 2
        else:
            return None
    if at >= len(tokens) or tokens[at].low in ("and", "or", "but"):  # ", and his wife"
        return None
    first = at
    if tokens[at].low == "who" and at + 1 < len(tokens) and tokens[at + 1].kinds & LEADS:
        last = _closing(tokens, at + 1)
        return RolePhrase(at + 1, last) if last is not None and last > at + 2 else None
    if tokens[first].low in _DETERMINER or tokens[first].low in _POSSESSIVE:
        first += 2 if first + 1 < len(tokens) and tokens[first + 1].low == "most" else 1
    personal = tokens[first - 1].low in _PERSONAL
    while first < len(tokens) and first < at + 5:  # "Ukraine's foreign minister", "the city's former mayor"
        owner = next((n for n in range(first, min(first + 4, len(tokens))) if tokens[n].possessive), None)
        if owner is None or any(
            t.shape == MARK or t.low in _OF or (t.shape == LOWER and t.kinds & (SAY | ROLE_STOP))
            for t in tokens[first:owner]
        ):
            break
        first = owner + 1
    head = _head_forward(tokens, first, len(tokens))
    if head is None:
        return None
    last = _closing(tokens, head)
    if last is None:
        return None
    relation = bool(tokens[head].kinds & RELATION) and (
        tokens[first - 1].low in _POSSESSIVE or tokens[first - 1].possessive
    )
    return RolePhrase(first, last, relation or personal)


def _past_bracket(tokens: list[Token], end: int) -> int:
    """The index after "(right)" or "(D-Ohio)" if such a bracket stands at `end`."""
    if end < len(tokens) and tokens[end].low == "(":
        for at in range(end + 1, min(end + 6, len(tokens))):
            if tokens[at].low == ")":
                return at + 1
    return end


def _closing(tokens: list[Token], head: int) -> int | None:
    """Where a role phrase that runs on at `at` ends; None when it is not set off and so is no role phrase."""
    at = head + 1
    limit = min(at + LONGEST_AFTER, len(tokens))
    while at < limit:
        token = tokens[at]
        if token.shape == MARK and token.low in _CLOSING and (token.space or token.low != "-"):
            return at
        if token.shape == LOWER and (token.low in _STOP_AFTER or (token.kinds & SAY and not token.kinds & ROLE)):
            return at if at > head + 1 or token.low in _RELATIVE else None
        at += 1
    return at if at == len(tokens) else None
