"""Every answer carries the security headers, and a client cannot claim another's address."""

import gzip
from typing import Any

import brotli
import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from articles.middleware import (
    CONTENT_SECURITY_POLICY,
    HEADERS,
    POLICY_OF_FILES,
    Compression,
    SecurityHeaders,
    client_address,
)
from tests import cast, factories

pytestmark = pytest.mark.sqlite


def headers_of(answer: HttpResponse) -> dict[str, str]:
    return {name: answer.headers[name] for name in HEADERS if name in answer.headers}


def test_sends_every_header_with_an_unknown_page(client: Client, db: None) -> None:
    answer = client.get("/no-such-page/")
    assert answer.status_code == 404
    assert headers_of(answer) == HEADERS


def test_sends_every_header_with_a_file_which_may_load_nothing(client: Client, db: None) -> None:
    for path in ("/static/admin/css/base.css", "/robots.txt", "/style/site-0f.css"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert headers_of(answer) == HEADERS | {"Content-Security-Policy": POLICY_OF_FILES}


def test_sends_every_header_with_a_redirect_and_with_a_page_of_the_desk(client: Client, db: None) -> None:
    for path, status in (("/admin/", 302), ("/admin/login/", 200)):
        answer = client.get(path)
        assert answer.status_code == status
        assert headers_of(answer) == HEADERS


def test_sends_every_header_with_a_wrong_host(client: Client) -> None:
    answer = client.get("/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert headers_of(answer) == HEADERS


def test_sends_every_header_when_the_code_below_breaks(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*args: Any) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("django.contrib.admin.sites.AdminSite.login", breaks)
    monkeypatch.setattr("django.core.handlers.base.BaseHandler.resolve_request", breaks)
    client.raise_request_exception = False
    answer = client.get("/admin/login/")
    assert answer.status_code == 500
    assert headers_of(answer) == HEADERS


@pytest.mark.parametrize("path", ["/", "/search/?q=a", "/feeds/rss.xml", "/no-such-page/", "/preview/none/"])
def test_sets_no_cookie_on_the_readers_pages_and_takes_none_away(client: Client, db: None, path: str) -> None:
    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages"):
        client.cookies[name] = "damaged"
    answer = client.get(path)
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_leaves_a_header_that_the_view_set_itself() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Referrer-Policy": "no-referrer"})

    answer = SecurityHeaders(view)(RequestFactory().get("/"))
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_allows_own_files_and_nothing_else() -> None:
    assert CONTENT_SECURITY_POLICY["default-src"] == "'none'"
    assert set(CONTENT_SECURITY_POLICY.values()) == {"'none'", "'self'"}
    assert settings.MIDDLEWARE[0] == "articles.middleware.SecurityHeaders"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "10.0.0.1, 203.0.113.9", "203.0.113.9"),
        (2, "10.0.0.1, 203.0.113.9, 198.51.100.7", "203.0.113.9"),
        (2, "203.0.113.9", "192.0.2.1"),
    ],
)
def test_takes_the_address_that_our_own_outermost_proxy_saw(
    settings: Any, proxies: int, forwarded: str, address: str
) -> None:
    settings.NEWSROOM_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=forwarded)
    assert client_address(request) == address


def test_stops_guessing_of_passwords_for_one_name_and_address(client: Client, db: None, settings: Any) -> None:
    settings.AXES_ENABLED = True
    User.objects.create_user("vera", password="a long and right one", is_staff=True)
    right = {"username": "vera", "password": "a long and right one"}
    for _ in range(settings.AXES_FAILURE_LIMIT):
        client.post("/admin/login/", right | {"password": "wrong"})
    assert client.post("/admin/login/", right).status_code == 429
    assert client.post("/admin/login/", right, REMOTE_ADDR="192.0.2.77").status_code == 302


def test_lets_the_desk_work_under_the_policy(page: Any, live_server: Any) -> None:
    User.objects.create_superuser("vera", password="a long and right one")
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(f"{live_server.url}/admin/login/")
    page.fill("[name=username]", "vera")
    page.fill("[name=password]", "a long and right one")
    page.click("[type=submit]")
    page.wait_for_url("**/admin/")
    page.goto(f"{live_server.url}/admin/auth/group/add/")
    page.locator("[name=permissions]").first.check()
    assert [problem for problem in problems if "favicon" not in problem and "404" not in problem] == []


@pytest.mark.django_db
def test_an_answer_to_head_has_the_headers_of_get_and_no_body(client: Client) -> None:
    got, asked = client.get("/healthz"), client.head("/healthz")
    assert asked.content == b""
    assert asked.headers["Content-Length"] == got.headers["Content-Length"] == str(len(got.content))


def test_speaks_the_language_of_the_site_to_readers_and_english_on_the_desk(
    client: Client, db: None, settings: Any
) -> None:
    settings.LANGUAGE_CODE = "de"
    page = client.get("/about/").content.decode()
    assert '<html lang="de" dir="ltr">' in page
    assert "Wie wir arbeiten" in page
    desk = client.get("/admin/login/").content.decode()
    assert 'lang="en"' in desk
    assert "Anmelden" not in desk
    settings.LANGUAGE_CODE = "ar"
    assert '<html lang="ar" dir="rtl">' in client.get("/about/").content.decode()


def answer_to(accepted: str, **fields: Any) -> HttpResponse:
    fields = {"content": b"words " * 200, "headers": {"Cache-Control": "public", "Content-Length": "1200"}} | fields
    request = RequestFactory().get("/", headers={"Accept-Encoding": accepted})
    return Compression(lambda _: HttpResponse(**fields))(request)


def test_compresses_as_the_client_can_read_it() -> None:
    smallest, common = answer_to("gzip, deflate, br;q=0.5"), answer_to("gzip, br;q=0")
    assert brotli.decompress(smallest.content) == gzip.decompress(common.content) == b"words " * 200
    assert [answer.headers["Content-Encoding"] for answer in (smallest, common)] == ["br", "gzip"]
    assert smallest.headers["Content-Length"] == str(len(smallest.content))
    plain = answer_to("identity")
    assert plain.content == b"words " * 200
    assert plain.headers["Vary"] == smallest.headers["Vary"] == "Accept-Encoding"


def test_compresses_nothing_that_may_hold_a_secret_is_small_or_compressed_already(client: Client, db: None) -> None:
    for answer in (
        answer_to("br", headers={"Cache-Control": "private"}),
        answer_to("br", headers={}),
        answer_to("br", content=b"words"),
        client.get("/admin/login/", headers={"Accept-Encoding": "br"}),
    ):
        assert "Content-Encoding" not in answer.headers
    done = answer_to("br", headers={"Cache-Control": "public", "Content-Encoding": "gzip"})
    assert done.headers["Content-Encoding"] == "gzip"
    assert client.get("/about/", headers={"Accept-Encoding": "br"}).headers["Content-Encoding"] == "br"


@pytest.mark.parametrize("path", ["/", "/latest/", "/no-such-page/", "/feeds/rss.xml", "/api/v1/articles/"])
def test_lets_readers_read_alone(path: str) -> None:
    client = Client(enforce_csrf_checks=True)
    for method in ("post", "put", "patch", "delete"):
        answer = getattr(client, method)(path)
        assert answer.status_code == 405
        assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    asked = client.options(path)
    assert (asked.status_code, asked.headers["Allow"]) == (204, "GET, HEAD, OPTIONS")
    assert client.post("/admin/login/").status_code == 403


def test_takes_no_zero_byte_on_the_desk(client: Client, db: None) -> None:
    """PostgreSQL cannot hold one: a comment, a reason, a text as it is typed with one in it would break the page."""
    client.force_login(cast.editor())
    article = factories.article()
    comment = reverse("admin:articles_article_comment", args=(article.pk,))
    assert client.post(comment, {"text": "a\x00b"}).status_code == 400
    assert client.get(reverse("admin:articles_article_changelist"), {"tag": "a\x00b"}).status_code == 400
    assert client.post(comment, {"text": "ab"}).status_code == 302
    assert [one.text for one in article.comments.all()] == ["ab"]
