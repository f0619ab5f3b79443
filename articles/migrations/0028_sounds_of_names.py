"""Spellings of a person are found by their sound too, and by a key that knows more romanisations."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from articles.text.people.identity import sound_of
from articles.text.people.spelling import folded_key

BATCH = 1_000


def give_sounds(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    PersonName = apps.get_model("articles", "PersonName")
    batch = []
    for row in PersonName.objects.only("name").order_by("pk").iterator(chunk_size=BATCH):
        row.key, row.sound = folded_key(row.name)[:200], sound_of(row.name)
        batch.append(row)
        if len(batch) == BATCH:
            PersonName.objects.bulk_update(batch, ["key", "sound"])
            batch = []
    PersonName.objects.bulk_update(batch, ["key", "sound"])


class Migration(migrations.Migration):
    dependencies = (("articles", "0027_copies"),)
    operations = (
        migrations.AddField("personname", "sound", models.CharField(default="", editable=False, max_length=60)),
        migrations.RunPython(give_sounds, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            "personname", "sound", models.CharField(db_index=True, default="", editable=False, max_length=60)
        ),
    )
