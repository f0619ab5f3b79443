"""From what a report says to the rows it stands for: which source, person and tag of the site each fact is about."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, Q

from articles.html import paragraphs
from articles.ingest.columns import cut
from articles.ingest.people import mention_of, people_of
from articles.ingest.quotations import quotes_of
from articles.ingest.reading import Details
from articles.models import (
    Article,
    ArticleTag,
    Credit,
    Lead,
    LeadKind,
    LeadState,
    Mention,
    Person,
    Picture,
    Quote,
    Source,
    SourceKind,
    Tag,
    TagSynonym,
)
from articles.text.anatomy.lines import unmarked
from articles.text.contract import contract
from articles.text.likeness.wording import headline_key
from articles.text.report import DateReading, Report, Role, Term
from articles.text.typography import passage
from articles.workflow import Status


def vocabulary() -> tuple[Term, ...]:
    """The site's tags in the form that the reading engine takes: each with the words by which a text names it.

    A tag without synonyms is named by its own name; one with a code and no synonyms by its theme alone.
    """
    tags = Tag.objects.order_by("pk").prefetch_related(Prefetch("synonyms", TagSynonym.objects.order_by("pk")))
    return tuple(_term(tag) for tag in tags)


def _term(tag: Tag) -> Term:
    synonyms = list(tag.synonyms.all())
    forms = tuple(synonym.name for synonym in synonyms if not synonym.weak)
    if not synonyms and not tag.code:
        forms = (tag.name,)
    weak = tuple(synonym.name for synonym in synonyms if synonym.weak)
    return Term(name=tag.name, kind=tag.kind, forms=forms, weak=weak, code=tag.code)


def reading(report: Report, *, file: str, raw: bytes, encoding: str) -> dict[str, Any]:
    """What an Intake keeps of a reading: the contract's form, and what only the desk is shown."""
    proposal = report.proposed_headline
    return {
        **contract(report, file=file, raw=raw, encoding=encoding),
        "proposed_headline_span": [proposal.start, proposal.end] if proposal else None,
        "suggested_tags": [
            {"name": tag.name, "kind": tag.kind, "spans": [[span.start, span.end] for span in tag.spans]}
            for tag in report.tags
            if not tag.sure
        ],
        "lints": [
            {"rule": lint.rule, "message": lint.message, "start": lint.start, "end": lint.end} for lint in report.lints
        ],
    }


def fill(article: Article, report: Report, details: Details | None = None, *, now: datetime) -> None:
    """Write what the report says into an article and the rows below it, in the place of what stood there.

    What is known of it beside its text (`details`) goes before what the text says. For articles that no person has
    touched; the caller holds the transaction. `now` dates the leads.
    """
    for name, text in texts(report).items():
        setattr(article, name, text)
    article.source = outlet(report)
    article.source_inferred = report.source.inferred if report.source else False
    _fill_known(article, details or Details())
    article.save()
    _fill_tags(article, report)
    people = _fill_people(article, report)
    _fill_quotes(article, report, people)
    _fill_credits(article, report)
    _fill_pictures(article, report)
    fill_leads(article, report, now)


def texts(report: Report) -> dict[str, str]:
    """What a report says for each text field of an article."""
    proposal = report.proposed_headline
    return {
        "headline": cut(report.headline or "", Article, "headline"),
        "proposed_headline": cut(proposal.text if proposal else "", Article, "headline"),
        "standfirst": report.standfirst or "",
        "body": _body(report),
        "byline": cut(", ".join(report.byline), Article, "byline"),
        "dateline": cut(report.dateline.place if report.dateline else "", Article, "dateline"),
        "report_date": report_date(report.dates),
    }


def outlet(report: Report) -> Source | None:
    """The outlet that a report came from, made when nobody knew it; None where the report does not say."""
    return _source(report.source.name, SourceKind.OUTLET) if report.source else None


def content_of(report: Report, details: Details | None = None, *, now: datetime) -> dict[str, Any]:
    """What an article would say had the report alone made it (Article.snapshot); the caller holds the transaction.

    The people, sources, tags and quotations that the report names stay; the article that it takes to tell does not.
    """
    article = Article(status=Status.INGESTED, created_at=now)
    fill(article, report, details, now=now)
    content = article.snapshot()
    article.delete()
    return content


def _fill_known(article: Article, details: Details) -> None:
    article.original_url = details.address
    article.headline = details.headline or article.headline
    article.byline = cut(", ".join(details.author), Article, "byline") or article.byline
    article.report_date = details.date or article.report_date
    if details.outlet:
        article.source, article.source_inferred = _source(details.outlet, SourceKind.OUTLET), False


_HTML_TAGS = {Role.BODY: "p", Role.SUBHEAD: "h2", Role.LIST_ITEM: "li"}


def _body(report: Report) -> str:
    pieces = []
    for block in report.blocks:
        if block.role in _HTML_TAGS:
            text = passage(report.raw, block.start, block.end).text
            pieces.append((_HTML_TAGS[block.role], unmarked(text) if block.role is Role.LIST_ITEM else text))
    return paragraphs(pieces)


def report_date(dates: Iterable[DateReading]) -> str:
    """The report's own date with as many parts as it states; nothing is added to it."""
    own = [date for date in dates if date.of_report]
    full = [date for date in own if date.year and date.month and date.day]
    for date in full or own:
        if date.month:
            year = f"{date.year:04}" if date.year else "-"
            return f"{year}-{date.month:02}" + (f"-{date.day:02}" if date.day else "")
        if date.year:
            return f"{date.year:04}"
    return ""


def _source(name: str, kind: str) -> Source:
    name = cut(name, Source, "name")
    return Source.objects.named(name) or Source.objects.create(name=name, kind=kind)


def _fill_tags(article: Article, report: Report) -> None:
    article.tagged.all().delete()
    ArticleTag.objects.bulk_create(tags_of(article, report))


def tags_of(article: Article, report: Report) -> Iterator[ArticleTag]:
    """A row for each tag that a report is sure of, not saved; the tag itself is made when nobody knew it."""
    sure = {tag.name.casefold(): tag for tag in report.tags if tag.sure}
    rows = {tag.name.casefold(): tag for tag in Tag.objects.filter(name__in=[tag.name for tag in sure.values()])}
    for key, tag in sure.items():
        # By its synonyms too: the desk may have renamed or merged it since this run began.
        row = rows.get(key) or Tag.objects.filter(Q(name__iexact=tag.name) | Q(synonyms__name=tag.name)).first()
        row = row or Tag.objects.create(name=cut(tag.name, Tag, "name"), kind=tag.kind, code=tag.code)
        span = tag.spans[0] if tag.spans else None
        yield ArticleTag(
            content_object=article,
            tag=row,
            start=span.start if span else None,
            end=span.end if span else None,
            by_import=True,
        )


def _fill_people(article: Article, report: Report) -> list[Person]:
    article.mentions.all().delete()
    people = people_of(report, {}, article.source)
    named = zip(report.people, people, strict=True)
    Mention.objects.bulk_create(mention_of(article, person, place) for one, person in named for place in one.mentions)
    return people


def _fill_quotes(article: Article, report: Report, people: list[Person]) -> None:
    article.quotes.all().delete()
    Quote.objects.bulk_create(quotes_of(article, report, people))


def _fill_credits(article: Article, report: Report) -> None:
    article.credits.all().delete()
    Credit.objects.bulk_create(credits_of(article, report))


def credits_of(article: Article, report: Report) -> list[Credit]:
    """A row for each agency that a report credits, not saved; the agency itself is made when nobody knew it."""
    rows: dict[int, Credit] = {}
    for credit in report.credits:
        if credit.kind == "agency":
            agency = _source(credit.name, SourceKind.AGENCY)
            rows.setdefault(agency.pk, Credit(article=article, source=agency, start=credit.start, end=credit.end))
    return list(rows.values())


def _fill_pictures(article: Article, report: Report) -> None:
    article.pictures.all().delete()
    Picture.objects.bulk_create(pictures_of(article, report))


def pictures_of(article: Article, report: Report) -> list[Picture]:
    """A row for each caption of a report, not saved."""
    return [
        Picture(
            article=article,
            caption=caption.text,
            credit=cut(caption.credit, Picture, "credit"),
            position=position,
            start=caption.start,
            end=caption.end,
        )
        for position, caption in enumerate(report.captions)
    ]


_LEAD_KINDS = {Role.RAIL: LeadKind.RAIL, Role.SEE_ALSO: LeadKind.SEE_ALSO}
MOST_LEADS = 200
"""Leads kept of one report: the rest of a longer list stays in the raw text alone."""


def fill_leads(article: Article, report: Report, now: datetime) -> None:
    """A headline that the report had before stays what it was: captured then, and decided by the desk.

    One that the desk knows from another report is as it was decided there: what was dismissed does not come back.
    """
    before = {lead.text: lead for lead in article.leads.all()}
    article.leads.all().delete()
    leads = []
    for position, block in enumerate([block for block in report.blocks if block.role in _LEAD_KINDS][:MOST_LEADS]):
        text = cut(unmarked(passage(report.raw, block.start, block.end).text), Lead, "text")
        lead = before.pop(text, None) or Lead(article=article, text=text, key=headline_key(text), captured_at=now)
        lead.kind, lead.position, lead.start, lead.end = _LEAD_KINDS[block.role], position, block.start, block.end
        leads.append(lead)
    new = [lead for lead in leads if lead.pk is None]
    known = Lead.objects.filter(key__in={lead.key for lead in new}).exclude(state=LeadState.OPEN)
    decided = {key: (state, became) for key, state, became in known.values_list("key", "state", "became")}
    for lead in new:
        lead.state, lead.became_id = decided.get(lead.key, (lead.state, None))
    Lead.objects.bulk_create(leads)
