"""The one door for a change of state. Each move is one transaction: state, publication, log row, or nothing."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from articles import policy
from articles.actions.checklist import checklist
from articles.actions.notices import tell_of_move
from articles.actions.pictures import withdraw
from articles.actions.publication import freeze_next
from articles.actions.windows import Windows, cancel_coming, close_windows, end_of, set_end, windows_of
from articles.html import clean, plain
from articles.models import Article, HistoryEntry, PreviewLink, PublishedArticle, Tombstone
from articles.models.history import actor_name
from articles.models.published import PublishedArticleQuerySet
from articles.times import zoned
from articles.workflow import MOVES, PUBLIC_NOTES, Change, Move, Need, Status, moves_from

ABOUT_READERS = {Need.LIVE, Need.NOT_LIVE, Need.COMING, Need.ENDING, Need.UNCONFIRMED, Need.SHOWN}
"""Needs that nobody at the desk can mend: a move that lacks one is not offered."""


class MoveRefused(Exception):
    """The move is not legal here. `reasons` are sentences for whoever tried."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class NotAllowed(MoveRefused):
    """This person may not make this move."""


class MovedMeanwhile(MoveRefused):
    """Somebody else moved or saved the article since it was read."""


def unmet(article: Article, move: Move, *, by: Any, windows: Windows) -> list[str]:
    """What the article lacks for a move: a sentence each, empty when it is ready for it."""
    return [sentence for need in move.needs if (sentence := _lack(article, need, by, windows))]


def legal_moves(user: Any, article: Article, *, windows: Windows) -> list[Move]:
    """The moves that this person may make from where the article stands, in the table's order."""
    return [
        move
        for move in moves_from(article.status)
        if policy.may(user, move.verb, article)
        and not any(_lack(article, need, user, windows) for need in move.needs if need in ABOUT_READERS)
    ]


@transaction.atomic
def move(
    article: Article,
    verb: str,
    *,
    by: Any,
    now: datetime,
    note: str = "",
    at: datetime | None = None,
    until: datetime | None = None,
    change: str = "",
    note_below: bool = False,
    override: str = "",
) -> HistoryEntry:
    """Carry out one move of the table.

    article: as it was read; when its state or version is no longer so in the database, MovedMeanwhile is raised.
    by: the user; None only for a move of the import. now: the moment it is done.
    note: the reason, required where the move sends back or takes away. at: for publish, when readers get it (default
    now); for unpublish_later, when they lose it. until: for publish, when readers lose it again; an end that was set
    before holds without it. change: for publish of what readers had before, its kind (workflow.Change; default
    "update").
    note_below: for publish, whether what readers are told stands below the text; a retraction stands above it always.
    override: for publish, the reason why soft rules of the checklist that are not met do not matter.
    Raises NotAllowed, MovedMeanwhile or MoveRefused, each with sentences for the person; nothing is changed then.
    """
    step = MOVES[verb]
    if (by is None) != step.by_machine or (by is not None and not policy.may(by, verb, article)):
        raise NotAllowed(
            _("“%(move)s” is not open to you for an article in the state “%(state)s”.")
            % {"move": step.label, "state": article.get_status_display()}
        )
    if article.status not in step.sources:
        raise MoveRefused(
            _("“%(move)s” is not possible in the state “%(state)s”.")
            % {"move": step.label, "state": article.get_status_display()}
        )
    if step.takes_note and not note.strip():
        raise MoveRefused(_("Say why: a reason is needed for “%(move)s”.") % {"move": step.label})
    if step.takes_time and at is None:
        raise MoveRefused(_("Say at which time: “%(move)s” needs one.") % {"move": step.label})
    if lacking := unmet(article, step, by=by, windows=Windows(article.pk, now)):
        raise MoveRefused(*lacking)
    source, target = article.status, step.lands(article.status)
    _claim(article, target)
    given = {"note": note, "at": at, "until": until, "change": change, "note_below": note_below, "override": override}
    details = _EFFECTS[verb](article, by=by, now=now, **given) if verb in _EFFECTS else {}
    entry = HistoryEntry.objects.create(
        article=article,
        verb=verb,
        from_status=source,
        to_status=target,
        by=by,
        actor=actor_name(by),
        at=now,
        note=note.strip(),
        details=details,
    )
    article.status = target
    tell_of_move(article, verb, by=by, now=now, words=note.strip(), at=at)
    return entry


def _claim(article: Article, target: Status) -> None:
    """Take the row from exactly the state, version and embargo that were read: of two movers one alone succeeds."""
    as_read = Article.objects.filter(
        pk=article.pk, status=article.status, version=article.version, embargo_until=article.embargo_until
    )
    rows = as_read.update(status=target)
    if not rows:
        raise MovedMeanwhile(_("Somebody else has moved or saved this article meanwhile. Open it again."))


def _lack(article: Article, need: Need, by: Any, windows: Windows) -> str:
    """The sentence to say when a need is not met, or ""."""
    match need:
        case Need.HEADLINE:
            if not article.headline.strip():
                return _("The article has no headline yet: write one, or confirm the proposed one.")
        case Need.ANY_HEADLINE:
            if not article.best_headline.strip():
                return _("The report has no headline and none could be proposed.")
        case Need.BODY:
            if not plain(clean(article.body)):
                return _("The article has no text yet.")
        case Need.LIVE:
            if not windows.rows:
                return _("Readers do not have this article.")
        case Need.NOT_LIVE:
            if windows.rows:
                return _("Readers have this article or will have it: unpublish it first.")
        case Need.COMING:
            if windows.coming is None:
                return _("Nothing of this article is scheduled.")
        case Need.ENDING:
            if windows.end is None:
                return _("No time is set at which readers lose this article.")
        case Need.UNCONFIRMED:
            if windows.live is None or not windows.live.unconfirmed:
                return _("What readers have of this article is confirmed.")
        case Need.SHOWN:
            if not PublishedArticle.objects.filter(number=article.pk).exists():
                return _("Readers never had this article.")
        case Need.UNTOUCHED:
            if article.touched:
                return _("Somebody on the desk has worked on it, so the import does not publish it.")
        case Need.OTHER_EYES:
            if settings.NEWSROOM_FOUR_EYES and by is not None and _is_own_text(article, by):
                return _("Nobody approves their own text: ask a colleague to approve it.")
        case Need.APPROVED_BY_OTHERS:
            if settings.NEWSROOM_FOUR_EYES and by is not None and _is_changed_since_approval(article, by):
                return _("You have changed the text since it was approved: ask a colleague to publish it.")
    return ""


def _unconfirmed(article: Article, now: datetime) -> PublishedArticleQuerySet:
    return PublishedArticle.objects.visible(now).filter(number=article.pk, unconfirmed=True)


def _is_own_text(article: Article, user: Any) -> bool:
    """Whether `user` handed the text in last, or saved any version of it since it was last published."""
    handed_in = article.history.filter(verb="submit").order_by("-at", "-pk").first()
    if article.edited_by_id == user.pk or (handed_in is not None and handed_in.by_id == user.pk):
        return True
    saved = article.revisions.filter(created_by=user)
    published = article.history.filter(to_status=Status.PUBLISHED).order_by("-at", "-pk").first()
    return (saved if published is None else saved.filter(created_at__gt=published.at)).exists()


def _is_changed_since_approval(article: Article, user: Any) -> bool:
    approved = article.history.filter(verb="approve").order_by("-at", "-pk").first()
    saved = article.revisions.filter(created_by=user)
    return approved is not None and saved.filter(number__gt=approved.details.get("version", 0)).exists()


def _approve(article: Article, **_ignored: Any) -> dict[str, Any]:
    return {"version": article.version}


def _take_up(article: Article, *, by: Any, **_ignored: Any) -> dict[str, Any]:
    if article.created_by_id is None:
        article.created_by = by
        article.save(update_fields=["created_by"])
    return {}


def _publish(
    article: Article,
    *,
    by: Any,
    now: datetime,
    note: str,
    at: datetime | None,
    until: datetime | None,
    change: str,
    note_below: bool,
    override: str,
    **_ignored: Any,
) -> dict[str, Any]:
    opens = at or now
    overridden = _overridden(article, by, override, opens)
    _refuse_wrong_times(article, now=now, opens=opens, until=until)
    # Read before the windows are closed, which is what tells what readers have had.
    frozen = freeze_next(article, opens=opens, now=now, change=change, note=note, unconfirmed=by is None)
    if frozen.row.change in PUBLIC_NOTES and not frozen.row.note:
        raise MoveRefused(
            _("Say what readers are told: a %(kind)s is published with a note.")
            % {"kind": Change(frozen.row.change).label.lower()}
        )
    end = end_of(article.pk, now=now)
    frozen.row.goes_off_at = until or (end if end is not None and end > opens else None)
    if note_below and frozen.row.note and frozen.row.change != Change.RETRACTION:
        frozen.row.details["note_below"] = True
    close_windows(article.pk, now=now, at=opens)
    row = frozen.write()
    details = {"publication": row.pk, "revision": row.revision, "goes_live_at": opens.isoformat(), "change": row.change}
    ends = {"until": until.isoformat(), "before": end.isoformat() if end else ""} if until else {}
    return details | ends | overridden


def _refuse_wrong_times(article: Article, *, now: datetime, opens: datetime, until: datetime | None) -> None:
    if opens < now:
        raise MoveRefused(_("The time of publication lies in the past."))
    if until is not None and until <= opens:
        raise MoveRefused(_("Readers would lose it before they have got it: choose a later time for its end."))
    embargo = article.embargo_until
    if embargo is not None and opens < embargo:
        raise MoveRefused(
            _("It is under embargo until %(when)s: schedule it for then or later.") % {"when": zoned(embargo, now=now)}
        )


def _overridden(article: Article, by: Any, reason: str, opens: datetime) -> dict[str, Any]:
    """Rules that are not met, for the log. What this newsroom insists on is mended first; for the rest a person needs
    a reason; the import is on record, and publishes nothing that another report of the story keeps back."""
    lacking = [check for check in checklist(article, at=opens) if check.look == "soft" or check.blocks]
    if not lacking:
        return {}
    if by is not None and (blocking := [check.lack for check in lacking if check.blocks]):
        raise MoveRefused(*blocking)
    if by is None and (kept_back := [check.lack for check in lacking if check.name == "embargo"]):
        raise MoveRefused(*kept_back)
    if by is not None and not reason.strip():
        raise MoveRefused(*[check.lack for check in lacking], _("Mend that, or say why it is published as it is."))
    return {"overridden": [check.name for check in lacking], "override": reason.strip()}


def _unpublish(article: Article, *, now: datetime, **_ignored: Any) -> dict[str, Any]:
    close_windows(article.pk, now=now, at=now)
    return {}


def _cancel_schedule(article: Article, *, now: datetime, **_ignored: Any) -> dict[str, Any]:
    coming = Windows(article.pk, now).coming
    end = _end_without(article, coming, now) if coming is not None else None
    cancel_coming(article.pk, end=end, now=now)
    return {"until": end.isoformat()} if end is not None and windows_of(article.pk, now=now).exists() else {}


def _end_without(article: Article, coming: PublishedArticle, now: datetime) -> datetime | None:
    """When readers lose the article once what is coming is cancelled: an end that came with it goes with it, and the
    one from before holds again, unless its time is over by now. One that was set for the article stays."""
    given = article.history.filter(verb="publish", details__publication=coming.pk).order_by("-pk").first()
    until, before = (parse_datetime(given.details.get(name) or "") if given else None for name in ("until", "before"))
    if until is None or until != coming.goes_off_at or (before is not None and before <= now):
        return coming.goes_off_at
    return before


def _unpublish_later(article: Article, *, now: datetime, at: datetime, **_ignored: Any) -> dict[str, Any]:
    if at <= now:
        raise MoveRefused(_("The time at which readers lose it lies in the past."))
    if not set_end(article.pk, at, now=now):
        raise MoveRefused(_("Something is scheduled for that time or later: cancel it first, or choose another time."))
    return {"until": at.isoformat()}


def _cancel_unpublish(article: Article, *, now: datetime, **_ignored: Any) -> dict[str, Any]:
    set_end(article.pk, None, now=now)
    return {}


def _confirm(article: Article, *, now: datetime, **_ignored: Any) -> dict[str, Any]:
    """Vouch for what readers have as it is, its headline included; not a word of it changes."""
    row = _unconfirmed(article, now).get()
    _unconfirmed(article, now).update(unconfirmed=False, headline_proposed=False)
    if article.headline_proposed and article.proposed_headline == row.headline:
        article.headline = row.headline
        article.save(update_fields=["headline"])
    return {"publication": row.pk, "revision": row.revision}


def _kill(article: Article, *, by: Any, now: datetime, note: str, **_ignored: Any) -> dict[str, Any]:
    if not PublishedArticle.objects.opened(now).filter(number=article.pk).exists():
        raise MoveRefused(_("Readers never had this article: unpublish it, and spike it."))
    close_windows(article.pk, now=now, at=now)
    Tombstone.objects.create(number=article.pk, killed_at=now, reason=note.strip(), killed_by=by)
    _revoke_links(article, by=by, now=now)
    # Once it is certain; should the disk refuse, the kill stands, and `prunepictures` finds what was left.
    transaction.on_commit(partial(withdraw, article.pk), robust=True)
    return {}


def _revoke_links(article: Article, *, by: Any, now: datetime, **_ignored: Any) -> dict[str, Any]:
    """What is dropped or withdrawn is not shown to people outside either."""
    PreviewLink.objects.filter(article=article, revoked_at__isnull=True).update(revoked_at=now, revoked_by=by)
    return {}


_EFFECTS: dict[str, Callable[..., dict[str, Any]]] = {
    "approve": _approve,
    "take_up": _take_up,
    "publish": _publish,
    "publish_import": _publish,
    "cancel_schedule": _cancel_schedule,
    "confirm": _confirm,
    "unpublish": _unpublish,
    "unpublish_later": _unpublish_later,
    "cancel_unpublish": _cancel_unpublish,
    "spike": _revoke_links,
    "kill": _kill,
}
