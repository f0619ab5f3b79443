"""What stands between quotation marks though nobody speaks it: titles, signs and slogans, nicknames, words as words."""

import re
from collections.abc import Sequence

from articles.text.speech.clauses import NAME, POINT, QUOTE, WORD, Paragraph, Token
from articles.text.speech.phrases import PRONOUNS
from articles.text.speech.subjects import subject_right
from articles.text.speech.verbs import cue_form, is_point
from articles.text.speech.words import speech_forms, words

_WORD = re.compile(r"[^\W_]+(?:['’´.\-‑–&][^\W_]+)*")
_MINOR = frozenset(
    "a an the of in on at to for from by with and or nor but as vs v de la le les el da do di du der die das und y et is it be my".split()
)
_MEANING = frozenset(
    {"means", "meaning", "meant", "translates", "translated", "refers", "stands", "spelled", "spelt", "pronounced"}
)
_ARTICLES = frozenset(
    {
        "a",
        "an",
        "the",
        "his",
        "her",
        "its",
        "their",
        "our",
        "this",
        "that",
        "these",
        "those",
        "so-called",
        "any",
        "no",
        "every",
        "my",
        "your",
    }
)
_SPELLED = frozenset({"meaning", "means", "spelled", "spelt", "pronounced", "spelling"})
_BARE = frozenset(
    {
        "called",
        "named",
        "titled",
        "entitled",
        "dubbed",
        "nicknamed",
        "codenamed",
        "code-named",
        "headlined",
        "christened",
        "captioned",
        "subtitled",
        "renamed",
        "known",
    }
)


def word_count(text: str) -> int:
    """How many words a quotation has."""
    return sum(1 for _ in _WORD.finditer(text))


def is_unspoken(built: Paragraph, at: int) -> bool:
    """Whether the quotation at token `at` is a title, a sign, a nickname or a word spoken of, by what stands around it."""
    tokens = built.tokens
    text = built.passage.text[built.quotes[tokens[at].who].start : built.quotes[tokens[at].who].end]
    low, high = built.sentence_of(at)
    return (
        _is_nickname(tokens, at, text)
        or _names_a_work(tokens, at, low, text)
        or _on_a_sign(tokens, at, low, high)
        or _is_attribute(tokens, at, text)
        or _is_explained(tokens, at, high)
    )


def is_title(text: str) -> bool:
    """Whether all words that a title capitalises are capitalised: “Letters to a Young Baker”."""
    found = _WORD.findall(text)
    content = [word for word in found if word.lower() not in _MINOR]
    if len(content) < 2 or (text[-1] in "?!" and len(found) > 6):
        return False
    small = [word for word in content if not (word[0].isupper() or word[0].isdigit())]
    if small or not (found[0][0].isupper() or found[0][0].isdigit()):
        return False
    return len(content) > 2 or len(found) > 2 or text[-1] not in ".!?"


def _is_nickname(tokens: Sequence[Token], at: int, text: str) -> bool:
    """`Ivan “Iron Fist” Horvat`."""
    if at == 0 or at + 1 >= len(tokens) or word_count(text) > 4 or text[-1] in ",.":
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    return (
        before.end + 1 == tokens[at].start
        and before.kind in {NAME, WORD}
        and before.capital
        and after.kind in {NAME, WORD}
        and after.capital
        and text[0].isupper()
    )


def _names_a_work(tokens: Sequence[Token], at: int, low: int, text: str) -> bool:
    """`the novel “...”`, `a film called “...”`, `known as “...”`, `their motto is “...”`."""
    index = at - 1
    while index >= low and is_point(tokens[index], ",", ":", "(", "–", "—"):
        index -= 1
    if index < low or tokens[index].kind != WORD:
        return False
    word, touching = tokens[index].lower, index == at - 1
    if _is_work(word):
        return (touching or is_title(text) or _goes_on(tokens, at)) and not _is_said(tokens, index)
    if word in {"as", "to"} and any(is_point(token, ":") for token in tokens[index + 1 : at]):
        return False
    if word in {"as", "to"}:
        return _styled(tokens, index, low)
    if word in {"is", "was", "read", "reads", "says", "said"} and index > low:
        return touching and tokens[index - 1].lower in words("labels")
    if word in _BARE and touching:
        return not _is_active(tokens, index, low)
    if word in {"call", "calls"} and touching and index > low:
        return tokens[index - 1].kind == WORD and tokens[index - 1].lower not in words("callers")
    return word == "so-called" or (touching and word in _SPELLED) or _words_on_a_sign(tokens, index, low, at)


def _is_work(word: str) -> bool:
    return word in words("works") or (word.endswith("s") and word[:-1] in words("works"))


def _is_said(tokens: Sequence[Token], index: int) -> bool:
    """Whether what looks like a work is a verb of speech: "saying", "reading", "bills"."""
    word = tokens[index].lower
    return word in {"saying", "reading"} or (
        cue_form(tokens, index) in {"finite", "ing"} and word not in words("works")
    )


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sentence goes on with a verb of its own: `The boat, “Over the hills”, sank.`"""
    behind = at + 1
    while behind < len(tokens) and is_point(tokens[behind], ","):
        behind += 1
    if behind >= len(tokens) or tokens[behind].kind != WORD or tokens[behind].capital:
        return False
    word = tokens[behind].lower
    if word in words("main_verbs"):
        return True
    small = words("prepositions") | words("subordinators") | words("determiners") | words("adverbs") | PRONOUNS
    return word not in small and not cue_form(tokens, behind)


def _styled(tokens: Sequence[Token], index: int, low: int) -> bool:
    """`known locally as`, `trades as`, `bills itself as`, `translates as`."""
    near = tokens[max(low, index - 3) : index]
    return any(token.lower in words("styles") for token in near) and not any(token.kind == NAME for token in near)


def _words_on_a_sign(tokens: Sequence[Token], index: int, low: int, at: int) -> bool:
    """`a shirt with the words “...”`, `under the banner “...”`."""
    word, before = tokens[index].lower, tokens[index - 1].lower if index > low else ""
    if before not in {"the", "a", "with", "under"} or is_point(tokens[at - 1], ":"):
        return False
    return word == "banner" or (word in {"words", "message"} and _sign_near(tokens, index, low))


def _is_active(tokens: Sequence[Token], verb: int, low: int) -> bool:
    """Whether somebody calls something so ("what Horvat called “...”"); a film called “...” just bears the name."""
    before = tokens[verb - 1] if verb > low else None
    if before is None or tokens[verb].lower != "called":
        return before is not None and before.kind == NAME
    if before.kind == NAME or before.lower in words("callers"):
        return True
    return any(token.lower == "what" for token in tokens[max(low, verb - 8) : verb])


def _sign_near(tokens: Sequence[Token], at: int, low: int) -> bool:
    return any(
        tokens[index].kind == WORD and tokens[index].lower in words("signs") for index in range(max(low, at - 8), at)
    )


def _on_a_sign(tokens: Sequence[Token], at: int, low: int, high: int) -> bool:
    """`a banner that read “...”`, `placards: “...”`, `“...” read one sign`, `“...” banners`."""
    after = at + 1
    while after < len(tokens) and tokens[after].kind == POINT and tokens[after].text in {",", "–", "—"}:
        after += 1
    if (
        after + 1 < len(tokens)
        and tokens[after].lower in words("sign_verbs") | {"was", "is"}
        and speech_forms().get(tokens[after].lower)
    ):
        subject = subject_right(tokens, after + 1, min(len(tokens), after + 10))
        if subject is not None and subject.kind == "noun" and subject.head in words("signs"):
            return True
    if (after + 1 < high and after > at + 1) or after < high:
        for verb in range(after + 1, min(high, after + 6)):
            if (
                tokens[verb].lower in {"read", "reads", "said", "says"}
                and tokens[verb - 1].kind == WORD
                and tokens[verb - 1].lower in words("signs")
            ):
                return True
    for index in range(at - 1, max(low, at - 9) - 1, -1):
        token = tokens[index]
        if token.kind == QUOTE:
            return (
                index == at - 2 and tokens[at - 1].lower in {"and", "or", ","} and _on_a_sign(tokens, index, low, high)
            )
        if (token.kind == NAME and not token.possessive) or token.lower in {"he", "she"}:
            return False
        if token.kind == WORD and token.lower in words("signs") and index + 1 <= at:
            between = tokens[index + 1 : at]
            return not between or any(piece.lower in words("sign_verbs") or piece.text == ":" for piece in between)
    return False


def _is_attribute(tokens: Sequence[Token], at: int, text: str) -> bool:
    """`its “no ifs, no buts” policy`: between an article and a noun."""
    if at == 0 or at + 1 >= len(tokens) or text[-1] in ",." or word_count(text) > 10:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if after.kind != WORD or after.start > tokens[at].end + 1 or not after.lower.isalpha():
        return False
    if after.lower in words("signs") or (after.lower in words("works") and after.text == after.lower):
        return True
    if before.lower not in _ARTICLES and not before.possessive:
        return False
    if before.lower not in {"the", "a", "an", "that", "this"} and after.lower in {
        "is",
        "was",
        "are",
        "were",
        "has",
        "had",
        "became",
    }:
        return True  # `her “to be or not to be” was whispered`
    grammar = words("prepositions") | words("subordinators") | words("adverbs") | words("determiners")
    return (
        after.text == after.lower
        and after.lower not in grammar
        and not speech_forms().get(after.lower)
        and not after.lower.endswith(("ed", "ing", "ly"))
    )


def _is_explained(tokens: Sequence[Token], at: int, high: int) -> bool:
    """`“...” means ...`, `“...” is Croatian for ...`."""
    if at + 2 >= high or tokens[at + 1].kind != WORD:
        return False
    first, second = tokens[at + 1].lower, tokens[at + 2]
    if first in _MEANING and first not in {"meaning", "meant"}:
        return True
    return (
        first in {"is", "was"}
        and any(
            tokens[index].lower in {"for", "word", "phrase", "expression", "slogan", "motto", "abbreviation"}
            and tokens[index - 1].lower not in {"time", "not"}
            for index in range(at + 3, min(high, at + 6))
        )
        and (second.capital or second.lower in {"the", "a", "an", "its", "his", "her", "their"})
    )
