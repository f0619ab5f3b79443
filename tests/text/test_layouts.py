"""One story in many layouts: blank lines, line ends and hard wraps are not what a report says."""

import re
import textwrap
from collections.abc import Callable

from articles.text import read
from articles.text.contract import contract
from tests.reports.cases import load, names

_BREAK = re.compile(r"\r\n|[\n\r\u2028]")
_BROKEN_HEADLINE = {"court-tabloid"}  # its headline stands on two lines: a blank line between them makes two of it


def _wrapped(lines: list[str], width: int, between: str, indent: str = "") -> str:
    wrap = textwrap.TextWrapper(width, initial_indent=indent, break_long_words=False, break_on_hyphens=False)
    return between.join("\n".join(wrap.wrap(line)) for line in lines)


LAYOUTS: dict[str, Callable[[list[str]], str]] = {
    "one paragraph a line": lambda lines: "\n".join(lines),
    "two blank lines, other line ends": lambda lines: "\r\n\r\n\r\n".join(lines),
    "wrapped at 72": lambda lines: _wrapped(lines, 72, "\n\n"),
    "wrapped at 60 with indents": lambda lines: _wrapped(lines, 60, "\n", "   "),
    "all lines indented": lambda lines: "\n\n".join("    " + line for line in lines),
}


def told(raw: str) -> tuple[str | None, list[str], list[str]]:
    found = contract(read(raw), file="", raw=b"", encoding="")
    return found["headline"], found["body_paragraphs"], found["rail"]


def paragraph_lines(raw: str) -> list[str] | None:
    """The paragraphs of a report that has one a line, or None for a report that comes hard-wrapped."""
    lines = [line for line in _BREAK.split(raw) if line.strip()]
    body = contract(read(raw), file="", raw=b"", encoding="")["body_paragraphs"]
    plain = [" ".join(line.split()) for line in lines]
    return lines if all(any(text in line for line in plain) for text in body) else None


def test_reads_the_same_story_in_every_layout() -> None:
    different, looked_at = [], 0
    for name in names():
        lines = paragraph_lines(load(name).text)
        if lines is None or name in _BROKEN_HEADLINE:
            continue
        looked_at += 1
        plain = told("\n\n".join(lines))
        different += [(name, layout) for layout, laid_out in LAYOUTS.items() if told(laid_out(lines)) != plain]
    assert different == []
    assert looked_at > 50, "most of the golden reports"
