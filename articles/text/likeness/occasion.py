"""When and how many: what tells two events of the same people and place apart.

The next match, the appeal, the second storm share names and words with the first and retell it in a sentence or two.
They happen on another day, count other things, and look back.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from articles.text.likeness.reports import terms_of

COUNTED = 1.12
"""What a likeness is worth when one small number stands in both reports (an age, a score)."""
COUNTED_TWICE = 1.25
"""And when several do, or one that hardly happens twice (11,000; 398,788)."""
OTHER_DAY = 0.75
"""What it is worth when the reports begin with different days of the week."""
LOOKING_BACK = 0.7
"""What it is worth when one of them says in its look back what the two have in common."""
LOOKED_BACK_ON = 0.25
"""The share of the common words that makes it so."""

_DAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_NUMBER = re.compile(r"(?<![\w.,:/-])[£$€]?(\d+(?:[.,:]\d+)*)(?!\d)")
_GROUPED = re.compile(r"[.,](?=\d{3}(?!\d))")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_ROUND = frozenset({"10", "12", "20", "24", "30", "40", "50", "60", "80", "100", "200", "500", "1000"})
_SENTENCE_END = re.compile(r"(?<=[.!?…”\"])\s+(?=[^\W\d_a-z]|[“\"‘'])")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_BACK = re.compile(
    r"\b(?:(?:days|weeks?|months?|years?|seasons?)\s(?:after|before|ago|earlier|since|later)"
    r"|(?:last|previous|earlier\sthis|in\sthe|this)\s(?:week|month|year|spring|summer|autumn|winter|season)"
    rf"|(?:in|since|last)\s(?:{_MONTH})\b(?!\s\d)|previously|the\s(?:earlier|previous|original))\b"
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """`day` is the first day of the week that the report names at its beginning, or ""; `numbers` those it gives;
    `back` the words, as signatures hold them, of the sentences that look back."""

    day: str
    numbers: tuple[str, ...]
    back: tuple[str, ...]


def occasion(headline: str, paragraphs: Iterable[str]) -> Occasion:
    """When and how many, from a report's headline and paragraphs."""
    texts = [headline, *paragraphs]
    day = next((match.group() for text in texts[:3] if (match := _DAY.search(text))), "")
    numbers = {number for text in texts for match in _NUMBER.finditer(text) if (number := _telling(match[1]))}
    back: set[str] = set()
    for text in texts[1:]:
        for sentence in _SENTENCE_END.split(text):
            if _looks_back(sentence, day):
                back |= terms_of(sentence)
    return Occasion(day, tuple(sorted(numbers)), tuple(sorted(back)))


def _telling(number: str) -> str:
    """A number in one form; "" for years, round ones and single digits, which stand in any report."""
    plain = _GROUPED.sub("", number)
    digits = sum(c.isdigit() for c in plain)
    return "" if digits < 2 or _YEAR.match(plain) or plain in _ROUND else plain


def _looks_back(sentence: str, day: str) -> bool:
    days = {match.group() for match in _DAY.finditer(sentence)}
    return bool(_BACK.search(sentence)) or bool(day and days and day not in days)


def same_occasion(one: Occasion, other: Occasion, shared: Mapping[str, float]) -> float:
    """By what a likeness is to be multiplied; `shared` are the words in common with what each weighs."""
    factor = 1.0
    numbers = {*one.numbers} & {*other.numbers}
    if len(numbers) > 1 or any(sum(c.isdigit() for c in number) > 2 for number in numbers):
        factor *= COUNTED_TWICE
    elif numbers:
        factor *= COUNTED
    if one.day and other.day and one.day != other.day:
        factor *= OTHER_DAY
    total = sum(shared.values())
    if total and any(
        sum(shared.get(term, 0.0) for term in side.back) > LOOKED_BACK_ON * total for side in (one, other)
    ):
        factor *= LOOKING_BACK
    return factor
