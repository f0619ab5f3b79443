"""Reading raw news reports: text in, facts with their places out."""

import importlib
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from articles.text.anatomy import blocks as read_blocks
from articles.text.report import CaptionReading, KnownPerson, Report, Role, Term
from articles.text.typography import passage

__all__ = ["read"]

FindPeople = Callable[[str], Iterable[tuple[int, int, float]]]


def _step(module: str, name: str, nothing: Any) -> Callable[..., Any]:
    try:
        return getattr(importlib.import_module(f"articles.text.{module}"), name)
    except (ImportError, AttributeError):
        return lambda *_args, **_options: nothing


def read(
    text: str,
    *,
    known_people: Iterable[KnownPerson] = (),
    vocabulary: Iterable[Term] = (),
    published: date | None = None,
    roles: Iterable[tuple[int, int, Role]] = (),
    find_people: FindPeople | None = None,
) -> Report:
    """Read a raw report: its blocks and, from them, its people, quotes, tags and dates.

    `known_people` and `vocabulary` are what the site knows already; `published` is a date known from outside the
    text; `roles` are (start, end, Role) that a person decided and that stand; `find_people` may replace the finder
    of names: text in, (start, end, score) out. The same arguments always give the same Report."""
    blocks = read_blocks(text, roles=roles)
    people = _step("names", "read_people", ())(text, blocks, known_people=known_people, find_people=find_people)
    quotes, terms = _step("quotes", "read_quotes", ((), ()))(text, blocks, people)
    headlines = [passage(text, b.start, b.end).text for b in blocks if b.role is Role.HEADLINE]
    return Report(
        raw=text,
        blocks=blocks,
        headline=headlines[0] if headlines else None,
        captions=tuple(
            CaptionReading(passage(text, b.start, b.end).text, b.start, b.end) for b in blocks if b.role is Role.CAPTION
        ),
        people=people,
        quotes=quotes,
        terms=terms,
        tags=_step("themes", "read_tags", ())(text, blocks, people, vocabulary=vocabulary),
        dates=_step("datelines", "read_dates", ())(text, blocks, published=published),
        lints=_step("lints", "read_lints", ())(text, blocks, people, quotes),
    )
