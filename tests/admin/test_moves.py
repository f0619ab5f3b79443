"""Moves by button: the right ones for each, refused with reasons, and never by a link."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.utils import timezone

from articles.actions import edits
from articles.actions.moves import move as carry
from articles.models import Article, HistoryEntry, PublishedArticle
from articles.workflow import MOVES, Status
from tests import cast, factories
from tests.admin.pages import change, filled, make_ready_for, move, tomorrow
from tests.factories import NOON

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

# verb: state it starts from, the first of the roles, from reporter to administrator, that may
MAY = {
    "take_up": (Status.INGESTED, "reporter"),
    "submit": (Status.DRAFT, "reporter"),
    "request_changes": (Status.SUBMITTED, "editor"),
    "approve": (Status.SUBMITTED, "editor"),
    "publish": (Status.READY, "publisher"),
    "confirm": (Status.PUBLISHED, "editor"),
    "cancel_schedule": (Status.PUBLISHED, "publisher"),
    "rework": (Status.PUBLISHED, "editor"),
    "unpublish": (Status.PUBLISHED, "publisher"),
    "unpublish_later": (Status.PUBLISHED, "publisher"),
    "cancel_unpublish": (Status.PUBLISHED, "publisher"),
    "spike": (Status.SUBMITTED, "editor"),
    "revive": (Status.SPIKED, "editor"),
    "kill": (Status.PUBLISHED, "publisher"),
}
ROLES = list(cast.MEMBERS)


def article_in(status: str, **fields: Any) -> Article:
    article = factories.article(status=status, created_by=cast.reporter(), **fields)
    if status == Status.PUBLISHED:
        Article.objects.filter(pk=article.pk).update(status=Status.READY)
        article.refresh_from_db()
        carry(article, "publish", by=cast.publisher("pia"), now=timezone.now() - timedelta(hours=1))
    return article


def post(client: Client, article: Article, verb: str, **data: str) -> Any:
    stored = Article.objects.get(pk=article.pk)
    return client.post(move(article), {"verb": verb, "seen": f"{stored.status}:{stored.version}"} | data)


def said(answer: Any) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


def status_of(article: Article) -> str:
    return str(Article.objects.values_list("status", flat=True).get(pk=article.pk))


def test_it_knows_every_move_that_a_person_makes() -> None:
    assert set(MAY) == {verb for verb, one in MOVES.items() if not one.by_machine}


@pytest.mark.parametrize("verb", MAY)
def test_it_makes_a_move_for_who_may_and_refuses_who_may_less(client: Client, verb: str) -> None:
    status, first = MAY[verb]
    article = article_in(status)
    make_ready_for(verb, article)
    for role in ROLES[max(0, ROLES.index(first) - 1) : ROLES.index(first) + 1]:  # all roles: tests/admin/test_matrix.py
        client.force_login(cast.MEMBERS[role]())
        offered = f'value="{verb}"' in client.get(change(article)).content.decode()
        answer = post(client, article, verb, note="A reason.", at=tomorrow())
        assert offered is (role == first)
        assert answer.status_code == (302 if role == first else 403)
        assert status_of(article) == (MOVES[verb].target if role == first else status)


@pytest.mark.parametrize("verb", ["publish_import", "reingest", "no-such-verb", ""])
def test_it_makes_no_move_of_the_import_and_none_that_does_not_exist(client: Client, verb: str) -> None:
    article = article_in(Status.INGESTED)
    client.force_login(cast.administrator())
    assert post(client, article, verb).status_code in {302, 403}
    assert status_of(article) == Status.INGESTED


def test_it_lets_a_reporter_drop_what_they_never_handed_in(client: Client) -> None:
    client.force_login(cast.reporter())
    article = factories.article("", text="", created_by=cast.reporter())
    assert 'value="spike"' in client.get(change(article)).content.decode()
    post(client, article, "spike", note="Begun by mistake.")
    assert status_of(article) == Status.SPIKED


def test_it_changes_nothing_when_its_address_is_opened(client: Client) -> None:
    article = article_in(Status.INGESTED)
    client.force_login(cast.publisher())
    seen = f"{article.status}:{article.version}"
    assert client.get(move(article), {"verb": "take_up", "seen": seen}).status_code == 405
    assert status_of(article) == Status.INGESTED


def test_it_asks_for_the_token_against_forged_requests() -> None:
    article = article_in(Status.INGESTED)
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.publisher())
    assert post(client, article, "take_up").status_code == 403
    assert status_of(article) == Status.INGESTED


def test_it_says_why_a_move_is_refused(client: Client) -> None:
    article = article_in(Status.READY)
    client.force_login(cast.editor())
    answer = post(client, article, "request_changes", note="  ")
    assert said(answer) == ["Say why: a reason is needed for “Send back for changes”."]
    assert status_of(article) == Status.READY


def test_it_shows_what_is_missing_before_one_tries(client: Client) -> None:
    article = factories.article("", created_by=cast.reporter())
    client.force_login(cast.reporter())
    html = client.get(change(article)).content.decode()
    assert "The article has no headline yet" in html
    assert 'value="submit"' not in html
    assert said(post(client, article, "submit")) == [
        "The article has no headline yet: write one, or confirm the proposed one."
    ]


def test_it_is_refused_after_somebody_saved_meanwhile(client: Client) -> None:
    article = article_in(Status.READY)
    client.force_login(cast.publisher())
    seen = f"{article.status}:{article.version}"
    edits.claim(article, seen=1, by=cast.editor(), now=NOON)
    answer = client.post(move(article), {"verb": "publish", "seen": seen})
    assert "since you opened it" in said(answer)[0]
    assert not PublishedArticle.objects.exists()


def test_it_gives_back_the_reason_of_a_move_that_was_refused(client: Client) -> None:
    article = article_in(Status.SUBMITTED)
    client.force_login(cast.editor())
    answer = client.post(
        move(article), {"verb": "request_changes", "seen": "draft:1", "note": "Call the <council>."}, follow=True
    )
    assert "What you wrote, to use again: Call the &lt;council&gt;." in answer.content.decode()


def test_it_publishes_at_once_or_at_a_set_time(client: Client) -> None:
    client.force_login(cast.publisher())
    first, second = article_in(Status.READY), article_in(Status.READY)
    assert said(post(client, first, "publish")) == ["Published: readers have it now."]
    at = (timezone.now() + timedelta(days=2)).replace(second=0, microsecond=0)
    post(client, second, "publish", when="later", at=timezone.localtime(at).strftime("%Y-%m-%dT%H:%M"))
    assert PublishedArticle.objects.get(number=second.pk).goes_live_at == at
    assert PublishedArticle.objects.get(number=first.pk).goes_live_at < timezone.now()


@pytest.mark.parametrize("at", ["", "tomorrow", "2024-13-45T00:00", "2001-01-01T00:00"])
def test_it_schedules_only_with_a_time_to_come(client: Client, at: str) -> None:
    client.force_login(cast.publisher())
    article = article_in(Status.READY)
    assert len(said(post(client, article, "publish", when="later", at=at))) == 1
    assert status_of(article) == Status.READY
    assert not PublishedArticle.objects.exists()


def test_it_asks_what_a_second_publication_is_to_readers(client: Client) -> None:
    client.force_login(cast.publisher())
    article = article_in(Status.PUBLISHED)
    Article.objects.update(status=Status.READY)
    html = client.get(change(article)).content.decode()
    assert "What is it to readers?" in html and 'value="correction"' in html
    post(client, article, "publish", change="correction", note="The bridge is older.")
    row = PublishedArticle.objects.get(goes_off_at__isnull=True)
    assert (row.change, row.note) == ("correction", "The bridge is older.")
    Article.objects.update(status=Status.READY)
    assert said(post(client, article, "publish", change="nonsense"))[-1] == "There is no such kind of change."


def test_it_writes_who_did_it_and_why(client: Client) -> None:
    client.force_login(cast.editor())
    article = article_in(Status.DRAFT)
    post(client, article, "spike", note="Overtaken by events.")
    entry = HistoryEntry.objects.get()
    assert (entry.by, entry.note, entry.to_status) == (cast.editor(), "Overtaken by events.", Status.SPIKED)


def test_it_tells_the_writer_what_should_change(client: Client) -> None:
    client.force_login(cast.editor())
    article = article_in(Status.SUBMITTED)
    post(client, article, "request_changes", note="Who says <that>?")
    client.force_login(cast.reporter())
    html = client.get(change(article)).content.decode()
    assert "edgar asks for changes:</strong> Who says &lt;that&gt;?" in html


def test_it_answers_404_for_an_article_that_is_not_there(client: Client) -> None:
    client.force_login(cast.editor())
    assert client.post("/admin/articles/article/999/move/", {"verb": "spike"}).status_code == 404


def test_it_shows_the_checklist_and_asks_why_something_is_published_as_it_is(client: Client) -> None:
    client.force_login(cast.publisher())
    article = article_in(Status.READY, report_name="report.txt", report_date="2024-03-05")
    html = client.get(change(article)).content.decode()
    assert "Before publication" in html and 'name="override"' in html
    assert html.count("The outlet that the report came from is not known.") == 2  # on the list and at the button
    assert len(said(post(client, article, "publish"))) == 2
    assert status_of(article) == Status.READY
    post(client, article, "publish", override="Everybody <has> it.")
    html = client.get(change(article)).content.decode()
    assert "Published although not everything was in order: Everybody &lt;has&gt; it." in html
    assert "Before publication" not in html


def test_it_takes_a_date_as_checked(client: Client) -> None:
    client.force_login(cast.editor())
    article = article_in(Status.DRAFT, report_name="report.txt", report_date="--03-05")
    page = client.get(change(article))
    assert "The report states only a part of its date" in page.content.decode()
    client.post(change(article), filled(page, report_date_checked="on"))
    assert Article.objects.get().report_date_checked
    assert "only a part of its date" not in client.get(change(article)).content.decode()
