"""What tells two events of the same people apart."""

import pytest

from articles.text.likeness.occasion import Occasion, occasion
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
        ("It ended 3-1 and 27 came from A27 and Boeing 737-800", ["27", "3-1", "737-800"]),
        ("The lead was 3:52 and the rate 6.40", ["3-52", "6.4"]),
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


def test_it_keeps_what_stands_at_the_top_without_the_past() -> None:
    found = occasion(
        "Bridge falls at Maribor", ["Police counted the cars that fell.", "A fire in March burned the old quay."]
    )
    assert {"bridg", "polic"} <= {*found.top} and "quay" in found.past and "quay" not in found.top
    assert found.weekdays == () and of("It rained on Tuesday and on Friday.").weekdays == ("Friday", "Tuesday")


def test_a_sentence_that_says_then_tells_of_another_time() -> None:
    assert "hurt" in of("It rained.", "Three people died then, and some were hurt.").back
    assert of("It rained.", "Then it stopped.").back == ()


def test_it_takes_the_days_that_the_beginning_gives_by_month_and_day() -> None:
    assert list(of("It burned on 12 October.", "A blaze of March 3, 2019 was worse.").dates) == [
        "--10-12",
        "2019-03-03",
    ]
    assert not of("One.", "Two.", "Three.", "It burned on 12 October.").dates


def test_one_that_an_earlier_version_stored_is_read() -> None:
    stored = {"day": "Monday", "numbers": ["41"], "back": [], "of_old": ["gone"]}
    assert Occasion.kept(stored) == Occasion("Monday", ["41"], [])
