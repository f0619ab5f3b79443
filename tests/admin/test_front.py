"""The front page says what waits, for whom, and costs the same however much that is."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.actions.moves import move
from articles.models import Article, Kind, LeadState, Proposal
from articles.workflow import Change, Status
from tests import cast, factories
from tests.admin import pages

pytestmark = pytest.mark.django_db


def panels(client: Client) -> dict[str, Any]:
    return {panel.name: panel for panel in client.get("/admin/").context["front"]["panels"]}


def test_it_shows_each_what_waits_for_them(client: Client) -> None:
    factories.article("Mine", created_by=cast.reporter())
    factories.article("Theirs", created_by=cast.reporter("ruth"))
    factories.article("Handed in", created_by=cast.reporter(), status=Status.SUBMITTED)
    factories.article("Checked", created_by=cast.reporter(), status=Status.READY)
    client.force_login(cast.reporter())
    found = panels(client)
    assert [row.text for row in found["own"].rows] == ["Mine"]
    assert {"approve", "publish"} & set(found) == set()
    client.force_login(cast.editor())
    found = panels(client)
    assert [row.text for row in found["approve"].rows] == ["Handed in"]
    assert "publish" not in found
    client.force_login(cast.publisher())
    assert [row.text for row in panels(client)["publish"].rows] == ["Checked"]


def test_it_tells_articles_without_a_headline_by_their_first_words(client: Client) -> None:
    reporter = cast.reporter()
    factories.article("", text="Rain & wind closed " + "the harbour " * 40, created_by=reporter)
    factories.article("", text="", created_by=reporter, report_name="rain.txt")
    client.force_login(reporter)
    first, second = panels(client)["own"].rows
    assert {row.text for row in (first, second)} == {"No headline yet"}
    assert first.words == "rain.txt"
    assert second.words == "Rain & wind closed the harbour the harbour the harbour…"
    for path in ("/admin/", "/admin/articles/article/"):
        assert "Rain &amp; wind closed the harbour" in client.get(path).content.decode()


def test_it_shows_what_came_in_and_what_is_live_unconfirmed(client: Client) -> None:
    article = factories.article("", proposed_headline="The bridge reopened", status=Status.INGESTED)
    pages.intake(article, "A story.", file_name="bridge.txt", waits=True)
    pages.lead(article, "Ferry late")
    pages.lead(article, "Old news", 1, state=LeadState.DISMISSED)
    move(article, "publish_import", by=None, now=timezone.now())
    client.force_login(cast.editor())
    found = panels(client)
    assert [(row.text, row.flag) for row in found["unconfirmed"].rows] == [
        ("The bridge reopened", "headline written by this site")
    ]
    assert [(row.text, row.flag) for row in found["intake"].rows] == [("bridge.txt", "waits for a decision")]
    assert [row.text for row in found["leads"].rows] == ["Ferry late"]


def test_it_shows_what_comes_and_goes_at_a_set_time(client: Client) -> None:
    now, hour = timezone.now(), timedelta(hours=1)
    for headline, times in {"Bridge": {"at": now + 2 * hour}, "Ferry": {"until": now + hour}, "Port": {}}.items():
        article = factories.article(headline, status=Status.READY)
        move(article, "publish", by=cast.publisher(), now=now, **times)
    client.force_login(cast.reporter())
    panel = panels(client)["coming"]
    assert [(row.text, row.flag) for row in panel.rows] == [("Ferry", "is taken off"), ("Bridge", "goes live")]
    assert all(row.aside.endswith("UTC") for row in panel.rows)
    assert client.get(panel.url).context["cl"].result_count == panel.count == 2


def test_it_shows_what_was_published_in_the_last_day(client: Client) -> None:
    now, hour = timezone.now(), timedelta(hours=1)
    for headline, at in {"Old": now - 25 * hour, "Bridge": now - 2 * hour, "Gone": now - 2 * hour}.items():
        article = factories.article(headline, status=Status.READY)
        move(article, "publish", by=cast.publisher(), now=at)
    move(article, "unpublish", by=cast.publisher(), now=now, note="Wrong.")
    article = factories.article("Ferry", status=Status.READY)
    for change in ("", Change.CORRECTION):
        Article.objects.filter(pk=article.pk).update(status=Status.READY)
        article.refresh_from_db()
        move(article, "publish", by=cast.publisher(), now=timezone.now(), change=change, note="It is 40 metres long.")
    client.force_login(cast.reporter())
    panel = panels(client)["recent"]
    assert [(row.text, row.flag) for row in panel.rows] == [("Ferry", "Correction"), ("Bridge", "")]
    assert client.get(panel.url).context["cl"].result_count == panel.count == 2


def test_it_shows_an_editor_what_a_colleague_has_given_to_them(client: Client) -> None:
    mine = factories.article("For Edgar", created_by=cast.reporter(), status=Status.SUBMITTED, assignee=cast.editor())
    factories.article("Own", created_by=cast.editor(), status=Status.SUBMITTED, assignee=cast.editor())
    factories.article("For anyone", created_by=cast.reporter(), status=Status.SUBMITTED, assignee=cast.reporter())
    client.force_login(cast.editor())
    found = panels(client)
    assert [row.text for row in found["given"].rows] == ["For Edgar"]
    assert client.get(found["given"].url).context["cl"].result_count == found["given"].count == 1
    client.force_login(cast.editor("erik"))
    found = panels(client)
    assert "given" not in found
    asides = {row.text: row.aside for row in found["approve"].rows}
    assert (asides["For Edgar"], asides["For anyone"]) == ("rita, given to edgar", "rita")
    client.force_login(cast.reporter())
    Article.objects.filter(pk=mine.pk).update(assignee=cast.reporter())
    assert "given" not in panels(client)


def test_it_leads_to_lists_that_hold_what_it_counted(client: Client) -> None:
    for status in Status.values:
        factories.article(f"In {status}", status=status, created_by=cast.editor())
    client.force_login(cast.editor())
    front = client.get("/admin/").context["front"]
    for counted in [*front["states"], *front["panels"]]:
        answer = client.get(counted.url)
        assert answer.status_code == 200
        assert answer.context["cl"].result_count == counted.count, counted.url


def test_it_says_so_in_a_sentence_when_nothing_waits(client: Client) -> None:
    client.force_login(cast.publisher())
    html = client.get("/admin/").content.decode()
    for sentence in ("Nothing waits for approval.", "Nothing is ready to be published.", "No lead is open."):
        assert sentence in html


@pytest.mark.parametrize("count", [1, 3, pytest.param(300, marks=pytest.mark.sqlite)])
def test_it_asks_the_database_as_often_for_300_rows_as_for_one(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        article = factories.article(f"Story {number}", status=Status.values[number % 5], created_by=cast.reporter())
        pages.lead(article)
        pages.intake(article, "A story.")
        Proposal.objects.create(kind=Kind.PERSON, one=number + 1, other=number + 2, asked_at=factories.NOON)
    client.force_login(cast.publisher())
    with django_assert_num_queries(37):
        assert client.get("/admin/").status_code == 200
