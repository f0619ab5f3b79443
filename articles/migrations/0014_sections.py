"""Sections: an article stands in one of them, and readers find it there."""

import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0013_pictures"),
    ]

    operations = [
        migrations.AlterField(
            model_name="redirect",
            name="kind",
            field=models.CharField(
                choices=[("tag", "Tag"), ("person", "Person"), ("source", "Source"), ("section", "Section")],
                max_length=10,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="redirect",
            name="target",
            field=models.PositiveBigIntegerField(verbose_name="number of what it leads to"),
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.CharField(
                        help_text="As it stands at the top of every page: World.", max_length=60, verbose_name="name"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="Part of the page's address.",
                        max_length=88,
                        unique=True,
                        verbose_name="address word",
                    ),
                ),
                (
                    "description",
                    models.TextField(
                        blank=True, help_text="Shown at the top of the section's page.", verbose_name="description"
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Sections stand in the order of these numbers, the smallest first.",
                        verbose_name="place",
                    ),
                ),
            ],
            options={
                "verbose_name": "section",
                "verbose_name_plural": "sections",
                "ordering": ("position", "name"),
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="section_name_once",
                        violation_error_message="There is a section of this name already.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="article",
            name="section",
            field=models.ForeignKey(
                blank=True,
                help_text="The part of the paper that it stands in.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="articles",
                to="articles.section",
                verbose_name="section",
            ),
        ),
        migrations.CreateModel(
            name="PublishedSection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("published_at", models.DateTimeField()),
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="filed",
                        to="articles.publishedarticle",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="publications", to="articles.section"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["section", "published_at", "article"], name="published_section_newest")
                ],
            },
        ),
    ]
