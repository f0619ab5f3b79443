"""What the site is called and how it looks."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0022_lease"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SiteIdentity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("edited_at", models.DateTimeField(editable=False, null=True, verbose_name="last changed")),
                ("name", models.CharField(blank=True, max_length=80, verbose_name="name of the site")),
                (
                    "tagline",
                    models.CharField(
                        blank=True,
                        help_text="A few words below the name: what the site is.",
                        max_length=120,
                        verbose_name="tagline",
                    ),
                ),
                ("logo", models.BinaryField(null=True)),
                ("logo_key", models.CharField(blank=True, editable=False, max_length=32)),
                ("logo_width", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("logo_height", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("dark_logo", models.BinaryField(null=True)),
                ("dark_logo_key", models.CharField(blank=True, editable=False, max_length=32)),
                (
                    "light_paper",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        validators=[django.core.validators.RegexValidator("^#[0-9a-f]{6}$")],
                        verbose_name="background",
                    ),
                ),
                (
                    "light_ink",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        validators=[django.core.validators.RegexValidator("^#[0-9a-f]{6}$")],
                        verbose_name="text",
                    ),
                ),
                (
                    "light_accent",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        validators=[django.core.validators.RegexValidator("^#[0-9a-f]{6}$")],
                        verbose_name="accent",
                    ),
                ),
                (
                    "dark_paper",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        validators=[django.core.validators.RegexValidator("^#[0-9a-f]{6}$")],
                        verbose_name="background in the dark",
                    ),
                ),
                (
                    "dark_ink",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        validators=[django.core.validators.RegexValidator("^#[0-9a-f]{6}$")],
                        verbose_name="text in the dark",
                    ),
                ),
                (
                    "dark_accent",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        validators=[django.core.validators.RegexValidator("^#[0-9a-f]{6}$")],
                        verbose_name="accent in the dark",
                    ),
                ),
                ("footer_html", models.TextField(blank=True, verbose_name="text at the foot")),
                ("footer_links", models.JSONField(blank=True, default=list, verbose_name="links at the foot")),
                ("social_links", models.JSONField(blank=True, default=list, verbose_name="elsewhere")),
                ("contact", models.EmailField(blank=True, max_length=254, verbose_name="mail address for readers")),
                ("about_html", models.TextField(blank=True, verbose_name="how we work")),
                ("about_standard", models.BooleanField(default=True, verbose_name="explain the labels below it")),
                (
                    "edited_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "name and look of the site",
                "verbose_name_plural": "name and look of the site",
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="site_identity_once")],
            },
        ),
    ]
