from hypothesis import given
from hypothesis import strategies as st

from articles.text.report import Block, Role, Span
from articles.text.typography import INVISIBLE, passage, passages, reading_text

NASTY = st.text(alphabet='ab."“ \n\r\t\u00a0\u200b\u00ad\ufeff\u2028\u202e\x0c', max_size=40)


def test_plain_text_is_its_own_reading_text():
    text = passage("xx The council met. yy", 3, 19)
    assert text.text == "The council met."
    assert text.offsets is None
    assert text.span(4, 11) == Span(7, 14)
    assert text.index(7) == 4


def test_a_reading_text_drops_invisible_characters_and_joins_lines():
    raw = "The cou\u00adncil\u200b  met\r\n on\u00a0Monday"
    text = passage(raw, 0, len(raw))
    assert text.text == "The council met on Monday"
    span = text.span(4, 11)
    assert raw[span.start : span.end] == "cou\u00adncil"
    assert raw[text.at(12)] == "m"
    assert text.index(raw.index("Monday")) == text.text.index("Monday")


@given(NASTY)
def test_every_character_of_a_reading_text_comes_from_the_raw_text(raw):
    text = passage(raw, 0, len(raw))
    assert text.text == reading_text(raw, 0, len(raw))
    assert not set(text.text) & INVISIBLE
    assert "  " not in text.text and text.text == text.text.strip()
    offsets = [text.at(index) for index in range(len(text.text))]
    assert offsets == sorted(offsets)
    for index, character in enumerate(text.text):
        if character != " ":
            assert raw[offsets[index]] == character


def test_passages_come_in_order_for_the_roles_asked_for():
    raw = "One.\n\nTwo.\n"
    blocks = (Block(Role.BODY, 0, 4, 1.0, ""), Block(Role.SPACE, 4, 6, 1.0, ""), Block(Role.NOTE, 6, 10, 1.0, ""))
    assert [p.text for p in passages(raw, blocks, frozenset({Role.BODY, Role.NOTE}))] == ["One.", "Two."]


def test_control_characters_are_no_part_of_a_reading_text():
    raw = "The \x1bold\x00 Ana\x02 Hor\x08vat\x7f, \x9fwho\x1csaid\ufffe so"
    text = passage(raw, 0, len(raw))
    assert text.text == reading_text(raw, 0, len(raw)) == "The old Ana Horvat, who said so"
    assert raw[text.at(8) :].startswith("Ana") and raw[text.at(12) : text.at(18)] == "Hor\x08vat\x7f"
