"""The expectations of the golden reports agree with the reports."""

import pytest

from tests.reports import cases, check


@pytest.mark.parametrize("name", cases.names())
def test_it_says_nothing_that_the_report_does_not_hold(name: str) -> None:
    assert check.problems(cases.load(name)) == []


def test_it_tells_every_story_more_than_once_and_misses_only_stories_that_are_told() -> None:
    assert check.problems_together(cases.load_all()) == []


def test_it_finds_a_word_that_belongs_to_nothing() -> None:
    case = cases.load(cases.names()[0])
    lost = {**case.gold, "body_paragraphs": case.gold["body_paragraphs"][1:]}
    assert any("belongs to nothing" in p for p in check.problems(cases.Case(case.name, case.path, lost)))
