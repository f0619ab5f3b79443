"""The scorer of the golden reports: what is read right is full marks, what is read wrong is not."""

from typing import Any

from tests.reports import cases, scoring


def by_heart(case: cases.Case) -> dict[str, Any]:
    """The reading of somebody who knows the expectations by heart."""
    gold = case.gold
    return gold | {
        "dates": [d["iso"] for d in gold["dates"]],
        "quotes": [q for q in gold["quotes"] if q["kind"] == "quote"],
    }


def test_it_gives_full_marks_to_the_expectations_themselves() -> None:
    total = scoring.score(cases.load_all(), by_heart)
    assert total.faults == []
    assert {name: t.f1 for name, t in total.tallies.items() if t.f1 < 1.0} == {"not speech, taken": 0.0}


def test_it_sees_a_body_line_lost_and_a_name_too_many() -> None:
    def careless(case: cases.Case) -> dict[str, Any]:
        known = by_heart(case)
        people = [*known["people"], {"name": "Storm Helena", "mentions": ["Helena"]}]
        return known | {"people": people, "body_paragraphs": known["body_paragraphs"][1:]}

    total = scoring.score([cases.load("storm-met")], careless)
    assert total.tallies["body kept"].share < 1.0
    assert total.tallies["people"].f1 < 1.0


def test_it_sees_words_put_into_a_wrong_mouth() -> None:
    def careless(case: cases.Case) -> dict[str, Any]:
        return by_heart(case) | {
            "quotes": [{"text": q["text"], "speaker": "Nobody Known"} for q in case.gold["quotes"]]
        }

    total = scoring.score([cases.load("klaipeda-wire")], careless)
    assert total.tallies["quotes"].f1 == 1.0
    assert total.tallies["speakers"].share == 0.0


def test_it_sees_a_title_taken_for_speech() -> None:
    def careless(case: cases.Case) -> dict[str, Any]:
        return by_heart(case) | {"quotes": [{"text": t, "speaker": None} for t in case.gold["not_quotes"]]}

    total = scoring.score([cases.load("obit-cellist")], careless)
    assert total.tallies["not speech, taken"].right == len(cases.load("obit-cellist").gold["not_quotes"])
