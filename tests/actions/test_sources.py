"""Two sources that are one."""

import pytest

from articles.actions import merging, sources
from articles.actions.decisions import DecisionRefused
from articles.models import Credit, PublishedSource, Source, SourceName
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def test_reports_credits_and_publications_go_to_the_one_that_stays_and_back() -> None:
    keep, gone = factories.source("Reuters"), factories.source("Reuters Agency")
    row = factories.published(outlet="Reuters Agency")
    article = factories.article(source=gone)
    for source in (keep, gone):
        Credit.objects.create(article=article, source=source)
    before = row.details
    decision = merging.merge(sources.FAMILY, keep=keep, gone=gone, by=cast.editor(), now=NOON)
    article.refresh_from_db()
    row.refresh_from_db()
    assert article.source == keep
    assert [credit.source for credit in article.credits.all()] == [keep]
    assert (row.details["source"]["name"], row.details["source"]["inferred"]) == ("Reuters", False)
    assert PublishedSource.objects.get().source == keep
    assert Source.objects.named("reuters agency") == keep
    back = merging.unmerge(sources.FAMILY, decision=decision, by=cast.editor(), now=NOON)
    article.refresh_from_db()
    row.refresh_from_db()
    assert back == gone == article.source
    assert article.credits.count() == 2
    assert row.details == before
    assert not SourceName.objects.exists()


def test_one_does_not_come_back_beside_another_of_its_name() -> None:
    keep, gone = factories.source("Reuters"), factories.source("Reuters Agency")
    decision = merging.merge(sources.FAMILY, keep=keep, gone=gone, by=cast.editor(), now=NOON)
    Source.objects.create(name="REUTERS AGENCY")
    with pytest.raises(DecisionRefused, match="Reuters Agency"):
        merging.unmerge(sources.FAMILY, decision=decision, by=cast.editor(), now=NOON)
    decision.refresh_from_db()
    assert decision.undone_at is None
