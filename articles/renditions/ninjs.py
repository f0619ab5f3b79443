"""An article as a ninjs 3.1 object, the JSON of news agencies (iptc.org/std/ninjs)."""

from typing import Any

from articles.models import PublishedArticle
from articles.renditions.said import backstory, has_public_note, moment
from articles.renditions.site import Site

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}


def ninjs(row: PublishedArticle, site: Site) -> dict[str, Any]:
    """The news object. `uri` is the article's address without its words, which may change; `version` counts up."""
    details = row.details
    source = details.get("source")
    words = len(row.body_text.split())
    item = {
        "uri": site.to("article_by_number", row.number),
        "standard": STANDARD,
        "type": "text",
        "representationType": "full",
        "version": str(row.revision),
        "firstCreated": moment(row.published_at),
        "versionCreated": moment(row.goes_live_at),
        "pubStatus": "usable",
        "language": site.language,
        "title": row.headline,
        "headlines": [{"role": "main", "contentType": "text/plain", "value": row.headline}],
        "descriptions": _descriptions(row),
        "bodies": [
            {"role": "main", "contentType": "text/html", "wordCount": words, "value": site.absolute(row.body_html)},
            {
                "role": "main",
                "contentType": "text/plain",
                "charCount": len(row.body_text),
                "wordCount": words,
                "value": row.body_text,
            },
        ],
        "by": row.byline,
        "located": row.dateline,
        "copyrightHolder": source["name"] if source else "",
        "edNote": f"{row.get_change_display()}: {row.note}" if has_public_note(row) else "",
        "people": [
            {"name": person["name"], "rel": "mentions", "uri": site.to("person", person["slug"])}
            for person in details.get("people", ())
        ],
        "subjects": _subjects(details, site),
        "infoSources": [
            {"name": behind["name"], "role": role, "uri": site.to("source", behind["slug"])}
            for role, behinds in (("origin", [source] if source else []), ("reporting", details.get("credits", ())))
            for behind in behinds
        ],
        "associations": [_picture(one, site) for one in details.get("pictures", ()) if one.get("image")],
        "altIds": [{"role": "number", "value": str(row.number)}, {"role": "page", "value": site.article(row)}],
        "renditions": [{"name": "page", "href": site.article(row), "contentType": "text/html"}],
    }
    return {name: value for name, value in item.items() if value not in ("", [])}


def _subjects(details: dict[str, Any], site: Site) -> list[dict[str, str]]:
    """The section, in which it stands, before the tags, which it is about."""
    section = details.get("section")
    found = [("section", section)] if section else []
    found += [("tag", tag) for tag in details.get("tags", ())]
    rel = {"section": "partOf", "tag": "about"}
    return [{"name": one["name"], "rel": rel[kind], "uri": site.to(kind, one["slug"])} for kind, one in found]


def _descriptions(row: PublishedArticle) -> list[dict[str, str]]:
    said = (("summary", row.standfirst or row.excerpt), ("backstory", backstory(row)))
    return [{"role": role, "contentType": "text/plain", "value": value} for role, value in said if value]


def _picture(picture: dict[str, Any], site: Site) -> dict[str, Any]:
    image = picture["image"]
    files = [{"name": "whole", "src": image["src"], "width": image["width"], "height": image["height"]}]
    files += [{"name": ratio, **part} for ratio, part in image["crops"].items()]
    said = (("caption", picture["caption"]), ("alt", picture["alt"]))
    item = {
        "name": image["key"],
        "uri": site.url + image["src"],
        "type": "picture",
        "by": picture["credit"],
        "descriptions": [{"role": role, "contentType": "text/plain", "value": words} for role, words in said if words],
        "renditions": [
            {
                "name": one["name"],
                "href": site.url + one["src"],
                "contentType": "image/jpeg",
                "width": one["width"],
                "height": one["height"],
            }
            for one in files
        ],
    }
    return {name: value for name, value in item.items() if value not in ("", [])}
