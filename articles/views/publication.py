"""An article by its number, as pages and programs ask for it."""

from collections.abc import Iterable
from datetime import datetime

from django.http import Http404

from articles.models import PublishedArticle, Tombstone
from articles.workflow import Change


def current(number: int, now: datetime) -> PublishedArticle | Tombstone:
    """What readers have of the article of this number, or what it left when it was withdrawn; else 404."""
    row = PublishedArticle.objects.visible(now).filter(number=number).first()
    found = row or Tombstone.objects.filter(number=number).first()
    if found is None:
        raise Http404
    return found


def notes_of(row: PublishedArticle, now: datetime) -> Iterable[PublishedArticle]:
    """The publications of its article that told readers what they set right, the newest first.

    No query of an article that was published once only: nothing was ever set right there.
    """
    return PublishedArticle.objects.filter(number=row.number).noted(now) if row.change != Change.FIRST else ()
