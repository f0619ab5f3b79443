"""Two tags that are one."""

import pytest

from articles.actions import merging, tags
from articles.models import ArticleTag, PublishedTag, Redirect, TagSynonym
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def test_articles_and_publications_go_to_the_one_that_stays_and_back() -> None:
    keep, gone = factories.tag("Marmots"), factories.tag("Woodchucks")
    TagSynonym.objects.create(tag=gone, name="Groundhogs")
    both = factories.published(tags=("Marmots", "Woodchucks"))
    one = factories.published(tags=("Woodchucks",))
    before = [both.details, one.details]
    decision = merging.merge(tags.FAMILY, keep=keep, gone=gone, by=cast.editor(), now=NOON)
    for row in (both, one):
        row.refresh_from_db()
        assert [(tag["name"], tag["slug"]) for tag in row.details["tags"]] == [("Marmots", keep.slug)]
        assert [tag.tag for tag in PublishedTag.objects.filter(content_object=row)] == [keep]
    assert set(keep.synonyms.values_list("name", flat=True)) == {"Groundhogs", "Woodchucks"}
    assert Redirect.objects.get(slug=gone.slug).target == keep.pk
    merging.unmerge(tags.FAMILY, decision=decision, by=cast.editor(), now=NOON)
    both.refresh_from_db()
    one.refresh_from_db()
    assert [both.details, one.details] == before
    assert ArticleTag.objects.filter(tag=gone).count() == 2
    assert list(keep.synonyms.all()) == []
    assert not Redirect.objects.exists()


def test_a_publication_that_is_over_keeps_what_it_said() -> None:
    keep, gone = factories.tag("Marmots"), factories.tag("Woodchucks")
    over = factories.published(tags=("Woodchucks",))
    over.goes_off_at = NOON
    over.save()
    merging.merge(tags.FAMILY, keep=keep, gone=gone, by=cast.editor(), now=NOON)
    over.refresh_from_db()
    assert [tag["name"] for tag in over.details["tags"]] == ["Woodchucks"]
