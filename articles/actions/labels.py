"""The public names and addresses of tags, people and sources: live on save, logged, and with a way from the old one."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from articles.models import (
    Person,
    PersonName,
    PublishedArticle,
    PublishedPerson,
    PublishedQuote,
    PublishedSource,
    PublishedTag,
    Redirect,
    RedirectKind,
    Source,
    SourceName,
    Tag,
    TagSynonym,
)

Label = Tag | Person | Source
KINDS: dict[type[Label], RedirectKind] = {
    Tag: RedirectKind.TAG,
    Person: RedirectKind.PERSON,
    Source: RedirectKind.SOURCE,
}
BATCH = 500


@transaction.atomic
def rename(label: Label, *, name: str, slug: str, by: Any, now: datetime) -> int:
    """Give a tag, person or source another name or address word; readers have it at once.

    The old address leads to the new one, the old name stays as a synonym, spelling or other name so that later reports
    still find the row, and the publications that readers have or will have carry the new name. Returns how many of
    those were refreshed; 0 when nothing was new. `by` is logged; nothing is logged without a person.
    """
    old_name, old_slug = label.name, label.slug
    if (old_name, old_slug) == (name, slug):
        return 0
    label.name, label.slug = name, slug
    label.save(update_fields=["name", "slug"])
    if old_name != name:
        _keep_name(label, old_name)
    take_address(label)
    if old_slug != slug:
        Redirect.objects.update_or_create(kind=KINDS[type(label)], slug=old_slug, defaults={"target": label.pk})
    refreshed = _refresh(label, old_slug, now)
    if by is not None:
        _log(label, old_name, old_slug, refreshed, by)
    return refreshed


def take_address(label: Label) -> None:
    """What has an address word now is what it leads to: an older redirect from it would lead away, or in a circle."""
    Redirect.objects.filter(kind=KINDS[type(label)], slug=label.slug).delete()


@transaction.atomic
def forget(label: Label) -> None:
    """Delete a tag, person or source, and the redirects that lead to it."""
    Redirect.objects.filter(kind=KINDS[type(label)], target=label.pk).delete()
    label.delete()


def _keep_name(label: Label, old_name: str) -> None:
    match label:
        case Tag():
            if not label.synonyms.filter(name__iexact=old_name).exists() and len(old_name) <= 100:
                TagSynonym.objects.create(tag=label, name=old_name)
        case Person():
            for name in (old_name, label.name):
                PersonName.objects.get_or_create(person=label, name=name)
        case Source():
            taken = SourceName.objects.filter(name__iexact=old_name).exists()
            if not taken and old_name.casefold() != label.name.casefold():
                SourceName.objects.create(source=label, name=old_name)


def _refresh(label: Label, old_slug: str, now: datetime) -> int:
    """Write the new name into what readers have now or will have; earlier publications keep what they said."""
    count = 0
    for batch in _batches(_concerned(label, now)):
        changed = [row for row in batch if _relabel(row.details, label, old_slug)]
        PublishedArticle.objects.bulk_update(changed, ["details"])
        count += len(changed)
    return count


def _concerned(label: Label, now: datetime) -> "QuerySet[PublishedArticle]":
    not_over = Q(goes_off_at__isnull=True) | (Q(goes_off_at__gt=now) & Q(goes_off_at__gt=F("goes_live_at")))
    match label:
        case Tag():
            naming = Q(pk__in=PublishedTag.objects.filter(tag=label).values("content_object"))
        case Person():
            naming = Q(pk__in=PublishedPerson.objects.filter(person=label).values("article")) | Q(
                pk__in=PublishedQuote.objects.filter(person=label).values("article")
            )
        case Source():
            naming = Q(pk__in=PublishedSource.objects.filter(source=label).values("article"))
    return PublishedArticle.objects.filter(not_over & naming).only("details")


def _batches(rows: "QuerySet[PublishedArticle]") -> Iterator[list[PublishedArticle]]:
    last = 0
    while batch := list(rows.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield batch
        last = batch[-1].pk


def _relabel(details: dict[str, Any], label: Label, old_slug: str) -> bool:
    """Rename the row's entries in `PublishedArticle.details`; true when there was one."""
    found = [entry for entry in _entries(details, label) if entry["slug"] == old_slug]
    for entry in found:
        entry["name"], entry["slug"] = label.name, label.slug
    return bool(found)


def _entries(details: dict[str, Any], label: Label) -> Iterator[dict[str, Any]]:
    match label:
        case Tag():
            yield from details.get("tags", ())
        case Person():
            yield from details.get("people", ())
            yield from (quote["speaker"] for quote in details.get("quotes", ()) if quote.get("speaker"))
        case Source():
            yield from details.get("credits", ())
            if details.get("source"):
                yield details["source"]


def _log(label: Label, old_name: str, old_slug: str, refreshed: int, by: Any) -> None:
    changes = []
    if old_name != label.name:
        changes.append(_("Name: “%(old)s” is now “%(new)s”.") % {"old": old_name, "new": label.name})
    if old_slug != label.slug:
        changes.append(
            _("Address: “%(old)s” is now “%(new)s”; the old one leads there.") % {"old": old_slug, "new": label.slug}
        )
    changes.append(_("Articles that carry the new name: %(count)s.") % {"count": refreshed})
    LogEntry.objects.create(
        user_id=by.pk,
        content_type=ContentType.objects.get_for_model(label),
        object_id=str(label.pk),
        object_repr=str(label)[:200],
        action_flag=CHANGE,
        change_message=" ".join(changes),
    )
