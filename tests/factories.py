"""Plain functions that make rows for tests. Each takes what the test is about and fills in the rest."""

from copy import copy
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, TypeVar

from django.db.models import Model
from taggit.models import ItemBase

from articles.actions.publication import freeze
from articles.html import paragraphs
from articles.models import (
    Article,
    ArticleTag,
    Mention,
    Person,
    PersonName,
    PublishedArticle,
    PublishedSection,
    Quotation,
    Quote,
    Section,
    Source,
    Tag,
)
from articles.workflow import Change, Status

NOON = datetime(2024, 3, 5, 12, tzinfo=UTC)
MOMENTS = ("published_at", "modified_at", "goes_live_at")
Row = TypeVar("Row", bound=Model)
_numbers = count(1)


def article(
    headline: str = "Bridge reopens", *, text: str = "The bridge reopened on Tuesday.", **fields: Any
) -> Article:
    fields.setdefault("status", Status.DRAFT)
    fields.setdefault("created_at", NOON)
    return Article.objects.create(headline=headline, body=paragraphs([("p", text)]), **fields)


def tag(name: str = "Bridges", **fields: Any) -> Tag:
    existing = Tag.objects.filter(name__iexact=name).first()
    return existing or Tag.objects.create(name=name, **fields)


def source(name: str = "Baltic Wire Service", **fields: Any) -> Source:
    return Source.objects.filter(name=name).first() or Source.objects.create(name=name, **fields)


def section(name: str = "World", **fields: Any) -> Section:
    return Section.objects.filter(name=name).first() or Section.objects.create(name=name, **fields)


def person(name: str = "Ana Horvat", **fields: Any) -> Person:
    row = Person.objects.filter(name=name).first()
    if row is None:
        row = Person.objects.create(name=name, **fields)
        PersonName.objects.create(person=row, name=name)
    return row


def mention(on: Article, who: Person, role: str = "", **fields: Any) -> Mention:
    return Mention.objects.create(article=on, person=who, surface=who.name, role=role, **fields)


def quote(on: Article, text: str, speaker: Person | None = None, **fields: Any) -> Quote:
    quotation, _ = Quotation.objects.get_or_create(key=f"made-{text}"[:64], defaults={"text": text})
    return Quote.objects.create(article=on, quotation=quotation, text=text, speaker=speaker, **fields)


def published(
    headline: str = "",
    *,
    at: datetime | None = None,
    tags: tuple[str, ...] = (),
    people: tuple[str, ...] = (),
    outlet: str = "",
    **fields: Any,
) -> PublishedArticle:
    """A report that readers have since `at` (each one a minute older than the one made before, without it)."""
    number = next(_numbers)
    fields.setdefault("report_name", f"{number}.txt")
    at = at or NOON - timedelta(minutes=number)
    copy = article(headline or f"Story number {number}", status=Status.PUBLISHED, **fields)
    if outlet:
        copy.source = source(outlet)
        copy.save()
    for name in tags:
        ArticleTag.objects.create(content_object=copy, tag=tag(name))
    for name in people:
        mention(copy, person(name), role="mayor")
    return freeze(copy, goes_live_at=at, published_at=at, modified_at=at, change=Change.FIRST).write()


def copies(row: PublishedArticle, number: int) -> list[PublishedArticle]:
    """As many more of a publication and of its working copy, each a minute older, written at once: for long lists."""
    own = Article.objects.get(pk=row.number)
    written = _more(own, [{"report_name": f"{next(_numbers)}.txt"} for _ in range(number)])
    rows = _more(
        row,
        [
            {"number": made.pk} | {name: getattr(row, name) - timedelta(minutes=age) for name in MOMENTS}
            for age, made in enumerate(written, 1)
        ],
    )
    for part in (*own.tagged.all(), *own.mentions.all()):
        _more(part, [{_to(part): made} for made in written])
    for part in (
        *row.tagged.all(),
        *row.named_people.all(),
        *row.sources.all(),
        *PublishedSection.objects.filter(article=row),
    ):
        _more(part, [{_to(part): one, "published_at": one.published_at} for one in rows])
    return rows


def _to(part: Model) -> str:
    return "content_object" if isinstance(part, ItemBase) else "article"


def _more(row: Row, changes: list[dict[str, Any]]) -> list[Row]:
    """Rows like this one but for these fields."""
    made = [copy(row) for _ in changes]
    for one, fields in zip(made, changes, strict=True):
        for name, value in ({"pk": None} | fields).items():
            setattr(one, name, value)
    return type(row)._default_manager.bulk_create(made)
