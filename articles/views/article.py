"""One article as readers have it."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.context import latest_headlines, public_page
from articles.models import PublishedArticle, Tombstone


@require_safe
def article(request: HttpRequest, number: int, slug: str = "") -> HttpResponse:
    """The visible publication of this number, at its one address; 410 with the reason where it was withdrawn."""
    now = timezone.now()
    row = PublishedArticle.objects.visible(now).filter(number=number).first()
    if row is None:
        tombstone = Tombstone.objects.filter(number=number).first()
        if tombstone is None:
            raise Http404
        context = public_page(None, latest_headlines(now, without=number)) | {"tombstone": tombstone}
        return render(request, "410.html", context, status=410)
    path = row.get_absolute_url()
    if request.path != path:
        return HttpResponsePermanentRedirect(path)
    context = public_page(path, latest_headlines(now, without=number))
    return render(request, "article.html", context | article_context(row))


def article_context(row: PublishedArticle) -> dict[str, Any]:
    """What article.html shows of a publication, saved or not."""
    return {"article": row, "speakers": speakers(row.details.get("quotes", ()))}


def speakers(quotes: list[dict[str, Any]]) -> list[tuple[dict[str, str] | None, list[str]]]:
    """(speaker, what they said) in the order of their first quotation; quotations without a speaker come last."""
    order: dict[str, int] = {}
    for quote in quotes:
        if quote["speaker"]:
            order.setdefault(quote["speaker"]["slug"], len(order))

    def rank(quote: dict[str, Any]) -> int:
        return order[quote["speaker"]["slug"]] if quote["speaker"] else len(order)

    groups = (list(group) for _, group in groupby(sorted(quotes, key=rank), key=rank))
    return [(group[0]["speaker"], [quote["text"] for quote in group]) for group in groups]
