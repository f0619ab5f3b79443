"""What the reading engine found in a report, for the panel beside the article: marks, facts and what is not known."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.dates import MONTHS
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.admin.marks import LONGEST, ROLE_LABELS, entries, is_doubtful, label, marked, percent
from articles.models import Intake, TagKind

EXCERPT = 80


@dataclass(frozen=True)
class RawReport:
    """An intake as the panel shows it. Tolerates readings of other versions of the engine: what is missing is empty."""

    intake: Intake

    @cached_property
    def text(self) -> str:
        return self.intake.text

    @cached_property
    def reading(self) -> dict[str, Any]:
        return self.intake.reading or {}

    @property
    def marked(self) -> SafeString:
        return marked(self.text, self.reading)

    @property
    def cut(self) -> int:
        """How many characters the panel shows when the report is longer than that, else 0."""
        return LONGEST if len(self.text) > LONGEST else 0

    @property
    def legend(self) -> list[tuple[str, str]]:
        """The roles that the report has, in the order of the table: (role, label)."""
        present = {block["role"] for block in entries(self.reading, "blocks")}
        return [(role.value, str(name)) for role, name in ROLE_LABELS.items() if role in present]

    @property
    def unknowns(self) -> list[str]:
        """What the report does not say, a sentence each."""
        reading = self.reading
        found = []
        if not reading.get("headline"):
            found.append(
                _("It has no headline. One was proposed: “%(headline)s”.") % {"headline": reading["proposed_headline"]}
                if reading.get("proposed_headline")
                else _("It has no headline, and none could be proposed.")
            )
        if not reading.get("source"):
            found.append(_("No outlet is named."))
        elif reading["source"].get("inferred"):
            found.append(
                _("The outlet, %(name)s, follows from the text; no line states it.")
                % {"name": reading["source"]["name"]}
            )
        if not entries(reading, "dates"):
            found.append(_("It does not state its own date in full."))
        if not any(date.get("year") for date in entries(reading, "partial_dates")) and not entries(reading, "dates"):
            found.append(_("No year is stated."))
        if unnamed := sum(1 for quote in entries(reading, "quotes") if not quote.get("speaker")):
            found.append(_("Quotes whose speaker is not known: %(count)s.") % {"count": unnamed})
        return found

    @property
    def doubtful(self) -> list[dict[str, Any]]:
        return [
            {"label": label(block), "percent": percent(block), "text": self._excerpt(block["start"], block["end"])}
            for block in entries(self.reading, "blocks")
            if is_doubtful(block)
        ]

    @property
    def lints(self) -> list[dict[str, Any]]:
        return [
            {"message": lint.get("message", ""), "at": lint["start"], "text": self._excerpt(lint["start"], lint["end"])}
            for lint in entries(self.reading, "lints")
        ]

    @property
    def people(self) -> list[dict[str, Any]]:
        return [
            {
                "name": person.get("name", ""),
                "roles": entries(person, "roles"),
                "mentions": [{"at": start, "surface": self.text[start:end]} for start, end in entries(person, "spans")],
            }
            for person in entries(self.reading, "people")
        ]

    @property
    def quotes(self) -> list[dict[str, Any]]:
        return [
            {
                "at": quote["start"],
                "text": _short(str(quote.get("text", ""))),
                "speaker": quote.get("speaker") or "",
                "suggested": quote.get("tier") == "suggested",
            }
            for quote in entries(self.reading, "quotes")
        ]

    @property
    def terms(self) -> list[dict[str, Any]]:
        return [{"at": term["start"], "text": term.get("text", "")} for term in entries(self.reading, "terms")]

    @property
    def tags(self) -> list[dict[str, Any]]:
        kinds = dict(TagKind.choices)
        sure = [
            {"at": tag["start"], "name": tag["name"], "kind": kinds.get(tag.get("kind", ""), ""), "suggested": False}
            for tag in entries(self.reading, "tags")
        ]
        return sure + [
            {"at": spans[0][0], "name": tag["name"], "kind": kinds.get(tag.get("kind", ""), ""), "suggested": True}
            for tag in entries(self.reading, "suggested_tags")
            if (spans := entries(tag, "spans"))
        ]

    @property
    def credits(self) -> list[dict[str, Any]]:
        names, spans = entries(self.reading, "credits"), entries(self.reading, "credit_spans")
        return [{"at": span[0], "name": name} for name, span in zip(names, spans, strict=False)]

    @property
    def dates(self) -> list[dict[str, Any]]:
        """The report's own dates first, then every other date with what it leaves open."""
        own = [
            {"at": None, "text": text, "open": _("the report's own date")} for text in entries(self.reading, "dates")
        ]
        return own + [
            {"at": date["start"], "text": date.get("text", ""), "open": left_open(date)}
            for date in entries(self.reading, "partial_dates")
        ]

    def _excerpt(self, start: int, end: int) -> str:
        return _short(" ".join(self.text[start : min(end, start + 4 * EXCERPT)].split()))


def left_open(date: dict[str, Any]) -> str:
    """What a date does not state: “year not stated”, or "" where it states all."""
    year, month, day = date.get("year"), date.get("month"), date.get("day")
    if year and month and day:
        return ""
    if month and day:
        return _("year not stated")
    if year and month:
        return _("day not stated")
    if year:
        return _("day and month not stated")
    if month:
        return _("day and year not stated")
    if day:
        return _("month and year not stated")
    return _("date not stated") if date.get("weekday") is not None else ""


def spoken_date(iso: str) -> str:
    """A report date as stored (2022-02-22, 2022-02, --02-22) in words, saying what is not known."""
    parts = iso.replace("--", "0-", 1).split("-")
    try:
        year, month, day = (int(part) for part in [*parts, "0", "0"][:3])
        words = " ".join(filter(None, [str(day or ""), str(MONTHS[month]) if month else "", str(year or "")]))
    except (ValueError, KeyError):
        return iso
    missing = left_open({"year": year, "month": month, "day": day})
    return f"{words} ({missing})" if missing else words


def _short(text: str) -> str:
    return text if len(text) <= EXCERPT else text[:EXCERPT].rsplit(" ", 1)[0] + " …"
