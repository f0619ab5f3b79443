"""An article as OpenGraph describes it."""

from articles.renditions.opengraph import LONGEST_DESCRIPTION, description, open_graph
from tests.renditions.rows import SITE, bare, full, pictured


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


def test_shows_the_main_image_with_its_size() -> None:
    said = dict(open_graph(pictured(), SITE))
    assert said["og:image"] == f"https://news.example.org/media/{'0123456789abcdef' * 2}/16x9-30-60-1280.jpg"
    assert (said["og:image:width"], said["og:image:height"], said["og:image:alt"]) == ("1280", "720", "A bridge")
    assert "og:image:alt" not in dict(open_graph(pictured(alt=""), SITE))
    assert not [name for name, _ in open_graph(full(), SITE) if name.startswith("og:image")]
