"""What the JSON API says of articles, sections, tags, people and sources.

`openapi.py` describes it; a test compares them."""

from collections.abc import Iterable
from typing import Any

from articles.models import PublishedArticle
from articles.renditions.said import backstory, main_picture, moment
from articles.renditions.site import Site

KINDS = {"section": "sections", "tag": "tags", "person": "people", "source": "sources"}
"""Word of a filter -> word of an address."""


def article(row: PublishedArticle, site: Site) -> dict[str, Any]:
    """An article without its text, as lists have it."""
    details = row.details
    source = details.get("source")
    return {
        "number": row.number,
        "url": site.article(row),
        "api_url": site.to("api_article", row.number),
        "headline": row.headline,
        "headline_proposed": row.headline_proposed,
        "standfirst": row.standfirst,
        "excerpt": row.excerpt,
        "byline": row.byline,
        "dateline": row.dateline,
        "report_date": row.report_date or None,
        "published_at": moment(row.published_at),
        "modified_at": moment(row.modified_at),
        "unconfirmed": row.unconfirmed,
        "image": _image(main_picture(row), site),
        "section": _link("section", details["section"], site) if details.get("section") else None,
        "tags": [_link("tag", tag, site) for tag in details.get("tags", ())],
        "people": [
            _link("person", person, site) | {"roles": list(person.get("roles", ()))}
            for person in details.get("people", ())
        ],
        "source": _link("source", source, site) | {"inferred": bool(source.get("inferred"))} if source else None,
        "credits": [_link("source", credit, site) for credit in details.get("credits", ())],
    }


def whole_article(row: PublishedArticle, site: Site, notes: Iterable[PublishedArticle]) -> dict[str, Any]:
    """An article with its text and all that stands around it; `notes` are its public notes, the newest first."""
    details = row.details
    return article(row, site) | {
        "language": site.language,
        "body_html": site.absolute(row.body_html),
        "body_text": row.body_text,
        "backstory": backstory(row),
        "quotes": [
            {
                "text": quote["text"],
                "speaker": _link("person", quote["speaker"], site) if quote["speaker"] else None,
            }
            for quote in details.get("quotes", ())
        ],
        "pictures": [
            {"caption": picture["caption"], "alt": picture.get("alt", ""), "credit": picture["credit"]}
            | {"image": _image(picture, site)}
            for picture in details.get("pictures", ())
        ],
        "see_also": list(details.get("see_also", ())),
        "other_headlines": list(details.get("other_headlines", ())),
        "notes": [{"change": noted.change, "note": noted.note, "at": moment(noted.goes_live_at)} for noted in notes],
        "ninjs_url": site.to("ninjs", row.number),
    }


def subject(name: str, row: Any, site: Site) -> dict[str, Any]:
    """A section, tag, person or source; `name` is the word of its filter."""
    return _link(name, {"name": row.name, "slug": row.slug}, site) | {
        "api_url": site.to(f"api_{name}", row.slug),
        "articles_url": f"{site.to('api_articles')}?{name}={row.slug}",
        "kind": getattr(row, "kind", name),
        "description": row.description,
    }


def _image(picture: dict[str, Any] | None, site: Site) -> dict[str, Any] | None:
    image = (picture or {}).get("image")
    return image and {"url": site.url + image["src"], "width": image["width"], "height": image["height"]}


def _link(name: str, row: dict[str, Any], site: Site) -> dict[str, Any]:
    return {"name": row["name"], "slug": row["slug"], "url": site.to(name, row["slug"])}
