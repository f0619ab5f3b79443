"""A crawler on a site of the seeds and made-up articles: it follows every link there is, and finds no draft."""

import re
from datetime import timedelta
from html import unescape
from io import StringIO
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from articles.models import PublishedArticle, Story, StoryMember
from articles.workflow import Change
from tests import factories
from tests.views import hidden

LINK = re.compile(r'<(?:a|link)\b([^>]*?)\bhref="([^"]+)"([^>]*)>|https?://127\.0\.0\.1:8000(/[^"<\s\\]*)')
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
CANONICAL = re.compile(r'<link rel="canonical" href="http://127\.0\.0\.1:8000([^"]+)">')
STARTS = ("/", "/robots.txt", "/api/v1/articles/", "/api/v1/openapi.json")


@pytest.fixture(params=[45, pytest.param(300, marks=pytest.mark.faults)])
def site(db: None, request: pytest.FixtureRequest) -> None:
    call_command("loadseeds", settings.BASE_DIR / "seeds", publish=True, stdout=StringIO())
    rows = [
        factories.published(
            f"Made-up headline {number}",
            text=f"The ferry left quay {number % 7}.",
            at=timezone.now() - timedelta(hours=number),
            tags=(f"Topic {number % 12}", f"Place {number % 5}"),
            people=(f"Ana Horvat {chr(65 + number % 9)}",),
            outlet=f"Herald {number % 6}",
        )
        for number in range(request.param)
    ]
    PublishedArticle.objects.filter(pk__in=[row.pk for row in rows[::40]]).update(
        change=Change.CORRECTION, note="It was Tuesday."
    )
    story = Story.objects.create(created_at=timezone.now(), size=4)
    for row in rows[:4]:
        StoryMember.objects.create(article_id=row.number, story=story, joined_at=timezone.now())
    hidden.plant()


def links(text: str, base: str) -> set[str]:
    """Addresses of this site that a text leads to; those that crawlers are told not to follow are left out."""
    found = set()
    for before, href, behind, whole in LINK.findall(text):
        parts = urlsplit(urljoin(base, unescape(whole or href)))
        if "nofollow" not in before + behind and parts.netloc in {"", "127.0.0.1:8000"}:
            if parts.path == "/api/v1":  # what the addresses of the interface begin with
                continue
            found.add((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
    return found


@pytest.mark.sqlite  # hundreds of pages; what differs on PostgreSQL has tests of its own
def test_leads_everywhere_and_to_nothing_that_is_not_published(client: Client, site: None) -> None:
    waiting, seen = list(STARTS), set(STARTS)
    titles: dict[str, str] = {}
    faults = []
    while waiting:
        path = waiting.pop()
        answer = client.get(path, follow=True)
        text = "" if answer.streaming else answer.content.decode()  # a stylesheet, a picture
        if answer.status_code != 200 or len(answer.redirect_chain) > 1:
            faults.append(f"{path}: {answer.status_code} after {answer.redirect_chain}")
        if hidden.WORD in text or hidden.SLUG in text:
            faults.append(f"{path} shows what is not published")
        if found := CANONICAL.findall(text):
            for title in TITLE.findall(text):
                here = unescape(found[0])
                if titles.setdefault(title, here) != here:
                    faults.append(f"{here} and {titles[title]} share the title {title!r}")
        new = links(text, path) - seen
        seen |= new
        waiting += sorted(new)
    assert faults == []
    kinds = {path.split("/")[1] for path in seen}
    assert {"articles", "latest", "tags", "people", "sources", "stories", "corrections", "feeds", "api"} <= kinds
    numbers = PublishedArticle.objects.visible(timezone.now()).values_list("number", "slug")
    assert {f"/articles/{number}/{slug}/" for number, slug in numbers} <= seen
