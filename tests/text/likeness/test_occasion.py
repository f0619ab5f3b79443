"""What tells two events of the same people apart."""

import pytest

from articles.text.likeness.occasion import (
    AFTERMATH,
    COUNTED,
    COUNTED_OTHERWISE,
    COUNTED_TWICE,
    LOOKING_BACK,
    NEXT_DAY,
    OTHER_COUNT,
    OTHER_DAY,
    OTHER_STAGE,
    SAME_DAY,
    Occasion,
    occasion,
    same_occasion,
)
from articles.text.likeness.reports import terms_of


def of(*paragraphs: str) -> Occasion:
    return occasion("", paragraphs)


def test_it_takes_the_first_day_from_the_beginning_alone() -> None:
    assert of("It rained on Tuesday and on Friday.").day == "Tuesday"
    assert of("One.", "Two.", "Three.", "It rained on Friday.").day == ""


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("63 people lost £4.1m and 11,000 kept it", ["11000", "4.1", "63"]),
        ("In 2021, 100 men and 5 women, 20 of them in 1998", []),
        ("It ended 3-1 and 27 came from A27 and Boeing 737-800", ["27", "737"]),
        ("The lead was 3:52 at 6.40am", ["3:52", "6.40"]),
    ],
)
def test_it_takes_the_numbers_that_do_not_stand_in_any_report(text: str, numbers: list[str]) -> None:
    assert list(of(text).numbers) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "A nurse was killed there in the spring.",
        "It comes four months after the smelter closed.",
        "The fitter was fined last year.",
        "It has rained since March.",
        "Last year, a nurse was killed there.",
        "They met after January's flood.",
        "He had trailed in the May vote.",
    ],
)
def test_it_knows_a_look_back(text: str) -> None:
    assert {*of("It rained.", text).back} == terms_of(text)


def test_of_a_long_sentence_it_takes_the_clause_that_looks_back() -> None:
    found = of("Rocks shut the road near Kothi again, where 14 people died two weeks ago, police said.")
    assert {"dead", "kothi"} & {*found.back} == {"dead"}
    assert found.numbers == (), "what was counted then does not count for now"
    assert of("They won for the first time in 61 years after beating Carrow.").back == ()


def test_it_takes_the_last_step_that_a_case_has_come_to() -> None:
    assert of("He was arrested and charged with theft.").stage == "charge"
    assert of("The jury convicted him.").stage == "verdict"
    assert of("Convicted in May, he was sentenced to seven years.").stage == "sentence"
    assert of("It rained.", "He was jailed.").stage == ""
    assert of("The firm was fined.").aftermath and not of("The firm burned.", "It was fined.").aftermath


def test_a_sentence_of_another_day_looks_back_and_one_of_the_same_does_not() -> None:
    assert "snow" in of("He won on Tuesday.", "He lost time in the snow on Saturday.").back
    assert of("He won on Tuesday.", "On Tuesday he wept.").back == ()
    assert of("It opens on March 3.", "It is open in May 2024.", "In March 4 came.").back == ()


def test_it_weighs_numbers_days_and_looks_back() -> None:
    nothing = Occasion("", (), ())
    assert same_occasion(nothing, nothing, {"fire": 1.0}) == 1.0
    assert same_occasion(Occasion("", ("34",), ()), Occasion("", ("34", "58"), ()), {}) == COUNTED
    assert same_occasion(Occasion("", ("34", "58"), ()), Occasion("", ("34", "58"), ()), {}) == COUNTED_TWICE
    assert same_occasion(Occasion("", ("11000",), ()), Occasion("", ("11000",), ()), {}) == COUNTED_TWICE
    assert same_occasion(Occasion("", ("34",), ()), Occasion("", ("58",), ()), {}) == COUNTED_OTHERWISE
    assert same_occasion(Occasion("Monday", (), ()), Occasion("Thursday", (), ()), {}) == OTHER_DAY
    assert same_occasion(Occasion("Monday", (), ()), Occasion("Sunday", (), ()), {}) == NEXT_DAY
    assert same_occasion(Occasion("Monday", (), ()), Occasion("Monday", (), ()), {}) == SAME_DAY
    verdict, sentence = Occasion("", (), (), "verdict"), Occasion("", (), (), "sentence")
    assert same_occasion(verdict, sentence, {}) == OTHER_STAGE
    assert same_occasion(verdict, verdict, {}) == same_occasion(verdict, nothing, {}) == 1.0
    assert same_occasion(Occasion("", (), (), "", True), nothing, {}) == AFTERMATH
    three, four = of("Three men and five dogs fled."), of("Four men fled with two cats.")
    assert same_occasion(three, four, {}) == OTHER_COUNT
    assert same_occasion(three, of("Three men stayed; five boats left."), {}) == 1.0
    assert same_occasion(Occasion("Monday", (), ()), Occasion("", (), ()), {}) == 1.0
    looks = Occasion("", (), ("fire",))
    assert same_occasion(looks, nothing, {"fire": 1.0, "mill": 1.0}) == LOOKING_BACK
    assert same_occasion(nothing, looks, {"fire": 1.0, "mill": 9.0}) == 1.0
