"""An article follows its report, which is read otherwise than before, as far as no person wrote or decided otherwise.

`was` is the report as it was read and `says` as it is read now, both without what people rejected. What the import set
and nobody touched is set anew; what a person removed stays away; what a person wrote, added or confirmed stays. The
text of the report is the same, so that rows are known by their places in it; for another text see merge.py.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from articles.actions.reimporting import take_reading
from articles.ingest.people import mention_of, people_of
from articles.ingest.quotations import quotes_of
from articles.ingest.resolve import credits_of, fill_leads, outlet, pictures_of, tags_of, texts
from articles.models import Article, Intake, Mention, Person, Picture, Quote, Tier
from articles.text.report import Report

Span = tuple[int | None, int | None]


def follow(article: Article, intake: Intake, *, was: Report, says: Report, now: datetime) -> list[str]:
    """Bring an article up to `says` and save it, rows included; the caller holds the transaction and the claim.

    Returns the fields that were not taken over, since a person wrote otherwise: they wait for a decision.
    """
    before, after = _fields(was), _fields(says)
    # Nobody writes a proposal, so nobody is asked about it.
    article.proposed_headline = after.pop("proposed_headline")
    waits = take_reading(article, before, after, intake=intake, now=now)
    _follow_tags(article, was, says)
    people = _follow_people(article, was, says)
    _follow_quotes(article, was, says, people)
    _follow_credits(article, was, says)
    _follow_pictures(article, was, says)
    fill_leads(article, says, now)
    return waits


def _fields(report: Report) -> dict[str, Any]:
    """What a report says for the fields of an article, as Article.snapshot() has them."""
    source, inferred = outlet(report), bool(report.source and report.source.inferred)
    return {
        **texts(report),
        "report_date_checked": False,
        "source": source.pk if source is not None else None,
        "source_inferred": inferred,
    }


def _follow_tags(article: Article, was: Report, says: Report) -> None:
    before = {row.tag_id for row in tags_of(article, was)}
    after = {row.tag_id: row for row in tags_of(article, says)}
    have = {row.tag_id: row for row in article.tagged.all()}
    article.tagged.filter(tag_id__in=before - set(after), by_import=True).delete()
    for tag, row in after.items():
        if tag not in have and tag not in before:
            row.save()
        elif tag in have and have[tag].by_import and have[tag].start != row.start:
            article.tagged.filter(pk=have[tag].pk).update(start=row.start, end=row.end)


def _follow_people(article: Article, was: Report, says: Report) -> list[Person]:
    """Whom the report names now, in its order, with their mentions."""
    have: dict[Span, Mention] = {(row.start, row.end): row for row in article.mentions.select_related("person")}
    before = _spans(was)
    named = {one.name for one in was.people}
    known: dict[int, Person] = {}
    for at, one in enumerate(says.people):
        rows = [row for m in one.mentions if (row := have.get((m.start, m.end))) is not None]
        rows.sort(key=lambda row: row.by_import)  # whom a person named comes first
        theirs = [row.person for row in rows if not row.by_import or one.name in named]
        if theirs and theirs[0] not in known.values():
            known[at] = theirs[0]
    people = people_of(says, known, article.source)
    after = _spans(says)
    stale = [row.pk for span, row in have.items() if row.by_import and span in before and span not in after]
    article.mentions.filter(pk__in=stale).delete()
    new = []
    for one, person in zip(says.people, people, strict=True):
        for mention in one.mentions:
            span = (mention.start, mention.end)
            row, made = have.get(span), mention_of(article, person, mention)
            if row is None and span not in before:
                new.append(made)
            elif row is not None and row.by_import:
                _update(row, made, ("person_id", "surface", "role", "relative"))
    Mention.objects.bulk_create(new)
    return people


def _spans(report: Report) -> set[Span]:
    return {(mention.start, mention.end) for one in report.people for mention in one.mentions}


def _follow_quotes(article: Article, was: Report, says: Report, people: list[Person]) -> None:
    before = {quote.start: quote.text for quote in was.quotes}
    after = {row.start: row for row in quotes_of(article, says, people)}
    have = list(article.quotes.all())
    ours = [row for row in have if row.tier != Tier.CONFIRMED and before.get(_place(row)) == row.text]
    article.quotes.filter(pk__in=[row.pk for row in ours if row.start not in after]).delete()
    for row in ours:
        if row.start in after:
            _update(row, after[row.start], ("text", "quotation_id", "speaker_id", "tier", "end"))
    places, words = {row.start for row in have}, {row.quotation_id for row in have if row.start is None}
    Quote.objects.bulk_create(
        row
        for start, row in after.items()
        if start not in before and start not in places and row.quotation_id not in words
    )


def _place(row: Any) -> int:
    return -1 if row.start is None else int(row.start)


def _follow_credits(article: Article, was: Report, says: Report) -> None:
    before = {row.source_id: row for row in credits_of(article, was)}
    after = {row.source_id: row for row in credits_of(article, says)}
    have = {(row.source_id, row.role) for row in article.credits.all()}
    for source, row in before.items():
        if source not in after:
            article.credits.filter(source=source, role=row.role, start=row.start).delete()
    for source, row in after.items():
        if source not in before and (source, row.role) not in have:
            row.save()


def _follow_pictures(article: Article, was: Report, says: Report) -> None:
    """A picture is the import's while it says nothing but what the report said: no file, no words for it, no credit
    that a person found."""
    before = {row.start: row for row in pictures_of(article, was)}
    after = {row.start: row for row in pictures_of(article, says)}
    have = list(article.pictures.all())
    places = {row.start for row in have}
    for row in have:
        made = before.get(row.start)
        if made is None or not _alike(row, made):
            continue
        if row.start not in after:
            article.pictures.filter(pk=row.pk).delete()
        else:
            _update(row, after[row.start], ("caption", "credit", "end"))
    Picture.objects.bulk_create(row for start, row in after.items() if start not in before and start not in places)


def _alike(row: Any, made: Any) -> bool:
    """Whether a row is just as the import made it; its key and place in the order apart."""
    names = [field.attname for field in row._meta.concrete_fields if field.attname not in {"id", "position"}]
    return all(getattr(row, name) == getattr(made, name) for name in names)


def _update(row: Any, made: Any, names: Iterable[str]) -> None:
    """Give a row the values of one that the import would make now."""
    new = {name: getattr(made, name) for name in names if getattr(row, name) != getattr(made, name)}
    if new:
        type(row)._default_manager.filter(pk=row.pk).update(**new)
