"""Freezing a working copy into what readers get: the publish move writes it, a preview shows it unsaved."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from articles.difference import changes
from articles.html import clean, pictures_within, plain
from articles.models import (
    Article,
    LeadKind,
    PublishedArticle,
    PublishedPerson,
    PublishedQuote,
    PublishedSection,
    PublishedSource,
    PublishedTag,
    Tier,
)
from articles.text.likeness.figures import days, figures
from articles.workflow import PUBLIC_NOTES, Change

EXCERPT_WORDS = 40
WORDS = ("headline", "standfirst", "body_text")
"""What readers are shown the changes of."""


@dataclass(slots=True)
class Frozen:
    """A publication that is not saved yet: the row itself and the rows that pages are found by."""

    row: PublishedArticle
    section: PublishedSection | None = None
    tags: list[PublishedTag] = field(default_factory=list)
    people: list[PublishedPerson] = field(default_factory=list)
    sources: list[PublishedSource] = field(default_factory=list)
    quotes: list[PublishedQuote] = field(default_factory=list)

    def write(self) -> PublishedArticle:
        """Save all rows; the caller holds the transaction."""
        self.row.save(force_insert=True)
        for tag in self.tags:
            tag.content_object = self.row
        if self.section is not None:
            self.section.article = self.row
            self.section.save(force_insert=True)
        parts: list[PublishedPerson | PublishedSource | PublishedQuote] = [*self.people, *self.sources, *self.quotes]
        for row in parts:
            row.article = self.row
        PublishedTag.objects.bulk_create(self.tags)
        PublishedPerson.objects.bulk_create(self.people)
        PublishedSource.objects.bulk_create(self.sources)
        PublishedQuote.objects.bulk_create(self.quotes)
        return self.row


def freeze(
    article: Article,
    *,
    goes_live_at: datetime,
    published_at: datetime,
    modified_at: datetime,
    change: str = Change.FIRST,
    note: str = "",
    unconfirmed: bool = False,
) -> Frozen:
    """What readers would get of the working copy as it is now."""
    body = clean(article.body)
    text = plain(body)
    row = PublishedArticle(
        number=article.pk,
        revision=article.version,
        slug=article.address_words,
        headline=article.best_headline,
        headline_proposed=article.headline_proposed,
        standfirst=article.standfirst,
        excerpt=_excerpt(article.standfirst or plain(body, captions=False)),
        byline=article.byline,
        dateline=article.dateline,
        report_date=article.report_date,
        body_html=body,
        body_text=text,
        change=change,
        note=note,
        unconfirmed=unconfirmed,
        published_at=published_at,
        modified_at=modified_at,
        goes_live_at=goes_live_at,
    )
    frozen = Frozen(row)
    row.details = {
        "section": _section(article, frozen),
        "tags": _tags(article, frozen),
        "people": _people(article, frozen),
        "source": _outlet(article, frozen),
        "own": not article.of_report,
        "original_url": article.original_url,
        "credits": _credits(article, frozen),
        "pictures": _pictures(article),
        "quotes": _quotes(article, frozen),
        "dates": [list(pair) for pair in days(text)],
        "figures": [list(pair) for pair in figures(text)],
        "other_headlines": _leads(article, LeadKind.RAIL),
        "see_also": _leads(article, LeadKind.SEE_ALSO),
    }
    return frozen


def freeze_next(
    article: Article,
    *,
    opens: datetime,
    now: datetime,
    change: str = "",
    note: str = "",
    unconfirmed: bool = False,
) -> Frozen:
    """What readers would get at `opens`, after what they have had until now: its place and dates follow from that.

    change: its kind where readers had the article before (default "update"); `note` is kept for the kinds of which
    readers are told.
    """
    earlier = PublishedArticle.objects.opened(now).filter(number=article.pk)
    latest = earlier.only(*WORDS, "published_at", "modified_at").order_by("-goes_live_at", "-pk").first()
    kind = Change.FIRST if latest is None else change if change not in {"", Change.FIRST} else Change.UPDATE
    frozen = freeze(
        article,
        goes_live_at=opens,
        published_at=latest.published_at if latest is not None else opens,
        modified_at=latest.modified_at if latest is not None and kind == Change.MINOR else opens,
        change=kind,
        note=note.strip() if kind in PUBLIC_NOTES else "",
        unconfirmed=unconfirmed,
    )
    # What is retracted is not said again.
    if latest is not None and kind in {Change.CORRECTION, Change.CLARIFICATION}:
        frozen.row.details["changed"] = changes(_words(latest), _words(frozen.row))
    return frozen


def _words(row: PublishedArticle) -> str:
    return "\n\n".join(text for text in (getattr(row, name) for name in WORDS) if text)


def _excerpt(text: str) -> str:
    words = text.split("\n", 1)[0].split()
    return " ".join(words[:EXCERPT_WORDS]) + ("…" if len(words) > EXCERPT_WORDS else "")


def _section(article: Article, frozen: Frozen) -> dict[str, str] | None:
    section = article.section
    if section is None:
        return None
    frozen.section = PublishedSection(section=section, published_at=frozen.row.published_at)
    return {"name": section.name, "slug": section.slug}


def _tags(article: Article, frozen: Frozen) -> list[dict[str, str]]:
    uses = article.tagged.select_related("tag").order_by("tag__name")
    tags = [use.tag for use in uses]
    frozen.tags = [PublishedTag(tag=tag, published_at=frozen.row.published_at) for tag in tags]
    return [{"name": tag.name, "slug": tag.slug} for tag in tags]


def _people(article: Article, frozen: Frozen) -> list[dict[str, Any]]:
    mentions = defaultdict(list)
    for mention in article.mentions.select_related("person"):
        mentions[mention.person].append(mention)
    people = []
    for person, named in mentions.items():
        roles = list(dict.fromkeys(m.role for m in named if m.role and not m.relative))
        spellings = list(dict.fromkeys(m.surface for m in named))
        frozen.people.append(
            PublishedPerson(person=person, roles=roles, spellings=spellings, published_at=frozen.row.published_at)
        )
        people.append({"name": person.name, "slug": person.slug, "roles": roles})
    return people


def _outlet(article: Article, frozen: Frozen) -> dict[str, Any] | None:
    article = article.of_outlet
    source = article.source
    if source is None:
        return None
    frozen.sources.append(
        PublishedSource(source=source, role=PublishedSource.Role.OUTLET, published_at=frozen.row.published_at)
    )
    return {"name": source.name, "slug": source.slug, "inferred": article.source_inferred}


def _credits(article: Article, frozen: Frozen) -> list[dict[str, str]]:
    sources = list(dict.fromkeys(credit.source for credit in article.credits.select_related("source")))
    frozen.sources += [
        PublishedSource(source=source, role=PublishedSource.Role.REPORTING, published_at=frozen.row.published_at)
        for source in sources
    ]
    return [{"name": source.name, "slug": source.slug} for source in sources]


def _quotes(article: Article, frozen: Frozen) -> list[dict[str, Any]]:
    quotes = list(article.quotes.exclude(tier=Tier.SUGGESTED).select_related("speaker"))
    frozen.quotes = [
        PublishedQuote(
            person=quote.speaker,
            quotation_id=quote.quotation_id,
            text=quote.text,
            position=position,
            published_at=frozen.row.published_at,
        )
        for position, quote in enumerate(quotes)
    ]
    return [
        {
            "text": quote.text,
            "speaker": {"name": quote.speaker.name, "slug": quote.speaker.slug} if quote.speaker else None,
        }
        for quote in quotes
    ]


def _pictures(article: Article) -> list[dict[str, Any]]:
    """The main image first: pages take the first, where it has a file. What has no words of its own has those that it
    has within the text."""
    rows = sorted((picture.frozen() for picture in article.pictures.all()), key=lambda one: one["image"] is None)
    within = pictures_within(article.body)
    for row in rows:
        if row["image"] is not None and not row["alt"]:
            row["alt"] = next((alt for src, alt in within if alt and row["image"]["key"] in src), "")
    return rows


def _leads(article: Article, kind: str) -> list[str]:
    return list(article.leads.filter(kind=kind).order_by("position").values_list("text", flat=True))
