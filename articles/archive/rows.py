"""A row of any table as a line of text, and back.

A line is a JSON object: {"table": "articles.tag", "row": {column: value}}. Times are ISO 8601, bytes are base64. What
other databases number otherwise stands by its name: a kind of row as "articles.tag", a permission as
"articles.publish_article".
"""

import base64
import json
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import models

from articles.models import Presence

Model = type[models.Model]

LEFT_OUT: tuple[Model, ...] = (Presence,)
"""What is over before an archive can be read: who has an article open."""


def tables() -> list[Model]:
    """Every table of the desk, accounts and their groups first, each after those it is reached from."""
    membership: list[Model] = [User.groups.through, User.user_permissions.through, Group.permissions.through]
    own = [model for model in apps.get_app_config("articles").get_models(include_auto_created=True)]
    return [Group, User, *membership, *(model for model in own if model not in LEFT_OUT), LogEntry]


def lines(rows: "models.QuerySet[Any]", *, without: Collection[str] = ()) -> Iterator[str]:
    """The lines of all rows of a query, in the order of their keys, `without` some columns."""
    columns = {name: column for name, column in _columns(rows.model).items() if name not in without}
    for values in rows.order_by("pk").values_list(*columns).iterator(chunk_size=500):
        row = {name: _written(columns[name], value) for name, value in zip(columns, values, strict=True)}
        yield line({"table": rows.model._meta.label_lower, "row": row})


def line_of(row: models.Model) -> str:
    """The line of a row that need not be saved; one without a key is given one when it is read."""
    columns = _columns(type(row))
    said = {name: _written(column, getattr(row, name)) for name, column in columns.items()}
    if row.pk is None:
        del said[type(row)._meta.pk.attname]
    return line({"table": row._meta.label_lower, "row": said})


def line(said: dict[str, Any]) -> str:
    return json.dumps(said, default=_plain, ensure_ascii=False, separators=(",", ":")) + "\n"


def _plain(value: Any) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()  # to the microsecond, by which windows and versions are told apart
    raise TypeError(f"{type(value).__name__} has no form in an archive")


def model_of(table: str) -> Model:
    """The model of a table's name; LookupError for one that an archive cannot hold."""
    for model in tables():
        if model._meta.label_lower == table:
            return model
    raise LookupError(table)


def instance(model: Model, row: dict[str, Any]) -> models.Model:
    """An unsaved row. ValueError names the column that is unknown to this version, holds nonsense or is missing."""
    columns, table = _columns(model), model._meta.label_lower
    if unknown := row.keys() - columns.keys():
        raise ValueError(f"{table} has no column {', '.join(sorted(unknown))}")
    values = {}
    for name, column in columns.items():
        if name in row:
            try:
                values[name] = _read(column, row[name])
            except Exception as fault:
                raise ValueError(f"{table}: the column {name} holds nonsense") from fault
        elif not (column.null or column.primary_key):
            raise ValueError(f"{table}: the column {name} is missing")
    found = model(**values)
    if isinstance(found, User):
        found.password = make_password(None)
    return found


def _columns(model: Model) -> dict[str, Any]:
    """Column -> its field, without passwords and without what the database computes."""
    return {
        field.attname: field
        for field in model._meta.concrete_fields
        if field.column is not None and not field.generated and (model, field.name) != (User, "password")
    }


def _written(field: Any, value: Any) -> Any:
    if value is None:
        return None
    if field.related_model is ContentType:
        return ".".join(ContentType.objects.get_for_id(value).natural_key())
    if field.related_model is Permission:
        return _permissions()[value]
    if isinstance(field, models.BinaryField):
        return base64.b64encode(bytes(value)).decode("ascii")
    return value


def _read(field: Any, value: Any) -> Any:
    if value is None:
        if not field.null and not isinstance(field, models.JSONField):
            raise ValueError(value)
        return None
    if field.related_model is ContentType:
        return ContentType.objects.get_by_natural_key(*value.split(".")).pk
    if field.related_model is Permission:
        return next(key for key, name in _permissions().items() if name == value)
    if isinstance(field, models.BinaryField):
        return base64.b64decode(value, validate=True)
    if isinstance(field, models.JSONField):
        return value
    target = field.target_field if field.is_relation else field
    wanted = next((kind for of, kind in _KINDS if isinstance(target, of)), str)
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        raise TypeError(value)
    return target.to_python(value)


_KINDS: tuple[tuple[type, Any], ...] = (
    (models.BooleanField, bool),
    (models.IntegerField, int),
    (models.FloatField, int | float),
)
"""What a column is in JSON; all others are texts."""


def _permissions() -> dict[int, str]:
    rows: Iterable[tuple[int, str, str]] = Permission.objects.values_list("pk", "content_type__app_label", "codename")
    return {key: f"{app}.{codename}" for key, app, codename in rows}
