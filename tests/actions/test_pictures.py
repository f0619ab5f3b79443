"""Pictures from the desk to readers, and what becomes of their files."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from articles.actions import edits
from articles.actions.moves import move
from articles.actions.pictures import Swept, sweep
from articles.actions.previews import previewed, share
from articles.actions.revisions import restore
from articles.models import Article, Picture, PublishedArticle, Tombstone
from articles.workflow import Status
from tests import cast, factories, pictures
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def test_it_freezes_every_address_and_each_of_them_answers(client: Client) -> None:
    article = factories.article(status=Status.READY)
    Picture.objects.create(article=article, caption="Only words")
    row = pictures.on(article, pictures.picture((1_400, 900)), position=1)
    shown = previewed(article, now=NOON).details["pictures"]
    move(article, "publish", by=cast.publisher(), now=NOON, override="It is urgent.")
    details = PublishedArticle.objects.get().details
    assert details["pictures"] == shown
    main, words = details["pictures"]
    assert (words["image"], main["image"]["key"], main["credit"]) == (None, row.file, "R. Reyes")
    assert "rights" not in main
    image = main["image"]
    srcsets = f"{image['srcset']}, {image['card']['srcset']}"
    addresses = {image["src"], image["card"]["src"], *(part["src"] for part in image["crops"].values())}
    for address in addresses | {one.split()[0] for one in srcsets.split(", ")}:
        assert client.get(address).status_code == 200


def test_it_comes_back_whole_with_an_earlier_state() -> None:
    who = cast.editor()
    article = factories.article(created_by=who)
    first = pictures.on(article, focus_x=20, rights="One use")
    before = edits.record_revision(article, by=who, now=NOON)
    kept = Picture.objects.filter(pk=first.pk).values(*Picture.SNAPSHOT).get()
    first.delete()
    pictures.on(article, caption="Another")
    restore(article, before, seen=1, by=who, now=NOON)
    assert list(article.pictures.values(*Picture.SNAPSHOT)) == [kept]
    assert article.pictures.get().image() == first.image()
    for name in (f"pictures/{first.file}/640.jpg", f"masters/{first.file}.jpg"):
        assert default_storage.exists(name)


def test_it_restores_a_state_from_before_pictures_had_files() -> None:
    who = cast.editor()
    article = factories.article(created_by=who)
    before = edits.record_revision(article, by=who, now=NOON)
    before.content["pictures"] = [
        {"caption": "A bridge", "alt": "", "credit": "", "position": 0, "start": None, "end": None}
    ]
    before.save()
    restore(article, before, seen=1, by=who, now=NOON)
    row = article.pictures.get()
    assert (row.caption, row.file, row.focus, row.image()) == ("A bridge", "", (50, 50), None)


def stored(key: str) -> tuple[bool, bool]:
    """Whether readers can have a picture, and whether the desk still has its master."""
    return default_storage.exists(f"pictures/{key}/640.jpg"), default_storage.exists(f"masters/{key}.jpg")


def test_a_kill_takes_every_picture_of_the_article_off_the_site(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    article = factories.article(status=Status.READY)
    earlier, now_shown = pictures.on(article), pictures.on(article)
    edits.record_revision(article, by=cast.editor(), now=NOON)
    earlier.delete()
    other = pictures.on(factories.article())
    shared = pictures.on(article)
    Picture.objects.create(article=other.article, file=shared.file)
    move(article, "publish", by=cast.publisher(), now=NOON)
    with django_capture_on_commit_callbacks(execute=True):
        move(article, "kill", by=cast.publisher(), now=NOON, note="It was not true.")
    assert [stored(row.file) for row in (earlier, now_shown)] == [(False, True)] * 2
    assert [stored(row.file) for row in (other, shared)] == [(True, True)] * 2
    assert client.get(f"/media/{now_shown.file}/640.jpg").status_code == 404


def test_a_kill_that_fails_takes_nothing_off(django_capture_on_commit_callbacks: Any) -> None:
    article = factories.article(status=Status.READY)
    row = pictures.on(article)
    move(article, "publish", by=cast.publisher(), now=NOON)
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(IntegrityError), transaction.atomic():
        move(article, "kill", by=cast.publisher(), now=NOON, note="It was not true.")
        Tombstone.objects.create(number=article.pk, killed_at=NOON, reason="Twice.")
    assert stored(row.file) == (True, True)


def test_it_sweeps_what_nothing_names_and_is_a_day_old() -> None:
    pictures.clear()
    article = factories.article(status=Status.READY)
    keys = {}
    keys["published"] = pictures.on(article)
    move(article, "publish", by=cast.publisher(), now=NOON)
    keys["published"].delete()
    keys["saved"] = pictures.on(article)
    edits.record_revision(article, by=cast.editor(), now=NOON)
    keys["saved"].delete()
    keys["previewed"] = pictures.on(article)
    share(article, by=cast.editor(), now=NOON, days=3)
    keys["previewed"].delete()
    keys["on the desk"] = pictures.on(article)
    keys["in the text"] = pictures.on(article)
    Article.objects.update(body=f'<img src="/media/{keys["in the text"].file}/640.jpg">')
    keys["in the text"].delete()
    keys["nobody's"] = pictures.on(article)
    keys["nobody's"].delete()
    soon, tomorrow = timezone.now(), timezone.now() + timedelta(days=1, minutes=1)
    assert sweep(now=soon) == Swept(0, 0)
    assert sweep(now=tomorrow) == Swept(1, 0)
    assert [name for name, row in keys.items() if stored(row.file) != (True, True)] == ["nobody's"]
    Tombstone.objects.create(number=article.pk, killed_at=NOON, reason="It was not true.")
    assert sweep(now=tomorrow) == Swept(0, 5)
    assert {stored(row.file) for name, row in keys.items() if name != "nobody's"} == {(False, True)}
    assert sweep(now=tomorrow) == Swept(0, 0)
