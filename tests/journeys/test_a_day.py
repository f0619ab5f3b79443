"""The day of one article in a real browser: written, sent back, approved, scheduled, read, corrected, withdrawn."""

from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from articles.models import Article, PublishedArticle
from tests import cast, factories
from tests.admin.pages import tomorrow
from tests.admin.test_browser import save, sign_in
from tests.conftest import PATIENCE

pytestmark = pytest.mark.django_db(transaction=True)

HEADLINE = "Harbour bridge reopens"
NOTE = "An earlier version named the wrong minister."
REASON = "The report rests on a forged letter."
TELL_OF_BREACHES = "addEventListener('securitypolicyviolation', (e) => console.error(`policy: ${e.violatedDirective}`))"
LISTS = ("/", "/latest/", "/feeds/rss.xml", "/search/?q=bridge", "/sitemaps/articles-1.xml")
"""Where readers and machines find an article."""


@pytest.fixture
def faults() -> list[str]:
    """What the browser complained of on any page, and pages that are wider than the screen."""
    return []


def watched(page: Page, faults: list[str]) -> Page:
    page.context.add_init_script(TELL_OF_BREACHES)
    page.context.set_default_timeout(PATIENCE)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    return page


def look(faults: list[str], *pages: Page) -> None:
    """Note the pages that are wider than the screen of a telephone or of a desk."""
    for page, width in product(pages, (390, 1280)):
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append(f"{page.url} is wider than {width} pixels")


def member(browser: Browser, site: str, user: Any, faults: list[str]) -> Page:
    """A page of somebody who is signed in, in a browser of their own."""
    context = browser.new_context()
    sign_in(context, site, user)
    return watched(context.new_page(), faults)


def act(page: Page, label: str, said: str, **fields: str) -> None:
    """Press the button of an act, fill in what it asks for, and wait for what the desk says of it."""
    page.goto(page.url)
    acts = page.get_by_role("region", name="What you can do with it")
    if fields:
        acts.locator("summary", has_text=label).click()
        for name, value in fields.items():
            acts.locator(f"details[open] [name={name}]").fill(value)
        acts.locator("details[open] form button[type=submit]").locator("visible=true").last.click()
    else:
        acts.get_by_role("button", name=label, exact=True).click()
    page.get_by_text(said).wait_for()


def test_an_article_is_written_sent_back_approved_scheduled_read_corrected_and_withdrawn(
    browser: Browser, page: Page, live_server: Any, faults: list[str]
) -> None:
    site = live_server.url
    factories.tag("Bridges")
    reader = watched(page, faults)
    rita, edgar, paula = (
        member(browser, site, user, faults) for user in (cast.reporter(), cast.editor(), cast.publisher())
    )

    rita.goto(f"{site}/admin/articles/article/add/")
    rita.get_by_label("Headline").fill(HEADLINE)
    rita.locator(".body-text").fill("Minister Ana Horvat opened the bridge over the Zrill on Tuesday.")
    rita.get_by_role("combobox", name="Tags").fill("bridges")
    save(rita)
    number = Article.objects.get(headline=HEADLINE).pk
    for colleague in (rita, edgar, paula):
        colleague.goto(f"{site}/admin/articles/article/{number}/change/")
    look(faults, rita, edgar, paula)
    act(rita, "Submit to the desk", "The article is now: Submitted.")

    act(edgar, "Send back", "The article is now: Changes requested.", note="Who paid for it?")
    rita.goto(f"{site}/admin/")
    look(faults, rita, edgar)
    rita.get_by_role("region", name="For you").get_by_role("link", name=HEADLINE).click()
    rita.get_by_text("edgar asks for changes: Who paid for it?").wait_for()
    look(faults, rita)
    rita.locator(".body-text").fill("Minister Ana Horvat opened the bridge over the Zrill. The city paid for it.")
    save(rita)
    act(rita, "Submit to the desk", "The article is now: Submitted.")
    act(edgar, "Approve", "The article is now: Ready.")

    act(paula, "Publish later", "Scheduled: readers get it", at=tomorrow())
    look(faults, rita, edgar, paula)
    assert not found(reader, site)
    now = timezone.now()  # the time has come
    PublishedArticle.objects.update(goes_live_at=now - timedelta(seconds=1), published_at=now, modified_at=now)
    assert found(reader, site) == set(LISTS)
    reader.goto(site)
    reader.get_by_role("main").get_by_role("link", name=HEADLINE).first.click()
    reader.get_by_text("The city paid for it.").wait_for()
    address = reader.url
    look(faults, reader)

    act(paula, "Rework", "The article is now: Draft.")
    paula.locator(".body-text").fill("Minister Ivo Maric opened the bridge over the Zrill. The city paid for it.")
    save(paula)
    act(paula, "Submit to the desk", "The article is now: Submitted.")
    act(edgar, "Approve", "The article is now: Ready.")
    reader.goto(address)
    expect(reader.get_by_text("Ana Horvat opened")).to_have_count(1)  # readers keep what they have
    paula.goto(paula.url)
    paula.get_by_text("Publish …", exact=True).click()
    paula.get_by_label("What is it to readers?").select_option("correction")
    paula.fill("#note-publish", NOTE)
    paula.get_by_role("button", name="Publish now").click()
    paula.get_by_text("Published: readers have it now.").wait_for()
    reader.goto(address)
    expect(reader.get_by_text("Ivo Maric opened")).to_have_count(1)
    for path in (address, f"{site}/corrections/"):
        reader.goto(path)
        reader.get_by_text(NOTE).first.wait_for()
        look(faults, reader, paula)
    assert NOTE in reader.request.get(f"{site}/feeds/corrections/rss.xml").text()

    act(paula, "Kill", "The article is now: Killed.", note=REASON)
    assert faults == []
    answer = reader.goto(address)
    assert answer is not None and answer.status == 410
    reader.get_by_text(REASON).wait_for()
    look(faults, reader, paula)
    assert found(reader, site) == set()
    assert [fault for fault in faults if "status of 410" not in fault] == []
    for colleague in (rita, edgar, paula):
        colleague.context.close()


def found(reader: Page, site: str) -> set[str]:
    """The lists that have the article."""
    return {path for path in LISTS if HEADLINE in reader.request.get(site + path).text()}
