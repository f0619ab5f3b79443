"""A feed as RSS 2.0 (rssboard.org), with the whole texts in content:encoded."""

from email.utils import format_datetime

from django.utils.timezone import localtime

from articles.renditions.feed import Entry, Feed
from articles.renditions.xml import DECLARATION, element, xml

CONTENT_TYPE = "application/rss+xml; charset=utf-8"
_NAMES = (
    ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def rss(feed: Feed) -> bytes:
    parts = [
        DECLARATION,
        f'<rss version="2.0"{_NAMES}><channel>\n',
        element("title", feed.title),
        element("link", feed.page),
        element("description", feed.description),
        element("language", feed.site.language),
        element("lastBuildDate", format_datetime(localtime(feed.updated_at))),
        f'<atom:link rel="self" type="application/rss+xml" href="{xml(feed.address)}"/>\n',
        *map(_item, feed.entries),
        "</channel></rss>\n",
    ]
    return "".join(parts).encode()


def _item(entry: Entry) -> str:
    parts = [
        "<item>",
        element("title", entry.title),
        element("link", entry.url),
        element("guid", entry.id, ' isPermaLink="false"'),
        element("pubDate", format_datetime(localtime(entry.published_at))),
        *(element("dc:creator", name) for name in entry.authors),
        *(element("category", name) for name in entry.tags),
        element("description", entry.summary),
        element("content:encoded", entry.html),
        "</item>\n",
    ]
    return "".join(parts)
