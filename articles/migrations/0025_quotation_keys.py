"""The key of a quotation follows the same rule as the comparison of quotations: an apostrophe is part of its word."""

import hashlib
from typing import Any

from django.db import migrations

from articles.text.likeness.wording import normalise

BATCH = 1000


def rekey(apps: Any, schema_editor: Any) -> None:
    quotation = apps.get_model("articles", "Quotation")
    changed: list[Any] = []
    for row in quotation.objects.order_by("pk").iterator(BATCH):
        key = hashlib.sha256(normalise(row.text).encode()).hexdigest()
        if key != row.key:
            row.key = key
            changed.append(row)
    for row in changed:
        first = quotation.objects.filter(key=row.key).exclude(pk=row.pk).first()
        if first is None:
            quotation.objects.filter(pk=row.pk).update(key=row.key)
            continue
        for model, column in (("Quote", "quotation"), ("PublishedQuote", "quotation")):
            apps.get_model("articles", model).objects.filter(**{column: row.pk}).update(**{column: first.pk})
        quotation.objects.filter(pk=row.pk).delete()


class Migration(migrations.Migration):
    dependencies = [("articles", "0024_notices")]
    operations = [migrations.RunPython(rekey, migrations.RunPython.noop, elidable=True)]
