"""Quotations held against each other."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.likeness.wording import Match, compare, difference, normalise, parts, sample, shingles
from tests.reports import cases

FULL = "We have stopped drawing lines on the map and started reading the depth of the water,"


def match(one: str, other: str) -> Match | None:
    found = compare(one, other)
    assert (found and found.match) == ((back := compare(other, one)) and back.match), "it depends on the order"
    return found.match if found else None


def test_it_takes_marks_case_and_accents_for_nothing() -> None:
    assert normalise("“I'd… NEVER — café!”") == normalise("I’d never cafe")
    assert match("The Élysée won’t do it.", "the elysee won't do it") is Match.SAME


@pytest.mark.parametrize(
    "cut",
    [
        "We have stopped drawing lines […] and started reading the depth of the water",
        "We have stopped drawing lines ... and started reading",
        "We have stopped drawing lines . . . reading the depth",
        "started reading the depth of the water",
        "We have stopped drawing lines … of the water",
    ],
)
def test_it_finds_what_a_cut_left(cut: str) -> None:
    assert match(cut, FULL) is Match.CUT


def test_it_counts_the_words_that_stand_in_both() -> None:
    found = compare("We have stopped drawing lines … of the water", FULL)
    assert found is not None
    assert found.words == 8


def test_it_wants_the_parts_of_a_cut_in_their_order() -> None:
    assert compare("started reading the depth … We have stopped drawing", FULL) is None


def test_it_does_not_take_a_word_for_part_of_another() -> None:
    assert compare("he may be in the car", "she said he may be in the carpet") is None


def test_it_calls_few_words_no_part() -> None:
    assert compare("of the water", FULL) is None
    assert match("No.", "no") is Match.SAME


@pytest.mark.parametrize(
    "near",
    [
        "We have stopped to draw lines on the map and started reading the depth of the water",
        "We have stopped drawing lines on the map, and started to read the depth of the waters",
    ],
)
def test_it_finds_nearly_the_same_words(near: str) -> None:
    assert match(near, FULL) is Match.NEAR


def test_it_leaves_other_words_alone() -> None:
    assert compare("The fish never needed a visa, and the fishermen will not need one", FULL) is None
    assert compare("", FULL) is None
    assert compare("…", "…") is None


def test_it_shows_the_words_that_differ_and_no_punctuation() -> None:
    assert difference("Trust is the only fertiliser, it said", "Trust is the only fertilizer it has said") == [
        ("fertiliser,", "fertilizer"),
        ("", "has"),
    ]
    assert difference("“Stay in,” she said", "Stay in – she said.") == []


def test_it_makes_no_run_of_words_over_a_cut() -> None:
    assert len(shingles("one two three four five […] six seven")) == 3
    assert shingles("six seven") == shingles("one two three four five […] six seven")[2:]


@given(st.lists(st.sampled_from("water lake fish map line depth boat".split()), min_size=8, max_size=60), st.data())
def test_any_eight_words_hold_a_run_that_is_on_record(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 8))
    part = " ".join(words[start : start + 8])
    assert {*shingles(part)} & {*sample(" ".join(words))}
    assert {*sample(part)} & {*shingles(" ".join(words))}


@given(st.lists(st.sampled_from("water lake fish map line depth boat".split()), min_size=6, max_size=30), st.data())
def test_it_finds_every_part_of_a_quotation_that_is_left_after_a_cut(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 4))
    end = data.draw(st.integers(start + 4, len(words)))
    found = compare(" ".join(words[start:end]), " ".join(words))
    assert found is not None and found.match in {Match.SAME, Match.CUT}


@given(st.text(max_size=200), st.text(max_size=200))
def test_it_takes_any_text(one: str, other: str) -> None:
    compare(one, other)
    difference(one, other)
    assert {*sample(one)} <= {*shingles(one)}
    assert sum(map(len, parts(one))) == sum(map(len, parts(normalise(one)))) or "[" in one or "." in one or "…" in one


def test_it_agrees_with_the_golden_reports() -> None:
    """Quotations of different events never match; those of one group do, but for parts that share no word."""
    said = [
        (case.gold["story"] or case.name, quote["group"], quote["text"])
        for case in cases.load_all()
        for quote in case.gold["quotes"]
        if len(quote["text"].split()) >= 4
    ]
    false, grouped = [], []
    for (event, group, text), (other_event, other_group, other) in combinations(said, 2):
        found = compare(text, other)
        if event != other_event and found:
            false.append((text, other))
        if event == other_event and group and group == other_group:
            grouped.append(found is not None)
    assert false == []
    assert sum(grouped) >= 0.95 * len(grouped)
