"""What came out: scores, counts of votes, magnitudes."""

import pytest

from articles.text.likeness.results import other_result, results


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("Port Elsa won 3-1 at Dornau.", ["1-3"]),
        ("The motion fell by 306 votes to 325.", ["306-325"]),
        ("Port Elsa 3, Dornau Athletic 0", ["0-3"]),
        ("She took the sets 6-2, 7-6.", ["2-6", "6-7"]),
        ("Rates of 2-3% and 5 to 6 per cent, open 9-5pm, from 10 to 12, aged 20 to 30 years", []),
        ("It ran from 2014-16 and cost 3-4 million.", []),
        ("Kick-off is at 7:30-9:15, on 3-4 km of track.", []),
    ],
)
def test_it_reads_two_numbers_against_each_other(text: str, scores: list[str]) -> None:
    assert results([text]).get("score", []) == scores


def test_it_reads_the_magnitude_of_an_earthquake() -> None:
    assert results(["A magnitude 6.4 quake", "magnitude of 6.3", "the 6.4-magnitude shock"]) == {
        "magnitude": ["6.3", "6.4"]
    }


def test_results_differ_when_none_agrees() -> None:
    first_leg, second_leg, both = ({"score": said} for said in (["1-2"], ["0-3"], ["0-3", "1-2"]))
    assert other_result(first_leg, second_leg)
    assert not other_result(first_leg, both) and not other_result(first_leg, {})
    assert not other_result({"magnitude": ["6.4"]}, {"magnitude": ["6.2"]})
    assert other_result({"magnitude": ["6.4"]}, {"magnitude": ["7.8"]})
