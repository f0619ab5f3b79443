"""The parts of the paper: World, Politics, Sport. An article stands in one of them, or in none."""

from typing import Any

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from articles.slugs import MAX_LENGTH, free_slug


class Section(models.Model):
    name = models.CharField(_("name"), max_length=60, help_text=_("As it stands at the top of every page: World."))
    slug = models.SlugField(
        _("address word"),
        max_length=MAX_LENGTH + 8,
        unique=True,
        blank=True,
        help_text=_("Part of the page's address."),
    )
    description = models.TextField(_("description"), blank=True, help_text=_("Shown at the top of the section's page."))
    position = models.PositiveSmallIntegerField(
        _("place"), default=0, help_text=_("Sections stand in the order of these numbers, the smallest first.")
    )

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ("position", "name")
        constraints = (
            models.UniqueConstraint(
                Lower("name"),
                name="section_name_once",
                violation_error_message=_("There is a section of this name already."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or free_slug(Section, self.name, "section")
        super().save(*args, **kwargs)
