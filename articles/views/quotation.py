"""The page of a quotation: every article that carries the words, and how each prints them."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.context import latest_headlines, public_page
from articles.models import PublishedQuote, Quotation, publications_quoting
from articles.text.likeness.coverage import how_it_differs
from articles.views.answers import validated

MOST_USES = 100


@validated
@require_safe
def quotation(request: HttpRequest, number: int) -> HttpResponse:
    """The words of this number as readers have them; 404 while no article that readers have carries just these."""
    now = timezone.now()
    row = Quotation.objects.filter(pk=number).first()
    uses = list(publications_quoting(row, now)[:MOST_USES]) if row is not None else []
    own = [use for use in uses if use.quotation_id == number]
    if not own:
        raise Http404
    first = own[-1]
    context = {
        "words": first.text,
        "speaker": next((use.person for use in reversed(own) if use.person is not None), None),
        "uses": [_use(use, first) for use in uses],
        "articles": len({use.article.number for use in uses}),
    }
    path = reverse("quotation", args=(number,))
    return render(request, "quotation.html", public_page(path, latest_headlines(now)) | context)


def _use(use: PublishedQuote, first: PublishedQuote) -> dict[str, Any]:
    """One article's wording: "same", "cut", "longer" or "differs" beside the words of the page, and where."""
    kind, places = how_it_differs(first.text, use.text)
    if kind == "differs" and how_it_differs(use.text, first.text)[0] == "cut":
        kind, places = "longer", ()
    return {"article": use.article, "text": use.text, "kind": kind, "places": places, "speaker": use.person}
