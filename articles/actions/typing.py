"""While somebody types: their text is kept beside the article, and others are told that they are there."""

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles import policy
from articles.actions.edits import record_revision
from articles.actions.moves import NotAllowed
from articles.html import HTML, as_written
from articles.models import Article, Presence, SideDraft
from articles.models.sidedraft import LEASE

KEPT = ("headline", "standfirst", "body", "body_as", "byline", "dateline", "report_date", "slug", "tags")
"""The fields of the form that a side draft keeps."""
MOST_REFUSED = 10
"""Refused texts that are kept of one person for one article; the oldest go first, which the page says in time."""
MOST_CHARACTERS = 1_000_000
"""Of one text that is kept: longer than any novel but a few, and a hundredth of what ten forms could send."""


class TooLong(Exception):
    """The text is not kept beside the article; the sentence is for who wrote it."""

    def __init__(self) -> None:
        most = f"{MOST_CHARACTERS:,}"
        super().__init__(
            _(
                "This text is longer than %(most)s characters, so it is not kept beside the article. "
                "It stands on this page alone: save it, or copy it before you leave."
            )
            % {"most": most}
        )


def texts_of(posted: Any) -> dict[str, str]:
    """The kept fields of what a form has sent, with the line ends of the database; the body as the desk types it."""
    texts = {name: str(posted[name]).replace("\r\n", "\n") for name in KEPT if name in posted}
    if texts.get("body_as") == HTML and "body" in texts:
        texts["body"], texts["body_as"] = as_written(texts["body"])
    return texts


@transaction.atomic
def keep_typed(article: Article, *, fields: dict[str, str], seen: int, by: Any, now: datetime) -> SideDraft:
    """Keep what a person is typing, in the place of what was kept of it before. Raises TooLong."""
    _measure(fields)
    draft, _made = SideDraft.objects.update_or_create(
        article=article, by=by, refused=False, defaults={"fields": fields, "seen": seen, "at": now}
    )
    return draft


@transaction.atomic
def begin(*, fields: dict[str, str], by: Any, now: datetime) -> Article:
    """Begin an article with what a person has typed so far: a draft without a word, and the text kept beside it.

    Raises NotAllowed for who may not write articles, and TooLong; nothing is made then.
    """
    if not policy.may(by, "add"):
        raise NotAllowed(_("You may not write articles."))
    article = Article.objects.create(created_at=now, created_by=by, edited_at=now, edited_by=by)
    record_revision(article, by=by, now=now)
    keep_typed(article, fields=fields, seen=article.version, by=by, now=now)
    return article


@transaction.atomic
def keep_refused(article: Article, *, fields: dict[str, str], seen: int, by: Any, now: datetime) -> SideDraft:
    """Keep the text of a save that was refused, the same text once; what was kept while typing is part of it.

    Raises TooLong; what was kept before stays then.
    """
    _measure(fields)
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


def _measure(fields: dict[str, str]) -> None:
    if sum(map(len, fields.values())) > MOST_CHARACTERS:
        raise TooLong


def forget(*, before: datetime) -> int:
    """Delete what was kept beside articles before a time and never saved. Returns how many texts."""
    return SideDraft.objects.filter(at__lt=before).delete()[0]


def saved(article: Article, *, by: Any, merged: bool) -> None:
    """The person's text is in the article now; `merged`: with what had been refused."""
    drafts = SideDraft.objects.filter(article=article, by=by)
    (drafts if merged else drafts.filter(refused=False)).delete()


def sign_of_life(article: Article, *, by: Any, now: datetime, looks: bool = False) -> list[Presence]:
    """Note that a person is editing, and let them hold the article when they may edit it and nobody else does; the
    others who are, who came first first.

    looks: the form is open and nothing was typed in it: whoever edits goes on doing so, whoever does not only looks.
    """
    may_hold = policy.may(by, "edit", article)
    presence = Presence.objects.filter(article=article, by=by).first()
    if presence is not None:
        since = presence.since if presence.at > now - LEASE else now
        # Once it was handed in, a form that was left open keeps nobody from it.
        Presence.objects.filter(pk=presence.pk).update(since=since, at=now, **({} if may_hold else {"holds": False}))
    elif not looks:
        Presence.objects.get_or_create(article=article, by=by, defaults={"since": now, "at": now})
    Presence.objects.filter(article=article, at__lt=now - timedelta(days=1)).delete()
    others = Presence.objects.filter(article=article).exclude(by=by)
    others.filter(holds=True, at__lte=now - LEASE).update(holds=False)
    found = list(others.lasting(now).select_related("by").order_by("since", "pk"))
    if may_hold and not any(one.holds for one in found):
        try:
            with transaction.atomic():
                Presence.objects.filter(article=article, by=by, holds=False).update(holds=True)
        except IntegrityError:
            pass  # somebody else began at the same moment; the next sign of life is told so
    return found


def sign_off(article: Article, *, by: Any) -> None:
    """A person has closed the form or handed the article on. Another form of theirs takes it when they type there."""
    Presence.objects.filter(article=article, by=by).delete()


@transaction.atomic
def take_over(article: Article, *, by: Any, now: datetime) -> SideDraft | None:
    """Hold the article in the place of whoever does; what they have typed stays beside it, as theirs.

    Returns the newest text of one's own that is kept beside the article. Raises NotAllowed for who may not edit.
    """
    if not policy.may(by, "edit", article):
        raise NotAllowed(_("You may not edit this article."))
    Presence.objects.filter(article=article, holds=True).exclude(by=by).update(holds=False)
    Presence.objects.update_or_create(article=article, by=by, defaults={"since": now, "at": now, "holds": True})
    return SideDraft.objects.filter(article=article, by=by).first()
