"""A choice of articles that somebody looks at often: the list's filters and search under a name of their own."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SavedFilter(models.Model):
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_filters")
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(_("filters"), max_length=1000, help_text=_("As they stand in the address of the list."))

    class Meta:
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("by", "name"), name="saved_filter_once"),)

    def __str__(self) -> str:
        return self.name
