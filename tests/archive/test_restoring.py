"""An archive of the desk, and what comes of it in an empty database."""

import io

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.utils import timezone

from articles.actions.moves import move
from articles.archive.restoring import NotRestored, restore_archive
from articles.archive.rows import LEFT_OUT, tables
from articles.archive.writing import write_archive
from articles.images import files
from articles.ingest.load import load
from articles.models import Article, Comment, Intake, Picture, PublishedArticle, Story, Tombstone
from articles.workflow import Status
from tests import cast, factories, pictures

pytestmark = pytest.mark.django_db

REPORTS = ("ferry-aussie", "ferry-broadcaster", "ferry-hearing", "cup-final-away")


@pytest.fixture
def filled() -> None:
    """A desk with seeds and reports, a killed article, a draft, a comment and accounts."""
    now = timezone.now()
    reports = [settings.BASE_DIR / "tests/reports" / f"{name}.txt" for name in REPORTS]
    load([settings.BASE_DIR / "seeds", *reports], now=now, publish=True)
    pictured = factories.published("Sorted in", section=factories.section())
    move(Article.objects.get(pk=pictured.number), "rework", by=cast.editor(), now=now)
    pictures.on(Article.objects.get(pk=pictured.number), rights="A planted price", focus_x=20)
    Article.objects.filter(pk=pictured.number).update(status=Status.READY)
    move(Article.objects.get(pk=pictured.number), "publish", by=cast.publisher(), now=now, override="So be it.")
    draft = factories.article("A planted headline", text="The planted word xylophone.", created_by=cast.reporter())
    pictures.on(draft)
    Comment.objects.create(article=draft, by=cast.editor(), text="Who says so?", at=now)
    killed = Article.objects.get(pk=PublishedArticle.objects.newest()[0].number)
    PublishedArticle.objects.filter(number=killed.pk).update(body_text="A withdrawn zeppelin.")
    move(killed, "kill", by=cast.publisher(), now=now, note="Wrong in all parts.")


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


def test_it_brings_back_the_whole_desk(filled: None) -> None:
    before = archive()
    emptied()
    restored = restore_archive(io.BytesIO(before))
    assert restored.rows + restored.files == len(rows(before)) > 1_000
    assert rows(archive()) == rows(before)
    assert Client().get("/").status_code == 200
    fresh = factories.article("Written afterwards")
    assert fresh.pk == max(Article.objects.values_list("pk", flat=True))


def test_it_keeps_every_byte_of_a_report(filled: None) -> None:
    raw = {intake.file_name: bytes(intake.raw) for intake in Intake.objects.all()}
    data = archive()
    emptied()
    restore_archive(io.BytesIO(data))
    assert {intake.file_name: bytes(intake.raw) for intake in Intake.objects.all()} == raw


def test_it_has_no_password(filled: None) -> None:
    user = cast.editor()
    user.set_password("correct horse")
    user.save()
    data = archive()
    assert user.password not in data.decode()
    emptied()
    restore_archive(io.BytesIO(data))
    again = type(user).objects.get(username=user.username)
    assert not again.has_usable_password()
    assert again.has_perm("articles.approve_article")


def test_what_is_published_comes_back_without_the_rest_of_the_desk(filled: None) -> None:
    pages = [
        "/",
        "/latest/",
        "/people/",
        "/corrections/",
        *(row.get_absolute_url() for row in PublishedArticle.objects.visible(timezone.now())),
        *(story.get_absolute_url() for story in Story.objects.told()),
    ]
    before = {page: Client().get(page, follow=True) for page in pages}
    data = archive(published=True)
    assert b"planted" not in data and b"xylophone" not in data and b"Who says so" not in data
    assert b"auth.user" not in data and b"articles.intake" not in data
    assert b"withdrawn zeppelin" not in data and b"Wrong in all parts." in data
    emptied()
    restore_archive(io.BytesIO(data))
    after = {page: Client().get(page, follow=True) for page in pages}
    assert {page: answer.content for page, answer in after.items()} == {
        page: answer.content for page, answer in before.items()
    }
    (shown,) = Picture.objects.exclude(file="")
    assert Client().get(f"/media/{shown.file}/640.jpg").status_code == 200
    assert [key for key, _made_at in files.kept()] == [shown.file]
    assert not default_storage.exists(f"masters/{shown.file}.jpg")
    tombstone = Tombstone.objects.get()
    assert Client().get(f"/articles/{tombstone.number}/x/").status_code == 410
    assert Article.objects.get(pk=tombstone.number).status == Status.KILLED


def test_its_working_copies_say_what_readers_have(filled: None) -> None:
    data = archive(published=True)
    emptied()
    restore_archive(io.BytesIO(data))
    for row in PublishedArticle.objects.visible(timezone.now()):
        copy = Article.objects.get(pk=row.number)
        assert copy.best_headline == row.headline
        assert [picture.frozen() for picture in copy.pictures.all()] == row.details["pictures"]
        assert copy.body == row.body_html
        assert (copy.section.slug if copy.section else None) == (row.details["section"] or {}).get("slug")
        assert set(copy.tags.values_list("slug", flat=True)) == {tag["slug"] for tag in row.details["tags"]}
        assert set(copy.people.values_list("slug", flat=True)) == {person["slug"] for person in row.details["people"]}


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda lines: lines[:-1], "cut off or was changed"),
        (lambda lines: lines[:40] + lines[41:], "cut off or was changed"),
        (lambda lines: [*lines[:5], b"\x00\xff\n", *lines[6:]], "Line 6 is no line of an archive"),
        (lambda lines: lines[1:], "no archive of a newsroom"),
        (lambda lines: [lines[0].replace(b'"schema":"', b'"schema":"9'), *lines[1:]], "another version"),
        (lambda lines: [lines[0], b'{"table":"auth.permission","row":{}}\n', *lines[1:]], "knows no table"),
        (lambda lines: [lines[0], b'{"table":"articles.tag","row":{"colour":1}}\n', *lines[1:]], "no column colour"),
        (lambda lines: [lines[0], b'{"file":"../x","content":""}\n', *lines[1:]], "leads elsewhere"),
        (lambda lines: [], "cut off or was changed"),
    ],
)
def test_it_refuses_what_is_not_whole_and_changes_nothing(spoil: object, said: str) -> None:
    factories.published("Bridge reopens")
    lines = archive().splitlines(keepends=True)
    emptied()
    with pytest.raises(NotRestored, match=said):
        restore_archive(io.BytesIO(b"".join(spoil(lines))))  # type: ignore[operator]
    assert not PublishedArticle.objects.exists()


def test_it_refuses_a_desk_that_has_articles() -> None:
    factories.published("Bridge reopens")
    with pytest.raises(NotRestored, match="has articles already"):
        restore_archive(io.BytesIO(archive()))


def test_it_names_every_table_or_says_why_not() -> None:
    from django.apps import apps

    own = set(apps.get_app_config("articles").get_models(include_auto_created=True))
    assert own - set(tables()) == set(LEFT_OUT)
