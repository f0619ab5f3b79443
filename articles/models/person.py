"""People in the news: who they are, how they are spelled, where the desk's articles name them."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.slugs import MAX_LENGTH, free_slug
from articles.text.people.identity import sound_of
from articles.text.people.spelling import folded_key

LONGEST_NAME = 200


def spelling_key(name: str) -> str:
    """What spellings of one name have in common (text/spelling.py), as far as the column holds it."""
    return folded_key(name)[:LONGEST_NAME]


class Person(models.Model):
    name = models.CharField(_("name"), max_length=LONGEST_NAME, help_text=_("As this site spells it."))
    slug = models.SlugField(
        _("address word"),
        max_length=MAX_LENGTH + 8,
        unique=True,
        blank=True,
        help_text=_("Part of the page's address."),
    )
    description = models.TextField(_("description"), blank=True, help_text=_("Shown at the top of the person's page."))

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("name",)
        indexes = (models.Index(fields=("name", "-id"), name="person_by_name"),)

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or free_slug(Person, self.name, "person")
        super().save(*args, **kwargs)


class PersonName(models.Model):
    """A spelling of a person's name, with the outlet that uses it where that is known."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="names")
    name = models.CharField(_("spelling"), max_length=LONGEST_NAME)
    key = models.CharField(max_length=LONGEST_NAME, editable=False, db_index=True)
    sound = models.CharField(max_length=60, editable=False, default="", db_index=True)
    source = models.ForeignKey(
        "articles.Source",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="person_names",
        verbose_name=_("used by"),
    )

    class Meta:
        verbose_name = _("spelling")
        verbose_name_plural = _("spellings")
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("person", "name"), name="person_spelling_once"),)

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.set_keys()
        super().save(*args, **kwargs)

    def set_keys(self) -> None:
        """What the spelling is found by; to be called before rows are made in bulk."""
        self.key, self.sound = spelling_key(self.name), sound_of(self.name)


class Mention(models.Model):
    """One naming of a person in a report, with the role as written there. Roles belong here, never to Person."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="mentions")
    person = models.ForeignKey(Person, models.CASCADE, related_name="mentions")
    surface = models.CharField(_("as written"), max_length=LONGEST_NAME)
    role = models.CharField(_("role as written"), max_length=300, blank=True)
    relative = models.BooleanField(
        _("relative role"), default=False, help_text=_("A role in relation to somebody else, such as “counterpart”.")
    )
    start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    end = models.PositiveIntegerField(null=True, blank=True, editable=False)
    by_import = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ("start", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(start__isnull=True, end__isnull=True) | models.Q(end__gt=models.F("start")),
                name="mention_span",
            ),
        )

    def __str__(self) -> str:
        return self.surface
