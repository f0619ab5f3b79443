"""The queue of leads: open ones first, dismissed and opened again by whoever works on the desk."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Lead, LeadState
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


def test_it_sets_those_apart_that_nobody_took_up_in_time(client: Client) -> None:
    article = factories.article()
    pages.lead(article, "fresh")
    pages.lead(article, "stale", 1, captured_at=timezone.now() - timedelta(days=15))
    client.force_login(cast.reporter())
    assert shown(client) == {"fresh"}
    assert shown(client, queue="expired") == {"stale"}
    front = client.get(reverse("admin:index")).content.decode()
    assert "fresh" in front and "stale" not in front


def test_it_becomes_a_draft_at_a_click(client: Client) -> None:
    row = pages.lead(factories.article(), "Ferry <late>")
    path = reverse("admin:articles_lead_promote", args=(row.pk,))
    client.force_login(cast.reporter())
    page = reverse("admin:articles_lead_change", args=(row.pk,))
    assert path in client.get(page).content.decode()
    assert client.get(path).status_code == 405
    answer = client.post(path)
    article = Article.objects.get(proposed_headline="Ferry <late>")
    assert answer.headers["location"] == pages.change(article)
    html = client.get(page).content.decode()
    assert path not in html and pages.change(article) in html and "Ferry &lt;late&gt;" in html
    client.post(path)
    assert Article.objects.filter(proposed_headline="Ferry <late>").count() == 1


def test_it_becomes_the_draft_of_a_colleague(client: Client) -> None:
    row, rita = pages.lead(factories.article()), cast.reporter()
    path = reverse("admin:articles_lead_promote", args=(row.pk,))
    client.force_login(cast.editor())
    assert "There is no such colleague." in client.post(path, {"to": "999"}, follow=True).content.decode()
    html = client.post(path, {"to": rita.pk, "due": "2024-03-06T10:00"}, follow=True).content.decode()
    assert "Rita has it as a draft now." in html
    assert Article.objects.get(proposed_headline="Ferry late again").assignee == rita


def test_it_shows_a_headline_beside_several_reports_once(client: Client) -> None:
    first = factories.article("First", source=factories.source("Herald"))
    second = factories.article("Second", source=factories.source("Tribune"))
    pages.lead(first, "Ferry ‘late’ again")
    newest = pages.lead(second, "Ferry late again")
    pages.lead(second, "Museum opens", 1)
    client.force_login(cast.reporter())
    assert shown(client) == {"Ferry late again", "Museum opens"}
    assert "2 reports, the newest:" in client.get(LIST).content.decode()
    assert shown(client, outlet="Herald") == {"Ferry late again"}
    assert shown(client, outlet="tribune") == {"Ferry late again", "Museum opens"}
    assert shown(client, outlet="none") == set()
    page = client.get(reverse("admin:articles_lead_change", args=(newest.pk,))).content.decode()
    assert pages.change(first) in page and pages.change(second) in page
    client.post(LIST, {"action": "dismiss", "_selected_action": [newest.pk]})
    assert shown(client) == {"Museum opens"}
    front = client.get(reverse("admin:index")).content.decode()
    assert "Ferry late again" not in front and "Museum opens" in front


def test_it_becomes_nothing_for_who_may_not_write(client: Client) -> None:
    row = pages.lead(factories.article())
    path = reverse("admin:articles_lead_promote", args=(row.pk,))
    assert client.post(path).status_code == 302
    client.force_login(User.objects.create_user("newcomer", is_staff=True))
    assert client.post(path).status_code == 403
    assert Article.objects.count() == 1


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


@pytest.mark.parametrize("count", [1, 3, pytest.param(300, marks=pytest.mark.sqlite)])
def test_it_asks_the_database_as_often_for_300_leads_as_for_one(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        pages.lead(factories.article(f"Story {number}"), f"Lead {number // 2}")
    client.force_login(cast.reporter())
    with django_assert_num_queries(6):
        assert client.get(LIST).status_code == 200
