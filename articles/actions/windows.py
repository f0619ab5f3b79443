"""The windows in which readers have an article: closing them, ending them at a set time, and taking that back.

An end belongs to the article: it holds, whatever is published meanwhile, until somebody sets or cancels it. One that
came with a scheduled change goes when that change is cancelled.
Every function here runs inside the transaction of a move that has claimed the article.
"""

from datetime import datetime
from functools import cached_property

from django.db.models import F

from articles.models import PublishedArticle
from articles.models.published import PublishedArticleQuerySet


class Windows:
    """What readers have of an article now and will have, asked at most once."""

    def __init__(self, number: int, now: datetime) -> None:
        self.number, self.now = number, now

    @cached_property
    def rows(self) -> list[PublishedArticle]:
        fields = ("number", "goes_live_at", "goes_off_at", "unconfirmed")
        return list(windows_of(self.number, now=self.now).only(*fields))

    @property
    def live(self) -> PublishedArticle | None:
        return next((row for row in self.rows if row.goes_live_at <= self.now), None)

    @property
    def coming(self) -> PublishedArticle | None:
        return next((row for row in self.rows if row.goes_live_at > self.now), None)

    @property
    def end(self) -> datetime | None:
        """When readers lose it at a set time, and nothing takes its place at that moment."""
        opens = {row.goes_live_at for row in self.rows}
        return next((row.goes_off_at for row in self.rows if row.goes_off_at and row.goes_off_at not in opens), None)


def windows_of(number: int, *, now: datetime) -> PublishedArticleQuerySet:
    """What readers have of an article or will have, in the order of time."""
    return PublishedArticle.objects.lasting(now).filter(number=number).order_by("goes_live_at")


def end_of(number: int, *, now: datetime) -> datetime | None:
    """When readers lose an article at a set time; None while nobody has set one."""
    return Windows(number, now).end


def close_windows(number: int, *, now: datetime, at: datetime) -> None:
    """Readers keep what they have now until `at`, or until its end, and what was to open later never opens."""
    end = end_of(number, now=now)
    rows = PublishedArticle.objects.filter(number=number)
    rows.filter(goes_live_at__gt=now).update(goes_off_at=F("goes_live_at"))
    rows.visible(now).update(goes_off_at=at if end is None else min(at, end))


def cancel_coming(number: int, *, end: datetime | None, now: datetime) -> None:
    """What was to open later never opens; what readers have now stays in its place, until `end` where there is one."""
    windows = Windows(number, now)
    live, coming = windows.live, windows.coming
    PublishedArticle.objects.filter(number=number, goes_live_at__gt=now).update(goes_off_at=F("goes_live_at"))
    if live is not None and coming is not None and live.goes_off_at == coming.goes_live_at:
        PublishedArticle.objects.filter(pk=live.pk).update(goes_off_at=end)


def set_end(number: int, at: datetime | None, *, now: datetime) -> bool:
    """Let readers lose an article at `at`, or (None) no more at the time that was set.

    False, and nothing is changed, when a publication opens at or after that time.
    """
    windows = Windows(number, now)
    last = next((row for row in windows.rows if row.goes_off_at == windows.end), windows.rows[-1])
    following = next((row.goes_live_at for row in windows.rows if row.goes_live_at > last.goes_live_at), None)
    if at is None:
        at = following
    elif at <= last.goes_live_at or (following is not None and at > following):
        return False
    PublishedArticle.objects.filter(pk=last.pk).update(goes_off_at=at)
    return True
