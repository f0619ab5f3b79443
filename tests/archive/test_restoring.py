"""What is wrong with an archive is told in a sentence, and nothing of it is taken in."""

import base64
import hashlib
import io
import json
import re
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from articles.archive.restoring import NotRestored, restore_archive
from articles.archive.rows import LEFT_OUT, tables
from articles.archive.writing import desk_rows, stored_files
from articles.models import Article, PublishedArticle, RoleGrant, Tag, TagSynonym
from tests import factories, pictures
from tests.archive.desks import archive, emptied
from tests.conftest import standing

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def lines(django_db_setup: None, django_db_blocker: Any) -> list[bytes]:
    with standing(django_db_blocker):
        pictures.on(Article.objects.get(pk=factories.published("Bridge reopens").number))
        for vocabulary in (TagSynonym, Tag, RoleGrant):
            vocabulary.objects.all().delete()
        Group.permissions.through.objects.all().delete()
        found = archive().splitlines(keepends=True)
    return found


@pytest.fixture
def small(lines: list[bytes], db: None) -> list[bytes]:
    """The lines of a small archive, which has a file too; the database is empty."""
    emptied()
    return list(lines)


def sealed(lines: list[bytes]) -> bytes:
    """The lines with a last one that fits them, as somebody who means it would write it."""
    items = [line for line in lines[:-1] if line.startswith(b"{")]
    rows, files = (sum(line.startswith(b'{"' + kind) for line in items) for kind in (b"table", b"file"))
    end = {"rows": rows, "files": files, "sha256": hashlib.sha256(b"".join(lines[:-1])).hexdigest()}
    return b"".join([*lines[:-1], json.dumps(end).encode() + b"\n"])


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda lines: lines[:-1], "cut off here or was changed"),
        (lambda lines: lines[:10] + lines[11:], "cut off here or was changed"),
        (lambda lines: [*lines[:-1], lines[-1][:-9]], "cut off here or was changed"),
        (lambda lines: [*lines[:5], lines[5][:20]], "Line 6: the archive is cut off here"),
        (lambda lines: [*lines[:5], b"\x00\xff\n", *lines[6:]], "Line 6: it is no line of an archive"),
        (lambda lines: [*lines[:5], b"[" * 90_000 + b"\n", *lines[6:]], "Line 6: it is no line of an archive"),
        (lambda lines: lines[1:], "no archive of a newsroom"),
        (lambda lines: [lines[0].replace(b'"schema":"', b'"schema":"9'), *lines[1:]], "another version"),
        (lambda lines: [], "Line 1: the archive is cut off here"),
        (lambda lines: [*lines[:-3], lines[-2], lines[-3], lines[-1]], "Line .*: the archive is cut off here or was"),
    ],
)
def test_it_tells_that_it_is_not_whole_and_changes_nothing(small: list[bytes], spoil: object, said: str) -> None:
    with pytest.raises(NotRestored, match=said):
        restore_archive(io.BytesIO(b"".join(spoil(small))))  # type: ignore[operator]
    assert not PublishedArticle.objects.exists()
    assert list(stored_files(default_storage)) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"table":"auth.permission","row":{}}', "this version knows no table “auth.permission”"),
        ('{"table":{},"row":{}}', "this version knows no table"),
        ('{"table":"articles.tag"}', "it is no row"),
        ('{"table":"articles.tag","row":[]}', "it is no row"),
        ('{"table":"articles.tag","row":{"colour":1}}', "articles.tag has no column colour"),
        ('{"table":"articles.tag","row":{"id":1}}', "articles.tag: the column name is missing"),
        ('{"table":"articles.tag","row":{"id":1,"name":1e400}}', "articles.tag: the column name holds nonsense"),
        ('{"table":"articles.tag","row":{"id":true}}', "articles.tag: the column id holds nonsense"),
        ("{}", "it is neither a row nor a file"),
        ('{"file":"../x","content":""}', "a file has a name that leads elsewhere: “../x”"),
        ('{"file":"a","content":"@"}', "the content of the file “a” is damaged"),
        (r'{"file":"a\u0000","content":""}', "a file has a name that no file can have"),
    ],
)
def test_it_names_the_line_that_is_wrong(small: list[bytes], line: str, said: str) -> None:
    lines = [small[0], line.encode() + b"\n", *small[1:]]
    with pytest.raises(NotRestored, match=re.escape(f"Line 2: {said}")):
        restore_archive(io.BytesIO(b"".join(lines)))


ODD = st.sampled_from(
    [None, True, -1, 2**70, 1.5, "", "x" * 400, "\0", "\ud800", "2024-13-45", [], {}, [[{"a": None}]]]
)


def spoiled(lines: list[bytes], at: int, what: str, place: int, odd: object) -> list[bytes]:
    """The lines with one of them wrong."""
    item = json.loads(lines[at])
    inside = item["row"] if isinstance(item.get("row"), dict) and place % 4 else item
    key = sorted(inside)[place % len(inside)]
    match what:
        case "drop":
            del inside[key]
        case "change":
            inside[key] = odd
        case "twice":
            return [*lines[: at + 1], *lines[at:]]
        case "cut":
            return [*lines[:at], lines[at][: place * 7], *lines[at + 1 :]]
        case "lose":
            return [*lines[:at], *lines[at + 1 :]]
    return [*lines[:at], json.dumps(item).encode() + b"\n", *lines[at + 1 :]]


def test_whatever_is_wrong_with_it_is_told_in_a_sentence_and_nothing_is_half_done(small: list[bytes]) -> None:
    empty = list(desk_rows())

    @settings(max_examples=40, deadline=None, phases=[Phase.generate])
    @given(
        at=st.integers(0, len(small) - 2),
        what=st.sampled_from(["drop", "change", "change", "change", "twice", "cut", "lose"]),
        place=st.integers(0, 60),
        odd=ODD,
        seal=st.sampled_from([True, True, True, False]),
    )
    def holds(at: int, what: str, place: int, odd: object, seal: bool) -> None:
        lines = spoiled(small, at, what, place, odd)
        try:
            with transaction.atomic():
                restore_archive(io.BytesIO(sealed(lines) if seal else b"".join(lines)))
                transaction.set_rollback(True)
        except NotRestored as fault:
            assert str(fault) and "\n" not in str(fault)
            assert list(stored_files(default_storage)) == []
        pictures.clear()
        assert list(desk_rows()) == empty

    holds()


def test_a_file_that_an_earlier_run_has_left_is_taken_for_its_own(small: list[bytes]) -> None:
    (item,) = (json.loads(line) for line in small if b'"file":"masters' in line[:20])
    default_storage.save(item["file"], ContentFile(base64.b64decode(item["content"])))
    restore_archive(io.BytesIO(b"".join(small)))
    assert PublishedArticle.objects.count() == 1


def test_it_refuses_a_desk_that_has_articles() -> None:
    factories.published("Bridge reopens")
    with pytest.raises(NotRestored, match="has articles already"):
        restore_archive(io.BytesIO(archive()))


def test_it_names_every_table_or_says_why_not() -> None:
    own = set(apps.get_app_config("articles").get_models(include_auto_created=True))
    assert own - set(tables()) == set(LEFT_OUT)
