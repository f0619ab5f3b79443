"""Feeds in their three forms."""

import json
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest

from articles.renditions.atom import atom
from articles.renditions.feed import Feed, entry_of
from articles.renditions.jsonfeed import json_feed
from articles.renditions.rss import rss
from tests.renditions.rows import HOSTILE, SITE, bare, full, pictured

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


def feed(*rows: object) -> Feed:
    entries = [entry_of(row, SITE) for row in rows]  # type: ignore[arg-type]
    return Feed("All & more", "Everything", "https://news.example.org/", "https://news.example.org/f", SITE, entries)


def test_is_rss() -> None:
    channel = ElementTree.fromstring(rss(feed(full(), bare())))[0]
    assert channel.findtext("title") == "All & more"
    assert channel.find(f"{ATOM}link").attrib["rel"] == "self"  # type: ignore[union-attr]
    item, other = channel.findall("item")
    assert item.findtext("link") == "https://news.example.org/articles/17/bridge-reopens/"
    assert item.findtext("guid") == "https://news.example.org/articles/17/"
    assert parsedate_to_datetime(item.findtext("pubDate") or "") == full().published_at
    assert [name.text for name in item.findall("category")] == ["Cities", "Bridges", "Ferries"]
    assert [name.text for name in item.findall(CREATOR)] == ["Ines Kovar", "Lee Vos"]
    assert (item.findtext(CONTENT) or "").startswith("<p>The bridge reopened on Tuesday.</p>")
    assert "From a report by Herald." in (item.findtext(CONTENT) or "")
    assert other.findtext("description") == "Unknown"


def test_is_atom() -> None:
    root = ElementTree.fromstring(atom(feed(full(), bare())))
    for name in ("id", "title", "updated"):
        assert root.findtext(ATOM + name)
        assert all(entry.findtext(ATOM + name) for entry in root.findall(f"{ATOM}entry"))
    entry = root.findall(f"{ATOM}entry")[0]
    assert root.findtext(f"{ATOM}updated") == entry.findtext(f"{ATOM}updated") == "2024-03-05T14:00:00+00:00"
    assert entry.findtext(f"{ATOM}published") == "2024-03-05T12:00:00+00:00"
    assert entry.find(f"{ATOM}content").attrib["type"] == "html"  # type: ignore[union-attr]


def test_is_a_json_feed() -> None:
    said = json.loads(json_feed(feed(full(), bare())))
    assert said["version"] == "https://jsonfeed.org/version/1.1"
    assert {item["id"] for item in said["items"]} == {f"https://news.example.org/articles/{n}/" for n in (17, 18)}
    assert said["items"][0]["authors"] == [{"name": "Ines Kovar"}, {"name": "Lee Vos"}]
    assert "tags" not in said["items"][1]


@pytest.mark.parametrize("write", [rss, atom])
def test_stays_well_formed_whatever_a_headline_holds(write: object) -> None:
    row = pictured(caption=HOSTILE, alt=HOSTILE, credit=HOSTILE)
    row.headline = row.byline = row.standfirst = row.body_html = HOSTILE
    row.details["tags"][0]["name"] = HOSTILE
    body = write(feed(row))  # type: ignore[operator]
    root = ElementTree.fromstring(body)
    text = next(root.iter("item" if write is rss else f"{ATOM}entry"))[0 if write is rss else 1].text
    assert text == HOSTILE.replace("\x00\x0b\x1b \ufffe", " ")
    assert b"<!" not in body


@pytest.mark.parametrize("write", [rss, atom, json_feed])
def test_is_the_same_bytes_each_time_and_sound_when_empty(write: object) -> None:
    assert write(feed(full())) == write(feed(full()))  # type: ignore[operator]
    empty = write(feed())  # type: ignore[operator]
    assert b"1970" in empty or b'"items": []' in empty


def test_shows_the_main_image_in_each_form() -> None:
    url = f"https://news.example.org/media/{'0123456789abcdef' * 2}/1280.jpg"
    said = feed(pictured(), full())
    media = "{http://search.yahoo.com/mrss/}"
    item, without = ElementTree.fromstring(rss(said))[0].findall("item")
    content = item.find(f"{media}content")
    assert content is not None and without.find(f"{media}content") is None
    assert (content.attrib["url"], content.findtext(f"{media}credit")) == (url, "R. Reyes")
    figure = item.findtext(CONTENT) or ""
    assert figure.startswith(f'<figure><img src="{url}" width="1280" height="853" alt="A bridge"><figcaption>')
    assert "The bridge &amp; the quay (R. Reyes)" in figure
    entry = ElementTree.fromstring(atom(said)).findall(f"{ATOM}entry")[0]
    assert [link.attrib["href"] for link in entry.findall(f"{ATOM}link[@rel='enclosure']")] == [url]
    items = json.loads(json_feed(said))["items"]
    assert (items[0]["image"], "image" in items[1]) == (url, False)
