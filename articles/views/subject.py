"""What the pages of tags, people and sources share: finding the subject, its list, and the index of all of them."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import OuterRef
from django.db.models.functions import Substr
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from articles.context import latest_headlines, public_page
from articles.models import PublishedArticle
from articles.views.facets import CAP, CappedCount
from articles.views.filters import LONGEST_VALUE
from articles.views.listing import Start, list_page
from articles.views.subjects import Subject, find

INDEX_SIZE = 60
MOST_LETTERS = 100


def subject_page(
    request: HttpRequest,
    subject: Subject,
    slug: str,
    more: Callable[[Any, datetime], dict[str, Any]] = lambda row, now: {},
) -> HttpResponse:
    """The page of one tag, person or source; `more` gives what its template shows beside the list."""
    now = timezone.now()
    row = find(subject, slug, now)
    if isinstance(row, HttpResponse):
        return row
    start = Start(
        reverse(subject.name, args=(row.slug,)), PublishedArticle.objects.visible(now), subject=subject, own=row
    )
    return list_page(request, f"{subject.name}.html", start, now, {subject.name: row, **more(row, now)})


def subject_index(request: HttpRequest, subject: Subject, name: str) -> HttpResponse:
    """All tags, people or sources that readers can find articles by, in the order of their address words.

    `?from=word` begins at a word: the address of the next page, and a reader's way to a letter.
    """
    now = timezone.now()
    begin = request.GET.get("from", "")
    if len(begin) > LONGEST_VALUE or "\x00" in begin:
        raise Http404
    articles = (
        PublishedArticle.objects.visible(now).filter(subject.joined(OuterRef("pk"))).values("pk").distinct()[: CAP + 1]
    )
    rows = list(
        subject.visible(now)
        .filter(slug__gte=begin)
        .order_by("slug")
        .annotate(uses=CappedCount(articles))[: INDEX_SIZE + 1]
    )
    path = reverse(name)
    more = len(rows) > INDEX_SIZE
    context = {
        "subject": subject,
        "rows": rows[:INDEX_SIZE],
        "next": f"{path}?from={rows[INDEX_SIZE].slug}" if more else "",
        "begin": begin,
        "letters": letters(subject, now) if more or begin else [],
        "cap": CAP,
        "noindex": bool(begin),
    }
    return render(request, "subjects.html", public_page(path, latest_headlines(now)) | context)


def letters(subject: Subject, now: datetime) -> list[str]:
    """What the address words of a subject begin with, in the order of the index. One query."""
    firsts = subject.visible(now).annotate(letter=Substr("slug", 1, 1)).order_by("letter")
    return list(firsts.values_list("letter", flat=True).distinct()[:MOST_LETTERS])
