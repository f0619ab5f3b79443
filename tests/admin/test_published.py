"""What readers had, to look at."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import HistoryEntry, PublishedArticle, Redirect
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def test_it_says_when_readers_had_each_publication(client: Client) -> None:
    row = factories.published("Live story", at=NOON)
    client.force_login(cast.reporter())
    path = reverse("admin:articles_publishedarticle_change", args=(row.pk,))
    assert "from 5 Mar 2024, 12:00" in client.get(path).content.decode()
    PublishedArticle.objects.update(goes_off_at=NOON + timedelta(hours=1))
    assert "from 5 Mar 2024, 12:00 until 5 Mar 2024, 13:00" in client.get(path).content.decode()
    PublishedArticle.objects.update(goes_off_at=NOON)
    assert "cancelled before it opened" in client.get(path).content.decode()


def test_an_entry_of_the_log_is_called_by_what_was_done(client: Client) -> None:
    HistoryEntry.objects.record(factories.article(), "publish_import", by=None, now=NOON)
    client.force_login(cast.reporter())
    path = reverse("admin:articles_historyentry_change", args=(HistoryEntry.objects.get().pk,))
    heading = client.get(path).content.decode().split("<h1", 1)[1].split("</h1>", 1)[0]
    assert "publish_import" not in heading and "(Import)" in heading


def test_it_cannot_be_changed(client: Client) -> None:
    row = factories.published("Live story")
    client.force_login(cast.administrator())
    path = reverse("admin:articles_publishedarticle_change", args=(row.pk,))
    assert client.post(path, {"headline": "Forged"}).status_code == 403
    assert PublishedArticle.objects.get().headline == "Live story"


def test_it_says_where_a_redirect_leads(client: Client) -> None:
    tag = factories.tag("Zbridges")
    client.force_login(cast.reporter())
    for target, said in ((tag.pk, "Zbridges"), (987654, "nothing: it was deleted")):
        row = Redirect.objects.create(kind="tag", slug=f"old-{target}", target=target)
        assert said in client.get(reverse("admin:articles_redirect_change", args=(row.pk,))).content.decode()


@pytest.mark.parametrize("count", [1, 3, pytest.param(300, marks=pytest.mark.sqlite)])
def test_it_asks_the_database_as_often_for_300_rows_as_for_one(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    row = factories.published()
    HistoryEntry.objects.bulk_create(
        HistoryEntry(article_id=one.number, verb="publish", actor="paula", at=NOON)
        for one in (row, *factories.copies(row, count - 1))
    )
    client.force_login(cast.reporter())
    with django_assert_num_queries(6):
        assert client.get(reverse("admin:articles_publishedarticle_changelist")).status_code == 200
    with django_assert_num_queries(6):
        assert client.get(reverse("admin:articles_historyentry_changelist")).status_code == 200


def test_it_finds_acts_of_one_kind_by_the_name_that_the_desk_has_for_it(client: Client) -> None:
    article = factories.article("Bridge reopens")
    for verb, actor in (("publish", "paula"), ("spike", "edgar")):
        HistoryEntry.objects.create(article=article, verb=verb, actor=actor, at=NOON)
    client.force_login(cast.reporter())
    html = client.get(reverse("admin:articles_historyentry_changelist"), {"act": "spike"}).content.decode()
    assert "Copied" in html and "report_changed" in html
    rows = html.split('id="result_list"')[1].split("</table>")[0]
    assert "edgar" in rows and "paula" not in rows
