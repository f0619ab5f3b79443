"""An archive back into an empty database: all of it or nothing."""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import IO, Any

from django.core.exceptions import SuspiciousOperation
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


Item = tuple[int, dict[str, Any]]
"""The number of a line, and what it says."""


class NotRestored(Exception):
    """The archive cannot be read back. The message says why, where, and what to do; nothing was changed."""


@dataclass(slots=True)
class Restored:
    holds: str  # "desk" or "published"
    rows: int = 0
    files: int = 0


def restore_archive(source: IO[bytes]) -> Restored:
    """Read an archive into the database, which must be empty. Raises NotRestored, and what reading `source` raises."""
    kept: list[str] = []
    try:
        with transaction.atomic():
            for model in (Article, Intake, PublishedArticle):
                if model._default_manager.exists():
                    raise NotRestored(_("The database has articles already: an archive goes into an empty one."))
            restored = _restore(_checked(source), kept)
            connection.check_constraints()
    except BaseException as fault:
        for name in kept:
            default_storage.delete(name)
        if isinstance(fault, DatabaseError):
            raise NotRestored(
                _("Archive and database do not fit together: %(fault)s.") % {"fault": _said(fault)}
            ) from fault
        raise
    return restored


def _restore(items: Iterator[Item], kept: list[str]) -> Restored:
    _number, first = next(items, (1, {}))
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
    for table, group in groupby(items, key=lambda one: one[1].get("table")):
        if table is None:
            for number, item in group:
                _keep_file(number, item, kept)
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


def _keep_rows(table: Any, group: Iterable[Item]) -> int:
    count = 0
    model: type[models.Model] | None = None
    batch: list[models.Model] = []
    first = 0

    def flush() -> None:
        if model is None or not batch:
            return
        try:
            with transaction.atomic():
                model._base_manager.bulk_create(batch)
        except (DatabaseError, ValueError, OverflowError) as fault:
            raise _wrong(
                first, _("the database does not take it or one of the rows after it: %s") % _said(fault)
            ) from fault
        batch.clear()

    for number, item in group:
        if model is None:
            try:
                model = model_of(table)
            except LookupError:
                raise _wrong(number, _("this version knows no table “%s”") % table) from None
        try:
            row = item["row"]
            if item.keys() != {"table", "row"} or not isinstance(row, dict):
                raise ValueError(_("it is no row"))
            found = instance(model, row)
        except (ValueError, LookupError) as fault:
            raise _wrong(number, str(fault) if isinstance(fault, ValueError) else _("it is no row")) from fault
        first = first if batch else number
        batch.append(found)
        count += 1
        if len(batch) >= BATCH:
            flush()
    flush()
    return count


def _keep_file(number: int, item: dict[str, Any], kept: list[str]) -> None:
    name, content = item.get("file"), item.get("content")
    if item.keys() != {"file", "content"} or not isinstance(name, str) or not isinstance(content, str):
        raise _wrong(number, _("it is neither a row nor a file"))
    if not name or name.startswith("/") or ".." in name.split("/") or "\\" in name:
        raise _wrong(number, _("a file has a name that leads elsewhere: “%s”") % name)
    if not name.isprintable() or any(len(part.encode()) > 255 for part in name.split("/")):
        raise _wrong(number, _("a file has a name that no file can have"))
    try:
        data = base64.b64decode(content, validate=True)
    except ValueError:
        raise _wrong(number, _("the content of the file “%s” is damaged") % name) from None
    try:
        if default_storage.exists(name):
            with default_storage.open(name) as there:
                if there.read() == data:  # of an earlier run that was killed, or of the desk that the archive is of
                    return
            raise _wrong(number, _("there is another file “%s” already: empty the folder of pictures first") % name)
        kept.append(default_storage.save(name, ContentFile(data)))
    except (OSError, ValueError, SuspiciousOperation) as fault:
        raise _wrong(number, _("the file “%(name)s” cannot be kept: %(why)s") % {"name": name, "why": fault}) from fault


def _wrong(number: int, why: str) -> NotRestored:
    return NotRestored(_("Line %(number)d: %(why)s.") % {"number": number, "why": why.rstrip(".")})


def _said(fault: Exception) -> str:
    """What a database says is wrong, in a line."""
    return " ".join(str(fault).split())[:300].rstrip(".")


def _checked(source: IO[bytes]) -> Iterator[Item]:
    """What the lines say, each with its number, without the last; NotRestored where they are cut off or changed."""
    digest = hashlib.sha256()
    rows = files = number = 0
    waiting = b""
    while raw := source.readline(LONGEST_LINE):
        if waiting:
            number += 1
            item = _item(waiting, number)
            rows += "table" in item
            files += "file" in item
            digest.update(waiting)
            yield number, item
        waiting = raw
    last = _item(waiting, number + 1) if waiting.endswith(b"\n") else None
    if last != {"rows": rows, "files": files, "sha256": digest.hexdigest()}:
        raise _wrong(number + 1, _("the archive is cut off here or was changed: its end does not fit the rest"))


def _item(raw: bytes, number: int) -> dict[str, Any]:
    try:
        item = json.loads(raw, parse_constant=_no_number) if raw.endswith(b"\n") else None
    except (ValueError, RecursionError):
        item = None
    if not isinstance(item, dict):
        raise _wrong(number, _("it is no line of an archive"))
    return item


def _no_number(name: str) -> None:
    raise ValueError(name)
