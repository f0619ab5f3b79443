"""Dates, numbers and quotations as readers get them."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.utils import timezone, translation

from articles.templatetags import formatting


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022-02-22", "22 February 2022"),
        ("2022-02", "February 2022"),
        ("2022", "2022"),
        ("--02-22", "22 February (year not stated)"),
        ("--02", "February (year not stated)"),
        ("--02-29", "29 February (year not stated)"),
        ("2023-02-29", "2023-02-29"),
        ("--13-01", "--13-01"),
        ("", ""),
        ("Tuesday", "Tuesday"),
        ("0000", "0000"),
    ],
)
def test_writes_a_partial_date_in_words_or_leaves_it(text: str, words: str) -> None:
    assert formatting.partial_date(text) == words


def test_writes_times_on_the_sites_clocks() -> None:
    moment = datetime(2024, 7, 1, 23, 30, tzinfo=UTC)
    with timezone.override("Europe/Helsinki"):
        assert formatting.day(moment) == "2 July 2024"
        assert formatting.clock(moment) == "02:30"
        assert formatting.day_and_time(moment) == "2 July 2024, 02:30"
        with time_machine.travel("2024-12-30"):
            assert formatting.day_and_time(moment) == "2 July, 02:30"
        assert formatting.moment(moment) == "2 July 2024, 02:30 EEST"
        assert formatting.iso(moment) == "2024-07-02T02:30:00+03:00"
    assert formatting.iso(date(2024, 7, 1)) == "2024-07-01"
    assert formatting.weekday(date(2024, 7, 1)) == "Monday"
    assert formatting.month(date(2024, 7, 1)) == "July 2024"


@pytest.mark.parametrize(("words", "said"), [(0, "1 min read"), (300, "1 min read"), (700, "3 min read")])
def test_tells_the_reading_time(words: int, said: str) -> None:
    assert formatting.reading_time("word " * words) == said


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("We agreed,", "“We agreed”"),
        ("“We agreed,”", "“We agreed”"),
        ('"We agreed."', "“We agreed.”"),
        ("Why?", "“Why?”"),
        ("It’s the drivers’", "“It’s the drivers’”"),
    ],
)
def test_puts_one_pair_of_marks_around_what_was_said(printed: str, shown: str) -> None:
    assert formatting.quoted(printed) == shown


def test_writes_dates_and_plurals_in_the_language_of_the_site() -> None:
    with translation.override("de"):
        assert formatting.moment(datetime(2024, 3, 5, 12, tzinfo=UTC)) == "5. März 2024, 12:00 UTC"
        assert formatting.partial_date("--02-22") == "22. Februar (Jahr nicht genannt)"
        assert formatting.quoted("Ja,") == "„Ja“"
        assert formatting.reading_time("Wort " * 700) == "3 Min. Lesezeit"
    with translation.override("ar"):
        assert formatting.day(date(2024, 3, 5)) == "5 مارس 2024"
