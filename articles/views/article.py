"""One article as readers have it, as a page and as a ninjs object."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.db.models import Subquery
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.context import latest_headlines, public_page, this_site
from articles.models import PublishedArticle, StoryMember, Tombstone, other_reports
from articles.renditions.ninjs import ninjs as ninjs_object
from articles.renditions.opengraph import description, open_graph
from articles.renditions.said import has_public_note
from articles.renditions.schemaorg import as_script, news_article
from articles.views.answers import validated
from articles.workflow import Change

OTHER_REPORTS = 5


@validated
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
    story = StoryMember.objects.filter(article_id=number).values("story_id")[:1]
    others = other_reports(number, now).for_cards().annotate(story=Subquery(story))[:OTHER_REPORTS]
    # Of an article that was published once only, nothing was ever set right.
    earlier = PublishedArticle.objects.filter(number=number).noted(now) if row.change != Change.FIRST else ()
    context = public_page(path, latest_headlines(now, without=number))
    return render(request, "article.html", context | article_context(row, notes=earlier, others=others))


@validated
@require_safe
def ninjs(request: HttpRequest, number: int) -> HttpResponse:
    """The visible publication of this number for machines; 410 where it was withdrawn."""
    row = PublishedArticle.objects.visible(timezone.now()).filter(number=number).first()
    if row is not None:
        return JsonResponse(ninjs_object(row, this_site()))
    if Tombstone.objects.filter(number=number).exists():
        uri = this_site().to("article_by_number", number)
        return JsonResponse({"uri": uri, "pubStatus": "canceled"}, status=410)
    raise Http404


def article_context(
    row: PublishedArticle, notes: Iterable[PublishedArticle] = (), others: Iterable[PublishedArticle] = ()
) -> dict[str, Any]:
    """What article.html shows of a publication, saved or not; `notes` are its and its predecessors' public notes."""
    noted = list(notes) or ([row] if has_public_note(row) else [])
    site = this_site()
    return {
        "article": row,
        "notes": noted,
        "others": list(others),
        "speakers": speakers(row.details.get("quotes", ())),
        "description": description(row),
        "open_graph": open_graph(row, site),
        "structured_data": as_script(news_article(row, site, noted)),
    }


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
