"""What readers have of an article, asked for a whole list at once."""

from datetime import timedelta
from typing import Any

import pytest

from articles.actions.moves import move
from articles.admin.reach import reach_of
from articles.models import Article
from articles.times import moment
from articles.workflow import Status
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def sayings(article: Article, hours: float = 0) -> list[str]:
    now = NOON + timedelta(hours=hours)
    return [saying for _look, saying in reach_of([article], now=now)[article.pk].sayings(now)]


def test_it_follows_an_article_through_its_life() -> None:
    article = factories.article(status=Status.READY)
    paula = cast.publisher()
    assert sayings(article) == ["Readers do not have it"]
    move(article, "publish", by=paula, now=NOON)
    assert sayings(article) == ["Live since 12:00"]
    assert sayings(article, 24) == ["Live since 5 Mar 2024, 12:00"]
    move(article, "rework", by=paula, now=NOON)
    article.claim(seen=1, by=paula, now=NOON)
    assert sayings(article) == ["Live since 12:00", "Unpublished changes"]
    Article.objects.update(status=Status.READY)
    article.refresh_from_db()
    move(article, "publish", by=paula, now=NOON, at=NOON + timedelta(hours=3))
    assert sayings(article) == ["Live since 12:00", "Scheduled for 5 Mar, 15:00 UTC"]
    assert sayings(article, 4) == ["Live since 15:00"]
    move(article, "unpublish", by=paula, now=NOON + timedelta(hours=1), note="Wrong.")
    assert sayings(article, 5) == ["Readers do not have it"]


def test_it_says_when_an_article_was_withdrawn() -> None:
    article = factories.article(status=Status.READY)
    move(article, "publish", by=cast.publisher(), now=NOON)
    move(article, "kill", by=cast.publisher(), now=NOON, note="Invented.")
    assert sayings(article) == ["Withdrawn for good"]


def test_it_asks_once_for_many(django_assert_num_queries: Any) -> None:
    for _ in range(5):
        factories.published()
    articles = list(Article.objects.all())
    with django_assert_num_queries(1):
        assert all(reach.live for reach in reach_of(articles, now=NOON).values())


def test_it_says_the_time_alone_of_today() -> None:
    assert moment(NOON, now=NOON) == "12:00"
    assert moment(NOON, now=NOON + timedelta(days=1)) == "5 Mar 2024, 12:00"
    assert moment(None) == ""
