"""Texts with what was searched for marked in them."""

import pytest

from articles.search import marked, parse, passage


def shown(pieces: list[tuple[str, bool]]) -> str:
    return "".join(f"[{piece}]" if hit else piece for piece, hit in pieces)


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("ferry", "Ferry tunnel, ferries, ferry’s", "[Ferry] tunnel, ferries, [ferry]’s"),
        ("tunnel", "Tunnels and a TUNNEL", "[Tunnels] and a [TUNNEL]"),
        ("“ferry tunnel”", "ferry, tunnel ferry", "[ferry, tunnel] ferry"),
        ("“bank of linden”", "Bank of Linden, bank Linden", "[Bank of Linden], bank Linden"),
        ("fer*", "ferry fern far", "[ferry] [fern] far"),
        ("francois", "Franc\u0327ois, François", "[Franc\u0327ois], [François]"),
        ("ferry -tunnel", "ferry tunnel", "[ferry] tunnel"),
        ("", "ferry", "ferry"),
        ("b", "<b>bold</b> & b", "<[b]>bold</[b]> & [b]"),
    ],
)
def test_marks_what_was_searched_for(query: str, text: str, expected: str) -> None:
    assert shown(marked(parse(query), text)) == expected


def test_shows_the_stretch_with_most_of_it() -> None:
    text = "A ferry. " + "Nothing here. " * 40 + "The ferry met the tunnel at noon. " + "Nothing there. " * 40
    pieces = shown(passage(parse("ferry tunnel"), text))
    assert pieces.startswith("… ")
    assert pieces.endswith(" …")
    assert "The [ferry] met the [tunnel] at noon" in pieces
    assert len(pieces.split()) < 50
    assert passage(parse("zeppelin"), text) == []
    assert shown(passage(parse("ferry"), "A ferry.”\n")) == "A [ferry].”"
