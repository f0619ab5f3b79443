"""The one stylesheet: the plain file, or the same with the site's colours at an address of its own."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from articles.models import SiteIdentity
from articles.stylesheet import PLACE
from tests import factories

pytestmark = pytest.mark.django_db
CSS = (Path(__file__).parents[1] / "static" / "site.css").read_text()


def linked(client: Client) -> str:
    [address] = re.findall(r'rel="stylesheet" href="([^"]+)"', client.get("/").content.decode())
    return str(address)


def test_it_is_the_plain_file_until_a_colour_is_chosen(client: Client) -> None:
    SiteIdentity.objects.create(pk=1, name="Example Times")
    assert linked(client) == "/static/site.css"
    assert "url(" not in CSS, "an address in it would be sought below /style/"
    assert CSS.count(PLACE) == 1


def test_it_is_kept_for_ever_at_an_address_that_changes_with_the_colours(client: Client) -> None:
    SiteIdentity.objects.create(pk=1, light_accent="#005a9c", dark_paper="#000000")
    first = linked(client)
    answer = client.get(first)
    css = answer.content.decode()
    assert answer.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in answer.headers["Cache-Control"] and "max-age=31536000" in answer.headers["Cache-Control"]
    assert CSS.partition(PLACE)[0] in css and CSS.partition(PLACE)[2] in css
    chosen = css[css.index(CSS.partition(PLACE)[0]) + len(CSS.partition(PLACE)[0]) :]
    assert chosen.startswith(":root{--paper:#fdfcfa;") and "--accent:#005a9c;" in chosen
    assert "@media (prefers-color-scheme: dark){:root{--paper:#000000;" in chosen
    assert 'content="#000000"' in client.get("/").content.decode(), "the browser's own frame"

    SiteIdentity.objects.update(light_accent="#663399")
    second = linked(client)
    assert second != first
    old = client.get(first)
    assert "--accent:#663399;" in old.content.decode(), "who still has an old page has the present colours"
    assert "immutable" not in old.headers["Cache-Control"] and "no-cache" in old.headers["Cache-Control"]
    packed = client.get(second, headers={"accept-encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip" and b"#663399" in gzip.decompress(packed.content)


def test_it_follows_the_file_and_the_storage(client: Client, settings: Any, tmp_path: Path) -> None:
    """As in production: the plain file by the manifest's name, colours at /style/; and a changed file is read anew."""
    from django.core.management import call_command

    settings.STATIC_ROOT = tmp_path
    manifest = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": manifest}}
    call_command("collectstatic", interactive=False, verbosity=0)
    assert re.fullmatch(r"/static/site\.[0-9a-f]{12}\.css", linked(client))
    identity = SiteIdentity.objects.create(pk=1, light_ink="#000000")
    assert (address := linked(client)).startswith("/style/")
    settings.DEBUG = True
    assert linked(client) == address
    identity.delete()


@pytest.mark.parametrize("path", ["/", "/about/", "/tags/"])
def test_it_is_asked_for_beside_the_page_and_its_icon_alone(client: Client, path: str) -> None:
    SiteIdentity.objects.create(pk=1, light_accent="#005a9c", name="Example Times", tagline="All of it")
    factories.published(tags=("Bridges",))
    page = client.get(path).content.decode()
    fetched = re.findall(r'<(?:link rel="(?:stylesheet|icon)|script src|img|source)\b', page)
    assert len(fetched) == 2
    assert "style=" not in page and "<style" not in page
