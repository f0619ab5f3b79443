"""Every save is listed, compared by word and brought back, by those who may and over nobody's head."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.actions.edits import claim, record_revision
from articles.actions.moves import move
from articles.actions.typing import sign_of_life
from articles.models import Article, Revision
from articles.workflow import Status
from tests import cast, factories
from tests.admin.pages import change
from tests.factories import NOON

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def path(article: Article) -> str:
    return reverse("admin:articles_article_revisions", args=(article.pk,))


def restoring(article: Article, number: int) -> str:
    return reverse("admin:articles_article_restore", args=(article.pk, number))


def saved(**fields: str) -> Article:
    """An article of the reporter with two versions."""
    article = factories.article("Bridge <old>", text="One word.", created_by=cast.reporter())
    record_revision(article, by=cast.reporter(), now=NOON)
    claim(article, seen=1, by=cast.editor(), now=NOON)
    article.headline, article.body = "Bridge <new>", "<p>Two words.</p>"
    article.save()
    record_revision(article, by=cast.editor(), now=NOON)
    return article


def test_it_lists_every_save_with_who_and_what_was_published(client: Client) -> None:
    client.force_login(cast.reporter())
    article = saved()
    Article.objects.update(status=Status.READY)
    article.refresh_from_db()
    move(article, "publish", by=cast.publisher(), now=timezone.now())
    html = client.get(path(article)).content.decode()
    assert "edgar" in html and "rita" in html and "published " in html
    assert path(article) in client.get(change(article)).content.decode()


def test_it_compares_any_two_by_word_and_shows_markup_as_text(client: Client) -> None:
    client.force_login(cast.reporter())
    article = saved()
    html = client.get(path(article), {"old": 1, "new": 2}).content.decode()
    assert "Bridge &lt;<del>old</del><ins>new</ins>&gt;" in html
    assert "<del>One word</del><ins>Two words</ins>." in html
    assert "<old>" not in html and "<new>" not in html
    assert "The two are the same." in client.get(path(article), {"old": 2, "new": "now"}).content.decode()


def test_it_compares_the_text_with_what_readers_have(client: Client) -> None:
    client.force_login(cast.editor())
    article = saved()
    Article.objects.update(status=Status.READY)
    article.refresh_from_db()
    move(article, "publish", by=cast.publisher(), now=timezone.now())
    asked = {"old": "live", "new": "now"}
    assert "The two are the same." in client.get(path(article), asked).content.decode()
    move(article, "rework", by=cast.editor(), now=timezone.now())
    claim(article, seen=2, by=cast.editor(), now=timezone.now())
    article.standfirst = "Not out yet."
    article.save()
    assert "<ins>Not out yet.</ins>" in client.get(path(article), asked).content.decode()
    page = client.get(change(article)).content.decode()
    assert f'href="{path(article)}?old=live&amp;new=now">Unpublished changes' in page


@pytest.mark.parametrize("asked", ["7", "x", "-1", "9" * 30, "live"])
def test_it_finds_no_revision_that_is_not_there(client: Client, asked: str) -> None:
    client.force_login(cast.editor())
    assert client.get(path(saved()), {"old": asked, "new": "now"}).status_code == 404


def test_it_brings_a_version_back(client: Client) -> None:
    client.force_login(cast.reporter())
    article = saved()
    html = client.get(path(article), {"old": 1, "new": "now"}).content.decode()
    assert "Bring back version 1" in html and 'name="seen" value="2"' in html
    answer = client.post(restoring(article, 1), {"seen": "2"})
    assert answer.headers["location"] == change(article)
    stored = Article.objects.get()
    assert (stored.headline, stored.version, stored.edited_by) == ("Bridge <old>", 3, cast.reporter())
    assert "Version 1 brought back" in client.get(change(article)).content.decode()


@pytest.mark.parametrize("seen", ["1", "", "x", "9" * 40])
def test_it_brings_nothing_back_over_another_save(client: Client, seen: str) -> None:
    client.force_login(cast.reporter())
    article = saved()
    answer = client.post(restoring(article, 1), {"seen": seen})
    assert "Nothing was brought back" in str(next(iter(get_messages(answer.wsgi_request))))
    assert Article.objects.get().headline == "Bridge <new>"
    assert Revision.objects.count() == 2


def test_it_brings_nothing_back_while_a_colleague_is_editing(client: Client) -> None:
    article = saved()
    sign_of_life(article, by=cast.editor("eve"), now=timezone.now())
    client.force_login(cast.editor())
    page = client.post(restoring(article, 1), {"seen": "2"}, follow=True).content.decode()
    assert "Nothing was brought back: eve is editing since" in page
    assert Article.objects.get().version == 2


def test_it_is_closed_to_those_who_may_not(client: Client) -> None:
    article = saved()
    assert client.get(path(article)).status_code == 302
    assert client.post(restoring(article, 1), {"seen": "2"}).headers["location"].startswith("/admin/login/")
    client.force_login(User.objects.create_user("newcomer", is_staff=True))
    assert client.get(path(article), {"old": 1, "new": 2}).status_code == 403
    client.force_login(cast.reporter("ruth"))
    assert client.get(path(article), {"old": 1, "new": 2}).status_code == 200
    assert "Bring back" not in client.get(path(article), {"old": 1, "new": 2}).content.decode()
    assert client.post(restoring(article, 1), {"seen": "2"}).status_code == 403
    client.force_login(cast.reporter())
    assert client.get(restoring(article, 1)).status_code == 405
    assert Article.objects.get().version == 2


def test_it_turns_pages_and_asks_the_database_as_often_for_many(client: Client) -> None:
    client.force_login(cast.editor())
    article = saved()
    for number in range(3, 120):
        Revision.objects.create(article=article, number=number, created_at=NOON + timedelta(minutes=number), content={})
    html = client.get(path(article)).content.decode()
    assert 'name="old" value="119"' in html and 'value="69"' not in html and "?before=70" in html
    assert 'name="old" value="69"' in client.get(path(article), {"before": "70"}).content.decode()
