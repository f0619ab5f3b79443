"""Nothing gets through the cleaner but what an article's body may have, and it is done when it is done."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.html import HTML, as_written, clean, figure, from_text, plain

PICTURE = '<img src="/media/3f/640.jpg" alt="A bridge" width="640" height="480">'
ALONE = "<figure>" + PICTURE.replace(">", ' loading="lazy"></figure>')
WHOLE = ALONE.replace("</figure>", "<figcaption>On <em>Tuesday</em></figcaption></figure>")

HOSTILE = [
    "<script>alert(1)</script>",
    "<p onclick=alert(1)>x</p>",
    "<img src=/media/x.jpg onerror=alert(1)>",
    "<figure><img src=/media/x.jpg onerror=alert(1) onload=alert(1)></figure>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<figure><img src="data:image/svg+xml;base64,PHN2Zz4="></figure>',
    '<figure><img src="https://elsewhere.example/x.jpg"></figure>',
    '<figure><img src="//elsewhere.example/media/x.jpg"></figure>',
    '<figure><img src="/media/../admin/logout/"></figure>',
    '<figure><img src="/media/%2e%2E/admin/"></figure>',
    '<figure><img src="/media/x.jpg?then=1"></figure>',
    '<figure><img src="/media\\x.jpg"></figure>',
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    '<p style="background:url(javascript:alert(1))">x</p>',
    "<style>@import 'https://elsewhere.example/x.css'</style>",
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "<form action=/admin/logout/ method=post><button>x</button></form>",
    "<base href=https://elsewhere.example/><object data=x></object><embed src=x>",
    '<figure><figcaption><figure><img src="/media/x.jpg" alt="&quot;><script>alert(1)</script>"></figcaption></figure>',
    "<p><!--><script>alert(1)</script>--></p>",
]
FORBIDDEN = ("<script", "<svg", "<style", "<iframe", "<form", "<base", "<object", "<math", "javascript:", "elsewhere.")


def harmless(html: str) -> bool:
    outside = "".join(part.partition(">")[0] for part in html.split("<")[1:])  # what stands in tags
    in_tags = outside.replace('alt="&quot;', "")
    return not any(word in html for word in FORBIDDEN) and " on" not in in_tags and "style=" not in in_tags


@pytest.mark.parametrize("html", HOSTILE)
def test_it_lets_nothing_hostile_through_and_changes_nothing_at_the_second_time(html: str) -> None:
    cleaned = clean(html)
    assert harmless(cleaned)
    assert clean(cleaned) == cleaned
    text, how = as_written(html)
    assert harmless(clean(text) if how == HTML else from_text(text))
    assert "/media/../" not in cleaned and "?" not in cleaned


def test_it_keeps_a_picture_of_this_site_with_its_caption() -> None:
    html = f'<figure class="x">{PICTURE}<figcaption><p>On <em>Tuesday</em></p></figcaption></figure>'
    assert clean(html) == WHOLE
    assert clean(WHOLE) == WHOLE


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<figure><img src='https://e.example/x.jpg'><figcaption>A bridge</figcaption></figure>", "<p>A bridge</p>"),
        (f"<figure>{PICTURE}<p>And more</p></figure>", f"{ALONE}<p>And more</p>"),
        (f"<figure><div>{PICTURE}</div></figure>", ALONE),
        (f"<p>a{PICTURE}b</p>", "<p>ab</p>"),
        ("<figcaption>Alone</figcaption>", "<p>Alone</p>"),
        ("<figure></figure>", ""),
    ],
)
def test_it_loses_no_word_of_a_figure_that_is_none(html: str, cleaned: str) -> None:
    assert clean(html) == cleaned


def test_it_takes_a_size_that_is_whole_or_none() -> None:
    assert "width" not in clean('<figure><img src="/media/x.jpg" width="10"></figure>')
    assert "width" not in clean('<figure><img src="/media/x.jpg" width="1e3" height="2"></figure>')


def test_it_counts_a_caption_as_words_but_begins_no_excerpt_with_it() -> None:
    html = f"{WHOLE}<p>The bridge reopened.</p>"
    assert plain(html) == "On Tuesday\n\nThe bridge reopened."
    assert plain(html, captions=False) == "The bridge reopened."


@given(st.text(max_size=20), st.text(max_size=20))
def test_it_writes_a_figure_that_it_would_leave_alone(alt: str, caption: str) -> None:
    html = figure("/media/3f/640.jpg", width=640, height=480, alt=alt, caption=caption)
    assert clean(html) == html
    assert html.startswith("<figure><img ") and html.count("<") in {3, 5}


def test_it_takes_no_more_than_its_time_for_hostile_html() -> None:
    started = time.perf_counter()
    for piece in ("<em>", "<blockquote>", "<figure>", "<figcaption>", "<figure><img src=/media/x>", "<p><em>a"):
        as_written(piece * 3_000)
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize("piece", ["<ul><li>", "<p><!-- </p> --><em>", '<a href="<ul>"><blockquote>'])
def test_it_takes_no_more_than_its_time_for_tags_within_tags_without_end(piece: str) -> None:
    started = time.perf_counter()
    assert "The last words." in plain(clean(piece * 20_000 + "The last words."))
    assert time.perf_counter() - started < 10


def test_it_changes_nothing_in_a_very_long_text() -> None:
    block = '<p>A <a href="/x" rel="noopener nofollow ugc">link</a> &amp; <em>a <strong>word</strong></em>.</p>\n'
    text = (block + "<ul>\n<li>One<br>two</li>\n</ul>\n") * 800
    assert clean(text) == text
    assert clean("<div><p>One<p>Two<ul><li>Three<li>Four</ul></div>" * 900) == (
        "<p>One</p><p>Two</p><ul><li>Three</li><li>Four</li></ul>" * 900
    )
