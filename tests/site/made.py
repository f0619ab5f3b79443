"""Makes the site: the seeds and all made-up reports, published, and what people alone bring about."""

from contextlib import suppress
from dataclasses import dataclass
from io import StringIO
from time import sleep
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from articles.actions.edits import record_revision
from articles.actions.moves import move
from articles.models import Article, Person, PublishedArticle, Quotation, Section, Source, Story, Tag
from articles.workflow import Change
from tests import pictures


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a kind. `limit` are the kilobytes that it and its files may weigh on the way, compressed."""

    kind: str
    path: str
    status: int = 200
    limit: int = 20


EMPTY = (Page("home, empty", "/"), Page("latest, empty", "/latest/"), Page("corrections, empty", "/corrections/"))


def fill() -> list[Page]:
    """Fills the empty database of the settings; the pages to look at, one or more of each kind."""
    reports = (settings.BASE_DIR / "seeds", settings.BASE_DIR / "tests" / "reports")
    with suppress(SystemExit):  # which says that a report was refused; the others are there
        call_command("loadseeds", *map(str, reports), publish=True, stdout=StringIO())
    chief = User.objects.create_superuser("chief", password="a password of this test alone")
    rows = list(PublishedArticle.objects.all())
    longest = max(rows, key=lambda row: len(row.body_text))
    rows.remove(longest)
    busiest = max(rows, key=lambda row: len(str(row.details)))
    rows.remove(busiest)
    for position, name in enumerate(("World", "Business and Economy", "Sport")):
        Section.objects.create(name=name, position=position)
    for row, change, note in (
        (busiest, Change.CORRECTION, "An earlier version named the wrong day. It was Tuesday."),
        (busiest, Change.CLARIFICATION, "It now says which of the two bridges is meant."),
    ):
        set_right(row.number, chief, change, note)
        sleep(1.1)  # a note has its second in its address
    pictures.on(Article.objects.get(pk=rows[1].number), pictures.picture((1_600, 1_000)))
    set_right(rows[1].number, chief, Change.UPDATE, "")
    now = timezone.now()
    reason = "It could not be confirmed that any of this happened."
    move(Article.objects.get(pk=rows[0].number), "kill", by=chief, now=now, note=reason)
    busiest = PublishedArticle.objects.visible(now).get(number=busiest.number)
    pictured = PublishedArticle.objects.visible(now).get(number=rows[1].number)
    return pages(longest=longest, corrected=busiest, pictured=pictured, killed=rows[0].get_absolute_url())


def set_right(number: int, chief: User, change: Change, note: str) -> None:
    now = timezone.now()
    article = Article.objects.get(pk=number)
    move(article, "rework", by=chief, now=now)
    article.body = article.body.replace("</p>", f" {change.label}.</p>", 1)
    article.section = Section.objects.get(name="World")
    article.version += 1
    article.save()
    record_revision(article, by=chief, now=now)
    for verb, more in (("submit", {}), ("approve", {}), ("publish", {"change": change, "note": note, "override": "…"})):
        article.refresh_from_db()
        move(article, verb, by=chief, now=now, **more)


def pages(
    *, longest: PublishedArticle, corrected: PublishedArticle, pictured: PublishedArticle, killed: str
) -> list[Page]:
    """The busiest page of each kind."""
    tag, other = [row.slug for row in most(Tag)[:2]]
    person, source = most(Person)[0].slug, most(Source)[0].slug
    story = Story.objects.annotate(told=Count("members")).order_by("-told")[0]
    slug = story.public_slug(story.reports(timezone.now())[0])
    quotation = Quotation.objects.annotate(printed=Count("publications")).order_by("-printed")[0].pk
    day = timezone.localtime(longest.published_at)
    return [
        Page("home", "/"),
        Page("latest", "/latest/"),
        Page("year", f"/latest/{day:%Y}/"),
        Page("month", f"/latest/{day:%Y/%m}/"),
        Page("day", f"/latest/{day:%Y/%m/%d}/"),
        Page("filtered", f"/latest/?tag={tag}"),
        Page("filtered by two", f"/latest/?match=any&tag={min(tag, other)}&tag={max(tag, other)}"),
        Page("nothing found", "/latest/?tag=zeppelins"),
        Page("article, corrected", corrected.get_absolute_url(), limit=14),
        Page("article, pictured", pictured.get_absolute_url(), limit=40),
        Page("article, long", longest.get_absolute_url(), limit=14),
        Page("tag", f"/tags/{tag}/"),
        Page("tags", "/tags/"),
        Page("person", f"/people/{person}/"),
        Page("people", "/people/"),
        Page("source", f"/sources/{source}/"),
        Page("sources", "/sources/"),
        Page("section", "/sections/world/"),
        Page("sections", "/sections/"),
        Page("story", reverse("story", args=(story.pk, slug))),
        Page("stories", "/stories/"),
        Page("quotation", f"/quotations/{quotation}/"),
        Page("search", "/search/"),
        Page("search with hits", "/search/?q=minister"),
        Page("search without hits", "/search/?q=zeppelin"),
        Page("corrections", "/corrections/"),
        Page(
            "correction alone", reverse("correction", args=(corrected.number, int(corrected.goes_live_at.timestamp())))
        ),
        Page("feeds", "/feeds/"),
        Page("about", "/about/"),
        Page("404", "/no-such-page/", status=404),
        Page("410", killed, status=410),
    ]


def most(model: Any) -> list[Any]:
    """The tags, people or sources that most publications carry, those first."""
    return list(model.objects.annotate(uses=Count("publications")).order_by("-uses", "pk")[:2])
