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
from articles.models import Article, Lead, LeadState


@transaction.atomic
def decide(leads: Iterable[int], *, state: LeadState, by: Any) -> int:
    """Put the leads of these keys into a state and log who did so. Returns how many were in another one before."""
    rows = list(Lead.objects.filter(pk__in=list(leads)).exclude(state=state).select_for_update())
    Lead.objects.filter(pk__in=[row.pk for row in rows]).update(state=state)
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
def promote(lead: Lead, *, by: Any, now: datetime) -> Article:
    """Make a lead a draft of this person, with its headline. Others of the same words, from other reports, go with it.
    The draft is under the embargo of the report that the lead came with.

    Raises NotAllowed, or MoveRefused when it was taken up already: of two who try one alone succeeds.
    """
    if not policy.may(by, "add"):
        raise NotAllowed(_("You may not write articles."))
    lead = Lead.objects.select_for_update().get(pk=lead.pk)
    if lead.state == LeadState.TAKEN:
        raise MoveRefused(_("This lead has been taken up already."))
    embargo = lead.article.embargo_until
    article = Article.objects.create(
        headline=lead.text[:300],
        created_at=now,
        created_by=by,
        edited_at=now,
        edited_by=by,
        embargo_until=embargo if embargo is not None and embargo > now else None,
    )
    record_revision(article, by=by, now=now)
    same = Lead.objects.filter(text__iexact=lead.text, state=LeadState.OPEN).values_list("pk", flat=True)
    taken = {lead.pk, *same}
    decide(taken, state=LeadState.TAKEN, by=by)
    Lead.objects.filter(pk__in=taken).update(became=article)
    return article
