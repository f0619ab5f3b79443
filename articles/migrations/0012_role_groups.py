"""A role is bound to its group by key, so that it keeps its permissions under another name."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def bind(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    Group, RoleGrant = apps.get_model("auth", "Group"), apps.get_model("articles", "RoleGrant")
    for group in Group.objects.all():
        RoleGrant.objects.filter(role=group.name).update(group=group)


class Migration(migrations.Migration):
    dependencies = (
        ("auth", "0012_alter_user_first_name_max_length"),
        ("articles", "0011_teamwork"),
    )
    operations = (
        migrations.RemoveConstraint("rolegrant", "role_grant_once"),
        migrations.RenameField("rolegrant", "group", "role"),
        migrations.AddConstraint(
            "rolegrant", models.UniqueConstraint(fields=("role", "codename"), name="role_grant_once")
        ),
        migrations.AddField(
            "rolegrant",
            "group",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="auth.group"
            ),
        ),
        migrations.RunPython(bind, migrations.RunPython.noop),
    )
