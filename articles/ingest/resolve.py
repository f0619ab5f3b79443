"""From what a report says to the rows it stands for: which source, person and tag of the site each fact is about."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, Q, prefetch_related_objects

from articles.html import paragraphs
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
    PersonName,
    Picture,
    Quote,
    Source,
    SourceKind,
    Tag,
    TagSynonym,
)
from articles.models.person import spelling_key
from articles.slugs import free_slugs
from articles.text.anatomy.lines import unmarked
from articles.text.contract import contract
from articles.text.likeness.wording import headline_key
from articles.text.people.agreement import fields
from articles.text.people.identity import Bearer, Likeness, are_one, likeness
from articles.text.report import DateReading, PersonReading, Report, Role, Term
from articles.text.report import Mention as MentionReading
from articles.text.typography import passage, reading_text
from articles.workflow import Status

BATCH = 500
"""Names that are looked for in one query."""


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
        "headline": _cut(report.headline or "", Article, "headline"),
        "proposed_headline": _cut(proposal.text if proposal else "", Article, "headline"),
        "standfirst": report.standfirst or "",
        "body": _body(report),
        "byline": _cut(", ".join(report.byline), Article, "byline"),
        "dateline": _cut(report.dateline.place if report.dateline else "", Article, "dateline"),
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
    article.byline = _cut(", ".join(details.author), Article, "byline") or article.byline
    article.report_date = details.date or article.report_date
    if details.outlet:
        article.source, article.source_inferred = _source(details.outlet, SourceKind.OUTLET), False


def _cut(text: str, model: type[Any], field: str) -> str:
    """At most as long as the column; the whole text stays in the intake."""
    longest = model._meta.get_field(field).max_length
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


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
    name = _cut(name, Source, "name")
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
        row = row or Tag.objects.create(name=_cut(tag.name, Tag, "name"), kind=tag.kind, code=tag.code)
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


def people_of(report: Report, known: Mapping[int, Person], source: Source | None) -> list[Person]:
    """The site's person for each of a report's people, in their order.

    `known` are those that are settled, by their place in the report; the others are found, or made. `source` is who
    spells them so.
    """
    namesakes = _namesakes(report.people)
    page = fields(role for one in report.people for role in one.roles)
    taken = {person.pk for person in known.values()}
    found = []
    for at, one in enumerate(report.people):
        person = known.get(at) or _namesake(one, namesakes, taken, page) or Person(name=_cut(one.name, Person, "name"))
        taken.add(person.pk)
        found.append(person)
    _make([person for person in found if person.pk is None])
    _keep_spellings(found, report.people, source)
    return found


def _make(people: list[Person]) -> None:
    for person, slug in zip(people, free_slugs(Person, [person.name for person in people], "person"), strict=True):
        person.slug = slug
    Person.objects.bulk_create(people)


def mention_of(article: Article, person: Person, mention: MentionReading) -> Mention:
    """The row of a mention, not saved."""
    return Mention(
        article=article,
        person=person,
        surface=_cut(_as_read(mention.surface), Mention, "surface"),
        role=_cut(mention.role, Mention, "role"),
        relative=mention.relative,
        start=mention.start,
        end=mention.end,
        by_import=True,
    )


Namesakes = dict[str, dict[int, Person]]
"""People of the site by each of their spellings, and by its folded key behind a space; of each the oldest first."""


def _namesakes(people: Iterable[PersonReading]) -> Namesakes:
    """Whom the site knows by one of these names, or by one that folds to the same key, each with all their names."""
    names = sorted({_cut(one.name, Person, "name") for one in people if " " in one.name})
    found: Namesakes = defaultdict(dict)
    for at in range(0, len(names), BATCH):
        batch = names[at : at + BATCH]
        either = Q(name__in=batch) | Q(key__in=[spelling_key(name) for name in batch])
        rows = PersonName.objects.filter(either).select_related("person").prefetch_related("person__names")
        for row in rows.order_by("person"):
            found[row.name][row.person_id] = found[" " + row.key][row.person_id] = row.person
    return found


def _namesake(one: PersonReading, namesakes: Namesakes, taken: Container[int], page: set[str]) -> Person | None:
    """The site's person that a reading names, if any. `page` are the fields of life of the report's people.

    Full names that differ in accents alone are one person where nothing speaks against it (text/people/identity.py);
    what else may be one is settled when the report has its story (ingest/namesakes.py). A single name (a surname) never
    links across reports, and two people of one report are never made one.
    """
    name = _cut(one.name, Person, "name")
    if " " in name:
        roles = {mention.role for mention in one.mentions if mention.role and not mention.relative}
        ours = Bearer({one.name}, roles, page=page)
        for number, person in (namesakes.get(name, {}) | namesakes.get(" " + spelling_key(name), {})).items():
            if number not in taken and _is_one(person, ours):
                return person
    return None


def _is_one(person: Person, ours: Bearer) -> bool:
    told = list(person.mentions.order_by().values_list("role", "relative").distinct()[:50])
    names = {person.name, *(row.name for row in person.names.all())}
    alike = likeness(names, ours.names)
    if alike is not Likeness.SAME or not told:
        return alike is Likeness.SAME
    record = Bearer(names, {role for role, relative in told if role and not relative})
    return are_one(alike, record, ours, company=0, alone=False)


def _as_read(surface: str) -> str:
    """A name without what only its line had: no-break spaces, soft hyphens, a line's end."""
    return reading_text(surface, 0, len(surface))


def _keep_spellings(people: list[Person], readings: Iterable[PersonReading], source: Source | None) -> None:
    """Note how a report spells its people, and by whom a spelling is used of which that was not known."""
    prefetch_related_objects(people, "names")
    new, used = [], []
    for person, one in zip(people, readings, strict=True):
        spellings = [one.name, *(name for name in (_as_read(m.surface) for m in one.mentions) if " " in name)]
        known = {row.name: row for row in person.names.all()}
        for spelling in dict.fromkeys(_cut(text, PersonName, "name") for text in spellings):
            if spelling not in known:
                new.append(PersonName(person=person, name=spelling, source=source))
                new[-1].set_keys()
            elif known[spelling].source_id is None:
                used.append(known[spelling].pk)
    PersonName.objects.bulk_create(new)
    if source is not None:
        for at in range(0, len(used), BATCH):
            PersonName.objects.filter(pk__in=used[at : at + BATCH]).update(source=source)


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
            credit=_cut(caption.credit, Picture, "credit"),
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
        text = _cut(unmarked(passage(report.raw, block.start, block.end).text), Lead, "text")
        lead = before.pop(text, None) or Lead(article=article, text=text, key=headline_key(text), captured_at=now)
        lead.kind, lead.position, lead.start, lead.end = _LEAD_KINDS[block.role], position, block.start, block.end
        leads.append(lead)
    new = [lead for lead in leads if lead.pk is None]
    known = Lead.objects.filter(key__in={lead.key for lead in new}).exclude(state=LeadState.OPEN)
    decided = {key: (state, became) for key, state, became in known.values_list("key", "state", "became")}
    for lead in new:
        lead.state, lead.became_id = decided.get(lead.key, (lead.state, None))
    Lead.objects.bulk_create(leads)
