"""How likely a stretch of capitalised words is a person's name: a sum of a few weights set by hand.

The weights are judgements about English news prose, fitted to no corpus: about 3 for what nearly settles it (a given
name with a surname, "Mr" before it), about 1 for a hint. A stretch of several words is a name from `ENOUGH` on."""

from articles.text.people.candidates import Candidate, name_parts
from articles.text.people.lexicon import (
    BODY,
    COMMON_GIVEN,
    COMMON_SURNAME,
    DEMONYM,
    FAMILY_FIRST,
    GIVEN,
    PLACE,
    ROLE,
    SUFFIX,
    SURNAME,
    TEAM,
    THING,
    THING_BEFORE,
    THING_OR_NAME,
    WORD,
)
from articles.text.people.runs import Segment
from articles.text.people.surroundings import GEOGRAPHIC, around
from articles.text.people.tokens import CAPITAL, INITIAL, Token

ENOUGH = 1.5
"""A stretch of several words with this sum is a person."""
LONE_ENOUGH = 2.3
"""A single word that no full name of the report explains needs more."""

_TYPICAL_ENDINGS = (
    "ov", "ova", "ev", "eva", "sky", "skyy", "skiy", "ski", "ska", "enko", "chuk", "ic", "dze", "shvili", "yan", "sson", "sen", "escu", "oglu",
    "wicz", "czyk", "opoulos", "idis", "akis", "inen", "ez", "uk", "avicius", "auskas", "dottir", "berg", "stein", "mann", "quist", "strom", "elli", "etti", "ini",
)  # fmt: skip


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
    ending = tokens[last - 1].low.rstrip(".") if last - first > 1 else ""
    found.suffix = {"junior": "jr", "jr": "jr", "senior": "sr", "sr": "sr"}.get(ending, "")
    found.junior = tokens[last - 1].low in ("jr", "junior") and len(parts) > 1
    found.ordinary = all(tokens[n].kinds & (WORD | PLACE | THING | BODY | THING_OR_NAME | DEMONYM) for n in names)
    found.score = _inside(tokens, names, segment) + around(tokens, segment, found)
    return found


def _inside(tokens: list[Token], names: list[int], segment: Segment) -> float:
    if segment.regnal:
        return 2.0
    if len(names) < 2:
        return _lone(tokens[names[0]])
    head, tail = tokens[names[0]], tokens[names[-1]]
    score = _given_weight(head) + _surname_weight(tail)
    if head.kinds & (GIVEN | SURNAME | WORD | PLACE | BODY | THING | DEMONYM) == SURNAME and not tail.kinds & GIVEN:
        score -= 0.2  # two family names in a row are as likely a firm
    if head.kinds & PLACE and tail.kinds & WORD and not tail.kinds & (GIVEN | SURNAME):
        score -= 1.0  # "France Unbowed"
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
        elif not kinds and tokens[n].shape == CAPITAL:
            score += 0.3
    if head.kinds & PLACE and tail.kinds & THING_OR_NAME and tail.kinds & WORD:
        score -= 0.6  # "Kenya Power"
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
    if token.low in GEOGRAPHIC:
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
        return -1.2
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
