"""Filters of lists give what trying every article gives."""

from collections.abc import Iterator
from itertools import combinations
from random import Random
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from articles.models import PublishedArticle
from tests import factories
from tests.conftest import standing
from tests.views.test_filters import OUTLETS, PEOPLE, TAGS, items


@pytest.fixture(scope="module")
def all_rows(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[PublishedArticle]]:
    """30 articles with every mixture of tags, people and outlet."""
    dice = Random(7)
    with standing(django_db_blocker):
        yield [
            factories.published(
                tags=tuple(dice.sample(TAGS, dice.randint(0, 3))),
                people=tuple(dice.sample(PEOPLE, dice.randint(0, 2))),
                outlet=dice.choice(OUTLETS),
            )
            for _ in range(30)
        ]


@pytest.fixture
def rows(all_rows: list[PublishedArticle], db: None) -> list[PublishedArticle]:
    return all_rows


def carried(row: PublishedArticle, kind: str) -> set[str]:
    if kind == "source":
        return {row.details["source"]["slug"]} if row.details["source"] else set()
    return {entry["slug"] for entry in row.details["tags" if kind == "tag" else "people"]}


def brute(rows: list[PublishedArticle], query: dict[str, list[str]]) -> list[int]:
    found = []
    for row in rows:
        meets = all(set(query.get(kind, ())) <= carried(row, kind) for kind in ("source", "person"))
        tags = set(query.get("tag", ()))
        any_tag = query.get("match") == ["any"] and len(tags) > 1
        if meets and (tags & carried(row, "tag") if any_tag else tags <= carried(row, "tag")):
            found.append(row)
    return [row.number for row in sorted(found, key=lambda row: (row.published_at, row.number), reverse=True)]


def queries() -> list[dict[str, list[str]]]:
    tags = [tag.lower() for tag in TAGS]
    found: list[dict[str, list[str]]] = []
    for size in range(4):
        for some in combinations(tags, size):
            found += [{"tag": [*some]}, {"tag": [*some], "match": ["any"]}, {"tag": [*some], "source": ["herald"]}]
    found += [
        {"person": ["ana-horvat"]},
        {"person": ["ana-horvat", "tomas-vale"], "tag": ["courts"]},
        {"source": ["courier"], "person": ["tomas-vale"], "tag": ["ports", "ferries"], "match": ["any"]},
        {"source": ["courier", "herald"]},
    ]
    return found


def test_gives_what_trying_every_article_gives(client: Client, rows: list[PublishedArticle]) -> None:
    for query in queries():
        path = f"/latest/?{urlencode(query, doseq=True)}"
        expected = brute(rows, query)
        assert items(client, path) == expected, query
        assert client.get(path, follow=True).context["total"] == len(expected)


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("/tags/bridges/", {"tag": ["bridges"]}),
        ("/people/ana-horvat/", {"person": ["ana-horvat"]}),
        ("/sources/herald/", {"source": ["herald"]}),
    ],
)
def test_filters_the_pages_of_tags_people_and_sources(
    client: Client, rows: list[PublishedArticle], path: str, own: dict[str, list[str]]
) -> None:
    for query in ({}, {"tag": ["courts"]}, {"tag": ["courts"], "person": ["tomas-vale"]}, {"source": ["herald"]}):
        both = {kind: own.get(kind, []) + query.get(kind, []) for kind in ("tag", "person", "source")}
        assert items(client, f"{path}?{urlencode(query, doseq=True)}") == brute(rows, both)


@pytest.mark.parametrize(
    "query", ["", "tag=bridges", "match=any&tag=bridges&tag=courts", "person=ana-horvat", "source=herald&tag=ports"]
)
@pytest.mark.parametrize("path", ["/latest/", "/tags/ferries/", "/latest/2024/"])
def test_promises_what_each_choice_gives(client: Client, rows: list[PublishedArticle], path: str, query: str) -> None:
    context = client.get(f"{path}?{query}").context
    offered = [(option, url) for facet in context["facets"] for option, url in facet.options]
    assert offered
    for option, url in offered:
        assert client.get(url).status_code == 200, "the link leads to another address"
        assert len(items(client, url)) == option.count > 0, url
    for choice in context["choices"]:
        assert client.get(choice.url).context["total"] >= context["total"] or "match=any" in query
