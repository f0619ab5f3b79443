"""Whether two reports tell one event: what speaks for it and against it, weighed together.

The weights were fitted by logistic regression on pairs of reports written for this project, events told by up to four
outlets and their near misses (the next match, the appeal, the same accident elsewhere), each set also weighed by what
was fitted without it. Some differences leave nothing to weigh: `other_event`.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import astuple, dataclass
from datetime import date, timedelta
from math import exp, log

from articles.text.likeness.apart import days_apart
from articles.text.likeness.frames import other_figures
from articles.text.likeness.occasion import WEEK, Occasion
from articles.text.likeness.reports import Likeness, Rarity, SignatureTerm

LATER = 7
"""Days between two events from which on they are two: a bank decides anew, the next round begins."""
NEAR = 3
"""Days within which different newsrooms tell one event."""
COMMON = 2.5
"""What a word may weigh by its rarity before it tells anything."""
LITTLE = 0.05
"""The least share that is told from nothing."""
MOST_NUMBERS = 4.0
ONE_DAY = {"verdict", "sentence"}
"""Stages of a case that a court may come to on one day."""
STRANGERS = 0.25
"""Likeness of names below which two reports hardly name the same: two firms that cut jobs are told in the same words."""
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
    """What speaks for one event and against it. Shares are on a logarithmic scale.

    Names in common; names at the top of both; rare words in common; the words of a lede, and of a headline, that are in
    the other; numbers in common; the same turn of a series; words that one looks back on and the other begins with; one
    of two that tells what came of something, or remembers; other counts; the same weekday, or other ones; days of their
    own close together; the same day of what happened; one sent from a place that the other begins with; nearly the same
    words quoted, and the same ones; few names in common at all.
    """

    names: float
    top_names: float
    words: float
    lede: float
    headline: float
    numbers: float
    turn: float
    looked_back_on: float
    aftermath: float
    anniversary: float
    counts: float
    same_day: float
    other_day: float
    near: float
    one_day: float
    place: float
    nearly: float
    quoted: float
    strangers: float


WEIGHTS = Features(
    names=0.29,
    top_names=0.27,
    words=0.07,
    lede=0.19,
    headline=0.21,
    numbers=1.22,
    turn=3.68,
    looked_back_on=-6.18,
    aftermath=-1.14,
    anniversary=-1.45,
    counts=-1.61,
    same_day=0.80,
    other_day=-2.13,
    near=1.65,
    one_day=1.31,
    place=0.92,
    nearly=4.34,
    quoted=1.94,
    strangers=-0.71,
)
BIAS = 0.21


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
    both = ours.keys() & theirs.keys()
    gaps = [days_apart(x, y) for x in _event_days(one) for y in _event_days(other)]
    places, all_places = {*a.places} & {*b.places}, {*a.places, *b.places}
    retold = a.aftermath is not b.aftermath or _other_stage(a, b) or _other_turn(a, b) or _other_way(a, b)
    days, other_days = _weekdays(one), _weekdays(other)
    apart = days_apart(one.date, other.date)
    return Features(
        names=_share(alike.who),
        top_names=_share(_sum(places, rare, named=True) / (_sum(all_places, rare, named=True) or 1)),
        words=log(1 + sum(max(0.0, rare(t, False) - COMMON) for t in both - named if not t[0].isdigit())),
        lede=_share(max(_held(a, b, theirs.keys(), named, rare), _held(b, a, ours.keys(), named, rare))),
        headline=_share(max(_in(a.headline, theirs.keys(), named, rare), _in(b.headline, ours.keys(), named, rare))),
        numbers=0.0 if retold else _numbers({*a.numbers}, {*b.numbers}),
        turn=float(any({*a.turns[noun]} & {*b.turns[noun]} for noun in a.turns.keys() & b.turns.keys())),
        looked_back_on=_looked_back_on(a, b, ours, theirs, rare),
        aftermath=float(a.aftermath is not b.aftermath),
        anniversary=float(a.anniversary is not b.anniversary),
        counts=float(any(not {*a.counts[n]} & {*b.counts[n]} for n in a.counts.keys() & b.counts.keys())),
        same_day=float(bool(days & other_days)),
        near=float(apart is not None and apart <= NEAR),
        one_day=float(any(gap is not None and gap <= 1 for gap in gaps)),
        place=float(bool({*a.city} & {*b.top} or {*b.city} & {*a.top})),
        other_day=float(bool(days and other_days) and min(_between(x, y) for x in days for y in other_days) > 1),
        nearly=min(nearly, QUOTED) / QUOTED,
        quoted=min(quoted, QUOTED) / QUOTED,
        strangers=float(alike.who < STRANGERS),
    )


def other_event(one: Told, other: Told) -> bool:
    """Whether two reports cannot tell one event: its day is another, the case has come further, the figures in the same
    places are others, it is another turn of a series, or a rate went another way."""
    a, b = one.occasion, other.occasion
    apart = days_apart(_day(one), _day(other))
    return (
        (apart is not None and apart > LATER)
        or _other_stage(a, b)
        or _other_turn(a, b)
        or _other_way(a, b)
        or other_figures(a.frames, b.frames)
    )


def _share(value: float) -> float:
    return log(max(value, LITTLE))


def _sum(terms: Set[str], rare: Rarity, *, named: bool) -> float:
    return sum(rare(term, named) for term in sorted(terms))


def _held(one: Occasion, other: Occasion, words: Set[str], named: Set[str], rare: Rarity) -> float:
    """The share of a lede, without names and what either looks back on, that stands in the other report."""
    back = {*one.back, *other.back}
    told = {t: weight * rare(t, False) for t, weight in one.lede.items() if t not in named and t not in back}
    total = sum(told.values())
    return sum(weight for term, weight in told.items() if term in words) / total if total else 0.0


def _in(headline: Sequence[str], words: Set[str], named: Set[str], rare: Rarity) -> float:
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


def _other_stage(a: Occasion, b: Occasion) -> bool:
    """A court that convicts may sentence on the same day; each other step of a case is an event of its own."""
    return bool(a.stage and b.stage and a.stage != b.stage and {a.stage, b.stage} != ONE_DAY)


def _other_way(a: Occasion, b: Occasion) -> bool:
    return bool(a.way and b.way and a.way != b.way)


def _other_turn(a: Occasion, b: Occasion) -> bool:
    return any(not {*a.turns[noun]} & {*b.turns[noun]} for noun in a.turns.keys() & b.turns.keys())


def _weekdays(told: Told) -> set[int]:
    """The days of the week at the top of a report, and that of its own date."""
    found = {WEEK.index(day) for day in told.occasion.weekdays}
    own = _full(told.date)
    return found | {own.weekday()} if own else found


def _event_days(told: Told) -> Sequence[str]:
    """The days that a report begins with, by their names up to its own date or by month and day; else its own date."""
    own = _full(told.date)
    named = [_last(day, own) for day in told.occasion.weekdays] if own else []
    return [*named, *told.occasion.dates] or [told.date]


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
