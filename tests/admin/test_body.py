"""The body in the form: typed or from the editor it is the same text, and nothing else comes of it than a body."""

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.actions import edits
from articles.actions.moves import move
from articles.html import as_text, figure
from articles.models import Article, Picture, PublishedArticle, Revision, SideDraft
from articles.workflow import Status
from tests import cast, factories, pictures
from tests.admin.pages import change, filled
from tests.factories import NOON
from tests.html.test_cleaner import HOSTILE, harmless

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

KEY = "0123456789abcdef0123456789abcdef"
FIGURE = figure(f"/media/{KEY}/640.jpg", width=640, height=480, alt="A bridge", caption="On Tuesday (Ana)")
BODIES = [
    "<p>One.</p>\n<h2>Later</h2>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<blockquote><p>Oh.</p></blockquote>",
    "<p>One &amp; <strong>two</strong><br>three&nbsp;four.</p>",
    "<ul><li>a<ul><li>b</li></ul></li></ul>",
    "<p>  odd </p><p></p>\n\n<p>One  two.</p>",
    FIGURE,
]


def own(**fields: Any) -> Article:
    return factories.article(created_by=cast.reporter(), **fields)


def as_html(page: Any, html: str, **changes: Any) -> dict[str, Any]:
    """What a browser sends with the editor's HTML."""
    return filled(page, body=html, body_as="html", **changes)


@pytest.mark.parametrize("body", BODIES)
def test_it_changes_nothing_where_nothing_was_changed(client: Client, body: str) -> None:
    client.force_login(cast.reporter())
    article = own()
    Article.objects.update(body=body)
    page = client.get(change(article))
    client.post(change(article), filled(page))
    editors = body.replace("\n", "").replace("<li>a</li>", "<li><p>a</p></li>") + "<p></p>"
    client.post(change(article), as_html(page, editors))
    article.refresh_from_db()
    assert (article.body, article.version, Revision.objects.count()) == (body, 1, 0)


def test_it_takes_the_editors_html_as_if_it_had_been_typed(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    html = f"<h2>Later</h2><ul><li><p>a</p></li></ul>{FIGURE}<p>More <strong>words </strong>here<br></p><p></p>"
    client.post(change(article), as_html(client.get(change(article)), html))
    article.refresh_from_db()
    assert article.body == f"<h2>Later</h2>\n<ul>\n<li>a</li>\n</ul>\n{FIGURE}\n<p>More <strong>words</strong> here</p>"
    typed = filled(client.get(change(article)))
    assert typed["body_as"] == ["typed"]
    assert typed["body"] == [
        f"## Later\n\n- a\n\n![A bridge](/media/{KEY}/640.jpg 640x480) On Tuesday (Ana)\n\nMore **words** here"
    ]


def test_it_gives_the_editor_the_text_as_html_and_counts_its_words(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own(text="Ana & Ben " * 150)
    page = client.get(change(article)).content.decode()
    assert 'data-html="&lt;p&gt;Ana &amp;amp; Ben' in page
    assert '<span data-length="words">450</span>' in page
    assert '<span data-length="minutes">2</span>' in page
    assert "django_prose_editor/editor" in page and "importmap" not in page


def test_it_keeps_the_editors_text_when_somebody_was_faster(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    mine = client.get(change(article))
    edits.claim(article, seen=1, by=cast.editor(), now=NOON)
    refused = client.post(change(article), as_html(mine, "<p>Mine <em>alone</em>.</p>"))
    assert SideDraft.objects.get().fields["body"] == "Mine *alone*."
    assert 'data-html="&lt;p&gt;Mine &lt;em&gt;alone' in refused.content.decode()
    assert filled(refused)["body"] == ["Mine *alone*."]
    client.post(change(article), filled(refused, over="2"))
    assert Article.objects.get().body == "<p>Mine <em>alone</em>.</p>"


def test_it_stores_and_publishes_nothing_hostile(client: Client) -> None:
    client.force_login(cast.publisher())
    article = factories.article(status=Status.READY)
    html = "".join(f"<p>Words.</p>{html}" for html in HOSTILE)
    client.post(change(article), as_html(client.get(change(article)), html))
    article.refresh_from_db()
    assert "Words." in article.body and harmless(article.body)
    move(article, "publish", by=cast.publisher(), now=timezone.now(), override="Its picture has no words.")
    row = PublishedArticle.objects.get()
    body = client.get(row.get_absolute_url()).content.decode().split('<div class="prose"')[1].split("</div>")[0]
    assert "Words." in body and harmless(body)


def test_it_offers_each_picture_that_has_a_file_for_the_text(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    Picture.objects.create(article=article, caption="Nobody found it")
    said = {"alt": "A bridge", "caption": "On Tuesday", "credit": "Ana"}
    Picture.objects.create(article=article, file=KEY, width=640, height=480, **said)
    page = client.get(change(article)).content.decode()
    assert page.count("data-into-text") == 1
    assert f"<code>{as_text(FIGURE)}</code>" in page


def test_it_shows_readers_a_picture_once_and_elsewhere_by_its_whole_address(client: Client) -> None:
    article = factories.article(status=Status.READY)
    Article.objects.update(body=f"<p>Words.</p>{FIGURE}")
    article.refresh_from_db()
    Picture.objects.create(article=article, file=KEY, width=640, height=480, alt="A bridge", credit="Ana")
    move(article, "publish", by=cast.publisher(), now=timezone.now())
    row = PublishedArticle.objects.get()
    main = (
        client.get(row.get_absolute_url()).content.decode().split('<article class="story">')[1].split("</article>")[0]
    )
    assert main.count("<figure") == 1 and 'loading="lazy"' in main
    assert row.excerpt == "Words."
    feed = client.get("/feeds/feed.json").json()["items"][0]["content_html"]
    assert feed.count("<figure") == 1 and f'src="http://127.0.0.1:8000/media/{KEY}' in feed


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style></head>
<body><!--StartFragment--><h1 style='color:red' onclick="x()">Pasted head</h1>
<p class=MsoNormal style='margin:0'><b style='mso-bidi-font-weight:normal'><span style='color:red'>Bold</span></b> and
<span style='font-style:italic'>leaning</span> words<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'
>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>First<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·&nbsp;</span><![endif]
>Second</p><table><tr><td><p class=MsoNormal>Turnout</p></td><td><p class=MsoNormal>45<o:p></o:p></p></td></tr>
<tr><td>Yes</td><td>12</td></tr></table><p><img src="file:///c:/x.png"><a href="javascript:alert(1)">bad</a>
<a href="https://example.org/" onmouseover="x()">good</a></p><script>alert(1)</script><!--EndFragment--></body>"""

PASTE = """(html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
  document.querySelector(".body-text").dispatchEvent(event);
}"""


PASTE_FILE = """() => {
  const data = new DataTransfer();
  data.items.add(new File(["x"], "a.png", {type: "image/png"}));
  const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
  document.querySelector(".body-text").dispatchEvent(event);
}"""


@pytest.mark.django_db(transaction=True)
def test_it_edits_in_a_browser_under_the_policy(page: "Page", live_server: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import expect

    from tests.admin.test_browser import save, sign_in

    complaints: list[str] = []
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.set_viewport_size({"width": 390, "height": 900})
    article = own(text="One.")
    picture = pictures.on(article)
    sign_in(page.context, live_server.url, cast.reporter())
    page.goto(f"{live_server.url}{change(article)}")
    text = page.get_by_role("textbox", name="Text").and_(page.locator(".body-text"))  # not the area before it
    text.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" 1968. A year.\nA subhead")
    page.get_by_role("button", name="Subhead", exact=True).click()
    page.keyboard.press("Enter")
    page.keyboard.type("- an item\n\n1968. Not a list.\n")
    page.evaluate(PASTE, WORD)
    page.keyboard.press("Control+End")
    page.keyboard.press("Control+K")
    page.get_by_role("dialog").get_by_label("Address").fill("nonsense")
    page.keyboard.press("Enter")
    page.get_by_text("This is no address").wait_for()
    page.get_by_role("dialog").get_by_label("Address").fill("ana@example.org")
    page.keyboard.press("Enter")
    page.evaluate(PASTE_FILE)
    page.get_by_text("Add the picture further down").wait_for()
    page.get_by_text("Pictures 1").click()
    page.get_by_role("button", name="Put it into the text").click()
    page.keyboard.type("The end.")
    page.locator("[data-length=words]").get_by_text("35", exact=True).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert complaints == []
    shown = {"include": [".field-body"], "exclude": [".body-text a"]}  # a link that is written is as high as its line
    found = Axe().run(page, context=shown, options={"runOnly": ["wcag2a", "wcag2aa", "wcag22aa"]})
    assert found.response["violations"] == []
    complaints.clear()  # the checker itself styles the page
    page.locator(".body-text figcaption").click()
    page.get_by_role("button", name="Describe the picture").click()
    box = page.get_by_role("dialog")
    expect(box.get_by_label("Caption")).to_have_value("The bridge")
    box.get_by_label("What it shows").fill("Lamps on a\nbridge")
    box.get_by_label("Credit").fill("Rita Reyes / Wire")
    box.get_by_role("button", name="Put it in").click()
    expect(page.locator(".body-text figcaption")).to_have_text("The bridge (Rita Reyes / Wire)")
    save(page)
    article.refresh_from_db()
    assert as_text(article.body) == (
        "One. 1968. A year.\n\n## A subhead\n\n- an item\n\n1968. Not a list.\n\n## Pasted head\n\n"
        "**Bold** and *leaning* words\n\n- First\n- Second\n\nTurnout | 45\n\nYes | 12\n\n"
        "bad [good](https://example.org/)\n\n[ana@example.org](mailto:ana@example.org)\n\n"
        f"![Lamps on a bridge](/media/{picture.file}/640.jpg 640x480) The bridge (Rita Reyes / Wire)\n\nThe end."
    )
    expect(page.locator("[name=body_as]")).to_have_value("typed")
    assert (article.version, complaints) == (2, [])
