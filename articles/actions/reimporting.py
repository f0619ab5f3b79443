"""A report that has changed since somebody worked on its article: what is taken over at once, and what waits.

As long as the text is still its writer's, the change is merged into it field by field; what both have changed waits
for a decision. From submission on the text is the desk's, and after publication the readers': then all of it waits.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from operator import itemgetter
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from articles import policy
from articles.actions.comparing import LABELS, sheet_of_content
from articles.actions.edits import claim, record_revision
from articles.actions.moves import move
from articles.actions.revisions import keep_what_stands, standing, write_content
from articles.merge import PLACE, Merged, merge_html, merge_in_order, merge_rows, merge_value, same_rows
from articles.models import (
    WITHDRAWN,
    Article,
    HistoryEntry,
    Intake,
    Person,
    ReportChange,
    Revision,
    Settled,
    Source,
    Tag,
)
from articles.workflow import EDITABLE, Status

Content = dict[str, Any]
"""What Article.snapshot() gives."""

PARTS: dict[str, tuple[str, ...]] = {
    "report_date": ("report_date", "report_date_checked"),
    "source": ("source", "source_inferred"),
    "tags": ("tag_uses",),
    "people": ("mentions",),
}
"""Fields that the desk decides on as one, and the names that a snapshot has for them. Every other name is a field."""
WRITABLE = ("headline", "standfirst", "byline", "dateline")
"""Fields that can be written anew on the page of a change."""
_FOLLOWS = {"tags"}  # names of a snapshot that say again what another says
_LABELLED: dict[str, tuple[tuple[str, type[models.Model]], ...]] = {
    "tag_uses": (("tag_id", Tag),),
    "mentions": (("person_id", Person),),
    "quotes": (("speaker_id", Person),),
    "credits": (("source_id", Source),),
}


class ChangeRefused(Exception):
    """The decision cannot be carried out. The message is a sentence for whoever tried."""


@dataclass(slots=True)
class TakenIn:
    """What became of a changed report: fields that were taken over, and fields that wait."""

    taken: list[str] = field(default_factory=list)
    waits: list[str] = field(default_factory=list)


# The import


def take_in(article: Article, content: Content, *, intake: Intake, now: datetime) -> TakenIn:
    """Merge what a changed report says into an article that somebody has touched; the caller holds the transaction.

    content: the article as it would stand had nobody touched it. intake: the row of this import. What waited of an
    earlier change of the report is weighed anew, and is gone where the report has gone back.
    """
    article = Article.objects.select_for_update().get(pk=article.pk)
    ours, base = article.snapshot(), _of_today(_base(article, before=intake))
    merged = {name: _merge(name, base, ours, content) for name in _fields(content)}
    done = TakenIn()
    if article.status in policy.OWN_STATES:
        done.taken = [name for name in merged if not _same(ours, merged[name].value)]
        done.waits = [name for name in merged if merged[name].clash]
        _take_over(article, {**ours, **_all(part.value for part in merged.values())}, bool(done.taken), now=now)
        # The article's rows have their places in this report from now on.
        Intake.objects.filter(pk=intake.pk).update(revision=article.version)
        bases = {name: merged[name].base for name in done.waits}
    else:
        done.waits = [name for name in merged if not _same(ours, merged[name].taken)]
        bases = {name: _part(name, base or {}) for name in done.waits}
    before = set(article.report_changes.open().values_list("field", flat=True))
    for name in done.waits:
        values = {"intake": intake, "clash": merged[name].clash, "base": bases[name], "found_at": now}
        _let_wait(article, name, ours, content, values)
    article.report_changes.open().exclude(field__in=done.waits).delete()
    article.intakes.filter(waits=True).update(waits=False)
    if done.waits:
        Intake.objects.filter(pk=intake.pk).update(waits=True)
    if done.taken or before or done.waits:
        details = {
            "intake": intake.pk,
            "taken": done.taken,
            "waits": done.waits,
            "gone": sorted(before - {*done.waits}),
        }
        HistoryEntry.objects.record(article, "report_changed", by=None, now=now, details=details)
    return done


def take_reading(article: Article, was: Content, says: Content, *, intake: Intake, now: datetime) -> list[str]:
    """Merge some fields of a report that is read otherwise than before into its article; the caller holds the claim.

    was, says: those fields alone. Returns those that a person wrote otherwise, which wait for a decision like those of
    a changed report. What a line is no longer is nothing to ask about: what a person wrote in its place stays.
    """
    ours = article.snapshot()
    names = list(_fields(says))
    changes = article.report_changes.open().filter(field__in=names)
    base = _of_today({**was, **_all(change.base for change in changes)})
    merged = {name: _merge(name, base, ours, says) for name in names}
    for name, value in _all(part.value for part in merged.values()).items():
        setattr(article, "source_id" if name == "source" else name, value)
    article.save()
    waits = [name for name in names if merged[name].clash and says[name]]
    for name in waits:
        values = {"intake": intake, "clash": True, "base": merged[name].base, "found_at": now}
        _let_wait(article, name, ours, says, values)
    changes.exclude(field__in=waits).delete()
    return waits


def _let_wait(article: Article, name: str, ours: Content, theirs: Content, values: dict[str, Any]) -> None:
    values = {**values, "ours": _part(name, ours), "theirs": _part(name, theirs)}
    article.report_changes.open().update_or_create(article=article, field=name, defaults=values)


def report_withdrawn(article: Article, notice: str, *, intake: Intake, now: datetime) -> bool:
    """Mark an article whose outlet has withdrawn the report: an editor decides what becomes of it.

    Nothing in the article changes, and readers keep it until then. Returns whether somebody has to decide; not where
    the desk has dropped the article already.
    """
    if article.status in {Status.SPIKED, Status.KILLED}:
        return False
    values = {"intake": intake, "theirs": {"notice": notice}, "found_at": now}
    article.report_changes.open().update_or_create(article=article, field=WITHDRAWN, defaults=values)
    article.intakes.filter(pk=intake.pk).update(waits=True)
    HistoryEntry.objects.record(
        article, "report_withdrawn", by=None, now=now, details={"intake": intake.pk, "notice": notice}
    )
    return True


def _base(article: Article, *, before: Intake) -> Content | None:
    """What report and article had in common last: the newest report that was read for it, with what still waits as it
    was before. None where that is not on record."""
    read = Q(content__isnull=False) | Q(revision__isnull=False)
    intake = article.intakes.filter(read, pk__lt=before.pk).defer("raw", "reading").order_by("-pk").first()
    if intake is None:
        return None
    content: Content | None = intake.content
    if content is None and intake.revision is not None:
        revision = Revision.objects.filter(article=article, number=intake.revision).first()
        content = revision.content if revision is not None else None
    if content is None:
        return None
    return {**content, **_all(change.base for change in article.report_changes.open())}


def _take_over(article: Article, content: Content, changed: bool, *, now: datetime) -> None:
    """Write the merged article. Where nothing but places in the report is new, it is no new version."""
    if changed:
        keep_what_stands(article)
        Article.objects.filter(pk=article.pk).update(version=F("version") + 1)
        article.refresh_from_db(fields=["version"])
    _write(article, content)
    if changed:
        record_revision(article, by=None, now=now)


def _write(article: Article, content: Content) -> None:
    uses = content.get("tag_uses", [])
    write_content(article, {**content, "tags": sorted(use["tag_id"] for use in uses)})


# The desk


@transaction.atomic
def settle(
    article: Article, changes: Iterable[ReportChange], verdict: Settled, *, by: Any, now: datetime, text: str = ""
) -> list[str]:
    """Decide on changes of one article: keep ours, take theirs, or write one field anew (`text`).

    What is taken makes a new version by this person; a published article is taken up for rework first. Returns the
    fields that were decided. Raises ChangeRefused, with a sentence, and StaleArticle when somebody saved meanwhile.
    """
    article = Article.objects.select_for_update().get(pk=article.pk)
    open_ = article.report_changes.open().filter(pk__in=[change.pk for change in changes]).order_by("pk")
    rows = [row for row in open_ if verdict == Settled.KEPT or row.field != WITHDRAWN]
    if not rows:
        raise ChangeRefused(_("Somebody has decided on it already, or the report has changed again. Look again."))
    if not policy.may(by, "settle", article):
        raise ChangeRefused(_("This decision is not open to you: it is for those who may edit the article."))
    if verdict != Settled.KEPT:
        _make_editable(article, by=by, now=now)
        ours = article.snapshot()
        keep_what_stands(article)
        claim(article, seen=article.version, by=by, now=now)
        _write(article, {**ours, **_all(_decided(row, ours, verdict, text) for row in rows)})
        record_revision(article, by=by, now=now)
    names = [row.field for row in rows]
    ReportChange.objects.filter(pk__in=[row.pk for row in rows]).update(settled=verdict, settled_at=now, settled_by=by)
    if not article.report_changes.open().exists():
        article.intakes.filter(waits=True).update(waits=False)
    HistoryEntry.objects.record(
        article, "settle", by=by, now=now, details={"fields": names, "as": verdict, "version": article.version}
    )
    return names


def _make_editable(article: Article, *, by: Any, now: datetime) -> None:
    if article.status == Status.PUBLISHED and policy.may(by, "rework", article):
        move(article, "rework", by=by, now=now)
    if article.status not in EDITABLE or not policy.may(by, "edit", article):
        raise ChangeRefused(
            _("Nothing can be changed in an article in the state “%(state)s”.")
            % {"state": article.get_status_display()}
        )


def _decided(change: ReportChange, ours: Content, verdict: Settled, text: str) -> Content:
    if verdict == Settled.WRITTEN:
        if change.field not in WRITABLE:
            raise ChangeRefused(_("Write this one in the article itself."))
        longest = Article._meta.get_field(change.field).max_length  # type: ignore[union-attr]
        return {change.field: " ".join(text.split())[:longest]}
    return outcome(change, ours).taken


def outcome(change: ReportChange, ours: Content) -> Merged:
    """What would stand if this change were kept out (`value`) or taken over (`taken`), as parts of a snapshot."""
    base, theirs = (_of_today(part) or {} for part in (change.base, change.theirs))
    return _merge(change.field, base, ours, {**ours, **theirs})


def told_side(change: ReportChange, ours: Content, part: Content) -> str:
    """One side of a change as text, in the desk's words."""
    return sheet_of_content({**ours, **(_of_today(part) or {})}).get(change.field) or _plainly(change.field, part)


def field_label(name: str) -> str:
    """A field in the desk's words."""
    if name == WITHDRAWN:
        return _("Withdrawn by its outlet")
    return str(LABELS.get(name, name.replace("_", " ").capitalize()))


# Parts of a snapshot


def _fields(content: Content) -> Iterator[str]:
    """The fields of a snapshot, each once."""
    inside = {name: field_ for field_, names in PARTS.items() for name in names}
    yield from dict.fromkeys(inside.get(name, name) for name in content if name not in _FOLLOWS)


def _part(name: str, content: Mapping[str, Any]) -> Content:
    return {one: content[one] for one in PARTS.get(name, (name,)) if one in content}


def _merge(name: str, base: Content | None, ours: Content, theirs: Content) -> Merged:
    """Merge one field; the result holds parts of a snapshot."""
    key = PARTS.get(name, (name,))[0]
    # A name that older snapshots do not have: taken as unchanged by the report.
    was: Any = None if base is None else base.get(key, theirs.get(key))
    now: Any = ours.get(key)
    new: Any = theirs.get(key)
    rows = isinstance(now, list) and isinstance(new, list)
    if name in PARTS and not rows:
        sides = (_part(name, {**theirs, **base}) if base is not None else None, _part(name, ours), _part(name, theirs))
        return merge_value(*sides)
    if was is None and (rows or name == "body"):  # what it was is not on record: whatever differs is asked
        clash = not _same(ours, {key: new})
        return Merged({key: now}, {key: None if clash else new}, {key: new}, clash)
    match name:
        case "body":
            merged = merge_html(was, now, new)
        case "tags":
            merged = merge_rows(was, now, new, key=lambda row: (row["tag_id"],), group=1)
        case "people":
            merged = merge_rows(was, now, new, key=itemgetter("person_id", "surface"), group=1)
        case "quotes":
            merged = merge_rows(was, now, new, key=lambda row: (row["quotation_id"],), group=1)
        case "credits":
            merged = merge_rows(was, now, new, key=itemgetter("source_id", "role"))
        case "pictures":
            merged = merge_in_order(was, now, new, text="caption")
        case _:
            merged = merge_value(was, now, new)
    return Merged({key: merged.value}, {key: merged.base}, {key: merged.taken}, merged.clash)


def _all(parts: Iterable[Content]) -> Content:
    return {name: value for part in parts for name, value in part.items()}


def _same(ours: Content, part: Content) -> bool:
    """Whether a part says what the article says, wherever in the report that stands."""
    for name, value in part.items():
        mine: Any = ours.get(name)
        rows = isinstance(mine, list) and isinstance(value, list) and all(isinstance(row, dict) for row in mine + value)
        if not (same_rows(mine, value) if rows else mine == value):
            return False
    return True


def _of_today(content: Content | None) -> Content | None:
    """The same with the people, sources and tags that those of then are today; without those that are gone."""
    if content is None:
        return None
    found = dict(content)
    for name, columns in _LABELLED.items():
        for column, model in columns:
            if isinstance(found.get(name), list):
                now = standing(model, [row[column] for row in found[name]])
                rows = [{**row, column: now.get(row[column])} for row in found[name]]
                found[name] = [row for row in rows if row[column] is not None or column == "speaker_id"]
    if found.get("source") is not None:
        found["source"] = standing(Source, [found["source"]]).get(found["source"])
    return found


def _plainly(name: str, part: Content) -> str:
    """A part of which the desk has no sheet, line by line."""
    value = part.get(name, "")
    if not isinstance(value, list):
        return str(value if value is not None else "")
    lines = (", ".join(str(one) for key, one in row.items() if key not in PLACE and one) for row in value)
    return "\n".join(lines)
