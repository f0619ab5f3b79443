"""The numbers and days that a text gives."""

import pytest

from articles.text.likeness.figures import days, figures


@pytest.mark.parametrize(
    ("text", "keys"),
    {
        "Three people died.": ["3 peopl"],
        "3 people died, three people were hurt": ["3 peopl"],
        "11,000 homes": ["11000"],
        "some 1.2 million voters": ["1200000"],
        "1,200,000 voters": ["1200000"],
        "a fine of $6 million or £3m": ["$6000000", "£3000000"],
        "US$40 billion": ["$40000000000"],
        "₹4.5 crore and Rs 4.5 crore": ["₹45000000"],
        "25 per cent, 25% and 25 percent": ["25%"],
        "twenty-two boats": ["22 boat"],
        "a 34-year-old woman": ["34"],
        "won 3-1 at 10:30 in 2019, the 4th time, aged 25, in an A380 on 5 March": [],
        "15–20 of the U-21s": [],
        "63 people, 63 patients, 60 people": ["63", "60 peopl"],
        "four grain ships, four ships and ten police officers": ["4 ship", "10 officer"],
        "two shipping lines, 9.5 per cent over two years": ["2 line", "9.5%", "2 year"],
        "1,50,000 farmers": ["150000"],
    }.items(),
)
def test_it_gives_one_form_to_a_number_however_it_is_written(text: str, keys: list[str]) -> None:
    assert [key for key, _written in figures(text)] == keys


def test_it_keeps_what_the_text_writes() -> None:
    assert figures("Some 11,000  homes and of 300 in all.") == [("11000", "11,000 homes")]


def test_it_knows_a_day_with_and_without_its_year() -> None:
    assert days("On February 24 they met. By 24 February 2022, a Thursday, in March 2023 and 2019-05-06") == [
        ("02-24", "February 24"),
        ("3", "Thursday"),
        ("2023-03", "March 2023"),
        ("05-06", "2019-05-06"),
    ]


def test_it_reads_a_long_text_in_a_moment() -> None:
    assert len(figures("12 boats, " * 9_000 + "13 boats " * 3)) == 2
    assert figures("") == days("") == []
