"""Quotation marks: which stretches of a paragraph stand between an opening and a closing mark.

One pass over the marks of a paragraph. A mark is judged by what stands on either side of it as well as by its shape,
because reports mix curly and straight marks in one pair, and because an apostrophe looks like a single mark.
"""

import re
from dataclasses import dataclass

MARK = re.compile(r"``|''|‘‘|’’|´´|[“”„‟\"«»‹›＂‘’‚‛'`´]")

SINGLES = frozenset("‘’‚‛'`´")
_WORD = re.compile(r"\w+")
_DECADE = re.compile(r"\d0s?")
_REACH = 200  # marks that a single mark looks ahead for its partner
_OPENERS = frozenset({"“", "„", "‟", "«", "‹", "``", "‘‘"})
_CLOSERS = frozenset({"”", "»", "›", "’’", "´´"})
_BEFORE_OPENER = frozenset(" ([{—–-―/“\"‘'«„¿¡:;,.…")
_ENDINGS = frozenset(".,!?;:…—–-)")
ELISIONS = frozenset(
    "em tis twas til till cause cos cuz bout round n twere ello im er nuff fraid neath ave ere".split()
)
"""Words that are written with an apostrophe in front: no quotation begins there."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between marks: text[start:end] are the words, text[opening:closing] with the marks.

    `state` is "whole", "unclosed" (no closing mark in the paragraph: ends with it) or "unopened"."""

    opening: int
    start: int
    end: int
    closing: int
    single: bool = False
    state: str = "whole"
    mixed: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    shape: str
    start: int
    end: int
    opens: bool  # could open by what stands around it
    closes: bool


def marked(text: str) -> list[Marked]:
    """The outermost stretches between quotation marks in one paragraph, in order. Linear in its length."""
    marks = _marks(text)
    found: list[Marked] = []
    after = 0  # marks before this index are done with
    doubles = [_is_double(mark) for mark in marks]
    balance = _balance(marks, doubles)
    while after < len(marks):
        if doubles[after]:
            piece, after = _double(text, marks, doubles, balance, after)
        else:
            piece, after = _single(text, marks, doubles, after)
        if piece is not None:
            found.append(piece)
    return found


def opens_with_mark(text: str) -> bool:
    """Whether a paragraph begins with a mark that could open a quotation."""
    match = MARK.match(text)
    return match is not None and match.group() not in {"’", "´"} and not _elision(text, match.end())


def _marks(text: str) -> list[_Mark]:
    marks = []
    for match in MARK.finditer(text):
        start, end, shape = match.start(), match.end(), match.group()
        before = text[start - 1] if start else " "
        behind = text[end] if end < len(text) else " "
        if shape in SINGLES and before.isalnum() and behind.isalnum():
            continue  # an apostrophe
        if shape in SINGLES and before.isdigit() and behind in "\"'":
            continue  # feet and inches
        opens = not before.isalnum() and (before in _BEFORE_OPENER or before == "\xa0") and not behind.isspace()
        closes = not before.isspace() and not behind.isalnum() and start > 0
        if shape in SINGLES and opens and not closes and _elision(text, end):
            continue
        marks.append(_Mark(shape, start, end, opens, closes))
    return marks


def _elision(text: str, start: int) -> bool:
    """Whether a word that is written with an apostrophe in front ('90s, 'em) begins here."""
    word = _WORD.match(text, start)
    return word is not None and (word.group().lower() in ELISIONS or bool(_DECADE.fullmatch(word.group())))


def _is_double(mark: _Mark) -> bool:
    return mark.shape not in SINGLES


def _opens_double(mark: _Mark) -> bool:
    if mark.shape in _OPENERS:
        return not (mark.closes and not mark.opens)
    if mark.shape in _CLOSERS:
        return mark.opens and not mark.closes
    return mark.opens and not mark.closes


def _balance(marks: list[_Mark], doubles: list[bool]) -> list[int]:
    """For each mark: closing minus opening double marks from it to the end of the paragraph."""
    balance = [0] * (len(marks) + 1)
    for index in range(len(marks) - 1, -1, -1):
        step = 0
        if doubles[index]:
            step = -1 if _opens_double(marks[index]) else 1
        balance[index] = balance[index + 1] + step
    return balance


def _double(
    text: str, marks: list[_Mark], doubles: list[bool], balance: list[int], at: int
) -> tuple[Marked | None, int]:
    first = marks[at]
    if not _can_open(text, first):
        return _unopened(text, first, at), at + 1
    depth = 1
    for index in range(at + 1, len(marks)):
        mark = marks[index]
        if not doubles[index] or _inches(text, mark, marks, index):
            continue
        if _opens_double(mark) and not _closes(first, mark):
            if balance[index] < depth:  # too few closing marks left: the first was never closed
                return _piece(text, first.start, first.end, mark.start, mark.start, state="unclosed"), index
            depth += 1
            continue
        depth -= 1
        if depth == 0:
            mixed = (first.shape in "“”„") != (mark.shape in "“”„")
            return _piece(text, first.start, first.end, mark.start, mark.end, mixed=mixed), index + 1
    return _piece(text, first.start, first.end, len(text), len(text), state="unclosed"), len(marks)


def _can_open(text: str, mark: _Mark) -> bool:
    if mark.shape in _OPENERS:
        return mark.opens or not mark.closes
    return mark.opens or (not mark.closes and mark.start == 0)


def _closes(first: _Mark, mark: _Mark) -> bool:
    """Whether a mark of an opening shape closes here all the same: „so“, »so«, and “so“ typed by a careless hand."""
    return (first.shape, mark.shape) in {("„", "“"), ("»", "«"), ("«", "»"), ("“", "”")}


def _inches(text: str, mark: _Mark, marks: list[_Mark], index: int) -> bool:
    """A 12" record inside a quotation: a digit before, a word behind, and another closing mark to come."""
    if mark.shape != '"' or not text[mark.start - 1 : mark.start].isdigit():
        return False
    later = marks[index + 1] if index + 1 < len(marks) else None
    return text[mark.end : mark.end + 2].strip().islower() and later is not None and later.closes and not later.opens


def _unopened(text: str, mark: _Mark, at: int) -> Marked | None:
    """A closing mark that nothing opened, as in `We are ready,” she said.` at the beginning of a paragraph."""
    if at == 0 and mark.closes and text[mark.start - 1 : mark.start] in _ENDINGS and mark.start > 12:
        return _piece(text, 0, 0, mark.start, mark.end, state="unopened")
    return None


def _single(text: str, marks: list[_Mark], doubles: list[bool], at: int) -> tuple[Marked | None, int]:
    first = marks[at]
    if not first.opens or first.shape in "’´" or (first.closes and first.shape != "‘"):
        return None, at + 1
    fallback: int | None = None
    inner = False  # inside double marks within the single ones
    for index in range(at + 1, min(len(marks), at + _REACH)):
        mark = marks[index]
        if doubles[index]:
            inner = _opens_double(mark) or (not inner and mark.opens)
            continue
        if inner:
            continue
        if mark.opens and not mark.closes and mark.shape not in "’´":
            break
        if not mark.closes:
            continue
        if _closes_surely(text, mark):
            return _piece(text, first.start, first.end, mark.start, mark.end, single=True), index + 1
        fallback = index if fallback is None else fallback
    if fallback is not None:
        mark = marks[fallback]
        return _piece(text, first.start, first.end, mark.start, mark.end, single=True), fallback + 1
    if at == 0 and first.start == 0 and first.shape in "‘'" and not _later_single(marks, doubles):
        return _piece(text, 0, first.end, len(text), len(text), single=True, state="unclosed"), len(marks)
    if _later_sentence(text, first) and at + 1 == len(marks):
        return _piece(text, first.start, first.end, len(text), len(text), single=True, state="unclosed"), len(marks)
    return None, at + 1


def _later_single(marks: list[_Mark], doubles: list[bool]) -> bool:
    return any(mark.opens and not doubles[index] for index, mark in enumerate(marks) if index)


def _later_sentence(text: str, mark: _Mark) -> bool:
    """A single mark that opens a new sentence (‘We will...) and is never closed runs on into the next paragraph."""
    return mark.shape == "‘" and text[max(mark.start - 2, 0) : mark.start] in {". ", ": ", ", "}


def _closes_surely(text: str, mark: _Mark) -> bool:
    """Whether a single mark closes for sure and is no plural possessive (the players’ bus) or clipped -ing (goin’)."""
    before = text[mark.start - 1]
    if before in _ENDINGS or not before.isalnum():
        return True
    behind = text[mark.end : mark.end + 2]
    if not behind.strip() or behind[0] in '.,;:!?)]—–…”"' or behind in {" —", " –", " -"}:
        return True
    return not (before in "sS" or text[mark.start - 2 : mark.start] == "in")


def _piece(
    text: str,
    opening: int,
    start: int,
    end: int,
    closing: int,
    *,
    single: bool = False,
    state: str = "whole",
    mixed: bool = False,
) -> Marked | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end <= start or not any(character.isalnum() for character in text[start:end]):
        return None
    return Marked(opening, start, end, closing, single, state, mixed)
