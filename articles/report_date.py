"""The date of a report as far as it is known: ISO 8601 with the parts that the report states."""

import re
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

PARTIAL_DATE = re.compile(r"(?:(?P<year>\d{4})|-)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII)
LEAP_YEAR = 2000


def validate_report_date(text: str) -> None:
    """Raises ValidationError unless `text` is ISO 8601 with as many parts as are known (2022, 2022-02, 2022-02-22, or
    --02-22 for a day whose year is not known) and such a day can be."""
    parts = PARTIAL_DATE.fullmatch(text)
    try:
        if parts is None or text == "-":
            raise ValueError
        date(int(parts["year"] or LEAP_YEAR), int(parts["month"] or 1), int(parts["day"] or 1))
    except ValueError:
        raise ValidationError(
            _("Write what is known of the date: 2022-02-22, 2022-02, 2022, or --02-22 without a year.")
        ) from None


def left_open(date: dict[str, Any]) -> str:
    """What a date does not state: “year not stated”, or "" where it states all."""
    year, month, day = date.get("year"), date.get("month"), date.get("day")
    if year and month and day:
        return ""
    if month and day:
        return _("year not stated")
    if year and month:
        return _("day not stated")
    if year:
        return _("day and month not stated")
    if month:
        return _("day and year not stated")
    if day:
        return _("month and year not stated")
    return _("date not stated") if date.get("weekday") is not None else ""


def spoken_date(iso: str) -> str:
    """A report date as stored (2022-02-22, 2022-02, --02-22) in words, saying what is not known."""
    parts = iso.replace("--", "0-", 1).split("-")
    try:
        year, month, day = (int(part) for part in [*parts, "0", "0"][:3])
        words = " ".join(filter(None, [str(day or ""), str(MONTHS[month]) if month else "", str(year or "")]))
    except (ValueError, KeyError):
        return iso
    missing = left_open({"year": year, "month": month, "day": day})
    return f"{words} ({missing})" if missing else words
