"""Feeds of everything and of one tag, person or source."""

import re
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import PublishedArticle, Redirect
from articles.views.feeds import LENGTH
from tests import factories

SUBJECTS = ("/feeds/tags/bridges/", "/feeds/people/ana-horvat/", "/feeds/sources/herald/")
FORMS = ("rss.xml", "atom.xml", "feed.json")


def publish(count: int) -> list[PublishedArticle]:
    return [
        factories.published(f"Number {n}", tags=("Bridges",), people=("Ana Horvat",), outlet="Herald")
        for n in range(count)
    ]


def titles(client: Client, path: str) -> list[str]:
    answer = client.get(path)
    assert answer.status_code == 200
    return [item["title"] for item in answer.json()["items"]]


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_asks_the_same_few_questions_for_any_number_of_articles(
    client: Client, db: None, django_assert_num_queries: Any, rows: int
) -> None:
    factories.copies(publish(1)[0], rows - 1)
    for form in FORMS:
        with django_assert_num_queries(3):
            client.get(f"/feeds/{form}")
        for path in SUBJECTS:
            with django_assert_num_queries(4):
                client.get(path + form)


def test_holds_the_newest_articles_each_once(client: Client, db: None) -> None:
    rows = publish(LENGTH + 2)
    PublishedArticle.objects.filter(pk=rows[0].pk).update(published_at=factories.NOON - timedelta(days=900))
    row = factories.article("Both outlet and agency", source=factories.source("Herald"))
    row.credits.create(source=factories.source("Herald"))
    factories.freeze(row, goes_live_at=factories.NOON, published_at=factories.NOON, modified_at=factories.NOON).write()
    newest = ["Both outlet and agency", *(f"Number {n}" for n in range(1, LENGTH))]
    assert titles(client, "/feeds/feed.json") == newest
    assert titles(client, "/feeds/sources/herald/feed.json") == ["Both outlet and agency", *titles_of(rows)][:LENGTH]


def titles_of(rows: list[PublishedArticle]) -> list[str]:
    return [row.headline for row in rows]


def test_is_named_by_the_pages_it_belongs_to(client: Client, db: None) -> None:
    publish(1)
    for page, path in (("/", "/feeds/"), ("/latest/", "/feeds/"), ("/tags/bridges/", "/feeds/tags/bridges/")):
        text = client.get(page).content.decode().partition("<body>")[0]
        for form in FORMS:
            assert text.count(f'href="{path}{form}"') == 1


@pytest.mark.parametrize("form", FORMS)
def test_answers_304_until_something_changes(client: Client, db: None, form: str) -> None:
    rows = publish(2)
    path = f"/feeds/tags/bridges/{form}"
    first = client.get(path)
    assert client.head(path).headers["ETag"] == first.headers["ETag"]
    by_etag = {"if-none-match": first.headers["ETag"]}
    by_date = {"if-modified-since": first.headers["Last-Modified"]}
    assert [client.get(path, headers=sent).status_code for sent in (by_etag, by_date)] == [304, 304]
    PublishedArticle.objects.filter(pk=rows[0].pk).update(goes_off_at=timezone.now())
    assert [client.get(path, headers=sent).status_code for sent in (by_etag, by_date)] == [200, 200]
    third = client.get(path)
    factories.published(tags=("Bridges",), at=timezone.now() + timedelta(seconds=-1) + timedelta(seconds=0.9))
    assert client.get(path, headers={"if-none-match": third.headers["ETag"]}).status_code == 200


def test_follows_a_tag_to_its_new_address(client: Client, db: None) -> None:
    publish(1)
    tag = factories.tag("Bridges")
    Redirect.objects.create(kind="tag", slug="crossings", target=tag.pk)
    answer = client.get("/feeds/tags/crossings/rss.xml")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/feeds/tags/bridges/rss.xml")
    for path in (
        "/feeds/tags/zeppelins/rss.xml",
        "/feeds/tags/bridges/rss.txt",
        "/feeds/tags/",
        "/feeds/tags/%00/rss.xml",
    ):
        assert client.get(path).status_code == 404


def test_is_well_formed_for_hostile_text(client: Client, db: None) -> None:
    factories.published("</script> ]]> & \x01\x0b \ufffe <b>", text="&lt;script&gt; \x08", outlet="A & <B>")
    for form in FORMS[:2]:
        answer = client.get(f"/feeds/{form}")
        assert answer.headers["Content-Type"].startswith("application/")
        ElementTree.fromstring(answer.content)


@pytest.mark.parametrize("rows", [1, 3])
def test_are_listed_for_readers(client: Client, db: None, django_assert_num_queries: Any, rows: int) -> None:
    for number in range(rows):
        factories.published(section=factories.section(f"Part {number}"))
    with django_assert_num_queries(3):
        page = client.get("/feeds/").content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    links = re.findall(r'href="(/feeds/[^"]+)"', main)
    assert len(links) == len(FORMS) * (rows + 2)
    assert [client.get(link).status_code for link in links] == [200] * len(links)
