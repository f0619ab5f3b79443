"""The JSON API, held to its own description."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import PublishedArticle, Redirect, Tombstone
from articles.urls import urlpatterns
from articles.workflow import Change
from tests import factories
from tests.renditions.rows import picture
from tests.views import hidden

HERE = "http://127.0.0.1:8000"
BASE = "/api/v1"
TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "array": list,
    "object": dict,
    "null": type(None),
}


def publish(count: int, **fields: Any) -> list[PublishedArticle]:
    return [
        factories.published(
            f"Number {n}", text="ferry", tags=("Bridges", f"Tag {n}"), people=("Ana Horvat",), outlet="Herald", **fields
        )
        for n in range(count)
    ]


def faults(value: Any, schema: dict[str, Any], document: dict[str, Any], path: str = "") -> list[str]:
    """Where a value differs from its schema; understands as much of JSON Schema as the document uses."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/components/schemas/")
        return faults(value, document["components"]["schemas"][name], document, path)
    if "anyOf" in schema:
        found = [faults(value, choice, document, path) for choice in schema["anyOf"]]
        return [] if [] in found else found[0]
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{path}: {value!r} is none of {schema['enum']}"]
    names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    kinds = tuple(TYPES[name] for name in names)
    if not isinstance(value, kinds) or (isinstance(value, bool) and "boolean" not in names):
        return [f"{path}: {value!r} is no {names}"]
    wrong = []
    if schema.get("format") == "date-time" and datetime.fromisoformat(value).tzinfo is None:
        wrong.append(f"{path}: {value!r} has no zone")
    if schema.get("format") == "uri" and not re.fullmatch(r"https?://\S+", value):
        wrong.append(f"{path}: {value!r} is no address")
    if isinstance(value, list):
        for number, item in enumerate(value):
            wrong += faults(item, schema["items"], document, f"{path}/{number}")
    if isinstance(value, dict) and "properties" in schema:
        wrong += [f"{path}/{name} is missing" for name in schema["required"] if name not in value]
        for name, item in value.items():
            if name not in schema["properties"]:
                wrong.append(f"{path}/{name} is not described")
            else:
                wrong += faults(item, schema["properties"][name], document, f"{path}/{name}")
    return wrong


def full() -> PublishedArticle:
    """A publication with something in every field."""
    row = publish(1, section=factories.section())[0]
    ana = {"name": "Ana Horvat", "slug": "ana-horvat"}
    details = row.details | {
        "credits": [{"name": "Herald", "slug": "herald"}],
        "quotes": [{"text": "We agreed.", "speaker": ana}, {"text": "Nonsense.", "speaker": None}],
        "pictures": [picture(), {"caption": "The bridge", "credit": "Lee Vos"}],
        "see_also": ["This"],
        "other_headlines": ["That"],
    }
    fields = {"details": details, "change": Change.CORRECTION, "note": "It was Tuesday.", "report_date": "--02-22"}
    PublishedArticle.objects.filter(pk=row.pk).update(**fields)
    row.refresh_from_db()
    return row


def test_answers_as_it_is_described(client: Client, db: None) -> None:
    row = full()
    bare = factories.published("Bare")
    PublishedArticle.objects.filter(pk=bare.pk).update(details={})
    document = client.get(f"{BASE}/openapi.json").json()
    assert document["openapi"] == "3.1.0"
    assert document["servers"] == [{"url": f"{HERE}{BASE}"}]
    samples = {"slug": {"/tags/": "bridges", "/people/": "ana-horvat", "/sources/": "herald", "/sections/": "world"}}
    for path, methods in document["paths"].items():
        assert set(methods) == {"get"}
        numbers = (row.number, bare.number) if "{number}" in path else (0,)
        for number in numbers:
            slug = next((slug for start, slug in samples["slug"].items() if path.startswith(start)), "")
            answer = client.get(BASE + path.format(number=number, slug=slug))
            schema = methods["get"]["responses"]["200"]["content"]["application/json"]["schema"]
            assert (path, answer.status_code) == (path, 200)
            assert faults(answer.json(), schema, document, path) == []
    refused = {"/articles/?limit=x": 400, "/articles/987654/": 404, "/tags/zeppelins/": 404, "/people/?cursor=%00": 400}
    for path, status in refused.items():
        answer = client.get(BASE + path)
        assert answer.status_code == status
        assert faults(answer.json(), {"$ref": "#/components/schemas/Error"}, document) == []


def test_describes_every_address_and_parameter(client: Client, db: None) -> None:
    paths = client.get(f"{BASE}/openapi.json").json()["paths"]
    ours = {str(pattern.pattern) for pattern in urlpatterns if str(pattern.pattern).startswith("api/v1/")}
    described = {re.sub(r"\{(\w+)\}", r"<\1>", f"api/v1{path}") for path in paths} | {"api/v1/openapi.json"}
    assert {re.sub(r"<\w+:", "<", path) for path in ours} == described
    for path, methods in paths.items():
        named = {each["name"] for each in methods["get"]["parameters"] if each["in"] == "path"}
        assert named == set(re.findall(r"\{(\w+)\}", path))


def test_notices_an_answer_that_is_not_as_described() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]}
    for value in ({}, {"a": "1"}, {"a": True}, {"a": 1, "b": 2}, [], None):
        assert faults(value, schema, {})
    assert faults({"a": 1}, schema, {}) == []


@pytest.mark.parametrize("rows", [1, 3, 60])
def test_asks_the_same_few_questions_for_any_number_of_articles(
    client: Client, db: None, django_assert_num_queries: Any, rows: int
) -> None:
    first = publish(min(rows, 3))
    row = first[0]
    factories.copies(first[-1], rows - len(first))
    searching = 2 if connection.vendor == "sqlite" else 6
    for path, queries in (
        ("/articles/", 1),
        ("/articles/?tag=bridges", 2),
        ("/articles/?q=ferry", searching),
        (f"/articles/{row.number}/", 1),
        ("/tags/", 1),
        ("/people/ana-horvat/", 1),
        ("/openapi.json", 1),
    ):
        with django_assert_num_queries(queries):
            assert client.get(BASE + path).status_code == 200


@pytest.mark.parametrize(
    "query", ["", "tag=bridges", "source=herald&person=ana-horvat", "q=ferry", "q=ferry&tag=bridges"]
)
def test_leads_through_all_articles_newest_first(client: Client, db: None, query: str) -> None:
    expected = [row.number for row in publish(7)]
    factories.published("Another thing")
    path = f"{BASE}/articles/?{query}&limit=3"
    seen: list[int] = []
    pages = 0
    while path:
        answer = client.get(path).json()
        seen += [row["number"] for row in answer["articles"]]
        path = (answer["next"] or "").removeprefix(HERE)
        pages += 1
    assert seen[:7] == expected
    assert pages == 3
    assert len(seen) == (7 if query else 8)


def test_goes_on_at_the_same_place_when_articles_come(client: Client, db: None) -> None:
    rows = publish(5)
    following = client.get(f"{BASE}/articles/?limit=2").json()["next"]
    factories.published("New", at=timezone.now() - timedelta(seconds=1))
    assert [row["number"] for row in client.get(following).json()["articles"]] == [rows[2].number, rows[3].number]


def test_pages_tags_people_and_sources(client: Client, db: None) -> None:
    publish(5)
    path, seen = f"{BASE}/tags/?limit=2", []
    while path:
        answer = client.get(path).json()
        seen += [item["slug"] for item in answer["items"]]
        path = answer["next"]
    assert seen == ["bridges", "tag-0", "tag-1", "tag-2", "tag-3", "tag-4"]
    person = client.get(f"{BASE}/people/ana-horvat/").json()
    assert person["kind"] == "person"
    assert len(client.get(person["articles_url"]).json()["articles"]) == 5


def test_follows_a_tag_to_its_new_address(client: Client, db: None) -> None:
    publish(1)
    Redirect.objects.create(kind="tag", slug="crossings", target=factories.tag("Bridges").pk)
    answer = client.get(f"{BASE}/tags/crossings/")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{BASE}/tags/bridges/")
    assert len(client.get(f"{BASE}/articles/?tag=crossings").json()["articles"]) == 1


def test_tells_of_corrections_and_withdrawals(client: Client, db: None) -> None:
    row = full()
    said = client.get(f"{BASE}/articles/{row.number}/").json()
    assert [(note["change"], note["note"]) for note in said["notes"]] == [("correction", "It was Tuesday.")]
    PublishedArticle.objects.filter(pk=row.pk).update(goes_off_at=timezone.now())
    Tombstone.objects.create(number=row.number, killed_at=timezone.now(), reason="Forged.")
    answer = client.get(f"{BASE}/articles/{row.number}/")
    assert (answer.status_code, answer.json()) == (410, {"error": "Forged."})


def test_shows_no_filter_as_no_article_rather_than_all(client: Client, db: None) -> None:
    publish(1)
    for query in ("tag=zeppelins", "q=zeppelin", "q=the", "q=ferry&person=nobody"):
        assert client.get(f"{BASE}/articles/?{query}").json() == {"articles": [], "next": None}


@pytest.mark.parametrize("value", ["", "%00", "x", "-1", "0", "101", "9" * 400, "%D9%A3", "20240305T120000.000000-1x"])
def test_refuses_nonsense_in_sentences(client: Client, db: None, value: str) -> None:
    publish(1)
    for name in ("limit", "cursor"):
        answer = client.get(f"{BASE}/articles/?{name}={value}")
        assert (answer.status_code, set(answer.json())) == (400, {"error"})
    for name in ("q", "tag", "person", "source", "match", "cursor"):
        for path in ("/articles/", "/tags/"):
            assert client.get(f"{BASE}{path}?{name}={value}").status_code in {200, 400}
    assert client.get(f"{BASE}/articles/?" + "&".join(f"tag={n}" for n in range(50))).status_code == 400
    assert client.get(f"{BASE}/articles/?cursor=20249905T120000.000000-1").status_code == 400


def test_knows_nothing_that_is_not_published(client: Client, db: None) -> None:
    rows = hidden.plant()
    paths = [reverse("api_articles"), *(f"{BASE}/{name}/" for name in ("tags", "people", "sources"))]
    paths += [f"{BASE}/articles/?q={hidden.WORD}", f"{BASE}/articles/?tag={hidden.SLUG}"]
    paths += [f"{BASE}/articles/{row.number}/" for row in rows]
    for path in paths:
        answer = client.get(path)
        assert hidden.WORD not in answer.content.decode()
        assert hidden.SLUG not in answer.content.decode()
