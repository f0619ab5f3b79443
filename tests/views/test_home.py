"""The front page."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from articles.models import PublishedArticle
from tests import factories
from tests.renditions.rows import picture


@pytest.mark.parametrize("count", [0, 1, 3, 40])
def test_asks_as_often_for_any_number_of_articles(
    client: Client, db: None, count: int, django_assert_num_queries: Any
) -> None:
    if count:
        factories.copies(factories.published(tags=("Bridges", "Ferries"), outlet="Herald"), count - 1)
    with django_assert_num_queries(4):
        client.get("/")


def test_leads_with_the_newest_and_shows_each_article_once(client: Client, db: None) -> None:
    rows = [factories.published(at=factories.NOON - timedelta(minutes=minute)) for minute in range(30)]
    context = client.get("/").context
    assert context["top"] + context["beside"] + context["rest"] == rows[:25]
    assert context["rail"] == rows[:10]


def test_says_so_when_nothing_is_published(client: Client, db: None) -> None:
    assert "Nothing has been published yet" in client.get("/").content.decode()


def test_shows_pictures_small_and_the_first_at_once(client: Client, db: None, django_assert_num_queries: Any) -> None:
    rows = [factories.published() for _ in range(7)]
    for row in (rows[0], rows[1], rows[6]):
        PublishedArticle.objects.filter(pk=row.pk).update(details={"pictures": [picture()]})
    with django_assert_num_queries(4):
        page = client.get("/").content.decode()
    top, beside, rest = re.findall(r"<img[^>]*>", page)
    assert "29rem" in top and "loading" not in top
    assert "24rem" in beside and "lazy" in beside
    assert "srcset" not in rest and "16x9-30-60-320.webp" in rest
    assert page.count("card-pictured") == 3


def test_says_what_the_site_is_called_to_search_engines(client: Client, db: None, settings: Any) -> None:
    settings.NEWSROOM_SITE_NAME = "The </script> Times"
    page = client.get("/").content.decode()
    (block,) = re.findall(r'<script type="application/ld\+json">([^<]*)</script>', page)
    assert json.loads(block)["name"] == "The </script> Times"
