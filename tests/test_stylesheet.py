"""The stylesheets: the files without what browsers do not need, and the site's colours in the first of them."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from articles.models import SiteIdentity
from articles.stylesheet import PLACE, squeezed
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
FOLDER = Path(__file__).parents[1] / "static"
FILES = {name: (FOLDER / f"{name}.css").read_text() for name in ("site", "lists")}
BEFORE, _, AFTER = FILES["site"].partition(PLACE)


def linked(client: Client, path: str = "/about/") -> list[str]:
    return re.findall(r'rel="stylesheet" href="([^"]+)"', client.get(path).content.decode())


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in answer.headers["Cache-Control"] and "max-age=31536000" in answer.headers["Cache-Control"]
    return answer.content.decode()


def test_they_are_the_files_without_comments_and_indentation(client: Client) -> None:
    site, lists = linked(client)
    assert read(client, site) == squeezed(BEFORE) + squeezed(AFTER)
    assert read(client, lists) == squeezed(FILES["lists"])
    for name, text in FILES.items():
        assert "url(" not in text, "an address in it would be sought below /style/"
        assert text.count(PLACE) == (name == "site")


def test_what_means_something_in_them_stays() -> None:
    assert squeezed('a::after { content: " ( " attr(href) " ) "; }') == 'a::after{content:" ( " attr(href) " ) "}'
    assert squeezed("@media (a) and (b) {\n  .c :is(d, e) > f,\n  g { width: calc(100% - 1rem) /* less */; }\n}") == (
        "@media (a) and (b){.c :is(d,e) > f,g{width:calc(100% - 1rem)}}"
    )
    for text in FILES.values():
        assert squeezed(squeezed(text)) == squeezed(text)
        assert text.count("{") == squeezed(text).count("{")


def test_an_article_needs_the_first_alone(client: Client) -> None:
    row = factories.published()
    assert linked(client, row.get_absolute_url()) == linked(client)[:1]


def test_they_stand_without_a_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    site, _lists = linked(client)

    def breaks() -> None:
        raise OperationalError

    monkeypatch.setattr(SiteIdentity, "of_this_site", breaks)
    assert ".error-page" in read(client, site)


def test_the_first_is_kept_for_ever_at_an_address_that_changes_with_the_colours(client: Client) -> None:
    SiteIdentity.objects.create(pk=1, light_accent="#005a9c", dark_paper="#000000")
    first, lists = linked(client)
    css = read(client, first)
    assert css.startswith(squeezed(BEFORE)) and css.endswith(squeezed(AFTER))
    chosen = css.removeprefix(squeezed(BEFORE))
    assert chosen.startswith(":root{--paper:#fdfcfa;") and "--accent:#005a9c;" in chosen
    assert "@media (prefers-color-scheme: dark){:root{--paper:#000000;" in chosen
    assert 'content="#000000"' in client.get("/").content.decode(), "the browser's own frame"

    SiteIdentity.objects.update(light_accent="#663399")
    second = linked(client)[0]
    assert second != first and linked(client)[1] == lists
    old = client.get(first)
    assert "--accent:#663399;" in old.content.decode(), "who still has an old page has the present colours"
    assert "immutable" not in old.headers["Cache-Control"] and "no-cache" in old.headers["Cache-Control"]
    packed = client.get(second, headers={"accept-encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip" and b"#663399" in gzip.decompress(packed.content)


def test_they_follow_their_files(client: Client, settings: Any, tmp_path: Path) -> None:
    before = linked(client)
    (tmp_path / "site.css").write_text(f"{BEFORE}{PLACE}{AFTER} .new {{ top: 0; }}")
    settings.STATICFILES_DIRS = [tmp_path, FOLDER]
    after = linked(client)
    assert after[0] != before[0] and after[1] == before[1]
    assert read(client, after[0]).endswith(".new{top:0}")


@pytest.mark.parametrize("path", ["/", "/about/", "/tags/"])
def test_they_are_asked_for_beside_the_page_and_its_icon_alone(client: Client, path: str) -> None:
    SiteIdentity.objects.create(pk=1, light_accent="#005a9c", name="Example Times", tagline="All of it")
    factories.published(tags=("Bridges",))
    page = client.get(path).content.decode()
    fetched = re.findall(r'<(?:link rel="(?:stylesheet|icon)|script src|img|source)\b', page)
    assert len(fetched) == 3
    assert "style=" not in page and "<style" not in page
