"""Sections on the desk: their order, and articles put into them, one by one and many at once."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.actions.typing import sign_of_life
from articles.admin.bulk import MOST
from articles.models import Article, Revision, Section
from articles.workflow import Status
from tests import cast, factories
from tests.admin.pages import change, filled

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

LIST = reverse("admin:articles_article_changelist")


def tick(client: Client, articles: list[Article], section: Any) -> str:
    form = {"action": "put_into_section", "section": section, "_selected_action": [one.pk for one in articles]}
    return client.post(LIST, form, follow=True).content.decode()


def test_it_reorders_them_in_the_list_and_adds_new_ones_at_the_end(client: Client) -> None:
    client.force_login(cast.editor())
    world, sport = factories.section("World", position=1), factories.section("Sport", position=2)
    path = reverse("admin:articles_section_changelist")
    form = filled(client.get(path), "changelist-form")
    form |= {"form-0-position": "5", "form-0-id": str(world.pk), "form-1-id": str(sport.pk), "_save": "Save"}
    client.post(path, form)
    assert list(Section.objects.values_list("name", "position")) == [("Sport", 2), ("World", 5)]
    assert 'name="position" value="6"' in client.get(reverse("admin:articles_section_add")).content.decode()


def test_it_puts_an_article_into_one_from_its_form_and_keeps_it_with_the_revision(client: Client) -> None:
    world = factories.section("World")
    article = factories.article(created_by=cast.reporter())
    client.force_login(cast.reporter())
    client.post(change(article), filled(client.get(change(article))) | {"section": str(world.pk)})
    article.refresh_from_db()
    assert article.section == world
    assert Revision.objects.get(article=article, number=article.version).content["section"] == world.pk


def test_it_puts_many_into_one_from_the_list_each_as_a_save_of_its_own(client: Client) -> None:
    world = factories.section("World")
    mine, theirs = factories.article("Mine", created_by=cast.reporter()), factories.article("Theirs")
    live = Article.objects.get(pk=factories.published("Live").number)
    client.force_login(cast.reporter())
    page = tick(client, [mine, theirs, live], world.pk)
    assert "World, 1 article: “Mine”" in page
    assert "“Theirs”: You may not edit this article." in page
    assert "“Live”: Nothing can be changed in an article in the state “Published”." in page
    rows = {row.headline: (row.section, row.version) for row in Article.objects.all()}
    assert rows == {"Mine": (world, 2), "Theirs": (None, 1), "Live": (None, 1)}
    client.force_login(cast.editor())
    page = tick(client, [mine, theirs], world.pk)
    assert "World, 2 articles: “Mine”, “Theirs”" in page
    assert "Choose the section too." in tick(client, [mine], "")
    assert "No section, 1 article: “Mine”" in tick(client, [mine], "none")
    assert Revision.objects.filter(article=mine).count() == 2


def test_it_puts_no_more_than_a_hundred_and_none_that_a_colleague_is_editing(client: Client) -> None:
    world, article = factories.section("World"), factories.article("Mine")
    sign_of_life(article, by=cast.reporter(), now=timezone.now())
    client.force_login(cast.editor())
    sign_of_life(article, by=cast.editor("eve"), now=timezone.now())
    page = tick(client, [article], world.pk)
    assert "“Mine”: eve is editing since" in page and "Take the article over first." in page
    Article.objects.bulk_create(Article(headline="x", created_at=timezone.now()) for _ in range(MOST))
    assert "no more than 100 articles" in tick(client, list(Article.objects.all()), world.pk)
    assert not Article.objects.filter(section=world).exists()


def test_it_lists_what_stands_in_a_section_and_what_in_none(client: Client) -> None:
    factories.article("Filed", section=factories.section("World"))
    factories.article("Loose", status=Status.INGESTED)
    client.force_login(cast.reporter())
    assert "Filed" in (page := client.get(LIST, {"section": "world"}).content.decode()) and "Loose" not in page
    assert "Loose" in (page := client.get(LIST, {"section": "none"}).content.decode()) and "Filed" not in page
