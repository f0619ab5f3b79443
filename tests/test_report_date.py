import pytest
from django.core.exceptions import ValidationError

from articles.admin.fields import ReportDateField
from articles.report_date import left_open, spoken_date, validate_report_date


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2022-02-22", "2022-02-22"),
        ("2022-02", "2022-02"),
        ("2022", "2022"),
        ("--02-29", "--02-29"),
        ("22 February 2022", "2022-02-22"),
        ("February 22", "--02-22"),
        ("Feb. 2022", "2022-02"),
        ("", ""),
    ],
)
def test_it_takes_a_date_in_figures_or_words(typed: str, kept: str) -> None:
    assert ReportDateField(required=False).clean(typed) == kept


@pytest.mark.parametrize(
    "typed", ["2022-02-31", "2022-13", "0000", "--13-45", "-", "Thursday", "soon", "2022-2-2", "22"]
)
def test_it_refuses_what_is_no_date_and_says_how_to_write_one(typed: str) -> None:
    with pytest.raises(ValidationError, match="2022-02-22"):
        ReportDateField(required=False).clean(typed)
    with pytest.raises(ValidationError):
        validate_report_date(typed)


@pytest.mark.parametrize(
    ("parts", "open_"),
    [
        ({"year": 2024, "month": 3, "day": 5}, ""),
        ({"month": 3, "day": 5}, "year not stated"),
        ({"year": 2024, "month": 3}, "day not stated"),
        ({"year": 2024}, "day and month not stated"),
        ({"month": 3}, "day and year not stated"),
        ({"day": 5}, "month and year not stated"),
        ({"weekday": 3}, "date not stated"),
        ({}, ""),
    ],
)
def test_it_says_what_a_date_leaves_open(parts: dict[str, int], open_: str) -> None:
    assert left_open(parts) == open_


@pytest.mark.parametrize(
    ("stored", "spoken"),
    [
        ("2022-02-22", "22 February 2022"),
        ("2022-02", "February 2022 (day not stated)"),
        ("2022", "2022 (day and month not stated)"),
        ("--02-22", "22 February (year not stated)"),
        ("nonsense", "nonsense"),
        ("2022-13-01", "2022-13-01"),
    ],
)
def test_it_speaks_a_stored_date(stored: str, spoken: str) -> None:
    assert spoken_date(stored) == spoken
