"""The queue of leads: open ones first, dismissed and opened again by whoever works on the desk."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse

from articles.models import Lead, LeadState
from tests import cast, factories
from tests.admin import pages

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/lead/"


def shown(client: Client, **query: str) -> set[str]:
    return {lead.text for lead in client.get(LIST, query).context["cl"].result_list}


def test_it_shows_open_leads_unless_asked_for_others(client: Client) -> None:
    article = factories.article()
    pages.lead(article, "open")
    pages.lead(article, "gone", 1, state=LeadState.DISMISSED)
    client.force_login(cast.reporter())
    assert shown(client) == {"open"}
    assert shown(client, queue="dismissed") == {"gone"}
    assert shown(client, queue="all") == {"open", "gone"}


def test_it_dismisses_and_opens_again_many_at_once(client: Client) -> None:
    article = factories.article()
    rows = [pages.lead(article, f"Lead {n}", n) for n in range(3)]
    client.force_login(cast.reporter())
    chosen = {"_selected_action": [row.pk for row in rows[:2]]}
    client.post(LIST, {"action": "dismiss"} | chosen)
    assert Lead.objects.filter(state=LeadState.DISMISSED).count() == 2
    client.post(f"{LIST}?queue=all", {"action": "reopen"} | chosen)
    assert Lead.objects.filter(state=LeadState.OPEN).count() == 3
    assert LogEntry.objects.filter(user=cast.reporter()).count() == 4


def test_it_lets_only_the_state_be_changed(client: Client) -> None:
    row = pages.lead(factories.article())
    client.force_login(cast.reporter())
    path = reverse("admin:articles_lead_change", args=(row.pk,))
    client.post(path, {"state": "taken", "text": "Forged", "kind": "see_also", "article": 99})
    row.refresh_from_db()
    assert (row.state, row.text, row.kind) == ("taken", "Ferry late again", "rail")
    assert "“Open” is now “Taken up”" in LogEntry.objects.get().get_change_message()


@pytest.mark.parametrize("count", [1, 3, 300])
def test_it_asks_the_database_as_often_for_300_leads_as_for_one(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        pages.lead(factories.article(f"Story {number}"))
    client.force_login(cast.reporter())
    with django_assert_num_queries(6):
        assert client.get(LIST).status_code == 200
