"""Dates as a report writes them, each with the parts it states and nothing more.

"February 22" has no year and gets none. A weekday is kept as a weekday. Numbers such as 03/04/2021 have no order that the
text itself would state, so only their year is kept, unless another date of the same report shows the order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from articles.text.report import STORY_ROLES, Block, DateReading, Role
from articles.text.typography import Passage, passages

_OWN = frozenset({Role.STAMP, Role.BYLINE, Role.DATELINE})
"""Blocks that speak of the report itself: a date in them is the report's own."""

_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WEEKDAY = (
    r"(?P<weekday>Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:s|nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?"
    r"|Sun(?:day)?)\b\.?,?\s"
)
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_RANGE = r"(?:\s?[–-]\s?\d{1,2}(?:st|nd|rd|th)?)?"
_YEAR = r"(?P<year>1[6-9]\d\d|20\d\d)(?!\d|[.,]\d)"
_AMID = (
    "(?:"
    + "|".join(rf"(?<=\b{word}\s)" for word in ("in", "since", "until", "last", "next", "early", "late", "from"))
    + ")"
)
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w./-]){_YEAR}[-/.](?P<month>0[1-9]|1[0-2])[-/.]{_DAY}(?![\d./-]*\d)(?=\D|$)",
        rf"(?<![\w./-])(?:{_WEEKDAY})?{_DAY}{_RANGE}(?:\sof)?[\s-]{_MONTH}(?:,?[\s-]{_YEAR})?",
        rf"(?<![\w./-])(?:{_WEEKDAY}(?:the\s)?)?{_MONTH}\s(?:the\s)?{_DAY}{_RANGE}\b(?![:.,]\d|%|\s(?:percent|million|billion))(?:,?\s{_YEAR})?",
        rf"(?<![\w./-])(?:{_WEEKDAY})?(?P<first>\d\d?)[/.](?P<second>\d\d?)[/.]{_YEAR}",
        rf"(?<![\w./-]){_MONTH}(?:,|\sof)?\s{_YEAR}",
        rf"(?<![\w./-]){_AMID}(?P<month>{'|'.join(_MONTHS)})\b(?!\s\d)",
        r"(?<![\w./-])(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?![’'‘-]?\w)",
    )
)
_FORMS_WITHOUT_DIGITS = _FORMS[-2:]
_DIGIT = re.compile(r"\d")
_HINT = re.compile(r"\d|[A-Z][a-z]+day\b|" + "|".join(name.capitalize() for name in _MONTHS))
"""A paragraph without any of these holds no date."""
_MIXED_CASE = re.compile(r"[A-Z]")
_NAMED_DAYS = frozenset(
    "black good ash super bloody palm easter cyber giving shrove maundy holy spy fat sheffield ruby freaky girl man tuesday".split()
)
_NAMED_AFTER = frozenset(
    "times mirror telegraph mail people sport world herald post express star league independent morning’s".split()
)
_LONG_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


_REACH = 40
"""Characters in which the word before or after a day's name is looked for; longer words are none of the tables."""


def read_dates(raw: str, blocks: Sequence[Block], *, published: date | None = None) -> tuple[DateReading, ...]:
    """All dates of the story and of the lines that speak of the report itself, in order.

    `of_report` marks those in a dateline, byline or stamp. `published`, known from outside the text, only settles the
    order of day and month of a numeric date that it agrees with; no part of it is ever copied into a reading."""
    found: list[DateReading] = []
    for passage in passages(raw, tuple(blocks), STORY_ROLES | _OWN):
        own = passage.block is not None and passage.block.role in _OWN
        found += _dates_in(passage, own)
    day_first = _day_first(found, published)
    settled = (_settled(reading, day_first) if _order(reading.text) else reading for reading in found)
    return tuple(sorted(settled, key=lambda reading: reading.start))


def _dates_in(passage: Passage, own: bool) -> Iterator[DateReading]:
    taken = bytearray(len(passage.text))  # characters that a date has; asked once a match, however many there are
    if not _HINT.search(passage.text):
        return
    for form in _FORMS if _DIGIT.search(passage.text) else _FORMS_WITHOUT_DIGITS:
        for match in form.finditer(passage.text):
            start, end = match.span()
            if 1 in taken[start:end]:
                continue
            reading = _reading(passage, match, own)
            if reading is not None:
                taken[start:end] = b"\1" * (end - start)
                yield reading


def _reading(passage: Passage, match: re.Match[str], own: bool) -> DateReading | None:
    parts = match.groupdict()
    text = match.group().rstrip(",. ")
    month, weekday = _month(parts.get("month")), _weekday(parts.get("weekday"))
    day = int(parts["day"]) if parts.get("day") else None
    year = int(parts["year"]) if parts.get("year") else None
    if not _is_date(passage.text, match, month, day, weekday):
        return None
    if parts.get("first"):
        if not _possible(int(parts["first"]), int(parts["second"])):
            return None
    elif month is not None and day is not None and day > _LONG_DAYS[month - 1]:
        return None
    span = passage.span(match.start(), match.start() + len(text))
    return DateReading(text, span.start, span.end, year, month, day, weekday, of_report=own)


def _month(word: str | None) -> int | None:
    if not word:
        return None
    if word.isdigit():
        return int(word)
    return next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(word.lower()[:3]))


def _weekday(word: str | None) -> int | None:
    return next(number for number, name in enumerate(_WEEKDAYS) if name.startswith(word.lower()[:3])) if word else None


def _is_date(text: str, match: re.Match[str], month: int | None, day: int | None, weekday: int | None) -> bool:
    """Words that are no dates: "may", "march", "Sun", "Good Friday", "The Sunday Times", "24 May" of a "24 may"."""
    parts = match.groupdict()
    word = parts.get("month") or parts.get("weekday") or ""
    if word and not word.isdigit() and not _MIXED_CASE.match(word):
        return False  # "12 may have died", "3 march"
    if month is None and weekday is not None and not parts.get("first"):
        before = text[max(match.start() - _REACH, 0) : match.start()].rsplit(None, 1)[-1:]
        after = text[match.end() : match.end() + _REACH].split(None, 1)[:1]
        return not (before and before[0].lower() in _NAMED_DAYS) and not (
            after and after[0].strip(".,").lower() in _NAMED_AFTER
        )
    return not (word.isupper() and len(word) < 4 and not parts.get("year") and day is None)


def _order(text: str) -> tuple[int, int] | None:
    """The two first numbers of a date written in numbers, or None."""
    match = re.search(r"(?<!\d)(\d\d?)[/.](\d\d?)[/.]\d{4}", text)
    return (int(match.group(1)), int(match.group(2))) if match else None


def _possible(first: int, second: int) -> bool:
    return 1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12


def _day_first(found: Sequence[DateReading], published: date | None) -> bool | None:
    """Whether the report writes the day before the month in numbers: shown by a number above 12, by dots, or by the
    date of publication. None where nothing shows it or the report contradicts itself."""
    votes: set[bool] = set()
    for reading in found:
        order = _order(reading.text)
        if order is None:
            continue
        first, second = order
        if "." in reading.text or first > 12:
            votes.add(True)
        elif second > 12:
            votes.add(False)
        elif published is not None and first != second and reading.year == published.year:
            if (published.day, published.month) == (first, second):
                votes.add(True)
            elif (published.day, published.month) == (second, first):
                votes.add(False)
    return votes.pop() if len(votes) == 1 else None


def _settled(reading: DateReading, day_first: bool | None) -> DateReading:
    first, second = _order(reading.text) or (0, 0)
    if first == second:
        return replace(reading, day=first, month=second)
    if "." in reading.text or first > 12:
        day_first = True
    elif second > 12:
        day_first = False
    if day_first is None:
        return reading
    day, month = (first, second) if day_first else (second, first)
    return replace(reading, day=day, month=month) if month <= 12 else reading
