"""The desk in a browser: under the strict policy, at two widths, with and without JavaScript."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from articles.models import Article
from articles.workflow import Status
from tests import cast, factories, pictures
from tests.admin import pages
from tests.conftest import PATIENCE

pytestmark = pytest.mark.django_db(transaction=True)


def sign_in(context: BrowserContext, url: str, user: Any) -> None:
    client = Client()
    client.force_login(user)
    (cookie,) = [cookie for name, cookie in client.cookies.items() if "session" in name]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": url}])
    assert SessionStore(cookie.value).exists(cookie.value)


def save(page: Page) -> None:
    """Save the article in the form, and wait until it is."""
    page.click("[name=_save]")
    page.get_by_text("Saved:").wait_for()


@pytest.fixture
def article() -> Article:
    made = factories.article(created_by=cast.reporter(), text="Ana Horvat opened it.")
    made.tagged.create(tag=factories.tag("Zrivers"))
    factories.tag("Zbridges")
    factories.mention(made, factories.person(), start=0, end=10)
    pages.intake(made, "Ana Horvat <b>opened</b> it.")
    pages.lead(made)
    return made


@pytest.fixture
def desk(page: Page, live_server: Any, article: Article) -> Page:
    """A page of a reporter, who is signed in; `desk.url_of` is the article's."""
    sign_in(page.context, live_server.url, cast.reporter())
    page.goto(f"{live_server.url}{pages.change(article)}")
    return page


def test_it_runs_under_the_policy_and_fits_the_screen(page: Page, live_server: Any, article: Article) -> None:
    complaints: list[str] = []
    page.on("console", lambda line: complaints.append(line.text) if line.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    sign_in(page.context, live_server.url, cast.publisher())
    lists = ("article", "lead", "intake", "tag", "person", "source", "publishedarticle")
    for path in ("/admin/", *(f"/admin/articles/{name}/" for name in lists), pages.change(article)):
        page.goto(f"{live_server.url}{path}")
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.click("text=People named")
    page.click("text=Add another")
    unknown = "Permissions-Policy header: Unrecognized feature"
    assert [text for text in complaints if unknown not in text] == []


def test_it_suggests_tags_and_saves_them_as_chips(desk: Page, article: Article) -> None:
    box = desk.get_by_role("combobox", name="Tags")
    box.fill("zbri")
    desk.get_by_role("option", name="Zbridges").wait_for()
    box.press("ArrowDown")
    box.press("Enter")
    expect(desk.locator(".chip-box .chip")).to_have_text(["Zrivers×", "Zbridges×"])
    desk.get_by_role("button", name="Remove Zrivers").click()
    save(desk)
    assert [tag.name for tag in article.tags.all()] == ["Zbridges"]


def test_it_takes_a_tag_that_was_typed_and_not_finished(desk: Page, article: Article) -> None:
    desk.get_by_role("combobox", name="Tags").fill("zbridges")
    save(desk)
    assert sorted(tag.name for tag in article.tags.all()) == ["Zbridges", "Zrivers"]


def test_it_holds_a_move_until_what_was_typed_is_saved(desk: Page, article: Article) -> None:
    desk.fill("[name=standfirst]", "Typed.")
    desk.click("text=Submit to the desk")
    desk.locator(".acts").get_by_text("Save it first").wait_for()
    article.refresh_from_db()
    assert article.status == Status.DRAFT
    save(desk)
    desk.click("text=Submit to the desk")
    desk.get_by_text("Done. The article is now: Submitted.").wait_for()


def test_it_asks_before_a_comment_is_lost_and_not_when_it_is_sent(desk: Page) -> None:
    asked: list[str] = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    box = desk.locator("textarea[name=text]")
    box.press_sequentially("Who says so?")
    desk.evaluate("location.assign('/admin/')")
    expect(box).to_have_value("Who says so?")
    desk.get_by_role("button", name="Comment", exact=True).click()
    desk.locator(".desk-side").get_by_text("Who says so?").wait_for()
    assert asked == ["beforeunload"]


def test_it_marks_the_place_that_a_fact_leads_to(desk: Page) -> None:
    desk.click("text=People named")
    desk.click("text=in the report")
    expect(desk).to_have_url(re.compile("#at-0$"))


def test_it_sets_the_focal_point_by_a_click_on_the_picture(desk: Page, article: Article) -> None:
    complaints: list[str] = []
    desk.on("console", lambda line: complaints.append(line.text) if "Content Security" in line.text else None)
    row = pictures.on(article)
    desk.reload()
    desk.click("summary:has-text('Pictures')")
    shown = desk.get_by_role("img", name="A bridge at night")
    assert shown.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    box = shown.bounding_box()
    assert box is not None
    shown.click(position={"x": box["width"] * 0.8, "y": box["height"] * 0.25})
    expect(desk.locator(".point")).to_have_attribute("style", "left: 80%; top: 25%;")
    desk.get_by_label("from the top").fill("30")
    expect(desk.locator(".point")).to_have_attribute("style", "left: 80%; top: 30%;")
    save(desk)
    row.refresh_from_db()
    assert row.focus == (80, 30)
    assert complaints == []


def test_it_breaks_no_rule_of_accessibility_in_light_and_dark(page: Page, live_server: Any, article: Article) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.set_viewport_size({"width": 1280, "height": 900})
    sign_in(page.context, live_server.url, cast.editor())
    wrong = []
    for path in ("/admin/", "/admin/articles/article/", "/admin/articles/tag/add/", pages.change(article)):
        page.goto(f"{live_server.url}{path}")
        page.locator(".desk-nav summary").first.click()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # no colour on its way to another
            found = Axe().run(page).response["violations"]
            wrong += [(path, scheme, one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found]
    assert wrong == []


@pytest.fixture
def plain_page(browser: Browser, live_server: Any, article: Article) -> Iterator[Page]:
    """The article's page in a browser without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    sign_in(context, live_server.url, cast.reporter())
    made = context.new_page()
    made.goto(f"{live_server.url}{pages.change(article)}")
    yield made
    context.close()


def test_it_works_without_javascript(plain_page: Page, article: Article) -> None:
    expect(plain_page.locator("[name=tags]")).to_have_value("Zrivers")
    plain_page.fill("[name=tags]", "zbridges, ZRIVERS")
    plain_page.fill("[name=body]", "## Later\n\nIt *opened*.")
    save(plain_page)
    article.refresh_from_db()
    assert sorted(tag.name for tag in article.tags.all()) == ["Zbridges", "Zrivers"]
    assert article.body == "<h2>Later</h2>\n<p>It <em>opened</em>.</p>"
    plain_page.click("text=Submit to the desk")
    plain_page.get_by_text("Done. The article is now: Submitted.").wait_for()
