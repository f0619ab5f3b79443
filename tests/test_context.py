"""The rail of latest headlines, on every page."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from articles.context import latest_headlines, public_page
from tests import factories


def test_holds_the_ten_newest_articles_newest_first(db: None) -> None:
    rows = [factories.published(at=factories.NOON + timedelta(minutes=minute)) for minute in range(12)]
    assert latest_headlines(timezone.now()) == rows[:1:-1]


def test_leaves_out_the_pages_own_article_and_still_holds_ten(db: None) -> None:
    rows = [factories.published(at=factories.NOON + timedelta(minutes=minute)) for minute in range(12)]
    rail = latest_headlines(timezone.now(), without=rows[-1].number)
    assert rail == rows[-2:0:-1]


def test_asks_once(db: None, django_assert_num_queries: object) -> None:
    factories.published()
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert [row.get_absolute_url() for row in latest_headlines(timezone.now())]


def test_orders_equal_times_by_number(db: None) -> None:
    rows = [factories.published(at=factories.NOON) for _ in range(3)]
    assert latest_headlines(timezone.now()) == rows[::-1]


def test_says_so_when_there_is_nothing(client: Client, db: None) -> None:
    row = factories.published("The only one")
    page = client.get(row.get_absolute_url()).content.decode()
    assert "No other articles yet" in page
    assert '<ol class="rail-list">' not in page


def test_writes_addresses_with_the_sites_own_name(db: None, settings: object) -> None:
    settings.NEWSROOM_SITE_URL = "https://news.example.org"  # type: ignore[attr-defined]
    assert public_page("/latest/", [])["canonical"] == "https://news.example.org/latest/"
    assert public_page(None, [])["canonical"] is None


def test_says_a_notice_on_every_page_where_there_is_one(client: Client, db: None, settings: object) -> None:
    paths = ("/", "/latest/", factories.published().get_absolute_url(), "/no-such-page/")
    assert all("site-notice" not in client.get(path).content.decode() for path in paths)
    settings.NEWSROOM_NOTICE = "All <reports> are made up."  # type: ignore[attr-defined]
    for path in paths:
        assert client.get(path).content.decode().count("All &lt;reports&gt; are made up.") == 1


def test_leads_to_the_sections_that_readers_have_articles_of_in_their_order(client: Client, db: None) -> None:
    sport, world = factories.section("Sport", position=2), factories.section("World", position=1)
    factories.section("Empty", position=0)
    factories.published(section=sport), factories.published(section=world)
    page = client.get("/latest/")
    assert page.context["sections"] == [world, sport]
    assert "Empty" not in page.content.decode()
