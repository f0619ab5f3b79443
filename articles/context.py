"""What every public page carries: the site's name, its own address, and the rail of latest headlines."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings

from articles.models import PublishedArticle
from articles.renditions.site import Site

RAIL_LENGTH = 10


def latest_headlines(now: datetime, *, without: int | None = None) -> list[PublishedArticle]:
    """The newest visible articles; `without` is the number of the page's own article. One query."""
    rows = PublishedArticle.objects.visible(now).newest().only("number", "slug", "headline", "published_at")
    if without is not None:
        rows = rows.exclude(number=without)
    return list(rows[:RAIL_LENGTH])


def site() -> dict[str, Any]:
    """The site's name, address and notice. Asks no database, so that error pages can be made from it."""
    return {
        "site_name": settings.NEWSROOM_SITE_NAME,
        "site_url": settings.NEWSROOM_SITE_URL,
        "site_notice": settings.NEWSROOM_NOTICE,
    }


def this_site() -> Site:
    """What renditions say of this site."""
    return Site(settings.NEWSROOM_SITE_NAME, settings.NEWSROOM_SITE_URL, settings.LANGUAGE_CODE)


def public_page(path: str | None, rail: Sequence[PublishedArticle]) -> dict[str, Any]:
    """The context that base.html needs: `path` is the page's one address on this site, quoted, with its query.

    None for a page that has no address of its own, such as an error.
    """
    canonical = None if path is None else f"{settings.NEWSROOM_SITE_URL}{path}"
    return {**site(), "canonical": canonical, "rail": rail}
