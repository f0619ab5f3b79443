"""What readers have when: publications at a set time, ends at a set time, and taking either back."""

from datetime import timedelta
from typing import Any

import pytest

from articles.actions.moves import MoveRefused, legal_moves, move
from articles.actions.windows import Windows
from articles.models import Article, PublishedArticle
from articles.workflow import Change, Status
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def act(article: Article, verb: str, now: float = 0, **at: Any) -> None:
    """Make a move; times are hours from noon."""
    at = {name: NOON + value * HOUR if name in {"at", "until"} else value for name, value in at.items()}
    move(article, verb, by=cast.publisher(), now=NOON + now * HOUR, **at)


def again(article: Article, now: float = 0, **at: Any) -> None:
    Article.objects.filter(pk=article.pk).update(status=Status.READY)
    article.refresh_from_db()
    act(article, "publish", now, **at)


@pytest.fixture
def article() -> Article:
    return factories.article(status=Status.READY)


def windows() -> list[tuple[float, float | None]]:
    """From when to when readers have each publication; without those that were cancelled."""
    rows = PublishedArticle.objects.order_by("goes_live_at", "pk").values_list("goes_live_at", "goes_off_at")
    hours = [tuple(None if at is None else (at - NOON) / HOUR for at in row) for row in rows]
    return [(opens, ends) for opens, ends in hours if opens != ends]  # type: ignore[misc]


def offered(article: Article, now: float) -> set[str]:
    return {
        step.verb for step in legal_moves(cast.publisher(), article, windows=Windows(article.pk, NOON + now * HOUR))
    }


def test_a_publication_ends_at_its_minute_without_a_worker(article: Article) -> None:
    act(article, "publish", at=1, until=3)
    assert windows() == [(1, 3)]
    seen = [bool(PublishedArticle.objects.visible(NOON + hour * HOUR)) for hour in (0, 1, 2.99, 3)]
    assert seen == [False, True, True, False]
    assert not {"unpublish", "unpublish_later", "cancel_unpublish"} & offered(article, 3)


def test_an_end_comes_after_the_beginning(article: Article) -> None:
    for until in (-1, 0, 1):
        with pytest.raises(MoveRefused, match="before they have got it"):
            act(article, "publish", at=1, until=until)


def test_what_readers_have_is_given_an_end_and_keeps_it_through_changes(article: Article) -> None:
    act(article, "publish")
    act(article, "unpublish_later", 1, at=8, note="The licence ends.")
    assert (article.status, windows()) == (Status.PUBLISHED, [(0, 8)])
    again(article, 2, at=4)
    assert windows() == [(0, 4), (4, 8)]
    again(article, 3, at=5)
    assert windows() == [(0, 5), (5, 8)]
    again(article, 3)
    assert windows() == [(0, 3), (3, 8)]


def test_an_end_holds_for_what_readers_have_though_a_change_opens_after_it(article: Article) -> None:
    act(article, "publish", until=4)
    again(article, 1, at=6)
    assert windows() == [(0, 4), (6, None)]
    act(article, "cancel_unpublish", 2)
    assert windows() == [(0, 6), (6, None)]


def test_an_end_is_put_off_and_cancelled(article: Article) -> None:
    act(article, "publish", until=4)
    act(article, "unpublish_later", 1, at=6, note="Later.")
    assert windows() == [(0, 6)]
    act(article, "cancel_unpublish", 2)
    assert windows() == [(0, None)]
    assert "cancel_unpublish" not in offered(article, 2)


def test_an_end_in_the_past_or_without_a_time_is_refused(article: Article) -> None:
    act(article, "publish")
    for at in ({"at": 1}, {"at": 0.5}, {}):
        with pytest.raises(MoveRefused, match=r"past|which time"):
            act(article, "unpublish_later", 1, note="Why.", **at)
    assert windows() == [(0, None)]


@pytest.mark.parametrize("hour", [2, 4])
def test_an_end_does_not_cut_off_what_is_scheduled(article: Article, hour: int) -> None:
    act(article, "publish")
    again(article, 1, at=4)
    with pytest.raises(MoveRefused, match="scheduled"):
        act(article, "unpublish_later", 1, at=hour, note="Why.")
    assert windows() == [(0, 4), (4, None)]


def test_a_cancelled_first_publication_is_ready_again_and_nobody_approves_it_anew(article: Article) -> None:
    act(article, "publish", at=4)
    act(article, "cancel_schedule", 1)
    assert (article.status, windows()) == (Status.READY, [])
    act(article, "publish", 2)
    assert windows() == [(2, None)]


@pytest.mark.parametrize("end", [None, 9])
def test_a_cancelled_change_leaves_what_readers_have_and_its_end(article: Article, end: float | None) -> None:
    act(article, "publish", **({"until": end} if end else {}))
    again(article, 1, at=4)
    act(article, "cancel_schedule", 2)
    assert (article.status, windows()) == (Status.READY, [(0, end)])


@pytest.mark.parametrize(("end", "now", "left"), [(None, 2, None), (9, 2, 9), (3, 2, 3)])
def test_an_end_that_came_with_a_change_goes_with_it(
    article: Article, end: float | None, now: float, left: float | None
) -> None:
    act(article, "publish", **({"until": end} if end else {}))
    again(article, 1, at=2.5, until=20)
    assert windows() == [(0, 2.5), (2.5, 20)]
    act(article, "cancel_schedule", now)
    assert windows() == [(0, left)]
    assert bool(article.history.get(verb="cancel_schedule").details) is (left is not None)


def test_an_end_that_was_set_after_a_change_was_scheduled_stays_without_it(article: Article) -> None:
    act(article, "publish", until=3)
    again(article, 1, at=2.5, until=20)
    act(article, "unpublish_later", 1, at=8, note="The licence ends.")
    act(article, "cancel_schedule", 2)
    assert windows() == [(0, 8)]


def test_a_schedule_is_cancelled_while_the_next_version_is_written(article: Article) -> None:
    act(article, "publish", at=4)
    act(article, "rework", 1)
    act(article, "cancel_schedule", 2)
    assert (article.status, windows()) == (Status.DRAFT, [])


def test_a_change_that_has_opened_is_not_cancelled(article: Article) -> None:
    act(article, "publish", at=4)
    with pytest.raises(MoveRefused, match="Nothing of this article is scheduled"):
        act(article, "cancel_schedule", 4)


def test_unpublishing_takes_what_has_an_end_and_what_is_coming(article: Article) -> None:
    act(article, "publish", until=4)
    again(article, 1, at=6)
    act(article, "unpublish", 2, note="Wrong.")
    assert windows() == [(0, 2)]


@pytest.mark.parametrize("hours", [0, 3, 6, 9])
def test_a_new_publication_takes_the_place_of_a_scheduled_one(article: Article, hours: int) -> None:
    act(article, "publish", at=6)
    act(article, "rework")
    again(article, at=hours)
    assert windows() == [(hours, None)]
    row = PublishedArticle.objects.get(goes_off_at=None)
    assert (row.change, row.published_at, row.modified_at) == ("first", NOON + hours * HOUR, NOON + hours * HOUR)


@pytest.mark.parametrize("hours", [1, 3, 6, 9])
def test_what_is_live_stays_until_the_change_that_takes_the_place_of_a_scheduled_one(
    article: Article, hours: int
) -> None:
    act(article, "publish")
    for at, change in ((6, Change.UPDATE), (hours, Change.MINOR)):
        act(article, "rework", 1)
        again(article, 1, at=at, change=change)
    assert windows() == [(0, hours), (hours, None)]
    row = PublishedArticle.objects.get(goes_off_at=None)
    assert (row.change, row.published_at, row.modified_at) == ("minor", NOON, NOON)


def test_what_is_published_twice_in_one_moment_is_live_once(article: Article) -> None:
    act(article, "publish")
    act(article, "rework")
    again(article)
    assert windows() == [(0, None)]
    assert PublishedArticle.objects.get(goes_off_at=None).published_at == NOON
