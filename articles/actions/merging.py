"""Two rows that are one: two people, two sources, two tags. Merging them, and taking it back.

The row that goes is deleted with its address leading to the one that stays; the journal holds everything that moved.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from articles.actions.decisions import DecisionRefused, Journal, claim, roll_back
from articles.actions.frozen import refresh_frozen
from articles.models import Decision, Kind, Proposal, Redirect, RedirectKind, Verdict
from articles.slugs import free_slug

Label = Any
"""A Person, Source or Tag."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A column that names a label. The table of them in people.py, sources.py and tags.py is complete: a test holds it.

    column: its name in the database. apart: with which other columns it is unique; a row of the label that goes is
    dropped where the one that stays has such a row, after `combine` gave that one what is worth keeping.
    number: where the row says which article it belongs to, if it does.
    """

    model: type[models.Model]
    column: str
    apart: tuple[str, ...] = ()
    combine: Callable[[Any, Any], dict[str, Any]] | None = None
    number: str = ""

    def rows(self, label: int) -> "models.QuerySet[Any]":
        return self.model._default_manager.filter(**{self.column: label})

    def identity(self, row: Any) -> tuple[Any, ...]:
        """What makes two rows one: names without regard to case, as the database has it."""
        values = (getattr(row, column) for column in self.apart)
        return tuple(value.casefold() if isinstance(value, str) else value for value in values)


@dataclass(frozen=True, slots=True)
class Family:
    """How labels of one kind are merged."""

    kind: Kind
    model: type[models.Model]
    relations: tuple[Relation, ...]
    keep_name: Callable[[Journal, Label, str], None]
    """Keeps the name of the one that went, so that later reports find the one that stayed."""
    apart_again: Callable[[int], None] = lambda label: None
    """Sets right, for each of the two by its key, what was written while they were one."""

    @property
    def redirects(self) -> RedirectKind:
        return RedirectKind(self.kind.value)


@transaction.atomic
def merge(family: Family, *, keep: Label, gone: Label, by: Any, now: datetime, **details: Any) -> Decision:
    """Make two labels one: everything that names `gone` names `keep`, whose name, address and description stay.

    `by` is None where the import does it. Returns the decision, by which it can be taken back.
    """
    if keep.pk == gone.pk:
        raise DecisionRefused(_("Choose two that are not one already."))
    # In the order of keys, so that two who merge the same two never wait for each other.
    found = family.model._default_manager.select_for_update().filter(pk__in=[keep.pk, gone.pk]).order_by("pk")
    if len(found) < 2:
        raise DecisionRefused(_("One of the two is not there any more."))
    keep, gone = (next(row for row in found if row.pk == wanted.pk) for wanted in (keep, gone))
    journal = Journal(family.kind, "merge", by=by, now=now)
    journal.about(family.kind, keep.pk, gone.pk)
    alone = sorted(_articles(family, gone.pk) - _articles(family, keep.pk))
    publications = _publications(family, gone.pk)
    for relation in family.relations:
        _hand_over(journal, relation, keep.pk, gone.pk)
    _hand_over_questions(journal, family.kind, keep.pk, gone.pk)
    _lead_to(journal, family, keep, gone)
    journal.drop(gone)
    family.keep_name(journal, keep, gone.name)
    refresh_frozen(publications, now=now)
    names = {"keep_name": keep.name, "gone_name": gone.name}
    return journal.close(keep=keep.pk, gone=gone.pk, gone_alone_in=alone, **names, **details)


@transaction.atomic
def unmerge(family: Family, *, decision: Decision, by: Any, now: datetime) -> Label:
    """Take a merge back: the one that went is there again with all that was its own, and is returned.

    An article that named it alone is its own again even where it was read anew or published again since. The answer
    that the two are different is kept, so that the import does not merge them once more.
    """
    if decision.kind != family.kind or decision.verb != "merge":
        raise DecisionRefused(_("This decision is no merge of this kind."))
    keep, gone = decision.details["keep"], decision.details["gone"]
    claim(decision, by=by, now=now)
    if not family.model._default_manager.filter(pk=keep).exists():
        raise DecisionRefused(_("The one that stayed is not there any more."))
    _free_address(family, decision)
    roll_back(decision)
    for relation in family.relations:
        if relation.number:
            _hand_back(relation, keep, gone, decision.details["gone_alone_in"])
    for label in (keep, gone):
        family.apart_again(label)
    refresh_frozen(_publications(family, gone), now=now)
    journal = Journal(family.kind, "keep apart", by=by, now=now)
    answer(journal, keep, gone, Verdict.DIFFERENT)
    names = {name: decision.details.get(name, "") for name in ("keep_name", "gone_name")}
    journal.close(keep=keep, gone=gone, **names)
    return family.model._default_manager.get(pk=gone)


@transaction.atomic
def undo(family: Family, *, decision: Decision, by: Any, now: datetime) -> None:
    """Take back a decision of this kind, be it a merge or an answer."""
    if decision.verb == "merge":
        unmerge(family, decision=decision, by=by, now=now)
        return
    if decision.kind != family.kind:
        raise DecisionRefused(_("This decision is not of this kind."))
    claim(decision, by=by, now=now)
    roll_back(decision)


@transaction.atomic
def decide(
    family: Family, *, proposal: Proposal, verdict: Verdict, by: Any, now: datetime, reason: str = ""
) -> Decision | None:
    """Answer the question whether two labels are one; "same" merges them into the older one."""
    if proposal.kind != family.kind:
        raise DecisionRefused(_("This question is not of this kind."))
    if verdict == Verdict.SAME:
        rows = family.model._default_manager.in_bulk([proposal.one, proposal.other])
        if len(rows) < 2:
            raise DecisionRefused(_("One of the two is not there any more."))
        return merge(family, keep=rows[proposal.one], gone=rows[proposal.other], by=by, now=now, reason=reason)
    journal = Journal(family.kind, "decide", by=by, now=now)
    answer(journal, proposal.one, proposal.other, verdict)
    rows = family.model._default_manager.in_bulk([proposal.one, proposal.other])
    names = [str(rows.get(number, "")) for number in (proposal.one, proposal.other)]
    return journal.close(numbers=[proposal.one, proposal.other], names=names, verdict=verdict, reason=reason)


def answer(journal: Journal, one: int, other: int, verdict: Verdict) -> None:
    """Record the answer to whether two labels are one."""
    low, high = sorted((one, other))
    proposal = Proposal.objects.between(journal.kind, low, high).first()
    if proposal is None:
        proposal = Proposal(kind=journal.kind, one=low, other=high, asked_at=journal.now)
        journal.add(proposal)
    journal.about(Kind.PROPOSAL, proposal.pk)
    decider = journal.by.pk if journal.by is not None else None
    journal.change(proposal, verdict=verdict, decided_at=journal.now, decided_by_id=decider)


def propose(kind: Kind, one: int, other: int, *, likeness: float, reasons: dict[str, Any], now: datetime) -> bool:
    """Ask whether two labels are one, unless it was asked before; true when the question is new."""
    low, high = sorted((one, other))
    _row, made = Proposal.objects.get_or_create(
        kind=kind, one=low, other=high, defaults={"likeness": likeness, "reasons": reasons, "asked_at": now}
    )
    return made


def _hand_over(journal: Journal, relation: Relation, keep: int, gone: int) -> None:
    rows = list(relation.rows(gone).order_by("pk"))
    taken = {relation.identity(row): row for row in relation.rows(keep)} if relation.apart and rows else {}
    moving = []
    for row in rows:
        other = taken.get(relation.identity(row))
        if other is None:
            moving.append(row.pk)
            continue
        if relation.combine is not None:
            journal.change(other, **relation.combine(other, row))
        journal.drop(row)
    journal.redirect(relation.model, relation.column, old=gone, new=keep, pks=moving)


def _hand_over_questions(journal: Journal, kind: Kind, keep: int, gone: int) -> None:
    """Questions about the one that goes are about the one that stays; "different" stays said."""
    for proposal in Proposal.objects.touching(kind, {gone}):
        third = proposal.other if proposal.one == gone else proposal.one
        if third == keep:
            answer(journal, keep, gone, Verdict.SAME)
            continue
        journal.about(Kind.PROPOSAL, proposal.pk)
        low, high = sorted((keep, third))
        known = Proposal.objects.between(kind, low, high).first()
        if known is None:
            journal.change(proposal, one=low, other=high)
            continue
        journal.about(Kind.PROPOSAL, known.pk)
        if proposal.verdict == Verdict.DIFFERENT and known.verdict in {Verdict.OPEN, Verdict.UNSURE}:
            journal.change(known, verdict=Verdict.DIFFERENT)
        journal.drop(proposal)


def _lead_to(journal: Journal, family: Family, keep: Label, gone: Label) -> None:
    """Every address of the one that goes leads to the one that stays."""
    ways = Redirect.objects.filter(kind=family.redirects)
    journal.redirect(
        Redirect, "target", old=gone.pk, new=keep.pk, pks=ways.filter(target=gone.pk).values_list("pk", flat=True)
    )
    way = ways.filter(slug=gone.slug).first()
    if way is not None:
        journal.drop(way)
    journal.add(Redirect(kind=family.redirects, slug=gone.slug, target=keep.pk))


def _free_address(family: Family, decision: Decision) -> None:
    """Let the one that comes back have another address word where somebody else has taken its own."""
    for change in decision.changes:
        if change["model"] != family.model._meta.model_name or "row" not in change:
            continue
        row, others = change["row"], family.model._default_manager.all()
        if others.filter(slug=row["slug"]).exists():
            row["slug"] = free_slug(family.model, row["name"], family.kind.value)
        if family.kind != Kind.PERSON and others.filter(name__iexact=row["name"]).exists():
            raise DecisionRefused(_("There is another one of the name “%(name)s” now.") % {"name": row["name"]})


def _hand_back(relation: Relation, keep: int, gone: int, numbers: Iterable[int]) -> None:
    """Rows that were written since the merge, in articles that named the one that comes back and not the other."""
    rows = relation.rows(keep).filter(**{f"{relation.number}__in": list(numbers)})
    pks = list(rows.values_list("pk", flat=True))
    relation.model._default_manager.filter(pk__in=pks).update(**{relation.column: gone})


def _articles(family: Family, label: int) -> set[int]:
    found: set[int] = set()
    for relation in family.relations:
        if relation.number:
            found |= set(relation.rows(label).values_list(relation.number, flat=True))
    return found


def _publications(family: Family, label: int) -> set[int]:
    """The publications that name a label."""
    found: set[int] = set()
    for relation in family.relations:
        if relation.number.endswith("__number"):
            column = relation.number.removesuffix("__number") + "_id"
            found |= set(relation.rows(label).values_list(column, flat=True))
    return found
