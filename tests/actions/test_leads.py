"""The desk's decisions about leads are written down."""

import pytest
from django.contrib.admin.models import LogEntry

from articles.actions.leads import decide
from articles.models import Lead, LeadKind, LeadState
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def lead(position: int = 1, state: LeadState = LeadState.OPEN) -> Lead:
    article = factories.article(f"Story {position}")
    return Lead.objects.create(
        article=article,
        kind=LeadKind.RAIL,
        text="Ferry late",
        position=position,
        start=0,
        end=10,
        state=state,
        captured_at=NOON,
    )


def test_it_changes_and_logs_only_what_was_in_another_state() -> None:
    first, second = lead(1), lead(2, LeadState.DISMISSED)
    assert decide([first.pk, second.pk], state=LeadState.DISMISSED, by=cast.reporter()) == 1
    assert set(Lead.objects.values_list("state", flat=True)) == {"dismissed"}
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_id) == (cast.reporter(), str(first.pk))
    assert entry.get_change_message() == "“Open” is now “Dismissed”."
