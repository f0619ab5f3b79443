"""Sitemaps: every page that readers have, in parts that do not move."""

from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import PublishedArticle
from articles.views import sitemaps
from tests import factories

HERE = "http://127.0.0.1:8000"


def addresses(client: Client, path: str) -> list[str]:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("application/xml")
    found = [loc.text or "" for loc in ElementTree.fromstring(answer.content).iter() if loc.tag.endswith("}loc")]
    assert all(address.startswith(f"{HERE}/") for address in found)
    return [address.removeprefix(HERE) for address in found]


def publish(count: int) -> list[PublishedArticle]:
    return [factories.published(tags=("Bridges",), people=("Ana Horvat",), outlet="Herald") for _ in range(count)]


@pytest.mark.parametrize("rows", [1, 3, 60])
def test_asks_the_same_few_questions_for_any_number_of_articles(
    client: Client, db: None, django_assert_num_queries: Any, rows: int
) -> None:
    factories.copies(publish(1)[0], rows - 1)
    for path, queries in (("/sitemap.xml", 10), ("/sitemaps/articles-0.xml", 1), ("/sitemaps/people-0.xml", 1)):
        with django_assert_num_queries(queries):
            client.get(path)
    with django_assert_num_queries(2):
        client.get("/sitemaps/news.xml")


def test_leads_to_every_page(client: Client, db: None) -> None:
    rows = publish(3)
    found = [page for part in addresses(client, "/sitemap.xml") for page in addresses(client, part)]
    assert len(found) == len(set(found))
    assert {row.get_absolute_url() for row in rows} <= set(found)
    assert {"/", "/latest/", "/tags/bridges/", "/people/ana-horvat/", "/sources/herald/"} <= set(found)
    for page in found:
        text = client.get(page).content.decode()
        assert f'<link rel="canonical" href="{HERE}{page}">' in text


def test_keeps_an_article_in_its_part(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "RANGE", 10)
    rows = publish(4)
    for row, number in zip(rows, (9, 10, 57, 58), strict=True):
        PublishedArticle.objects.filter(pk=row.pk).update(number=number)
    parts = [part for part in addresses(client, "/sitemap.xml") if "articles" in part]
    assert parts == ["/sitemaps/articles-0.xml", "/sitemaps/articles-1.xml", "/sitemaps/articles-5.xml"]
    assert [len(addresses(client, part)) for part in parts] == [1, 1, 2]
    PublishedArticle.objects.filter(number=10).update(goes_off_at=timezone.now())
    assert [part for part in addresses(client, "/sitemap.xml") if "articles" in part] == [parts[0], parts[2]]
    assert len(addresses(client, parts[2])) == 2


def test_has_the_news_of_two_days_alone(client: Client, db: None) -> None:
    now = timezone.now()
    row = factories.published("Fresh", at=now - timedelta(hours=47))
    factories.published("Stale", at=now - timedelta(hours=49))
    factories.published("To come", at=now + timedelta(hours=1))
    assert addresses(client, "/sitemaps/news.xml") == [row.get_absolute_url()]


def test_leaves_out_reports_whose_outlet_has_the_canonical_page(client: Client, db: None) -> None:
    """Search engines take an address in a sitemap for a canonical one."""
    now = timezone.now()
    own = factories.published("Our own", at=now - timedelta(hours=1))
    factories.published("Theirs", at=now - timedelta(hours=1), original_url="https://post.example/theirs")
    for path in ("/sitemaps/articles-0.xml", "/sitemaps/news.xml"):
        assert addresses(client, path) == [own.get_absolute_url()]


@pytest.mark.parametrize(
    "path", ["articles-1", "zeppelins-0", f"articles-{2**63}", f"people-{'9' * 400}", "articles--1", "articles-0-0"]
)
def test_has_no_other_parts(client: Client, db: None, path: str) -> None:
    publish(1)
    assert client.get(f"/sitemaps/{path}.xml").status_code == 404


def test_answers_304_until_something_changes(client: Client, db: None) -> None:
    rows = publish(1)
    for path in ("/sitemap.xml", "/sitemaps/articles-0.xml"):
        sent = {"if-none-match": client.get(path).headers["ETag"]}
        assert client.get(path, headers=sent).status_code == 304
    PublishedArticle.objects.filter(pk=rows[0].pk).update(modified_at=timezone.now())
    assert client.get(path, headers=sent).status_code == 200
