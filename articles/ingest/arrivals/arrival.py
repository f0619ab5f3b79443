"""A report as it comes in, whichever way: its bytes, and what is known of it beside them."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from articles.ingest.reading import Details, RawReport, Refused
from articles.report_date import validate_report_date

LONGEST = {"outlet": 200, "address": 500, "author": 100, "headline": 300}
"""Characters of what may be known."""
MOST_AUTHORS = 20


@dataclass(frozen=True, slots=True)
class Arrival:
    """One report. `label` says where it lies, for people; `refused` why it is none (then `report` is None)."""

    label: str
    report: RawReport | None = None
    refused: str = ""


def refusal(label: str, reason: Refused | str) -> Arrival:
    return Arrival(label, refused=str(reason))


def details_of(said: dict[str, Any], *, where: str) -> Details:
    """Details from names and values that somebody wrote. Raises Refused, naming the field, and
    `where` unless it is ""."""
    known: dict[str, Any] = {}
    for name, value in said.items():
        if name == "author":
            known[name] = _authors(value, where)
        elif name in Details.__dataclass_fields__:
            known[name] = _text(name, value, where)
        else:
            fields = ", ".join(Details.__dataclass_fields__)
            words = _("there is no field “%(name)s”; the fields are %(fields)s.") % {"name": name, "fields": fields}
            raise Refused(f"{where}: {words}" if where else words)
    if known.get("date"):
        try:
            validate_report_date(known["date"])
        except ValidationError as fault:
            raise _wrong(where, "date", " ".join(fault.messages)) from None
    if known.get("address"):
        try:
            URLValidator(schemes=["http", "https"])(known["address"])
        except ValidationError:
            raise _wrong(where, "address", _("expected one such as https://example.org/news/1")) from None
    return Details(**known)


def _authors(value: Any, where: str) -> tuple[str, ...]:
    listed = value if isinstance(value, list | tuple) else [value]
    if len(listed) > MOST_AUTHORS:
        raise _wrong(where, "author", _("more than %(most)d names") % {"most": MOST_AUTHORS})
    return tuple(name for name in (_text("author", one, where) for one in listed) if name)


def _text(name: str, value: Any, where: str) -> str:
    # TOML and JSON have numbers and dates of their own: 2022 and 2022-02-22 without quotation marks mean what they say.
    value = value.date() if isinstance(value, datetime) else value
    if isinstance(value, bool | float | list | dict) or value is None:
        raise _wrong(where, name, _("expected a text in quotation marks"))
    try:
        text = " ".join(str(value).split())
        text.encode()
    except ValueError:  # half a character, or a number of thousands of digits
        raise _wrong(where, name, _("expected a text in quotation marks")) from None
    if any(unicodedata.category(one) == "Cc" for one in text):
        raise _wrong(where, name, _("there is a control character in it"))
    if len(text) > LONGEST.get(name, 40):
        raise _wrong(where, name, _("longer than %(most)d characters") % {"most": LONGEST.get(name, 40)})
    return text


def _wrong(where: str, name: str, why: str) -> Refused:
    words = _("the field “%(name)s” is wrong: %(why)s.") % {"name": name, "why": why.rstrip(".")}
    return Refused(f"{where}: {words}" if where else words)


def lenient(said: Iterable[tuple[str, Any]], *, where: str) -> Details:
    """Details from what a machine says of a report: what makes no sense is left unknown."""
    known = Details()
    for name, value in said:
        if value:
            try:
                known = _with(known, details_of({name: value}, where=where))
            except Refused:
                continue
    return known


def _with(one: Details, other: Details) -> Details:
    return Details(**{name: getattr(other, name) or getattr(one, name) for name in Details.__dataclass_fields__})
