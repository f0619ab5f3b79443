"""The public names and addresses of tags, people, sources and sections: live on save, logged, and with a way from
the old one."""

from datetime import datetime
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _

from articles.actions.frozen import refresh_frozen
from articles.models import (
    Person,
    PersonName,
    PublishedPerson,
    PublishedQuote,
    PublishedSection,
    PublishedSource,
    PublishedTag,
    Redirect,
    RedirectKind,
    Section,
    Source,
    SourceName,
    Tag,
    TagSynonym,
)

Label = Tag | Person | Source | Section
KINDS: dict[type[Label], RedirectKind] = {
    Tag: RedirectKind.TAG,
    Person: RedirectKind.PERSON,
    Source: RedirectKind.SOURCE,
    Section: RedirectKind.SECTION,
}


@transaction.atomic
def rename(label: Label, *, name: str, slug: str, by: Any, now: datetime) -> int:
    """Give a tag, person, source or section another name or address word; readers have it at once.

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
    refreshed = refresh_frozen(_publications(label), now=now)
    if by is not None:
        _log(label, old_name, old_slug, refreshed, by)
    return refreshed


def take_address(label: Label) -> None:
    """What has an address word now is what it leads to: an older redirect from it would lead away, or in a circle."""
    Redirect.objects.filter(kind=KINDS[type(label)], slug=label.slug).delete()


@transaction.atomic
def forget(label: Label) -> None:
    """Delete a tag, person, source or section, and the redirects that lead to it."""
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


def _publications(label: Label) -> set[int]:
    """The publications that carry the label."""
    if isinstance(label, Tag):
        return set(PublishedTag.objects.filter(tag=label).values_list("content_object", flat=True))
    if isinstance(label, Source):
        return set(PublishedSource.objects.filter(source=label).values_list("article", flat=True))
    if isinstance(label, Section):
        return set(PublishedSection.objects.filter(section=label).values_list("article", flat=True))
    named = PublishedPerson.objects.filter(person=label).values_list("article", flat=True)
    quoted = PublishedQuote.objects.filter(person=label).values_list("article", flat=True)
    return {*named, *quoted}


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
