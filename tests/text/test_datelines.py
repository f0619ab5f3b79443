from datetime import date
from time import process_time

import pytest

from articles.text.datelines import read_dates
from articles.text.report import Block, Role
from tests.text.typed import body

Parts = tuple[int | None, int | None, int | None, int | None]


def parts(raw: str, role: Role = Role.BODY) -> list[Parts]:
    return [(d.year, d.month, d.day, d.weekday) for d in read_dates(raw, body(raw, role))]


STATED: dict[str, list[Parts]] = {
    "on 2024-05-15 14:05 CET": [(2024, 5, 15, None)],
    "at 2024-05-15T14:05:00Z": [(2024, 5, 15, None)],
    "on 2024/05/15": [(2024, 5, 15, None)],
    "met on February 22 in Brod": [(None, 2, 22, None)],
    "met on 22 February 2022 in Brod": [(2022, 2, 22, None)],
    "met on Feb. 22, said": [(None, 2, 22, None)],
    "met on Feb. 22, 2022, in": [(2022, 2, 22, None)],
    "the 22nd of May": [(None, 5, 22, None)],
    "14th November 2023": [(2023, 11, 14, None)],
    "March 3rd, 2024": [(2024, 3, 3, None)],
    "March the 3rd": [(None, 3, 3, None)],
    "Sept. 12": [(None, 9, 12, None)],
    "SEPTEMBER 12, 2023": [(2023, 9, 12, None)],
    "LIMA, SEPT 8 (ANDES PRESS) --": [(None, 9, 8, None)],
    "Fri 9 February 2024 16.32 GMT": [(2024, 2, 9, 4)],
    "Thursday, 10 October 2024 | Weather": [(2024, 10, 10, 3)],
    "on Thursday, February 24, in Geneva": [(None, 2, 24, 3)],
    "Sun., March 3": [(None, 3, 3, 6)],
    "Sat 2 Feb 2025, 09:12": [(2025, 2, 2, 5)],
    "22-Feb-2022": [(2022, 2, 22, None)],
    "in May 2024 they": [(2024, 5, None, None)],
    "In May they": [(None, 5, None, None)],
    "in March, then": [(None, 3, None, None)],
    "on Tuesday and Thursday": [(None, None, None, 1), (None, None, None, 3)],
    "the March 3-5 talks": [(None, 3, 3, None)],
    "3–5 March 2024": [(2024, 3, 3, None)],
    "25/02/2021": [(2021, 2, 25, None)],
    "02/25/2021": [(2021, 2, 25, None)],
    "25.02.2021": [(2021, 2, 25, None)],
    "03.04.2021": [(2021, 4, 3, None)],
    "03/04/2021": [(2021, None, None, None)],
    "04/04/2021": [(2021, 4, 4, None)],
    "03/04/2021 and 25/04/2021": [(2021, 4, 3, None), (2021, 4, 25, None)],
    "03/04/2021 and 04/25/2021": [(2021, 3, 4, None), (2021, 4, 25, None)],
    "8:02 AM PST · January 11, 2024": [(2024, 1, 11, None)],
    "6:30pm, 22 Mar 2023": [(2023, 3, 22, None)],
}

NO_DATES = [
    "12 may have died",
    "they may march on 3 roads",
    "the march 3 km away",
    "the Sun said",
    "he sat 3 hours",
    "a second time",
    "Mar 12 million",
    "on Good Friday",
    "The Sunday Times",
    "Black Friday sales",
    "Sheffield Wednesday won",
    "Mondays are slow",
    "version 10.1.2024.3",
    "May 25% rise",
    "February 30",
    "Theresa May left",
    "in 2022 they",
    "Route 5/6",
    "in march time",
    "page 2024-13-40",
    "13/13/2021",
]


@pytest.mark.parametrize("raw", STATED)
def test_it_reads_the_parts_that_are_stated(raw: str) -> None:
    assert parts(raw) == STATED[raw]


@pytest.mark.parametrize("raw", NO_DATES)
def test_it_takes_no_other_word_for_a_date(raw: str) -> None:
    assert parts(raw) == []


def test_it_knows_the_dates_of_the_report_itself() -> None:
    raw = "Published 3 March 2024\nGENEVA, March 3 (Agency) –\nThe talks of 21 February 2022 failed."
    roles = (Role.STAMP, Role.DATELINE, Role.BODY)
    blocks = tuple(Block(role, b.start, b.end, 1.0, "") for role, b in zip(roles, body(raw), strict=True))
    assert [d.of_report for d in read_dates(raw, blocks)] == [True, True, False]


def test_it_takes_no_date_from_a_rail_a_promo_or_a_link() -> None:
    for role in (Role.RAIL, Role.SEE_ALSO, Role.PROMO, Role.CREDIT, Role.RAIL_LABEL):
        assert parts("Japan Election, 3 March 2026", role) == []


def test_it_lets_the_publication_settle_only_the_order() -> None:
    raw = "03/04/2021"
    blocks = body(raw, Role.STAMP)
    assert read_dates(raw, blocks, published=date(2021, 4, 3))[0].month == 4
    assert read_dates(raw, blocks, published=date(2021, 3, 4))[0].month == 3
    assert read_dates(raw, blocks, published=date(2022, 3, 4))[0].month is None
    assert read_dates("on Tuesday", body("on Tuesday"), published=date(2021, 3, 4))[0].year is None


def test_it_points_at_the_words_in_the_raw_text() -> None:
    raw = "It was\u00a0on\u00a0 Feb.\u00a0 22, when"
    reading = read_dates(raw, body(raw))[0]
    assert (reading.text, raw[reading.start : reading.end]) == ("Feb. 22", "Feb.\u00a0 22")


def test_it_looks_at_the_words_around_a_day_and_not_at_the_whole_text() -> None:
    def seconds(times: int) -> float:
        raw = "It rose on Tuesday and fell. " * times
        blocks = body(raw)
        start = process_time()
        assert len(read_dates(raw, blocks)) == times
        return process_time() - start

    assert seconds(40_000) < 10 * seconds(10_000) + 0.2  # sixteen times as long where every day reads the whole text
