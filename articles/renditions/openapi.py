"""The JSON API described as OpenAPI 3.1."""

from typing import Any

from articles.renditions.api import KINDS
from articles.renditions.site import Site
from articles.workflow import PUBLIC_NOTES

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
ADDRESS: Schema = {"type": "string", "format": "uri"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
FLAG: Schema = {"type": "boolean"}


def thing(**properties: Schema) -> Schema:
    """An object that has all of these and nothing else."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def several(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


IMAGE: dict[str, Schema] = {"url": ADDRESS, "width": {"type": "integer"}, "height": {"type": "integer"}}
LINK = {"name": TEXT, "slug": TEXT, "url": ADDRESS}

ARTICLE: dict[str, Schema] = {
    "number": {"type": "integer", "description": "Stays the same whatever becomes of the article."},
    "url": ADDRESS,
    "api_url": ADDRESS,
    "headline": TEXT,
    "headline_proposed": {"type": "boolean", "description": "The report came without one; this site wrote it."},
    "standfirst": TEXT,
    "excerpt": TEXT,
    "byline": TEXT,
    "dateline": TEXT,
    "report_date": {
        "type": ["string", "null"],
        "description": "The report's own date (ISO 8601), as much of it as the report states; --02-22 without year.",
    },
    "published_at": MOMENT,
    "modified_at": MOMENT,
    "unconfirmed": {"type": "boolean", "description": "Published by the import; not yet confirmed by the desk."},
    "image": or_null(thing(**IMAGE)),
    "section": or_null(ref("Link")),
    "tags": several(ref("Link")),
    "people": several(thing(**LINK, roles=several(TEXT))),
    "source": or_null(thing(**LINK, inferred=FLAG)),
    "credits": several(ref("Link")),
}

SCHEMAS: dict[str, Schema] = {
    "Link": thing(**LINK),
    "Article": thing(**ARTICLE),
    "WholeArticle": thing(
        **ARTICLE,
        language=TEXT,
        body_html=TEXT,
        body_text=TEXT,
        backstory=TEXT,
        quotes=several(thing(text=TEXT, speaker=or_null(ref("Link")))),
        pictures=several(thing(caption=TEXT, alt=TEXT, credit=TEXT, image=or_null(thing(**IMAGE)))),
        see_also=several(TEXT),
        other_headlines=several(TEXT),
        notes=several(thing(change={"enum": [str(change) for change in PUBLIC_NOTES]}, note=TEXT, at=MOMENT)),
        ninjs_url=ADDRESS,
    ),
    "Subject": thing(**LINK, api_url=ADDRESS, articles_url=ADDRESS, kind=TEXT, description=TEXT),
    "Articles": thing(articles=several(ref("Article")), next=or_null(ADDRESS)),
    "Subjects": thing(items=several(ref("Subject")), next=or_null(ADDRESS)),
    "Index": thing(articles=ADDRESS, **dict.fromkeys(KINDS.values(), ADDRESS), openapi=ADDRESS),
    "Error": thing(error=TEXT),
}


def parameter(name: str, description: str, **more: Any) -> Schema:
    return {"name": name, "in": "query", "description": description, "schema": TEXT, **more}


PAGING = [
    parameter("cursor", "Where the page begins: taken from `next` of the page before."),
    parameter("limit", "How many, 20 without it.", schema={"type": "integer", "minimum": 1, "maximum": 100}),
]
REPEATED = {"schema": several(TEXT), "style": "form", "explode": True}
FILTERS = [
    parameter("q", "Words in the articles, as the search page takes them."),
    parameter("section", "Address word of a section.", **REPEATED),
    parameter("tag", "Address word of a tag; several must all be there.", **REPEATED),
    parameter("source", "Address word of an outlet or agency.", **REPEATED),
    parameter("person", "Address word of a person.", **REPEATED),
    parameter("match", "`any`: one of several tags will do.", schema={"enum": ["any"]}),
]


def at(name: str, kind: Schema) -> Schema:
    return {"name": name, "in": "path", "required": True, "schema": kind}


def get(summary: str, answer: Schema, parameters: list[Schema], *refusals: str) -> Schema:
    said = {"400": "A parameter makes no sense", "404": "There is no such thing", "410": "It was withdrawn"}
    errors = {
        code: {"description": said[code], "content": {"application/json": {"schema": ref("Error")}}}
        for code in refusals
    }
    right = {"description": "Found", "content": {"application/json": {"schema": answer}}}
    return {"get": {"summary": summary, "parameters": parameters, "responses": {"200": right, **errors}}}


def document(site: Site) -> dict[str, Any]:
    number, slug = at("number", {"type": "integer"}), at("slug", TEXT)
    paths = {
        "/": get("Where everything is", ref("Index"), []),
        "/articles/": get("Articles, the newest first", ref("Articles"), [*FILTERS, *PAGING], "400"),
        "/articles/{number}/": get("One article", ref("WholeArticle"), [number], "404", "410"),
        "/articles/{number}.ninjs": get("One article as ninjs 3.1", {"type": "object"}, [number], "404", "410"),
    }
    for plural in KINDS.values():
        paths[f"/{plural}/"] = get(f"All {plural} by address word", ref("Subjects"), PAGING, "400")
        paths[f"/{plural}/{{slug}}/"] = get(f"One of the {plural}", ref("Subject"), [slug], "404")
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{site.name}: what is published",
            "version": "1",
            "description": "Read only, without a key. What is not published, or no longer, is not here.",
        },
        "servers": [{"url": f"{site.url}/api/v1"}],
        "paths": paths,
        "components": {"schemas": SCHEMAS},
    }
