"""How far apart two partial dates are."""

import pytest

from articles.text.likeness.apart import days_apart


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2022-02-22", "2022-02-24", 2),
        ("2022-02-22", "2022-02-22", 0),
        ("2022-02", "2022-02-24", 0),
        ("2022-02", "2022-03-05", 5),
        ("2022", "2024", 366),
        ("--02-22", "2022-02-24", 2),
        ("--12-30", "2024-01-02", 3),
        ("--12-30", "--01-02", 3),
        ("--02-29", "2023-03-01", 365),  # the nearest year that has such a day is the next
        ("--02", "--03", 1),
        ("--06", "2021", 0),
    ],
)
def test_it_counts_the_least_number_of_days(one: str, other: str, days: int) -> None:
    assert days_apart(one, other) == days_apart(other, one) == days


@pytest.mark.parametrize("unknown", ["", "yesterday", "2022-2-22", "--"])
def test_it_says_nothing_of_an_unknown_date(unknown: str) -> None:
    assert days_apart(unknown, "2022-02-22") is None
