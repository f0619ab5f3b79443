"""A feed as Atom (RFC 4287), with the whole texts."""

from articles.renditions.feed import Entry, Feed
from articles.renditions.said import moment
from articles.renditions.xml import DECLARATION, element, xml

CONTENT_TYPE = "application/atom+xml; charset=utf-8"


def atom(feed: Feed) -> bytes:
    parts = [
        DECLARATION,
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{xml(feed.site.language)}">\n',
        element("id", feed.address),
        element("title", feed.title),
        element("subtitle", feed.description),
        element("updated", moment(feed.updated_at)),
        f'<link rel="self" type="application/atom+xml" href="{xml(feed.address)}"/>',
        f'<link rel="alternate" type="text/html" href="{xml(feed.page)}"/>',
        f"<author>{element('name', feed.site.name)}</author>\n",
        *map(_entry, feed.entries),
        "</feed>\n",
    ]
    return "".join(parts).encode()


def _entry(entry: Entry) -> str:
    parts = [
        "<entry>",
        element("id", entry.id),
        element("title", entry.title),
        f'<link rel="alternate" type="text/html" href="{xml(entry.url)}"/>',
        *([f'<link rel="enclosure" type="image/jpeg" href="{xml(entry.image.url)}"/>'] if entry.image else []),
        element("published", moment(entry.published_at)),
        element("updated", moment(entry.updated_at)),
        *(f"<author>{element('name', name)}</author>" for name in entry.authors),
        *(f'<category term="{xml(name)}"/>' for name in entry.tags),
        element("summary", entry.summary),
        element("content", entry.html, ' type="html"'),
        "</entry>\n",
    ]
    return "".join(parts)
