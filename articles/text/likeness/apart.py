"""How far apart two reports' own dates are, with as many parts as each states."""

import re
from calendar import monthrange
from datetime import date

_PARTIAL = re.compile(r"(?:(\d{4})|-)(?:-(\d\d)(?:-(\d\d))?)?\Z")


def days_apart(one: str, other: str) -> int | None:
    """Least number of days between two partial ISO dates ("2022-02-22", "2022-02", "2022", "--02-22", "--02").

    None where one is unknown. A missing year may be any: --12-30 and 2024-01-02 are three days apart.
    """
    ours, theirs = _PARTIAL.match(one), _PARTIAL.match(other)
    if not ours or not theirs:
        return None
    year, other_year = (int(m[1]) if m[1] else None for m in (ours, theirs))
    anchor = year or other_year or 2000
    years = [year] if year else [anchor - 1, anchor, anchor + 1]
    other_years = [other_year] if other_year else [anchor - 1, anchor, anchor + 1]
    gaps = []
    for a in years:
        for b in other_years:
            first, second = _days(a, ours[2], ours[3]), _days(b, theirs[2], theirs[3])
            if first and second:
                gaps.append(max(0, (second[0] - first[1]).days, (first[0] - second[1]).days))
    return min(gaps, default=None)


def _days(year: int, month: str | None, day: str | None) -> tuple[date, date] | None:
    """First and last day that a date may mean; None for a day that the year does not have."""
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, int(month), 1), date(year, int(month), monthrange(year, int(month))[1])
        return date(year, int(month), int(day)), date(year, int(month), int(day))
    except ValueError:
        return None
