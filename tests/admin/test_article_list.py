"""The list of articles tells where each stands, finds words, and asks as little for many as for one."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.actions import edits
from articles.actions.moves import move
from articles.models import Article
from articles.workflow import Status
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


def own(headline: str = "Bridge reopens", **fields: Any) -> Article:
    return factories.article(headline, created_by=cast.reporter(), **fields)


def cell(html: str, field: str) -> str:
    return html.split(f"field-{field}", 1)[1].split("</t", 1)[0]


def test_it_marks_headlines_that_were_proposed_or_are_missing(client: Client) -> None:
    client.force_login(cast.editor())
    factories.article("", proposed_headline="The bridge reopened")
    html = client.get(LIST).content.decode()
    assert "The bridge reopened" in html and "proposed headline" in html
    Article.objects.update(proposed_headline="")
    assert "No headline yet" in client.get(LIST).content.decode()


def test_it_says_what_readers_have_of_each(client: Client) -> None:
    client.force_login(cast.editor())
    now = timezone.now()
    sayings = []
    for prepare in (
        lambda a: None,
        lambda a: move(a, "publish", by=cast.publisher(), now=now),
        lambda a: move(a, "publish", by=cast.publisher(), now=now, at=now + timedelta(days=1)),
    ):
        article = factories.article(status=Status.READY)
        prepare(article)
        sayings.append(cell(client.get(f"{LIST}?q={article.pk}").content.decode(), "readers"))
    assert "Scheduled" in cell(client.get(LIST).content.decode(), "state")
    page = client.get(f"{LIST}{article.pk}/change/").content.decode()
    assert "state-published" not in page and "Scheduled for" in page
    assert ">no<" in sayings[0]
    assert "Live since" in sayings[1]
    assert "Scheduled for" in sayings[2]


def test_it_says_that_an_import_is_unconfirmed_and_that_changes_wait(client: Client) -> None:
    client.force_login(cast.editor())
    article = factories.article(status=Status.INGESTED)
    move(article, "publish_import", by=None, now=timezone.now())
    assert "Live, unconfirmed" in cell(client.get(LIST).content.decode(), "readers")
    move(article, "rework", by=cast.editor(), now=timezone.now())
    edits.claim(article, seen=1, by=cast.editor(), now=timezone.now())
    shown = cell(client.get(LIST).content.decode(), "readers")
    assert "Live, unconfirmed" in shown and "Unpublished changes" in shown


@pytest.mark.parametrize("count", [1, 3, pytest.param(300, marks=pytest.mark.sqlite)])
def test_it_asks_the_database_as_often_for_300_articles_as_for_one(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    row = factories.published(tags=("Bridges", "Rivers"), people=("Ana Horvat",), outlet="Wire")
    rows = [row, *factories.copies(row, count - 1)]
    numbers = [row.number for row in rows[1::2]]
    Article.objects.filter(pk__in=numbers).update(edited_by=cast.editor(), edited_at=NOON)
    client.force_login(cast.editor())
    # session, user, permissions of the user and of the groups; count; articles, tags, publications; sections for the
    # filter and for the choice
    with django_assert_num_queries(11):
        assert client.get(LIST).status_code == 200


def test_it_finds_words_of_headlines_texts_and_people(client: Client) -> None:
    client.force_login(cast.editor())
    article = own("Ferry late", text="AT&T <paid> for it.")
    other = own("Harbour")
    factories.mention(article, factories.person("Ana Horvat"))

    def found(query: str) -> set[str]:
        html = client.get(LIST, {"q": query}).content.decode()
        return {one.headline for one in (article, other) if f"/article/{one.pk}/change/" in html}

    assert found("ferry") == {"Ferry late"}
    assert found("AT&T") == {"Ferry late"}
    assert found("horvat ferry") == {"Ferry late"}
    assert found(str(other.pk)) == {"Harbour"}
    assert found("horvat harbour") == set()
    assert found("strong") == set()  # a tag of HTML is no word


def test_it_stops_counting_at_a_thousand(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.admin.counting.MOST", 5)
    for _ in range(7):
        own()
    client.force_login(cast.editor())
    assert "more than 5 articles" in client.get(LIST).content.decode()
