"""A feed as RSS 2.0 (rssboard.org), with the whole texts in content:encoded."""

from email.utils import format_datetime

from django.utils.timezone import localtime

from articles.renditions.feed import Entry, Feed
from articles.renditions.xml import DECLARATION, element, xml

CONTENT_TYPE = "application/rss+xml; charset=utf-8"
_NAMES = (
    ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'
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
        _media(entry),
        element("description", entry.summary),
        element("content:encoded", entry.html),
        "</item>\n",
    ]
    return "".join(parts)


def _media(entry: Entry) -> str:
    """The main image in Media RSS (rssboard.org/media-rss), which unlike an enclosure need not say its bytes."""
    image = entry.image
    if image is None:
        return ""
    size = f'width="{image.width}" height="{image.height}"'
    said = f"{element('media:description', image.caption)}{element('media:credit', image.credit)}"
    return f'<media:content url="{xml(image.url)}" type="image/jpeg" medium="image" {size}>{said}</media:content>'
