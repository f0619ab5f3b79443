"""What changed between two texts, word by word. Text in, pieces out; joined again, the pieces are both texts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "gone", "new"]

_PARAGRAPH = re.compile(r"[^\n]*\n+|[^\n]+")
_WORD = re.compile(r"\s+|\w+|[^\w\s]")
MOST = 4_000
"""Paragraphs or words of one place that are compared with one another; beyond it the place is told as replaced whole,
since the time of comparing grows with the square."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that both have, that only the older has (gone) or only the newer (new)."""

    kind: Kind
    text: str

    @property
    def middle_left_out(self) -> tuple[str, str]:
        """The beginning and the end of a long stretch, in whole words; ("", "") where it is short enough to show."""
        if len(self.text) <= 4 * SHOWN:
            return "", ""
        return self.text[:SHOWN].rsplit(None, 1)[0], self.text[-SHOWN:].split(None, 1)[-1]


SHOWN = 160
AROUND = 60
MOST_CHANGES = 12


def changes(old: str, new: str) -> list[list[list[str]]]:
    """The first `MOST_CHANGES` places where two texts differ, each as [kind, text] in order, with a few words around.

    Long stretches and what is the same between two places are told by their ends. Lists, so that JSON holds them.
    """
    found: list[list[list[str]]] = []
    pieces = by_word(old, new)
    for at, piece in enumerate(pieces):
        if piece.kind != "same":
            if not found:
                found.append([])
            begin, end = piece.middle_left_out
            found[-1].append([piece.kind, f"{begin} … {end}" if begin else piece.text])
        elif len(piece.text) <= 2 * AROUND and 0 < at < len(pieces) - 1:
            found[-1].append(["same", piece.text])
        else:
            if at > 0:
                found[-1].append(["same", _cut(piece.text, AROUND, at_end=True)])
            if at < len(pieces) - 1:
                found.append([["same", _cut(piece.text, AROUND, at_end=False)]])
    return found[:MOST_CHANGES]


def _cut(text: str, length: int, *, at_end: bool) -> str:
    """The beginning of a text (or its end) in whole words."""
    if len(text) <= length:
        return text
    return text[:length].rpartition(" ")[0] + " …" if at_end else "… " + text[-length:].partition(" ")[2]


def by_word(old: str, new: str) -> list[Piece]:
    """The pieces of both texts in order: paragraphs first, then the words of those that differ."""
    pieces: list[Piece] = []
    for same, older, newer in _runs(_PARAGRAPH.findall(old), _PARAGRAPH.findall(new)):
        if same:
            _add(pieces, "same", older)
        else:
            _add_words(pieces, older, newer)
    return pieces


def _add_words(pieces: list[Piece], old: str, new: str) -> None:
    runs = list(_runs(_WORD.findall(old), _WORD.findall(new)))
    gone = fresh = ""
    for at, (same, older, newer) in enumerate(runs):
        # A space between two changes is told with them: "old words" to "new ones" is one change, not two.
        if same and not (0 < at < len(runs) - 1 and older.isspace()):
            _add(pieces, "gone", gone)
            _add(pieces, "new", fresh)
            _add(pieces, "same", older)
            gone = fresh = ""
        else:
            gone, fresh = gone + older, fresh + newer
    _add(pieces, "gone", gone)
    _add(pieces, "new", fresh)


def _add(pieces: list[Piece], kind: Kind, text: str) -> None:
    if not text:
        return
    if pieces and pieces[-1].kind == kind:
        text = pieces.pop().text + text
    pieces.append(Piece(kind, text))


def _runs(old: list[str], new: list[str]) -> Iterator[tuple[bool, str, str]]:
    """(equal?, what the older has, what the newer has), in order. Equal ends are set aside first, at no cost."""
    start, end = 0, 0
    shorter = min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    head, tail = "".join(old[:start]), "".join(old[len(old) - end :])
    if head:
        yield True, head, head
    yield from _inner_runs(old[start : len(old) - end], new[start : len(new) - end])
    if tail:
        yield True, tail, tail


def _inner_runs(old: list[str], new: list[str]) -> Iterator[tuple[bool, str, str]]:
    if not old or not new or len(old) > MOST or len(new) > MOST:
        if old or new:
            yield False, "".join(old), "".join(new)
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        yield tag == "equal", "".join(old[a:b]), "".join(new[c:d])
