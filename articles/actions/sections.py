"""Putting articles into a section, many at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from articles import policy
from articles.actions.edits import record_revision
from articles.models import Article, Section


@dataclass(frozen=True, slots=True)
class Sorted:
    """How many articles were put there, stood there already, and may not be changed by this person as they stand."""

    put: int = 0
    there: int = 0
    refused: int = 0


def put_into(section: Section | None, articles: Iterable[Article], *, by: Any, now: datetime) -> Sorted:
    """Put articles into a section, or with None into none: a save and a revision for each, as from its form."""
    put = there = refused = 0
    for article in articles:
        if article.section_id == (section.pk if section is not None else None):
            there += 1
        elif policy.may(by, "edit", article) and _put(article, section, by, now):
            put += 1
        else:
            refused += 1
    return Sorted(put, there, refused)


@transaction.atomic
def _put(article: Article, section: Section | None, by: Any, now: datetime) -> bool:
    article = Article.objects.get(pk=article.pk)
    if not policy.may(by, "edit", article) or not article.claim(seen=article.version, by=by, now=now):
        return False
    article.section = section
    article.save(update_fields=["section"])
    record_revision(article, by=by, now=now)
    return True
