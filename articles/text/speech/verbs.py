"""Verbs of speech in a sentence: which words are one, and in which form, though many look like nouns."""

from collections.abc import Sequence

from articles.text.speech.clauses import NAME, POINT, QUOTE, WORD, Token
from articles.text.speech.words import speech_forms, words

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"})
_BETWEEN = frozenset({"also", "not", "then", "once", "later", "often", "widely", "first", "never"})
_SUBJECTS = frozenset({"he", "she", "they", "i", "we", "it", "you", "who", "which", "that", "to", "and", "but"})
_PLURALS = frozenset({"i", "we", "you", "they", "to", "who", "people", "police", "and"})
_NOUN_AFTER = frozenset({"of", "for", "with", "from", "in", "under", "on"})


def cue_form(tokens: Sequence[Token], at: int) -> str:
    """The form of the verb of speech at a place ("finite", "ing", "base", "participle"), or "" for another word."""
    token = tokens[at]
    if token.kind != WORD or token.text != token.lower:
        return ""
    form = speech_forms().get(token.lower, "")
    if not form or at == 0:
        return form
    left = skip_adverbs(tokens, at - 1, 0)
    before = tokens[left] if left >= 0 else None
    if before is None or before.kind in {QUOTE, POINT}:
        return form
    if before.possessive or (before.lower in words("determiners") and before.lower not in words("soft_determiners")):
        return ""  # "his comments", "the accused"
    if before.lower in _NOUN_AFTER and form != "ing":
        return ""
    if form == "base" and not _takes_base(tokens, left):
        return ""
    if token.lower in words("ambiguous") and before.kind == WORD and before.lower not in _SUBJECTS:
        return form if _noun_ends(tokens, left) else ""
    return form


def _takes_base(tokens: Sequence[Token], at: int) -> bool:
    """Whether the base form of a verb may follow: after "they", "to", "would" or a plural noun."""
    token = tokens[at]
    if tokens[at + 1].lower in words("modals") or token.lower in _PLURALS:
        return True
    if token.kind == NAME:
        return at > 0 and tokens[at - 1].lower == "and"
    return token.lower.endswith("s") and not token.possessive


def _noun_ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun phrase with its determiner, or a capitalised name, ends here: "the minister claims"."""
    if tokens[at].capital:
        return True
    for index in range(at, max(at - 6, -1), -1):
        token = tokens[index]
        if token.kind != WORD:
            return token.kind == NAME
        if token.lower in words("determiners"):
            return index < at
        if token.lower in words("prepositions") or token.lower in words("subordinators"):
            return False
    return False


def is_passive(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb at a place is passive: "was told", "has been described"."""
    index = at - 1
    while index >= 0 and (tokens[index].lower in _BETWEEN or tokens[index].lower.endswith("ly")):
        index -= 1
    return index >= 0 and tokens[index].lower in _BE and speech_forms().get(tokens[at].lower) != "ing"


def skip_adverbs(tokens: Sequence[Token], at: int, low: int) -> int:
    """Walk left over auxiliaries, adverbs and times ("has also", "on Tuesday later"); the index of what stands before."""
    timed = False
    while at >= low and tokens[at].kind == WORD:
        word = tokens[at].lower
        if word in words("times") and (timed or word not in words("timed_only")):
            timed = True
        elif not ((timed and (word[0].isdigit() or word in words("timed_adverbs"))) or _is_adverb(tokens[at])):
            break
        at -= 1
    return at


def _is_adverb(token: Token) -> bool:
    word = token.lower
    if word in words("adverbs"):
        return True
    return word.endswith("ly") and word == token.text and word not in words("no_adverbs")


def is_point(token: Token, *texts: str) -> bool:
    """Whether a token is one of these marks of punctuation."""
    return token.kind == POINT and token.text in texts
