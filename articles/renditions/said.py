"""What the renditions of an article have in common: its names, dates and where its facts come from, in words."""

import re
from datetime import datetime
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.models import PublishedArticle
from articles.workflow import PUBLIC_NOTES

_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|&|\band\b)\s*(?:and\s+)?")
_NAME = re.compile(r"[^\W\d_].*\s.*[^\W\d_]\.?", re.DOTALL)


def moment(value: datetime) -> str:
    """2024-03-05T12:00:00+00:00, on the site's clocks."""
    return localtime(value).isoformat(timespec="seconds")


def authors(byline: str) -> list[str]:
    """The people of a byline; the byline as it stands where it does not fall into names of two words or more.

    >>> authors("Ines Kovar and Lee Vos")
    ['Ines Kovar', 'Lee Vos']
    """
    names = [name for name in _BETWEEN_NAMES.split(byline.strip()) if name]
    return names if all(_NAME.fullmatch(name) for name in names) else [byline.strip()]


def main_picture(row: PublishedArticle) -> dict[str, Any] | None:
    """The main image as it was frozen; None where the article has none with a file."""
    first: dict[str, Any] = next(iter(row.details.get("pictures", ())), {})
    return first if first.get("image") else None


def summary(row: PublishedArticle) -> str:
    return row.standfirst or row.excerpt or row.headline


def original_address(row: PublishedArticle) -> str:
    """Where the outlet published the report that this article is; "" where that is not known."""
    address = str(row.details.get("original_url") or "")
    return address if address.startswith(("https://", "http://")) else ""


def has_public_note(row: PublishedArticle) -> bool:
    """Whether readers are told what this publication set right."""
    return bool(row.note) and row.change in PUBLIC_NOTES


def backstory(row: PublishedArticle) -> str:
    """How we know, in sentences: where the report is from, who is credited, what this site added, what is unknown."""
    source = row.details.get("source")
    agencies = ", ".join(credit["name"] for credit in row.details.get("credits", ()))
    sentences = []
    if source is None:
        sentences.append(_("From a report that does not say who published it."))
    elif source.get("inferred"):
        sentences.append(
            _("From a report that does not name its outlet; the text points to %(name)s.") % {"name": source["name"]}
        )
    else:
        sentences.append(_("From a report by %(name)s.") % {"name": source["name"]})
    if agencies:
        sentences.append(_("With reporting by %(names)s.") % {"names": agencies})
    if row.headline_proposed:
        sentences.append(_("The headline was written by this site."))
    if row.unconfirmed:
        sentences.append(_("Not yet confirmed by the desk."))
    return " ".join(sentences)
