"""Stories as readers meet them."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from articles.models import (
    Kind,
    Proposal,
    PublishedArticle,
    Quotation,
    QuotationLink,
    Story,
    StoryMember,
    other_reports,
    quotations_like,
)
from tests import factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def story(*reports: PublishedArticle | int, **fields: object) -> Story:
    row = Story.objects.create(created_at=NOON, **fields)
    for report in reports:
        number = report if isinstance(report, int) else report.number
        StoryMember.objects.create(article_id=number, story=row, joined_at=NOON)
    return row


def test_it_shows_readers_what_they_have_and_no_draft() -> None:
    first = factories.published("Bridge falls", at=NOON - timedelta(hours=2))
    second = factories.published("Bridge fell", at=NOON - timedelta(hours=1))
    later = factories.published("Bridge will be mended", at=NOON + timedelta(hours=1))
    draft = factories.article("Planted words of a draft")
    told = story(first, second, later, draft.pk)
    assert list(told.reports(NOON)) == [first, second]
    assert list(told.reports(NOON + timedelta(hours=2))) == [first, second, later]
    assert list(other_reports(second.number, NOON)) == [first]
    assert list(other_reports(factories.published().number, NOON)) == []


def test_it_stays_true_when_an_article_goes_to_another_story() -> None:
    first, second, third = (factories.published() for _ in range(3))
    told, other = story(first, second), story(third)
    StoryMember.objects.filter(article_id=second.number).update(story=other)
    assert list(told.reports(NOON)) == [first]
    assert list(other_reports(third.number, NOON)) == [second]


def test_it_takes_its_public_title_from_what_readers_have() -> None:
    first = factories.published("Bridge falls")
    told = story(first)
    assert (told.public_title(first), told.public_slug(first)) == ("Bridge falls", "bridge-falls")
    told.title = "The fall of the bridge"
    assert told.public_slug(first) == "the-fall-of-the-bridge"


def test_an_article_page_asks_one_query_for_the_others(django_assert_num_queries: object) -> None:
    first, second = factories.published(), factories.published()
    story(first, second)
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert [row.number for row in other_reports(first.number, NOON).for_cards()] == [second.number]


def test_it_leads_from_a_story_that_went_into_another_to_the_last() -> None:
    last = story()
    middle = story(merged_into=last)
    first = story(merged_into=middle)
    assert first.survivor == middle.survivor == last.survivor == last
    assert last.family() == {first.pk, middle.pk, last.pk}


def test_it_asks_a_question_once() -> None:
    Proposal.objects.create(kind=Kind.STORY, one=1, other=2, asked_at=NOON)
    Proposal.objects.create(kind=Kind.PERSON, one=1, other=2, asked_at=NOON)
    for one, other in ((1, 2), (2, 1), (3, 3)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Proposal.objects.create(kind=Kind.STORY, one=one, other=other, asked_at=NOON)
    assert Proposal.objects.between(Kind.STORY, 2, 1).count() == 1
    assert Proposal.objects.touching(Kind.STORY, {2}).count() == 1


def test_it_reaches_every_quotation_that_says_the_same() -> None:
    one, cut, near, other = (Quotation.objects.create(key=str(n), text="words") for n in range(4))
    first = QuotationLink.objects.create(one=one, other=cut, kind="cut", words=8, ratio=100)
    second = QuotationLink.objects.create(one=one, other=near, kind="near", words=8, ratio=90)
    assert quotations_like(one) == {one.pk: None, cut.pk: first, near.pk: second}
    assert quotations_like(cut) == {cut.pk: None, one.pk: first}
    assert quotations_like(other) == {other.pk: None}
