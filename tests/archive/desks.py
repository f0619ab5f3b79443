"""A desk that has something in every table, its archive, and an empty database."""

import io
from datetime import timedelta

from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone

from articles.actions.moves import move
from articles.archive.rows import LEFT_OUT, tables
from articles.archive.writing import write_archive
from articles.ingest.load import load
from articles.models import (
    Article,
    Comment,
    CuratedFront,
    FrontList,
    GivenRole,
    Intake,
    Judgement,
    Notice,
    Pin,
    PreviewLink,
    PublishedArticle,
    PublishedSection,
    ReportChange,
    SavedFilter,
    SideDraft,
    SiteIdentity,
    Source,
    SourceName,
    Tag,
)
from articles.workflow import Status
from tests import cast, factories, pictures

REPORTS = ("ferry-aussie", "ferry-broadcaster", "ferry-hearing", "cup-final-away")
PINNED, UNSEEN = "Sorted in", "A planted headline"


def filled() -> None:
    """Seeds and reports, a killed article, a draft, a front page, accounts, and a row of whatever else there is."""
    now = timezone.now()
    reports = [settings.BASE_DIR / "tests/reports" / f"{name}.txt" for name in REPORTS]
    load([settings.BASE_DIR / "seeds", *reports], now=now, publish=True)
    pictured = factories.published(PINNED, section=factories.section())
    move(Article.objects.get(pk=pictured.number), "rework", by=cast.editor(), now=now)
    pictures.on(Article.objects.get(pk=pictured.number), rights="A planted price", focus_x=20)
    said = {"standfirst": "In short.", "original_url": "https://post.example/1", "slug": "sorted-in", "version": 2}
    Article.objects.filter(pk=pictured.number).update(status=Status.READY, **said)
    move(Article.objects.get(pk=pictured.number), "publish", by=cast.publisher(), now=now, override="So be it.")
    draft = factories.article(UNSEEN, text="The planted word xylophone.", created_by=cast.reporter())
    pictures.on(draft)
    Comment.objects.create(article=draft, by=cast.editor(), text="Who says so?", at=now)
    killed = Article.objects.get(pk=PublishedArticle.objects.newest()[0].number)
    PublishedArticle.objects.filter(number=killed.pk).update(body_text="A withdrawn zeppelin.")
    move(killed, "kill", by=cast.publisher(), now=now, note="Wrong in all parts.")
    chosen(Article.objects.get(pk=pictured.number), draft, killed)
    worked_on(draft)


def chosen(shown: Article, draft: Article, killed: Article) -> None:
    """A front page and a look, with articles on it that readers do not have."""
    by = cast.editor()
    front = CuratedFront.objects.create(pk=1, top=draft, edited_by=by, edited_at=timezone.now())
    for place, article in enumerate((draft, shown, killed)):
        Pin.objects.create(front=front, article=article, position=place)
    filed = PublishedSection.objects.all()[0].section
    FrontList.objects.create(front=front, kind="section", section=filed, heading="Of this section")
    FrontList.objects.create(front=front, kind="tag", tag=Tag.objects.create(name="Planted", slug="planted"))
    FrontList.objects.create(front=front, position=2)
    SiteIdentity.objects.create(pk=1, name="Lune Valley Post", edited_by=by, edited_at=timezone.now())


def worked_on(draft: Article) -> None:
    by, at = cast.editor(), timezone.now()
    actor = {"by": by, "actor": "An editor", "at": at}
    GivenRole.objects.create(article=draft, start=0, end=4, text="Here", role="caption", **actor)
    Judgement.objects.create(article=draft, kind="tag", key="ferries", label="Ferries", confirmed=False, **actor)
    Notice.objects.create(to=by, article=draft, actor="A reporter", what="submitted it", at=at)
    PreviewLink.objects.create(
        article=draft, revision=1, frozen={}, created_at=at, created_by=by, expires_at=at + timedelta(days=1)
    )
    ReportChange.objects.create(
        article=draft, intake=Intake.objects.all()[0], field="body", base={"body": ""}, found_at=at
    )
    SavedFilter.objects.create(by=by, name="Mine", query="by=me")
    SideDraft.objects.create(article=draft, by=by, seen=1, fields={"headline": "Typed"}, at=at)
    SourceName.objects.create(source=Source.objects.all()[0], name="Another name of it")
    by.user_permissions.add(Permission.objects.get(codename="publish_article"))
    LogEntry.objects.create(
        user=by,
        content_type=ContentType.objects.get_for_model(Article),
        object_id=draft.pk,
        object_repr="x",
        action_flag=CHANGE,
    )


def archive(*, published: bool = False) -> bytes:
    out = io.BytesIO()
    write_archive(out, now=factories.NOON if not published else timezone.now(), published=published)
    return out.getvalue()


def emptied() -> None:
    pictures.clear()
    with connection.cursor() as cursor:
        for model in reversed([*tables(), *LEFT_OUT]):
            cursor.execute("DELETE FROM " + connection.ops.quote_name(model._meta.db_table))  # noqa: S608


def rows(data: bytes) -> list[str]:
    return sorted(data.decode().splitlines()[1:-1])
