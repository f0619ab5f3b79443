"""Filters of lists: at one address for each choice, whatever is asked."""

from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from articles.models import PublishedSource, Redirect
from articles.views.filters import MOST_VALUES, address, is_canonical
from tests import factories

TAGS = ("Bridges", "Courts", "Ferries", "Ports")
PEOPLE = ("Ana Horvat", "Tomas Vale")
OUTLETS = ("Herald", "Courier", "")


@pytest.fixture
def some(db: None) -> None:
    """Two articles that differ in one tag."""
    for tags in (TAGS, TAGS[1:]):
        factories.published(tags=tags, people=PEOPLE, outlet="Herald")


def items(client: Client, path: str) -> list[int]:
    found = []
    while path:
        answer = client.get(path, follow=True)
        assert answer.status_code == 200
        found += [row.number for _, articles in answer.context["days"] for row in articles]
        path = answer.context["older"]
    return found


def test_takes_a_source_once_that_is_outlet_and_agency_alike(client: Client, db: None) -> None:
    row = factories.published(outlet="Herald")
    outlet = PublishedSource.objects.get(article=row)
    PublishedSource.objects.create(
        article=row, source=outlet.source, role=PublishedSource.Role.REPORTING, published_at=row.published_at
    )
    for path in ("/sources/herald/", "/latest/?source=herald"):
        context = client.get(path).context
        assert (context["total"], items(client, path)) == (1, [row.number])
    [facet] = client.get("/latest/").context["facets"]
    assert [option.count for option, _ in facet.options] == [1]


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("tag=courts&tag=bridges", "tag=bridges&tag=courts"),
        ("tag=bridges&source=herald", "source=herald&tag=bridges"),
        ("tag=bridges&tag=bridges", "tag=bridges"),
        ("tag=bridges&tag=&person=+", "tag=bridges"),
        ("tag=Bridges", "tag=bridges"),
        ("person=Ana+Horvat&x=1", "person=ana-horvat"),
        ("match=any&tag=bridges", "tag=bridges"),
        ("match=nonsense", ""),
        ("match=any&tag=courts&tag=bridges", "match=any&tag=bridges&tag=courts"),
    ],
)
def test_has_one_address_for_each_choice(client: Client, some: None, asked: str, canonical: str) -> None:
    answer = client.get(f"/latest/?{asked}")
    expected = f"/latest/?{canonical}" if canonical else "/latest/"
    assert answer.status_code == 301
    assert answer.headers["Location"] == expected
    assert client.get(expected).context["canonical"] == f"http://127.0.0.1:8000{expected}"


def test_leaves_parameters_alone_that_mean_nothing_here(client: Client, some: None) -> None:
    answer = client.get("/latest/?utm_source=x&tag=bridges&page=7")
    assert answer.status_code == 200
    assert answer.context["canonical"].endswith("/latest/?tag=bridges")


def test_follows_old_address_words(client: Client, some: None) -> None:
    tag = factories.tag("Bridges")
    Redirect.objects.create(kind="tag", slug="viaducts", target=tag.pk)
    Redirect.objects.create(kind="tag", slug="dead", target=10**9)
    assert client.get("/latest/?tag=viaducts").headers["Location"] == "/latest/?tag=bridges"
    assert client.get("/latest/?tag=dead").context["total"] == 0


def test_says_no_and_shows_ways_out_when_nothing_fits(client: Client, some: None) -> None:
    for query in ("tag=zeppelins", "person=horvat", "tag=bridges&tag=zeppelins", "source=%27+OR+1%3D1--"):
        answer = client.get(f"/latest/?{query}")
        page = answer.content.decode()
        assert answer.status_code == 200
        assert (answer.context["total"], answer.context["days"]) == (0, [])
        assert "No article meets all of this" in page
        assert "noindex" in page
    assert ("Ana Horvat", "/latest/?person=ana-horvat") in client.get("/latest/?person=horvat").context["suggestions"]


@pytest.mark.parametrize(
    "query",
    [
        "tag=%00",
        "tag=bridges%00",
        "match=%00",
        "tag=" + "a" * 5000,
        "person=" + "9" * 5000,
        "source=%F0%9F%92%A9",
        "tag=%ff%fe",
        "tag=%3Cscript%3Ealert(1)%3C/script%3E",
        "tag=%22onmouseover=1",
        "tag[]=1",
        "tag=..%2F..%2Fetc",
        "tag=%25%25_%25",
        "&".join(f"tag=t{number}" for number in range(50)),
        "&".join(f"x{number}=1" for number in range(1100)),
        "before=1&after=2",
        "tag=1e999&person=-1&source=NaN",
        "tag=\u202etxt",
    ],
)
def test_bears_nonsense(client: Client, some: None, query: str) -> None:
    for path in ("/latest/", "/tags/bridges/", "/latest/2024/", "/tags/", "/"):
        answer = client.get(f"{path}?{query}", follow=True)
        assert answer.status_code in {200, 400, 404}
        assert b"<script" not in answer.content.replace(b'<script type="application/ld+json">', b"")
        assert b'"onmouseover' not in answer.content
        if answer.status_code == 200 and query.startswith(("tag=", "person=", "source=")) and path in {"/latest/"}:
            assert answer.context["total"] == 0


def test_hides_combinations_from_search_engines(client: Client, some: None) -> None:
    for path, hidden in {
        "/latest/": False,
        "/latest/?tag=bridges": False,
        "/latest/?source=herald&tag=bridges": True,
        "/tags/bridges/": False,
        "/tags/bridges/?tag=courts": True,
    }.items():
        assert client.get(path).context["noindex"] is hidden, path


def test_offers_no_more_when_enough_is_chosen(client: Client, db: None) -> None:
    names = [f"T{number}" for number in range(MOST_VALUES + 1)]
    factories.published(tags=tuple(names))
    path = address("/latest/", {"tag": tuple(name.lower() for name in names[:MOST_VALUES])})
    context = client.get(path).context
    assert context["total"] == 1
    assert [facet.parameter for facet in context["facets"]] == []


def test_has_a_form_for_what_is_not_offered(client: Client, some: None) -> None:
    page = client.get("/latest/?tag=bridges").content.decode()
    form = page[page.index("<form") : page.index("</form>")]
    assert 'method="get" action="/latest/"' in form
    assert '<input type="hidden" name="tag" value="bridges">' in form
    answer = client.get("/latest/?tag=bridges&tag=Courts&source=&person=&match=any")
    assert answer.headers["Location"] == "/latest/?match=any&tag=bridges&tag=courts"


def test_recognises_its_own_addresses() -> None:
    path = address("/latest/", {"tag": ("b", "a", "a"), "source": ()}, any_tag=True, before="x-1")
    assert path == "/latest/?before=x-1&match=any&tag=a&tag=b"
    assert is_canonical(QueryDict(path.partition("?")[2]), path)
    assert not is_canonical(QueryDict("tag=b&tag=a&match=any&before=x-1"), path)


@pytest.mark.sqlite
def test_asks_as_often_for_three_articles_as_for_three_hundred(
    client: Client, db: None, django_assert_num_queries: Any
) -> None:
    rows = [factories.published(tags=TAGS, people=PEOPLE, outlet="Herald") for _ in range(3)]
    for more in (0, 297):
        factories.copies(rows[-1], more)
        with django_assert_num_queries(18):
            client.get("/latest/?match=any&tag=bridges&tag=courts")


def test_narrows_by_section_with_all_the_others(client: Client, db: None) -> None:
    world, sport = factories.section("World"), factories.section("Sport")
    row = factories.published("Here", tags=("Bridges",), section=world)
    factories.published("Other section", tags=("Bridges",), section=sport)
    factories.published("Other tag", section=world)
    factories.published("No section", tags=("Bridges",))
    assert client.get("/latest/?section=world&tag=bridges").context["days"][0][1] == [row]
    assert client.get("/search/?q=Here&section=world").context["articles"] == [row]
    assert client.get("/search/?q=Here&section=sport").context["total"] == 0
    offered = {
        option.slug: option.count
        for facet in client.get("/tags/bridges/").context["facets"]
        for option, _ in facet.options
        if facet.parameter == "section"
    }
    assert offered == {"world": 1, "sport": 1}
    assert "section" not in {facet.parameter for facet in client.get("/sections/world/").context["facets"]}
    assert client.get("/api/v1/articles/?section=sport").json()["articles"][0]["section"]["slug"] == "sport"
