"""Windows of one number never overlap: held by an exclusion constraint on PostgreSQL and by triggers on SQLite.

A migration that lets Django rebuild this table on SQLite (AlterField, AddConstraint ...) loses the triggers: it must end
with these operations once more. tests/models/test_published.py fails when they are gone.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

POSTGRESQL = """
ALTER TABLE articles_publishedarticle ADD CONSTRAINT published_windows_apart EXCLUDE USING gist (
    int8range(number, number, '[]') WITH &&, tstzrange(goes_live_at, goes_off_at, '[)') WITH &&
)
"""

# An empty window (it was cancelled before it opened) overlaps nothing. Django stores times on SQLite as text in UTC
# of one form, so comparing the text compares the times.
SQLITE = """
CREATE TRIGGER published_windows_apart_{event} BEFORE {event} ON articles_publishedarticle
WHEN NEW.goes_off_at IS NULL OR NEW.goes_off_at > NEW.goes_live_at
BEGIN
    SELECT RAISE(ABORT, 'published_windows_apart') FROM articles_publishedarticle AS other
    WHERE other.number = NEW.number AND other.id IS NOT NEW.id
      AND (other.goes_off_at IS NULL OR other.goes_off_at > other.goes_live_at)
      AND (other.goes_off_at IS NULL OR other.goes_off_at > NEW.goes_live_at)
      AND (NEW.goes_off_at IS NULL OR NEW.goes_off_at > other.goes_live_at);
END
"""


def hold(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
    elif schema_editor.connection.vendor == "sqlite":
        for event in ("INSERT", "UPDATE"):
            schema_editor.execute(SQLITE.format(event=event))


def release(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE articles_publishedarticle DROP CONSTRAINT published_windows_apart")
    elif schema_editor.connection.vendor == "sqlite":
        for event in ("INSERT", "UPDATE"):
            schema_editor.execute(f"DROP TRIGGER published_windows_apart_{event}")


class Migration(migrations.Migration):
    dependencies = (("articles", "0001_initial"),)
    operations = (migrations.RunPython(hold, release),)
