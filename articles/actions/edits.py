"""Saving a working copy: a version for each save, and a revision of the whole aggregate."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from articles.models import Article, Presence, Revision


class StaleArticle(Exception):
    """Somebody saved or moved the article since this person opened it; nothing of this save was written."""

    def __init__(self, why: str = "") -> None:
        why = why or _("Somebody has saved or moved this article since you opened it. Look at it again first.")
        super().__init__(why)


class HeldByAnother(StaleArticle):
    """A colleague is editing the article at this moment. Whoever may edit takes it over first."""


def claim(article: Article, *, seen: int, by: Any, now: datetime) -> None:
    """Take the article for one save by a person who read version `seen`, inside the caller's transaction.

    Raises StaleArticle when it was saved or moved meanwhile, and HeldByAnother while a colleague holds it.
    """
    if (holder := Presence.objects.holder(article, but=by, now=now)) is not None:
        raise HeldByAnother(_("%(present)s Take the article over first.") % {"present": holder})
    if not article.claim(seen=seen, by=by, now=now):
        raise StaleArticle


def record_revision(article: Article, *, by: Any, now: datetime) -> Revision:
    """Keep the article as it stands now, whole; to be called after the last row of a save is written."""
    return Revision.objects.create(
        article=article, number=article.version, created_at=now, created_by=by, content=article.snapshot()
    )
