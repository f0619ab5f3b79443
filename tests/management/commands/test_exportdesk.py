"""manage.py exportdesk and importdesk."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests import factories
from tests.archive.desks import emptied

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["desk.jsonl", "desk.jsonl.gz"])
def test_it_writes_a_file_that_importdesk_reads(tmp_path: Path, name: str) -> None:
    row = factories.published("Bridge reopens")
    call_command("exportdesk", tmp_path / name)
    assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == [name]
    emptied()
    call_command("importdesk", tmp_path / name)
    assert type(row).objects.get().headline == "Bridge reopens"


def test_it_writes_ninjs(tmp_path: Path) -> None:
    factories.published("Bridge reopens")
    call_command("exportdesk", tmp_path / "out.jsonl", ninjs=True)
    (item,) = map(json.loads, (tmp_path / "out.jsonl").read_text().splitlines())
    assert item["standard"]["name"] == "ninjs"
    assert item["headlines"][0]["value"] == "Bridge reopens"


def test_a_picture_whose_name_is_mere_bytes_is_named(tmp_path: Path, settings: Any) -> None:
    media = tmp_path / "media"
    on_disk = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": media}}
    settings.STORAGES = settings.STORAGES | {"default": on_disk}
    media.mkdir()
    (media / os.fsdecode(b"caf\xe9.jpg")).write_bytes(b"")
    with pytest.raises(CommandError, match=r"caf\\udce9.jpg' is not UTF-8: rename the file"):
        call_command("exportdesk", tmp_path / "desk.jsonl")
    assert [file.name for file in tmp_path.iterdir()] == ["media"]


def test_it_says_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="could not be written"):
        call_command("exportdesk", tmp_path / "no" / "desk.jsonl")
    with pytest.raises(CommandError, match="could not be read"):
        call_command("importdesk", tmp_path / "none.jsonl")
    (tmp_path / "broken.jsonl.gz").write_bytes(b"\x1f\x8bnonsense")
    with pytest.raises(CommandError, match="could not be read"):
        call_command("importdesk", tmp_path / "broken.jsonl.gz")
