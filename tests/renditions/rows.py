"""A publication that has something in every field, as rows of the database have it, without one."""

from datetime import timedelta
from typing import Any

from articles.images.renditions import described
from articles.models import PublishedArticle
from articles.renditions.site import Site
from articles.workflow import Change
from tests.factories import NOON

SITE = Site("Example Times", "https://news.example.org", "en")
HOSTILE = "</script><script>alert('x')</script> <!-- & \"Ångström\" \u2028 ]]> \x00\x0b\x1b \ufffe"
"""Ends script elements, comments and character data, and holds what XML cannot hold."""


def picture(**said: str) -> dict[str, Any]:
    """A picture as a publication has frozen it."""
    image = described("0123456789abcdef" * 2, 1500, 1000, (30, 60), "/media/")
    return {"caption": "The bridge & the quay", "alt": "A bridge", "credit": "R. Reyes", "image": image} | said


def pictured(**said: str) -> PublishedArticle:
    row = full()
    row.details["pictures"] = [picture(**said), picture(caption="Another")]
    return row


def full(**fields: Any) -> PublishedArticle:
    details = {
        "section": {"name": "Cities", "slug": "cities"},
        "tags": [{"name": "Bridges", "slug": "bridges"}, {"name": "Ferries", "slug": "ferries"}],
        "people": [{"name": "Ana Horvat", "slug": "ana-horvat", "roles": ["mayor", "engineer"]}],
        "source": {"name": "Herald", "slug": "herald", "inferred": False},
        "credits": [{"name": "Baltic Wire", "slug": "baltic-wire"}],
        "quotes": [{"text": "We agreed.", "speaker": {"name": "Ana Horvat", "slug": "ana-horvat"}}],
    }
    row = PublishedArticle(
        number=17,
        revision=3,
        slug="bridge-reopens",
        headline="Bridge reopens",
        standfirst="After nine months.",
        excerpt="After nine months.",
        byline="Ines Kovar and Lee Vos",
        dateline="LINDEN",
        body_html="<p>The bridge reopened on Tuesday.</p>",
        body_text="The bridge reopened on Tuesday.",
        change=Change.CORRECTION,
        note="It was Tuesday.",
        published_at=NOON,
        modified_at=NOON + timedelta(hours=2),
        goes_live_at=NOON + timedelta(hours=2),
        details=details,
    )
    for name, value in fields.items():
        setattr(row, name, value)
    return row


def bare(**fields: Any) -> PublishedArticle:
    """A publication of which nothing is known but its text."""
    return PublishedArticle(
        number=18,
        revision=1,
        slug="unknown",
        headline="Unknown",
        body_html="<p>Text.</p>",
        body_text="Text.",
        change=Change.FIRST,
        published_at=NOON,
        modified_at=NOON,
        goes_live_at=NOON,
        details={},
        **fields,
    )
