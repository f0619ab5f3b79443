"""The site's name and look on the desk: who sets it, what is refused, and what readers have of it at once."""

import io
import re
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from articles.models import SiteIdentity
from tests import cast, factories
from tests.admin.pages import filled

pytestmark = pytest.mark.django_db

PAGE = reverse("admin:articles_siteidentity_changelist")


def form(client: Client, **changes: Any) -> dict[str, Any]:
    return filled(client.get(PAGE), "siteidentity_form") | changes


def errors(client: Client, **changes: Any) -> str:
    answer = client.post(PAGE, form(client, **changes))
    assert answer.status_code == 200
    return " ".join(re.findall(r'<ul class="errorlist[^>]*>(.*?)</ul>', answer.content.decode(), re.DOTALL))


def png() -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGBA", (300, 90), (155, 28, 28, 0)).save(out, "PNG")
    return SimpleUploadedFile("logo.png", out.getvalue(), content_type="image/png")


@pytest.mark.parametrize(
    ("who", "may"),
    [(cast.reporter, False), (cast.editor, False), (cast.publisher, True), (cast.administrator, True), (None, False)],
)
def test_it_is_for_publishers_and_administrators(client: Client, who: Any, may: bool) -> None:
    client.force_login(cast.publisher("pia"))
    data = form(client, name="Example Times")
    client.logout()
    if who is not None:
        client.force_login(who())
    for path in (PAGE, reverse("admin:articles_siteidentity_change", args=(1,))):
        assert client.get(path).status_code == (200 if may else 403 if who else 302)
        assert client.post(path, data).status_code in ({200, 302} if may else {403} if who else {302})
    assert SiteIdentity.objects.filter(name="Example Times").exists() is may


def test_readers_have_all_of_it_from_the_next_page_on(client: Client) -> None:
    row = factories.published("Bridge reopens")
    client.force_login(cast.publisher())
    data = form(
        client,
        name="Example <Times>",
        tagline="All of it",
        contact="desk@example.org",
        footer_html="Printed in **Linden**.\n\n[Jobs](https://example.org/jobs)",
        footer_links="Imprint /about/\nHouse rules https://example.org/rules?a=b",
        social_links="Example Social https://social.example/@times",
        about_html="## Who we are\n\nTwo people.",
        light_accent="#005a9c",
        new_logo=png(),
    )
    assert client.post(PAGE, data).status_code == 302
    page = client.get("/").content.decode()
    logo = re.findall(r'<img class="logo logo-plate" src="([^"]+)" width="300" height="90" alt="([^"]+)">', page)
    assert logo == [(f"/logo/{SiteIdentity.objects.get().logo_key}.png", "Example &lt;Times&gt;")]
    for part in (
        "<title>Example &lt;Times&gt;",
        "All of it",
        "<strong>Linden</strong>",
        'href="/about/" dir="auto">Imprint',
        'href="https://example.org/rules?a=b" dir="auto">House rules',
        'href="https://social.example/@times" rel="me noopener"',
        'href="mailto:desk@example.org"',
        'href="/style/',
    ):
        assert part in page, part
    picture = client.get(logo[0][0])
    assert (picture.status_code, picture.headers["Content-Type"]) == (200, "image/png")
    assert "immutable" in picture.headers["Cache-Control"]
    about = client.get("/about/").content.decode()
    assert "<h2>Who we are</h2>" in about and "Outlet unknown" in about
    article = client.get(row.get_absolute_url()).content.decode()
    assert '"sameAs":["https://social.example/@times"]' in article and f"{logo[0][0]}" in article
    assert "<title>Example &lt;Times&gt;</title>" in client.get("/feeds/rss.xml").content.decode().replace("\n", "")
    assert client.get("/api/v1/openapi.json").json()["info"]["title"].startswith("Example <Times>")
    assert "Changed" in LogEntry.objects.get().get_change_message()

    bare = form(client, name="", no_logo="on")
    del bare["about_standard"]
    client.post(PAGE, bare)
    assert "<title>Newsroom" in client.get("/").content.decode()
    assert "Outlet unknown" not in client.get("/about/").content.decode()
    assert client.get(logo[0][0]).status_code == 404


def test_it_says_which_colours_cannot_be_read_together(client: Client) -> None:
    client.force_login(cast.publisher())
    said = errors(client, light_accent="#ff8888")
    assert "Accent #ff8888 on the background #fdfcfa in the light has a contrast of 2.2:1" in said
    assert "Readers need 4.5:1; it is 2.3 short" in said
    assert "Text #333333 on the background #14161a in the dark" in errors(client, dark_ink="#333333")
    for nonsense in ("red", "#fff", "#12345g", "}body{", "#123456;x"):
        assert errors(client, light_ink=nonsense)
    client.post(PAGE, form(client, light_ink="#1A1B1E"))
    assert SiteIdentity.objects.get().light_ink == "", "the colour as it comes is none"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"footer_links": "Imprint javascript:alert(1)"}, "is no link"),
        ({"footer_links": "Imprint //evil.example"}, "is no link"),
        ({"social_links": "Here /about/"}, "is no link"),
        ({"social_links": "https://nameless.example"}, "is no link"),
        ({"social_links": "\n".join(f"N{n} https://a.example/{n}" for n in range(13))}, "At most 12"),
        ({"contact": "nobody"}, "valid email"),
        (
            {"new_logo": SimpleUploadedFile("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")},
            "no sound picture",
        ),
    ],
)
def test_it_refuses_what_makes_no_sense(client: Client, changes: dict[str, Any], said: str) -> None:
    client.force_login(cast.publisher())
    assert said in errors(client, **changes)
    assert SiteIdentity.objects.get().footer_links == []


def test_its_texts_are_cleaned(client: Client) -> None:
    client.force_login(cast.publisher())
    hostile = "<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1))"
    client.post(PAGE, form(client, footer_html=hostile, about_html=hostile, tagline=hostile[:100]))
    for path in ("/", "/about/"):
        page = client.get(path).content.decode()
        assert "<script>alert" not in page and "<img src=x" not in page and 'href="javascript' not in page


def test_it_overwrites_nobodys_work(client: Client) -> None:
    client.force_login(cast.publisher())
    mine = form(client, name="Mine")
    client.force_login(cast.administrator())
    client.post(PAGE, form(client, name="Theirs"))
    client.force_login(cast.publisher())
    assert "adam changed this page" in client.post(PAGE, mine).content.decode()
    assert SiteIdentity.objects.get().name == "Theirs"


def test_error_pages_have_it_and_need_no_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import OperationalError
    from django.test import RequestFactory

    from articles.views import errors as pages

    SiteIdentity.objects.create(pk=1, name="Example Times", light_accent="#005a9c")
    request = RequestFactory().get("/")
    assert b"Example Times" in pages.server_error(request).content
    assert b"/style/" in pages.forbidden(request, Exception()).content
    try:
        raise OperationalError
    except OperationalError:
        assert b"Example Times" not in (page := pages.server_error(request).content) and b"Newsroom" in page
