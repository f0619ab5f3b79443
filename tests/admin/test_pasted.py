"""New from pasted text: a draft of whoever pasted it, with the report beside it."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Article, Intake
from articles.workflow import Status
from tests import cast
from tests.admin.pages import change
from tests.ingest.test_pasted import REPORT

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
PASTE = "/admin/articles/article/paste/"


def test_it_becomes_a_draft_of_whoever_pasted_it(client: Client) -> None:
    client.force_login(cast.reporter())
    assert reverse("admin:articles_article_paste") == PASTE
    assert PASTE in client.get(reverse("admin:index")).content.decode()
    assert client.get(PASTE).status_code == 200
    answer = client.post(PASTE, {"text": REPORT})
    article = Article.objects.get()
    assert answer.headers["location"] == change(article)
    assert (article.status, article.created_by) == (Status.DRAFT, cast.reporter())
    assert "harbour master" in article.body
    assert "The report as it came in" in client.get(change(article)).content.decode()


def test_it_leads_to_the_article_where_the_text_is_known(client: Client) -> None:
    client.force_login(cast.reporter())
    client.post(PASTE, {"text": REPORT})
    client.force_login(cast.reporter("ruth"))
    answer = client.post(PASTE, {"text": REPORT}, follow=True)
    assert "This report is on the desk already." in answer.content.decode()
    assert Article.objects.get().created_by == cast.reporter()


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "a\x00b"])
def test_it_says_why_a_text_is_not_taken_in_and_keeps_it(client: Client, text: str) -> None:
    client.force_login(cast.reporter())
    answer = client.post(PASTE, {"text": text})
    assert answer.status_code == 200 and "errorlist" in answer.content.decode()
    assert not Article.objects.exists() and not Intake.objects.exists()


def test_it_is_closed_to_those_who_may_not_write(client: Client) -> None:
    assert client.post(PASTE, {"text": REPORT}).status_code == 302
    client.force_login(User.objects.create_user("newcomer", is_staff=True))
    assert client.post(PASTE, {"text": REPORT}).status_code == 403
    assert not Article.objects.exists()
