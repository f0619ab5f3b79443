"""Two states of an article by field and word, with names."""

import pytest

from articles.actions import merging, tags
from articles.actions.comparing import compare, sheet_of_article, sheet_of_content, sheet_of_publication
from articles.actions.publication import freeze
from articles.html import figure
from articles.models import Article, ArticleTag, Credit, Picture
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def test_a_picture_within_the_text_is_told_in_words() -> None:
    key = "0123456789abcdef0123456789abcdef"
    picture = figure(f"/media/{key}/640.jpg", width=640, height=480, alt="A [red] bridge", caption="At dusk.")
    article = factories.article()
    article.body += picture
    lines = sheet_of_article(article)["body"].splitlines()
    assert lines[-1] == "[Picture: A [red] bridge; file 012345] At dusk."
    article.body = picture.replace("A [red] bridge", "")
    assert sheet_of_article(article)["body"] == "[Picture, file 012345] At dusk."


def test_it_tells_every_field_that_differs_with_names() -> None:
    article = factories.article("Bridge reopens", text="One word.")
    before = article.snapshot()
    article.headline, article.body = "Bridge is open", "<p>Two words.</p>"
    article.source, article.source_inferred, article.report_date = factories.source(), True, "2024-03"
    article.save()
    ana = factories.person()
    ArticleTag.objects.create(content_object=article, tag=factories.tag("Bridges"))
    factories.mention(article, ana, role="mayor", relative=True)
    factories.quote(article, "So be it.", ana, tier="suggested")
    Credit.objects.create(article=article, source=factories.source("Wire"))
    Picture.objects.create(article=article, caption="A bridge")
    found = {one.label: one.pieces[-1].text for one in compare(sheet_of_content(before), sheet_of_article(article))}
    assert found == {
        "Headline": "is open",
        "Text": ".",
        "Date of the report": "March 2024 (day not stated)",
        "Source": "Baltic Wire Service (inferred)",
        "Tags": "Bridges",
        "People": "Ana Horvat; mayor; relative role",
        "Quotes": "“So be it.” – Ana Horvat (Suggested)",
        "Credits": "Wire (Reporting)",
        "Pictures": "A bridge",
    }


def test_it_finds_no_difference_between_an_article_and_its_own_revision_or_publication() -> None:
    row = factories.published(tags=("Bridges",), people=("Ana Horvat",), outlet="Wire")
    article = Article.objects.get(pk=row.number)
    factories.quote(article, "Maybe.", tier="suggested")  # readers would not see it either
    assert compare(sheet_of_content(article.snapshot()), sheet_of_article(article)) == []
    frozen = freeze(article, goes_live_at=NOON, published_at=NOON, modified_at=NOON).row
    assert compare(sheet_of_publication(row), sheet_of_publication(frozen)) == []


def test_it_names_what_was_merged_or_deleted_since() -> None:
    article = factories.article()
    old, gone = factories.tag("Brdges"), factories.tag("Gone")
    for tag in (old, gone):
        ArticleTag.objects.create(content_object=article, tag=tag)
    content = article.snapshot()
    merging.merge(tags.FAMILY, keep=factories.tag("Bridges"), gone=old, by=cast.editor(), now=NOON)
    number = gone.pk
    gone.delete()
    assert sheet_of_content(content)["tags"] == f"Bridges\ndeleted since (number {number})"


def test_it_reads_what_an_older_program_kept() -> None:
    assert sheet_of_content({"headline": "Bridge", "body": "<p>x</p>"})["headline"] == "Bridge"
