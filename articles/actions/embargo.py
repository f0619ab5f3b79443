"""An embargo: the time before which readers get nothing of an article. It schedules nothing by itself."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles import policy
from articles.actions.moves import MoveRefused, NotAllowed
from articles.actions.notices import tell_those_concerned
from articles.actions.windows import windows_of
from articles.models import Article, HistoryEntry
from articles.times import zoned


@transaction.atomic
def set_embargo(article: Article, *, until: datetime | None, note: str, by: Any, now: datetime) -> None:
    """Set the time before which an article is not published, or (None) lift the embargo; the log keeps it
    and those concerned are told.

    It is no part of the text: versions and saves do not collide with it, and no restored version brings one back.
    Raises NotAllowed for who may not, and MoveRefused when readers have the article or would get it before that time,
    when the time is past, and when one is lifted or shortened without a reason.
    """
    article.embargo_until = (
        Article.objects.select_for_update().values_list("embargo_until", flat=True).get(pk=article.pk)
    )
    before = article.embargo_until
    if until == before:
        return
    if not policy.may(by, "embargo", article):
        raise NotAllowed(_("You may not set an embargo on this article."))
    if before is not None and before > now and (until is None or until < before):
        if not policy.may(by, "lift_embargo", article):
            raise NotAllowed(_("Only who publishes may lift or shorten an embargo."))
        if not note.strip():
            raise MoveRefused(_("Say why: an embargo is lifted or shortened with a reason."))
    if until is not None:
        _refuse_what_comes_too_late(article, until, now)
    Article.objects.filter(pk=article.pk).update(embargo_until=until)
    article.embargo_until = until
    HistoryEntry.objects.record(
        article,
        "embargo",
        by=by,
        now=now,
        note=note.strip(),
        details={"until": until.isoformat() if until else "", "before": before.isoformat() if before else ""},
    )
    what = (
        _("put it under embargo until %(when)s") % {"when": zoned(until, now=now)} if until else _("lifted its embargo")
    )
    tell_those_concerned(article, what=what, by=by, now=now, words=note.strip())


def _refuse_what_comes_too_late(article: Article, until: datetime, now: datetime) -> None:
    if until <= now:
        raise MoveRefused(_("The time of the embargo lies in the past."))
    first = windows_of(article.pk, now=now).first()
    if first is None:
        return
    if first.goes_live_at <= now:
        raise MoveRefused(_("Readers have this article already: schedule the change instead."))
    if first.goes_live_at < until:
        raise MoveRefused(
            _("It is scheduled for %(when)s, before that time: cancel the schedule first.")
            % {"when": zoned(first.goes_live_at, now=now)}
        )
