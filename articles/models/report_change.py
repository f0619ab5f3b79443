"""A change in a report that the desk decides on, since somebody has worked on the article meanwhile."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

WITHDRAWN = "withdrawn"
"""The field of a change that is none: the outlet says that it has withdrawn the report."""


class Settled(models.TextChoices):
    KEPT = "kept", _("Ours was kept")
    TAKEN = "taken", _("Theirs was taken")
    WRITTEN = "written", _("Written anew")


class ReportChangeQuerySet(models.QuerySet["ReportChange"]):
    def open(self) -> "ReportChangeQuerySet":
        """What waits for a decision."""
        return self.filter(settled_at__isnull=True)


class ReportChange(models.Model):
    """One field of one article. `base`, `ours` and `theirs` are parts of what Article.snapshot() gives: as the report
    had it when both agreed, as the article had it when the change came, and as the report has it now."""

    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="report_changes", verbose_name=_("article")
    )
    intake = models.ForeignKey("articles.Intake", models.PROTECT, related_name="changes", verbose_name=_("report"))
    field = models.CharField(_("field"), max_length=40)
    clash = models.BooleanField(
        _("changed by both"), default=True, help_text=_("The desk has changed the same, and otherwise.")
    )
    base = models.JSONField(_("before"), default=dict)
    ours = models.JSONField(_("ours"), default=dict)
    theirs = models.JSONField(_("theirs"), default=dict)
    found_at = models.DateTimeField(_("found"))
    settled = models.CharField(_("decision"), max_length=10, choices=Settled.choices, blank=True)
    settled_at = models.DateTimeField(_("decided"), null=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("decided by")
    )

    objects = ReportChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change in a report")
        verbose_name_plural = _("changes in reports")
        ordering = ("-found_at", "-pk")
        indexes = (models.Index(fields=("settled_at", "-found_at"), name="report_change_open"),)
        constraints = (
            models.UniqueConstraint(
                fields=("article", "field"), condition=Q(settled_at__isnull=True), name="report_change_open_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.article_id}: {self.field}"
