"""The log of an article in the desk's words."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.reimporting import field_label
from articles.admin.marks import ROLE_LABELS
from articles.models import HistoryEntry, Settled
from articles.times import moment, zoned
from articles.workflow import MOVES, Change

JUDGED = {
    "confirm": gettext_lazy("Confirmed"),
    "reject": gettext_lazy("Rejected"),
    "propose": gettext_lazy("Proposed again"),
}
CHANGED = {
    "report_changed": gettext_lazy("Changed report taken in"),
    "report_withdrawn": gettext_lazy("Its outlet has withdrawn the report"),
    "settle": gettext_lazy("Changes in the report decided"),
    Settled.KEPT: gettext_lazy("Ours kept, against the changed report"),
    Settled.TAKEN: gettext_lazy("Taken over from the changed report"),
    Settled.WRITTEN: gettext_lazy("Written anew after the report changed"),
}
OTHERS = {
    "assign": gettext_lazy("Given to somebody"),
    "copy": gettext_lazy("Copied"),
    "embargo": gettext_lazy("Embargo"),
    "restore": gettext_lazy("Version brought back"),
    "role": gettext_lazy("Said what a line is"),
}


class ActFilter(admin.SimpleListFilter):
    """One kind of act. All kinds are known: asking the log which it has would read the whole of it."""

    title = gettext_lazy("act")
    parameter_name = "act"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        moves = [(verb, step.label) for verb, step in MOVES.items()]
        reports = {verb: CHANGED[verb] for verb in ("report_changed", "report_withdrawn", "settle")}
        rest = {**reports, **JUDGED, **OTHERS}
        return moves + [(verb, label) for verb, label in rest.items() if verb not in MOVES]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[HistoryEntry]") -> "QuerySet[HistoryEntry]":
        return queryset.filter(verb=self.value()) if self.value() else queryset


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
        said = [label if not kind or kind == Change.FIRST else f"{label} ({Change(kind).label})"]
        opens, until = (parse_datetime(entry.details.get(name) or "") for name in ("goes_live_at", "until"))
        if opens is not None and opens > entry.at:
            said.append(_("from %(when)s") % {"when": zoned(opens)})
        if until is not None:
            said.append(_("until %(when)s") % {"when": zoned(until)})
        return ", ".join(said)
    if entry.verb == "embargo":
        until = parse_datetime(entry.details.get("until") or "")
        return _("Embargo until %(when)s") % {"when": zoned(until)} if until else _("Embargo lifted")
    if entry.verb in CHANGED:
        fields = ", ".join(field_label(name) for name in entry.details.get("fields", entry.details.get("taken", [])))
        act = str(CHANGED[entry.verb if entry.verb != "settle" else entry.details.get("as", "settle")])
        return f"{act}: {fields}" if fields else act
    if entry.verb == "copy":
        details = {"number": entry.details.get("of", "?"), "version": entry.details.get("version", "?")}
        return _("Copied from version %(version)s of article %(number)s") % details
    if entry.verb == "restore":
        return _("Version %(number)s brought back") % {"number": entry.details.get("revision", "?")}
    if entry.verb == "assign":
        who, due = entry.details.get("to"), parse_datetime(entry.details.get("due") or "")
        words = _("Given to %(who)s") % {"who": who} if who else _("Given to nobody")
        return _("%(words)s, due %(when)s") % {"words": words, "when": moment(due)} if due else words
    if entry.verb == "role":
        role = ROLE_LABELS.get(entry.details.get("role"), _("as it was read"))
        words = {"text": entry.details.get("text", ""), "role": role}
        return _("“%(text)s” is: %(role)s") % words
    if entry.verb in JUDGED:
        labels, count = entry.details.get("labels", []), entry.details.get("count", 1)
        more = _("and %(count)s more") % {"count": count - len(labels)} if count > len(labels) else ""
        return f"{JUDGED[entry.verb]}: {'; '.join([*labels, *([more] if more else [])])}"
    return entry.verb
