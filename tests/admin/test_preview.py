"""The preview: the readers' own page, framed on the desk, and by a link that tells nobody more than it must."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.actions.previews import share, token_of
from articles.models import Article, PreviewLink
from articles.workflow import Status
from tests import cast, factories
from tests.admin.pages import change

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def own(**fields: Any) -> Article:
    return factories.article(created_by=cast.reporter(), **fields)


def path(name: str, article: Article, *more: int) -> str:
    return reverse(f"admin:articles_article_{name}", args=(article.pk, *more))


def link_to(article: Article) -> str:
    link = share(article, by=cast.reporter(), now=timezone.now(), days=3)
    return reverse("preview", args=(token_of(link),))


def test_it_shows_the_page_of_readers_in_a_frame_on_the_desk(client: Client) -> None:
    client.force_login(cast.reporter("ruth"))
    article = own(text="A <b>bold</b> word.", standfirst="At last.")
    framing = client.get(path("preview", article))
    assert path("preview_page", article) in framing.content.decode()
    assert "frame-src 'self'" in framing.headers["Content-Security-Policy"]
    assert path("preview", article) in client.get(change(article)).content.decode()
    page = client.get(path("preview_page", article))
    html = page.content.decode()
    assert "A &lt;b&gt;bold&lt;/b&gt; word." in html and "At last." in html and 'content="noindex' in html
    assert page.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]


def test_it_says_so_when_there_is_no_headline(client: Client) -> None:
    client.force_login(cast.reporter())
    article = factories.article("", created_by=cast.reporter())
    assert b"no headline yet" in client.get(path("preview_page", article)).content
    client.post(path("share", article), {"days": "3"})
    assert not PreviewLink.objects.exists()


def test_it_opens_by_a_link_without_an_account_and_is_kept_by_nobody(client: Client) -> None:
    article = own(status=Status.SUBMITTED)
    address = link_to(article)
    Article.objects.update(headline="Changed since")
    answer = client.get(address)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Bridge reopens" in html and "Changed since" not in html
    assert "Preview of version 1" in html
    assert "no-store" in answer.headers["Cache-Control"]
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "sessionid" not in answer.cookies and 'rel="canonical"' not in html


def test_it_is_not_found_when_forged_revoked_or_expired(client: Client) -> None:
    article = own()
    address = link_to(article)
    assert client.get(f"{address[:-2]}x/").status_code == 404
    assert client.post(address).status_code == 405
    PreviewLink.objects.update(created_at=timezone.now() - timedelta(days=9), expires_at=timezone.now())
    assert client.get(address).status_code == 404
    assert "Bridge reopens" not in client.get(address).content.decode()


def test_it_hands_out_and_revokes_links_by_button(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    client.post(path("share", article), {"days": "7"})
    link = PreviewLink.objects.get()
    assert link.expires_at - link.created_at == timedelta(days=7)
    html = client.get(path("preview", article)).content.decode()
    address = reverse("preview", args=(token_of(link),))
    assert f"http://127.0.0.1:8000{address}" in html
    assert Client().get(address).status_code == 200
    client.post(path("revoke", article, link.pk))
    assert Client().get(address).status_code == 404
    assert address not in client.get(path("preview", article)).content.decode()


@pytest.mark.parametrize("days", ["", "0", "365", "x", "-3"])
def test_it_makes_no_link_for_another_time(client: Client, days: str) -> None:
    client.force_login(cast.reporter())
    article = own()
    assert client.post(path("share", article), {"days": days}).status_code == 302
    assert not PreviewLink.objects.exists()


def test_it_is_closed_to_those_who_may_not(client: Client) -> None:
    article, other = own(), own()
    link = share(article, by=cast.reporter(), now=timezone.now(), days=3)
    pages = [path("preview", article), path("preview_page", article)]
    acts = [path("share", article), path("revoke", article, link.pk)]
    for one in pages:
        assert client.get(one).headers["location"].startswith("/admin/login/")
    client.force_login(User.objects.create_user("newcomer", is_staff=True))
    assert [client.get(one).status_code for one in pages] == [403, 403]
    client.force_login(cast.reporter("ruth"))
    assert token_of(link) not in client.get(pages[0]).content.decode()
    assert [client.post(one, {"days": "3"}).status_code for one in acts] == [403, 403]
    client.force_login(cast.reporter())
    assert client.post(path("revoke", other, link.pk)).status_code == 404
    assert [client.get(one).status_code for one in acts] == [405, 405]
    link.refresh_from_db()
    assert link.revoked_at is None and PreviewLink.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [390, 1280])
def test_it_is_framed_in_a_browser_under_the_policy(page: "Page", live_server: Any, width: int) -> None:
    from playwright.sync_api import expect

    from tests.admin.test_browser import sign_in

    article = own()
    complaints: list[str] = []
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(page.context, live_server.url, cast.reporter())
    page.goto(f"{live_server.url}{path('preview', article)}")
    frame = page.frame_locator("iframe")
    frame.get_by_role("heading", name="Bridge reopens", level=1).wait_for()
    expect(frame.locator("body")).to_have_css("margin", "0px")  # its style sheet came too
    page.get_by_role("link", name="Desk", exact=True).last.click()
    expect(page).to_have_url(re.compile("[?]width="))
    frame.get_by_role("heading", name="Bridge reopens", level=1).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Make a link").click()
    page.get_by_text("The link works until").wait_for()
    assert complaints == []
