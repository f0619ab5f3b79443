"""Pictures from the desk to readers, and what becomes of their files."""

import pytest
from django.core.files.storage import default_storage
from django.test import Client

from articles.actions import edits
from articles.actions.moves import move
from articles.actions.previews import previewed
from articles.actions.revisions import restore
from articles.models import Picture, PublishedArticle
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
