"""Headlines of other stories that stood beside a report: hints for the desk, never ours."""

from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from articles.text.likeness.wording import headline_key


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

    def once(self) -> "LeadQuerySet":
        """Each headline once, as it was captured last, whatever reports it stood beside."""
        same = Lead.objects.filter(key=OuterRef("key"))
        later = Q(captured_at__gt=OuterRef("captured_at")) | Q(
            captured_at=OuterRef("captured_at"), pk__gt=OuterRef("pk")
        )
        return self.filter(~Exists(same.filter(later)))

    def with_reports(self) -> "LeadQuerySet":
        """With `reports`: beside how many reports the headline stood."""
        same = Lead.objects.filter(key=OuterRef("key")).order_by().values("key")
        counted = same.annotate(reports=Count("article", distinct=True)).values("reports")
        return self.annotate(reports=Subquery(counted))


class Lead(models.Model):
    """A rail or see-also headline waiting on the desk to become a story, as it stood beside one report.

    Rows of one `key` are one headline: they are in one state, and the desk sees them as one.
    """

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="leads", verbose_name=_("captured with")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=LeadKind.choices)
    text = models.CharField(_("headline"), max_length=500)
    key = models.CharField(max_length=64, editable=False)
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
        indexes = (
            models.Index(fields=("state", "-captured_at"), name="lead_queue"),
            models.Index(fields=("key", "-captured_at"), name="lead_of_headline"),
        )
        constraints = (
            models.UniqueConstraint(fields=("article", "position"), name="lead_position_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="lead_span"),
        )

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = self.key or headline_key(self.text)
        super().save(*args, **kwargs)
