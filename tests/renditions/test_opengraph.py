"""An article as OpenGraph describes it."""

from articles.renditions.opengraph import LONGEST_DESCRIPTION, description, open_graph
from tests.renditions.rows import SITE, bare, full


def test_says_each_thing_once_but_tags_and_authors() -> None:
    pairs = open_graph(full(), SITE)
    said = dict(pairs)
    assert said["og:url"] == "https://news.example.org/articles/17/bridge-reopens/"
    assert said["og:type"] == "article"
    assert said["article:modified_time"] > said["article:published_time"]
    assert ("article:section", "Cities") in pairs
    assert [content for name, content in pairs if name == "article:tag"] == ["Bridges", "Ferries"]
    assert [content for name, content in pairs if name == "article:author"] == ["Ines Kovar", "Lee Vos"]
    once = [name for name, _ in pairs if name not in {"article:tag", "article:author"}]
    assert len(once) == len(set(once))


def test_says_nothing_empty() -> None:
    assert all(content for _, content in open_graph(bare(), SITE))


def test_cuts_a_description_between_words() -> None:
    assert description(bare()) == "Unknown"
    text = description(bare(standfirst="word, " * 80))
    assert len(text) <= LONGEST_DESCRIPTION
    assert text.endswith("word…")
