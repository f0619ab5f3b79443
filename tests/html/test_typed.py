"""The way between an article's HTML and what the desk types loses nothing and is safe."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.html import HTML, TYPED, as_text, as_written, clean, figure, from_text, paragraphs

SIGNS = st.sampled_from(
    [
        "![a](/media/x.jpg) ",
        "![",
        "!",
        "*",
        "**",
        "***",
        "[",
        "](",
        ")",
        "](/a)",
        "\\",
        "#",
        "## ",
        "- ",
        "> ",
        ">",
        "1. ",
        "\n",
        " ",
    ]
)
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")
MESS = st.lists(st.one_of(SIGNS, st.text(CHARACTERS, max_size=6)), max_size=12).map("".join)
READING_TEXT = MESS.map(lambda text: " ".join(text.split())).filter(bool)
"""What the importer hands over: words with one space between them."""

WORDS = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=8)
INLINE = st.one_of(
    WORDS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")),
    WORDS.map(lambda text: "<strong>" + re.sub("[<>&]", "", text) + "x</strong>"),
    WORDS.map(lambda text: "<em>" + re.sub("[<>&]", "", text) + "x</em>"),
    WORDS.map(lambda text: '<a href="https://example.org/(a)?b=1&amp;c=%20" title="A &quot;b&quot;">' + "words</a>"),
)


@given(st.lists(st.tuples(st.sampled_from(["p", "h2", "li", "blockquote"]), READING_TEXT), max_size=6))
def test_it_gives_the_importers_html_back_unchanged(pieces: list[tuple[str, str]]) -> None:
    html = paragraphs(pieces)
    text = as_text(html)
    assert text is not None
    assert from_text(text) == html
    assert from_text(text.replace("\n", "\r\n")) == html  # as a browser sends it


@given(st.lists(st.lists(INLINE, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=3))
def test_it_keeps_links_and_emphasis(pieces: list[str]) -> None:
    html = clean("\n".join(f"<p>{piece}</p>" for piece in pieces))
    text = as_text(html)
    assert text is not None
    assert from_text(text) == html


@given(MESS)
def test_it_never_writes_what_it_would_not_read_back(text: str) -> None:
    html = from_text(text)
    assert clean(html) == html
    typed = as_text(html)
    assert typed is None or from_text(typed) == html


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("One\ntwo", "<p>One<br>two</p>"),
        ("## Later\nMore.", "<h2>Later</h2>\n<p>More.</p>"),
        ("### Smaller", "<h3>Smaller</h3>"),
        ("- a\n- b\n\n- c", "<ul>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ul>"),
        ("- a\n  still a", "<ul>\n<li>a<br>still a</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("> Well.\n>\n> Yes.\n\nShe left.", "<blockquote><p>Well.</p><p>Yes.</p></blockquote>\n<p>She left.</p>"),
        ("A **strong *word*** here", "<p>A <strong>strong <em>word</em></strong> here</p>"),
        ("Prices rose [sic] by 3 * 4", "<p>Prices rose [sic] by 3 * 4</p>"),
        ("\\## no subhead", "<p>## no subhead</p>"),
        ("1968\\. A year.", "<p>1968. A year.</p>"),
        ("**never closed", "<p>**never closed</p>"),
        ("<b>AT&T</b>", "<p>&lt;b&gt;AT&amp;T&lt;/b&gt;</p>"),
        ("##", "<p>##</p>"),
        (
            "![A \\[new\\] bridge](/media/3f/640.jpg 640x480) On *Tuesday*\nMore.",
            '<figure><img src="/media/3f/640.jpg" alt="A [new] bridge" width="640" height="480" loading="lazy">'
            "<figcaption>On <em>Tuesday</em></figcaption></figure>\n<p>More.</p>",
        ),
        ("![](/media/x.jpg)", '<figure><img src="/media/x.jpg" alt="" loading="lazy"></figure>'),
        ("\\![A](/media/x.jpg)", '<p>!<a href="/media/x.jpg" rel="noopener nofollow ugc">A</a></p>'),
        ("![A](https://elsewhere.example/x.jpg)", from_text("\\![A](https://elsewhere.example/x.jpg)")),
        ("", ""),
    ],
)
def test_it_reads_what_the_desk_types(typed: str, html: str) -> None:
    assert from_text(typed) == html


def test_it_makes_links_of_web_and_mail_addresses_alone() -> None:
    assert 'href="https://example.org/a_(b)"' in from_text("[here](https://example.org/a_(b))")
    assert from_text("[here](javascript:alert(1))") == "<p>[here](javascript:alert(1))</p>"


def test_it_shows_an_import_as_it_would_be_typed() -> None:
    html = paragraphs(
        [("h2", "Later"), ("p", "He said [sic] so."), ("li", "one"), ("li", "two"), ("blockquote", "Oh.")]
    )
    assert as_text(html) == "## Later\n\nHe said [sic] so.\n\n- one\n- two\n\n> Oh."


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li>a<ul><li>b</li></ul></li></ul>",
        "<blockquote>bare</blockquote>",
        "bare",
        "<p>a<br><br>b</p>",
        "<h2>a<br>b</h2>",
        "<ul><li>a</li></ul><ul><li>b</li></ul>",
        "<p><em> leaning</em></p>",
        "<p></p>",
    ],
)
def test_it_says_so_where_html_cannot_be_typed(html: str) -> None:
    assert as_text(clean(html)) is None


@given(READING_TEXT, READING_TEXT, READING_TEXT)
def test_it_gives_a_figure_back_unchanged(before: str, alt: str, caption: str) -> None:
    picture = figure("/media/3f/640.jpg", width=640, height=480, alt=alt, caption=caption)
    html = f"{paragraphs([('p', before)])}\n{picture}"
    text = as_text(html)
    assert text is not None
    assert from_text(text) == html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One.</p><p></p><h2> Later </h2><p><br></p>", "One.\n\n## Later"),
        ("<ul><li><p>a</p></li><li><p>b</p></li><li><p></p></li></ul>", "- a\n- b"),
        ("<p>A <strong>bold </strong>word<br></p>", "A **bold** word"),
        ("bare <em>words</em><p>and more</p>", "bare *words*\n\nand more"),
        ("<blockquote>bare</blockquote>", "> bare"),
        ("<h2><p>a</p><p>b</p></h2>", "## a  b"),
    ],
)
def test_it_writes_what_an_editor_sends_as_it_would_be_typed(html: str, text: str) -> None:
    assert as_written(html) == (text, TYPED)


def test_it_keeps_html_where_typing_cannot_say_it() -> None:
    nested = "<ul>\n<li>a<ul><li>b</li></ul></li>\n</ul>"
    assert as_written("<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>") == (nested, HTML)


MARKUP = st.sampled_from(
    """<p> </p> <h2> </h2> <ul> </ul> <ol> <li> </li> <blockquote> </blockquote> <br> <em> </em> <strong> </strong>
    <figure> </figure> <figcaption> </figcaption> <script> <a_href='/a'> </a> <img_src='/media/x.jpg'>
    _""".split()
)


@given(st.lists(st.one_of(MARKUP, st.text(CHARACTERS, max_size=4)), max_size=14).map("".join))
def test_it_writes_the_same_of_what_it_has_written(html: str) -> None:
    written = as_written(html.replace("_", " "))
    body = from_text(written.text) if written.how == TYPED else written.text
    assert as_written(body) == written
    assert clean(body) == body


def test_it_takes_no_more_than_its_time_for_hostile_text() -> None:
    started = time.perf_counter()
    for piece in ("*a ", "**a", "[a](", '](/ "', "[", "\\", "> \n", "- \n", "***"):
        from_text(piece * 20_000)
    assert time.perf_counter() - started < 20
