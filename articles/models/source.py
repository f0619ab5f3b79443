"""Outlets and agencies: where reports come from."""

from typing import Any

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from articles.slugs import MAX_LENGTH, free_slug


class SourceKind(models.TextChoices):
    OUTLET = "outlet", _("Outlet")
    AGENCY = "agency", _("Agency")


class SourceQuerySet(models.QuerySet["Source"]):
    def named(self, name: str) -> "Source | None":
        """The source of this name or other name, whatever the case."""
        return self.filter(models.Q(name__iexact=name) | models.Q(other_names__name__iexact=name)).first()


class Source(models.Model):
    name = models.CharField(_("name"), max_length=200, help_text=_("As readers know it: Reuters, RFE/RL."))
    slug = models.SlugField(
        _("address word"),
        max_length=MAX_LENGTH + 8,
        unique=True,
        blank=True,
        help_text=_("Part of the page's address."),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=SourceKind.choices, default=SourceKind.OUTLET)
    website = models.URLField(_("website"), blank=True)
    description = models.TextField(_("description"), blank=True, help_text=_("Shown at the top of the source's page."))

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                Lower("name"),
                name="source_name_once",
                violation_error_message=_("There is a source of this name already."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or free_slug(Source, self.name, "source")
        super().save(*args, **kwargs)


class SourceName(models.Model):
    """Another name of a source: an abbreviation, an older name."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="other_names")
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        constraints = (models.UniqueConstraint(Lower("name"), name="source_other_name_once"),)

    def __str__(self) -> str:
        return self.name
