"""Saving a working copy: a version for each save, and a revision of the whole aggregate."""

from datetime import datetime
from typing import Any

from articles.models import Article, Revision


class StaleArticle(Exception):
    """Somebody saved or moved the article since this person opened it; nothing of this save was written."""


def claim(article: Article, *, seen: int, by: Any, now: datetime) -> None:
    """Take the article for one save by a person who read version `seen`, inside the caller's transaction.

    Raises StaleArticle when it was saved or moved meanwhile.
    """
    if not article.claim(seen=seen, by=by, now=now):
        raise StaleArticle


def record_revision(article: Article, *, by: Any, now: datetime) -> Revision:
    """Keep the article as it stands now, whole; to be called after the last row of a save is written."""
    return Revision.objects.create(
        article=article, number=article.version, created_at=now, created_by=by, content=article.snapshot()
    )
