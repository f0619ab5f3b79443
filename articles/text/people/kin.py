"""Given names that stand alone because a family is told of: "their children, Rhys and Carys"; names that are handed over
as such: "gave his name as Bekele"; and the first person of a quotation, in which only a person speaks."""

from articles.text.people.lexicon import GIVEN, PLACE, WORD
from articles.text.people.tokens import CAPITAL, LOWER, MARK, NUMBER, Token

_FAMILIES = frozenset(
    "children sons daughters brothers sisters siblings grandchildren grandsons granddaughters twins parents triplets brother sister mother father granddaughter grandson stepson stepdaughter fiance fiancee boyfriend girlfriend nephews nieces"
    " cousins uncles aunts kids girls boys stepchildren stepsons stepdaughters son daughter wife husband".split()
)
_OWNING = frozenset(
    "his her their my our two three four five six both twin adult young teenage surviving other a elder younger eldest youngest".split()
)
_LONGEST_LIST = 14
_LONGEST_SPEECH = 70
_SELF = frozenset("i my me i'm i've i'd i'll mine myself".split())
_DOING = frozenset(
    "batting bowling speaking dressed aged wearing sitting standing smiling holding carrying born playing starting riding driving fishing"
    " running singing returning replying flanked accompanied using acting pictured seated defending prosecuting mitigating representing chairing presiding".split()
)
_DONE_TO = frozenset(
    "beat arrested jailed married appointed elected acquitted convicted interviewed eulogised eulogized".split()
)
_CONTRACTS = frozenset("contract contracts tender concession licence license deal project order".split())
_MANY = frozenset("we our us ours we're we've we'll we'd".split())
_PEOPLE = frozenset(
    "man woman boy girl victim suspect driver pilot teenager student worker men women person people dead passenger gunman soldier".split()
)


def in_family(tokens: list[Token], first: int) -> bool:
    """Whether a list of given names that tokens[first] belongs to follows "their children" or "two sons"."""
    at = first - 1
    floor = max(0, first - _LONGEST_LIST)
    while at >= floor:
        token = tokens[at]
        if token.shape == LOWER and token.low in _FAMILIES:
            owned = at > 0 and (tokens[at - 1].low in _OWNING or tokens[at - 1].possessive)
            return owned and (tokens[at - 1].low != "a" or tokens[at + 1].low == ",")
        listed = token.shape in (CAPITAL, NUMBER) or token.low in (",", "and", "(", ")", ":", "–", "—")
        if not listed or (token.shape == CAPITAL and token.opens):
            return False
        at -= 1
    return False


def handed_over(tokens: list[Token], first: int) -> bool:
    """ "gave his name as Bekele", "identified only as Hana", "known as Tsehay": the word before is "as"."""
    if first < 3 or tokens[first - 1].low != "as":
        return False
    near = tokens[max(0, first - 4) : first - 1]
    if near[-1].low == "only":
        return True
    if near[-1].low == "name":
        return any(t.low in ("his", "her", "their") for t in near)
    if near[-1].low not in ("identified", "named", "known") or tokens[first].kinds & (WORD | PLACE):
        return False
    return any(t.low in _PEOPLE for t in tokens[max(0, first - 7) : first - 2])


def speaks_of_self(tokens: list[Token], first: int) -> bool:
    """Whether the quotation that ends right before tokens[first] says "I" or "my": no company does."""
    return _says(tokens, first, _SELF)


def speaks_for_many(tokens: list[Token], first: int) -> bool:
    """Whether the quotation that ends right before tokens[first] says "we" or "our", as companies do."""
    return _says(tokens, first, _MANY)


def _says(tokens: list[Token], first: int, words: frozenset[str]) -> bool:
    if not first or tokens[first - 1].low not in "\"”’'»":
        return False
    for at in range(first - 2, max(-1, first - _LONGEST_SPEECH), -1):
        token = tokens[at]
        if token.shape == MARK and token.low in '"“‘«':
            return False
        if token.low in words and (token.low != "i" or token.text == "I"):
            return True
    return False


def leaning(tokens: list[Token], first: int, last: int) -> float:
    """Hints for and against a person that settle nothing: ", batting with a broken finger", "went to Ana Horvat",
    "between Hanoi and Hai Duong", "awarded the contract to Barton Keane"."""
    score = 0.0
    if last + 1 < len(tokens) and tokens[last].low == "," and tokens[last + 1].low in _DOING:
        score += 0.9
    lives = last + 3 < len(tokens) and tokens[last].low == "," and tokens[last + 1].low in ("of", "from")
    if lives and tokens[last + 2].shape == CAPITAL and tokens[last + 3].low == ",":
        score += 0.7
    if first and tokens[first - 1].low in _DONE_TO and not tokens[first].kinds & PLACE:
        score += 0.6
    if first < 2:
        return score
    one, two = tokens[first - 1], tokens[first - 2]
    if one.low == "to" and two.low in ("went", "according"):
        score += 0.7
    if one.low in ("to", "with") and any(t.low in _CONTRACTS for t in tokens[max(0, first - 8) : first - 1]):
        score -= 0.8
    place = two.shape == CAPITAL and bool(two.kinds & PLACE) and not two.kinds & GIVEN
    if place and one.low in ("–", "—", "-") and not one.space and not tokens[first].space:
        score -= 2.5  # the Hanoi–Hai Duong railway
    elif place and (one.low == "and" or (one.low == "," and first > 2 and tokens[first - 3].low == ",")):
        score -= 1.2 if tokens[first - 3].low != "," or one.low == "," else 2.4
    if one.low == "," and two.kinds & PLACE and first > 2 and tokens[last - 1].kinds & PLACE:
        score -= 1.5 if tokens[first - 3].low in ("from", "in", "near", "at", "of") else 0.0
    return score
