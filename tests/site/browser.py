"""A page in a browser: what it says to assistive technology, how it fits, what it loads, what it complains about."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError as TooLong

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext
    from playwright.sync_api import Page as Tab

from tests.site.made import Page

MOST_REQUESTS = 4  # the page, two stylesheets and the icon; an article has one stylesheet
ABOUT = 1024

STRUCTURE = """() => {
    const faults = [], count = (selector) => document.querySelectorAll(selector).length;
    if (count("h1") !== 1) faults.push(`${count("h1")} main headings`);
    for (const part of ["main", "body > header", "body > footer", "nav"])
        if (part === "nav" ? !count(part) : count(part) !== 1) faults.push(`${count(part)} ${part}`);
    let level = 0;
    for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
        const own = Number(heading.tagName[1]);
        if (level && own > level + 1) faults.push(`h${own} after h${level}: ${heading.innerText}`);
        level = own;
    }
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    if (new Set(ids).size !== ids.length) faults.push("an id twice");
    return faults;
}"""

WIDER = """() => {
    const page = document.scrollingElement;
    if (page.scrollWidth <= innerWidth) return [];
    const all = [...document.querySelectorAll("body *")];
    const wide = all.filter((e) => e.getBoundingClientRect().right > innerWidth + 1);
    return [`${page.scrollWidth} pixels wide: ${wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 80)).join(" ")}`];
}"""

# The spacing that readers may set for themselves (WCAG 2.2, 1.4.12).
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""

DARK = """() => {
    const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).map(Number);
    return r + g + b < 150 ? [] : [`the page stays light: ${r}, ${g}, ${b}`];
}"""

STILL = """() => document.getAnimations().filter((a) => a.playState === "running")
    .map((a) => a.animationName || "something moves")"""

HIDDEN_IN_PRINT = """() => ["nav", ".rail", ".skip", "form"].filter((selector) =>
    [...document.querySelectorAll(selector)].some((e) => e.getClientRects().length)).map((s) => `${s} is printed`)"""

Findings = Iterator[tuple[str, list[str]]]
"""(what was checked, what is wrong with it), check by check."""


@dataclass
class Traffic:
    """What a page loads: number of requests, bytes on the way, hosts that are not the site's."""

    requests: int = 0
    bytes: int = 0
    foreign: int = 0


def looked_at(browser: "Browser", base: str, page: Page) -> Findings:
    yield from in_the_light(browser, base, page)
    yield from in_the_dark(browser, base, page)
    yield from on_a_small_screen(browser, base, page)


def in_the_light(browser: "Browser", base: str, page: Page) -> Findings:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    tab = context.new_page()
    said, traffic = listen(context, tab, base)
    answer = tab.goto(base + page.path)
    assert answer is not None
    tab.wait_for_load_state("networkidle")
    yield "status", [] if answer.status == page.status else [f"answers {answer.status}"]
    yield "console and policy", [text for text in said if str(page.status) not in text]
    kilobytes = traffic.bytes / ABOUT
    yield "weight", [f"{kilobytes:.1f} kB of {page.limit}"] if kilobytes > page.limit else []
    yield (
        "requests",
        [f"{traffic.requests}"] if traffic.requests > MOST_REQUESTS - page.kind.startswith("article") else [],
    )
    others = [f"{traffic.foreign} requests to others"] if traffic.foreign else []
    yield "no cookie, no third party", [f"cookie {cookie.get('name')}" for cookie in context.cookies()] + others
    yield "structure", tab.evaluate(STRUCTURE)
    yield "skip link", from_the_skip_link(tab)
    yield "axe, light", axe(tab)
    tab.emulate_media(media="print")
    yield "print", tab.evaluate(HIDDEN_IN_PRINT)
    context.close()


def in_the_dark(browser: "Browser", base: str, page: Page) -> Findings:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="dark")
    tab = context.new_page()
    tab.goto(base + page.path)
    yield "dark", tab.evaluate(DARK)
    yield "axe, dark", axe(tab)
    context.close()


def on_a_small_screen(browser: "Browser", base: str, page: Page) -> Findings:
    """320 pixels wide, as a phone has it and as 400 % zoom makes of 1280; without script and with less motion."""
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, reduced_motion="reduce", java_script_enabled=True, bypass_csp=True
    )
    tab = context.new_page()
    tab.goto(base + page.path)
    yield "reflow", tab.evaluate(WIDER)
    yield "reduced motion", tab.evaluate(STILL)
    yield "axe, small", axe(tab)
    tab.add_style_tag(content=SPACED)
    yield "text spacing", tab.evaluate(WIDER)
    context.close()


def listen(context: "BrowserContext", tab: "Tab", base: str) -> tuple[list[str], Traffic]:
    """What the page will say on the console (broken policies too), and what it will have loaded."""
    said: list[str] = []
    traffic = Traffic()
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    session = context.new_cdp_session(tab)
    session.send("Network.enable")

    def asked(event: Any) -> None:
        address = urlsplit(event["request"]["url"])
        if address.scheme != "data" and not address.path.startswith("/media/"):
            traffic.requests += 1
            traffic.foreign += address.netloc != urlsplit(base).netloc

    def loaded(event: Any) -> None:
        traffic.bytes += int(event["encodedDataLength"])

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", loaded)
    return said, traffic


def from_the_skip_link(tab: "Tab") -> list[str]:
    """The first Tab reaches a link that is seen and leads to the main text."""
    tab.keyboard.press("Tab")
    seen = "document.activeElement.getBoundingClientRect().top >= 0 && document.activeElement.getAttribute('href')"
    if tab.evaluate(seen) != "#main":
        return ["the first Tab reaches something else"]
    tab.keyboard.press("Enter")
    try:
        tab.locator("#main:focus").wait_for(timeout=5_000)
    except TooLong:
        return ["it leads nowhere"]
    return []


def axe(tab: "Tab") -> list[str]:
    violations = Axe().run(tab).response["violations"]
    return [
        f"{violation['id']} ({violation['impact']}): {' '.join(map(str, node['target']))}"
        for violation in violations
        for node in violation["nodes"]
    ]
