"""The change of a report is brought into a text that a person wrote on, block by block."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.bodies import blocks_of, merged_body, same_html


def html(*paragraphs: str) -> str:
    return "\n".join(f"<p>{text}</p>" for text in paragraphs)


@pytest.mark.parametrize(
    ("ours", "was", "says", "merged"),
    [
        (html("A!", "b", "c"), html("a", "b", "c"), html("a", "c"), html("A!", "c")),
        (html("A!", "c"), html("a", "c"), html("a", "b", "c"), html("A!", "b", "c")),
        (html("a", "c", "own"), html("a", "c"), html("a", "b", "c"), html("a", "b", "c", "own")),
        (html("a", "B!", "c"), html("a", "b", "c"), html("a", "c"), html("a", "B!", "c")),  # what we wrote on stays
        (html("own"), html("a"), html("n", "a"), html("n", "own")),
        (html("own"), html("a"), "", html("own")),
        ("<ul><li><ul><li>x</li></ul></li></ul>", html("a"), html("b"), html("b")),  # no row of blocks
    ],
)
def test_it_takes_over_what_has_changed_and_leaves_our_own(ours: str, was: str, says: str, merged: str) -> None:
    assert merged_body(ours, was, says) == merged


TEXTS = st.lists(st.sampled_from("abcdefgh"), max_size=6, unique=True).map(lambda texts: html(*texts))


@given(TEXTS, TEXTS)
def test_it_is_the_new_text_where_we_changed_nothing_and_ours_where_the_report_changed_nothing(
    was: str, says: str
) -> None:
    assert blocks_of(merged_body(was, was, says)) == blocks_of(says)
    assert merged_body(says, was, was) == says


def test_it_knows_a_body_by_its_blocks_not_by_the_space_between_them() -> None:
    assert same_html("<p>a</p>\n\n<p>b</p>\n", "<p>a</p><p>b</p>")
    assert not same_html("<p>a </p>", "<p>a</p>")
