"""One article as readers have it, as a page and as a ninjs object."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.context import addresses, article_context, latest_headlines, public_page
from articles.models import PublishedArticle, SiteIdentity, Tombstone, other_reports, quoted_elsewhere
from articles.renditions.ninjs import ninjs as ninjs_object
from articles.views.answers import validated
from articles.views.publication import current, notes_of
from articles.views.story import path_of, told
from articles.views.subjects import SECTION, TAG

OTHER_REPORTS = 5
MORE_ARTICLES = 4


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
    shown["more"] = None if others else more_like(row, now)
    return render(request, "article.html", context | shown)


def more_like(row: PublishedArticle, now: datetime) -> dict[str, Any] | None:
    """The newest other articles of the same section, of the same first tag where it has none; None without any.

    One query, read by way of the subject's own rows, which lie in this order.
    """
    labels = [(SECTION, row.details.get("section"))] + [(TAG, tag) for tag in row.details.get("tags", ())]
    subject, label = next(((subject, label) for subject, label in labels if label), (None, None))
    if subject is None or label is None:
        return None
    articles = PublishedArticle.objects.visible(now).filter(subject.joined_by_slug(label["slug"]))
    newest = articles.exclude(number=row.number).order_by(f"-{subject.relation}__published_at", "-number")
    found = list(newest.for_cards()[:MORE_ARTICLES])
    path = reverse(subject.name, args=(label["slug"],))
    return {"section": subject is SECTION, "name": label["name"], "path": path, "articles": found} if found else None


@validated
@require_safe
def ninjs(request: HttpRequest, number: int) -> HttpResponse:
    """The visible publication of this number for machines; 410 where it was withdrawn."""
    row = current(number, timezone.now())
    if isinstance(row, Tombstone):
        uri = addresses().to("article_by_number", number)
        return JsonResponse({"uri": uri, "pubStatus": "canceled"}, status=410)
    return JsonResponse(ninjs_object(row, addresses()))
