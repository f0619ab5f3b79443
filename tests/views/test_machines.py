"""What machines ask for."""

from io import BytesIO
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from PIL import Image

pytestmark = pytest.mark.sqlite


def test_tells_crawlers_to_stay_away_from_the_desk(client: Client) -> None:
    answer = client.get("/robots.txt")
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert "Disallow: /admin/" in answer.content.decode()


def test_tells_crawlers_where_the_sitemaps_are(client: Client, db: None, settings: Any) -> None:
    settings.NEWSROOM_SITE_URL = "https://news.example.org"
    lines = client.get("/robots.txt").content.decode().splitlines()
    maps = [line.removeprefix("Sitemap: https://news.example.org") for line in lines if line.startswith("Sitemap:")]
    assert maps == ["/sitemap.xml", "/sitemaps/news.xml"]
    assert [client.get(path).status_code for path in maps] == [200, 200]


def test_is_well_while_the_database_answers(client: Client, db: None) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer.headers["Cache-Control"]


def test_is_not_well_without_a_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("gone, and the password is hunter2")

    monkeypatch.setattr(connection, "cursor", breaks)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert b"hunter2" not in answer.content


@pytest.mark.parametrize(
    ("path", "content_type"),
    [("/favicon.ico", ("image/vnd.microsoft.icon", "image/x-icon")), ("/apple-touch-icon.png", ("image/png",))],
)
def test_has_the_pictures_that_browsers_ask_for_at_the_root(
    client: Client, path: str, content_type: tuple[str, ...]
) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Content-Type"] in content_type) == (200, True)
    assert Image.open(BytesIO(b"".join(answer))).size in {(48, 48), (180, 180)}
