"""What is known of reports that were loaded before: their gists, the revisions that hold them, their files."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from articles.text.gist import gist


def learn(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """An import and the revision that it left have one time."""
    Intake, ReportFile = apps.get_model("articles", "Intake"), apps.get_model("articles", "ReportFile")
    Revision = apps.get_model("articles", "Revision")
    rows = Intake.objects.defer("reading", "content").order_by("pk")
    for intake in rows.iterator(chunk_size=200):
        text = bytes(intake.raw).decode(intake.encoding)
        left = Revision.objects.filter(article=intake.article_id, created_at=intake.imported_at, created_by=None)
        number = left.values_list("number", flat=True).first()
        Intake.objects.filter(pk=intake.pk).update(gist=gist(text), revision=number)
        ReportFile.objects.update_or_create(
            name=intake.file_name, defaults={"sha256": intake.sha256, "intake_id": intake.pk}
        )


class Migration(migrations.Migration):
    dependencies = (("articles", "0019_report_changes"),)
    operations = (migrations.RunPython(learn, migrations.RunPython.noop),)
