"""The anatomy of reports of many shapes. All outlets, people and places are invented.

`shapes/<name>.txt` is a whole report, `shapes/<name>.roles` has a line for each of its blocks: role, tab, reading text."""
# ruff: noqa: E501 - the lines are reports

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.anatomy.blocks import blocks
from articles.text.report import DOUBTFUL, Role

SHAPES = Path(__file__).parent / "shapes"

BODY = ["A storm hit the coast on Sunday night, officials said.", "Nobody was hurt, but 40 boats were lost."]
STORY = "\n\n".join(BODY)


def read(raw: str) -> list[tuple[str, str]]:
    """(role, reading text) of every block with a word."""
    return [(str(b.role), " ".join(raw[b.start : b.end].split())) for b in blocks(raw) if b.role is not Role.SPACE]


def texts(raw: str, role: str) -> list[str]:
    return [text for name, text in read(raw) if name == role]


# ---- blocks cover the text ------------------------------------------------------------------------------------------

PIECES = st.sampled_from([
    "\r", "\n", "\r\n", "\u2028", "\u2029", "\x85", "\x0c", "\x0b", "\u00a0", "\ufeff", "\u200b", "\u202e", "\u00ad", "\t", " ", "***",
    "SEE ALSO: ", "By Ana Horvat", "(Photo: Ana Horvat/BWS)", "SKELBY, March 3 (BWS) - ", "Most read", "ADVERTISEMENT", "-30-",
    "The council met on Monday.", "Storm Closes Schools in North", "“We left,” she said.", "(Reporting by Jon Roe)", "1", "•", "—",
    "Enditem", "Correction: the name", "Click here", "Photo: Ana Horvat", "lower case", "Summary", "Q. Why?", "@ana", "😀", "\x00",
])  # fmt: skip


def assert_tiles(raw: str, found) -> None:
    at = 0
    for block in found:
        assert block.start == at < block.end
        assert 0 <= block.confidence <= 1
        assert block.rule
        at = block.end
    assert at == len(raw)
    assert "".join(raw[b.start : b.end] for b in found) == raw


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_blocks_cover_a_text_without_gap_or_overlap(raw):
    assert_tiles(raw, blocks(raw))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_blocks_cover_any_text_at_all(raw):
    assert_tiles(raw, blocks(raw))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(PIECES, max_size=10).map("".join),
    st.lists(st.tuples(st.integers(-3, 90), st.integers(-3, 90), st.sampled_from(list(Role))), max_size=4),
)
def test_blocks_cover_a_text_whatever_a_person_decided(raw, decided):
    assert_tiles(raw, blocks(raw, roles=decided))


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_word_is_lost_in_the_space_between_blocks(raw):
    for block in blocks(raw):
        if block.role is Role.SPACE:
            assert not any(c.isalnum() for c in raw[block.start : block.end])


def test_an_empty_text_has_no_blocks():
    assert blocks("") == ()


def test_a_text_without_a_word_is_space():
    assert [b.role for b in blocks(" \n***\n\ufeff")] == [Role.SPACE]


@pytest.mark.parametrize("name", sorted(path.stem for path in SHAPES.glob("*.txt")))
def test_reads_the_shape(name):
    raw = (SHAPES / f"{name}.txt").read_bytes().decode()
    expected = [tuple(line.split("\t")) for line in (SHAPES / f"{name}.roles").read_text("utf-8").splitlines()]
    assert read(raw) == expected


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\u2028", "\x85"])
def test_any_line_ending_separates_paragraphs(ending):
    raw = ending.join(["Storm Hits Coast", "", *BODY])
    assert read(raw) == [("headline", "Storm Hits Coast"), *(("body", text) for text in BODY)]


def test_a_byte_order_mark_is_no_part_of_the_headline():
    raw = "\ufeffStorm Hits Coast\n\n" + STORY
    first = next(b for b in blocks(raw) if b.role is Role.HEADLINE)
    assert first.start == 1


# ---- decisions ------------------------------------------------------------------------------------------------------


def test_what_a_person_decided_stands():
    raw = "Storm hits coast\n\n" + STORY
    start = raw.index(BODY[1])
    found = blocks(raw, roles=[(start, start + len(BODY[1]), Role.NOTE)])
    assert [(b.role, b.confidence) for b in found if b.start == start] == [(Role.NOTE, 1.0)]
    assert next(b.role for b in found) is Role.HEADLINE


def test_a_decided_headline_leaves_no_second_one():
    raw = "Storm hits coast\n\nForty boats are lost\n\n" + STORY
    start = raw.index("Forty boats are")
    found = blocks(raw, roles=[(start, start + len("Forty boats are lost"), Role.HEADLINE)])
    assert [raw[b.start : b.end] for b in found if b.role is Role.HEADLINE] == ["Forty boats are lost"]


def test_a_decision_may_cut_through_a_paragraph():
    raw = "Storm hits coast\n\n" + STORY
    found = blocks(raw, roles=[(20, 25, Role.PROMO)])
    assert [raw[b.start : b.end] for b in found if b.role is Role.PROMO] == [raw[20:25]]


def test_uncertain_lines_say_so():
    raw = "Storm hits coast\n\n" + STORY + "\n\nPort Boss Quits After Long Row"
    assert blocks(raw)[-1].confidence < DOUBTFUL
