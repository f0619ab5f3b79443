"""RSS and Atom files: each entry is a report, with what the feed says of it. Nothing is fetched.

feedparser, which comes with the extra `web`, reads the feed. An entry that has only a summary is a report of one
paragraph.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from time import strftime
from typing import Any

from django.utils.translation import gettext as _

from articles.html import clean, plain
from articles.ingest.arrivals.arrival import Arrival, lenient, refusal
from articles.ingest.arrivals.pages import as_report
from articles.ingest.reading import Refused, raw_report

SUFFIXES = (".rss", ".atom", ".xml")
MOST_ENTRIES = 10_000


def entries(label: str, name: str, raw: bytes) -> Iterator[Arrival]:
    """The reports in a feed, in its order. `name` is that of its file."""
    try:
        import feedparser
    except ImportError:
        yield refusal(label, _("feeds need the extra “web”: install requirements-production.txt."))
        return
    feed: Any = feedparser.parse(BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        yield refusal(label, _("no entry of an RSS or Atom feed was found in it."))
        return
    for place, entry in enumerate(feed.entries[:MOST_ENTRIES], 1):
        yield _entry(f"{label}#{place}", name, entry, outlet=feed.feed.get("title", ""))
    if len(feed.entries) > MOST_ENTRIES:
        yield refusal(label, _("it has more than %(most)d entries; the rest was left.") % {"most": MOST_ENTRIES})


def _entry(label: str, name: str, entry: Any, *, outlet: str) -> Arrival:
    html = max((part.get("value", "") for part in entry.get("content", ())), key=len, default="")
    html = html or entry.get("summary", "")
    title = plain(clean(entry.get("title", "")))
    text = plain(clean(html))
    key = entry.get("id") or entry.get("link") or title + text
    try:
        if not text:
            raise Refused(_("the entry has no text."))
        digest = hashlib.sha256(key.encode()).hexdigest()[:16]
        report = raw_report(f"{name}-{digest}.txt", as_report(title, text).encode())
    except Refused as fault:
        return refusal(label, fault)
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    said = (
        ("headline", title),
        ("outlet", (entry.get("source") or {}).get("title") or outlet),
        ("address", entry.get("link")),
        ("date", strftime("%Y-%m-%d", moment) if moment else ""),
        ("author", [one["name"] for one in entry.get("authors", ()) if one.get("name")]),
    )
    return Arrival(label, replace(report, details=lenient(said, where=label), original=html.encode()))
