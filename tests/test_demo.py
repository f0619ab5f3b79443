"""The site that `make demo` shows."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import CuratedFront, Picture, PublishedArticle
from tests import cast, demo, pictures
from tests.drawings import drawing

REPORTS = Path(__file__).parent / "reports"


@pytest.mark.sqlite
def test_has_sections_pictures_and_a_front_page_and_has_gone_on_for_a_while(client: Client, db: None) -> None:
    cast.editor("editor")
    cast.publisher("publisher")
    names = ("cup-final-home", "ferry-manila", "steel-next", "storm-ivan")
    reports = [file for file in sorted(REPORTS.glob("*.txt")) if file.stem.startswith(names)]
    now = timezone.now()
    demo.fill(reports, now)
    rows = list(PublishedArticle.objects.visible(now))
    assert len(rows) == len(reports)
    assert min(row.published_at for row in rows) < now - timedelta(hours=4)
    front = CuratedFront.objects.get()
    page = client.get("/").content.decode()
    assert front.lists.exists() and "/sections/" in page and "<img" in page
    kept = Picture.objects.exclude(file="")[0]
    assert kept.alt.startswith("A drawing: ") and kept.credit == demo.CREDIT
    pictures.clear()


def test_draws_the_same_for_the_same_word() -> None:
    size = (160, 100)
    assert drawing("Storm", "sea", size) == drawing("Storm", "sea", size) != drawing("Quake", "sea", size)
    for kind in ("sea", "town", "hills"):
        content, words = drawing("Storm", kind, size)
        assert content.startswith(b"\xff\xd8") and words.startswith("A drawing: ")
