import pytest
from django.core.exceptions import ValidationError

from articles.admin.fields import ReportDateField
from articles.report_date import validate_report_date


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
