"""The subject of a verb of speech, left or right of it, and the subject of a whole sentence."""

from collections.abc import Sequence

from articles.text.speech.clauses import NAME, POINT, QUOTE, WORD, Token
from articles.text.speech.phrases import (
    JOINTS,
    PRONOUNS,
    WITHIN,
    Phrase,
    apposed_name,
    is_person_noun,
    phrase_at,
    phrase_ending,
)
from articles.text.speech.verbs import is_point, skip_adverbs
from articles.text.speech.words import speech_forms, words

_REACH = 40  # tokens that a subject may be away from its verb
_PAUSES = (",", "–", "—", "--", "-")
_BRACKETS = ("(", "[", "]", "'", "’", "/", ".")


def subject_left(tokens: Sequence[Token], verb: int, low: int) -> Phrase | None:
    """The subject that stands left of a verb, not before token `low`. None where there is none to be seen."""
    at = skip_adverbs(tokens, verb - 1, low)
    if at >= low and is_point(tokens[at], ")"):
        at = _opening_bracket(tokens, at, low) - 1
    if at < low:
        return None
    low = max(low, at - _REACH)
    token = tokens[at]
    if token.kind == QUOTE:
        return None
    if token.kind == POINT:
        return _climb(tokens, at, low) if token.text in _PAUSES else None
    if token.kind == WORD:
        if token.lower in PRONOUNS and not token.possessive:
            return Phrase("pronoun", at, at + 1, head=token.lower)
        if token.lower in {"who", "that", "which"}:
            return _antecedent(tokens, at, low)
        if token.lower in words("subordinators") or token.lower in {"to", "then"}:
            return None
    return phrase_ending(tokens, at, low)


def _antecedent(tokens: Sequence[Token], at: int, low: int) -> Phrase | None:
    """Who "who" is, or what "that" is: the name or noun right before it."""
    person = tokens[at].lower == "who"
    at -= 1
    while at >= low and is_point(tokens[at], *_PAUSES):
        at -= 1
    if at < low or tokens[at].kind not in {NAME, WORD}:
        return None
    if tokens[at].kind == NAME and not tokens[at].possessive:
        return Phrase("name", at, at + 1, tokens[at].who) if person else None
    found = phrase_ending(tokens, at, low)
    if person or found is None:
        return found
    return found if found.head in words("writings") or found.head in words("signs") else None


def _opening_bracket(tokens: Sequence[Token], at: int, low: int) -> int:
    while at > low and tokens[at].text not in {"(", "["}:
        at -= 1
    return at


def _climb(tokens: Sequence[Token], comma: int, low: int) -> Phrase | None:
    """The subject before stretches that explain it: "Ana Horvat, 45, a driver at the port, which is old, said"."""
    right = comma
    at = comma - 1
    noun: Phrase | None = None
    while at >= low and tokens[at].kind != QUOTE:
        token = tokens[at]
        if is_point(token, ")", *_PAUSES):
            apposed = None if noun else apposed_name(tokens, at + 1, right)
            if apposed is not None:
                return apposed
            if token.text == ")":
                at = _opening_bracket(tokens, at, low)
            found = _explained(tokens, at - 1, low) if _explains(tokens, at + 1, right) else None
            if found is not None and found.kind in {"name", "pronoun"}:
                return found
            noun = noun or found
            right = at
        elif token.kind == POINT and token.text not in _BRACKETS:
            break
        at -= 1
    return noun or apposed_name(tokens, max(at + 1, low), right)


def _explained(tokens: Sequence[Token], at: int, low: int) -> Phrase | None:
    """The phrase that ends before a stretch between commas, if it can be a speaker."""
    if at < low or tokens[at].possessive or tokens[at].kind not in {NAME, WORD} or tokens[at].text.isdigit():
        return None
    found = phrase_ending(tokens, at, low)
    if found is None or found.kind in {"name", "pronoun"}:
        return found
    return found if is_person_noun(found.head) else None


def _explains(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a stretch between commas may explain what stands before it; a clause of its own does not."""
    return not (first < last and tokens[first].lower in {"and", "but", "that", "because", "so", "said"})


def subject_right(tokens: Sequence[Token], first: int, high: int) -> Phrase | None:
    """The subject that begins at a place, right of its verb: "said the mayor of Brod, Ana Horvat, on Monday"."""
    if first >= high or tokens[first].lower in words("prepositions") or tokens[first].lower == "that":
        return None
    last = first
    while last < high and last - first < 24 and not _stops_right(tokens, last, first, high):
        last += 1
        if _is_whole_name(tokens, last - 1, high):
            break
    found = phrase_at(tokens, first, last)
    if found is not None and found.kind == "noun" and last < high and is_point(tokens[last], "(", *_PAUSES):
        return _named_behind(tokens, last + 1, high) or found
    return found


def _is_whole_name(tokens: Sequence[Token], at: int, high: int) -> bool:
    """A name that ends its phrase: no possessive, and neither "and" nor "campaign chairman Ivo Brandt" behind it."""
    if tokens[at].kind != NAME or tokens[at].possessive:
        return False
    behind = tokens[at + 1].lower if at + 1 < high else ""
    return behind not in JOINTS and behind not in words("name_nouns") and behind not in words("people_nouns")


def _stops_right(tokens: Sequence[Token], at: int, first: int, high: int) -> bool:
    token = tokens[at]
    if token.kind == POINT:
        return token.text not in WITHIN or (token.text == "." and (at == first or at + 1 >= high))
    return token.kind == QUOTE or (token.kind == WORD and at > first and token.lower in words("ends_right"))


def _named_behind(tokens: Sequence[Token], first: int, high: int) -> Phrase | None:
    """The name that explains a noun: ", Ana Horvat," but not ", Ana Horvat added"."""
    stop = first
    while stop < high and tokens[stop].kind not in {POINT, QUOTE} and stop - first < 8:
        stop += 1
        if tokens[stop - 1].kind == NAME:
            break
    apposed = apposed_name(tokens, first, stop)
    if apposed is None or stop >= high or tokens[stop].kind in {POINT, QUOTE}:
        return apposed
    return apposed if tokens[stop].lower in words("prepositions") or tokens[stop].lower == "who" else None


def main_subject(tokens: Sequence[Token], low: int, high: int) -> Phrase | None:
    """The subject of the sentence low..high: the first phrase that is no introduction ("In Brod on Monday, ...")."""
    first = low
    while first < high and (tokens[first].kind == POINT or tokens[first].lower in words("joins")):
        first += 1
    if first >= high or tokens[first].kind == QUOTE:
        return None
    if tokens[first].kind == WORD and _introduces(tokens[first].lower):
        comma = _comma(tokens, first, high)
        if comma < high and tokens[comma - 1].kind == NAME:  # "For Ana Horvat, director of the port, ..."
            second = _comma(tokens, comma + 1, high)
            comma = second if second < high else comma
        for index in range(first + 1, min(comma, high - 1)):  # "Among them is Ana Horvat, a nurse."
            if tokens[index].lower in {"is", "was"} and tokens[index + 1].kind == NAME:
                return Phrase("name", index + 1, index + 2, tokens[index + 1].who)
        if comma + 1 < high:
            return main_subject(tokens, comma + 1, high) or _first_phrase(tokens, first + 1, comma)
    return _first_phrase(tokens, first, high)


def _comma(tokens: Sequence[Token], at: int, high: int) -> int:
    while at < high and not is_point(tokens[at], ","):
        at += 1
    return at


def _introduces(word: str) -> bool:
    return word in words("introducers") or (word.endswith(("ing", "ed", "ly")) and len(word) > 4)


def _first_phrase(tokens: Sequence[Token], first: int, high: int) -> Phrase | None:
    last = first
    while last < high and last - first < 16 and not _is_predicate(tokens, last, first):
        last += 1
        if _is_whole_name(tokens, last - 1, high) or tokens[last - 1].lower in PRONOUNS:
            break
    if last > first and tokens[last - 1].kind == WORD and tokens[last - 1].lower in PRONOUNS:  # "At 19 she won a place"
        return Phrase("pronoun", last - 1, last, head=tokens[last - 1].lower)
    found = phrase_at(tokens, first, last)
    if found is not None and found.kind == "noun" and last + 1 < high and is_point(tokens[last], ","):
        apposed = apposed_name(tokens, last + 1, _comma(tokens, last + 1, high))
        if apposed is not None and apposed.last < high:
            return apposed
    return found


def _is_predicate(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether the subject is over: a verb, an adverb, a clause or a mark of punctuation begins."""
    token = tokens[at]
    if token.kind != WORD:
        return token.kind == QUOTE or (token.kind == POINT and token.text not in WITHIN)
    word = token.lower
    if at == first or token.text != word:
        return False
    if word in {"named", "called"} and at + 1 < len(tokens) and tokens[at + 1].kind == NAME:
        return False  # "A student named Ana Horvat"
    if word in words("main_verbs") or word in words("breaks") or word.endswith("ed"):
        return True
    if word in words("adverbs"):  # but "Horvat's first wife"
        return not tokens[at - 1].possessive and tokens[at - 1].lower not in words("determiners")
    return speech_forms().get(word) in {"finite", "participle"}
