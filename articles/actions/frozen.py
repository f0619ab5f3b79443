"""What publications say of people, sources, tags and sections, written anew when one is renamed or two become one."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from articles.models import PublishedArticle, PublishedSource

BATCH = 200


def refresh_frozen(publications: Collection[int], *, now: datetime) -> int:
    """Write names and addresses of labels anew into those of these publications that readers have or will have.

    Earlier publications keep what they said. Returns how many have changed.
    """
    pks, count = sorted(publications), 0
    for at in range(0, len(pks), BATCH):
        rows = list(
            PublishedArticle.objects.lasting(now)
            .filter(pk__in=pks[at : at + BATCH])
            .only("details")
            .prefetch_related(
                "named_people__person", "quotes__person", "sources__source", "tagged__tag", "filed__section"
            )
        )
        changed = [row for row in rows if _refresh(row)]
        PublishedArticle.objects.bulk_update(changed, ["details"])
        count += len(changed)
    return count


def _refresh(row: PublishedArticle) -> bool:
    before = {**row.details}
    details = row.details
    people = sorted(row.named_people.all(), key=lambda named: named.pk)
    details["people"] = [{**_entry(before.get("people"), named.person), "roles": named.roles} for named in people]
    filed = getattr(row, "filed", None)
    if filed is not None or "section" in before:
        details["section"] = _label(filed.section) if filed is not None else None
    details["tags"] = [
        _entry(before.get("tags"), use.tag) for use in sorted(row.tagged.all(), key=lambda use: use.tag.name)
    ]
    sources = sorted(row.sources.all(), key=lambda behind: behind.pk)
    outlets = [behind.source for behind in sources if behind.role == PublishedSource.Role.OUTLET]
    details["source"] = {**(before.get("source") or {}), **_label(outlets[0])} if outlets else None
    details["credits"] = [
        _entry(before.get("credits"), behind.source)
        for behind in sources
        if behind.role == PublishedSource.Role.REPORTING
    ]
    details["quotes"] = _quotes(row, before.get("quotes") or [])
    return details != before


def _quotes(row: PublishedArticle, frozen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    speakers = {quote.position: quote.person for quote in row.quotes.all()}
    quotes = []
    for position, quote in enumerate(frozen):
        speaker = speakers.get(position)
        known = quote.get("speaker") or {}
        quotes.append({**quote, "speaker": {**known, **_label(speaker)} if speaker is not None else None})
    return quotes


def _entry(frozen: list[dict[str, Any]] | None, label: Any) -> dict[str, Any]:
    """What was frozen of a label, with its name and address of today."""
    known = next((entry for entry in frozen or [] if entry.get("slug") == label.slug), {})
    return {**known, **_label(label)}


def _label(label: Any) -> dict[str, str]:
    return {"name": label.name, "slug": label.slug}
