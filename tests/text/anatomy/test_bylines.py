# ruff: noqa: E501 - the lines are reports

import pytest

from articles.text.anatomy.blocks import blocks
from articles.text.anatomy.bylines import bare_byline, byline_cue, is_byline_role, names, read_byline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Jane Doe", ["Jane Doe"]),
        ("BY JANE DOE", ["Jane Doe"]),
        ("by jane doe", ["Jane Doe"]),
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("By Jane Doe, John Roe and Ana Horvat", ["Jane Doe", "John Roe", "Ana Horvat"]),
        ("By Jane Doe, Political Editor", ["Jane Doe"]),
        ("By Jane Doe in Kyiv and John Roe in Moscow", ["Jane Doe", "John Roe"]),
        ("By Aisha Bello, Abuja and John Eze, Lagos", ["Aisha Bello", "John Eze"]),
        ("By Jane Doe • March 3, 2022", ["Jane Doe"]),
        ("By Jane Doe | The Skelby Courier", ["Jane Doe"]),
        ("By Jane Doe Updated March 3, 2022", ["Jane Doe"]),
        ("By JANE DOE, Associated Press", ["Jane Doe"]),
        ("By Dr. Jane Doe", ["Jane Doe"]),
        ("By regional reporter Jane Doe", ["Jane Doe"]),
        ("By KELLY BRAND FOR NEWSLINE", ["Kelly Brand"]),
        ("Words by Ludwig van Beek", ["Ludwig van Beek"]),
        ("Words: Marcus Hall. Illustrations: Pippa Lund", ["Marcus Hall"]),
        ("From KOJO BENTIL, Kumasi", ["Kojo Bentil"]),
        ("By Miloš Đukić", ["Miloš Đukić"]),
        ("By Ngũgĩ wa Thiong'o", ["Ngũgĩ wa Thiong'o"]),
        ("By J.P. McAllister-Roe", ["J.P. McAllister-Roe"]),
        ("By Martin Hale Jr.", ["Martin Hale Jr."]),
        ("By Jane Doe and agencies", ["Jane Doe"]),
        ("By Reuters", []),
        ("By The Associated Press", []),
        ("By Staff Reporter", []),
        ("By our correspondent", []),
    ],
)
def test_a_byline_gives_the_names_of_its_writers(text, expected):
    assert byline_cue(text, len(text.split()))
    assert list(names(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "By Tuesday, the water had gone down.",
        "By the numbers",
        "By the time they came, it was over",
        "Byron wins prize",
    ],
)
def test_not_every_line_with_by_is_a_byline(text):
    assert byline_cue(text, len(text.split())) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("Jane Doe, Staff Writer", ["Jane Doe"]),
        ("Jane Doe | Staff Reporter", ["Jane Doe"]),
        ("Jane Doe in Nairobi", ["Jane Doe"]),
        ("Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("JANE DOE, GENEVA", ["Jane Doe"]),
        ("Jane Doe - 3 March 2022", ["Jane Doe"]),
        ("Tariq Lodge (now) and Bella Svensson (earlier)", ["Tariq Lodge", "Bella Svensson"]),
    ],
)
def test_a_name_under_a_headline_is_a_byline(text, expected):
    assert bare_byline(text, len(text.split()))
    assert list(names(text)) == expected


@pytest.mark.parametrize(
    "text",
    ["Harbour Master Quits", "New Hope", "Federal Judge Restores Funding for Gateway Project", "Storm hits coast"],
)
def test_a_title_is_no_name(text):
    assert bare_byline(text, len(text.split())) is None


@pytest.mark.parametrize("text", ["Political correspondent", "BBC News, Skelby", "In Nairobi", "Staff Writer"])
def test_a_line_under_a_byline_says_who_the_writer_is(text):
    assert is_byline_role(text, len(text.split()))


def test_all_bylines_of_a_report_are_read_once():
    raw = "Storm hits coast\n\nBy Jane Doe\nStaff Writer\n\nA storm hit the coast on Sunday.\n\nIt was the third this year."
    assert read_byline(raw, blocks(raw)) == ("Jane Doe",)
