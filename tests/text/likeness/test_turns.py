"""Which turn of a series, and which way a figure went."""

import pytest

from articles.text.likeness.turns import turns, way


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Q2 core profit rose", {"quarter": [2]}),
        ("the third-quarter shock", {"quarter": [3]}),
        ("its 18th stage", {"stag": [18]}),
        ("the ninth straight cut, the second meeting", {"straight": [9], "meet": [2]}),
        ("On October 13 he came", {}),
        ("the target rate is now 2.25-2.50 per cent", {"range": [250]}),
        ("The rate rose from 1 to 2 per cent. Loans cost 5 to 6 per cent.", {}),
    ],
)
def test_it_reads_the_turns_of_a_series(text: str, found: dict[str, list[int]]) -> None:
    assert turns([text]) == found


@pytest.mark.parametrize(
    ("text", "went"),
    [
        ("Bank raises key rate to 8.25 per cent", "up"),
        ("Rate-setters cut interest for the first time", "down"),
        ("The bank left its key rate unchanged, ending a run of increases", "held"),
        ("ČNB stays put on rates", "held"),
        ("Council does not touch the base rate", "held"),
        ("A quarter-point reduction that left the main rate at 5.75 percent", "down"),
        ("A firefighter lifted the cat down", ""),
    ],
)
def test_it_reads_which_way_a_figure_went(text: str, went: str) -> None:
    assert way([text]) == went
