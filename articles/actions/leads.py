"""What the desk decides about leads."""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Lead, LeadState


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
