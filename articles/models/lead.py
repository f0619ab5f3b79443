"""Headlines of other stories that stood beside a report: hints for the desk, never ours."""

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class LeadKind(models.TextChoices):
    RAIL = "rail", _("Headline beside the report")
    SEE_ALSO = "see_also", _("See-also line")


class LeadState(models.TextChoices):
    OPEN = "open", _("Open")
    TAKEN = "taken", _("Taken up")
    DISMISSED = "dismissed", _("Dismissed")


class LeadQuerySet(models.QuerySet["Lead"]):
    def waiting(self, now: datetime, *, days: int) -> "LeadQuerySet":
        """Open ones that are no older than so many days: yesterday's headline is no story any more."""
        return self.filter(state=LeadState.OPEN, captured_at__gt=now - timedelta(days=days))

    def expired(self, now: datetime, *, days: int) -> "LeadQuerySet":
        """Open ones that nobody took up in time."""
        return self.filter(state=LeadState.OPEN, captured_at__lte=now - timedelta(days=days))


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
    became = models.ForeignKey(
        "articles.Article",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("taken up as"),
    )

    objects = LeadQuerySet.as_manager()

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
