"""What readers have had, and nothing else of the desk: its rows, and a working copy of each article made from them.

No word of a draft is in it, none of what was killed but the reason, and no account. The working copies let a desk that
starts from such an archive go on.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Model, Q, QuerySet

from articles.actions.pictures import published_keys
from articles.archive.rows import line_of, lines
from articles.images.files import path_of, public_files
from articles.images.renditions import CENTRE
from articles.models import (
    Article,
    ArticleTag,
    Credit,
    CuratedFront,
    Mention,
    Person,
    PersonName,
    Picture,
    PublishedArticle,
    PublishedPerson,
    PublishedQuote,
    PublishedSection,
    PublishedSource,
    PublishedTag,
    Quotation,
    QuotationLink,
    QuotationShingle,
    Quote,
    Redirect,
    RedirectKind,
    Section,
    SiteIdentity,
    Source,
    SourceName,
    Story,
    StoryMember,
    Tag,
    TagSynonym,
    Tier,
    Tombstone,
)
from articles.workflow import Status

ACCOUNTS = {"created_by_id", "confirmed_by_id", "killed_by_id", "edited_by_id"}


def published_rows(now: datetime) -> Iterator[str]:
    """The lines of the archive."""
    shown = shown_at(now)
    articles = shown.values("pk")
    tags = Tag.objects.filter(pk__in=PublishedTag.objects.filter(content_object__in=articles).values("tag"))
    sections = Section.objects.filter(pk__in=PublishedSection.objects.filter(article__in=articles).values("section"))
    sources = Source.objects.filter(pk__in=PublishedSource.objects.filter(article__in=articles).values("source"))
    quotes = PublishedQuote.objects.filter(article__in=articles)
    named = PublishedPerson.objects.filter(article__in=articles)
    people = Person.objects.filter(Q(pk__in=named.values("person")) | Q(pk__in=quotes.values("person")))
    quotations = Quotation.objects.filter(pk__in=quotes.values("quotation"))
    members = StoryMember.objects.filter(article__in=shown.values("number"))
    spellings = PersonName.objects.filter(Q(source__isnull=True) | Q(source__in=sources), person__in=people)
    moved = [
        Redirect.objects.filter(kind=kind, target__in=rows.values_list("pk", flat=True))
        for kind, rows in (
            (RedirectKind.TAG, tags),
            (RedirectKind.PERSON, people),
            (RedirectKind.SOURCE, sources),
            (RedirectKind.SECTION, sections),
        )
    ]
    for rows in (
        sections,
        tags,
        TagSynonym.objects.filter(tag__in=tags),
        sources,
        SourceName.objects.filter(source__in=sources),
        people,
        spellings,
        quotations,
        QuotationShingle.objects.filter(quotation__in=quotations),
        QuotationLink.objects.filter(one__in=quotations, other__in=quotations),
        *moved,
    ):
        yield from lines(rows)
    yield from map(line_of, working_copies(shown))
    yield from map(line_of, front_page(shown, sections, tags))
    for rows in (
        Story.objects.filter(pk__in=with_signposts(set(members.values_list("story_id", flat=True)))),
        members,
        shown,
        PublishedSection.objects.filter(article__in=articles),
        PublishedTag.objects.filter(content_object__in=articles),
        named,
        PublishedSource.objects.filter(article__in=articles),
        quotes,
        Tombstone.objects.all(),
        SiteIdentity.objects.all(),
    ):
        yield from lines(rows, without=ACCOUNTS)


def shown_at(now: datetime) -> QuerySet[PublishedArticle]:
    """What readers have or have had, without what was killed: an archive passes on nothing that was withdrawn."""
    return PublishedArticle.objects.opened(now).exclude(number__in=Tombstone.objects.values("number"))


def published_files(now: datetime) -> Iterator[str]:
    """The names of the files that these publications show; what the desk cuts them from is not among them."""
    for key in sorted(published_keys(shown_at(now))):
        yield from (path_of(key, name) for name in public_files(key))


def front_page(shown: QuerySet[PublishedArticle], sections: QuerySet[Section], tags: QuerySet[Tag]) -> Iterator[Model]:
    """What editors chose for the front page, as far as readers can have seen it: no article that they never had, and
    no list of a section or tag in which they have nothing."""
    front = CuratedFront.objects.first()
    if front is None:
        return
    had = set(shown.values_list("number", flat=True))
    front.edited_by_id = None
    if front.top_id not in had:
        front.top_id = front.top_until = None
    yield front
    yield from (pin for pin in front.pins.all() if pin.article_id in had)
    yield from front.lists.filter(Q(section=None) | Q(section__in=sections), Q(tag=None) | Q(tag__in=tags))


def with_signposts(stories: set[int]) -> set[int]:
    """These stories and those that went into them, whose addresses lead on."""
    found = new = stories
    while new:
        new = set(Story.objects.filter(merged_into__in=new).values_list("pk", flat=True)) - found
        found = found | new
    return found


def working_copies(shown: QuerySet[PublishedArticle]) -> Iterator[Model]:
    """For each article the rows of a working copy that says what readers had last; a killed one keeps its number."""
    for tombstone in Tombstone.objects.order_by("number"):
        yield Article(pk=tombstone.number, status=Status.KILLED, created_at=tombstone.killed_at)
    number = None
    for row in shown.order_by("number", "-goes_live_at", "-pk").iterator(chunk_size=500):
        if row.number != number:
            number = row.number
            yield from working_copy(row)


def working_copy(row: PublishedArticle) -> Iterator[Model]:
    outlet = row.sources.filter(role=PublishedSource.Role.OUTLET).first()
    filed = PublishedSection.objects.filter(article=row).first()
    article = Article(
        pk=row.number,
        status=Status.PUBLISHED,
        version=row.revision,
        headline="" if row.headline_proposed else row.headline,
        proposed_headline=row.headline if row.headline_proposed else "",
        standfirst=row.standfirst,
        body=row.body_html,
        slug=row.slug,
        byline=row.byline,
        dateline=row.dateline,
        report_date=row.report_date,
        section=filed.section if filed else None,
        original_url=row.details.get("original_url") or "",
        source=outlet.source if outlet else None,
        source_inferred=bool(outlet and (row.details.get("source") or {}).get("inferred")),
        created_at=row.published_at,
    )
    yield article
    for tagged in row.tagged.all():
        yield ArticleTag(content_object=article, tag_id=tagged.tag_id)
    for named in row.named_people.all():
        roles: list[Any] = named.roles or [""]
        for surface in named.spellings or [named.person.name]:
            yield Mention(article=article, person_id=named.person_id, surface=surface, role=roles[0])
            roles = roles[1:] or [""]
    for credited in row.sources.filter(role=PublishedSource.Role.REPORTING):
        yield Credit(article=article, source_id=credited.source_id)
    for position, picture in enumerate(row.details.get("pictures", ())):
        said = {name: picture.get(name, "") for name in ("caption", "alt", "credit")}
        image = picture.get("image") or {"key": "", "full": [None, None], "focus": CENTRE}
        (width, height), (x, y) = image["full"], image["focus"]
        size = {"file": image["key"], "width": width, "height": height, "focus_x": x, "focus_y": y}
        yield Picture(article=article, position=position, **said, **size)
    for quote in row.quotes.all():
        yield Quote(
            article=article,
            quotation_id=quote.quotation_id,
            text=quote.text,
            speaker_id=quote.person_id,
            tier=Tier.CONFIRMED,
        )
