"""The machine-readable form of a reading: one JSON object a report, with the keys that other programs rely on."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from articles.text.anatomy.lines import unmarked
from articles.text.report import Block, DateReading, PersonReading, QuoteReading, Report, Role
from articles.text.typography import passage

PARAGRAPHS = frozenset({Role.BODY, Role.LIST_ITEM})


def contract(report: Report, *, file: str, raw: bytes, encoding: str) -> dict[str, Any]:
    """A reading as plain lists and dictionaries, ready for JSON.

    `file` is printed as given; `raw` are the bytes of the file as they lie on disk, for the digest alone; every
    offset counts code points of the decoded text."""
    agencies = [credit for credit in report.credits if credit.kind == "agency"]
    return {
        "file": file,
        "headline": report.headline,
        "proposed_headline": report.proposed_headline.text if report.proposed_headline else None,
        "dek": report.standfirst,
        "byline": list(report.byline),
        "body_paragraphs": list(_texts(report, PARAGRAPHS)),
        "captions": [{"text": caption.text, "credit": caption.credit or None} for caption in report.captions],
        "see_also": [unmarked(text) for text in _texts(report, {Role.SEE_ALSO})],
        "rail": [unmarked(text) for text in _texts(report, {Role.RAIL})],
        "credits": [credit.name for credit in agencies],
        "credit_spans": [[credit.start, credit.end] for credit in agencies],
        "dateline": _dateline(report),
        "notes": list(_texts(report, {Role.NOTE})),
        "subheads": list(_texts(report, {Role.SUBHEAD})),
        "promos": list(_texts(report, {Role.PROMO})),
        "dates": list(dict.fromkeys(_iso(date) for date in report.dates if _is_report_date(date))),
        "partial_dates": [_partial_date(date) for date in report.dates if not _is_report_date(date)],
        "people": [_person(person) for person in report.people],
        "quotes": [_quote(quote, report) for quote in report.quotes],
        "terms": [{"text": term.text, "start": term.start, "end": term.end} for term in report.terms],
        "tags": [
            {"name": tag.name, "kind": tag.kind, "start": tag.spans[0].start, "end": tag.spans[0].end}
            for tag in report.tags
            if tag.sure and tag.spans
        ],
        "source": _source(report),
        "raw_sha256": hashlib.sha256(raw).hexdigest(),
        "encoding": encoding,
        "blocks": [_block(block) for block in report.blocks],
    }


def _texts(report: Report, roles: Iterable[Role]) -> Iterator[str]:
    for block in report.blocks:
        if block.role in roles:
            text = passage(report.raw, block.start, block.end).text
            if text:
                yield text


def _dateline(report: Report) -> dict[str, str | None] | None:
    if report.dateline is None:
        return None
    return {"place": report.dateline.place or None, "agency": report.dateline.agency or None}


def _is_report_date(date: DateReading) -> bool:
    return date.of_report and None not in (date.year, date.month, date.day)


def _iso(date: DateReading) -> str:
    return f"{date.year:04}-{date.month:02}-{date.day:02}"


def _partial_date(date: DateReading) -> dict[str, Any]:
    return {key: getattr(date, key) for key in ("text", "start", "end", "year", "month", "day", "weekday")}


def _person(person: PersonReading) -> dict[str, Any]:
    return {
        "name": person.name,
        "mentions": [" ".join(mention.surface.split()) for mention in person.mentions],
        "spans": [[mention.start, mention.end] for mention in person.mentions],
        "roles": list(person.roles),
    }


def _quote(quote: QuoteReading, report: Report) -> dict[str, Any]:
    speaker = None if quote.speaker is None else report.people[quote.speaker].name
    return {"text": quote.text, "speaker": speaker, "tier": quote.tier, "start": quote.start, "end": quote.end}


def _source(report: Report) -> dict[str, Any] | None:
    if report.source is None:
        return None
    return {key: getattr(report.source, key) for key in ("name", "inferred", "start", "end")}


def _block(block: Block) -> dict[str, Any]:
    return {
        "role": str(block.role),
        "start": block.start,
        "end": block.end,
        "confidence": block.confidence,
        "rule": block.rule,
    }
