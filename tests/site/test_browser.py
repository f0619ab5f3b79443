"""What the browser's checks of `make site-check` find on a page that does everything wrong, and on a real one."""

from typing import Any

import pytest

from tests import factories
from tests.site import browser as checks
from tests.site.made import Page

BAD = """data:text/html,<div id="a" style="width: 999px; color: silver">Words<h1>One</h1><h3>Three</h3><h1>Two</h1>
<nav id="a"><a href="/">Home</a></nav><img></div>"""


def test_finds_what_is_wrong_with_a_page(page: Any) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(BAD)
    structure = " ".join(page.evaluate(checks.STRUCTURE))
    for fault in ("2 main headings", "0 main", "0 body > footer", "h3 after h1: Three", "an id twice"):
        assert fault in structure
    assert "pixels wide" in page.evaluate(checks.WIDER)[0]
    assert page.evaluate(checks.HIDDEN_IN_PRINT) == ["nav is printed"]
    assert checks.from_the_skip_link(page) == ["the first Tab reaches something else"]
    assert {fault.split(" ")[0] for fault in checks.axe(page)} >= {"image-alt", "color-contrast", "document-title"}


@pytest.mark.parametrize("path", ["/", "article"])
def test_finds_nothing_wrong_with_the_commonest_pages(browser: Any, live_server: Any, path: str) -> None:
    row = factories.published(tags=("Bridges",), people=("Ana Horvat",), outlet="Herald")
    factories.published(tags=("Bridges",), outlet="Herald")
    looked_at = Page(path, row.get_absolute_url() if path == "article" else path, limit=10_000)
    findings = [check(browser, live_server.url, looked_at) for check in (checks.in_the_light, checks.in_the_dark)]
    found = {name: faults for finding in findings for name, faults in finding if faults}
    found.pop("requests", None)  # served one by one here, without the names that tell their content
    assert found == {}
