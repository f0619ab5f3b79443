"""An article as OpenGraph describes it to whoever shows a link to it (ogp.me)."""

from articles.models import PublishedArticle
from articles.renditions.said import authors, main_picture, moment
from articles.renditions.site import Site

LONGEST_DESCRIPTION = 200


def description(row: PublishedArticle) -> str:
    """At most `LONGEST_DESCRIPTION` characters, cut between words."""
    text = " ".join((row.standfirst or row.excerpt or row.headline).split())
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    return text[:LONGEST_DESCRIPTION].rpartition(" ")[0].rstrip(" ,;:") + "…"


def open_graph(row: PublishedArticle, site: Site) -> list[tuple[str, str]]:
    """(property, content) in order; a property may stand several times."""
    pairs = [
        ("og:title", row.headline),
        ("og:type", "article"),
        ("og:url", site.article(row)),
        ("og:description", description(row)),
        ("og:site_name", site.name),
        ("og:locale", site.language.replace("-", "_")),
        ("article:published_time", moment(row.published_at)),
        ("article:modified_time", moment(max(row.modified_at, row.published_at))),
    ]
    pairs += _image(row, site)
    pairs += [("article:author", name) for name in authors(row.byline) if name]
    if section := row.details.get("section"):
        pairs.append(("article:section", section["name"]))
    return pairs + [("article:tag", tag["name"]) for tag in row.details.get("tags", ())]


def _image(row: PublishedArticle, site: Site) -> list[tuple[str, str]]:
    picture = main_picture(row)
    if picture is None:
        return []
    part = picture["image"]["crops"]["16x9"]
    pairs = [
        ("og:image", site.url + part["src"]),
        ("og:image:type", "image/jpeg"),
        ("og:image:width", str(part["width"])),
        ("og:image:height", str(part["height"])),
    ]
    return pairs + ([("og:image:alt", picture["alt"])] if picture["alt"] else [])
