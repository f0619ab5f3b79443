"""Earlier states of an article: bringing one back, and letting old ones go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef

from articles import policy
from articles.actions.edits import StaleArticle, claim, record_revision
from articles.models import (
    Article,
    ArticleTag,
    Credit,
    Decision,
    HistoryEntry,
    Intake,
    Kind,
    Mention,
    Person,
    Picture,
    PublishedArticle,
    Quotation,
    Quote,
    Revision,
    Section,
    Source,
    Tag,
)

BATCH = 500
_TEXTS = (
    "headline",
    "proposed_headline",
    "standfirst",
    "body",
    "slug",
    "byline",
    "dateline",
    "report_date",
    "source_inferred",
)
_KINDS: dict[type[models.Model], Kind] = {Person: Kind.PERSON, Source: Kind.SOURCE, Tag: Kind.TAG}


@dataclass(frozen=True, slots=True)
class Restored:
    """The new revision, and how many rows could not come back since what they name was deleted."""

    revision: Revision
    lost: int


@transaction.atomic
def restore(article: Article, revision: Revision, *, seen: int, by: Any, now: datetime) -> Restored:
    """Bring an earlier state of the whole article back, as a new version on top of all others.

    seen: the version that the person had before them; StaleArticle is raised, and nothing written, when the article
    was saved since or may not be edited by them any more. The state that goes stays on record as a revision.
    """
    if revision.article_id != article.pk:
        raise ValueError("The revision is of another article.")
    article.refresh_from_db()
    if not policy.may(by, "edit", article):
        raise StaleArticle
    keep_what_stands(article)
    claim(article, seen=seen, by=by, now=now)
    lost = write_content(article, revision.content)
    HistoryEntry.objects.record(
        article,
        "restore",
        by=by,
        now=now,
        details={"revision": revision.number, "as": article.version},
    )
    return Restored(record_revision(article, by=by, now=now), lost)


def keep_what_stands(article: Article) -> None:
    """A revision of what stands now, where no save has left one."""
    if not Revision.objects.filter(article=article, number=article.version).exists():
        Revision.objects.create(
            article=article,
            number=article.version,
            created_at=article.edited_at or article.created_at,
            created_by=article.edited_by,
            content=article.snapshot(),
        )


def prune(*, before: datetime) -> int:
    """Delete revisions saved before a time. Returns how many.

    What was published, what stands now and what an import made of a report stay.
    """
    was_published = PublishedArticle.objects.filter(number=OuterRef("article_id"), revision=OuterRef("number"))
    was_read = Intake.objects.filter(article=OuterRef("article_id"), revision=OuterRef("number"))
    rows = Revision.objects.filter(created_at__lt=before, number__lt=F("article__version")).exclude(
        Exists(was_published) | Exists(was_read)
    )
    count = 0
    while pks := list(rows.order_by("pk").values_list("pk", flat=True)[:BATCH]):
        count += Revision.objects.filter(pk__in=pks).delete()[0]
    return count


def standing(model: type[models.Model], keys: Iterable[int | None]) -> dict[int, int]:
    """Where each person, source, tag or section of these keys is found today: itself, or what it was merged into.

    One that was deleted is not in the answer.
    """
    wanted = {key for key in keys if key is not None}
    there = set(model._default_manager.filter(pk__in=wanted).values_list("pk", flat=True))
    found = {key: key for key in there}
    if wanted - there and model in _KINDS:
        merges = Decision.objects.filter(kind=_KINDS[model], verb="merge", undone_at__isnull=True)
        for gone in wanted - there:
            if (target := _survivor(merges, gone)) is not None:
                found[gone] = target
        alive = set(model._default_manager.filter(pk__in=found.values()).values_list("pk", flat=True))
        found = {key: target for key, target in found.items() if target in alive}
    return found


def _survivor(merges: "models.QuerySet[Decision]", gone: int) -> int | None:
    """What a row was merged into, over any number of merges."""
    target, passed = gone, {gone}
    while (merge := merges.filter(details__gone=target).order_by("-pk").first()) is not None:
        target = int(merge.details["keep"])
        if target in passed:
            return None
        passed.add(target)
    return target if target != gone else None


def write_content(article: Article, content: dict[str, Any]) -> int:
    """Write a revision's content over the article and its rows; the caller holds the transaction.

    Returns how many rows could not be written.
    """
    for name in _TEXTS:
        setattr(article, name, content[name])
    article.report_date_checked = content.get("report_date_checked", False)
    article.original_url = content.get("original_url", "")
    mentions, quotes, credits = content["mentions"], content["quotes"], content["credits"]
    people = standing(Person, [row["person_id"] for row in mentions] + [row["speaker_id"] for row in quotes])
    sources = standing(Source, [row["source_id"] for row in credits] + [content["source"]])
    article.source_id = sources.get(content["source"])
    if "section" in content:  # what was saved before there were sections says nothing of them
        article.section = Section.objects.filter(pk=content["section"]).first()
    article.save(update_fields=[*_TEXTS, "report_date_checked", "original_url", "source", "section"])

    uses = content.get("tag_uses") or [{"tag_id": key} for key in content["tags"]]
    tags = standing(Tag, [row["tag_id"] for row in uses])
    wanted = [
        (ArticleTag, "content_object", _named(uses, "tag_id", tags), ("tag_id",)),
        (Mention, "article", _named(mentions, "person_id", people), ()),
        (Credit, "article", _named(credits, "source_id", sources), ("source_id", "role")),
        (Picture, "article", content["pictures"], ()),
        (Quote, "article", _spoken(quotes, people), ()),
    ]
    given = [uses, mentions, credits, content["pictures"], quotes]
    for model, owner, rows, apart in wanted:
        _replace(model, owner, article, rows, apart)
    lost = sum(len(before) - len(after[2]) for before, after in zip(given, wanted, strict=True))
    return lost + (content["source"] is not None and article.source_id is None)


def _named(rows: list[dict[str, Any]], column: str, standing_: dict[int, int]) -> list[dict[str, Any]]:
    return [{**row, column: standing_[row[column]]} for row in rows if row[column] in standing_]


def _spoken(quotes: list[dict[str, Any]], people: dict[int, int]) -> list[dict[str, Any]]:
    known = set(
        Quotation.objects.filter(pk__in=[row.get("quotation_id") for row in quotes]).values_list("pk", flat=True)
    )
    rows = []
    for row in quotes:
        quotation = row.get("quotation_id")
        if quotation not in known:
            quotation = Quotation.objects.filter(text=row["text"]).values_list("pk", flat=True).first()
        if quotation is not None:
            rows.append({**row, "quotation_id": quotation, "speaker_id": people.get(row["speaker_id"])})
    return rows


def _replace(model: Any, owner: str, article: Article, rows: list[dict[str, Any]], apart: tuple[str, ...]) -> None:
    """Give the article exactly these rows of a model; those that it has already stay as they are, with their key."""
    have = list(model.objects.filter(**{owner: article}).order_by("pk"))
    new, told = [], set()
    for row in rows:
        identity = tuple(row[name] for name in apart)
        if apart and identity in told:
            continue  # two that were merged since
        told.add(identity)
        match = next((one for one in have if all(getattr(one, name) == value for name, value in row.items())), None)
        if match is not None:
            have.remove(match)
        else:
            new.append(model(**{owner: article}, **row))
    model.objects.filter(pk__in=[one.pk for one in have]).delete()
    model.objects.bulk_create(new)
