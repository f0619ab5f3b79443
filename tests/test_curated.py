"""The readers' front page: what editors chose, as far as readers have it, each article once."""

import gzip
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.actions.moves import close_windows
from articles.curated import chosen, front_page, topics
from articles.models import CuratedFront, FrontList, ListKind, Pin, PublishedArticle
from tests import factories

pytestmark = pytest.mark.django_db


def publish(count: int, **fields: Any) -> list[PublishedArticle]:
    """The newest first."""
    return [factories.published(at=factories.NOON - timedelta(minutes=n), **fields) for n in range(count)]


def curate(top: PublishedArticle | None = None, pins: tuple[PublishedArticle, ...] = (), **fields: Any) -> CuratedFront:
    front = CuratedFront.objects.create(pk=1, top_id=top.number if top else None, **fields)
    for position, row in enumerate(pins):
        Pin.objects.create(front=front, article_id=row.number, position=position)
    return front


def shown() -> dict[str, Any]:
    now = timezone.now()
    return front_page(chosen(now), now)


def test_it_is_the_automatic_page_where_nothing_was_chosen() -> None:
    rows = publish(30)
    page = shown()
    assert page["top"] + page["beside"] + page["rest"] == rows[:25]
    assert len(page["beside"]) == 4
    curate()
    assert shown() == page


def test_it_leads_with_the_top_story_then_the_pins_then_the_rest_each_once() -> None:
    rows = publish(30)
    curate(rows[20], (rows[28], rows[20], rows[3]))
    page = shown()
    assert (page["top"], page["beside"]) == ([rows[20]], [rows[28], rows[3]])
    lead = [20, 28, 3]
    assert page["rest"] == [row for n, row in enumerate(rows) if n not in lead][:22]
    assert page["newest"] == rows[:25], "the rail has the newest, whatever is pinned"


def test_it_lets_the_first_pin_lead_when_the_top_story_is_over() -> None:
    rows, now = publish(5), timezone.now()
    front = curate(rows[4], (rows[3], rows[2]), top_until=now - timedelta(minutes=1))
    assert shown()["top"] == [rows[3]]
    CuratedFront.objects.update(top_until=now + timedelta(minutes=1))
    assert shown()["top"] == [rows[4]]
    front.pins.filter(article=rows[3].number).update(until=now - timedelta(minutes=1))
    assert shown()["beside"] == [rows[2]]


def test_it_drops_what_readers_do_not_have() -> None:
    rows, now = publish(6), timezone.now()
    later = factories.published("Later", at=now + timedelta(hours=1))
    draft = factories.article("A draft")
    front = curate(rows[0], (rows[1], later, rows[2]))
    Pin.objects.create(front=front, article=draft, position=9)
    close_windows(rows[0].number, now=now, at=now)
    page = shown()
    assert (page["top"], page["beside"]) == ([rows[1]], [rows[2]])
    assert {row.number for row in page["rest"]} == {row.number for row in rows[3:]}


def test_it_fills_lists_from_sections_and_tags_without_what_stands_above(client: Client) -> None:
    world = publish(4, section=factories.section("World"), tags=("Bridges",))
    tagged = publish(3, tags=("Bridges",))
    front = curate(world[0], (tagged[0],))
    FrontList.objects.create(front=front, kind=ListKind.SECTION, section=factories.section("World"), limit=2)
    empty = factories.section("Empty")
    FrontList.objects.create(front=front, kind=ListKind.SECTION, section=empty, position=1)
    FrontList.objects.create(front=front, kind=ListKind.TAG, tag=factories.tag(), position=2, heading="On bridges")
    FrontList.objects.create(front=front, position=3, limit=1)
    blocks = shown()["blocks"]
    assert [(block.title, block.path) for block in blocks] == [
        ("World", "/sections/world/"),
        ("On bridges", "/tags/bridges/"),
    ]
    assert blocks[0].articles == world[1:3]
    assert set(blocks[1].articles) == {world[3], *tagged[1:]}
    numbers = [row.number for row in (client.get("/").context["top"] + client.get("/").context["beside"])]
    assert numbers == [world[0].number, tagged[0].number]


@pytest.mark.parametrize("count", [1, 3, pytest.param(300, marks=pytest.mark.sqlite)])
def test_it_asks_as_often_for_any_number_of_articles(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    rows = publish(1, section=factories.section("World"))
    rows += factories.copies(rows[0], count - 1)
    front = curate(rows[0], (rows[-1],))
    FrontList.objects.create(front=front, kind=ListKind.SECTION, section=factories.section("World"))
    FrontList.objects.create(front=front, position=1)
    # The front page, its pins, lists and their section; the newest, what was chosen, two lists; the sections above and
    # what the site is called
    with django_assert_num_queries(10):
        client.get("/")


def test_it_names_what_several_articles_are_about() -> None:
    rows = [factories.published(tags=tags) for tags in (("Bridges", "Ferries"), ("Bridges",), ("Courts",))]
    assert topics(rows) == [("bridges", "Bridges")]


def test_it_stays_light_however_much_is_chosen(client: Client) -> None:
    words = " ".join(f"word{n * 7919 % 1000}" for n in range(90))
    row = factories.published(tags=("Bridges", "Ferries"), outlet="Herald", section=factories.section("World"))
    at = {"published_at": row.published_at, "modified_at": row.modified_at, "goes_live_at": row.goes_live_at}
    PublishedArticle.objects.bulk_create(
        PublishedArticle(
            number=900 + n,
            revision=1,
            slug=f"copy-{n}",
            headline=f"{words[n : n + 70]} {n}",
            excerpt=words[n * 3 : n * 3 + 240],
            details=row.details,
            **at,
        )
        for n in range(110)
    )
    front = curate()
    for position in range(8):
        FrontList.objects.create(front=front, position=position, limit=12)
    page = client.get("/").content
    assert page.count(b"<article") == 5 + 8 * 12
    assert len(gzip.compress(page, 6)) <= 20_000
