"""The page of a person in the news, and the index of people."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.models import Person, PublishedArticle
from articles.views.answers import validated
from articles.views.subject import subject_index, subject_page
from articles.views.subjects import PERSON

LATEST_USES = 40  # quotations, and publications that roles and spellings are gathered from
MOST_SHOWN = 6


@validated
@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    return subject_page(request, PERSON, slug, said_and_called)


@validated
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    return subject_index(request, PERSON, "people")


def said_and_called(row: Person, now: datetime) -> dict[str, Any]:
    """What the newest visible articles quote of a person, and what they call them. Two queries."""
    visible = PublishedArticle.objects.visible(now)
    quotes = (
        visible.filter(quotes__person=row)
        .order_by("-quotes__published_at", "-number", "quotes__position")
        .values("quotes__quotation", "quotes__text", "number", "slug", "headline", "published_at")[:LATEST_USES]
    )
    mentions = (
        visible.filter(named_people__person=row)
        .order_by("-named_people__published_at", "-number")
        .values_list("named_people__roles", "named_people__spellings")[:LATEST_USES]
    )
    roles: dict[str, None] = {}
    spellings: dict[str, None] = {}
    for written_roles, written_names in mentions:
        roles |= dict.fromkeys(written_roles)
        # A surname alone is no spelling of its own.
        spellings |= dict.fromkeys(name for name in written_names if " " in name and name != row.name)
    return {"said": said(quotes), "roles": list(roles)[:MOST_SHOWN], "spellings": list(spellings)[:MOST_SHOWN]}


def said(quotes: Iterable[Any]) -> list[dict[str, Any]]:
    """The newest words, each once, with the articles that print them, from rows as `said_and_called` asks for."""
    words: dict[int, dict[str, Any]] = {}
    for quote in quotes:
        use = words.setdefault(quote["quotes__quotation"], {"text": quote["quotes__text"], "articles": []})
        fields = {name: quote[name] for name in ("number", "slug", "headline", "published_at")}
        if all(article.number != fields["number"] for article in use["articles"]):
            use["articles"].append(PublishedArticle(**fields))
    return list(words.values())[:MOST_SHOWN]
