"""Two texts by word: nothing lost, nothing made up, in bounded time."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.difference import MOST, Piece, by_word

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
