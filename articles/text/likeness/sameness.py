"""Whether two reports tell one event: what speaks for it and against it, weighed together.

The weights were fitted by logistic regression on pairs of reports written for this project: events told by up to six
outlets and their near misses (the next match, the appeal, the same accident elsewhere). Each set was also weighed by
what was fitted without it. Only days far apart leave nothing to weigh: `other_event`.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date, timedelta
from math import exp, log

from articles.text.likeness.apart import days_apart
from articles.text.likeness.occasion import WEEK, Occasion
from articles.text.likeness.reports import Likeness, Rarity, SignatureTerm
from articles.text.likeness.results import other_result

LATER = 7
"""Days between two events from which on they are two: a bank decides anew, the next round begins."""
NEAR = 3
"""Days within which different newsrooms tell one event."""
LITTLE = 0.05
"""The least share that is told from nothing."""
MOST_NUMBERS = 4.0
MOST_PEOPLE = 6
ONE_DAY = {"verdict", "sentence"}
"""Stages of a case that a court may come to on one day."""
_MONTH_AND_DAY = re.compile(r"-\d\d-\d\d\Z")
ROUNDED = 0.7
"""What a number that one of them rounds counts beside one that both give."""
QUOTED = 8
"""Words in common beyond which more say no more."""


@dataclass(frozen=True, slots=True)
class Told:
    """A report as it is held against another: its signature, its occasion, and its own date as far as it states one."""

    terms: Sequence[SignatureTerm]
    occasion: Occasion
    date: str = ""


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for one event and against it. Shares are on a logarithmic scale; what is yes or no is 1 or 0.

    names: how alike their names are; known: what those in common weigh together; people: the surnames in common, as
    the next event of the same people names them again. lede, headline: the words of the one that stand in the other.
    numbers, figures: those in common, and that none of the figures at the top is. result: another score, count or
    magnitude; turn, other_turn: the same and another of a series; way: a rate that went elsewhere; stage: another one
    of a case; aftermath, anniversary: that one alone tells of what came of something, or remembers; looked_back_on: the
    share of the common words that one begins with and that are past in the other. same_day, other_day: weekdays;
    one_day, other_date: dates, their own and those that they begin with. place: one is sent from where the other
    begins. nearly, quoted: words of a quotation that both print nearly so, and verbatim.
    """

    names: float
    known: float
    people: float
    lede: float
    headline: float
    numbers: float
    figures: float
    result: float
    turn: float
    other_turn: float
    way: float
    stage: float
    aftermath: float
    anniversary: float
    looked_back_on: float
    same_day: float
    other_day: float
    one_day: float
    other_date: float
    place: float
    nearly: float
    quoted: float


WEIGHTS = Features(
    names=0.98,
    known=0.03,
    people=-0.32,
    lede=0.19,
    headline=0.42,
    numbers=1.67,
    figures=-0.71,
    result=-3.08,
    turn=3.18,
    other_turn=-2.70,
    way=-4.89,
    stage=-2.39,
    aftermath=-1.35,
    anniversary=-1.88,
    looked_back_on=-7.76,
    same_day=1.09,
    other_day=-2.51,
    one_day=2.84,
    other_date=-2.81,
    place=1.04,
    nearly=6.23,
    quoted=4.49,
)
BIAS = 0.05


def likelihood(features: Features) -> float:
    """0..1: how likely two reports tell one event, 0.5 where as much speaks for it as against it."""
    weighed = BIAS + sum(weight * value for weight, value in zip(astuple(WEIGHTS), astuple(features), strict=True))
    return 1 / (1 + exp(-weighed))


def features(one: Told, other: Told, alike: Likeness, rare: Rarity, *, quoted: int = 0, nearly: int = 0) -> Features:
    """What is weighed of two reports; `alike` is their likeness, `quoted` and `nearly` the most words of a quotation
    that both print."""
    a, b = one.occasion, other.occasion
    ours, theirs = ({term.term: term.weight for term in told.terms} for told in (one, other))
    named = {term.term for term in (*one.terms, *other.terms) if term.named}
    in_common = ours.keys() & theirs.keys()
    turns = [bool({*a.turns[noun]} & {*b.turns[noun]}) for noun in a.turns.keys() & b.turns.keys()]
    days, other_days = _weekdays(one), _weekdays(other)
    gap = min(
        (gap for x in _dates(one) for y in _dates(other) if (gap := days_apart(x, y)) is not None),
        default=None,
    )
    return Features(
        names=_share(alike.who),
        known=_sum(in_common & named, rare),
        people=min(MOST_PEOPLE, len({*a.people} & {*b.people})),
        lede=_share(max(_held(a, b, theirs.keys(), named, rare), _held(b, a, ours.keys(), named, rare))),
        headline=_share(max(_in(a.headline, theirs.keys(), named, rare), _in(b.headline, ours.keys(), named, rare))),
        numbers=_numbers({*a.numbers}, {*b.numbers}),
        figures=float(len(a.figures) > 1 and len(b.figures) > 1 and not {*a.figures} & {*b.figures}),
        result=float(other_result(a.results, b.results)),
        turn=float(any(turns)),
        other_turn=float(not all(turns)),
        way=float(bool(a.way and b.way) and a.way != b.way),
        stage=float(bool(a.stage and b.stage) and a.stage != b.stage and {a.stage, b.stage} != ONE_DAY),
        aftermath=float(a.aftermath is not b.aftermath),
        anniversary=float(a.anniversary is not b.anniversary),
        looked_back_on=_looked_back_on(a, b, ours, theirs, rare),
        same_day=float(bool(days & other_days)),
        other_day=float(bool(days and other_days) and min(_between(x, y) for x in days for y in other_days) > 1),
        one_day=float(gap is not None and gap <= 1),
        other_date=float(gap is not None and gap > NEAR),
        place=float(bool({*a.city} & {*b.top} or {*b.city} & {*a.top})),
        nearly=min(nearly, QUOTED) / QUOTED,
        quoted=min(quoted, QUOTED) / QUOTED,
    )


def other_event(one: Told, other: Told) -> bool:
    """Whether two reports cannot tell one event, as the days of what they tell are too far apart."""
    apart = days_apart(_day(one), _day(other))
    return apart is not None and apart > LATER


def _share(value: float) -> float:
    return log(max(value, LITTLE))


def _sum(names: Collection[str], rare: Rarity) -> float:
    return sum(rare(name, True) for name in sorted(names))


def _held(one: Occasion, other: Occasion, words: Collection[str], named: Collection[str], rare: Rarity) -> float:
    """The share of a lede, without names and what either looks back on, that stands in the other report."""
    back = {*one.back, *other.back}
    told = {t: weight * rare(t, False) for t, weight in one.lede.items() if t not in named and t not in back}
    total = sum(told.values())
    return sum(weight for term, weight in told.items() if term in words) / total if total else 0.0


def _in(headline: Sequence[str], words: Collection[str], named: Collection[str], rare: Rarity) -> float:
    """The share of a headline that stands in the other report."""
    total = sum(rare(term, term in named) for term in headline)
    return sum(rare(term, term in named) for term in headline if term in words) / total if total else 0.0


def _looked_back_on(
    a: Occasion, b: Occasion, ours: Mapping[str, float], theirs: Mapping[str, float], rare: Rarity
) -> float:
    """The share of what both have in common that is past in one and at the top of the other."""
    weights = {t: rare(t, False) * min(ours[t], theirs[t]) for t in sorted(ours.keys() & theirs.keys())}
    total = sum(weights.values())
    old = ({*a.past} & {*b.top}) | ({*b.past} & {*a.top})
    return sum(weight for term, weight in weights.items() if term in old) / total if total else 0.0


def _numbers(ours: set[str], theirs: set[str]) -> float:
    rounded = sum(any(_rounds(x, y) for y in theirs - ours) for x in ours - theirs)
    return min(MOST_NUMBERS, len(ours & theirs) + ROUNDED * rounded)


def _rounds(one: str, other: str) -> bool:
    """Whether of two numbers one is the other with fewer digits, two at least: 4.1 and 4.12, 61000 and 61242."""
    if "-" in one + other:
        return False
    fewer, more = sorted((one, other), key=_digits)
    kept = _digits(fewer)
    try:
        return 2 <= kept < _digits(more) and float(fewer) == float(f"%.{kept}g" % float(more))
    except ValueError:
        return False


def _digits(number: str) -> int:
    return len(number.replace(".", "").strip("0"))


def _weekdays(told: Told) -> set[int]:
    """The days of the week at the top of a report, and that of its own date."""
    found = {WEEK.index(day) for day in told.occasion.weekdays}
    own = _full(told.date)
    return found | {own.weekday()} if own else found


def _dates(told: Told) -> Sequence[str]:
    """The days that a report begins with by month and day, and its own date when it states one."""
    return [*told.occasion.dates, *([told.date] if _MONTH_AND_DAY.search(told.date) else [])]


def _between(one: int, other: int) -> int:
    return min((one - other) % 7, (other - one) % 7)


def _day(told: Told) -> str:
    """The day of the event: the last one of its name up to the report's own date, else that date as far as it goes."""
    own = _full(told.date)
    if own is None or not told.occasion.day:
        return told.date
    return _last(told.occasion.day, own)


def _last(weekday: str, own: date) -> str:
    return (own - timedelta(days=(own.weekday() - WEEK.index(weekday)) % 7)).isoformat()


def _full(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
