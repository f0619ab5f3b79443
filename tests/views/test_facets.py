"""Counts of choices beyond the cap: exact up to it, and bounded in cost."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from articles.views import facets, listing
from tests import factories
from tests.conftest import standing
from tests.views.test_filters import OUTLETS, PEOPLE, TAGS


@pytest.fixture(scope="module")
def forty(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with standing(django_db_blocker):
        for number in range(40):
            factories.published(tags=TAGS[: 1 + number % 4], people=PEOPLE[: number % 3], outlet=OUTLETS[number % 3])
        yield


@pytest.fixture
def capped(forty: None, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site of more articles than the cap, which is lowered to ten, and than the sample."""
    monkeypatch.setattr(facets, "CAP", 10)
    monkeypatch.setattr(facets, "SAMPLE", 15)
    monkeypatch.setattr(listing, "CAP", 10)
    monkeypatch.setattr(listing, "SAMPLE", 15)


def offered(client: Client, path: str) -> dict[str, tuple[int, bool, str]]:
    context = client.get(path).context
    return {
        option.slug: (option.count, option.capped, url) for facet in context["facets"] for option, url in facet.options
    }


@pytest.mark.parametrize(
    "path", ["/latest/", "/tags/bridges/", "/latest/?tag=bridges", "/latest/?match=any&tag=ferries&tag=ports"]
)
def test_is_exact_below_the_cap_and_says_when_there_is_more(client: Client, capped: None, path: str) -> None:
    choices = offered(client, path)
    assert choices
    for slug, (count, more, url) in choices.items():
        context = client.get(url).context
        assert (context["total"], context["capped"]) == (count, more), slug
    assert any(more for _, more, _ in choices.values())
    assert "1,000+" in client.get(path).content.decode()


def test_looks_beyond_the_newest_for_the_numbers(client: Client, capped: None) -> None:
    count, more, _ = offered(client, "/latest/")["ports"]
    assert (count, more) == (10, False), "ten of forty articles, two of the newest ten"


@pytest.mark.parametrize(("path", "number"), [("/latest/", 18), ("/tags/bridges/", 16), ("/latest/?tag=bridges", 19)])
def test_asks_once_more_for_each_kind(
    client: Client, capped: None, path: str, number: int, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(number):
        client.get(path)


def test_offers_the_commonest_alone(client: Client, capped: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "MOST_OPTIONS", 2)
    of_tags = next(facet for facet in client.get("/latest/").context["facets"] if facet.parameter == "tag")
    assert [option.slug for option, _ in of_tags.options] == ["bridges", "courts"]
