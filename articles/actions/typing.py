"""While somebody types: their text is kept beside the article, and others are told that they are there."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from articles.html import HTML, as_written
from articles.models import Article, Presence, SideDraft
from articles.models.sidedraft import LEASE

KEPT = ("headline", "standfirst", "body", "body_as", "byline", "dateline", "report_date", "slug", "tags")
"""The fields of the form that a side draft keeps."""
MOST_REFUSED = 10
"""Refused texts that are kept of one person for one article; the oldest go first."""


def texts_of(posted: Any) -> dict[str, str]:
    """The kept fields of what a form has sent, with the line ends of the database; the body as the desk types it."""
    texts = {name: str(posted[name]).replace("\r\n", "\n") for name in KEPT if name in posted}
    if texts.get("body_as") == HTML and "body" in texts:
        texts["body"], texts["body_as"] = as_written(texts["body"])
    return texts


@transaction.atomic
def keep_typed(article: Article, *, fields: dict[str, str], seen: int, by: Any, now: datetime) -> SideDraft:
    """Keep what a person is typing, in the place of what was kept of it before."""
    draft, _made = SideDraft.objects.update_or_create(
        article=article, by=by, refused=False, defaults={"fields": fields, "seen": seen, "at": now}
    )
    return draft


@transaction.atomic
def keep_refused(article: Article, *, fields: dict[str, str], seen: int, by: Any, now: datetime) -> SideDraft:
    """Keep the text of a save that was refused, the same text once; what was kept while typing is part of it."""
    mine = SideDraft.objects.filter(article=article, by=by)
    mine.filter(refused=False).delete()
    last = mine.filter(refused=True).first()
    if last is not None and last.fields == fields:
        SideDraft.objects.filter(pk=last.pk).update(at=now)
        return last
    draft = SideDraft.objects.create(article=article, by=by, refused=True, fields=fields, seen=seen, at=now)
    old = list(mine.filter(refused=True).values_list("pk", flat=True)[MOST_REFUSED:])
    mine.filter(pk__in=old).delete()
    return draft


def saved(article: Article, *, by: Any, merged: bool) -> None:
    """The person's text is in the article now; `merged`: with what had been refused."""
    drafts = SideDraft.objects.filter(article=article, by=by)
    (drafts if merged else drafts.filter(refused=False)).delete()


def sign_of_life(article: Article, *, by: Any, now: datetime) -> list[Presence]:
    """Note that a person has the form open; the others who have, who came first first."""
    presence, made = Presence.objects.get_or_create(article=article, by=by, defaults={"since": now, "at": now})
    if not made:
        since = presence.since if presence.at > now - LEASE else now
        Presence.objects.filter(pk=presence.pk).update(since=since, at=now)
    Presence.objects.filter(article=article, at__lt=now - timedelta(days=1)).delete()
    others = Presence.objects.lasting(now).filter(article=article).exclude(by=by)
    return list(others.select_related("by").order_by("since", "pk"))
