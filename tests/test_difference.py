"""Two texts by word: nothing lost, nothing made up, in bounded time."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.difference import MOST, MOST_CHANGES, Piece, by_word, changes

TEXT = st.text(alphabet="ab .,\n’", max_size=60)


def shown(old: str, new: str) -> str:
    signs = {"gone": "[-{}-]", "new": "[+{}+]", "same": "{}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in by_word(old, new))


@given(TEXT, TEXT)
def test_it_holds_both_texts_whole(old: str, new: str) -> None:
    pieces = by_word(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == new
    assert all(one.kind != other.kind for one, other in pairwise(pieces))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("The bridge opened.", "The bridge opened.", "The bridge opened."),
        (
            "The bridge opened on Monday.",
            "The bridge opened on Tuesday.",
            "The bridge opened on [-Monday-][+Tuesday+].",
        ),
        ("It cost two million.", "It cost almost three billion.", "It cost [-two million-][+almost three billion+]."),
        ("", "New.", "[+New.+]"),
        ("Gone.", "", "[-Gone.-]"),
        ("One.\n\nTwo.\n\nThree.", "One.\n\nThree.", "One.\n\n[-Two.\n\n-]Three."),
        ("Zürich’s café", "Zürich’s cafés", "Zürich’s [-café-][+cafés+]"),
    ],
)
def test_it_marks_words_that_changed_and_no_others(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 40_000, "b " * 40_000),
        ("a b " * 20_000, "b a " * 20_000),
        ("x\n" * 30_000, "y\nx\n" * 30_000),
        (" ".join(str(n) for n in range(50_000)), " ".join(str(n) for n in range(50_000, 0, -1))),
    ],
)
def test_it_ends_soon_whatever_the_texts(old: str, new: str) -> None:
    began = time.perf_counter()
    pieces = by_word(old, new)
    assert time.perf_counter() - began < 5
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == old


def test_it_compares_as_many_words_as_it_says() -> None:
    old, new = "a " * (MOST // 2 - 1) + "a", "b" + " a" * (MOST // 2 - 1)
    assert len(by_word(old, new)) > 2


def test_it_leaves_out_the_middle_of_what_is_long_and_the_same() -> None:
    assert Piece("same", "short").middle_left_out == ("", "")
    head, tail = Piece("same", " ".join(f"word{n}" for n in range(400))).middle_left_out
    assert head.startswith("word0 ") and tail.endswith("word399") and "word200" not in head + tail


def test_it_tells_each_change_with_a_few_words_around() -> None:
    long = "word " * 100
    old = f"The bridge opened on Monday. {long} It cost 3 million. {long}"
    new = f"The bridge opened on Tuesday. {long} It cost 4 million. {long}"
    first, second = changes(old, new)
    assert first[:3] == [["same", "The bridge opened on "], ["gone", "Monday"], ["new", "Tuesday"]]
    assert first[3][1].startswith(". word") and first[3][1].endswith("word …")
    assert second[0][1].startswith("… word") and second[0][1].endswith("It cost ")
    assert second[1:3] == [["gone", "3"], ["new", "4"]]


def test_it_tells_close_changes_together_and_not_without_end() -> None:
    assert changes("It was red, then blue.", "It was green, then black.") == [
        [["same", "It was "], ["gone", "red"], ["new", "green"], ["same", ", then "], ["gone", "blue"],
         ["new", "black"], ["same", "."]],
    ]  # fmt: skip
    assert changes("same", "same") == []
    assert changes("", "new") == [[["new", "new"]]]
    texts = ["\n".join(f"{word} {number}\n" + "It stays. " * 30 for number in range(40)) for word in ("old", "new")]
    assert len(changes(*texts)) == MOST_CHANGES
