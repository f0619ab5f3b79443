"""Phrases that name somebody: a name with its titles, a pronoun, "the minister", told apart without a parser.

A phrase is judged by its edges: a name behind "for" or "of" is not its head ("a spokesman for Ana Horvat"), unless the
preposition belongs to a title ("Minister of Finance Ana Horvat")."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.text.speech.clauses import NAME, POINT, QUOTE, WORD, Token
from articles.text.speech.verbs import is_point
from articles.text.speech.words import speech_forms, words

PRONOUNS = frozenset({"he", "she", "they", "i", "we", "it", "you"})
JOINTS = frozenset({"and", "or", "nor", "&"})
WITHIN = ("-", "'", "’", "/", "&", ".")
"""Marks that may stand within a phrase."""

_LONGEST = 18
_DEFINITE = frozenset({"the", "his", "her", "its", "their", "our", "this", "that"})
_SAID = frozenset({"said", "told", "says"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Who is named: `kind` is "name" (`who` is the person), "pronoun", "noun" ("the minister"), "joint" (two people).

    `first` and `last` are tokens, the last one exclusive. `head` and `others` are the noun and the words beside it."""

    kind: str
    first: int
    last: int
    who: int = -1
    head: str = ""
    others: tuple[str, ...] = ()
    definite: bool = False
    owner: int | None = None  # token of the name in "Horvat's letter"


def phrase_ending(tokens: Sequence[Token], at: int, low: int) -> Phrase | None:
    """The phrase whose last token is `at`, not reaching before `low`."""
    first = at
    while first >= low and at - first < _LONGEST and not _stops(tokens, first, at):
        first -= 1
    first += 1
    while first < at and tokens[first].lower in words("joins"):
        first += 1
    if first > at:
        return None
    last = tokens[at]
    alone = last.kind == NAME and not last.possessive and tokens[at - 1].lower not in JOINTS
    if alone and not _is_governed(tokens, first, at):
        return Phrase("name", at, at + 1, last.who)
    return phrase_at(tokens, first, at + 1)


def _stops(tokens: Sequence[Token], index: int, at: int) -> bool:
    """Whether a token left of the end of a phrase no longer belongs to it."""
    token = tokens[index]
    if token.kind == QUOTE:
        return index != at
    if token.kind == POINT:
        return token.text not in WITHIN or (token.text == "." and tokens[index - 1].lower not in words("abbreviations"))
    if token.kind == NAME:
        return False
    if token.lower in words("breaks"):
        such = token.lower == "as" and index > 0 and tokens[index - 1].lower == "such"
        return not such and token.lower != "nor"
    return index != at and token.text == token.lower and (token.lower in words("main_verbs") or token.lower in _SAID)


def phrase_at(tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """The phrase that the tokens first..last make."""
    if first >= last:
        return None
    names = [index for index in range(first, last) if tokens[index].kind == NAME]
    heads = [index for index in names if _is_head(tokens, index, first, last)]
    if heads:
        return _named(tokens, first, last, heads)
    if tokens[first].kind == WORD and tokens[first].lower in PRONOUNS:
        return Phrase("pronoun", first, first + 1, head=tokens[first].lower)
    return _noun_phrase(tokens, first, last, names)


def _is_head(tokens: Sequence[Token], name: int, first: int, last: int) -> bool:
    """Whether a name heads its phrase; it does not in "a friend of Horvat", "Horvat's aide" and "a Horvat campaign aide"."""
    if tokens[name].possessive or _is_governed(tokens, first, name):
        return False
    if name + 1 >= last or tokens[name + 1].kind != WORD or tokens[name + 1].lower in words("name_endings"):
        return True
    if tokens[name + 1].text.isupper() and len(tokens[name + 1].text) < 5:  # "Ana Horvat QPM"
        return True
    behind = tokens[name + 1].lower
    return behind in words("prepositions") or behind in words("subordinators") or behind in words("adverbs")


def _named(tokens: Sequence[Token], first: int, last: int, heads: Sequence[int]) -> Phrase:
    head = heads[0]
    behind = heads[1] if len(heads) > 1 else min(head + 2, last)
    if any(tokens[index].lower in JOINTS for index in range(head + 1, behind)):
        return Phrase("joint", head, last)
    if head > first and tokens[head - 1].lower in JOINTS:
        return Phrase("joint", first, last)
    return Phrase("name", head, head + 1, tokens[head].who)


def _is_governed(tokens: Sequence[Token], first: int, name: int) -> bool:
    """Whether a name hangs on a preposition before it in the phrase: "a friend of Ana Horvat"."""
    index = name - 1
    while index >= first and _is_title_word(tokens[index]):
        index -= 1
    if index < first or tokens[index].lower not in words("prepositions"):
        return False
    if not _inside_title(tokens, index, name):
        return True
    index -= 1
    while index >= first and tokens[index].kind == WORD and tokens[index].capital:
        index -= 1
    return index >= first and tokens[index].lower in words("prepositions")


def _is_title_word(token: Token) -> bool:
    if token.kind != WORD or token.lower in words("prepositions"):
        return is_point(token, ".")
    return token.capital or token.lower in words("people_nouns") or token.lower in words("title_words")


def _inside_title(tokens: Sequence[Token], preposition: int, name: int) -> bool:
    """Whether a preposition belongs to a title before a name: "Minister of Finance Ana Horvat"."""
    if tokens[preposition].lower not in {"of", "for"} or not preposition:
        return False
    between = tokens[preposition + 1 : name]
    before_name = tokens[name - 1].lower in words("people_nouns")
    return any(token.capital for token in between) and (tokens[preposition - 1].capital or before_name)


def _noun_phrase(tokens: Sequence[Token], first: int, last: int, names: Sequence[int]) -> Phrase | None:
    start = first
    for index in range(last - 1, first - 1, -1):  # it begins at its last determiner that follows no preposition
        governed = index > first and tokens[index - 1].lower in words("prepositions")
        if tokens[index].lower in words("determiners") and not governed:
            start = index
            break
    end = start
    while end < last and (end == start or tokens[end].lower not in words("prepositions")):
        if tokens[end].kind == POINT and tokens[end].text not in WITHIN:
            break
        end += 1
    inside = [token for token in tokens[start:end] if token.kind == WORD]
    if not inside:
        return None
    head, determiner = inside[-1].lower, inside[0].lower
    owners = [index for index in names if start <= index < end and tokens[index].possessive]
    definite = determiner in _DEFINITE or any(token.possessive for token in tokens[start:end])
    bare = determiner not in words("determiners") and not owners and head in words("people_nouns")
    others = tuple(token.lower for token in inside[:-1])
    owner = owners[-1] if owners else _author(tokens, end, names) if head in words("writings") else None
    return Phrase("noun", start, last, head=head, others=others, definite=definite or bare, owner=owner)


def _author(tokens: Sequence[Token], end: int, names: Sequence[int]) -> int | None:
    """The name behind "a statement from", if a preposition of origin leads to it."""
    behind = next((index for index in names if index >= end and not tokens[index].possessive), None)
    if behind is None or tokens[end].lower not in {"from", "by", "of"}:
        return None
    plain = all(_is_title_word(token) for token in tokens[end + 1 : behind])
    return behind if plain else None


def apposed_name(tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """The name that a stretch between commas is, with titles beside it at most: "the mayor, Ana Horvat, said"."""
    end = last - 1
    if not 1 <= last - first <= 8 or tokens[end].kind != NAME or tokens[end].possessive:
        return None
    for index in range(first, end):
        token = tokens[index]
        if token.kind != WORD or token.possessive or token.lower in words("subordinators"):
            return None
        if token.lower in words("prepositions") and not _inside_title(tokens, index, end):
            return None
        if token.text == token.lower and speech_forms().get(token.lower) == "finite":
            return None
    return Phrase("name", end, last, tokens[end].who)


def is_person_noun(word: str) -> bool:
    """Whether a noun stands for a person: "driver", "drivers", "34-year-old"."""
    nouns = words("people_nouns")
    return word in nouns or word.endswith("-year-old") or (word.endswith("s") and word[:-1] in nouns)
