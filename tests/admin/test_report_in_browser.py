"""The raw report in a browser: from a fact to its place and back, and a line's role asked where it stands."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from articles.actions.moves import move
from articles.ingest.pasted import take_in
from articles.models import Article, GivenRole
from tests import cast
from tests.admin import pages
from tests.admin.test_browser import save, sign_in
from tests.factories import NOON
from tests.ingest.test_rereading import OTHER, TEXT

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(page: Page, live_server: Any) -> Page:
    """The article of a pasted report, on the narrow screen of its writer."""
    article = Article.objects.get(pk=take_in(TEXT, now=NOON).article)
    move(article, "take_up", by=cast.reporter(), now=NOON)
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in(page.context, live_server.url, cast.reporter())
    page.goto(f"{live_server.url}{pages.change(article)}")
    return page


def test_it_leads_from_the_text_to_the_fact_and_back_by_keyboard(desk: Page) -> None:
    place = desk.locator(".raw a", has_text="Ivo Kos")
    place.focus()
    desk.keyboard.press("Enter")
    line = desk.locator("li:target")
    expect(line.locator("strong")).to_have_text("Ivo Kos")
    line.get_by_role("link", name="Ivo Kos").click()
    expect(desk.locator(".raw :target")).to_have_text("Ivo Kos")
    expect(desk.locator(".raw").get_by_text("Ivo Kos")).to_have_count(1)
    assert desk.evaluate("document.documentElement.scrollWidth") <= 390


def test_it_asks_what_a_line_is_in_its_place_and_holds_until_typed_text_is_saved(desk: Page) -> None:
    line = desk.locator(".block", has_text="Ivo Kos").locator("a.ask")
    line.focus()
    desk.keyboard.press("Enter")
    role = desk.get_by_label("This is")
    expect(role).to_have_value("body")
    desk.keyboard.press("Escape")
    expect(role).to_be_hidden()
    expect(line).to_be_focused()
    desk.fill("[name=standfirst]", "Typed.")
    line.click()
    role.select_option(label="Promotion")
    desk.get_by_role("button", name="Read it again").click()
    desk.locator(".report .unsaved").wait_for()
    assert not GivenRole.objects.exists()
    save(desk)
    line.click()
    role.select_option(label="Promotion")
    desk.get_by_role("button", name="Read it again").click()
    desk.get_by_text("The report was read again").wait_for()
    assert GivenRole.objects.get().text == OTHER
    expect(desk.locator(f"#line-{TEXT.index(OTHER)} .ask")).to_have_attribute("data-label", "Promotion ✓")
