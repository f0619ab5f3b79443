"""Several reports of one event held side by side: who names whom, and what each gives or leaves out.

It compares what is told and judges nothing: no report is right, wrong or biased here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from articles.text.likeness.wording import difference, is_cut_of, normalise

MOST_COLUMNS = 8
"""Reports that a table sets side by side: more cannot be read on any screen."""
MOST_ROWS = 20
MOST_ALONE = 12
"""Quotations of one report alone that are listed."""


class Topic(StrEnum):
    PEOPLE = "people"
    PLACES = "places"
    DATES = "dates"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Stated:
    """A person, place, day or number as one report gives it: `key` is the same in every report that gives it, `name`
    is what the row is called, `written` the words of this report."""

    key: str
    name: str
    written: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A quotation as one report prints it. Equal words have one `quotation` (a number)."""

    quotation: int
    text: str
    speaker: str = ""
    speaker_url: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What is compared of one report. `outlet` is "" where nobody knows it; `origins` are the names of those that the
    report comes from: the agencies it credits, else its outlet."""

    number: int
    headline: str
    url: str
    outlet: str = ""
    agencies: tuple[str, ...] = ()
    stated: Mapping[Topic, Sequence[Stated]] = field(default_factory=dict)
    printed: Sequence[Printed] = ()

    @property
    def origins(self) -> tuple[str, ...]:
        return self.agencies or ((self.outlet,) if self.outlet else ())


@dataclass(frozen=True, slots=True)
class Origins:
    """Where the reports come from. `unknown` of them name neither outlet nor agency and are counted with none."""

    names: tuple[str, ...]
    unknown: int

    @property
    def count(self) -> int:
        return len(self.names)


def origins_of(reports: Iterable[Told]) -> Origins:
    """The independent sources behind some reports.

    A report that credits agencies counts for those, not for its outlet: three outlets that print one agency's report
    are one source.
    """
    names: dict[str, None] = {}
    unknown = 0
    for report in reports:
        names |= dict.fromkeys(report.origins)
        unknown += not report.origins
    return Origins(tuple(names), unknown)


@dataclass(frozen=True, slots=True)
class Row:
    """One person, place, day or number: what each report in turn writes, "" where it has nothing of it."""

    name: str
    url: str
    cells: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Table:
    topic: Topic
    rows: tuple[Row, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Use:
    """A quotation in one report beside its longest wording: the same, cut, or with other words in `places`."""

    report: Told
    text: str
    kind: str
    places: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Words that reports quote: the longest wording, who prints it or the like, and who does not quote it."""

    quotation: int
    text: str
    speaker: str
    speaker_url: str
    uses: tuple[Use, ...]
    lacking: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """`columns` are the reports of the tables, in order; `shared` quotations stand in several of all reports, `alone`
    in one."""

    columns: tuple[Told, ...]
    tables: tuple[Table, ...]
    shared: tuple[Words, ...]
    alone: tuple[Words, ...]
    origins: Origins
    reports: int


def compare(reports: Sequence[Told], links: Iterable[tuple[int, int]] = ()) -> Coverage:
    """Hold reports side by side, in their order. `links` are pairs of quotations that hold or nearly hold each other."""
    columns = tuple(chosen(reports))
    tables = tuple(table for topic in Topic if (table := _table(topic, columns)).rows)
    shared, alone = _quotations(reports, links)
    return Coverage(columns, tables, shared, alone, origins_of(reports), len(reports))


def as_named(spellings: Sequence[str], roles: Sequence[str]) -> str:
    """How a report names somebody: its fullest spelling, and the first role that it gives."""
    fullest = max(spellings, key=lambda name: (len(name.split()), len(name)))
    return ", ".join([fullest, *(role.rstrip(" ,;") for role in roles[:1])])


def chosen(reports: Sequence[Told]) -> list[Told]:
    """The reports that the tables compare: of each outlet the first before any second one, in the order given."""
    seen: set[str] = set()
    first: list[Told] = []
    others: list[Told] = []
    for report in reports:
        (others if report.outlet and report.outlet in seen else first).append(report)
        seen.add(report.outlet)
    numbers = {report.number for report in (first + others)[:MOST_COLUMNS]}
    return [report for report in reports if report.number in numbers]


def _table(topic: Topic, columns: Sequence[Told]) -> Table:
    """What most reports have comes first, then in the order in which it is told."""
    names: dict[str, Stated] = {}
    written: dict[str, dict[int, list[str]]] = {}
    for report in columns:
        for one in report.stated.get(topic, ()):
            names.setdefault(one.key, one)
            words = written.setdefault(one.key, {}).setdefault(report.number, [])
            if one.written not in words:
                words.append(one.written)
    order = sorted(names, key=lambda key: -len(written[key]))
    rows = tuple(
        Row(
            names[key].name,
            names[key].url,
            tuple("; ".join(written[key].get(report.number, ())) for report in columns),
            len(written[key]),
        )
        for key in order[:MOST_ROWS]
    )
    return Table(topic, rows, max(0, len(order) - MOST_ROWS))


def _quotations(
    reports: Sequence[Told], links: Iterable[tuple[int, int]]
) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    groups = _groups({one.quotation for report in reports for one in report.printed}, links)
    uses: dict[int, list[tuple[Told, Printed]]] = {}
    for report in reports:
        for one in report.printed:
            uses.setdefault(groups[one.quotation], []).append((report, one))
    several = [group for group in uses.values() if len({report.number for report, _ in group}) > 1]
    single = [group for group in uses.values() if len({report.number for report, _ in group}) == 1]
    several.sort(key=lambda group: -len({report.number for report, _ in group}))
    return (
        tuple(_words(group, reports) for group in several[:MOST_ROWS]),
        tuple(_words(group, ()) for group in single[:MOST_ALONE]),
    )


def _groups(quotations: set[int], links: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Of every quotation the lowest number of those that it is linked with, over any number of links."""
    lowest = {quotation: quotation for quotation in quotations}

    def root(quotation: int) -> int:
        while lowest[quotation] != quotation:
            quotation = lowest[quotation]
        return quotation

    for one, other in links:
        if one in lowest and other in lowest:
            low, high = sorted((root(one), root(other)))
            lowest[high] = low
    return {quotation: root(quotation) for quotation in quotations}


def _words(group: Sequence[tuple[Told, Printed]], reports: Sequence[Told]) -> Words:
    longest = max((printed for _, printed in group), key=lambda one: len(one.text.split()))
    named = next((printed for _, printed in group if printed.speaker), longest)
    uses: dict[int, Use] = {}
    for report, printed in group:
        uses.setdefault(report.number, _use(report, printed, longest))
    return Words(
        longest.quotation,
        longest.text,
        named.speaker,
        named.speaker_url,
        tuple(uses.values()),
        tuple(report for report in reports if report.number not in uses),
    )


def _use(report: Told, printed: Printed, longest: Printed) -> Use:
    if printed.quotation == longest.quotation:
        return Use(report, printed.text, "same")
    kind, places = how_it_differs(longest.text, printed.text)
    return Use(report, printed.text, kind, places)


def how_it_differs(longer: str, shorter: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """ "same", "cut" (the shorter has nothing that the longer has not) or "differs", with the places that differ."""
    if normalise(longer) == normalise(shorter):
        return "same", ()
    if is_cut_of(shorter, longer):
        return "cut", ()
    return "differs", tuple(difference(longer, shorter))
