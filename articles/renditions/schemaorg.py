"""An article as schema.org describes it: a NewsArticle in JSON-LD, with what search engines recommend; and the site.

Recommended are headline, dates with their zone and an author of some kind: the byline, else the outlet behind the
report, else this site (developers.google.com, structured data for articles).
"""

import json
from collections.abc import Sequence
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from articles.models import PublishedArticle
from articles.renditions.said import (
    authors,
    backstory,
    has_public_note,
    main_picture,
    moment,
    original_address,
    summary,
)
from articles.renditions.site import Site

MOST_PEOPLE = 30
_NO_MARKUP = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def news_article(row: PublishedArticle, site: Site, notes: Sequence[PublishedArticle] = ()) -> dict[str, Any]:
    """The NewsArticle; fields that nothing is known of are left out.

    `notes` are the article's publications that set something right; without them its own note alone is told.
    """
    details = row.details
    source = details.get("source")
    address = site.article(row)
    publisher = _publisher(site)
    outlet = _organisation(source, site) if source else None
    article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "mainEntityOfPage": {"@type": "WebPage", "@id": address},
        "headline": row.headline,
        "description": summary(row),
        "image": _images(main_picture(row), site),
        "datePublished": moment(row.published_at),
        "dateModified": moment(max(row.modified_at, row.published_at)),
        "inLanguage": site.language,
        "isAccessibleForFree": True,
        "wordCount": len(row.body_text.split()),
        "author": _authors(row, outlet or publisher),
        "publisher": publisher,
        "sourceOrganization": outlet,
        "dateline": row.dateline,
        "backstory": backstory(row),
        "articleSection": (details.get("section") or {}).get("name"),
        "keywords": [tag["name"] for tag in details.get("tags", ())],
        "mentions": [_person(person, site) for person in details.get("people", ())[:MOST_PEOPLE]],
        "citation": [
            {"@type": "CreativeWork", "publisher": _organisation(credit, site)} for credit in details.get("credits", ())
        ],
        "isBasedOn": _original(row, outlet),
        "correction": [_correction(noted) for noted in notes or [row] if has_public_note(noted)],
    }
    return {name: value for name, value in article.items() if value not in ("", [], None)}


def website(site: Site) -> dict[str, Any]:
    """The site itself, for its front page: from it search engines take what they call the site beside its pages
    (developers.google.com, site names)."""
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": site.name,
        "url": f"{site.url}/",
        "inLanguage": site.language,
        "publisher": _publisher(site),
    }


def as_script(data: dict[str, Any]) -> SafeString:
    """JSON for a data block in a page: no sign in it can end the script element or begin another.

    Lone surrogates stay escapes, so that the text can always be encoded.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_NO_MARKUP)
    text = text.encode("utf-8", "replace").decode()
    return mark_safe(text)  # noqa: S308 (every sign that HTML gives a meaning inside a script is escaped above)


def _publisher(site: Site) -> dict[str, Any]:
    said: dict[str, Any] = {"@type": "NewsMediaOrganization", "name": site.name, "url": f"{site.url}/"}
    if site.logo:
        said["logo"] = {"@type": "ImageObject", "url": site.logo}
    if site.elsewhere:
        said["sameAs"] = list(site.elsewhere)
    return said


def _authors(row: PublishedArticle, behind: dict[str, Any]) -> list[dict[str, Any]]:
    if not row.byline.strip():
        return [behind]
    return [{"@type": "Person", "name": name} for name in authors(row.byline)]


def _images(picture: dict[str, Any] | None, site: Site) -> list[dict[str, Any]]:
    """The main image in three ratios, which search engines choose from."""
    if picture is None:
        return []
    said = {"caption": picture["caption"], "creditText": picture["credit"]}
    return [
        {"@type": "ImageObject", "url": site.url + part["src"], "width": part["width"], "height": part["height"]}
        | {name: words for name, words in said.items() if words}
        for part in picture["image"]["crops"].values()
    ]


def _correction(noted: PublishedArticle) -> dict[str, str]:
    return {
        "@type": "CorrectionComment",
        "name": noted.get_change_display(),
        "text": noted.note,
        "datePublished": moment(noted.goes_live_at),
    }


def _original(row: PublishedArticle, outlet: dict[str, Any] | None) -> dict[str, Any] | None:
    known = {"url": original_address(row), "publisher": outlet}
    said = {name: value for name, value in known.items() if value}
    return {"@type": "CreativeWork"} | said if said else None


def _person(person: dict[str, Any], site: Site) -> dict[str, str]:
    said = {"@type": "Person", "name": person["name"], "url": site.to("person", person["slug"])}
    return said | ({"jobTitle": person["roles"][0]} if person.get("roles") else {})


def _organisation(source: dict[str, Any], site: Site) -> dict[str, str]:
    return {"@type": "Organization", "name": source["name"], "url": site.to("source", source["slug"])}
