"""Feeds of everything, of one tag, person or source, of a search, and of corrections.

A feed's address is its page's, behind /feeds.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.context import latest_headlines, public_page, this_site
from articles.models import PublishedArticle
from articles.models.published import PublishedArticleQuerySet
from articles.renditions import atom, jsonfeed, rss
from articles.renditions.feed import Entry, Feed, entry_of
from articles.renditions.site import Site
from articles.search import TookTooLong, parse, search
from articles.views.answers import validated, with_validators
from articles.views.corrections import noted, with_articles
from articles.views.filters import ArticleFilters
from articles.views.listing import Start
from articles.views.search import asked_in
from articles.views.subjects import Subject, find

LENGTH = 30

FORMS: dict[str, tuple[Callable[[Feed], bytes], str]] = {
    "rss.xml": (rss.rss, rss.CONTENT_TYPE),
    "atom.xml": (atom.atom, atom.CONTENT_TYPE),
    "feed.json": (jsonfeed.json_feed, jsonfeed.CONTENT_TYPE),
}
"""File name -> who writes the feed, and its content type."""
NAMES = {"rss.xml": "RSS", "atom.xml": "Atom", "feed.json": "JSON Feed"}


@validated
@require_safe
def feeds(request: HttpRequest) -> HttpResponse:
    """Which feeds there are, for readers: those of everything, of each section and of corrections."""
    page = public_page(reverse("feeds"), latest_headlines(timezone.now()))
    named: list[tuple[str, str, tuple[str, ...]]] = [(_("All articles"), "feed", ())]
    named += [(section.name, "feed_section", (section.slug,)) for section in page["sections"]]
    named += [(_("Corrections"), "feed_corrections", ())]
    shown = [
        (name, [(NAMES[form], reverse(address, args=(*words, form))) for form in FORMS])
        for name, address, words in named
    ]
    return render(request, "feeds.html", page | {"feeds": shown})


@require_safe
def everything(request: HttpRequest, form: str) -> HttpResponse:
    now, site = timezone.now(), this_site()
    rows = list(PublishedArticle.objects.visible(now).newest()[:LENGTH])
    feed = Feed(
        title=site.name,
        description=_("Everything published by %(name)s, the newest first.") % {"name": site.name},
        page=site.to("home"),
        address=site.to("feed", form),
        site=site,
        entries=[entry_of(row, site) for row in rows],
    )
    return written(request, feed, form, changed_at(rows, now))


@require_safe
def about(request: HttpRequest, subject: Subject, slug: str, form: str) -> HttpResponse:
    """The newest articles about a tag, a person or a source."""
    now, site = timezone.now(), this_site()
    name = f"feed_{subject.name}"
    row = find(subject, slug, now, address=lambda found: reverse(name, args=(found.slug, form)))
    if isinstance(row, HttpResponse):
        return row
    rows = list(newest_about(subject, row, now)[:LENGTH])
    feed = Feed(
        title=f"{row.name} – {site.name}",
        description=_("Articles of %(site)s about %(name)s, the newest first.") % {"site": site.name, "name": row.name},
        page=site.to(subject.name, row.slug),
        address=site.to(name, row.slug, form),
        site=site,
        entries=[entry_of(article, site) for article in rows],
    )
    return written(request, feed, form, changed_at(rows, now))


@require_safe
def found(request: HttpRequest, form: str) -> HttpResponse:
    """The newest articles that a search finds, whatever its order; none where it asks for nothing."""
    now, site = timezone.now(), this_site()
    asked = asked_in(request.GET)
    start = Start(reverse("search"), asked.within(PublishedArticle.objects.visible(now)), asked=asked.parameters)
    filters = ArticleFilters(request.GET, start.rows, now=now)
    address = start.to(filters.values, filters.any_tag)
    try:
        hits = search(parse(asked.text), filters.qs, until=asked.end, limit=LENGTH)
    except TookTooLong:
        return HttpResponse(status=503)
    by_pk = PublishedArticle.objects.in_bulk([hit.pk for hit in hits.newest])
    rows = [by_pk[hit.pk] for hit in hits.newest if hit.pk in by_pk]
    feed = Feed(
        title=_("Search: %(words)s – %(site)s") % {"words": asked.text, "site": site.name},
        description=_("The newest articles of %(site)s that a search finds.") % {"site": site.name},
        page=site.url + address,
        address=site.to("feed_search", form) + address.removeprefix(start.path),
        site=site,
        entries=[entry_of(row, site) for row in rows],
    )
    return written(request, feed, form, changed_at(rows, now))


@require_safe
def corrections(request: HttpRequest, form: str) -> HttpResponse:
    """What was set right, the newest first."""
    now, site = timezone.now(), this_site()
    notes = noted(now)[:LENGTH]
    shown = with_articles(notes, now)
    feed = Feed(
        title=_("Corrections – %(site)s") % {"site": site.name},
        description=_("What %(site)s has set right, the newest first.") % {"site": site.name},
        page=site.to("corrections"),
        address=site.to("feed_corrections", form),
        site=site,
        entries=[note_entry(note, article, site) for note, article in shown],
    )
    return written(request, feed, form, changed_at(list(notes), now))


def note_entry(note: PublishedArticle, article: PublishedArticle, site: Site) -> Entry:
    moment = int(note.goes_live_at.timestamp())
    return Entry(
        id=f"{site.to('article_by_number', note.number)}#note-{moment}",
        url=site.to("correction", note.number, moment),
        title=f"{note.get_change_display()}: {article.headline}",
        summary=note.note,
        html=f"<p>{escape(note.note)}</p>",
        published_at=note.goes_live_at,
        updated_at=note.goes_live_at,
    )


def newest_about(subject: Subject, row: Any, now: datetime) -> PublishedArticleQuerySet:
    """Read by way of the subject's own rows, which lie in this order."""
    articles = PublishedArticle.objects.visible(now).filter(Q(subject.joined_once(row)))
    return articles.order_by(f"-{subject.relation}__published_at", "-number")


def written(request: HttpRequest, feed: Feed, form: str, changed: datetime | None) -> HttpResponse:
    write, content_type = FORMS[form]
    return with_validators(request, HttpResponse(write(feed), content_type=content_type), changed)


def changed_at(rows: list[PublishedArticle], now: datetime) -> datetime | None:
    """When a feed of these articles changed last: with its newest publication, or when any article was taken away.

    One query. Who sends the ETag is told of more, such as a tag's new name.
    """
    over = PublishedArticle.objects.filter(goes_off_at__lte=now).order_by("-goes_off_at")
    moments = [row.goes_live_at for row in rows] + list(over.values_list("goes_off_at", flat=True)[:1])
    return max((moment for moment in moments if moment is not None), default=None)
