"""Headlines: what this site would call a report that came without one."""

from collections.abc import Iterable

from articles.text.report import Block, PersonReading, Proposal, TagReading


def propose_headline(
    raw: str, blocks: Iterable[Block], people: Iterable[PersonReading], tags: Iterable[TagReading]
) -> Proposal | None:
    return None
