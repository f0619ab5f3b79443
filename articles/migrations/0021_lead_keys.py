"""One headline beside several reports is one lead: a key for its words, and one state for all its rows."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from articles.text.likeness.wording import headline_key

BATCH = 1_000


def give_keys(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    Lead = apps.get_model("articles", "Lead")
    batch = []
    for row in Lead.objects.only("text").order_by("pk").iterator(chunk_size=BATCH):
        row.key = headline_key(row.text)
        batch.append(row)
        if len(batch) == BATCH:
            Lead.objects.bulk_update(batch, ["key"])
            batch = []
    Lead.objects.bulk_update(batch, ["key"])
    for state in ("dismissed", "taken"):  # what became a draft outweighs what somebody dismissed
        decided = Lead.objects.filter(state=state).order_by("pk").values_list("key", "became")
        for key, became in list(dict(decided).items()):
            Lead.objects.filter(key=key).exclude(state="taken").update(state=state, became=became)


class Migration(migrations.Migration):
    dependencies = (("articles", "0020_report_files"),)
    operations = (
        migrations.AddField("lead", "key", models.CharField(default="", editable=False, max_length=64)),
        migrations.RunPython(give_keys, migrations.RunPython.noop),
        migrations.AlterField("lead", "key", models.CharField(editable=False, max_length=64)),
        migrations.AddIndex("lead", models.Index(fields=["key", "-captured_at"], name="lead_of_headline")),
    )
