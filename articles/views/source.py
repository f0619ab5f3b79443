"""The page of an outlet or agency, and the index of sources."""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.views.answers import validated
from articles.views.subject import subject_index, subject_page
from articles.views.subjects import SOURCE


@validated
@require_safe
def source(request: HttpRequest, slug: str) -> HttpResponse:
    return subject_page(request, SOURCE, slug, lambda row, now: {"website": website(row)})


@validated
@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    return subject_index(request, SOURCE, "sources")


def website(row: Any) -> dict[str, str] | None:
    """The link to a source's own site, where the row has a web address and nothing else."""
    try:
        parts = urlsplit(row.website)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    return {"url": row.website, "host": parts.hostname.removeprefix("www.")}
