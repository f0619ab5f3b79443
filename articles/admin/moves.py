"""The moves of an article as buttons, and the one view that carries them out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles.actions.checklist import Checked
from articles.actions.moves import MoveRefused, legal_moves, move, unmet
from articles.actions.typing import sign_off
from articles.actions.windows import Windows
from articles.admin.reach import Reach
from articles.models import Article
from articles.policy import may
from articles.times import WrongTime, typed_time, zoned
from articles.workflow import MOVES, Change

NOTE_LABELS = {
    "request_changes": gettext_lazy("What should change?"),
    "spike": gettext_lazy("Why is it dropped?"),
    "unpublish": gettext_lazy("Why is it taken off the site?"),
    "unpublish_later": gettext_lazy("Why is it taken off the site?"),
    "kill": gettext_lazy("What readers are told: why was it withdrawn?"),
}
EXPLAINED = {
    "take_up": gettext_lazy("Make it your draft."),
    "submit": gettext_lazy("Hand it to the desk for approval."),
    "approve": gettext_lazy("The text is right and may be published."),
    "confirm": gettext_lazy("What readers have is right as it stands. Not a word of it changes."),
    "cancel_schedule": gettext_lazy("It does not open at the time that was set. What readers have now stays."),
    "rework": gettext_lazy("Open it for editing. Readers keep what they have until you publish again."),
    "unpublish": gettext_lazy("Readers lose it at once. It can come back at the same address."),
    "unpublish_later": gettext_lazy("Readers lose it at a set time. It can come back at the same address."),
    "cancel_unpublish": gettext_lazy("Readers keep it: the time at which they lose it is cancelled."),
    "spike": gettext_lazy("Drop it before publication. It can be brought back."),
    "kill": gettext_lazy("Withdraw it for good. Readers who come find the reason. This cannot be undone."),
    "revive": gettext_lazy("Make it a draft again."),
}
GRAVE = {"spike", "unpublish", "unpublish_later", "kill"}


@dataclass(frozen=True)
class Act:
    """A move as the page shows it. `lacks` are sentences: what must be done before it is possible."""

    verb: str
    label: str
    explained: str
    note_label: str
    lacks: list[str]
    grave: bool
    changes: list[tuple[str, str]]  # kinds of change to choose from, where readers had the article before
    schedules: bool
    embargo: str  # the time before which it is not published, where there is one
    takes_time: bool
    at: str  # the time to begin with in a field for day and time
    warns: list[str]  # sentences: what may be overridden with a reason


def acts_for(user: Any, article: Article, reach: Reach, checks: Iterable[Checked] = ()) -> list[Act]:
    """What this person may do with the article now: what takes it on, what sends it back, and grave acts last."""
    windows = Windows(article.pk, timezone.now())
    soft = [check.lack for check in checks if check.look == "soft"]
    blocking = [check.lack for check in checks if check.blocks]
    acts = [
        Act(
            verb=step.verb,
            label=str(step.label),
            explained=str(EXPLAINED.get(step.verb, "")),
            note_label=str(NOTE_LABELS.get(step.verb, _("Why?"))) if step.takes_note else "",
            lacks=unmet(article, step, by=user, windows=windows) + (blocking if step.verb == "publish" else []),
            grave=step.verb in GRAVE,
            changes=[(value, str(label)) for value, label in Change.choices if value != Change.FIRST]
            if step.verb == "publish" and reach.live is not None
            else [],
            schedules=step.verb == "publish",
            embargo=zoned(reach.embargo) if step.verb == "publish" and reach.embargo is not None else "",
            takes_time=step.takes_time,
            at=field_time(reach.embargo if step.verb == "publish" else reach.ends if step.takes_time else None),
            warns=soft if step.verb == "publish" else [],
        )
        for step in legal_moves(user, article, windows=windows)
    ]
    return sorted(acts, key=lambda act: (act.grave, bool(act.note_label)))


def seen_token(article: Article) -> str:
    """What a person saw when the page was made: the state and version that a move must find again."""
    return f"{article.status}:{article.version}"


@require_POST
def move_view(request: HttpRequest, number: int) -> HttpResponse:
    """Carry out the move that was posted and go back to the article; what was refused is said there."""
    article = get_object_or_404(Article, pk=number)
    if not may(request.user, "view", article):
        raise PermissionDenied
    verb = request.POST.get("verb", "")
    try:
        if verb not in MOVES:
            raise MoveRefused(_("There is no such move."))
        if not may(request.user, verb) and not may(request.user, verb, article):
            raise PermissionDenied
        if request.POST.get("seen") != seen_token(article):
            raise MoveRefused(
                _("Somebody else has moved or saved this article since you opened it. Look at it again first.")
            )
        now = timezone.now()
        at = _time_of(request, verb, now)
        move(
            article,
            verb,
            by=request.user,
            now=now,
            note=request.POST.get("note", ""),
            at=at,
            until=read_time(request.POST.get("until", ""), now=now) if verb == "publish" else None,
            change=_change_of(request),
            note_below="note_below" in request.POST,
            override=request.POST.get("override", ""),
        )
    except MoveRefused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
        for words in (request.POST.get("note", ""), request.POST.get("override", "")):
            if words.strip():
                messages.info(request, _("What you wrote, to use again: %(words)s") % {"words": words.strip()})
    else:
        sign_off(article, by=request.user)
        messages.success(request, _said(article, verb, at))
    return redirect("admin:articles_article_change", article.pk)


def _time_of(request: HttpRequest, verb: str, now: datetime) -> datetime | None:
    if not MOVES[verb].takes_time and request.POST.get("when") != "later":
        return None
    at = read_time(request.POST.get("at", ""), now=now)
    if at is None:
        raise MoveRefused(_("Say on which day and at what time."))
    return at


def read_time(text: str, *, now: datetime) -> datetime | None:
    """The time that a form has sent. Raises MoveRefused with the sentence for who typed it."""
    try:
        return typed_time(text, now=now)
    except WrongTime as wrong:
        raise MoveRefused(str(wrong)) from None


def field_time(at: datetime | None) -> str:
    """A time as a field for day and time takes it, rounded up to the minute; "" for none."""
    if at is None:
        return ""
    return timezone.localtime(at + timedelta(seconds=59)).strftime("%Y-%m-%dT%H:%M")


def _change_of(request: HttpRequest) -> str:
    change = request.POST.get("change", "")
    if change and change not in Change.values:
        raise MoveRefused(_("There is no such kind of change."))
    return change


def _said(article: Article, verb: str, at: datetime | None) -> str:
    when = {"when": zoned(at) if at is not None else ""}
    match verb:
        case "publish":
            return _("Scheduled: readers get it %(when)s.") % when if at else _("Published: readers have it now.")
        case "cancel_schedule":
            return _("The schedule is cancelled.")
        case "confirm":
            return _("Confirmed: it stays with readers as it is.")
        case "unpublish_later":
            return _("Readers lose it %(when)s.") % when
        case "cancel_unpublish":
            return _("It stays on the site.")
    return _("Done. The article is now: %(state)s.") % {"state": article.get_status_display()}
