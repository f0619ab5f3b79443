"""Lines: the raw text cut into lines, and the lines of one paragraph joined where a report is hard-wrapped."""

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass

from articles.text.typography import INVISIBLE, reading_text

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_MARKER = re.compile(
    r"\A(?:[•‣▪●·*▶►→»◦➤■–—-]{1,2}|>{1,3}|#?\d{1,2}[.):]|\(\d{1,2}\)|\d{1,2}(?=\s+[A-Z“\"‘']))(?:\s+|(?<=[•‣▪●▶►→»◦➤■])(?=\S))"
)
_CLOSERS = "\"'”’»)]*_ ■□◼◆●∎▪"
_WORD_LIKE = re.compile(r"[^\W_]")
_NUMBER_OR_BULLET = re.compile(r"\A(?:[•‣▪●·▶►→◦➤■]|[»*-](?=\s)|\d{1,2}[.)](?=\s)|\(\w\)\s)")
_FUNCTION_WORDS = frozenset(
    "a an the of in on at to for from by with and or as into over after before amid against between near than that "
    "his her its their is are was were will be says said about under during through towards toward via vs v who".split()
)
_INDENT = 2
_BYLINE_SPACES = 5
_TELEX_LINE = 45
_DATELINE_RULE = re.compile(r"\s(?:--|—|–|-)(?:\s|\Z)")
_COUNTED = re.compile(r"\A[$£€₹]?\d[\d.,:/-]*%?(?:st|nd|rd|th|am|pm|km|m|kg)?[,;]? [a-z(]")
_SHORT = 18
_LONG = 12
_NEARLY_FULL = 0.8
"""Of the width: a person who breaks lines by hand leaves some short."""
_TOP = 4
"""Paragraphs at the top of a report, where a full line may be a headline and the next one a byline or a date."""
_WRAP_LIMIT = 160
"""No mail or wire system wraps wider; a longer line that runs on was broken by accident, not by a width."""


def unmarked(text: str) -> str:
    """The text of a list line without its bullet or number; the text itself where nothing would be left."""
    return _MARKER.sub("", text, count=1).strip() or text


def is_marked(text: str) -> bool:
    """Whether the text begins with a bullet or a number of a list."""
    return _NUMBER_OR_BULLET.match(text) is not None


@dataclass(slots=True)
class Line:
    """A line with a word in it: its span without the white space around it, and its reading text.

    `gap` counts the lines without a word before it; `indent` the columns of white space at its beginning."""

    start: int
    end: int
    text: str
    gap: int
    indent: int
    capitals: bool = False  # a line of a report set in capitals throughout


def lines(raw: str) -> list[Line]:
    """All lines of a raw text that have a word, in order."""
    found: list[Line] = []
    gap = at = 0
    breaks = _BREAK.finditer(raw)
    while at <= len(raw):
        cut = next(breaks, None)
        stop = cut.start() if cut else len(raw)
        start, end = _trimmed(raw, at, stop)
        if _WORD_LIKE.search(raw, start, end):
            indent = len(raw[at:start].expandtabs(4))
            found.append(Line(start, end, reading_text(raw, start, end), gap, indent))
            gap = 0
        else:
            gap += 1
        if cut is None:
            break
        at = cut.end()
    return found


def _trimmed(raw: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (raw[start].isspace() or raw[start] in INVISIBLE):
        start += 1
    while end > start and (raw[end - 1].isspace() or raw[end - 1] in INVISIBLE):
        end -= 1
    return start, end


def ending(text: str) -> str:
    """The last character of a text behind closing quotation marks and brackets, or "" for an empty one."""
    return text.rstrip(_CLOSERS)[-1:]


def stops(text: str) -> bool:
    """Whether a text ends as a sentence or a clause does."""
    return ending(text) in ".?!:;…"


def _runs_on(above: Line, below: Line) -> bool:
    """Whether a sentence of the upper line surely goes on in the lower one."""
    first = below.text[0]
    return (
        not below.gap
        and (first.islower() or (below.capitals and above.capitals and len(above.text) > _TELEX_LINE))
        and not stops(above.text)
        and (below.capitals or not below.text[1:2].isupper())
        and not below.text.startswith(("http", "www."))
    )


def paragraphs(raw: str, opens: Callable[[str], bool]) -> list[list[Line]]:
    """The lines of a raw text grouped into paragraphs; `opens` tells a line that always begins a block of its own.

    A report of one paragraph a line, with or without blank lines, comes back as groups of one."""
    every = lines(raw)
    _mark_capitals(every)
    width = _wrap_width(every)
    indented = width > 0 and _indents_mark_paragraphs(every)
    groups: list[list[Line]] = []
    for line in every:
        if groups and _joins(
            groups[-1], line, width, indented, opens, top=len(groups) < _TOP, first=len(groups) == 1 == len(groups[-1])
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _mark_capitals(every: list[Line]) -> None:
    """Mark the lines of a report that is set in capitals throughout, as telex services did."""
    upper = [line for line in every if line.text.isupper()]
    if sum(len(line.text) for line in upper) > 0.6 * sum(len(line.text) for line in every):
        for line in upper:
            line.capitals = True


def _wrap_width(every: list[Line]) -> int:
    """The width at which a report is hard-wrapped, or 0.

    Evidence: lines that run on in lower case. Where a tenth of the neighbouring lines do, the text is wrapped at
    the longest of them (stray long ones aside)."""
    neighbours = sum(1 for line in every[1:] if not line.gap)
    running = [len(above.text) for above, below in itertools.pairwise(every) if _runs_on(above, below)]
    running = sorted(length for length in running if _SHORT < length <= _WRAP_LIMIT)
    if len(running) < 2 or len(running) < neighbours / 10:
        return 0
    middle = running[len(running) // 2]
    return max(length for length in running if length <= middle * 1.3)


def _indents_mark_paragraphs(every: list[Line]) -> bool:
    """Whether an indented line begins a paragraph: some are indented, and the lines that run on from another are not."""
    deep = sum(1 for line in every if line.indent >= _INDENT)
    running = [below for above, below in itertools.pairwise(every) if _runs_on(above, below)]
    flush = sum(1 for line in running if line.indent < _INDENT)
    return deep > 0 and flush >= 0.9 * len(running)


def _joins(
    group: list[Line], line: Line, width: int, indented: bool, opens: Callable[[str], bool], *, top: bool, first: bool
) -> bool:
    above = group[-1]
    if line.gap or is_marked(line.text):
        return False
    first_word = line.text.split(" ", 1)[0]
    full = len(above.text) + above.indent * indented + 1 + len(first_word) > width > 0
    if _runs_on(above, line) and not (indented and line.indent >= _INDENT):
        if full and not top:
            return True
        if not width and not top and len(above.text) < _SHORT and len(line.text) < 2 * _SHORT:
            return False  # topics in lower case, one below the other
        if first_word == "by" and line.text.count(" ") <= _BYLINE_SPACES:
            return False
        return not (opens(above.text) and len(above.text) < 40) and (width > 0 or not opens(line.text))
    if (
        (not top or above.text.count(" ") >= _LONG)
        and not stops(above.text)
        and stops(line.text)
        and _COUNTED.match(line.text)
        and above.text.count(" ") >= 2
    ):
        return True
    if not width or (indented and line.indent >= _INDENT):
        return False
    if not top and not stops(above.text) and (full or _counts(line.text, len(above.text) / width)):
        return True
    if opens(line.text) or (opens(group[0].text) and len(group) == 1 and len(above.text) < width * 0.6):
        return False
    last_word = above.text.rsplit(" ", 1)[-1]
    hangs = not stops(above.text) and (last_word.lower() in _FUNCTION_WORDS or last_word[-1] in ",-")
    if (
        full
        and first
        and not indented
        and line.text[0].isupper()
        and not hangs
        and not _DATELINE_RULE.search(above.text)
    ):
        return False  # a headline of one full line, no blank line below it
    return full or hangs


def _counts(text: str, fullness: float) -> bool:
    """Whether a line goes on with a number and what is counted ("11 vessels of the operator"), below a nearly full line."""
    return fullness > _NEARLY_FULL and _COUNTED.match(text) is not None


def joins_headline(above: str, below: str, width: int) -> bool:
    """Whether two neighbouring lines at the top of a report are one headline that was broken.

    `width` is the longer line's length. A line that begins in lower case has joined already."""
    last_word = above.rsplit(" ", 1)[-1]
    return last_word.lower() in _FUNCTION_WORDS or last_word[-1] in ",-–—" or len(above) + len(below) // 4 >= width > 30
