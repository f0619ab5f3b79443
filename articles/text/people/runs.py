"""Runs of capitalised words, cut where a name cannot go on: the places where names may stand.

Nothing is decided here. A run gives its candidates to `weighing`, and names of things ("Hurricane Maria", "Villa
Marija") are handed over as well, because what is a thing once in a report is a thing wherever it stands."""

from dataclasses import dataclass

from articles.text.people.breaks import PARTICLES, Breaks
from articles.text.people.lexicon import (
    COMMON_GIVEN,
    DEMONYM,
    FUNCTION,
    GIVEN,
    HONORIFIC,
    PLACE,
    PLURAL_ROLE,
    RANK,
    REGNAL,
    ROLE,
    SUFFIX,
    SURNAME,
    THING,
    THING_BEFORE,
    WORD,
    Lexicon,
)
from articles.text.people.tokens import CAPITAL, INITIAL, LOWER, MARK, Token

_LEADING_PARTICLES = PARTICLES - set("y e i do te av los las wa ole ap a/l a/p s/o d/o".split())
_OPENING = frozenset("\"“'‘(„«")
_CLOSING = frozenset("\"”'’)“»")
_NICKNAME_LEADS = frozenset("the of el la le il o da".split())
_IN_NICKNAMES = _NICKNAME_LEADS | frozenset("and de del in on a los".split())


@dataclass(slots=True)
class Segment:
    """tokens[first:last]: a stretch that may be a name. `parts` are the indexes of its name words."""

    first: int
    last: int
    parts: list[int]
    thing: bool = False
    regnal: bool = False  # begins with "King", "Pope": the title is part of the stretch
    adjectival: bool = False  # "the Biden Administration"


def style_of(tokens: list[Token]) -> str:
    """ "caps", "title" or "prose": how a line uses capitals."""
    words = [t for t in tokens if t.shape in (CAPITAL, LOWER) and len(t.text) > 3]
    if not words:
        return "title"
    shouted = sum(t.shouted for t in words)
    if shouted >= 2 and shouted > 0.7 * len(words):
        return "caps"
    capitals = sum(t.shape == CAPITAL for t in words)
    if tokens[-1].low in ".;," and len(tokens) > 4:
        return "prose"
    if len(words) <= 3:
        return "title" if capitals == len(words) and tokens[-1].low not in ".!?" else "prose"
    if sum(t.shape == LOWER and len(t.text) > 4 and not t.kinds & FUNCTION for t in words) > 1:
        return "prose"
    return "title" if capitals > 0.68 * len(words) else "prose"


def segments(tokens: list[Token], lexicon: Lexicon, style: str, known: frozenset[str] | set[str]) -> list[Segment]:
    """All stretches of a passage that may be names, and the names of things among its runs."""
    found: list[Segment] = []
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        if token.shape in (CAPITAL, INITIAL) or (token.low in _LEADING_PARTICLES and _leads(tokens, at)):
            end = _run_end(tokens, at)
            found += _cut(tokens, at, end, lexicon, style, known)
            at = end
        else:
            at += 1
    return found


def _leads(tokens: list[Token], at: int) -> bool:
    """ "said van Dijk": a lower-case particle may begin a surname."""
    after = at + 1
    while (
        after < min(len(tokens), at + 4)
        and tokens[after].low in PARTICLES
        and tokens[after].space
        and tokens[after].shape == LOWER
    ):
        after += 1
    return after < len(tokens) and tokens[after].shape == CAPITAL and tokens[after].space and tokens[at].shape == LOWER


def _run_end(tokens: list[Token], at: int) -> int:
    """The index after the last word that hangs together with tokens[at]."""
    end = at + 1
    count = len(tokens)
    if tokens[at].shape == LOWER:
        while tokens[end].shape == LOWER:
            end += 1
        end += 1
    while end < count:
        token = tokens[end]
        if tokens[end - 1].possessive:
            return end
        if token.shape in (CAPITAL, INITIAL) and token.space:
            end += 1
        elif token.shape == LOWER and token.low in PARTICLES and _leads(tokens, end):
            end += 1
            while tokens[end].shape == LOWER:
                end += 1
        elif (
            token.shape == MARK
            and token.low == ","
            and end + 1 < count
            and tokens[end + 1].low in ("jr", "sr")
            and tokens[end + 1].shape == CAPITAL
        ):
            end += 2
        elif token.low == "&" or (token.low == "/" and not token.space):
            if end + 1 < count and tokens[end + 1].shape in (CAPITAL, INITIAL):
                end += 2
            else:
                return end
        elif token.shape == MARK and token.low in _OPENING and token.space and (close := _nickname(tokens, end)):
            end = close
        else:
            return end
    return end


def _nickname(tokens: list[Token], at: int) -> int:
    """The index after the quoted nickname in `Dwayne "The Rock" Johnson` that opens at tokens[at], else 0."""
    for close in range(at + 2, min(at + 6, len(tokens) - 1)):
        if tokens[close].shape == MARK:
            inside = tokens[at + 1 : close]
            after = tokens[close + 1]
            name_before = tokens[at - 1].kinds & GIVEN or not tokens[at - 1].kinds & (
                WORD | PLACE | THING | ROLE | FUNCTION
            )
            good = tokens[close].low in _CLOSING and not tokens[close].space and not tokens[at + 1].space
            if good and name_before and after.shape == CAPITAL and after.space and not after.kinds & FUNCTION:
                return close + 1 if _nicknames(inside) else 0
            return 0
    return 0


def _nicknames(inside: list[Token]) -> bool:
    """ "The Rock", "the Boat", "Sticks and Stones", "of the Wells": what may be a nickname, and not words of a speech."""
    lower = [t for t in inside if t.shape not in (CAPITAL, INITIAL)]
    if not lower:
        return True
    led = inside[0].low in _NICKNAME_LEADS or inside[0].shape == CAPITAL
    return led and inside[-1].shape == CAPITAL and all(t.low in _IN_NICKNAMES for t in lower)


def _cut(
    tokens: list[Token], first: int, last: int, lexicon: Lexicon, style: str, known: frozenset[str] | set[str]
) -> list[Segment]:
    """The segments of the run tokens[first:last]."""
    if any(tokens[n].low in ("&", "/") and tokens[n].shape == MARK for n in range(first, last)):
        return [Segment(first, last, [n for n in range(first, last) if tokens[n].shape == CAPITAL], thing=True)]
    first = _past_office(tokens, first, last)
    found: list[Segment] = []
    current: list[int] = []
    state = Breaks(tokens, first, last, lexicon, style, known)

    def close() -> None:
        nonlocal current
        while current and tokens[current[-1]].low in PARTICLES and tokens[current[-1]].shape == LOWER:
            current.pop()
        if current:
            parts = [n for n in current if tokens[n].shape in (CAPITAL, INITIAL)]
            while parts and tokens[parts[0]].kinds & SUFFIX and not tokens[parts[0]].kinds & (GIVEN | SURNAME):
                parts.pop(0)
            if parts:
                begin = current[0] if tokens[current[0]].shape == LOWER else parts[0]
                found.append(Segment(begin, current[-1] + 1, parts))
        current = []

    skip = first
    for at in range(first, last):
        if at < skip:
            continue
        if current and tokens[at].low in _OPENING and (inner := _nickname(tokens, at)):
            skip = inner
            continue
        inner_particle = bool(current) and tokens[at].shape == LOWER  # "de la Vega": no town within a name
        if phrase := (0 if inner_particle else _phrase_at(tokens, at, last, lexicon)):
            close()
            while phrase + 1 < last and tokens[phrase].shape == LOWER:  # "San Juan del Valle"
                phrase += 2 if tokens[phrase + 1].shape == CAPITAL else 1
            found.append(Segment(at, phrase, list(range(at, phrase)), thing=True))
            skip = phrase
            continue
        verdict = state.verdict(at, current)
        if verdict == "name":
            current.append(at)
        elif verdict == "break":
            close()
        elif verdict == "regnal":
            close()
            end = at + 1
            while end < last and (tokens[end].kinds & SUFFIX or (end == at + 1)):
                end += 1
            rest = range(end, min(last, end + 6))
            if (
                any(tokens[n].kinds & GIVEN and not tokens[n].kinds & (ROLE | RANK) for n in rest)
                and not tokens[at].kinds & REGNAL
            ):
                continue
            if any(tokens[n].kinds & THING and tokens[n].shape == CAPITAL for n in rest):
                found.append(Segment(at, last, [n for n in range(at, last) if tokens[n].shape == CAPITAL], thing=True))
                skip = last
                continue
            if end < last and tokens[end].shape == LOWER:  # "Prince Mohammed bin Salman"
                continue
            more = (
                end < last
                and tokens[end].shape == CAPITAL
                and state.verdict(end, [at + 1]) == "name"
                and tokens[end].kinds & (SURNAME | GIVEN)
            )
            if more:
                continue
            found.append(Segment(at, end, list(range(at + 1, end)), regnal=True))
            skip = end
        elif verdict == "adjectival":
            close()
            if found:
                found[-1].adjectival = True
        else:  # thing: what stands before it in the run belongs to it
            stop = at + 1
            while stop < last and verdict == "thing-before" and not tokens[stop - 1].possessive:
                if stop + 1 < last and tokens[stop].kinds & (ROLE | RANK | HONORIFIC):  # "South Korean President ..."
                    break
                if tokens[stop - 1].kinds & DEMONYM and stop + 2 == last and _is_name(tokens[stop], tokens[stop + 1]):
                    break
                stop += 1
            parts = [*current, *range(at, stop)]
            found.append(Segment(parts[0], stop, [n for n in parts if tokens[n].shape == CAPITAL], thing=True))
            current = []
            skip = stop
    close()
    return found


def _is_name(given: Token, family: Token) -> bool:
    """ "South African Lerato Mokhethi": what comes after somebody's country."""
    other = WORD | PLACE | THING | THING_BEFORE | DEMONYM | ROLE
    return bool(given.kinds & COMMON_GIVEN) and family.shape == CAPITAL and not (given.kinds | family.kinds) & other


def _past_office(tokens: list[Token], first: int, last: int) -> int:
    """ "Secretary of State Antony Blinken": the run "State Antony Blinken" begins with an office, not with a name."""
    if first < 2 or last - first < 2 or tokens[first].kinds & THING_BEFORE:
        return first
    back = first - 1
    if tokens[back].low == "the" and back:
        back -= 1
    if tokens[back].low not in ("of", "for", "and") or not tokens[first].space:
        return first
    if tokens[back].low != "and" and not tokens[back - 1].kinds & (ROLE | RANK | PLURAL_ROLE):
        return first + 1 if _land_before_name(tokens, first, last) else first
    for at in range(first, last - 1):
        kinds = tokens[at].kinds
        if (
            kinds & GIVEN
            and not kinds & (PLACE | DEMONYM | THING | ROLE)
            and (at == first or not kinds & WORD or kinds & COMMON_GIVEN)
        ):
            if tokens[back].low == "and" and at == first:
                return first
            return at
        if kinds & ROLE or tokens[at].shape == INITIAL:
            return first
    kinds = tokens[first].kinds
    office = kinds & (PLACE | WORD) and not kinds & (GIVEN | SURNAME if kinds & WORD else GIVEN)
    if tokens[back].low != "and" and last - first > 2 and office:
        return first + 1  # "envoy for Afghanistan Lakhdar Brahimi", "Minister for Rehabilitation Jayalath Jayawardena"
    return first


def _land_before_name(tokens: list[Token], first: int, last: int) -> bool:
    """ "the Minister of Foreign Affairs of the Republic of Uzbekistan Shuhrat Yuldoshev": a land, then two words."""
    kinds = tokens[first].kinds
    if last - first != 3 or not kinds & PLACE or kinds & (GIVEN | SURNAME | THING):
        return False
    if not any(token.kinds & ROLE for token in tokens[max(0, first - 9) : first]):
        return False
    other = WORD | PLACE | THING | THING_BEFORE | DEMONYM | ROLE | RANK | FUNCTION
    return all(token.shape == CAPITAL and not token.kinds & other for token in tokens[first + 1 : last])


def _phrase_at(tokens: list[Token], at: int, last: int, lexicon: Lexicon) -> int:
    """The index after the longest phrase of the tables ("San Jose", "Morgan Stanley") that begins at tokens[at], or 0."""
    for size in (4, 3, 2):
        if at + size <= last:
            words = [tokens[n].low.rstrip(".") for n in range(at, at + size)]
            joined = " ".join(words)
            if joined in lexicon.phrases:
                return at + size
    return 0
