"""The numbers and days that a text gives, each in a form by which two texts can be held against each other."""

import re
from collections.abc import Iterator

from articles.text.datelines import read_dates
from articles.text.likeness.reports import stem
from articles.text.report import Block, DateReading, Role

MOST = 40
"""Figures of one text that are kept, in its order: a table of results has more than anybody compares."""
LONGEST = 100_000
"""Characters of a text in which they are looked for: a book of a report is not compared number by number."""
SMALL = 31
"""Up to it, and where it is round, a bare number is one with its noun: three people are not three boats. Above it, 63
people and 63 patients are one number."""

_WORDS = {
    word: value
    for value, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen".split(),
        start=2,
    )
} | {word: value * 10 for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_TENS = "|".join(word for word, value in _WORDS.items() if value >= 20)
_ONES = "one|" + "|".join(word for word, value in _WORDS.items() if value < 10)
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_CURRENCIES = r"US\$|A\$|C\$|NZ\$|HK\$|[$£€₹₦¥]|Rs\.?\s?|R(?=\d)|Sh\.?\s?|KSh\s?|USD\s?|EUR\s?|GBP\s?"
_CALLED = {"US$": "$", "USD": "$", "EUR": "€", "GBP": "£", "RS": "₹", "KSH": "SH"}
_FIGURE = re.compile(
    rf"(?<![\w.,:/–-])(?P<currency>{_CURRENCIES})?"
    rf"(?:(?P<digits>\d+(?:,\d+)*(?:\.\d+)?)(?![:/]\d|[–-]\d|st\b|nd\b|rd\b|th\b)"
    rf"|(?P<words>(?:{_TENS})(?:-(?:{_ONES}))?|{'|'.join(_WORDS)})\b)"
    rf"(?:(?:\s|-)?(?P<scale>{'|'.join(_SCALES)})\b(?:\s(?P<again>thousand|million|billion|crore)\b)?)?"
    r"(?P<percent>\s?%|\s?per\s?cent\b)?"
    r"(?=(?P<after>(?:(?:\s{1,3}|-)[^\W\d_]+(?:['’-][^\W\d_]+)*){1,3})?)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"1[6-9]\d\d|20\d\d")
_PLURAL = re.compile(r"(?:people|men|women|children|feet|fish|sheep|cattle|[a-z]+[^\Wsui]s)\Z", re.IGNORECASE)
_NEXT = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NO_NOUN = frozenset(
    "and or of in on at to the a an by for from with who that which as but is was were are had has have more others "
    "other people's after before when while than am pm".split()
)

Stated = tuple[str, str]
"""(key, the words of the text): two texts whose keys are equal give the same figure."""


def figures(text: str) -> list[Stated]:
    """The numbers of a text with what they count, each once, in its order. Years, times and dates are none.

    >>> figures("Three people died and 11,000 homes lost power, a loss of $6 million.")
    [('3 peopl', 'Three people'), ('11000', '11,000 homes'), ('$6000000', '$6 million')]
    """
    text = text[:LONGEST]
    dated = {place for date in _dates(text) for place in range(date.start, date.end)}
    found: dict[str, str] = {}
    for match in _FIGURE.finditer(text):
        if match.start() in dated:
            continue
        stated = _stated(match)
        if stated is not None:
            found.setdefault(*stated)
    return list(found.items())[:MOST]


def _stated(match: re.Match[str]) -> Stated | None:
    value = _value(match)
    currency = (match["currency"] or "").strip().rstrip(".").upper()
    currency = _CALLED.get(currency, currency)
    counts, end = _counted(match) if not match["percent"] else ("", match.end("percent"))
    plain = not currency and not match["percent"] and not match["scale"]
    if plain and match["digits"] and _YEAR.fullmatch(match["digits"]):
        return None
    chance = plain and value < 1000 and (value <= SMALL or value % 10 == 0)
    if plain and value < 1000 and not counts:
        return None  # a score, an age between commas, a number in a name
    written = " ".join(match.string[match.start() : end].split())
    key = f"{currency}{_plain(value)}"
    if match["percent"]:
        return f"{key}%", written
    return (f"{key} {stem(counts.split('-')[0])}" if chance else key), written


def _counted(match: re.Match[str]) -> tuple[str, int]:
    """What a number counts and where that ends: the first plural of the next words ("four grain ships"), else the next
    word; "" where none is near."""
    start = match.end()
    found = ("", start)
    for word in _NEXT.finditer(match["after"] or ""):
        if word.group().lower() in _NO_NOUN or word.group().lower() in _WORDS:
            break
        if not found[0] or _PLURAL.match(word.group()):
            found = (word.group().lower(), start + word.end())
        if _PLURAL.match(word.group()):
            break
    return found


def _value(match: re.Match[str]) -> float:
    if match["digits"]:
        value = float(match["digits"].replace(",", "")[:18])
    else:
        tens, _, ones = match["words"].lower().partition("-")
        value = float(_WORDS[tens] + ({"one": 1} | _WORDS).get(ones, 0))
    for scale in (match["scale"], match["again"]):
        value *= _SCALES[scale.lower()] if scale else 1
    return value


def _plain(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def days(text: str) -> list[Stated]:
    """The days, months and weekdays that a text names, each once, in its order.

    >>> days("They met on Thursday, February 24, and again in March.")
    [('02-24', 'Thursday, February 24'), ('03', 'March')]
    """
    found: dict[str, str] = {}
    for date in _dates(text[:LONGEST]):
        found.setdefault(_key(date), " ".join(text[date.start : date.end].split()))
    return [(key, written) for key, written in found.items() if key][:MOST]


def _dates(text: str) -> Iterator[DateReading]:
    yield from read_dates(text, (Block(Role.BODY, 0, len(text), 1, "body"),)) if text else ()


def _key(date: DateReading) -> str:
    """A day without its year: one report says "February 24", the other "24 February 2022"."""
    if date.month and date.day:
        return f"{date.month:02}-{date.day:02}"
    if date.month:
        return f"{date.year}-{date.month:02}" if date.year else f"{date.month:02}"
    if date.year:
        return str(date.year)
    return str(date.weekday) if date.weekday is not None else ""
