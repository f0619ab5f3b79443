"""Everything into one archive: a line that says what it is, a line for each row and file, and a line to check by.

The first line is {"newsroom": 1, "holds": "desk" or "published", "made_at", "schema": newest migration}, the last one
{"rows": how many, "files": how many, "sha256": of all lines before it}: an archive that was cut off is told from a
whole one. Pictures are lines {"file": name, "content": base64}.
"""

import base64
import errno
import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import IO

from django.core.files.storage import Storage, default_storage
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from articles.archive.published import published_files, published_rows
from articles.archive.rows import line, lines, tables
from articles.models import PublishedArticle
from articles.renditions.ninjs import ninjs
from articles.renditions.site import Site

FORMAT = 1


def write_archive(out: IO[bytes], *, now: datetime, published: bool = False) -> tuple[int, int]:
    """Write the whole desk, or with `published` only what readers have had; returns how many rows and files.

    All of it is of one moment. Passwords, sessions and the key are in no archive.
    """
    digest = hashlib.sha256()

    def put(text: str) -> None:
        data = text.encode()
        digest.update(data)
        out.write(data)

    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        holds = "published" if published else "desk"
        put(line({"newsroom": FORMAT, "holds": holds, "made_at": now, "schema": schema()}))
        rows = files = 0
        for row in published_rows(now) if published else desk_rows():
            put(row)
            rows += 1
    for name in published_files(now) if published else stored_files(default_storage):
        with default_storage.open(name) as file:
            put(line({"file": name, "content": base64.b64encode(file.read()).decode("ascii")}))
        files += 1
    out.write(line({"rows": rows, "files": files, "sha256": digest.hexdigest()}).encode())
    return rows, files


def desk_rows() -> Iterator[str]:
    for model in tables():
        yield from lines(model._default_manager.all())


def schema() -> str:
    """The newest migration that this database has."""
    applied = MigrationRecorder(connection).applied_migrations()
    return max(name for app, name in applied if app == "articles")


def stored_files(storage: Storage, folder: str = "") -> Iterator[str]:
    """The names of all files kept beside the database, folder by folder; OSError for one that no archive can hold."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    prefix = f"{folder}/" if folder else ""
    for name in sorted(files):
        if not _is_text(prefix + name):
            raise OSError(errno.EILSEQ, f"the name of the file {prefix + name!a} is not UTF-8: rename the file")
        yield prefix + name
    for name in sorted(folders):
        yield from stored_files(storage, prefix + name)


def _is_text(name: str) -> bool:
    """Whether a name is no mere bytes, as an old disk may have them (os.fsdecode)."""
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def write_ninjs(out: IO[bytes], *, site: Site, now: datetime) -> tuple[int, int]:
    """Write what readers have now, a ninjs object a line, oldest first; returns how many, and no files."""
    rows = PublishedArticle.objects.visible(now).order_by("published_at", "number")
    count = 0
    for row in rows.iterator(chunk_size=200):
        out.write(line(ninjs(row, site)).encode())
        count += 1
    return count, 0
