"""What the reading engine found in a report, for the panel beside the article: marks, facts and what is not known."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.admin.findings import Findings, State
from articles.admin.marks import LONGEST, ROLE_LABELS, entries, is_doubtful, label, marked, percent
from articles.ingest.quotations import quotation_key
from articles.models import Article, Finding, Intake, TagKind
from articles.report_date import left_open, spoken_date

EXCERPT = 80


@dataclass(frozen=True)
class RawReport:
    """An intake as the panel shows it. Tolerates readings of other versions of the engine: what is missing is empty."""

    intake: Intake
    article: Article | None = None
    may_edit: bool = False

    @cached_property
    def findings(self) -> Findings | None:
        """What is proposed for the article; None where the report is shown without it, or waits for a decision."""
        return Findings(self.article, self.reading) if self.article is not None and not self.intake.waits else None

    @property
    def judging(self) -> bool:
        """Whether this person may say what is right here and what is not."""
        return self.may_edit and self.findings is not None

    @cached_property
    def text(self) -> str:
        return self.intake.text

    @cached_property
    def reading(self) -> dict[str, Any]:
        return self.intake.reading or {}

    @property
    def marked(self) -> SafeString:
        return marked(self.text, self.reading, ask=self._ask if self.judging else None)

    def _ask(self, start: int) -> str:
        return reverse("admin:articles_article_role", args=(self.intake.article_id, start))

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
    def roles(self) -> list[tuple[str, str]]:
        """What a line may be: (role, label)."""
        return [(role.value, str(name)) for role, name in ROLE_LABELS.items()]

    @property
    def unknowns(self) -> list[str]:
        """What the report does not say and nobody on the desk has filled in, a sentence each."""
        return [sentence for name, sentence in self._unknown() if name not in self.settled]

    @cached_property
    def settled(self) -> dict[str, str]:
        """What the report does not say and somebody on the desk has filled in or checked, by the field that has it."""
        article = self.article
        if article is None:
            return {}
        dated = article.report_date_checked or len(article.report_date) == len("2022-02-22")
        known = {
            "headline": bool(article.headline.strip()),
            "outlet": article.source_id is not None and not article.source_inferred,
            "date": dated,
            "year": dated,
        }
        words = {"headline": _("headline"), "outlet": _("outlet"), "date": _("date"), "year": _("year")}
        return {name: words[name] for name, _sentence in self._unknown() if known.get(name)}

    @property
    def owner(self) -> str:
        """Who answers for what is open: whoever works on the article, else whoever wrote it; "" is nobody yet."""
        person = (self.article.assignee or self.article.created_by) if self.article is not None else None
        return (person.get_full_name() or person.get_username()) if person is not None else ""

    def _unknown(self) -> Iterator[tuple[str, str]]:
        reading = self.reading
        if not reading.get("headline"):
            yield (
                "headline",
                _("It has no headline. One was proposed: “%(headline)s”.") % {"headline": reading["proposed_headline"]}
                if reading.get("proposed_headline")
                else _("It has no headline, and none could be proposed."),
            )
        if not reading.get("source"):
            yield "outlet", _("No outlet is named.")
        elif reading["source"].get("inferred"):
            name = {"name": reading["source"]["name"]}
            yield "outlet", _("The outlet, %(name)s, follows from the text; no line states it.") % name
        if not entries(reading, "dates"):
            yield "date", _("It does not state its own date in full.")
        if not any(date.get("year") for date in entries(reading, "partial_dates")) and not entries(reading, "dates"):
            yield "year", _("No year is stated.")
        if unnamed := sum(1 for quote in entries(reading, "quotes") if not quote.get("speaker")):
            yield "speakers", _("Quotes whose speaker is not known: %(count)s.") % {"count": unnamed}

    @property
    def doubtful(self) -> list[dict[str, Any]]:
        return [
            {
                "at": block["start"],
                "label": label(block),
                "percent": percent(block),
                "text": self._excerpt(block["start"], block["end"]),
            }
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
                "state": state,
            }
            for person, state in self._with("people", entries(self.reading, "people"))
        ]

    def _with(self, name: str, rows: list[Any]) -> Iterator[tuple[Any, State | None]]:
        """Each row of the reading with how its proposal stands."""
        states = getattr(self.findings, name) if self.findings is not None else [None] * len(rows)
        return zip(rows, states, strict=True)

    @property
    def quotes(self) -> list[dict[str, Any]]:
        return [
            {
                "at": quote["start"],
                "text": _short(str(quote.get("text", ""))),
                "speaker": quote.get("speaker") or "",
                "suggested": quote.get("tier") == "suggested",
                "state": state,
                "words": f"{Finding.QUOTE.value}:{quotation_key(str(quote.get('text', '')))}",
            }
            for quote, state in self._with("quotes", entries(self.reading, "quotes"))
        ]

    @property
    def terms(self) -> list[dict[str, Any]]:
        return [{"at": term["start"], "text": term.get("text", "")} for term in entries(self.reading, "terms")]

    @property
    def tags(self) -> list[dict[str, Any]]:
        kinds = dict(TagKind.choices)
        rows = [("tag", at, tag["start"], tag) for at, tag in enumerate(entries(self.reading, "tags"))] + [
            ("suggested", at, spans[0][0], tag)
            for at, tag in enumerate(entries(self.reading, "suggested_tags"))
            if (spans := entries(tag, "spans"))
        ]
        return [
            {
                "entry": f"fact-{kind}-{at}",
                "at": start,
                "name": tag["name"],
                "kind": kinds.get(tag.get("kind", ""), ""),
                "suggested": kind == "suggested",
                "state": state,
            }
            for (kind, at, start, tag), state in self._with("tags", rows)
        ]

    @property
    def proposal(self) -> dict[str, Any] | None:
        """The proposed headline with its place."""
        span, text = self.reading.get("proposed_headline_span"), self.reading.get("proposed_headline")
        return {"at": span[0], "text": text} if span and text else None

    @property
    def outlet(self) -> dict[str, Any] | None:
        """The source that was read, with its place."""
        source = self.reading.get("source")
        return {"at": source["start"], "name": source["name"], "inferred": source["inferred"]} if source else None

    @property
    def own_date(self) -> str:
        """The date of the report as the article has it, in words."""
        return spoken_date(self.article.report_date) if self.article is not None else ""

    @property
    def credits(self) -> list[dict[str, Any]]:
        names, spans = entries(self.reading, "credits"), entries(self.reading, "credit_spans")
        return [{"at": span[0], "name": name} for name, span in zip(names, spans, strict=False)]

    @property
    def dates(self) -> list[dict[str, Any]]:
        """The report's own dates first, then every other date with what it leaves open."""
        own = [
            {"at": None, "text": spoken_date(text), "open": _("the report's own date"), "entry": ""}
            for text in entries(self.reading, "dates")
        ]
        return own + [
            {"at": date["start"], "text": date.get("text", ""), "open": left_open(date), "entry": f"fact-date-{at}"}
            for at, date in enumerate(entries(self.reading, "partial_dates"))
        ]

    def _excerpt(self, start: int, end: int) -> str:
        return _short(" ".join(self.text[start : min(end, start + 4 * EXCERPT)].split()))


def _short(text: str) -> str:
    return text if len(text) <= EXCERPT else text[:EXCERPT].rsplit(" ", 1)[0] + " …"
