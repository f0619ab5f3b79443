"""Characters: the reading text of a stretch of a raw report, and the way back from it to the raw offsets."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from articles.text.report import Block, Span

INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2066\u2067\u2068\u2069\ufeff")
"""Soft hyphen, zero-width and bidi marks: they are kept in the raw text and left out of the reading text."""

_PLAIN = re.compile(r"[^\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+(?: [^\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+)*\Z")


@dataclass(frozen=True, slots=True)
class Passage:
    """The reading text of raw[start:end]: invisible characters dropped, each run of white space one space.

    `offsets` is None where the reading text is the raw slice itself (then offset = start + index); else it holds
    the raw offset of each character."""

    text: str
    start: int
    end: int
    offsets: tuple[int, ...] | None = None
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


def passage(raw: str, start: int, end: int, block: Block | None = None) -> Passage:
    """The reading text of raw[start:end], stripped at both ends."""
    piece = raw[start:end]
    if _PLAIN.match(piece):
        return Passage(piece, start, end, None, block)
    characters: list[str] = []
    offsets: list[int] = []
    space = False
    for offset, character in enumerate(piece, start):
        if character in INVISIBLE:
            continue
        if character.isspace():
            space = True
            continue
        if space and characters:
            characters.append(" ")
            offsets.append(offset - 1)
        space = False
        characters.append(character)
        offsets.append(offset)
    return Passage("".join(characters), start, end, tuple(offsets), block)


def passages(raw: str, blocks: tuple[Block, ...], roles: frozenset) -> tuple[Passage, ...]:
    """The reading texts of all blocks with one of these roles, in order."""
    return tuple(passage(raw, block.start, block.end, block) for block in blocks if block.role in roles)
