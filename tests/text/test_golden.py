"""The engine against the golden reports: what a person read in them, and how much of it the machine reads too.

The bars are floors, not goals: a change that lowers a figure below its bar is refused, one that lifts it is welcome.
"""

import pytest

from tests.reports import cases, scoring


@pytest.fixture(scope="module")
def total() -> scoring.Score:
    return scoring.score(cases.load_all())


@pytest.mark.parametrize("line", ["headline", "rail", "see_also"])
def test_it_reads_every_headline_rail_and_see_also_line_and_invents_none(total: scoring.Score, line: str) -> None:
    assert total.tallies[f"{line}, present"].share == 1.0, total.about(line)
    assert total.tallies[f"{line}, absent"].share == 1.0, total.about(line)


def test_it_loses_no_line_of_a_body(total: scoring.Score) -> None:
    assert total.tallies["body kept"].share == 1.0, total.about("body kept")


def test_it_keeps_other_lines_out_of_the_body(total: scoring.Score) -> None:
    assert total.tallies["body paragraphs"].f1 >= 0.99, total.about("body paragraphs")


@pytest.mark.parametrize(("figure", "bar"), [("people", 0.95), ("mentions", 0.92)])
def test_it_finds_the_people_of_a_story_and_no_others(total: scoring.Score, figure: str, bar: float) -> None:
    assert total.tallies[figure].f1 >= bar, total.about(figure)


def test_it_finds_what_was_said(total: scoring.Score) -> None:
    assert total.tallies["quotes"].f1 >= 0.97, total.about("quotes")


def test_it_knows_who_said_it(total: scoring.Score) -> None:
    assert total.tallies["speakers"].share >= 0.92, total.about("speakers")


def test_it_takes_no_scare_quotes_and_titles_for_speech(total: scoring.Score) -> None:
    taken = total.tallies["not speech, taken"]
    assert taken.right <= 0.05 * taken.wanted, total.about("not speech")
