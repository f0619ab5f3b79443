"""A new draft that begins with what another article says: a follow-up, or another version of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles import policy
from articles.actions.edits import record_revision
from articles.actions.moves import NotAllowed
from articles.actions.revisions import write_content
from articles.models import Article, HistoryEntry, Tier


@transaction.atomic
def copy(original: Article, *, by: Any, now: datetime) -> Article:
    """A draft of this person with the text of an article and what belongs to it; returns it.

    It stands under the same embargo and owes its text to whom the original owes it: it says so in its log, and to
    readers, however often it is copied. What only a report has stays there: its places, what it proposes, its leads.
    Raises NotAllowed for who may not write, and for what was spiked or killed.
    """
    if not policy.may(by, "copy", original):
        raise NotAllowed(_("You may not copy this article."))
    original = Article.objects.select_for_update().get(pk=original.pk)
    embargo = original.embargo_until
    article = Article.objects.create(
        created_at=now,
        created_by=by,
        edited_at=now,
        edited_by=by,
        embargo_until=embargo if embargo is not None and embargo > now else None,
        copied_from=original,
    )
    content = original.snapshot()
    quotes = [row for row in content["quotes"] if row["tier"] != Tier.SUGGESTED]
    own = {"slug": "", "quotes": _placeless(quotes)}
    rows = {name: _placeless(content[name]) for name in ("tag_uses", "mentions", "credits", "pictures")}
    write_content(article, content | rows | own)
    HistoryEntry.objects.record(
        article, "copy", by=by, now=now, details={"of": original.pk, "version": original.version}
    )
    record_revision(article, by=by, now=now)
    return article


def _placeless(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows without their places in a report, as a person’s own."""
    gone = {"start": None, "end": None, "by_import": False}
    return [{name: gone.get(name, value) for name, value in row.items()} for row in rows]
