"""The curated front page: a top story, pinned articles and lists."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0016_embargo"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CuratedFront",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("top_until", models.DateTimeField(blank=True, null=True, verbose_name="until")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("edited_at", models.DateTimeField(editable=False, null=True, verbose_name="last changed")),
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
                (
                    "top",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.article",
                        verbose_name="top story",
                    ),
                ),
            ],
            options={
                "verbose_name": "front page",
                "verbose_name_plural": "front page",
            },
        ),
        migrations.CreateModel(
            name="FrontList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="place")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("latest", "the newest of all"),
                            ("section", "the newest of a section"),
                            ("tag", "the newest of a tag"),
                        ],
                        default="latest",
                        max_length=10,
                        verbose_name="shows",
                    ),
                ),
                (
                    "limit",
                    models.PositiveSmallIntegerField(
                        default=4,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                        verbose_name="at most",
                    ),
                ),
                ("heading", models.CharField(blank=True, max_length=60, verbose_name="heading")),
                (
                    "front",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="lists", to="articles.curatedfront"
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.section",
                        verbose_name="section",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.tag",
                        verbose_name="tag",
                    ),
                ),
            ],
            options={
                "verbose_name": "list",
                "verbose_name_plural": "lists below",
                "ordering": ("position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Pin",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="place")),
                ("until", models.DateTimeField(blank=True, null=True, verbose_name="until")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "front",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="pins", to="articles.curatedfront"
                    ),
                ),
            ],
            options={
                "verbose_name": "pinned article",
                "verbose_name_plural": "pinned articles",
                "ordering": ("position", "pk"),
            },
        ),
        migrations.AddConstraint(
            model_name="curatedfront",
            constraint=models.CheckConstraint(condition=models.Q(("pk", 1)), name="curated_front_once"),
        ),
        migrations.AddConstraint(
            model_name="frontlist",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "latest"), ("section", None), ("tag", None)),
                    models.Q(("kind", "section"), ("section__isnull", False), ("tag", None)),
                    models.Q(("kind", "tag"), ("section", None), ("tag__isnull", False)),
                    _connector="OR",
                ),
                name="front_list_of_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="pin",
            constraint=models.UniqueConstraint(fields=("front", "article"), name="pin_once"),
        ),
    ]
