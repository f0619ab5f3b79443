"""One article as readers have it, as a page and as a ninjs object."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.context import addresses, article_context, latest_headlines, public_page
from articles.models import SiteIdentity, Tombstone, other_reports, quoted_elsewhere
from articles.renditions.ninjs import ninjs as ninjs_object
from articles.views.answers import validated
from articles.views.publication import current, notes_of
from articles.views.story import path_of, told

OTHER_REPORTS = 5


@validated
@require_safe
def article(request: HttpRequest, number: int, slug: str = "") -> HttpResponse:
    """The visible publication of this number, at its one address; 410 with the reason where it was withdrawn."""
    now = timezone.now()
    row = current(number, now)
    if isinstance(row, Tombstone):
        context = public_page(None, latest_headlines(now, without=number)) | {"tombstone": row}
        return render(request, "410.html", context, status=410)
    path = row.get_absolute_url()
    if request.path != path:
        return HttpResponsePermanentRedirect(path)
    others = list(other_reports(number, now).for_cards()[:OTHER_REPORTS])
    elsewhere = quoted_elsewhere(row, now) if row.details.get("quotes") else {}
    identity = SiteIdentity.of_this_site()
    context = public_page(path, latest_headlines(now, without=number), identity)
    shown = article_context(row, notes=notes_of(row, now), others=others, elsewhere=elsewhere, identity=identity)
    told_in = told(now).filter(members__article_id=number).first() if others else None
    shown["story_path"] = path_of(told_in) if told_in is not None else ""
    return render(request, "article.html", context | shown)


@validated
@require_safe
def ninjs(request: HttpRequest, number: int) -> HttpResponse:
    """The visible publication of this number for machines; 410 where it was withdrawn."""
    row = current(number, timezone.now())
    if isinstance(row, Tombstone):
        uri = addresses().to("article_by_number", number)
        return JsonResponse({"uri": uri, "pubStatus": "canceled"}, status=410)
    return JsonResponse(ninjs_object(row, addresses()))
