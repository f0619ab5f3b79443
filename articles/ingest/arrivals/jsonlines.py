"""JSON lines: a report a line, {"name", "text"} and what is known of it: headline, outlet, address, date, author."""

import json
from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from articles.ingest.arrivals.arrival import Arrival, details_of, refusal
from articles.ingest.reading import Refused, raw_report

SUFFIXES = (".jsonl", ".ndjson")


def lines(label: str, name: str, raw: bytes, *, limit: int) -> Iterator[Arrival]:
    """The reports in a file of JSON lines, in its order; a line that is none is refused by its number."""
    for number, line in enumerate(raw.splitlines(), 1):
        if line.strip():
            place = f"{label}:{number}"
            try:
                yield _report(place, line, limit)
            except Refused as fault:
                yield refusal(place, fault)


def _report(label: str, line: bytes, limit: int) -> Arrival:
    try:
        said = json.loads(line.decode("utf-8-sig"))
    except json.JSONDecodeError as fault:
        raise Refused(_("it is no JSON: see its character %(place)d.") % {"place": fault.pos + 1}) from None
    except (ValueError, RecursionError):
        raise Refused(_("it is no JSON.")) from None
    if not isinstance(said, dict):
        raise Refused(_('expected an object such as {"name": "storm.txt", "text": "..."}.'))
    name, text = said.pop("name", None), said.pop("text", None)
    if not isinstance(text, str) or not text:
        raise Refused(_("the field “text” with the text of the report is missing."))
    if not isinstance(name, str) or not name.strip() or len(name) > 200 or "/" in name or "\\" in name:
        raise Refused(_("the field “name” is missing: what the report's file would be called, without folders."))
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        raise Refused(_("its text has half a character in it.")) from None
    if len(raw) > limit:
        raise Refused(_("its text is larger than the limit of %(limit)d bytes.") % {"limit": limit})
    details = details_of({key: value for key, value in said.items() if value not in (None, "", [])}, where="")
    return Arrival(label, replace(raw_report(name.strip(), raw), details=details))
