"""The search page and the feed of a search."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from articles.models import PublishedArticle
from articles.search import index
from tests import factories
from tests.views import hidden

HOSTILE = [
    *('"', "“", "''", "(", "a OR", "NEAR(a b", "headline:a", "a:*", "^a", "-", "-a", "*", "%", "\\", "a & !", "%00a"),
    *("%F0%9F%92%A5", "%FF%FE", "%ED%A0%80", "a" * 5000, "a+" * 3000, "{{7*7}}", "<script>", "';DROP TABLE x--"),
]


def publish(count: int, text: str = "ferry") -> list[PublishedArticle]:
    return [
        factories.published(f"Number {n}", text=text, tags=("Bridges",), people=("Ana Horvat",), outlet="Herald")
        for n in range(count)
    ]


def headlines(client: Client, query: str) -> list[str]:
    answer = client.get(f"/search/?{query}", follow=True)
    assert answer.status_code == 200
    return [row.headline for row in answer.context["articles"]]


@pytest.mark.parametrize("rows", [1, 3, 60])
def test_asks_the_same_few_questions_for_any_number_of_hits(
    client: Client, db: None, django_assert_num_queries: Any, rows: int
) -> None:
    factories.copies(publish(1)[0], rows - 1)
    # The hits, their articles, the rail, the sections, the site, and two for each kind of filter; PostgreSQL within
    # set limits.
    more = 0 if connection.vendor == "sqlite" else 4
    with django_assert_num_queries(12 + more):
        client.get("/search/?q=ferry")
    with django_assert_num_queries(12 + more):
        client.get("/search/?q=ferry&tag=bridges")


def test_shows_headlines_and_passages_with_the_words_marked(client: Client, db: None) -> None:
    factories.published("A <b>ferry</b> & more", text="Before. <i> The ferry left. " + "After. " * 60)
    page = client.get("/search/?q=ferry").content.decode()
    assert "A &lt;b&gt;<mark>ferry</mark>&lt;/b&gt; &amp; more" in page
    assert "&lt;i&gt; The <mark>ferry</mark> left." in page
    assert page.count("<mark>") == 2


def test_puts_the_best_or_the_newest_first(client: Client, db: None) -> None:
    publish(1)
    factories.published("A ferry")
    assert headlines(client, "q=ferry") == ["A ferry", "Number 0"]
    assert headlines(client, "q=ferry&sort=newest") == ["Number 0", "A ferry"]


def test_narrows_by_tag_person_source_and_day(client: Client, db: None) -> None:
    labels: dict[str, Any] = {"tags": ("Bridges",), "people": ("Ana Horvat",), "outlet": "Herald"}
    factories.published("Number 0", text="ferry", at=factories.NOON, **labels)
    factories.published("Other", text="ferry", at=factories.NOON - timedelta(days=40))
    assert sorted(headlines(client, "q=ferry")) == ["Number 0", "Other"]
    for query in ("tag=bridges", "person=ana-horvat", "source=herald", "since=2024-03-01", "tag=Bridges&since=&until="):
        assert headlines(client, f"q=ferry&{query}") == ["Number 0"]
    assert headlines(client, "q=ferry&until=2024-02-28") == ["Other"]
    assert headlines(client, "q=ferry&since=2024-03-05&until=2024-03-05") == ["Number 0"]
    assert headlines(client, "q=ferry&tag=zeppelins") == []
    page = client.get("/search/?q=ferry").content.decode()
    assert 'href="/search/?q=ferry&amp;tag=bridges"' in page


def test_has_one_address_for_one_search(client: Client, db: None) -> None:
    for query, canonical in (
        ("q=+a++b+&since=&until=&sort=", "/search/?q=a+b"),
        ("tag=Zeppelins&q=a", "/search/?q=a&tag=Zeppelins"),
        ("q=a&since=yesterday&sort=oldest&after=x", "/search/?q=a"),
        ("q=a&since=0001-01-01&until=9999-12-31", "/search/?q=a"),
    ):
        answer = client.get(f"/search/?{query}")
        assert answer.status_code == 301
        assert answer.headers["Location"] in {canonical, canonical.replace("Zeppelins", "zeppelins")}


def test_leads_through_all_pages_and_back(client: Client, db: None) -> None:
    publish(45)
    seen: list[str] = []
    path = "/search/?q=ferry"
    pages = []
    while path:
        answer = client.get(path)
        pages.append(path)
        seen += [row.headline for row in answer.context["articles"]]
        path = answer.context["older"]
    assert (len(pages), len(seen), len(set(seen))) == (3, 45, 45)
    assert [client.get(page).context["newer"] for page in pages] == ["", *pages[:-1]]


def test_goes_on_at_the_same_place_when_hits_come_and_go(client: Client, db: None) -> None:
    rows = publish(45)
    first = client.get("/search/?q=ferry&sort=newest")
    expected = [row.headline for row in client.get(first.context["older"]).context["articles"]]
    factories.published("New", text="ferry", at=timezone.now() - timedelta(minutes=1))
    PublishedArticle.objects.filter(pk=rows[3].pk).update(goes_off_at=timezone.now())
    assert [row.headline for row in client.get(first.context["older"]).context["articles"]] == expected
    PublishedArticle.objects.filter(pk=rows[19].pk).update(goes_off_at=timezone.now())
    again = [row.headline for row in client.get(first.context["older"]).context["articles"]]
    assert len(set(again) & set(expected)) >= 19


@pytest.mark.parametrize("text", HOSTILE)
def test_bears_anything_in_its_address(client: Client, db: None, text: str) -> None:
    publish(1)
    for query in (f"q={text}", f"q=ferry&since={text}&until={text}&sort={text}", f"q=ferry&after={text}"):
        for path in ("/search/", "/feeds/search/atom.xml"):
            answer = client.get(f"{path}?{query}", follow=True)
            assert answer.status_code == 200
            assert b"<script>" not in answer.content
    for name in ("tag", "person", "source", "match"):
        assert client.get(f"/search/?q=ferry&{name}={text}", follow=True).status_code in {200, 404}


def test_bears_places_that_are_none(client: Client, db: None) -> None:
    publish(1)
    for after in ("1-9999", f"{'9' * 19}-1", "0-0", "-1-1"):
        assert client.get(f"/search/?q=ferry&after={after}", follow=True).status_code == 200


def test_helps_when_there_is_nothing(client: Client, db: None) -> None:
    publish(1)
    assert "No article has “zeppelin”" in client.get("/search/?q=zeppelin").content.decode()
    assert "stand in nearly every article" in client.get("/search/?q=the").content.decode()
    assert "No article has" not in client.get("/search/").content.decode()
    assert "Ana Horvat" in client.get("/search/?person=horvat&q=ferry").content.decode()


def test_offers_names_that_are_written_nearly_so(client: Client, db: None, django_assert_num_queries: Any) -> None:
    factories.published(tags=("Bridges",), people=("Antony Blinken", "Ana Horvat"), outlet="Baltic Wire Service")
    suggested = client.get("/search/?q=Blinkin+lied").context["suggestions"]
    assert suggested == [("Antony Blinken", "/people/antony-blinken/")]
    assert client.get("/search/?q=brigdes").context["suggestions"] == [("Bridges", "/tags/bridges/")]
    assert client.get("/search/?q=zeppelin").context["suggestions"] == []
    for number in range(30):
        factories.published(people=(f"Otto Zeppelir {number}",))
    with django_assert_num_queries(8 if connection.vendor == "sqlite" else 13):
        assert len(client.get("/search/?q=zeppelin").context["suggestions"]) == 5


def test_says_when_it_took_too_long(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*args: Any) -> None:
        raise index.TookTooLong

    monkeypatch.setattr(index, "_sqlite", slow)
    monkeypatch.setattr(index, "_postgresql", slow)
    answer = client.get("/search/?q=ferry")
    assert answer.status_code == 503
    assert "takes too long" in answer.content.decode()
    assert client.get("/feeds/search/rss.xml?q=ferry").status_code == 503


def test_finds_nothing_that_readers_do_not_have(client: Client, db: None) -> None:
    hidden.plant()
    assert headlines(client, f"q={hidden.WORD}") == []
    answer = client.get(f"/feeds/search/feed.json?q={hidden.WORD}")
    assert answer.json()["items"] == []
    page = client.get("/search/?q=zeppelin+bridges").content.decode()
    assert hidden.WORD not in page


def test_feeds_the_newest_hits(client: Client, db: None, django_assert_num_queries: Any) -> None:
    publish(3)
    factories.published("Other", text="ferry")
    page = client.get("/search/?q=ferry&sort=newest&tag=bridges").content.decode()
    assert 'href="/feeds/search/rss.xml?q=ferry&amp;sort=newest&amp;tag=bridges"' in page
    answer = client.get("/feeds/search/feed.json?q=ferry&tag=bridges").json()
    assert [item["title"] for item in answer["items"]] == ["Number 0", "Number 1", "Number 2"]
    assert answer["home_page_url"].endswith("/search/?q=ferry&tag=bridges")
