"""Two states of an article side by side, field by field and word by word, with names instead of keys."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.revisions import standing
from articles.difference import Piece, by_word
from articles.html import as_written
from articles.images.renditions import CENTRE
from articles.models import Article, CreditRole, Person, PublishedArticle, Section, Source, Tag, Tier
from articles.report_date import spoken_date

LABELS: dict[str, str | Promise] = {
    "headline": gettext_lazy("Headline"),
    "proposed_headline": gettext_lazy("Proposed headline"),
    "standfirst": gettext_lazy("Standfirst"),
    "body": gettext_lazy("Text"),
    "byline": gettext_lazy("Byline"),
    "dateline": gettext_lazy("Dateline"),
    "original_url": gettext_lazy("Address of the original"),
    "report_date": gettext_lazy("Date of the report"),
    "section": gettext_lazy("Section"),
    "source": gettext_lazy("Source"),
    "tags": gettext_lazy("Tags"),
    "people": gettext_lazy("People"),
    "quotes": gettext_lazy("Quotes"),
    "credits": gettext_lazy("Credits"),
    "pictures": gettext_lazy("Pictures"),
    "slug": gettext_lazy("Address words"),
}
_PLAIN = ("headline", "standfirst", "byline", "dateline", "report_date", "slug")

Sheet = dict[str, str]
"""A state of an article as text for each name in LABELS; rows stand one a line."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that is not the same in both."""

    name: str
    label: str
    pieces: list[Piece]


def compare(old: Sheet, new: Sheet) -> list[Difference]:
    """The fields that differ, in the order of the page."""
    return [
        Difference(name, str(label), by_word(old.get(name, ""), new.get(name, "")))
        for name, label in LABELS.items()
        if old.get(name, "") != new.get(name, "")
    ]


def sheet_of_content(content: dict[str, Any]) -> Sheet:
    """The sheet of what a Revision keeps (Article.snapshot)."""
    mentions, quotes = content.get("mentions", []), content.get("quotes", [])
    credits, source = content.get("credits", []), content.get("source")
    people = _names(Person, [row["person_id"] for row in mentions] + [row["speaker_id"] for row in quotes])
    sources = _names(Source, [row["source_id"] for row in credits] + [source])
    tags = _names(Tag, content.get("tags", []))
    return {
        **{name: str(content.get(name) or "") for name in (*_PLAIN, "proposed_headline")},
        "body": _body(content.get("body", "")),
        "original_url": content.get("original_url") or "",
        "report_date": _date(content.get("report_date") or "", bool(content.get("report_date_checked"))),
        "section": _names(Section, [content.get("section")]).get(content.get("section"), ""),
        "source": _source(sources.get(source, ""), bool(content.get("source_inferred"))),
        "tags": _lines(sorted(tags.values())),
        "people": _lines(_person(people.get(row["person_id"], ""), row) for row in mentions),
        "quotes": _lines(_quote(row["text"], people.get(row["speaker_id"], ""), row["tier"]) for row in quotes),
        "credits": _lines(
            _("%(source)s (%(role)s)") % {"source": sources[row["source_id"]], "role": CreditRole(row["role"]).label}
            for row in credits
        ),
        "pictures": _pictures(content.get("pictures", [])),
    }


def sheet_of_publication(row: PublishedArticle) -> Sheet:
    """The sheet of what readers have, or would have: an unsaved row that freezing made."""
    details = row.details
    source = details.get("source") or {}
    return {
        **{name: str(getattr(row, name) or "") for name in _PLAIN},
        "body": _body(row.body_html),
        "report_date": _date(row.report_date, checked=False),
        "section": (details.get("section") or {}).get("name", ""),
        "original_url": details.get("original_url") or "",
        "source": _source(source.get("name", ""), bool(source.get("inferred"))),
        "tags": _lines(sorted(tag["name"] for tag in details.get("tags", []))),
        "people": _lines("; ".join([one["name"], *one.get("roles", [])]) for one in details.get("people", [])),
        "quotes": _lines(_quote(one["text"], (one.get("speaker") or {}).get("name", "")) for one in details["quotes"])
        if details.get("quotes")
        else "",
        "credits": _lines(one["name"] for one in details.get("credits", [])),
        "pictures": _pictures(details.get("pictures", [])),
    }


def sheet_of_article(article: Article) -> Sheet:
    """The sheet of the working copy as it stands."""
    return sheet_of_content(article.snapshot())


_PICTURE = re.compile(r"^!\[(?P<alt>(?:\\.|[^\\\]])*)\]\(\S*?(?P<file>[0-9a-f]{6})[0-9a-f]{26}[^)]*\)", re.MULTILINE)
"""A picture within a text, as the desk types it (html/typed.py)."""


def _body(html: str) -> str:
    """The text as the desk types it, with pictures in words."""

    def said(picture: re.Match[str]) -> str:
        words = {"alt": re.sub(r"\\(.)", r"\1", picture["alt"]), "key": picture["file"]}
        return _("[Picture: %(alt)s; file %(key)s]") % words if words["alt"] else _("[Picture, file %(key)s]") % words

    return _PICTURE.sub(said, as_written(html).text)


def _names(model: type[Model], keys: Iterable[int | None]) -> dict[int | None, str]:
    """The name of each row by its key, of today; of one that was merged, the name of the one that stayed."""
    wanted = {key for key in keys if key is not None}
    found = standing(model, wanted)
    rows = model._default_manager.in_bulk(set(found.values()))
    return {
        key: str(rows[found[key]]) if key in found else _("deleted since (number %(key)s)") % {"key": key}
        for key in wanted
    }


def _lines(rows: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(rows))


def _source(name: str, inferred: bool) -> str:
    return _("%(source)s (inferred)") % {"source": name} if name and inferred else name


def _date(iso: str, checked: bool) -> str:
    date = spoken_date(iso) if iso else ""
    return _("%(date)s (checked)") % {"date": date or _("not known")} if checked else date


def _person(name: str, mention: dict[str, Any]) -> str:
    written = _("written “%(name)s”") % {"name": mention["surface"]} if mention["surface"] != name else ""
    relative = _("relative role") if mention["relative"] else ""
    return "; ".join(filter(None, [name, written, mention["role"], relative]))


def _quote(text: str, speaker: str, tier: str = "") -> str:
    said = f"“{text}” – {speaker or _('speaker not known')}"
    return f"{said} ({Tier.SUGGESTED.label})" if tier == Tier.SUGGESTED else said


def _pictures(rows: Iterable[dict[str, Any]]) -> str:
    return _lines("; ".join(filter(None, _picture(row))) for row in rows)


def _picture(row: dict[str, Any]) -> list[str]:
    """What is said of a picture, and which file it has: of a revision's row, or of a publication's."""
    file = row.get("file") or (row.get("image") or {}).get("key", "")
    focus = (row.get("focus_x", CENTRE[0]), row.get("focus_y", CENTRE[1]))
    return [
        *(row.get(name, "") for name in ("caption", "credit", "alt", "rights")),
        _("file %(key)s") % {"key": file[:6]} if file else "",
        _("focus %(x)s × %(y)s %%") % {"x": focus[0], "y": focus[1]} if focus != CENTRE else "",
    ]
