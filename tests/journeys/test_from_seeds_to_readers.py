"""From raw reports to readers, in a real browser: loadseeds, the desk, publication, the site and its tag filters."""

import pytest
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Article
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)

MEETING = "Blinken Cancels Meeting With Lavrov Over Russia's Actions Against Ukraine"
PROPOSED = "Blinken canceled his meeting with Russian foreign minister Sergey Lavrov"


def sign_in(page: Page, site: str, user: object) -> None:
    """The way in that a member of the desk takes, with a password of this test's own."""
    user.set_password("a long word for this test")  # type: ignore[attr-defined]
    user.save()  # type: ignore[attr-defined]
    page.context.clear_cookies()
    page.goto(f"{site}/admin/login/?next=/admin/")
    page.get_by_label("Username").fill(user.username)  # type: ignore[attr-defined]
    page.get_by_label("Password").fill("a long word for this test")
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(f"{site}/admin/")


def act(page: Page, site: str, number: int, label: str, said: str) -> None:
    page.goto(f"{site}/admin/articles/article/{number}/change/")
    page.get_by_role("button", name=label, exact=True).click()
    page.get_by_text(said).wait_for()


def test_a_report_is_taken_up_approved_published_and_found(page: Page, live_server: LiveServer) -> None:
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    site = live_server.url
    call_command("loadseeds", settings.BASE_DIR / "seeds", verbosity=0)
    number = Article.objects.get(headline=MEETING).pk

    page.goto(site)
    assert MEETING not in page.content()

    sign_in(page, site, cast.reporter())
    act(page, site, number, "Take up", "The article is now: Draft.")
    act(page, site, number, "Submit to the desk", "The article is now: Submitted.")
    sign_in(page, site, cast.editor())
    act(page, site, number, "Approve", "The article is now: Ready.")
    sign_in(page, site, cast.publisher())
    page.goto(f"{site}/admin/articles/article/{number}/change/")
    page.get_by_text("Publish …").click()
    page.get_by_label("Why is it published as it is?").fill("The outlet is known to all of us.")
    page.get_by_role("button", name="Publish now", exact=True).click()
    page.get_by_text("Published: readers have it now.").wait_for()

    page.context.clear_cookies()
    page.goto(site)
    page.get_by_role("main").get_by_role("link", name=MEETING).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(MEETING)
    page.get_by_text("We are ready for a negotiating process").first.wait_for()
    page.get_by_role("link", name="Russia", exact=True).first.click()
    page.wait_for_url(f"{site}/tags/russia/**")
    page.get_by_role("main").get_by_role("link", name=MEETING).first.wait_for()
    assert problems == []


def test_published_seeds_stand_in_rails_and_filters(page: Page, live_server: LiveServer) -> None:
    site = live_server.url
    call_command("loadseeds", settings.BASE_DIR / "seeds", publish=True, verbosity=0)
    page.goto(f"{site}/latest/?tag=russia&tag=geneva&match=any")
    page.get_by_role("main").get_by_role("link", name=MEETING).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(MEETING)
    rail = page.get_by_role("complementary", name="Latest headlines")
    expect(rail.get_by_role("link", name=PROPOSED)).to_have_count(1)
    rail.get_by_role("link", name=PROPOSED).click()
    page.get_by_text("Headline written by this site").first.wait_for()
    others = page.locator("details", has_text="Other headlines on the page this report came from")
    others.locator("summary").click()
    others.get_by_text("Jack Lang Resigns as Head of Arab World Institute").wait_for()
    expect(others.locator("li")).to_have_count(17)
    expect(others.get_by_role("link")).to_have_count(0)
