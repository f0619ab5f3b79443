"""Reading raw news reports: text in, facts with their places out."""

from collections.abc import Callable, Iterable
from datetime import date

from articles.text.anatomy.blocks import blocks as read_blocks
from articles.text.anatomy.bylines import read_byline
from articles.text.anatomy.captions import read_captions
from articles.text.anatomy.credits import read_credits, read_dateline
from articles.text.anatomy.headlines import propose_headline
from articles.text.anatomy.outlets import read_source
from articles.text.datelines import read_dates
from articles.text.lints import read_lints
from articles.text.people.names import read_people
from articles.text.report import Block, DatelineReading, KnownPerson, Report, Role, Term
from articles.text.speech.quotes import read_quotes
from articles.text.themes import read_tags
from articles.text.typography import reading_text

__all__ = ["read"]

FindPeople = Callable[[str], Iterable[tuple[int, int, float]]]


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
    people = read_people(text, blocks, known_people=known_people, find_people=find_people)
    quotes, terms = read_quotes(text, blocks, people)
    tags = read_tags(text, blocks, people, vocabulary=vocabulary)
    headline = _first(text, blocks, Role.HEADLINE)
    dateline = read_dateline(text, blocks)
    return Report(
        raw=text,
        blocks=blocks,
        headline=headline,
        proposed_headline=propose_headline(text, blocks, people, tags) if headline is None else None,
        standfirst=_first(text, blocks, Role.STANDFIRST),
        byline=read_byline(text, blocks),
        dateline=dateline,
        captions=read_captions(text, blocks),
        credits=read_credits(text, blocks),
        source=read_source(text, blocks, _agency(text, dateline)),
        people=people,
        quotes=quotes,
        terms=terms,
        tags=tags,
        dates=read_dates(text, blocks, published=published),
        lints=read_lints(text, blocks, people, quotes),
    )


def _first(text: str, blocks: tuple[Block, ...], role: Role) -> str | None:
    """The reading text of the first block with a role."""
    return next((reading_text(text, block.start, block.end) for block in blocks if block.role is role), None)


def _agency(text: str, dateline: DatelineReading | None) -> tuple[str, int, int] | None:
    """The agency in a dateline with its span, which states who published the report."""
    if dateline is None or not dateline.agency:
        return None
    start = text.find(dateline.agency, dateline.start, dateline.end)
    return (dateline.agency, start, start + len(dateline.agency)) if start >= 0 else None
