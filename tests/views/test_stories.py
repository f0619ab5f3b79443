"""The list of all stories."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import PublishedArticle
from articles.views import story as stories
from tests.views.test_story import reports, tell


def titles(page: str) -> list[str]:
    listed = page[page.index("<main") : page.index("</main>")]
    return re.findall(r"<h2><a[^>]*>([^<]*)</a>", listed)


@pytest.mark.parametrize("count", [1, 3, pytest.param(300, marks=pytest.mark.sqlite)])
def test_asks_the_same_few_questions_for_any_number_of_stories(
    client: Client, db: None, django_assert_num_queries: Any, count: int
) -> None:
    rows = reports(2)
    for position in range(count - 1):
        tell(title=f"Untold {position}")
    tell(*rows, title="The bridge")
    with django_assert_num_queries(5):
        assert titles(client.get("/stories/").content.decode()) == ["The bridge"]


def test_says_who_tells_each_story_and_leads_to_its_page(client: Client, db: None) -> None:
    story = tell(*reports(8), title="The <bridge>")
    page = client.get("/stories/").content.decode()
    assert f'<a href="/stories/{story.pk}/the-bridge/" dir="auto">The &lt;bridge&gt;</a>' in page
    assert "8 reports" in page
    assert page.count('<a href="/sources/paper-') == stories.MOST_OUTLETS
    assert "and 2 others" in page
    assert '<a href="/stories/" aria-current="page">' in page


def test_leaves_out_what_readers_cannot_read(client: Client, db: None) -> None:
    alone, gone = tell(*reports(1), title="Told by one"), reports(2)
    tell(*gone, title="Gone")
    PublishedArticle.objects.filter(number__in=[row.number for row in gone]).update(goes_off_at=timezone.now())
    half = tell(*(two := reports(2)), title="Half gone")
    PublishedArticle.objects.filter(number=two[0].number).update(goes_off_at=timezone.now())
    page = client.get("/stories/").content.decode()
    assert titles(page) == []
    assert half.title not in page and alone.title not in page
    assert "No event has been told by several reports yet." in page


def test_turns_pages_both_ways_without_a_story_twice(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "SIZE", 2)
    made = [tell(*reports(2), title=f"Story {n}") for n in range(5)]
    first = client.get("/stories/").content.decode()
    assert titles(first) == ["Story 4", "Story 3"]
    second = client.get(f"/stories/?before={made[3].pk}").content.decode()
    assert f'href="/stories/?before={made[3].pk}"' in first
    assert titles(second) == ["Story 2", "Story 1"]
    tell(*reports(2), title="Young")
    assert titles(client.get(f"/stories/?before={made[3].pk}").content.decode()) == ["Story 2", "Story 1"]
    assert titles(client.get(f"/stories/?before={made[1].pk}").content.decode()) == ["Story 0"]
    assert titles(client.get(f"/stories/?after={made[2].pk}").content.decode()) == ["Story 4", "Story 3"]
    answer = client.get(f"/stories/?after={made[3].pk}")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/stories/")


@pytest.mark.parametrize("place", ["x", "", "-1", "1.5", "9" * 30, "١"])
def test_knows_no_other_places(client: Client, db: None, place: str) -> None:
    assert client.get("/stories/", {"before": place}).status_code == 404
    assert client.get("/stories/", {"after": place}).status_code == 404
