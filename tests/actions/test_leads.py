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


def lead(position: int = 1, state: LeadState = LeadState.OPEN, text: str = "Ferry late") -> Lead:
    article = factories.article(f"Story {position}")
    return Lead.objects.create(
        article=article,
        kind=LeadKind.RAIL,
        text=text,
        position=position,
        start=0,
        end=10,
        state=state,
        captured_at=NOON,
    )


def test_it_changes_and_logs_only_what_was_in_another_state() -> None:
    first, second = lead(1), lead(2, LeadState.DISMISSED, "Tram late")
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
    first, twin, other = lead(1), lead(2, text="FERRY ‘late’ "), lead(3, LeadState.DISMISSED, "Tram late")
    article = promote(first, by=cast.reporter(), now=NOON)
    # Another outlet's headline is no headline of ours until somebody confirms it.
    assert (article.headline, article.proposed_headline, article.status) == ("", "Ferry late", "draft")
    assert article.created_by == cast.reporter()
    assert article.revisions.get().number == 1
    states = dict(Lead.objects.values_list("pk", "state"))
    assert states == {first.pk: "taken", twin.pk: "taken", other.pk: "dismissed"}
    assert set(Lead.objects.values_list("became", flat=True)) == {article.pk, None}
    with pytest.raises(MoveRefused):
        promote(first, by=cast.editor(), now=NOON)
    with pytest.raises(NotAllowed):
        promote(other, by=cast.stranger(), now=NOON)
    assert Article.objects.filter(proposed_headline="Ferry late").count() == 1


def test_it_makes_a_lead_the_draft_of_a_colleague_with_a_time() -> None:
    due = NOON + timedelta(hours=3)
    article = promote(lead(), by=cast.editor(), now=NOON, to=cast.reporter(), due=due)
    assert (article.assignee, article.due_at, article.created_by) == (cast.reporter(), due, cast.editor())
    assert article.history.get().verb == "assign"


def test_one_headline_beside_several_reports_is_one_in_one_state() -> None:
    rows = [lead(1, text="“Ferry” late:  again"), lead(2, text="Ferry late again"), lead(3, text="Ferry early")]
    Lead.objects.filter(pk=rows[0].pk).update(captured_at=NOON + timedelta(days=1))
    found = Lead.objects.with_reports().once().order_by("text")
    assert [(row.pk, row.reports) for row in found] == [(rows[2].pk, 1), (rows[0].pk, 2)]
    assert decide([rows[1].pk], state=LeadState.DISMISSED, by=cast.reporter()) == 1
    assert dict(Lead.objects.values_list("pk", "state")) == {
        rows[0].pk: "dismissed",
        rows[1].pk: "dismissed",
        rows[2].pk: "open",
    }


def test_it_waits_no_longer_than_so_many_days() -> None:
    row = lead()
    for days, waits in ((13, True), (15, False)):
        now = NOON + timedelta(days=days)
        assert Lead.objects.waiting(now, days=14).filter(pk=row.pk).exists() is waits
        assert Lead.objects.expired(now, days=14).filter(pk=row.pk).exists() is not waits
