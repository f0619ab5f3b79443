"""The embargo that a report states in a note to editors: “EMBARGOED UNTIL 06:00 GMT, 24 FEBRUARY 2026”.

Only a full date with a time of day makes an embargo. What says less (“until Friday”) is left to the desk, and the
import publishes nothing of such a report.
"""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from datetime import timezone as fixed

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article
from articles.text.report import Report, Role

_ROLES = {Role.NOTE, Role.STAMP}
_EMBARGO = re.compile(r"\bembargo|\bnot for (?:publication|release)\b|\bhold for (?:publication|release)\b", re.I)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATES = (
    re.compile(r"\b(?P<year>20\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b"),
    re.compile(rf"\b{_DAY}(?: of)? {_MONTH},? (?P<year>20\d\d)\b", re.I),
    re.compile(rf"\b{_MONTH} {_DAY},? (?P<year>20\d\d)\b", re.I),
)
_CLOCKS = (
    re.compile(r"\b(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?: ?(?P<half>[ap])\.?m\b\.?)?", re.I),
    re.compile(r"\b(?P<hour>\d{1,2}) ?(?P<half>[ap])\.?m\b\.?", re.I),
    re.compile(r"\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?= ?(?:h|hrs|hours|gmt|utc|bst|c?e[sd]?t)\b)", re.I),
)
_ZONE = re.compile(r"\A[ ,(]*(?:h|hrs|hours)?[ ,(]*(?P<zone>local\b|[A-Z]{2,5}\b|Z\b)")
_HOURS = {"GMT": 0, "UTC": 0, "Z": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "EST": -5, "EDT": -4}
_HOURS |= {"CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
"""Hours from Greenwich of the zones that notes name. Others, and “local time”, are left to the desk."""
_WORDS = {"ON", "MON", "TUE", "TUES", "WED", "THU", "THUR", "FRI", "SAT", "SUN"}


def stated_embargo(note: str) -> datetime | None:
    """The time that a note states, in full; None where it leaves anything open."""
    date = next(filter(None, (pattern.search(note) for pattern in _DATES)), None)
    if date is None:
        return None
    rest = note[: date.start()] + " , " + note[date.end() :]
    clock = next(filter(None, (pattern.search(rest) for pattern in _CLOCKS)), None)
    if clock is None:
        return None
    found, said = date.groupdict(), clock.groupdict()
    month = int(found["number"]) if found.get("number") else _MONTHS.index(found["month"].lower()) + 1
    hour = int(said["hour"])
    if said.get("half"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if said["half"].lower() == "p" else 0)
    try:
        naive = datetime(int(found["year"]), month, int(found["day"]), hour, int(said.get("minute") or 0))
    except ValueError:
        return None
    zone = _ZONE.match(rest[clock.end() :])
    if zone is None or zone["zone"] in _WORDS:
        return timezone.make_aware(naive)
    if zone["zone"] not in _HOURS:
        return None
    return naive.replace(tzinfo=fixed(timedelta(hours=_HOURS[zone["zone"]])))


def take_embargo(article: Article, report: Report) -> list[str]:
    """Put the embargo that the report states on its article, not saved. Returns warnings for whoever loads it.

    One that a later form of the report does not state any more stays: who publishes lifts it.
    """
    note = _note(report.raw[block.start : block.end] for block in report.blocks if block.role in _ROLES)
    if not note:
        return []
    until = stated_embargo(note)
    if until is None:
        return [unread(note)]
    article.embargo_until = until
    return []


def unread_embargo(article: Article) -> str:
    """The sentence on an embargo that the report states and that nobody could read a time from, or ""."""
    if article.embargo_until is not None:
        return ""
    intake = article.intakes.order_by("-pk").first()
    if intake is None:
        return ""
    blocks = [block for block in intake.reading.get("blocks", ()) if block["role"] in _ROLES]
    text = intake.text if blocks else ""
    note = _note(text[block["start"] : block["end"]] for block in blocks)
    return unread(note) if note else ""


def unread(note: str) -> str:
    return _("it says “%(note)s”: set the time of the embargo on the desk") % {"note": note[:100]}


def _note(notes: Iterable[str]) -> str:
    return next((note for note in notes if _EMBARGO.search(note)), "")
