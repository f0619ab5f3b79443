from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.models import PublishedArticle
from tests import factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def window(number: int, start: int, end: int | None) -> PublishedArticle:
    """A publication live from `start` to `end`, in hours from noon."""
    return PublishedArticle.objects.create(
        number=number,
        revision=1,
        slug="bridge",
        headline="Bridge",
        body_html="",
        body_text="",
        change="first",
        published_at=NOON,
        modified_at=NOON,
        goes_live_at=NOON + start * HOUR,
        goes_off_at=None if end is None else NOON + end * HOUR,
    )


def test_readers_have_it_from_its_first_to_before_its_last_moment() -> None:
    window(1, 0, 2)
    seen = [
        hour
        for hour in (-1, 0, 1, 2, 3)
        if PublishedArticle.objects.visible(NOON + hour * HOUR).filter(number=1).exists()
    ]
    assert seen == [0, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((0, 2), (1, 3)),
        ((0, None), (5, None)),
        ((0, 9), (3, 4)),
        ((3, 4), (0, 9)),
        ((0, 2), (0, 2)),
        ((1, None), (0, 2)),
    ],
)
def test_the_database_refuses_overlapping_windows_of_one_number(
    one: tuple[int, int | None], other: tuple[int, int | None]
) -> None:
    window(1, *one)
    with pytest.raises(IntegrityError), transaction.atomic():
        window(1, *other)


@pytest.mark.parametrize(
    ("one", "other"), [((0, 2), (2, 3)), ((0, 2), (5, None)), ((2, 2), (0, None)), ((0, 3), (1, 1))]
)
def test_windows_may_touch_and_empty_ones_count_for_nothing(
    one: tuple[int, int | None], other: tuple[int, int | None]
) -> None:
    window(1, *one)
    window(1, *other)
    window(2, *one)


def test_the_database_refuses_a_change_into_an_overlap() -> None:
    window(1, 0, 2)
    later = window(1, 3, None)
    with pytest.raises(IntegrityError), transaction.atomic():
        PublishedArticle.objects.filter(pk=later.pk).update(goes_live_at=NOON + HOUR)


def test_a_window_does_not_end_before_it_begins() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        window(1, 2, 1)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 8), st.one_of(st.none(), st.integers(0, 8))), min_size=1, max_size=6))
def test_whatever_is_written_no_moment_has_two_texts(windows: list[tuple[int, int | None]]) -> None:
    with transaction.atomic():
        for start, end in windows:
            try:
                with transaction.atomic():
                    window(7, start, end)
            except IntegrityError:
                continue
        for half_hours in range(18):
            moment = NOON + half_hours * HOUR / 2
            assert PublishedArticle.objects.visible(moment).filter(number=7).count() <= 1
        transaction.set_rollback(True)


@pytest.mark.sqlite  # PostgreSQL holds windows apart by a constraint
def test_the_triggers_that_hold_the_windows_apart_are_there() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
        names = [name for (name,) in cursor.fetchall()]
    assert [name for name in names if name.startswith("published_windows_apart")] == [
        "published_windows_apart_INSERT",
        "published_windows_apart_UPDATE",
    ]


def test_newest_first_with_the_number_as_tie_breaker() -> None:
    rows = [factories.published(at=NOON) for _ in range(2)] + [factories.published(at=NOON + HOUR)]
    assert list(PublishedArticle.objects.newest()) == [rows[2], rows[1], rows[0]]


def test_pages_before_and_after_a_place_join_without_gap() -> None:
    rows = [factories.published(at=NOON) for _ in range(3)]
    middle = rows[1]
    older = PublishedArticle.objects.newest().before(middle.published_at, middle.number)
    newer = PublishedArticle.objects.newest().after(middle.published_at, middle.number)
    assert (list(newer), list(older)) == ([rows[2]], [rows[0]])
