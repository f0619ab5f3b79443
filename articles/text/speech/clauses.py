"""A paragraph as words, names, marks of punctuation and quotations, cut into sentences.

Whatever stands between quotation marks is one token, so that the rules of attribution see the sentence around it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.text.speech.marks import Marked
from articles.text.typography import Passage

_TOKEN = re.compile(r"[^\W_]+(?:['’´.\-‑–&][^\W_]+)*|[$£€#@%&]|\.{2,}|--+|[^\w\s]|_")
_SUFFIX = re.compile(r"['’´]s\b|['’´](?!\w)")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt sgt capt cmdr adm maj rev hon sen rep gov st jr sr no vs etc inc ltd co corp feb jan mar"
    " apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri ft mt ave blvd dept est fig vol pp ed u.s u.k u.n"
    " a.m p.m e.g i.e d.c ph.d messrs supt insp det pres sec ma fr bros".split()
)
_END = frozenset(".!?…")
_SHUT = frozenset(")]’'”\"")

_LONGEST = 120
"""Tokens after which a sentence is cut, so that the work on it stays linear in the length of the text."""

WORD, NAME, POINT, QUOTE = "word", "name", "point", "quote"


@dataclass(slots=True)
class Token:
    """A word, the name of a person (`who` is the index of the person), a mark of punctuation or a quotation
    (`who` is its index among the quotations of the paragraph)."""

    kind: str
    text: str
    start: int
    end: int
    who: int = -1
    possessive: bool = False
    lower: str = ""

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@dataclass(slots=True)
class Paragraph:
    """The reading text of one block with its tokens, quotations and sentences (ranges of tokens). `shouted`: it is all
    in capitals, as from a telex, so that a capital tells nothing."""

    passage: Passage
    quotes: list[Marked]
    shouted: bool = False
    tokens: list[Token] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)

    def sentence_of(self, token: int) -> tuple[int, int]:
        """The sentence in which a token stands."""
        return self.sentences[max(bisect_left(self.sentences, (token + 1, 0)) - 1, 0)]

    def ending(self, quote: int) -> str:
        """The last character within the marks of a quotation."""
        return self.passage.text[self.quotes[quote].end - 1]


def paragraph(passage: Passage, quotes: list[Marked], names: Sequence[tuple[int, int, int]]) -> Paragraph:
    """Cut a passage into tokens and sentences. `names`: (start, end, person) in the passage's text, in order."""
    built = Paragraph(passage, quotes, passage.text.isupper())
    built.tokens = _tokens(passage.text, quotes, names)
    for token in built.tokens if built.shouted else ():
        token.text = token.lower if token.kind == WORD else token.text
    built.sentences = _sentences(built)
    return built


def _tokens(text: str, quotes: list[Marked], names: Sequence[tuple[int, int, int]]) -> list[Token]:
    tokens: list[Token] = []
    solid = [(quote.opening, quote.closing, index, QUOTE) for index, quote in enumerate(quotes)]
    solid += [(start, end, who, NAME) for start, end, who in names]
    at = 0
    for start, end, who, kind in sorted(solid):
        if start < at:
            continue
        _words(text, at, start, tokens)
        at = end
        if kind == NAME:
            at = _name(text, start, end, who, tokens)
        else:
            tokens.append(Token(QUOTE, "", start, end, who))
    _words(text, at, len(text), tokens)
    return tokens


def _name(text: str, start: int, end: int, who: int, tokens: list[Token]) -> int:
    suffix = _SUFFIX.match(text, end)
    if suffix and suffix.group()[1:] == "" and text[end - 1] not in "sxzSXZ":
        suffix = None  # a closing single mark, not a possessive
    possessive = bool(suffix) or text[max(end - 2, start) : end] in {"'s", "’s"}
    if text[end : end + 1] in {"-", "‑"} and text[end + 1 : end + 2].isalpha():
        tokens.append(
            Token(WORD, text[start:end], start, end, lower=text[start:end].lower())
        )  # "Doe-backed" names no subject
        return end
    after = suffix.end() if suffix else end
    tokens.append(Token(NAME, text[start:end], start, after, who, possessive, text[start:end].lower()))
    return after


def _words(text: str, start: int, end: int, tokens: list[Token]) -> None:
    for match in _TOKEN.finditer(text, start, end):
        piece = match.group()
        if piece[0].isalnum():
            lower = piece.lower()
            possessive = lower.endswith(("'s", "’s", "´s")) and lower[:-2] not in {
                "it",
                "he",
                "she",
                "that",
                "who",
                "there",
                "let",
                "what",
            }
            possessive = possessive or (lower[-1] == "s" and text[match.end() : match.end() + 2] in {"' ", "’ "})
            tokens.append(Token(WORD, piece, match.start(), match.end(), possessive=possessive, lower=lower))
        else:
            tokens.append(Token(POINT, piece, match.start(), match.end(), lower=piece))


def _sentences(built: Paragraph) -> list[tuple[int, int]]:
    tokens = built.tokens
    sentences: list[tuple[int, int]] = []
    begin = 0
    for index, token in enumerate(tokens):
        if index - begin >= _LONGEST or (index >= begin and _ends_sentence(built, index)):
            end = index + 1
            while end < len(tokens) and tokens[end].kind == POINT and tokens[end].text in _SHUT:
                end += 1
            sentences.append((begin, end))
            begin = end
        elif token.kind == POINT and token.text == ";" and index > begin:
            sentences.append((begin, index + 1))
            begin = index + 1
    if begin < len(tokens) or not sentences:
        sentences.append((begin, len(tokens)))
    return sentences


def _ends_sentence(built: Paragraph, index: int) -> bool:
    tokens = built.tokens
    token = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.kind == QUOTE:
        if built.ending(token.who) not in _END or after is None:
            return after is None
        if built.shouted:
            return built.ending(token.who) == "."
        return after.kind in {NAME, QUOTE} or (after.kind == WORD and (after.capital or after.text[0].isdigit()))
    if token.kind != POINT or token.text[0] not in _END:
        return False
    if after is None or token.text in {"!", "?"}:
        return after is None or after.capital or after.kind != WORD
    before = tokens[index - 1] if index else None
    if before is not None and before.kind == WORD and token.text == ".":
        if before.lower in _ABBREVIATIONS and not (
            before.lower in {"a.m", "p.m", "u.s", "u.k", "u.n", "no"} and _starts(after)
        ):
            return False
        if len(before.text) == 1 and before.text.isupper():
            return False
    if before is not None and before.kind == NAME and before.end > token.start:
        return False
    if built.shouted:
        return True
    return after.kind in {NAME, QUOTE} or after.capital or after.text[0].isdigit() or after.text in {"(", "[", "“", "‘"}


def _starts(token: Token) -> bool:
    return token.lower in {"the", "he", "she", "it", "they", "we", "a", "an", "in", "on", "at", "but", "this"}
