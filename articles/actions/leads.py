"""What the desk decides about leads."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _

from articles import policy
from articles.actions.edits import record_revision
from articles.actions.moves import MoveRefused, NotAllowed
from articles.actions.teamwork import assign
from articles.models import Article, Lead, LeadState


@transaction.atomic
def decide(leads: Iterable[int], *, state: LeadState, by: Any) -> int:
    """Put these leads into a state, wherever their headlines stood, and log who did so.

    Returns how many headlines were in another state before.
    """
    chosen = Lead.objects.filter(pk__in=list(leads)).exclude(state=state).select_for_update()
    rows = list({row.key: row for row in chosen}.values())
    Lead.objects.filter(key__in=[row.key for row in rows]).update(state=state)
    kind = ContentType.objects.get_for_model(Lead)
    LogEntry.objects.bulk_create(
        LogEntry(
            user_id=by.pk,
            content_type=kind,
            object_id=str(row.pk),
            object_repr=row.text[:200],
            action_flag=CHANGE,
            change_message=_("“%(old)s” is now “%(new)s”.") % {"old": row.get_state_display(), "new": state.label},
        )
        for row in rows
    )
    return len(rows)


@transaction.atomic
def promote(lead: Lead, *, by: Any, now: datetime, to: Any = None, due: datetime | None = None) -> Article:
    """Make a lead a draft of this person, given to a colleague (`to`, until `due`) where one is named.

    The headline is another outlet's, so it is only proposed: readers never get it before somebody has confirmed it.
    The same headline beside other reports goes with it. The draft is under the embargo of the report that the lead
    came with.

    Raises NotAllowed, or MoveRefused when it was taken up already: of two who try one alone succeeds.
    """
    if not policy.may(by, "add"):
        raise NotAllowed(_("You may not write articles."))
    lead = Lead.objects.select_for_update().get(pk=lead.pk)
    if lead.state == LeadState.TAKEN:
        raise MoveRefused(_("This lead has been taken up already."))
    embargo = lead.article.embargo_until
    article = Article.objects.create(
        proposed_headline=lead.text[:300],
        created_at=now,
        created_by=by,
        edited_at=now,
        edited_by=by,
        embargo_until=embargo if embargo is not None and embargo > now else None,
    )
    record_revision(article, by=by, now=now)
    decide([lead.pk], state=LeadState.TAKEN, by=by)
    Lead.objects.filter(key=lead.key).update(became=article)
    if to is not None or due is not None:
        assign(article, to=to, due=due, by=by, now=now)
    return article
