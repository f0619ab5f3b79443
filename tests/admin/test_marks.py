"""The marks of a raw report stand where its facts do, and nothing of the report is lost or runs."""

import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.admin.marks import LONGEST, marked
from articles.text import read
from articles.text.contract import contract
from tests.reports.cases import load, names

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


def text_of(html: str) -> str:
    return unescape(re.sub(r"<[^<>]*>", "", html))


def block(role: str, start: int, end: int, **more: Any) -> dict[str, Any]:
    return {"role": role, "start": start, "end": end, "confidence": 0.9, "rule": "test"} | more


def people(*spans: tuple[int, int]) -> dict[str, Any]:
    return {"people": [{"name": "Ana", "spans": [list(span) for span in spans]}]}


class _Nesting(HTMLParser):
    """The text of each element that has an id, and a fault where tags do not nest."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(dict(attrs).get("id") or "")
        assert self.open[-1] not in self.texts or not self.open[-1], "an id twice"
        if self.open[-1]:
            self.texts[self.open[-1]] = ""

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for name in self.open:
            if name:
                self.texts[name] += data


def anchors(html: str) -> dict[str, str]:
    parser = _Nesting()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser.texts


@given(
    TEXTS,
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8),
    st.lists(st.integers(0, 60), max_size=4),
)
def test_it_keeps_every_character_whatever_the_marks(text: str, spans: list[tuple[int, int]], cuts: list[int]) -> None:
    bounds = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    blocks = [block("body", start, end) for start, end in pairwise(bounds)]
    html = marked(text, {"blocks": blocks} | people(*spans))
    assert text_of(html) == text
    found = set(anchors(html))
    assert {name for name in found if name.startswith("at-")} == {f"at-{s}" for s, e in spans if s < e <= len(text)}
    assert {name for name in found if name.startswith("line-")} == {f"line-{start}" for start in bounds[:-1]}


@pytest.mark.parametrize("name", names())
def test_it_keeps_every_character_of_the_golden_reports(name: str) -> None:
    case = load(name)
    reading = contract(read(case.text), file=case.path.name, raw=b"", encoding="utf-8")
    html = marked(case.text, reading)
    assert text_of(html) == case.text
    anchors(html)


def test_it_counts_code_points_behind_a_byte_order_mark_line_ends_and_letters_outside_the_plane() -> None:
    text = "\ufeff𝒜na 🚢 said:\r\nAna Horvat is here.\r\n"
    start = text.index("Ana Horvat")
    html = marked(text, {"blocks": [block("body", 0, len(text))]} | people((start, start + 10)))
    assert text_of(html) == text
    assert anchors(html) == {"line-0": text, f"at-{start}": "Ana Horvat"}


def test_it_escapes_what_a_report_says_and_what_was_read_from_it() -> None:
    text = '<script>alert("1")</script> & Ana'
    reading = {
        "blocks": [block("body", 0, len(text), rule='"><img src=x>')],
        "people": [{"name": '"><script>', "spans": [[30, 33]]}],
        "lints": [{"rule": "r", "message": "<b>100 %s</b>", "start": 0, "end": 8}],
    }
    html = marked(text, reading)
    assert "<script" not in html and "<img" not in html and "<b>" not in html
    assert text_of(html) == text


def test_it_shows_a_fact_that_runs_over_blocks_in_each_with_one_anchor() -> None:
    text = "“One.\n“Two.”"
    reading = {
        "blocks": [block("body", 0, 5), block("space", 5, 6), block("body", 6, 12)],
        "quotes": [{"text": "", "speaker": None, "tier": "sure", "start": 1, "end": 11}],
    }
    html = marked(text, reading)
    assert html.count('class="fact quote"') == 3
    assert html.count('id="at-1"') == 1


def test_it_flags_a_doubtful_block_and_says_role_confidence_and_rule() -> None:
    html = marked("A caption", {"blocks": [block("caption", 0, 9, confidence=0.55, rule="place and date")]})
    assert 'class="block role-caption doubtful"' in html
    assert 'data-label="Caption? 55 %"' in html
    assert "Caption, 55 % sure (rule: place and date)" in html


def test_it_shows_a_report_that_no_engine_has_read() -> None:
    assert text_of(marked("Words\n\nMore", {})) == "Words\n\nMore"


def test_it_cuts_what_no_page_can_hold() -> None:
    text = "word " * LONGEST
    reading = {"blocks": [block("body", 0, len(text))]} | people((0, 4), (len(text) - 5, len(text) - 1))
    assert len(text_of(marked(text, reading))) == LONGEST


def test_it_leads_from_every_fact_to_its_line_in_the_list_and_asks_what_a_line_is() -> None:
    text = "“Ana is here.”"
    reading = {
        "blocks": [block("body", 0, len(text))],
        "quotes": [{"text": "", "speaker": None, "tier": "sure", "start": 1, "end": 13}],
    } | people((1, 4))
    html = marked(text, reading, ask=lambda start: f"/roles/{start}/?a&b")
    assert '<a href="#fact-person-0">Ana</a>' in html
    assert '<a href="#fact-quote-0" tabindex="-1"> is here.</a>' in html  # the keyboard stops where a fact begins
    assert '<a class="ask" href="/roles/0/?a&amp;b" aria-label="Text. Say what this line is."' in html
    assert text_of(html) == text


def test_it_ticks_a_block_whose_role_a_person_gave() -> None:
    html = marked("A caption", {"blocks": [block("caption", 0, 9, confidence=1, rule="decided")]})
    assert 'data-label="Caption ✓"' in html and "as the desk has said" in html
