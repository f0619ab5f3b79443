"""The checks of `make site-check` tell a good document from a bad one."""

from datetime import UTC, datetime

import pytest

from tests.site.documents import FILES, faults_of_file, head, news_article

GOOD = """<html lang="en"><head><title>Bridge reopens – Newsroom</title><meta name="description" content="It did.">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<meta name="robots" content="max-image-preview:large"><link rel="canonical" href="https://news.example.org/a/">
<link rel="alternate" type="application/rss+xml" href="/feeds/rss.xml">
<meta property="og:title" content="t"><meta property="og:type" content="t"><meta property="og:url" content="t">
<meta property="og:image" content="t"><script type="application/ld+json">{"@type":"NewsArticle",
"headline":"Bridge reopens","datePublished":"2024-03-05T12:00:00+00:00","dateModified":"2024-03-05T12:00:00+00:00",
"author":[{"@type":"Person","name":"Ines Kovar"}],"publisher":{"name":"Newsroom"},"mainEntityOfPage":{"@id":"x"}}
</script></head><body><h1>Bridge reopens</h1></body></html>"""
ADDRESS = "https://news.example.org/a/"
NOW = f"{datetime.now(UTC):%a, %d %b %Y} 00:00:00 +0000"  # to the day: it names tests, which several processes collect


def test_finds_nothing_wrong_with_a_good_page() -> None:
    assert head(GOOD, ADDRESS, found=True) == []
    assert news_article(GOOD) == []


@pytest.mark.parametrize(
    ("good", "bad", "fault"),
    [
        ('lang="en"', "", "no language"),
        ("width=device-width", "width=device-width, user-scalable=no", "may not be zoomed"),
        ("/a/", "/b/", "canonical is ['https://news.example.org/b/']"),
        ("Bridge reopens – Newsroom", "News", "title of 4 letters"),
        ("og:image", "image", "no card to share"),
    ],
)
def test_names_what_a_head_lacks(good: str, bad: str, fault: str) -> None:
    assert head(GOOD.replace(good, bad), ADDRESS, found=True) == [fault]


@pytest.mark.parametrize(
    ("good", "bad", "fault"),
    [
        ("<h1>Bridge reopens", "<h1>Bridge closes", "headline is not the page's"),
        ('dateModified":"2024', 'dateModified":"2023', "changed before it was published"),
        ("12:00:00+00:00", "12:00:00", "datePublished"),
        ("Ines Kovar", "By Ines Kovar", "author is more than a name"),
        ('"@type":"Person"', '"@type":"Organization"', "author without a page"),
        ('{"@type":"News', '"@type":"News', "no data block that can be read"),
    ],
)
def test_names_what_is_wrong_with_the_data_of_an_article(good: str, bad: str, fault: str) -> None:
    assert fault in news_article(GOOD.replace(good, bad))


def test_lets_errors_be_listed_nowhere() -> None:
    assert head(GOOD, ADDRESS, found=False) == ["an error that search engines may list"]


@pytest.mark.parametrize(
    ("path", "body", "fault"),
    [
        ("/feeds/rss.xml", "<rss><channel></channel></rss>", "no title"),
        ("/feeds/rss.xml", f"<rss><channel><item><pubDate>{'Mon' if NOW[:3] != 'Mon' else 'Tue'}{NOW[3:]}</pubDate>"
         "</item></channel></rss>", "wrong weekday"),
        ("/feeds/atom.xml", '<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>', "updated is no time"),
        ("/feeds/feed.json", '{"version": "1"}', "no feed_url"),
        ("/sitemap.xml", "<urlset/>", "urlset of 0 addresses"),
        ("/sitemaps/news.xml", '<a xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><n:news/></a>', "no title"),
        ("/robots.txt", "User-agent: *", "names no sitemap"),
        ("/sitemap.xml", "<urlset>", "not well formed"),
    ],
)  # fmt: skip
def test_names_what_is_wrong_with_a_file(path: str, body: str, fault: str) -> None:
    assert any(found.startswith(fault) for found in faults_of_file(path, body.encode(), FILES[path][1]))


def test_names_a_wrong_content_type() -> None:
    assert "comes as text/html" in faults_of_file("/robots.txt", b"Sitemap: https://x/", "text/html")
