"""The journal: what a decision about stories, people, sources or tags changed, row by row, and the way back.

Everything that such a decision writes goes through a Journal. Undoing it writes the rows back, the last change first.
A decision is undone before an earlier one about the same articles, stories or labels: so what stands is always what
the decisions that were not undone say, in their order.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils.translation import gettext as _

from articles.actions.revisions import standing
from articles.models import Decision, DecisionSubject, Kind
from articles.models.history import actor_name

BATCH = 500


class DecisionRefused(Exception):
    """The decision cannot be made or undone as things stand; the message is a sentence for whoever tried."""


class Journal:
    """Writes rows and remembers how they were. `close` makes the Decision; the caller holds the transaction."""

    def __init__(self, kind: Kind, verb: str, *, by: Any, now: datetime) -> None:
        self.kind, self.verb, self.by, self.now = kind, verb, by, now
        self.changes: list[dict[str, Any]] = []
        self.subjects: set[tuple[str, int]] = set()

    def about(self, kind: Kind, *numbers: int) -> None:
        self.subjects |= {(kind, number) for number in numbers}

    def change(self, row: models.Model, **fields: Any) -> bool:
        """Give columns of a row (by the name of the column: story_id) other values; false when it has them already."""
        new = {name: value for name, value in fields.items() if getattr(row, name) != value}
        if not new:
            return False
        before = {name: getattr(row, name) for name in new}
        for name, value in new.items():
            setattr(row, name, value)
        type(row)._default_manager.filter(pk=row.pk).update(**new)
        self.changes.append({"model": _name(row), "pk": row.pk, "before": before, "after": new})
        return True

    def add(self, row: models.Model) -> None:
        """Save a new row."""
        row.save(force_insert=True)
        self.changes.append({"model": _name(row), "pk": row.pk, "before": None})

    def drop(self, row: models.Model) -> None:
        """Delete a row that nothing else depends on."""
        self.changes.append({"model": _name(row), "pk": row.pk, "row": _values(row)})
        type(row)._default_manager.filter(pk=row.pk).delete()

    def redirect(self, model: type[models.Model], column: str, *, old: int, new: int, pks: Iterable[Any]) -> None:
        """Point the column of many rows from one row to another."""
        pks = list(pks)
        for batch in _batches(pks):
            model._default_manager.filter(pk__in=batch).update(**{column: new})
        if pks:
            self.changes.append({"model": model._meta.model_name, "column": column, "old": old, "new": new, "pks": pks})

    def close(self, **details: Any) -> Decision:
        """The decision on record; one that is not saved when nothing was changed."""
        if not self.changes:
            return Decision(kind=self.kind, verb=self.verb, at=self.now, details=details)
        decision = Decision.objects.create(
            kind=self.kind,
            verb=self.verb,
            by=self.by,
            actor=actor_name(self.by),
            at=self.now,
            details=details,
            changes=self.changes,
        )
        DecisionSubject.objects.bulk_create(
            DecisionSubject(decision=decision, kind=kind, number=number) for kind, number in sorted(self.subjects)
        )
        return decision


def standing_after(decision: Decision) -> Decision | None:
    """A later decision about the same that has not been undone, the last one; None when there is none."""
    own: dict[str, list[int]] = {}
    for kind, number in decision.subjects.exclude(kind=Kind.LEFT).values_list("kind", "number"):
        own.setdefault(kind, []).append(number)
    same = models.Q(pk__in=())
    for kind, numbers in own.items():
        same |= models.Q(kind=kind, number__in=numbers)
    later = DecisionSubject.objects.filter(same, decision_id__gt=decision.pk, decision__undone_at__isnull=True)
    found = later.order_by("-decision_id").select_related("decision").first()
    return found.decision if found else None


def claim(decision: Decision, *, by: Any, now: datetime) -> None:
    """Take a decision for undoing, inside the caller's transaction: of two who try one alone succeeds."""
    if (later := standing_after(decision)) is not None:
        raise DecisionRefused(
            _("A later decision about the same stands in the way (“%(verb)s”, by %(actor)s): undo that one first.")
            % {"verb": later.verb, "actor": later.actor}
        )
    won = Decision.objects.filter(pk=decision.pk, undone_at__isnull=True).update(undone_at=now, undone_by=by)
    if not won:
        raise DecisionRefused(_("This decision has been undone already."))
    decision.undone_at, decision.undone_by = now, by


def roll_back(decision: Decision) -> None:
    """Write every row back as it was before the decision, the last change first; the caller holds the transaction.

    Rows that are gone since (a report was read anew) are left out: what took their place is the caller's to settle.
    What a row named then and is merged since is what it was merged into; what was deleted it names no more.
    """
    today = _today(decision.changes)
    with transaction.atomic():
        for change in reversed(decision.changes):
            model = apps.get_model("articles", change["model"])
            if "pks" in change:
                for batch in _batches(change["pks"]):
                    rows = model._default_manager.filter(pk__in=batch, **{change["column"]: change["new"]})
                    rows.update(**{change["column"]: change["old"]})
            elif "row" in change:
                row = _naming(model, change["row"], today)
                if row is not None and not model._default_manager.filter(pk=change["pk"]).exists():
                    _restore(model, row)
            elif change["before"] is None:
                model._default_manager.filter(pk=change["pk"]).delete()
            elif (before := _naming(model, change["before"], today)) is not None:
                model._default_manager.filter(pk=change["pk"]).update(**_typed(model, before))


Today = dict[type[models.Model], dict[int, int]]
"""Of each model, what the rows of then are today; those that are gone are not in it."""


def _today(changes: Iterable[dict[str, Any]]) -> Today:
    wanted: dict[type[models.Model], set[int]] = {}
    own: dict[type[models.Model], set[int]] = {}
    for change in changes:
        model = apps.get_model("articles", change["model"])
        if "row" in change:
            own.setdefault(model, set()).add(change["pk"])
        for field, value in _references(model, change.get("row") or change.get("before") or {}):
            wanted.setdefault(field.related_model, set()).add(value)
    found = {model: standing(model, keys) for model, keys in wanted.items()}
    for model, keys in own.items():  # rows that come back themselves
        found.setdefault(model, {}).update({key: key for key in keys})
    return found


def _references(model: type[models.Model], values: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
    for field in model._meta.concrete_fields:
        if field.is_relation and values.get(field.attname) is not None:
            yield field, values[field.attname]


def _naming(model: type[models.Model], values: dict[str, Any], today: Today) -> dict[str, Any] | None:
    """The columns of a row with what they name today; None where it cannot be without something that is gone."""
    found = dict(values)
    for field, value in _references(model, values):
        found[field.attname] = today[field.related_model].get(value)
        if found[field.attname] is None and not field.null:
            return None
    return found


def _name(row: models.Model) -> str:
    return str(row._meta.model_name)


def _values(row: models.Model) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def _typed(model: type[models.Model], values: dict[str, Any]) -> dict[str, Any]:
    """Values as they came back from JSON, as the columns hold them: times are times again."""
    columns = {field.attname: field for field in model._meta.concrete_fields}
    return {
        name: value if columns[name].is_relation else columns[name].to_python(value) for name, value in values.items()
    }


def _restore(model: type[models.Model], values: dict[str, Any]) -> None:
    # bulk_create: with the key that it had, and without what save() would derive anew.
    model._default_manager.bulk_create([model(**_typed(model, values))])


def _batches(pks: list[Any]) -> Iterator[list[Any]]:
    return (pks[at : at + BATCH] for at in range(0, len(pks), BATCH))
