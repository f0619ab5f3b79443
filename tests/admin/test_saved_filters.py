"""Filters of the article list that somebody keeps."""

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from articles.models import SavedFilter
from tests import cast, factories

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


def keep(client: Client, name: str, query: str) -> list[str]:
    answer = client.post(reverse("admin:articles_article_keep_filter"), {"name": name, "query": query})
    assert answer.status_code == 302
    return [str(message) for message in get_messages(answer.wsgi_request)]


def test_it_offers_to_keep_what_is_applied_and_shows_it_ever_after(client: Client) -> None:
    client.force_login(cast.reporter())
    assert "Keep this choice as" not in client.get(LIST).content.decode()
    page = client.get(LIST, {"state": "draft", "q": "Brücke", "p": "1", "o": "1"}).content.decode()
    assert 'value="q=Br%C3%BCcke&amp;state=draft"' in page
    keep(client, " Drafts  on <bridges> ", "state=draft&q=Brücke&p=3")
    html = client.get(LIST).content.decode()
    assert '<a href="?q=Br%C3%BCcke&amp;state=draft" dir="auto">Drafts on &lt;bridges&gt;</a>' in html
    assert "Keep this choice as" not in client.get(LIST, {"state": "draft", "q": "Brücke"}).content.decode()
    keep(client, "Drafts on <bridges>", "state=ready")
    assert SavedFilter.objects.get().query == "state=ready"


def test_it_is_ones_own(client: Client) -> None:
    client.force_login(cast.reporter())
    keep(client, "Mine", "writer=me")
    client.force_login(cast.editor())
    assert client.get(LIST).context["saved_filters"] == []
    own = SavedFilter.objects.get()
    assert client.post(reverse("admin:articles_article_forget_filter", args=(own.pk,))).status_code == 404
    client.force_login(cast.reporter())
    client.post(reverse("admin:articles_article_forget_filter", args=(own.pk,)))
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize(
    ("name", "query"), [("", "state=draft"), ("x" * 61, "state=draft"), ("All", ""), ("All", "p=2")]
)
def test_it_says_what_is_missing(client: Client, name: str, query: str) -> None:
    client.force_login(cast.reporter())
    assert len(keep(client, name, query)) == 1
    assert not SavedFilter.objects.exists()


def test_it_leads_nowhere_but_to_the_list(client: Client) -> None:
    client.force_login(cast.reporter())
    keep(client, "Odd", "//evil.example/?x=1")
    assert SavedFilter.objects.get().query.startswith("%2F%2Fevil.example")
    assert client.get(f"{LIST}?{SavedFilter.objects.get().query}", follow=True).status_code == 200


def test_a_notice_is_on_the_front_page_until_its_article_was_opened(client: Client) -> None:
    from articles.actions.teamwork import comment

    article = factories.article(created_by=cast.reporter())
    comment(article, text="Well done, @rita", by=cast.editor(), now=factories.NOON)
    client.force_login(cast.reporter())
    assert "edgar mentioned you" in client.get("/admin/").content.decode()
    client.get(f"{LIST}{article.pk}/change/")
    assert "edgar mentioned you" not in client.get("/admin/").content.decode()
