"""A feed as JSON Feed 1.1 (jsonfeed.org), with the whole texts."""

import json
from typing import Any

from articles.renditions.feed import Entry, Feed
from articles.renditions.said import moment

CONTENT_TYPE = "application/feed+json; charset=utf-8"


def json_feed(feed: Feed) -> bytes:
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.page,
        "feed_url": feed.address,
        "language": feed.site.language,
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(said).encode()


def _item(entry: Entry) -> dict[str, Any]:
    item = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "date_published": moment(entry.published_at),
        "date_modified": moment(entry.updated_at),
        "authors": [{"name": name} for name in entry.authors],
        "tags": list(entry.tags),
        "image": entry.image.url if entry.image else [],
    }
    return {name: value for name, value in item.items() if value != []}
