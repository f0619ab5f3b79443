"""The pages in a real browser: nothing breaks, nothing overflows, everything can be reached by keyboard."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from articles.models import PublishedArticle, Story, StoryMember
from articles.workflow import Change
from tests import factories

SMALL_TARGETS = """[...document.querySelectorAll("a, button, summary, input, select")]
    .filter(e => !e.closest("dd, .nothing p, .error-page p, .prose, .skip") && e.checkVisibility())
    .filter(e => e.type !== "hidden" && e.getClientRects()[0].height < 24).map(e => e.outerHTML)"""
"""What is lower than 24 pixels, but for links within sentences."""

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " * 3


@pytest.fixture
def paths(live_server: Any) -> list[str]:
    row = factories.published(LONG.strip(), tags=("Bridges", "Ferries"), people=("Ana Horvat",), outlet="Herald")
    details = row.details | {"other_headlines": ["Elsewhere"], "pictures": [{"caption": LONG, "credit": "Lee Vos"}]}
    details["quotes"] = [{"text": LONG, "speaker": details["people"][0]}, {"text": "Nonsense", "speaker": None}]
    for label in (details["source"], details["tags"][0], details["people"][0]):
        label["name"] = LONG.split()[0] * 2
    details["section"] = details["tags"][0]
    PublishedArticle.objects.filter(pk=row.pk).update(details=details)
    factories.published(tags=("Bridges",), outlet="Herald")
    places = ["/", "/latest/", "/latest/?tag=bridges&tag=ferries", "/latest/?tag=zeppelins", "/tags/", "/tags/bridges/"]
    story = Story.objects.create(created_at=row.published_at, title=LONG.strip(), size=2)
    for number in PublishedArticle.objects.values_list("number", flat=True):
        StoryMember.objects.create(article_id=number, story=story, joined_at=row.published_at)
    PublishedArticle.objects.filter(pk=row.pk).update(change=Change.CORRECTION, note=LONG)
    places += ["/search/", f"/search/?q={LONG[:80]}", "/search/?q=zeppelin", "/corrections/", "/feeds/", "/about/"]
    places += [story.get_absolute_url()]
    places += ["/people/ana-horvat/", "/sources/herald/", "/latest/2024/", row.get_absolute_url(), "/no-such-page"]
    return [f"{live_server.url}{place}" for place in places]


def test_shows_every_page_whole_on_the_smallest_screen_and_under_the_policy(page: Page, paths: list[str]) -> None:
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))  # warnings too: of a header it does not know
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.set_viewport_size({"width": 320, "height": 640})
    for path in paths:
        page.goto(path)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 320, path
        assert page.evaluate(SMALL_TARGETS) == [], path
    assert [text for text in problems if "404" not in text] == []


def test_leads_from_the_skip_link_to_the_text_and_opens_by_keyboard(page: Page, paths: list[str]) -> None:
    page.goto(paths[-2])
    page.keyboard.press("Tab")
    expect(page.locator(".skip").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    expect(page.locator(".came-with li")).to_be_hidden()
    page.locator(".came-with summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".came-with li")).to_be_visible()


def test_filters_without_script(page: Page, paths: list[str]) -> None:
    page.goto(paths[1])
    page.locator(".facet a", has_text="Ferries").click()
    page.wait_for_url("**/latest/?tag=ferries")
    expect(page.locator(".card")).to_have_count(1)
    page.locator(".more-filters summary").click()
    page.fill("#filter-person", "Ana Horvat")
    page.get_by_role("button", name="Filter").click()
    page.wait_for_url("**/latest/?person=ana-horvat&tag=ferries")
    page.get_by_role("link", name="Take all off").click()
    expect(page.locator(".card")).to_have_count(2)


def test_prints_the_text_alone(page: Page, paths: list[str]) -> None:
    page.goto(paths[-2])
    page.emulate_media(media="print")
    expect(page.locator("main h1")).to_be_visible()
    for part in (".site-nav", ".rail", ".skip"):
        expect(page.locator(part).locator("visible=true")).to_have_count(0)
