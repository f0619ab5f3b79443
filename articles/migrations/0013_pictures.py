import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0012_role_groups"),
    ]

    operations = [
        migrations.AddField(
            model_name="picture",
            name="file",
            field=models.CharField(blank=True, editable=False, max_length=32, verbose_name="file"),
        ),
        migrations.AddField(
            model_name="picture",
            name="focus_x",
            field=models.PositiveSmallIntegerField(
                default=50,
                validators=[django.core.validators.MaxValueValidator(100)],
                verbose_name="focus from the left (%)",
            ),
        ),
        migrations.AddField(
            model_name="picture",
            name="focus_y",
            field=models.PositiveSmallIntegerField(
                default=50,
                validators=[django.core.validators.MaxValueValidator(100)],
                verbose_name="focus from the top (%)",
            ),
        ),
        migrations.AddField(
            model_name="picture",
            name="height",
            field=models.PositiveIntegerField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="picture",
            name="rights",
            field=models.TextField(
                blank=True,
                help_text="Who owns it, and on what terms it may be used. Readers do not see it.",
                verbose_name="rights",
            ),
        ),
        migrations.AddField(
            model_name="picture",
            name="width",
            field=models.PositiveIntegerField(blank=True, editable=False, null=True),
        ),
    ]
