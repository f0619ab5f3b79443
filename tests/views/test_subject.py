"""Pages of tags, people and sources, and their indexes."""

from typing import Any

import pytest
from django.test import Client

from articles.models import Person, PublishedArticle, PublishedPerson, Redirect, Section, Source, Tag
from articles.views import subject
from tests import factories

PAGES = {
    "tag": "/tags/bridges/",
    "person": "/people/ana-horvat/",
    "source": "/sources/herald/",
    "section": "/sections/world/",
}
INDEXES = {"tag": "/tags/", "person": "/people/", "source": "/sources/", "section": "/sections/"}
ROWS = {
    "tag": (Tag, "Bridges"),
    "person": (Person, "Ana Horvat"),
    "source": (Source, "Herald"),
    "section": (Section, "World"),
}


def publish(**fields: Any) -> PublishedArticle:
    return factories.published(
        tags=("Bridges",), people=("Ana Horvat",), outlet="Herald", section=factories.section(), **fields
    )


@pytest.mark.parametrize("count", [1, 3, pytest.param(300, marks=pytest.mark.sqlite)])
def test_asks_a_fixed_number_of_times(client: Client, db: None, count: int, django_assert_num_queries: Any) -> None:
    factories.copies(publish(), count - 1)
    for kind, queries in {"section": 12, "tag": 13, "person": 15, "source": 13}.items():
        with django_assert_num_queries(queries):
            client.get(PAGES[kind])
        with django_assert_num_queries(4):
            client.get(INDEXES[kind])


@pytest.mark.parametrize("kind", PAGES)
def test_is_not_there_before_something_is_published(client: Client, db: None, kind: str) -> None:
    factories.tag("Bridges"), factories.person("Ana Horvat"), factories.source("Herald"), factories.section()
    assert client.get(PAGES[kind]).status_code == 404
    publish()
    assert client.get(PAGES[kind]).status_code == 200


@pytest.mark.parametrize("kind", PAGES)
def test_leads_from_an_old_address_to_the_present_one(client: Client, db: None, kind: str) -> None:
    publish()
    model, name = ROWS[kind]
    row = model.objects.get(name=name)
    Redirect.objects.create(kind=kind, slug="once", target=row.pk)
    old = f"{INDEXES[kind]}once/"
    answer = client.get(old)
    assert (answer.status_code, answer.headers["Location"]) == (301, PAGES[kind])
    model.objects.filter(pk=row.pk).update(slug="moved-on")
    assert client.get(old).headers["Location"] == f"{INDEXES[kind]}moved-on/"


def test_leads_nowhere_from_an_old_address_of_something_unpublished(client: Client, db: None) -> None:
    Redirect.objects.create(kind="tag", slug="once", target=factories.tag("Bridges").pk)
    assert client.get("/tags/once/").status_code == 404


def test_does_not_take_the_address_of_another_kind(client: Client, db: None) -> None:
    publish()
    Redirect.objects.create(kind="person", slug="once", target=factories.tag("Bridges").pk)
    assert client.get("/tags/once/").status_code == 404


def test_takes_addresses_in_any_alphabet(client: Client, db: None) -> None:
    row = factories.published(tags=("Київ",))
    Tag.objects.filter(name="Київ").update(slug="київ")
    details = row.details | {"tags": [{"name": "Київ", "slug": "київ"}]}
    PublishedArticle.objects.filter(pk=row.pk).update(details=details)
    answer = client.get("/tags/київ/")
    assert answer.status_code == 200
    assert answer.context["canonical"].endswith("/tags/%D0%BA%D0%B8%D1%97%D0%B2/")
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("slug", ["%00", "a%00b", "..", "a" * 5000, "%F0%9F%92%A9", "a%2Fb", "a b"])
def test_knows_no_such_word(client: Client, db: None, slug: str) -> None:
    for index in INDEXES.values():
        assert client.get(f"{index}{slug}/").status_code == 404


def test_shows_what_is_written_about_it(client: Client, db: None) -> None:
    publish()
    for model, name in ROWS.values():
        model.objects.filter(name=name).update(description="What <it> is.")
    for path in PAGES.values():
        assert "What &lt;it&gt; is." in client.get(path).content.decode()


def test_shows_what_people_said_are_called_and_how_they_are_spelled(client: Client, db: None) -> None:
    quotes = [("We agreed,", "Ana Horvat"), ("nonsense", "")]
    for number in range(2):
        row = publish(headline=f"Report {number}")
        PublishedPerson.objects.filter(article=row).update(
            roles=["mayor", "Mayor of Linden"], spellings=["Horvat", "Ana Horváth", "Ana Horvat"]
        )
        copy = factories.article("a copy to quote from")
        for text, speaker in quotes:
            use = factories.quote(copy, text, factories.person(speaker) if speaker else None)
            row.quotes.create(
                person=use.speaker, quotation=use.quotation, text=text, position=use.pk, published_at=row.published_at
            )
    context = client.get(PAGES["person"]).context
    assert [(words["text"], len(words["articles"])) for words in context["said"]] == [("We agreed,", 2)]
    assert context["roles"] == ["mayor", "Mayor of Linden"]
    assert context["spellings"] == ["Ana Horváth"]


@pytest.mark.parametrize(
    ("website", "linked"),
    [
        ("https://herald.example/", True),
        ("javascript:alert(1)", False),
        ("//herald.example", False),
        ("https://[", False),
        ("", False),
    ],
)
def test_links_to_a_sources_own_site(client: Client, db: None, website: str, linked: bool) -> None:
    publish()
    Source.objects.update(website=website)
    page = client.get(PAGES["source"]).content.decode()
    assert ('rel="noopener nofollow external"' in page) is linked
    assert "javascript:" not in page


def test_lists_everything_in_order_and_page_by_page(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "INDEX_SIZE", 2)
    factories.published(tags=("Courts", "Bridges", "Ferries"))
    factories.published(tags=("Courts",))
    factories.tag("Airships")
    first = client.get("/tags/").context
    assert [(row.name, row.uses) for row in first["rows"]] == [("Bridges", 1), ("Courts", 2)]
    second = client.get(first["next"]).context
    assert [row.name for row in second["rows"]] == ["Ferries"]
    assert (second["next"], second["noindex"]) == ("", True)


def test_leads_to_each_letter_of_a_long_index(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    factories.published(people=("Ana Horvat", "Ante Babić", "Zoë Quist"))
    factories.person("Mia Hidden")
    assert client.get("/people/").context["letters"] == []
    monkeypatch.setattr(subject, "INDEX_SIZE", 2)
    with django_assert_num_queries(5):
        answer = client.get("/people/")
    assert answer.context["letters"] == ["a", "z"]
    assert 'href="/people/?from=z">Z<' in answer.content.decode()
    answer = client.get("/people/?from=z")
    assert [row.name for row in answer.context["rows"]] == ["Zoë Quist"]
    assert 'href="/people/?from=z" aria-current="true">Z<' in answer.content.decode()


@pytest.mark.parametrize("begin", ["%00", "a" * 5000, "%F0%9F%92%A9", "zzz", "%27"])
def test_bears_nonsense_to_begin_at(client: Client, db: None, begin: str) -> None:
    publish()
    for index in INDEXES.values():
        assert client.get(f"{index}?from={begin}").status_code in {200, 404}


def test_says_so_when_an_index_is_empty(client: Client, db: None) -> None:
    for index in INDEXES.values():
        assert "Nothing has been published yet" in client.get(index).content.decode()


@pytest.mark.parametrize("kind", ["tag", "person", "source"])
def test_tells_in_the_main_links_where_a_page_belongs(client: Client, db: None, kind: str) -> None:
    publish()
    assert f'href="{INDEXES[kind]}" aria-current="true"' in client.get(PAGES[kind]).content.decode()
    assert f'href="{INDEXES[kind]}" aria-current="page"' in client.get(INDEXES[kind]).content.decode()
