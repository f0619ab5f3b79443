"""Headlines of other stories that stood beside a report: hints for the desk, never ours."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LeadKind(models.TextChoices):
    RAIL = "rail", _("Headline beside the report")
    SEE_ALSO = "see_also", _("See-also line")


class LeadState(models.TextChoices):
    OPEN = "open", _("Open")
    TAKEN = "taken", _("Taken up")
    DISMISSED = "dismissed", _("Dismissed")


class Lead(models.Model):
    """A rail or see-also headline waiting on the desk to become a story."""

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="leads", verbose_name=_("captured with")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=LeadKind.choices)
    text = models.CharField(_("headline"), max_length=500)
    position = models.PositiveSmallIntegerField(_("position"))
    start = models.PositiveIntegerField(editable=False)
    end = models.PositiveIntegerField(editable=False)
    state = models.CharField(_("state"), max_length=10, choices=LeadState.choices, default=LeadState.OPEN)
    captured_at = models.DateTimeField(_("captured"))

    class Meta:
        verbose_name = _("lead")
        verbose_name_plural = _("leads")
        ordering = ("-captured_at", "article", "position")
        indexes = (models.Index(fields=("state", "-captured_at"), name="lead_queue"),)
        constraints = (
            models.UniqueConstraint(fields=("article", "position"), name="lead_position_once"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="lead_span"),
        )

    def __str__(self) -> str:
        return self.text
