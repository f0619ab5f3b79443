"""The moves of an article as buttons, and the one view that carries them out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles.actions.checklist import Checked
from articles.actions.moves import MoveRefused, legal_moves, move, unmet
from articles.admin.base import moment
from articles.admin.reach import Reach
from articles.models import Article, HistoryEntry
from articles.policy import may
from articles.workflow import MOVES, Change, Status

NOTE_LABELS = {
    "request_changes": gettext_lazy("What should change?"),
    "spike": gettext_lazy("Why is it dropped?"),
    "unpublish": gettext_lazy("Why is it taken off the site?"),
    "kill": gettext_lazy("What readers are told: why was it withdrawn?"),
}
EXPLAINED = {
    "take_up": gettext_lazy("Make it your draft."),
    "submit": gettext_lazy("Hand it to the desk for approval."),
    "approve": gettext_lazy("The text is right and may be published."),
    "rework": gettext_lazy("Open it for editing. Readers keep what they have until you publish again."),
    "unpublish": gettext_lazy("Readers lose it at once. It can come back at the same address."),
    "spike": gettext_lazy("Drop it before publication. It can be brought back."),
    "kill": gettext_lazy("Withdraw it for good. Readers who come find the reason. This cannot be undone."),
    "revive": gettext_lazy("Make it a draft again."),
}
GRAVE = {"spike", "unpublish", "kill"}


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
    warns: list[str]  # sentences: what may be overridden with a reason


def acts_for(user: Any, article: Article, reach: Reach, checks: Iterable[Checked] = ()) -> list[Act]:
    """What this person may do with the article now: what takes it on, what sends it back, and grave acts last."""
    soft = [check.lack for check in checks if check.look == "soft"]
    acts = [
        Act(
            verb=step.verb,
            label=str(step.label),
            explained=str(EXPLAINED.get(step.verb, "")),
            note_label=str(NOTE_LABELS.get(step.verb, _("Why?"))) if step.takes_note else "",
            lacks=unmet(article, step, by=user),
            grave=step.verb in GRAVE,
            changes=[(value, str(label)) for value, label in Change.choices if value != Change.FIRST]
            if step.verb == "publish" and reach.live is not None
            else [],
            schedules=step.verb == "publish",
            warns=soft if step.verb == "publish" else [],
        )
        for step in legal_moves(user, article)
    ]
    return sorted(acts, key=lambda act: (act.grave, bool(act.note_label)))


def told(entries: Iterable[HistoryEntry]) -> list[HistoryEntry]:
    """Log entries with the name of the act in the desk's words, as `act`."""
    rows = list(entries)
    for entry in rows:
        entry.act = act_name(entry)  # type: ignore[attr-defined]
        entry.override = entry.details.get("override", "")  # type: ignore[attr-defined]
    return rows


def act_name(entry: HistoryEntry) -> str:
    """What was done, in the desk's words: a move, or one of the acts that change no state."""
    if entry.verb in MOVES:
        kind = entry.details.get("change")
        label = str(MOVES[entry.verb].label)
        if kind and kind != Change.FIRST:
            return f"{label} ({Change(kind).label})"
        return label
    if entry.verb == "restore":
        return _("Version %(number)s brought back") % {"number": entry.details.get("revision", "?")}
    if entry.verb == "assign":
        who, due = entry.details.get("to"), parse_datetime(entry.details.get("due") or "")
        words = _("Given to %(who)s") % {"who": who} if who else _("Given to nobody")
        return _("%(words)s, due %(when)s") % {"words": words, "when": moment(due)} if due else words
    return entry.verb


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
        if not may(request.user, verb):
            raise PermissionDenied
        if request.POST.get("seen") != seen_token(article):
            raise MoveRefused(
                _("Somebody else has moved or saved this article since you opened it. Look at it again first.")
            )
        at = _time_of(request)
        move(
            article,
            verb,
            by=request.user,
            now=timezone.now(),
            note=request.POST.get("note", ""),
            at=at,
            change=_change_of(request),
            override=request.POST.get("override", ""),
        )
    except MoveRefused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
    else:
        messages.success(request, _said(article, at))
    return redirect("admin:articles_article_change", article.pk)


def _time_of(request: HttpRequest) -> datetime | None:
    if request.POST.get("when") != "later":
        return None
    try:
        at = forms.DateTimeField(required=False).clean(request.POST.get("at", ""))
    except ValidationError:
        at = None
    if at is None:
        raise MoveRefused(_("Say on which day and at what time readers get it."))
    return at


def _change_of(request: HttpRequest) -> str:
    change = request.POST.get("change", "")
    if change and change not in Change.values:
        raise MoveRefused(_("There is no such kind of change."))
    return change


def _said(article: Article, at: datetime | None) -> str:
    if article.status == Status.PUBLISHED:
        if at is not None:
            return _("Scheduled: readers get it at %(when)s.") % {"when": moment(at)}
        return _("Published: readers have it now.")
    return _("Done. The article is now: %(state)s.") % {"state": article.get_status_display()}
