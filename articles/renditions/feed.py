"""A feed before it is written in one of its forms: RSS, Atom or JSON Feed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.utils.html import escape

from articles.models import PublishedArticle
from articles.renditions.said import authors, backstory, main_picture, summary
from articles.renditions.site import Site

BEFORE_ANYTHING = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Image:
    """The main image: a JPEG of the whole."""

    url: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class Entry:
    id: str  # an address that never changes
    url: str
    title: str
    summary: str
    html: str
    published_at: datetime
    updated_at: datetime
    authors: Sequence[str] = ()
    tags: Sequence[str] = ()
    image: Image | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    title: str
    description: str
    page: str  # the page that shows the same
    address: str  # of the feed itself
    site: Site
    entries: list[Entry] = field(default_factory=list)

    @property
    def updated_at(self) -> datetime:
        return max((entry.updated_at for entry in self.entries), default=BEFORE_ANYTHING)


def categories(row: PublishedArticle) -> list[str]:
    """The section, then the tags, each name once."""
    section = row.details.get("section")
    names = [section["name"]] if section else []
    return list(dict.fromkeys([*names, *(tag["name"] for tag in row.details.get("tags", ()))]))


def entry_of(row: PublishedArticle, site: Site) -> Entry:
    """An article with its whole text, and how we know it below."""
    source = row.details.get("source")
    image = _image(main_picture(row), site)
    above = _figure(image) if row.picture_above else ""
    return Entry(
        id=site.to("article_by_number", row.number),
        url=site.article(row),
        title=row.headline,
        summary=summary(row),
        html=f"{above}{site.absolute(row.body_html)}\n<p><em>{escape(backstory(row))}</em></p>",
        published_at=row.published_at,
        updated_at=max(row.modified_at, row.published_at),
        authors=authors(row.byline) if row.byline else [source["name"]] if source else [],
        tags=categories(row),
        image=image,
    )


def _image(picture: dict[str, Any] | None, site: Site) -> Image | None:
    if picture is None:
        return None
    image = picture["image"]
    said = {name: picture[name] for name in ("alt", "caption", "credit")}
    return Image(site.url + image["src"], image["width"], image["height"], **said)


def _figure(image: Image | None) -> str:
    if image is None:
        return ""
    words = " ".join(filter(None, (image.caption, f"({image.credit})" if image.credit else "")))
    said = f"<figcaption>{escape(words)}</figcaption>" if words else ""
    size = f'width="{image.width}" height="{image.height}"'
    return f'<figure><img src="{escape(image.url)}" {size} alt="{escape(image.alt)}">{said}</figure>\n'
