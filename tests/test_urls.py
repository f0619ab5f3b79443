"""The whole public site answers, and shows nothing that is not published."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import URLPattern, reverse
from django.utils import timezone

from articles.images.files import path_of
from articles.models import PublishedArticle, Quotation, SiteIdentity, Story, StoryMember
from articles.urls import urlpatterns
from articles.workflow import Change
from tests import factories
from tests.conftest import standing
from tests.views import hidden

HOSTILE = "<script>alert('x')</script> & \"Ångström\" <img src=x onerror=alert(1)>"

KEY = "0123456789abcdef" * 2

SAMPLES: dict[str, tuple[object, ...]] = {
    "home": (),
    "latest": (),
    "latest_year": (2024,),
    "latest_month": (2024, 3),
    "latest_day": (2024, 3, 5),
    "article_by_number": ("number",),
    "article": ("number", "slug"),
    "tags": (),
    "tag": ("bridges",),
    "people": (),
    "person": ("ana-horvat",),
    "sources": (),
    "source": ("herald",),
    "sections": (),
    "section": ("world",),
    "stories": (),
    "story_by_number": ("story",),
    "story": ("story", "slug"),
    "quotation": ("quotation",),
    "corrections": (),
    "correction": ("number", "moment"),
    "about": (),
    "search": (),
    "feed_corrections": ("rss.xml",),
    "api": (),
    "openapi": (),
    "api_articles": (),
    "api_article": ("number",),
    "ninjs": ("number",),
    "api_tags": (),
    "api_tag": ("bridges",),
    "api_sections": (),
    "api_section": ("world",),
    "api_people": (),
    "api_person": ("ana-horvat",),
    "api_sources": (),
    "api_source": ("herald",),
    "feeds": (),
    "feed": ("rss.xml",),
    "feed_search": ("rss.xml",),
    "feed_tag": ("bridges", "atom.xml"),
    "feed_person": ("ana-horvat", "feed.json"),
    "feed_section": ("world", "rss.xml"),
    "feed_source": ("herald", "rss.xml"),
    "sitemap_index": (),
    "sitemap_pages": (),
    "sitemap_news": (),
    "sitemap": ("people", 0),
    "media": (KEY, "16x9-50-50-640.webp"),
    "style": ("lists", "0f3a9c"),
    "logo": ("0f3a9c",),
    "robots": (),
    "healthz": (),
}
"""Name of every address -> what to open it with. A new address gets its sample here."""

MACHINES = sorted(
    name
    for name in SAMPLES
    if name in {"robots", "healthz", "media", "ninjs", "openapi", "style", "logo"}
    or name.startswith(("api", "feed", "sitemap"))
)
PAGES = sorted(set(SAMPLES) - {*MACHINES, "article_by_number", "story_by_number"})
DATA_BLOCK = re.compile(r'<script type="application/ld\+json">([^<]*)</script>')


def without_data(page: str) -> str:
    """The page without its block of structured data, which browsers do not run; the block must be sound."""
    for block in DATA_BLOCK.findall(page):
        assert json.loads(block)["@type"]
    return DATA_BLOCK.sub("", page, count=1)


def patterns() -> Iterator[URLPattern]:
    yield from urlpatterns


def address(name: str, row: PublishedArticle) -> str:
    if name == "logo":
        SiteIdentity.objects.get_or_create(pk=1, logo=b"a picture", logo_key="0f3a9c")
    return reverse(name, args=[getattr(row, str(part), part) for part in SAMPLES[name]])


def sample() -> PublishedArticle:
    row = factories.published(
        "Bridge reopens",
        at=factories.NOON,
        tags=("Bridges",),
        people=("Ana Horvat",),
        outlet="Herald",
        section=factories.section(),
        slug="bridge-reopens",
    )
    if not default_storage.exists(path := path_of(KEY, "16x9-50-50-640.webp")):
        default_storage.save(path, ContentFile(b"a picture"))
    story = Story.objects.create(title="Bridge reopens", created_at=factories.NOON)
    StoryMember.objects.create(article_id=row.number, story=story, joined_at=factories.NOON)
    row.story = story.pk  # type: ignore[attr-defined]
    words = Quotation.objects.create(key="open", text="It is open.")
    row.quotes.create(quotation=words, text="It is open.", position=0, published_at=row.published_at)
    row.quotation = words.pk  # type: ignore[attr-defined]
    PublishedArticle.objects.filter(pk=row.pk).update(change=Change.CORRECTION, note="It was Tuesday.")
    row.moment = int(row.goes_live_at.timestamp())  # type: ignore[attr-defined]
    return row


@pytest.fixture(scope="module")
def standing_row(django_db_setup: None, django_db_blocker: Any) -> Iterator[PublishedArticle]:
    with standing(django_db_blocker):
        yield sample()


@pytest.fixture
def row(standing_row: PublishedArticle, db: None) -> PublishedArticle:
    """The one article of the site, with all that leads to it."""
    return standing_row


def test_has_a_sample_of_every_address() -> None:
    assert {pattern.name for pattern in patterns()} == set(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_answers(client: Client, row: PublishedArticle, name: str) -> None:
    answer = client.get(address(name, row))
    assert answer.status_code == (301 if name.endswith("_by_number") else 200)
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.sqlite
@pytest.mark.parametrize("name", SAMPLES)
def test_answers_head_and_refuses_what_changes_things(client: Client, row: PublishedArticle, name: str) -> None:
    path = address(name, row)
    answer = client.head(path)
    assert answer.status_code in {200, 301}
    assert answer.content == b""
    for method in (client.post, client.put, client.delete, client.patch):
        assert method(path).status_code == 405


@pytest.mark.sqlite
@pytest.mark.parametrize("name", PAGES)
def test_gives_every_page_its_frame(client: Client, row: PublishedArticle, name: str) -> None:
    page = client.get(address(name, row)).content.decode()
    for part in ('class="skip" href="#main"', '<main id="main"', "<footer", 'aria-label="Main"', "Latest headlines"):
        assert page.count(part) == 1
    assert page.count("<h1") == 1
    assert "<script" not in without_data(page)
    assert "style=" not in page
    assert '<link rel="canonical" href="http://127.0.0.1:8000/' in page
    assert '<html lang="en" dir="ltr">' in page


@pytest.mark.sqlite
@pytest.mark.parametrize("name", PAGES)
def test_escapes_a_hostile_headline(client: Client, row: PublishedArticle, name: str) -> None:
    PublishedArticle.objects.filter(pk=row.pk).update(headline=HOSTILE)
    page = without_data(client.get(address(name, row)).content.decode())
    assert "<script" not in page
    assert "<img" not in page
    if name not in {"tags", "people", "sources", "sections", "article"}:
        assert "&lt;script&gt;" in page


@pytest.mark.parametrize("name", [*PAGES, *MACHINES])
def test_shows_nothing_that_is_not_published(client: Client, row: PublishedArticle, name: str) -> None:
    hidden.plant()
    page = client.get(address(name, row)).content.decode()
    assert hidden.WORD not in page
    assert hidden.SLUG not in page


@pytest.mark.sqlite
@pytest.mark.parametrize("name", sorted({*PAGES, *MACHINES} - {"healthz"}))
def test_sends_nothing_again_to_who_has_it(client: Client, row: PublishedArticle, name: str) -> None:
    path = address(name, row)
    sent = {"if-none-match": client.get(path).headers["ETag"]}
    answer = client.get(path, headers=sent)
    assert (answer.status_code, answer.content) == (304, b"")
    if name in PAGES:  # each has the rail
        factories.published("News", at=timezone.now() - timedelta(seconds=1))
        assert client.get(path, headers=sent).status_code == 200


def test_keeps_what_is_not_published_behind_404_and_410(client: Client, db: None) -> None:
    scheduled, over, killed, live = hidden.plant()
    for row, status in ((scheduled, 404), (over, 404), (killed, 410), (live, 200)):
        answer = client.get(row.get_absolute_url(), follow=True)
        assert answer.status_code == status
        assert status == 410 or hidden.WORD not in answer.content.decode()
    for kind in ("tags", "people", "sources", "sections"):
        for slug in (hidden.SLUG, f"ann-{hidden.SLUG}", f"{hidden.SLUG}-times"):
            assert client.get(f"/{kind}/{slug}/").status_code == 404


def test_offers_nothing_that_is_not_published_as_a_filter(client: Client, db: None) -> None:
    hidden.plant()
    for query in (
        f"tag={hidden.SLUG}",
        f"person=ann-{hidden.SLUG}",
        f"source={hidden.SLUG}-times",
        "tag=quicks",
        f"section={hidden.SLUG}",
    ):
        answer = client.get(f"/latest/?{query}")
        assert answer.context["total"] == 0
        assert hidden.WORD not in answer.content.decode()
