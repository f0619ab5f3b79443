"""Bringing an earlier state back whole, and letting old ones go."""

from datetime import timedelta
from typing import Any

import pytest

from articles.actions import merging, people
from articles.actions.edits import StaleArticle, claim, record_revision
from articles.actions.moves import move
from articles.actions.revisions import prune, restore
from articles.models import Article, ArticleTag, Credit, Mention, Picture, Quote, Revision
from articles.workflow import Status
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=1)


def whole() -> tuple[Article, Revision]:
    """An article with a row of everything, and the revision of it."""
    article = factories.article(created_by=cast.reporter(), source=factories.source(), standfirst="At last.")
    article.original_url = "https://wire.example/bridge"
    article.save(update_fields=["original_url"])
    ana = factories.person("Ana Horvat")
    ArticleTag.objects.create(content_object=article, tag=factories.tag("Bridges"), start=1, end=2, by_import=True)
    factories.mention(article, ana, role="mayor", start=3, end=9, by_import=True)
    factories.quote(article, "So be it.", ana, start=10, end=19, tier="suggested")
    Credit.objects.create(article=article, source=factories.source("Wire"), start=1, end=3)
    Picture.objects.create(article=article, caption="A bridge", credit="R. Reyes")
    return article, record_revision(article, by=cast.reporter(), now=NOON)


def emptied(article: Article) -> None:
    """Everything of the article is something else, saved as version 2."""
    claim(article, seen=1, by=cast.reporter(), now=NOON)
    for rows in (article.tagged, article.mentions, article.quotes, article.credits, article.pictures):
        rows.all().delete()
    article.headline, article.body, article.standfirst, article.source = "Other", "<p>Other.</p>", "", None
    article.original_url = "https://wire.example/other"
    article.save()
    ArticleTag.objects.create(content_object=article, tag=factories.tag("Rivers"))
    record_revision(article, by=cast.reporter(), now=NOON)


def test_it_brings_the_whole_article_back_as_a_new_version() -> None:
    article, revision = whole()
    emptied(article)
    restored = restore(article, revision, seen=2, by=cast.editor(), now=LATER)
    stored = Article.objects.get()
    assert (stored.version, stored.edited_by, stored.edited_at) == (3, cast.editor(), LATER)
    assert stored.snapshot() == revision.content
    assert (restored.revision.number, restored.revision.created_by, restored.lost) == (3, cast.editor(), 0)
    assert list(Revision.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3]
    entry = stored.history.get()
    assert (entry.verb, entry.by, entry.details) == ("restore", cast.editor(), {"revision": 1, "as": 3})


def test_it_leaves_rows_alone_that_have_not_changed() -> None:
    article, revision = whole()
    keys = {model: model.objects.get().pk for model in (ArticleTag, Mention, Quote, Credit, Picture)}
    claim(article, seen=1, by=cast.reporter(), now=NOON)
    factories.mention(article, factories.person("Ivo Kos"))
    restore(article, revision, seen=2, by=cast.reporter(), now=LATER)
    assert {model: model.objects.get().pk for model in keys} == keys


def test_it_keeps_what_stood_there_even_where_no_save_had_kept_it() -> None:
    article, revision = whole()
    Article.objects.update(version=2, headline="Never kept")
    restore(article, revision, seen=2, by=cast.reporter(), now=LATER)
    assert Revision.objects.get(number=2).content["headline"] == "Never kept"


@pytest.mark.parametrize("seen", [0, 1, 3])
def test_it_overwrites_nobodys_save(seen: int) -> None:
    article, revision = whole()
    emptied(article)
    with pytest.raises(StaleArticle):
        restore(article, revision, seen=seen, by=cast.editor(), now=LATER)
    assert Article.objects.get().headline == "Other"
    assert list(Article.objects.get().tagged.values_list("tag__name", flat=True)) == ["Rivers"]
    assert Revision.objects.count() == 2


@pytest.mark.parametrize(
    ("who", "status"),
    [(cast.reporter, Status.SUBMITTED), (cast.editor, Status.PUBLISHED), (cast.administrator, Status.KILLED)],
)
def test_it_is_open_to_those_alone_who_may_edit(who: Any, status: str) -> None:
    article, revision = whole()
    Article.objects.update(status=status, headline="Now")
    with pytest.raises(StaleArticle):
        restore(article, revision, seen=1, by=who(), now=LATER)
    assert Article.objects.get().headline == "Now"


def test_it_refuses_the_revision_of_another_article() -> None:
    _article, revision = whole()
    other = factories.article(created_by=cast.reporter())
    with pytest.raises(ValueError, match="another article"):
        restore(other, revision, seen=1, by=cast.editor(), now=LATER)


def test_it_follows_merges_and_counts_what_was_deleted() -> None:
    article, revision = whole()
    emptied(article)
    ana, kept = factories.person("Ana Horvat"), factories.person("A. Horvat")
    merging.merge(people.FAMILY, keep=kept, gone=ana, by=cast.editor(), now=NOON)
    factories.tag("Bridges").delete()
    restored = restore(article, revision, seen=2, by=cast.editor(), now=LATER)
    assert (Mention.objects.get().person, Quote.objects.get().speaker) == (kept, kept)
    assert (article.tagged.count(), restored.lost) == (0, 1)


def test_it_deletes_old_revisions_but_none_that_was_published_nor_what_stands_now() -> None:
    article = factories.article(status=Status.READY)
    for number in range(1, 6):
        Article.objects.update(version=number)
        article.refresh_from_db()
        record_revision(article, by=cast.reporter(), now=NOON + timedelta(days=number))
        if number == 2:
            move(article, "publish", by=cast.publisher(), now=NOON)
    assert prune(before=NOON) == 0
    assert prune(before=NOON + timedelta(days=4)) == 2
    assert list(Revision.objects.order_by("number").values_list("number", flat=True)) == [2, 4, 5]
    assert prune(before=NOON + timedelta(days=900)) == 1
    assert list(Revision.objects.order_by("number").values_list("number", flat=True)) == [2, 5]


def test_it_deletes_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.actions.revisions.BATCH", 2)
    article = factories.article(version=8)
    for number in range(1, 8):
        Revision.objects.create(article=article, number=number, created_at=NOON, content={})
    assert prune(before=LATER) == 7
