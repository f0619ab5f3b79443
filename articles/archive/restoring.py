"""An archive back into an empty database: all of it or nothing."""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection, models, transaction
from django.utils.translation import gettext as _

from articles.archive.rows import instance, model_of, tables
from articles.archive.writing import FORMAT, schema
from articles.models import Article, Intake, PublishedArticle

BATCH = 500
LONGEST_LINE = 1 << 28
"""Characters. A row with a report of the largest size is a tenth of it."""


class NotRestored(Exception):
    """The archive cannot be read back. The message says why, where, and what to do; nothing was changed."""


@dataclass(slots=True)
class Restored:
    holds: str  # "desk" or "published"
    rows: int = 0
    files: int = 0


def restore_archive(source: Iterable[bytes]) -> Restored:
    """Read an archive's lines into the database, which must be empty. Raises NotRestored."""
    for model in (Article, Intake, PublishedArticle):
        if model._default_manager.exists():
            raise NotRestored(_("The database has articles already: an archive goes into an empty one."))
    kept: list[str] = []
    try:
        with transaction.atomic():
            restored = _restore(_checked(source), kept)
            connection.check_constraints()
    except BaseException as fault:
        for name in kept:
            default_storage.delete(name)
        if isinstance(fault, DatabaseError):
            raise NotRestored(_("The archive contradicts itself: %(fault)s.") % {"fault": fault}) from fault
        raise
    return restored


def _restore(said: Iterator[dict[str, Any]], kept: list[str]) -> Restored:
    first = next(said, {})
    if first.get("newsroom") != FORMAT:
        raise NotRestored(_("This is no archive of a newsroom, or one of a later version."))
    if first.get("schema") != schema():
        raise NotRestored(
            _(
                "The archive was written by another version of this program (its database stood at %(theirs)s, this "
                "one is at %(ours)s). Restore it with that version, run “migrate”, and write a new archive."
            )
            % {"theirs": first.get("schema"), "ours": schema()}
        )
    for model in reversed(tables()):  # what setting up the database has put there: the vocabulary, the roles
        model._default_manager.all().delete()
    restored = Restored(str(first.get("holds")))
    for table, group in groupby(said, key=lambda item: item.get("table")):
        if table is None:
            for item in group:
                _keep_file(item, kept)
                restored.files += 1
        else:
            restored.rows += _keep_rows(table, group)
    if connection.vendor == "postgresql":
        _count_on()
    return restored


def _count_on() -> None:
    """Let new rows be numbered after those that came with their numbers. A sequence is never set back, which would
    outlive a transaction that fails."""
    with connection.cursor() as cursor:
        for model in tables():
            key, table = model._meta.pk, connection.ops.quote_name(model._meta.db_table)
            if not isinstance(key, models.AutoField):
                continue
            cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [table, key.column])
            (sequence,) = cursor.fetchone()
            cursor.execute(
                f"SELECT setval(%s, GREATEST((SELECT last_value FROM {sequence}), "  # noqa: S608 (names of our tables)
                f"(SELECT COALESCE(max({connection.ops.quote_name(str(key.column))}), 1) FROM {table})))",
                [sequence],
            )


def _keep_rows(table: str, group: Iterable[dict[str, Any]]) -> int:
    try:
        model = model_of(table)
    except LookupError:
        raise NotRestored(_("This version knows no table “%(table)s”.") % {"table": table}) from None
    count = 0
    batch: list[models.Model] = []

    def flush() -> None:
        model._base_manager.bulk_create(batch)
        batch.clear()

    for item in group:
        try:
            batch.append(instance(model, item["row"]))
        except (ValueError, LookupError, TypeError) as fault:
            raise NotRestored(_("A row makes no sense: %(fault)s.") % {"fault": fault}) from fault
        count += 1
        if len(batch) >= BATCH:
            flush()
    flush()
    return count


def _keep_file(item: dict[str, Any], kept: list[str]) -> None:
    name = str(item.get("file", ""))
    if not name or name.startswith("/") or ".." in name.split("/") or "\\" in name:
        raise NotRestored(_("A file has a name that leads elsewhere: “%(name)s”.") % {"name": name})
    if default_storage.exists(name):
        raise NotRestored(_("There is a file “%(name)s” already: empty the folder of pictures first.") % {"name": name})
    stored = default_storage.save(name, ContentFile(base64.b64decode(item["content"], validate=True)))
    kept.append(stored)


def _checked(source: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """What the lines say, without the last; NotRestored where they are cut off or changed."""
    digest = hashlib.sha256()
    rows = files = 0
    waiting: bytes | None = None
    for number, raw in enumerate(source, 1):
        if waiting is not None:
            item = _item(waiting, number - 1)
            rows += "table" in item
            files += "file" in item
            digest.update(waiting)
            yield item
        waiting = raw
    last = _item(waiting, 0) if waiting else {}
    if last != {"rows": rows, "files": files, "sha256": digest.hexdigest()}:
        raise NotRestored(_("The archive is cut off or was changed: its last line does not fit the rest."))


def _item(raw: bytes, number: int) -> dict[str, Any]:
    try:
        if len(raw) > LONGEST_LINE:
            raise ValueError
        item = json.loads(raw)
        if not isinstance(item, dict):
            raise ValueError
    except ValueError:
        raise NotRestored(_("Line %(number)d is no line of an archive.") % {"number": number}) from None
    return item
