"""Characters: the reading text of a stretch of a raw report, and the way back from it to the raw offsets."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass

from articles.text.report import Block, Role, Span

_CONTROLS = frozenset(c for c in map(chr, (*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF)) if not c.isspace())
INVISIBLE = _CONTROLS | frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2066\u2067\u2068\u2069\ufeff"
)
"""Soft hyphen, zero-width and bidi marks, and control characters, which neither HTML nor XML may hold: they are kept in
the raw text and left out of the reading text."""

_HIDDEN = "".join(sorted(INVISIBLE))
_INK = rf"[^\s{_HIDDEN}]++"
_WORD = re.compile(_INK)
_DROP = re.compile(f"[{_HIDDEN}]+")
_PLAIN = re.compile(rf"{_INK}(?: {_INK})*+\Z")
"""A text that is its own reading text. The quantifiers are possessive: a match never tries a second way."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The reading text of raw[start:end]: invisible characters dropped, each run of white space one space.

    `offsets` is None where the reading text is the raw slice itself (then offset = start + index); else it holds
    the raw offset of each character."""

    text: str
    start: int
    end: int
    offsets: Sequence[int] | None = None
    block: Block | None = None

    def at(self, index: int) -> int:
        """The raw offset of character `index` of the reading text."""
        if self.offsets is None:
            return self.start + index
        return self.offsets[index]

    def span(self, start: int, end: int) -> Span:
        """The raw span of `text[start:end]` (not empty)."""
        return Span(self.at(start), self.at(end - 1) + 1)

    def index(self, offset: int) -> int:
        """The index in `text` of the first character at or after a raw offset."""
        if self.offsets is None:
            return min(max(offset - self.start, 0), len(self.text))
        return bisect_left(self.offsets, offset)


def reading_text(raw: str, start: int, end: int) -> str:
    """The reading text of raw[start:end] alone, for those who need no way back."""
    return " ".join(_DROP.sub("", raw[start:end]).split())


def passage(raw: str, start: int, end: int, block: Block | None = None) -> Passage:
    """The reading text of raw[start:end], stripped at both ends, with the raw offset of every character."""
    piece = raw[start:end]
    if _PLAIN.match(piece):
        return Passage(piece, start, end, None, block)
    pieces: list[str] = []
    offsets = array("q")
    last = 0
    for word in _WORD.finditer(piece):
        if pieces and _DROP.sub("", piece[last : word.start()]):
            pieces.append(" ")
            offsets.append(start + word.start() - 1)
        last = word.end()
        pieces.append(word.group())
        offsets.extend(range(start + word.start(), start + last))
    return Passage("".join(pieces), start, end, offsets, block)


def passages(raw: str, blocks: tuple[Block, ...], roles: Set[Role]) -> tuple[Passage, ...]:
    """The reading texts of all blocks with one of these roles, in order."""
    return tuple(passage(raw, block.start, block.end, block) for block in blocks if block.role in roles)
