"""An archive of the desk, and what comes of it in an empty database."""

import io

import pytest
from django.test import Client

from articles.archive.restoring import restore_archive
from articles.archive.rows import tables
from articles.models import Article, Intake
from tests import cast, factories
from tests.archive.desks import archive, emptied, rows

pytestmark = pytest.mark.django_db


def test_it_brings_back_the_whole_desk(filled: None) -> None:
    assert [model.__name__ for model in tables() if not model._default_manager.exists()] == []
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
