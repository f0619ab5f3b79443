"""What machines read: the head of a page, the description of an article, feeds and sitemaps. Text in, faults out.

Sources: Google's documentation of article markup and of news sitemaps, the RSS 2.0 specification, RFC 4287 (Atom),
JSON Feed 1.1, the sitemaps.org protocol.
"""

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
MOST_ADDRESSES, MOST_NEWS, NEWS_AGE = 50_000, 1000, timedelta(days=2, hours=1)
TITLE_LENGTH = range(8, 130)


class Head(HTMLParser):
    """Title, metadata, links, the first main heading and the data blocks of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.title = self.heading = self.language = self._open = ""
        self.meta: dict[str, str] = {}
        self.links: dict[str, list[dict[str, str]]] = {}
        self.data: list[str] = []
        self.scripts = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attributes}
        if tag == "html":
            self.language = said.get("lang", "")
        elif tag == "meta":
            self.meta[said.get("name") or said.get("property") or ""] = said.get("content", "")
        elif tag == "link":
            self.links.setdefault(said.get("rel", ""), []).append(said)
        elif tag == "script" and said.get("type") == "application/ld+json":
            self.data.append("")
            self._open = "data"
        elif tag == "script":
            self.scripts += 1
        elif tag in {"title", "h1"}:
            self._open = tag

    def handle_endtag(self, tag: str) -> None:
        if tag in {"title", "h1", "script"}:
            self._open = ""

    def handle_data(self, text: str) -> None:
        if self._open == "data":
            self.data[-1] += text
        elif self._open == "title":
            self.title += text
        elif self._open == "h1":
            self.heading += text


def head(html: str, address: str, *, found: bool) -> list[str]:
    """Faults of a page's head; `found` is whether it answered with 200 and so may be listed by search engines."""
    read = Head(html)
    canonical = [link["href"] for link in read.links.get("canonical", [])]
    robots = read.meta.get("robots", "")
    feeds = [link for link in read.links.get("alternate", []) if "rss" in link["type"] or "atom" in link["type"]]
    card = [read.meta.get(f"og:{name}") for name in ("title", "type", "url", "image")]
    wrong = {
        "no language": not read.language,
        f"title of {len(read.title)} letters": len(read.title) not in TITLE_LENGTH,
        "no description": not read.meta.get("description"),
        "no width for phones": "width=device-width" not in read.meta.get("viewport", ""),
        "may not be zoomed": bool(re.search(r"user-scalable=no|maximum-scale", read.meta.get("viewport", ""))),
        "no feed": not feeds,
        "no colour scheme": "dark" not in read.meta.get("color-scheme", ""),
        "says nothing to search engines": not robots,
        "an error that search engines may list": not found and "noindex" not in robots,
        f"canonical is {canonical}": found and canonical != [address],
        "no card to share": found and not all(card),
    }
    return [fault for fault, is_so in wrong.items() if is_so]


def moment(text: object) -> datetime | None:
    """A time with its zone, as RFC 3339 writes it."""
    try:
        time = datetime.fromisoformat(str(text).replace("Z", "+00:00"))
    except ValueError:
        return None
    return time if time.tzinfo else None


def news_article(html: str) -> list[str]:
    """Faults of the NewsArticle in a page: what Google recommends, and that it says what the page says."""
    read = Head(html)
    try:
        data: dict[str, Any] = json.loads(read.data[0])
    except (IndexError, ValueError):
        return ["no data block that can be read"]
    authors = data.get("author", [])
    names = [author.get("name", "") for author in authors]
    published, modified = moment(data.get("datePublished")), moment(data.get("dateModified"))
    wrong = {
        "type": data.get("@type") != "NewsArticle",
        "headline is not the page's": data.get("headline", "").split() != read.heading.split(),
        "datePublished": published is None,
        "dateModified": modified is None,
        "changed before it was published": bool(published and modified and modified < published),
        "author": not names or not all(names),
        "author is more than a name": any(re.search(r"^by\b|,|\band\b", name, re.IGNORECASE) for name in names),
        "author without a page": any(a.get("@type") == "Organization" and not a.get("url") for a in authors),
        "publisher": not data.get("publisher", {}).get("name"),
        "mainEntityOfPage": not data.get("mainEntityOfPage"),
        "image": "image" in data and not all(image["url"].startswith("http") for image in data["image"]),
    }
    return [fault for fault, is_so in wrong.items() if is_so]


def rss(body: bytes) -> Iterator[str]:
    channel = ElementTree.fromstring(body).find("channel")
    if channel is None:
        yield "no channel"
        return
    yield from (f"no {name}" for name in ("title", "link", "description") if not channel.findtext(name))
    if not any(link.get("rel") == "self" for link in channel.findall(f"{ATOM}link")):
        yield "does not name itself"
    for item in channel.findall("item"):
        yield from (f"item without {name}" for name in ("title", "link", "guid", "pubDate") if not item.findtext(name))
        try:
            written = item.findtext("pubDate") or ""
            if written[:3] != f"{parsedate_to_datetime(written):%a}":
                yield f"wrong weekday: {written}"
        except ValueError:
            yield f"no date: {written}"
    yield from addresses([item.findtext("link") or "" for item in channel.findall("item")])


def atom(body: bytes) -> Iterator[str]:
    root = ElementTree.fromstring(body)
    yield from (f"no {name}" for name in ("id", "title", "updated") if not root.findtext(ATOM + name))
    if not any(link.get("rel") == "self" for link in root.findall(f"{ATOM}link")):
        yield "does not name itself"
    whose = root.find(f"{ATOM}author") is not None
    for entry in root.findall(f"{ATOM}entry"):
        yield from (f"entry without {name}" for name in ("id", "title") if not entry.findtext(ATOM + name))
        if moment(entry.findtext(f"{ATOM}updated")) is None:
            yield "updated is no time"
        if not whose and entry.find(f"{ATOM}author") is None:
            yield "entry without author"
    links = (link for entry in root.findall(f"{ATOM}entry") for link in entry.findall(f"{ATOM}link"))
    yield from addresses([link.get("href", "") for link in links if link.get("rel", "alternate") == "alternate"])


def json_feed(body: bytes) -> Iterator[str]:
    data = json.loads(body)
    if not str(data.get("version", "")).startswith("https://jsonfeed.org/version/1"):
        yield "version"
    yield from (f"no {name}" for name in ("title", "home_page_url", "feed_url") if not data.get(name))
    for item in data.get("items", ()):
        if not isinstance(item.get("id"), str) or not {"content_html", "content_text"} & set(item):
            yield "item without id or text"
        if moment(item.get("date_published")) is None:
            yield "date_published is no time"
    yield from addresses([item.get("url", "") for item in data.get("items", ())])


def sitemap(body: bytes) -> Iterator[str]:
    root = ElementTree.fromstring(body)
    found = [entry.findtext(f"{MAP}loc") or "" for entry in root]
    yield from addresses(found)
    if root.tag not in {f"{MAP}urlset", f"{MAP}sitemapindex"} or not 0 < len(found) <= MOST_ADDRESSES:
        yield f"{root.tag} of {len(found)} addresses"
    changed = [text for entry in root if (text := entry.findtext(f"{MAP}lastmod"))]
    yield from (f"lastmod {text}" for text in changed if moment(text) is None)


def news_sitemap(body: bytes) -> Iterator[str]:
    entries = [news for news in ElementTree.fromstring(body).iter(f"{NEWS}news")]
    if len(entries) > MOST_NEWS:
        yield f"{len(entries)} articles"
    wanted = (f"{NEWS}publication/{NEWS}name", f"{NEWS}publication/{NEWS}language", f"{NEWS}title")
    for news in entries:
        yield from (f"no {path.rpartition('}')[2]}" for path in wanted if not news.findtext(path))
        published = moment(news.findtext(f"{NEWS}publication_date"))
        if published is None or datetime.now(UTC) - published > NEWS_AGE:
            yield f"published {published}, not in the last two days"


def addresses(found: list[str]) -> Iterator[str]:
    yield from (f"no whole address: {address!r}" for address in found if not re.match("https?://", address))
    if len(set(found)) < len(found):
        yield "an address twice"


def robots(body: bytes) -> Iterator[str]:
    if not re.search(rb"(?m)^Sitemap: https?://", body):
        yield "names no sitemap"


FILES: dict[str, tuple[Callable[[bytes], Iterator[str]], str]] = {
    "/feeds/rss.xml": (rss, "application/rss+xml"),
    "/feeds/atom.xml": (atom, "application/atom+xml"),
    "/feeds/feed.json": (json_feed, "application/feed+json"),
    "/feeds/corrections/rss.xml": (rss, "application/rss+xml"),
    "/feeds/search/atom.xml?q=minister": (atom, "application/atom+xml"),
    "/sitemap.xml": (sitemap, "application/xml"),
    "/sitemaps/pages.xml": (sitemap, "application/xml"),
    "/sitemaps/articles-0.xml": (sitemap, "application/xml"),
    "/sitemaps/news.xml": (news_sitemap, "application/xml"),
    "/robots.txt": (robots, "text/plain"),
}
"""Address -> who reads it, and the content type that it must have."""


def faults_of_file(path: str, body: bytes, content_type: str) -> list[str]:
    read, wanted = FILES[path]
    wrong = [] if content_type.startswith(wanted) else [f"comes as {content_type}"]
    try:
        return wrong + sorted(set(read(body)))
    except (ElementTree.ParseError, ValueError) as error:
        return [*wrong, f"not well formed: {error}"]
