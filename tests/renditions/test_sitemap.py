"""Sitemaps as XML."""

from xml.etree import ElementTree

from articles.renditions.sitemap import index, news, urlset
from tests.factories import NOON
from tests.renditions.rows import HOSTILE, SITE, full, pictured

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def test_lists_parts_and_pages() -> None:
    root = ElementTree.fromstring(index(["https://a.example/1?x&y"]))
    assert (root.tag, [loc.text for loc in root.iter(f"{MAP}loc")]) == (
        f"{MAP}sitemapindex",
        ["https://a.example/1?x&y"],
    )
    root = ElementTree.fromstring(urlset([("https://a.example/", None), ("https://a.example/b", NOON)]))
    assert [[child.text for child in url] for url in root] == [
        ["https://a.example/"],
        ["https://a.example/b", "2024-03-05T12:00:00+00:00"],
    ]


def test_names_paper_date_and_title_of_news() -> None:
    root = ElementTree.fromstring(news([full(headline=HOSTILE)], SITE))
    item = root[0].find(f"{NEWS}news")
    assert item is not None
    assert item.findtext(f"{NEWS}publication/{NEWS}name") == "Example Times"
    assert item.findtext(f"{NEWS}publication/{NEWS}language") == "en"
    assert item.findtext(f"{NEWS}publication_date") == "2024-03-05T12:00:00+00:00"
    assert (item.findtext(f"{NEWS}title") or "").startswith("</script><script>")


def test_names_the_main_image_of_news() -> None:
    loc = "{http://www.google.com/schemas/sitemap-image/1.1}loc"
    with_, without = ElementTree.fromstring(news([pictured(), full()], SITE))
    assert [(found.text or "").rpartition("/")[2] for found in with_.iter(loc)] == ["16x9-30-60-1280.jpg"]
    assert list(without.iter(loc)) == []
