from datetime import UTC, datetime

import pytest
from django.utils import timezone

from articles.times import WrongTime, typed_time, zoned

NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def london() -> object:
    with timezone.override("Europe/London"):
        yield


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("2026-02-24T06:00", 6), ("2026-07-24T06:00", 5), (" 2026-07-24 06:00:00 ", 5), ("2026-07-24T06:00Z", 6)],
)
def test_it_reads_a_time_by_the_clock_of_the_newsroom(typed: str, hour: int) -> None:
    at = typed_time(typed, now=NOW)
    assert at is not None and at.astimezone(UTC).hour == hour


@pytest.mark.parametrize("typed", ["", "  "])
def test_it_takes_an_empty_field_for_no_time(typed: str) -> None:
    assert typed_time(typed, now=NOW) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("soon", "no day and time"),
        ("2026-02-30T06:00", "no day and time"),
        ("0001-01-01T00:00", "no day and time"),
        ("9999-12-31T23:59", "no day and time"),
        ("20266-02-24T06:00", "no day and time"),
        ("2026-03-29T01:30", "01:30 is left out on 29 Mar 2026: the clocks go forward"),
        ("2026-10-25T01:30", "01:30 comes twice on 25 Oct 2026: the clocks go back"),
    ],
)
def test_it_says_what_is_wrong_with_a_time(typed: str, said: str) -> None:
    with pytest.raises(WrongTime, match=said):
        typed_time(typed, now=NOW)


def test_it_names_the_zone_of_each_time() -> None:
    assert zoned(datetime(2026, 2, 24, 6, tzinfo=UTC), now=NOW) == "24 Feb, 06:00 GMT"
    assert zoned(datetime(2027, 7, 24, 6, tzinfo=UTC), now=NOW) == "24 Jul 2027, 07:00 BST"
