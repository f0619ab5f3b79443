"""From raw reports to readers, in a real browser: loadseeds, the desk, publication, the site and its tag filters."""

from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.core.management import call_command
from pytest_django.live_server_helper import LiveServer

from articles.models import Article
from tests import cast

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

MEETING = "Blinken Cancels Meeting With Lavrov Over Russia's Actions Against Ukraine"
PROPOSED = "Blinken canceled his meeting with Russian foreign minister Sergey Lavrov"


def sign_in(page: "Page", site: str, user: object) -> None:
    """The way in that a member of the desk takes, with a password of this test's own."""
    user.set_password("a long word for this test")  # type: ignore[attr-defined]
    user.save()  # type: ignore[attr-defined]
    page.context.clear_cookies()
    page.goto(f"{site}/admin/login/?next=/admin/")
    page.get_by_label("Username").fill(user.username)  # type: ignore[attr-defined]
    page.get_by_label("Password").fill("a long word for this test")
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(f"{site}/admin/")


def act(page: "Page", site: str, number: int, label: str) -> None:
    page.goto(f"{site}/admin/articles/article/{number}/change/")
    page.get_by_role("button", name=label, exact=True).click()
    page.wait_for_load_state()


def test_a_report_is_taken_up_approved_published_and_found(page: "Page", live_server: LiveServer) -> None:
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    site = live_server.url
    call_command("loadseeds", settings.BASE_DIR / "seeds", verbosity=0)
    number = Article.objects.get(headline=MEETING).pk

    page.goto(site)
    assert MEETING not in page.content()

    sign_in(page, site, cast.reporter())
    act(page, site, number, "Take up")
    act(page, site, number, "Submit to the desk")
    sign_in(page, site, cast.editor())
    act(page, site, number, "Approve")
    sign_in(page, site, cast.publisher())
    page.goto(f"{site}/admin/articles/article/{number}/change/")
    page.get_by_text("Publish …").click()
    page.get_by_label("Why is it published as it is?").fill("The outlet is known to all of us.")
    page.get_by_role("button", name="Publish now", exact=True).click()
    page.get_by_text("Published: readers have it now.").wait_for()

    page.context.clear_cookies()
    page.goto(site)
    page.get_by_role("main").get_by_role("link", name=MEETING).first.click()
    assert page.get_by_role("heading", level=1).inner_text() == MEETING
    assert page.get_by_text("We are ready for a negotiating process").count()
    page.get_by_role("link", name="Russia", exact=True).first.click()
    assert page.url.startswith(f"{site}/tags/russia/")
    assert page.get_by_role("main").get_by_role("link", name=MEETING).count()
    assert problems == []


def test_published_seeds_stand_in_rails_and_filters(page: "Page", live_server: LiveServer) -> None:
    site = live_server.url
    call_command("loadseeds", settings.BASE_DIR / "seeds", publish=True, verbosity=0)
    page.goto(f"{site}/latest/?tag=russia&tag=geneva&match=any")
    found = page.get_by_role("main").get_by_role("link", name=MEETING)
    assert found.count()
    found.first.click()
    rail = page.get_by_role("complementary", name="Latest headlines")
    assert rail.get_by_role("link", name=PROPOSED).count() == 1
    rail.get_by_role("link", name=PROPOSED).click()
    assert page.get_by_text("Headline written by this site").count()
    others = page.locator("details", has_text="Other headlines on the page this report came from")
    others.locator("summary").click()
    assert others.get_by_text("Jack Lang Resigns as Head of Arab World Institute").is_visible()
    assert others.locator("li").count() == 17
    assert others.get_by_role("link").count() == 0
