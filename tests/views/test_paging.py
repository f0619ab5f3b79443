"""Pages by keyset."""

from datetime import timedelta
from itertools import chain
from urllib.parse import urlsplit

import pytest
from django.http import Http404, QueryDict
from django.test import Client

from articles.models import PublishedArticle
from articles.views.paging import SIZE, Place, place_in
from tests import factories


def walk(client: Client, path: str, link: str) -> list[list[int]]:
    """The numbers on each page from `path` on, following the links named `link`."""
    pages = []
    while path:
        answer = client.get(path)
        assert answer.status_code == 200, path
        pages.append([row.number for _, rows in answer.context["days"] for row in rows])
        path = answer.context[link]
    return pages


def newest() -> list[int]:
    return list(PublishedArticle.objects.newest().values_list("number", flat=True))


def test_shows_every_article_once_in_order_and_back_again(client: Client, db: None) -> None:
    for number in range(2 * SIZE + 5):
        factories.published(
            at=factories.NOON - timedelta(minutes=number // 7),  # several of the same minute
            tags=("Bridges", "Ferries"),
            people=("Ana Horvat", "Tomas Vale"),
            outlet="Herald",
        )
    for path in ("/latest/", "/tags/bridges/", "/people/ana-horvat/", "/sources/herald/"):
        pages = walk(client, path, "older")
        assert [len(page) for page in pages] == [SIZE, SIZE, 5], path
        assert [*chain(*pages)] == newest(), path

        last = client.get(client.get(client.get(path).context["older"]).context["older"])
        assert last.context["older"] == "", path
        second = client.get(last.context["newer"])
        assert [row.number for _, rows in second.context["days"] for row in rows] == pages[1], path
        back = client.get(second.context["newer"])
        assert (back.status_code, back.headers["Location"]) == (302, path)


def test_stands_still_when_something_newer_is_published(client: Client, db: None) -> None:
    factories.copies(factories.published(at=factories.NOON), SIZE + 4)
    older = client.get("/latest/").context["older"]
    before = walk(client, older, "older")
    factories.published(at=factories.NOON + timedelta(minutes=1))
    assert walk(client, older, "older") == before


def test_counts_and_skips_nothing(client: Client, db: None, django_assert_num_queries: object) -> None:
    factories.copies(factories.published(at=factories.NOON, tags=("Bridges",)), 3 * SIZE - 1)
    path = client.get("/tags/bridges/").context["older"]
    with django_assert_num_queries(10) as queries:  # type: ignore[operator]
        client.get(path)
    assert not any("OFFSET" in query["sql"] for query in queries.captured_queries)


def test_writes_and_reads_the_same_place() -> None:
    place = Place(factories.NOON + timedelta(microseconds=7), 17)
    assert place.cursor == "20240305T120000.000007-17"
    assert place_in(QueryDict(f"before={place.cursor}")) == place
    assert place_in(QueryDict("tag=x")) is None


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "1",
        "abc",
        "20240305T120000.000000",
        "20240305T120000.000000-",
        "20241305T120000.000000-1",
        "20240305T126000.000000-1",
        "20240305T120000.000000--1",
        "20240305T120000.000000-1\n",
        "20240305T120000.000000-9223372036854775808",
        "00000101T000000.000000-1",
        "99991231T235959.999999-1",
        "２0240305T120000.000000-1",
        "\x00",
        "9" * 5000,
    ],
)
def test_knows_no_such_place(client: Client, db: None, cursor: str) -> None:
    factories.published()
    for parameter in ("before", "after"):
        assert client.get("/latest/", {parameter: cursor}).status_code == 404
        with pytest.raises(Http404):
            place_in(QueryDict(mutable=True) | {parameter: cursor})


@pytest.mark.parametrize("cursor", ["10000101T000000.000000-0", "29991231T235959.999999-9223372036854775807"])
def test_bears_places_at_both_ends_of_time(client: Client, db: None, cursor: str) -> None:
    factories.published()
    for parameter in ("before", "after"):
        assert client.get("/latest/", {parameter: cursor}).status_code in {200, 302}


def test_says_that_the_list_ends(client: Client, db: None) -> None:
    factories.published()
    page = client.get("/latest/?before=20000101T000000.000000-1").content.decode()
    assert "The list ends here" in page
    assert urlsplit(client.get("/latest/?after=20400101T000000.000000-1").headers["Location"]).path == "/latest/"
