"""What readers are told of an article that was withdrawn for good."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Tombstone(models.Model):
    number = models.PositiveBigIntegerField(_("number"), unique=True)
    killed_at = models.DateTimeField(_("killed"))
    reason = models.TextField(_("public reason"))
    killed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("tombstone")
        verbose_name_plural = _("tombstones")
        constraints = (models.CheckConstraint(condition=~models.Q(reason=""), name="tombstone_has_reason"),)

    def __str__(self) -> str:
        return f"{self.number}: {self.reason}"
