"""Sitemaps (sitemaps.org), their index, and the news sitemap that news search engines read."""

from collections.abc import Iterable
from datetime import datetime

from articles.models import PublishedArticle
from articles.renditions.said import main_picture, moment
from articles.renditions.site import Site
from articles.renditions.xml import DECLARATION, element

CONTENT_TYPE = "application/xml; charset=utf-8"
_NAME = ' xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_IMAGE_NAME = ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
_NEWS_NAME = ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def index(addresses: Iterable[str]) -> bytes:
    parts = (f"<sitemap>{element('loc', address)}</sitemap>\n" for address in addresses)
    return f"{DECLARATION}<sitemapindex{_NAME}>\n{''.join(parts)}</sitemapindex>\n".encode()


def urlset(pages: Iterable[tuple[str, datetime | None]]) -> bytes:
    """A sitemap of (whole address, when the page changed last where that is known)."""
    parts = (
        f"<url>{element('loc', address)}{element('lastmod', moment(changed)) if changed else ''}</url>\n"
        for address, changed in pages
    )
    return f"{DECLARATION}<urlset{_NAME}>\n{''.join(parts)}</urlset>\n".encode()


def news(rows: Iterable[PublishedArticle], site: Site) -> bytes:
    """The news sitemap; whoever calls gives articles of the last two days alone, 1,000 at most."""
    paper = f"<news:publication>{element('news:name', site.name)}{element('news:language', site.language)}"
    parts = (
        f"<url>{element('loc', site.article(row))}<news:news>{paper}</news:publication>"
        f"{element('news:publication_date', moment(row.published_at))}{element('news:title', row.headline)}"
        f"</news:news>{_image(row, site)}</url>\n"
        for row in rows
    )
    return f"{DECLARATION}<urlset{_NAME}{_NEWS_NAME}{_IMAGE_NAME}>\n{''.join(parts)}</urlset>\n".encode()


def _image(row: PublishedArticle, site: Site) -> str:
    picture = main_picture(row)
    if picture is None:
        return ""
    return f"<image:image>{element('image:loc', site.url + picture['image']['crops']['16x9']['src'])}</image:image>"
