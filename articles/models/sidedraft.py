"""What somebody typed and could not, or did not yet, save; and who has an article open for editing."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.times import moment

LEASE = timedelta(seconds=120)
"""How long one counts as editing after the last sign of life; the page gives one every half a minute."""


class SideDraft(models.Model):
    """`fields` are the texts as typed, by the name of the form's field. One of a person's is kept while they type;
    those of refused saves stand each for itself."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="side_drafts")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("by"))
    seen = models.PositiveIntegerField(_("version it began from"))
    fields = models.JSONField(_("text"))
    refused = models.BooleanField(_("of a refused save"), default=False)
    at = models.DateTimeField(_("kept"))

    class Meta:
        verbose_name = _("side draft")
        verbose_name_plural = _("side drafts")
        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=("article", "by", "-at"), name="side_draft_of_article"),)
        constraints = (
            models.UniqueConstraint(fields=("article", "by"), condition=Q(refused=False), name="side_draft_typed_once"),
        )

    def __str__(self) -> str:
        return f"{self.article_id}: {self.by_id}"


class PresenceQuerySet(models.QuerySet["Presence"]):
    def lasting(self, now: datetime) -> "PresenceQuerySet":
        """Those who have given a sign of life lately."""
        return self.filter(at__gt=now - LEASE)

    def holder(self, article: Any, *, but: Any, now: datetime) -> "Presence | None":
        """Who else holds the article at this moment."""
        return self.lasting(now).filter(article=article, holds=True).exclude(by=but).select_related("by").first()


class Presence(models.Model):
    """Somebody has the form of an article open. Of several, one alone holds the article: a lease that ends by itself
    after LEASE, that anybody who may edit takes over, and that keeps nobody from saving once its holder is gone."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="presences")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField()
    at = models.DateTimeField()
    holds = models.BooleanField(default=False)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = (
            models.UniqueConstraint(fields=("article", "by"), name="presence_once"),
            models.UniqueConstraint(fields=("article",), condition=Q(holds=True), name="presence_holds_once"),
        )

    def __str__(self) -> str:
        who = self.by.get_full_name() or self.by.get_username()
        return str(_("%(who)s is editing since %(when)s.") % {"who": who, "when": moment(self.since)})
