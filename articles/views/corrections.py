"""What was set right: corrections, clarifications and retractions of articles that readers have."""

from datetime import UTC, datetime, timedelta

from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from articles.context import latest_headlines, public_page
from articles.models import PublishedArticle
from articles.models.published import PublishedArticleQuerySet
from articles.views.answers import validated
from articles.views.filters import address
from articles.views.paging import SIZE, Place, place_in


@validated
@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """The notes with the articles as they are now, the newest note first."""
    now, place = timezone.now(), place_in(request.GET)
    if place is not None and place.newer:
        raise Http404
    notes = noted(now)
    if place is not None:
        older = Q(goes_live_at__lt=place.published_at) | Q(goes_live_at=place.published_at, number__lt=place.number)
        notes = notes.filter(older)
    rows = list(notes[: SIZE + 1])
    path = reverse("corrections")
    last = rows[SIZE - 1] if len(rows) > SIZE else None
    here = address(path, {}, before=place.cursor) if place else path
    context = {
        "notes": with_articles(rows[:SIZE], now),
        "older": address(path, {}, before=Place(last.goes_live_at, last.number).cursor) if last else "",
        "place": localtime(place.published_at) if place else None,
        "first_page": path,
        "feed": f"/feeds{path}",
        "noindex": place is not None,
    }
    return render(request, "corrections.html", public_page(here, latest_headlines(now)) | context)


@validated
@require_safe
def correction(request: HttpRequest, number: int, moment: int) -> HttpResponse:
    """One note by itself: what feeds and links to it name. `moment` is the second since which readers are told."""
    now = timezone.now()
    if moment > now.timestamp():
        raise Http404
    since = datetime.fromtimestamp(moment, UTC)
    notes = noted(now).filter(number=number, goes_live_at__gte=since, goes_live_at__lt=since + timedelta(seconds=1))
    shown = with_articles(list(notes[:1]), now)
    if not shown:
        raise Http404
    note, article = shown[0]
    context = {
        "notes": shown,
        "alone": note,
        "article": article,
        "feed": f"/feeds{reverse('corrections')}",
        "noindex": True,
    }
    return render(request, "corrections.html", public_page(path_of(note), latest_headlines(now)) | context)


def path_of(note: PublishedArticle) -> str:
    return reverse("correction", args=(note.number, int(note.goes_live_at.timestamp())))


def noted(now: datetime) -> PublishedArticleQuerySet:
    """Publications with a public note, of articles that readers have at this moment; the newest first."""
    visible = PublishedArticle.objects.visible(now).filter(number=OuterRef("number"))
    fields = ("number", "change", "note", "goes_live_at", "details")
    return PublishedArticle.objects.noted(now).filter(Exists(visible)).only(*fields)


def with_articles(
    notes: "list[PublishedArticle] | PublishedArticleQuerySet", now: datetime
) -> list[tuple[PublishedArticle, PublishedArticle]]:
    """(note, the article as readers have it): the headline that was set right is not shown again. One query."""
    numbers = {note.number for note in notes}
    rows = {row.number: row for row in PublishedArticle.objects.visible(now).filter(number__in=numbers).for_cards()}
    return [(note, rows[note.number]) for note in notes if note.number in rows]
