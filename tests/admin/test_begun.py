"""A new article is begun with its first words, and a save that cannot be made is not tried."""

from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from articles.models import Article, SideDraft
from tests import cast
from tests.admin.pages import change
from tests.conftest import PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BEGIN = reverse("admin:articles_article_begin")
ADD = reverse("admin:articles_article_add")


@pytest.mark.django_db
def test_it_is_a_draft_of_its_writer_with_the_words_beside_it(client: Client) -> None:
    client.force_login(cast.reporter())
    said = client.post(BEGIN, {"headline": "Ferry st", "body": "The ferry", "seen": "1"}).json()
    article = Article.objects.get()
    assert said["change"] == change(article) and said["seen"] == article.version
    assert (article.headline, article.body, article.status, article.created_by) == ("", "", "draft", cast.reporter())
    assert "Ferry st" in client.get(said["change"]).content.decode()
    assert client.get(BEGIN).status_code == 405
    assert "longer than" in client.post(BEGIN, {"body": "x" * 1_000_001}).json()["kept"]
    assert Article.objects.count() == 1  # too long to be kept: nothing is made


@pytest.mark.django_db
def test_it_is_begun_by_nobody_who_may_not_write(client: Client) -> None:
    assert client.post(BEGIN, {"body": "x"}).status_code == 302
    client.force_login(User.objects.create_user("nobody", is_staff=True))
    assert client.post(BEGIN, {"body": "x"}).status_code == 403
    assert not Article.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_it_outlives_a_session_that_ended_and_is_one_article(browser: "Browser", live_server: Any) -> None:
    from tests.admin.test_browser import save, sign_in

    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    sign_in(context, live_server.url, cast.reporter())
    page = context.new_page()
    page.goto(f"{live_server.url}{ADD}")
    page.locator(".body-text").fill("The ferry stopped.")
    page.get_by_text("Kept at").wait_for()
    Session.objects.all().delete()
    page.locator(".body-text").fill("The ferry stopped on Friday.")
    page.click("[name=_save]")
    page.get_by_text("You are not signed in any more").wait_for()
    assert SideDraft.objects.get().fields["body"] == "The ferry stopped."
    sign_in(context, live_server.url, cast.reporter())
    save(page)
    context.close()
    assert Article.objects.get().body == "<p>The ferry stopped on Friday.</p>"
    assert not SideDraft.objects.exists()
