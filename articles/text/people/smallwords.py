"""Small words that are names after all: "Vice Premier He Lifeng", "A K Sharma", "Justice A.M. Khan", "Rusi Engineer"."""

from articles.text.people.lexicon import (
    BODY,
    COMMON_GIVEN,
    DEMONYM,
    FUNCTION,
    GIVEN,
    HONORIFIC,
    MONTH,
    PLACE,
    RANK,
    ROLE,
    THING,
    WEEKDAY,
    WORD,
    Lexicon,
)
from articles.text.people.tokens import CAPITAL, Token

FAMILY_FUNCTION = frozenset("he so do an no you oh".split())
_AFTER_DO = frozenset("van thi duc quang huu ngoc xuan".split())
_NEVER_GIVEN = WORD | PLACE | BODY | ROLE | HONORIFIC | DEMONYM | MONTH | WEEKDAY | FUNCTION | THING


def family_function(tokens: list[Token], at: int, last: int, lexicon: Lexicon) -> bool:
    """Whether "He", "So" or "An" is a family name here: before a given name that is no English one."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < last else None
    if after is None or after.shape != CAPITAL or not after.space or after.shouted:
        return False
    if token.low == "do" and after.low in _AFTER_DO:
        return True
    western = after.low in lexicon.tables["given-common"] and "-" not in after.low
    if after.kinds & _NEVER_GIVEN or western:
        return False
    if not token.opens:
        return True
    if token.low in ("he", "you"):  # a verb or noun in capitals hardly ever follows the pronoun
        return len(after.text) > 3 and not after.possessive
    left, _, right = after.text.partition("-")
    return bool(right) and right.islower() and len(left) < 7 and len(right) < 7


def initials_follow(tokens: list[Token], at: int, last: int) -> bool:
    """ "A K Sharma": a letter before another letter and a name is no article."""
    if at + 2 >= last:
        return False
    one, two = tokens[at + 1], tokens[at + 2]
    return len(one.text) == 1 and one.text.isupper() and two.shape == CAPITAL


def office_before(tokens: list[Token], at: int, last: int) -> bool:
    """ "Justice A.M. Khan": initials after a title, and not the time of day."""
    if not at or at + 1 >= last or tokens[at].low in ("u.s.", "u.k.", "u.n.", "e.u.", "u.s.a."):
        return False
    return bool(tokens[at - 1].kinds & (ROLE | RANK | HONORIFIC)) and not tokens[at + 1].kinds & (WORD | PLACE | ROLE)


def trade_surname(tokens: list[Token], at: int, given: int) -> bool:
    """ "Rusi Engineer said": no trade stands right behind a given name but as a family name."""
    kinds = tokens[given].kinds
    if kinds & (PLACE | BODY | THING | DEMONYM | ROLE) or tokens[at].shouted or not kinds & GIVEN:
        return False
    if kinds & WORD and not kinds & COMMON_GIVEN:
        return False
    return at + 1 >= len(tokens) or tokens[at + 1].low not in ("of", "for", "-", "to")


def doubled(low: str, lexicon: Lexicon) -> bool:
    """ "Nkabinde-Zulu": a double family name of which one half is a people's too."""
    return not lexicon.kinds(low.split("-")[0]) & (DEMONYM | WORD | PLACE)
