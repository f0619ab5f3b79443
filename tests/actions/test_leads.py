"""The desk's decisions about leads are written down."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry

from articles.actions.leads import decide, promote
from articles.actions.moves import MoveRefused, NotAllowed
from articles.models import Article, Lead, LeadKind, LeadState
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


@pytest.mark.parametrize("hours", [1, 0])
def test_it_hands_an_embargo_on_that_is_not_over(hours: int) -> None:
    found = lead()
    Article.objects.update(embargo_until=NOON + timedelta(hours=hours))
    article = promote(Lead.objects.get(), by=cast.reporter(), now=NOON)
    assert bool(article.embargo_until) is bool(hours)
    assert found.article != article


def test_it_makes_a_lead_a_draft_once_and_takes_its_twins_with_it() -> None:
    first, twin, other = lead(1), lead(2), lead(3, LeadState.DISMISSED)
    Lead.objects.filter(pk=twin.pk).update(text="FERRY LATE")
    article = promote(first, by=cast.reporter(), now=NOON)
    assert (article.headline, article.status, article.created_by) == ("Ferry late", "draft", cast.reporter())
    assert article.revisions.get().number == 1
    states = dict(Lead.objects.values_list("pk", "state"))
    assert states == {first.pk: "taken", twin.pk: "taken", other.pk: "dismissed"}
    assert set(Lead.objects.values_list("became", flat=True)) == {article.pk, None}
    with pytest.raises(MoveRefused):
        promote(first, by=cast.editor(), now=NOON)
    with pytest.raises(NotAllowed):
        promote(other, by=cast.stranger(), now=NOON)
    assert Article.objects.filter(headline="Ferry late").count() == 1


def test_it_waits_no_longer_than_so_many_days() -> None:
    row = lead()
    for days, waits in ((13, True), (15, False)):
        now = NOON + timedelta(days=days)
        assert Lead.objects.waiting(now, days=14).filter(pk=row.pk).exists() is waits
        assert Lead.objects.expired(now, days=14).filter(pk=row.pk).exists() is not waits
