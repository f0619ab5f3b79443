from operator import itemgetter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.merge import blocks, merge_blocks, merge_html, merge_in_order, merge_rows, merge_value

ONE, TWO, THREE = "The bridge is open again.", "It was shut for a year after the flood.", "Boats will run until May."


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "value", "clash"),
    [
        ("a", "a", "a", "a", False),
        ("a", "b", "a", "b", False),
        ("a", "a", "c", "c", False),
        ("a", "b", "b", "b", False),
        ("a", "b", "c", "b", True),
        (None, "a", "a", "a", False),
        (None, "a", "b", "a", True),
    ],
)
def test_what_one_side_changed_is_taken_and_what_both_changed_is_a_clash(
    base: Any, ours: str, theirs: str, value: str, clash: bool
) -> None:
    merged = merge_value(base, ours, theirs)
    assert (merged.value, merged.clash) == (value, clash)
    assert merged.taken == (theirs if clash else value)
    assert merged.base == (base if clash else theirs)


@pytest.mark.parametrize(
    ("ours", "theirs", "value"),
    [
        ([ONE, TWO + " Mended.", THREE], [ONE, TWO, "A new paragraph came in.", THREE], "mended and new"),
        ([ONE, THREE], [ONE, TWO, THREE, "A new paragraph came in."], "cut and new"),
        ([ONE, TWO, THREE, "Ours at the end."], ["Theirs on top.", ONE, TWO, THREE], "both ends"),
        ([ONE, "Quite other words of ours here.", THREE], [ONE, TWO, THREE], "replaced"),
    ],
)
def test_paragraphs_of_both_sides_stand_side_by_side(ours: list[str], theirs: list[str], value: str) -> None:
    merged = merge_blocks([ONE, TWO, THREE], ours, theirs)
    expected = {
        "mended and new": [ONE, TWO + " Mended.", "A new paragraph came in.", THREE],
        "cut and new": [ONE, THREE, "A new paragraph came in."],
        "both ends": ["Theirs on top.", ONE, TWO, THREE, "Ours at the end."],
        "replaced": [ONE, "Quite other words of ours here.", THREE],
    }
    assert (merged.value, merged.clash) == (expected[value], False)
    assert merged.base == theirs


def test_one_paragraph_that_both_mended_clashes_alone() -> None:
    ours = ["Ours on top.", ONE, TWO.replace("a year", "two years"), THREE]
    theirs = [ONE, TWO.replace("a year", "a month"), THREE, "Theirs below."]
    merged = merge_blocks([ONE, TWO, THREE], ours, theirs)
    assert merged.clash
    assert merged.value == [*ours, "Theirs below."]
    assert merged.taken == ["Ours on top.", *theirs]
    assert merged.base == [ONE, TWO, THREE, "Theirs below."]


def test_a_paragraph_that_we_cut_and_they_mended_is_a_clash_and_so_are_two_additions_at_one_place() -> None:
    cut = merge_blocks([ONE, TWO], [ONE], [ONE, TWO.replace("year", "month")])
    assert cut.clash and cut.value == [ONE] and cut.taken == [ONE, TWO.replace("year", "month")]
    added = merge_blocks([ONE], [ONE, "Ours is this."], [ONE, "And theirs is that."])
    assert added.clash and added.value == [ONE, "Ours is this."] and added.base == [ONE]
    copied = merge_blocks([ONE], [ONE, TWO], [ONE, TWO, THREE])
    assert not copied.clash and copied.value == [ONE, TWO, THREE]


def test_html_is_merged_by_its_outermost_elements_and_space_between_them_says_nothing() -> None:
    html = "<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n<p>c<br>d</p>tail <em>x</em>"
    assert list(blocks(html)) == ["<p>a</p>", "<ul>\n<li>b</li>\n</ul>", "<p>c<br>d</p>tail", "<em>x</em>"]
    merged = merge_html("<p>a</p>\n<p>b</p>", "<p>a</p><p>b</p>", "<p>a</p>\n<p>b</p>\n<p>c</p>")
    assert (merged.value, merged.clash) == ("<p>a</p>\n<p>b</p>\n<p>c</p>", False)
    same = merge_html("<p>a</p>", "<p>a</p><p>b</p>", "<p>a</p>\n<p>b</p>")
    assert same.value == "<p>a</p><p>b</p>"


texts = st.lists(st.sampled_from([ONE, TWO, THREE, "x y z", "x y w", "p q"]), max_size=5)


@given(texts, texts, texts)
def test_nothing_is_lost_and_a_merge_twice_is_a_merge_once(base: list[str], ours: list[str], theirs: list[str]) -> None:
    merged = merge_blocks(base, ours, theirs)
    assert merge_blocks(base, ours, base).value == ours
    assert merge_blocks(base, base, theirs).value == theirs
    for block in ours:
        assert block in merged.value or block in base
    again = merge_blocks(merged.base, merged.value, theirs)
    if not merged.clash:
        assert merged.base == theirs and again.value == merged.value and not again.clash


def row(tag: int, **more: Any) -> dict[str, Any]:
    return {"tag_id": tag, "start": 0, "end": 1, "by_import": True, **more}


def tags(rows: list[dict[str, Any]]) -> list[int]:
    return [one["tag_id"] for one in rows]


def test_a_set_keeps_what_we_added_and_never_brings_back_what_we_removed() -> None:
    merged = merge_rows(
        [row(1), row(2), row(3)],
        [row(1), row(3), row(9, by_import=False)],
        [row(1, start=5, end=8), row(2), row(4)],
        key=lambda one: (one["tag_id"],),
    )
    assert (tags(merged.value), merged.clash) == ([1, 9, 4], False)
    assert merged.value[0]["start"] == 5
    assert sorted(tags(merged.base)) == [1, 2, 4]


def test_what_we_confirmed_no_report_takes_away() -> None:
    merged = merge_rows([row(1), row(2)], [row(1, by_import=False), row(2)], [], key=lambda one: (one["tag_id"],))
    assert (tags(merged.value), merged.clash) == ([1], False)


def test_a_person_that_we_removed_does_not_come_back_by_another_naming() -> None:
    def naming(person: int, surface: str, role: str = "") -> dict[str, Any]:
        return {"person_id": person, "surface": surface, "role": role}

    key = itemgetter("person_id", "surface")
    base = [naming(1, "Ana Horvat", "mayor"), naming(2, "Ivo Kos")]
    theirs = [naming(1, "Ana Horvat", "former mayor"), naming(2, "Ivo Kos"), naming(2, "Kos")]
    merged = merge_rows(base, [naming(1, "Ana Horvat", "mayor")], theirs, key=key, group=1)
    assert merged.value == [naming(1, "Ana Horvat", "former mayor")]
    clash = merge_rows(base, [naming(1, "Ana Horvat", "lord mayor"), base[1]], theirs, key=key, group=1)
    assert clash.clash and clash.value[0]["role"] == "lord mayor" and clash.taken[0]["role"] == "former mayor"
    dropped = merge_rows(base, [naming(1, "Ana Horvat", "lord mayor")], [], key=key, group=1)
    assert dropped.clash and dropped.taken == []


def test_a_picture_keeps_our_words_for_it_under_their_new_caption() -> None:
    def picture(caption: str, alt: str = "", position: int = 0) -> dict[str, Any]:
        return {"caption": caption, "alt": alt, "position": position}

    base = [picture("A bridge at noon"), picture("A boat", position=1)]
    ours = [picture("A bridge at noon", "A stone bridge"), picture("A boat", position=1)]
    theirs = [picture("The flood"), picture("A bridge at night", position=1), picture("A boat", position=2)]
    merged = merge_in_order(base, ours, theirs, text="caption")
    assert not merged.clash
    assert {(one["caption"], one["alt"]) for one in merged.value} == {
        ("A bridge at night", "A stone bridge"),
        ("A boat", ""),
        ("The flood", ""),
    }
    assert [one["position"] for one in merged.value] == [0, 1, 2]
