"""Nothing is published before an embargo ends, and it is lifted by those alone who publish."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from articles.actions.checklist import checklist
from articles.actions.embargo import set_embargo
from articles.actions.moves import MovedMeanwhile, MoveRefused, NotAllowed, move
from articles.models import Article, PublishedArticle, Story, StoryMember
from articles.workflow import Status
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db

MORNING = NOON + timedelta(hours=18)


def embargo(article: Article, until: datetime | None = MORNING, *, by: Any = None, note: str = "") -> None:
    set_embargo(article, until=until, note=note, by=by or cast.publisher(), now=NOON)


def publish(article: Article, **times: Any) -> None:
    move(article, "publish", by=cast.publisher(), now=times.pop("now", NOON), **times)


@pytest.fixture
def article() -> Article:
    made = factories.article(status=Status.READY, created_by=cast.reporter())
    embargo(made)
    return made


def test_it_is_not_published_before_its_time(article: Article) -> None:
    for at in (None, MORNING - timedelta(seconds=1)):
        with pytest.raises(MoveRefused, match="under embargo until 6 Mar, 06:00 UTC"):
            publish(article, at=at)
    assert not PublishedArticle.objects.exists()
    assert Article.objects.get().status == Status.READY


@pytest.mark.parametrize("times", [{"at": MORNING}, {"at": MORNING + timedelta(days=1)}, {"now": MORNING}])
def test_it_is_published_at_its_time_and_after(article: Article, times: dict[str, datetime]) -> None:
    publish(article, **times)
    assert PublishedArticle.objects.get().goes_live_at >= MORNING


def test_the_import_does_not_publish_it() -> None:
    article = factories.article(status=Status.INGESTED, embargo_until=MORNING)
    with pytest.raises(MoveRefused, match="embargo"):
        move(article, "publish_import", by=None, now=NOON)
    move(article, "publish_import", by=None, now=MORNING)


def test_it_holds_when_it_was_set_after_the_publisher_read_the_article() -> None:
    read = factories.article(status=Status.READY)
    embargo(Article.objects.get())
    with pytest.raises(MovedMeanwhile):
        publish(read)


def test_its_writer_sets_it_and_makes_it_longer_but_not_shorter(article: Article) -> None:
    later = MORNING + timedelta(days=1)
    embargo(article, later, by=cast.reporter())
    for until in (MORNING, None):
        for who in (cast.reporter(), cast.editor()):
            with pytest.raises(NotAllowed, match="lift or shorten"):
                embargo(article, until, by=who, note="They agreed.")
    assert Article.objects.get().embargo_until == later
    with pytest.raises(NotAllowed):
        embargo(article, later + timedelta(days=1), by=cast.reporter("ruth"))


def test_who_publishes_lifts_it_with_a_reason_that_is_kept(article: Article) -> None:
    with pytest.raises(MoveRefused, match="reason"):
        embargo(article, None, note=" ")
    embargo(article, None, note="The agency lifted it.")
    entry = article.history.first()
    assert entry is not None
    assert (entry.verb, entry.note, entry.details["until"]) == ("embargo", "The agency lifted it.", "")
    publish(article)


def test_one_that_is_over_is_nobodys_to_lift(article: Article) -> None:
    set_embargo(article, until=None, note="", by=cast.reporter(), now=MORNING)
    assert Article.objects.get().embargo_until is None


def test_it_comes_too_late_for_what_readers_have_or_will_have_before() -> None:
    article = factories.article(status=Status.READY)
    publish(article, at=MORNING - timedelta(hours=1))
    with pytest.raises(MoveRefused, match="scheduled for 6 Mar, 05:00 UTC"):
        embargo(article)
    with pytest.raises(MoveRefused, match="past"):
        embargo(article, NOON)
    move(article, "cancel_schedule", by=cast.publisher(), now=NOON)
    publish(article)
    with pytest.raises(MoveRefused, match="have this article already"):
        embargo(article)


def test_what_another_report_of_the_story_keeps_back_is_published_with_a_reason_alone(article: Article) -> None:
    other = factories.article("Bridge open again", status=Status.READY)
    story = Story.objects.create(created_at=NOON)
    for one in (article, other):
        StoryMember.objects.create(article=one, story=story, joined_at=NOON)
    with pytest.raises(MoveRefused, match="Another report of its story is under embargo until 6 Mar 2024, 06:00 UTC"):
        publish(other)
    assert {check.name for check in checklist(other, at=NOON) if check.lack} == {"embargo"}
    assert not any(check.lack for check in checklist(other, at=MORNING))
    publish(other, override="Ours came from the mayor herself.")
    assert PublishedArticle.objects.get().number == other.pk


def test_the_import_publishes_nothing_that_another_report_of_the_story_keeps_back(article: Article) -> None:
    other = factories.article("Bridge open again", status=Status.INGESTED)
    story = Story.objects.create(created_at=NOON)
    for one in (article, other):
        StoryMember.objects.create(article=one, story=story, joined_at=NOON)
    with pytest.raises(MoveRefused, match="Another report of its story"):
        move(other, "publish_import", by=None, now=NOON)
    move(other, "publish_import", by=None, now=MORNING)
