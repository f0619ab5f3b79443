"""Who is credited for an article beside its outlet."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CreditRole(models.TextChoices):
    REPORTING = "reporting", _("Reporting")
    DATELINE = "dateline", _("Named in the dateline")


class Credit(models.Model):
    """An agency credited by a report: “With reporting by Reuters, AFP, and TASS” makes three."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="credits")
    source = models.ForeignKey("articles.Source", models.PROTECT, related_name="credits", verbose_name=_("source"))
    role = models.CharField(_("role"), max_length=10, choices=CreditRole.choices, default=CreditRole.REPORTING)
    start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    end = models.PositiveIntegerField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        ordering = ("start", "pk")
        constraints = (models.UniqueConstraint(fields=("article", "source", "role"), name="credit_once"),)

    def __str__(self) -> str:
        return f"{self.source} ({self.get_role_display()})"
