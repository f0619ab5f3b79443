"""A copy begins with what its original says, and owes it to whom the original does."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.actions.checklist import checklist
from articles.actions.copying import copy
from articles.actions.moves import NotAllowed
from articles.actions.publication import freeze
from articles.models import Article, Credit, Picture, Tier
from articles.workflow import Status
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def report(**fields: Any) -> Article:
    """A report of an outlet, with everything that a report brings along."""
    fields = {"report_name": "r.txt", "source": factories.source(), "status": Status.INGESTED, **fields}
    article = factories.article(section=factories.section(), slug="old-words", standfirst="In short.", **fields)
    article.tagged.create(tag=factories.tag(), start=1, end=4, by_import=True)
    factories.mention(article, factories.person(), role="mayor", start=1, end=4, by_import=True)
    factories.quote(article, "It is open.", factories.person("Ben Adler"), start=5, end=9)
    factories.quote(article, "Perhaps.", tier=Tier.SUGGESTED)
    Credit.objects.create(article=article, source=factories.source("Agency"), start=1, end=2)
    Picture.objects.create(article=article, caption="A bridge.", credit="Rita Roth", start=1, end=2)
    return article


def frozen(article: Article) -> Any:
    return freeze(article, goes_live_at=NOON, published_at=NOON, modified_at=NOON).row.details


def test_it_carries_the_text_and_what_belongs_to_it_and_no_place_in_the_report() -> None:
    original = report()
    made = copy(original, by=cast.reporter(), now=NOON)
    ours, theirs = made.snapshot(), original.snapshot()
    for name in ("headline", "standfirst", "body", "section", "source", "tags"):
        assert ours[name] == theirs[name], name
    assert made.slug == "" and [row["text"] for row in ours["quotes"]] == ["It is open."]
    for name in ("tag_uses", "mentions", "credits", "pictures", "quotes"):
        assert len(ours[name]) == 1 and (ours[name][0]["start"], ours[name][0]["end"]) == (None, None), name
        assert not ours[name][0].get("by_import")
    assert (made.status, made.created_by, made.edited_by) == (Status.DRAFT, cast.reporter(), cast.reporter())
    assert made.revisions.get().content == ours
    assert not Article.objects.get(pk=original.pk).touched


def test_a_copy_of_a_report_stays_its_outlets_and_one_of_ours_stays_ours() -> None:
    of_report = copy(copy(report(), by=cast.reporter(), now=NOON), by=cast.editor(), now=NOON)
    assert frozen(of_report)["own"] is False and frozen(of_report)["source"]["name"] == "Baltic Wire Service"
    Article.objects.filter(pk=of_report.pk).update(source=None)
    of_report.refresh_from_db()
    told = frozen(of_report)
    assert told["own"] is False and told["source"]["name"] == "Baltic Wire Service"
    assert all(check.name != "source" or not check.lack for check in checklist(of_report, at=NOON))
    assert frozen(copy(factories.article(), by=cast.reporter(), now=NOON))["own"] is True


def test_it_stands_under_the_same_embargo_while_that_lasts() -> None:
    original = factories.article(embargo_until=NOON + timedelta(hours=1))
    assert copy(original, by=cast.reporter(), now=NOON).embargo_until == original.embargo_until
    assert copy(original, by=cast.reporter(), now=NOON + timedelta(hours=1)).embargo_until is None


@pytest.mark.parametrize("status", [Status.SPIKED, Status.KILLED])
def test_what_was_dropped_or_withdrawn_is_not_copied(status: Status) -> None:
    with pytest.raises(NotAllowed):
        copy(factories.article(status=status), by=cast.publisher(), now=NOON)


def test_it_says_where_it_came_from_on_its_page_and_in_its_log(client: Client) -> None:
    original = report()
    client.force_login(cast.reporter())
    page = client.get(reverse("admin:articles_article_change", args=(original.pk,))).content.decode()
    address = reverse("admin:articles_article_copy", args=(original.pk,))
    assert address in page
    html = client.post(address, follow=True).content.decode()
    assert f"copied from number {original.pk}" in html
    assert f"Copied from version 1 of article {original.pk}" in html
    assert client.get(address).status_code == 405
