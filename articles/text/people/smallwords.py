"""Small words that are names after all: "Vice Premier He Lifeng", "A K Sharma", "Justice A.M. Khan", "Rusi Engineer"."""

from articles.text.people.lexicon import (
    BODY,
    COMMON_GIVEN,
    DEMONYM,
    FUNCTION,
    GIVEN,
    HONORIFIC,
    HUMAN,
    MONTH,
    PLACE,
    RANK,
    ROLE,
    SAY,
    SURNAME,
    THING,
    WEEKDAY,
    WORD,
    Lexicon,
)
from articles.text.people.tokens import CAPITAL, LOWER, Token

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


def town_before_name(tokens: list[Token], at: int, last: int) -> bool:
    """ "In Paris Emmanuel Macron said": a town that is a given name too, a given name that is no town, a surname."""
    before = tokens[at - 1] if at else None
    if before is None or before.low not in ("in", "from", "near", "at") or last - at != 3:
        return False
    given, family = tokens[at + 1], tokens[at + 2]
    return bool(given.kinds & COMMON_GIVEN and not given.kinds & PLACE) and family.shape == CAPITAL


_DONE_BY_PEOPLE = frozenset(
    "lost won said told asked promised warned insisted spoken resigned hoped wanted decided agreed refused called vowed "
    "pledged urged met survived announced accepted written argued chosen admitted denied".split()
)


def done_by_people(tokens: list[Token], at: int) -> bool:
    """ "May had lost", "March has promised": what no month does; tokens[at] is "had" or "has"."""
    if tokens[at].low not in ("had", "has") or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].shape == LOWER and tokens[at + 1].low in _DONE_BY_PEOPLE


def given_before_surname(tokens: list[Token], at: int) -> bool:
    """ "of Jan Zielinski": a month's short form that is a given name, before a word that is a surname and no other."""
    if at + 1 >= len(tokens) or not tokens[at].kinds & COMMON_GIVEN:
        return False
    after = tokens[at + 1]
    return after.shape == CAPITAL and after.space and after.kinds & (SURNAME | WORD | PLACE) == SURNAME


_SHORT_VERBS = frozenset("said says is was has had told did does".split())


def verb_follows(tokens: list[Token], at: int) -> bool:
    """Whether what follows "Will Smith" or "May Horvat" makes a subject of it: a verb, or a comma."""
    if at >= len(tokens):
        return False
    after = tokens[at]
    short = after.low in _SHORT_VERBS or after.kinds & SAY or after.low == ","
    return bool(short or (after.kinds & HUMAN and after.low.endswith(("ed", "s"))))
