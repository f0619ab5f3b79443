"""What the tests of the desk share: rows to look at, and forms filled in as a browser without JavaScript does."""

import hashlib
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from articles.actions.publication import freeze
from articles.actions.windows import close_windows
from articles.models import Article, Intake, Lead, LeadKind, PublishedArticle
from tests.factories import NOON


class _Form(HTMLParser):
    """The fields that a browser would send of the form with this id."""

    def __init__(self, form: str) -> None:
        super().__init__()
        self.form = form
        self.inside = False
        self.fields: dict[str, list[str]] = {}
        self.area = self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = given.get("id") == self.form
        name = given.get("name", "")
        if not self.inside or "__prefix__" in name or "disabled" in given:
            return
        if tag == "input" and name:
            kind = given.get("type", "text")
            if kind not in {"submit", "button"} and (kind not in {"checkbox", "radio"} or "checked" in given):
                self.fields.setdefault(name, []).append(given.get("value", "on" if kind == "checkbox" else ""))
        elif tag == "textarea":
            self.area = name
            self.fields.setdefault(name, []).append("")
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in given:
            self.fields.setdefault(self.select, []).append(given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "textarea":
            self.area = ""
        elif tag == "select":
            if self.select and self.inside:
                self.fields.setdefault(self.select, [""])
            self.select = ""

    def handle_data(self, data: str) -> None:
        if self.area and self.inside:
            self.fields[self.area][-1] += data


def filled(response: HttpResponse, form: str = "article_form", **changes: Any) -> dict[str, Any]:
    """What a browser sends when one opens the form and changes these fields; None leaves a field out."""
    parser = _Form(form)
    parser.feed(response.content.decode())
    # A browser drops the first line end of a textarea.
    data: dict[str, Any] = {
        name: [value.removeprefix("\r\n").removeprefix("\n") for value in values]
        for name, values in parser.fields.items()
    }
    return {name: value for name, value in (data | changes).items() if value is not None}


def change(article: Article) -> str:
    return reverse("admin:articles_article_change", args=(article.pk,))


def move(article: Article) -> str:
    return reverse("admin:articles_article_move", args=(article.pk,))


def tomorrow() -> str:
    """A time as a field for day and time sends it."""
    return (timezone.localtime() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")


def make_ready_for(verb: str, article: Article) -> None:
    """Bring about what a move needs beside a state, of an article that readers have."""
    now = timezone.now()
    live = PublishedArticle.objects.filter(number=article.pk, goes_off_at=None)
    match verb:
        case "spike":
            close_windows(article.pk, now=now, at=now)
        case "confirm":
            live.update(unconfirmed=True)
        case "cancel_unpublish":
            live.update(goes_off_at=now + timedelta(days=2))
        case "cancel_schedule":
            opens = now + timedelta(days=1)
            live.update(goes_off_at=opens)
            freeze(article, goes_live_at=opens, published_at=opens, modified_at=opens).write()


def intake(article: Article | None, text: str, reading: dict[str, Any] | None = None, **fields: Any) -> Intake:
    raw = text.encode()
    values: dict[str, Any] = {
        "file_name": "report.txt",
        "sha256": hashlib.sha256(raw).hexdigest(),
        "encoding": "utf-8",
        "raw": raw,
        "reading": reading
        or {"blocks": [{"role": "body", "start": 0, "end": len(text), "confidence": 1, "rule": "r"}]},
        "engine": 1,
        "imported_at": NOON,
    }
    return Intake.objects.create(article=article, **(values | fields))


def lead(article: Article, text: str = "Ferry late again", position: int = 0, **fields: Any) -> Lead:
    values: dict[str, Any] = {"kind": LeadKind.RAIL, "start": 0, "end": 5, "captured_at": timezone.now()}
    return Lead.objects.create(article=article, text=text, position=position, **(values | fields))
