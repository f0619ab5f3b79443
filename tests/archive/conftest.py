from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles.archive.writing import stored_files
from tests import pictures
from tests.archive import desks
from tests.conftest import standing


@pytest.fixture(scope="module")
def standing_desk(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, bytes]]:
    """A desk with something in every table, and the files that belong to it."""
    pictures.clear()
    with standing(django_db_blocker):
        desks.filled()
        yield {name: default_storage.open(name).read() for name in stored_files(default_storage)}


@pytest.fixture
def filled(standing_desk: dict[str, bytes], db: None) -> None:
    pictures.clear()
    for name, content in standing_desk.items():
        default_storage.save(name, ContentFile(content))
