"""Who did what to an article, when, from where to where, and why. Written by `actions/`, never changed."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.workflow import Status

LONGEST_ACTOR = 150
IMPORT = "Import"
"""Who did what no person did."""


def actor_name(by: Any) -> str:
    """What a log keeps of the name of a user. A given and a family name alone may be twice as long as the column."""
    return IMPORT if by is None else str(by.get_full_name() or by.get_username())[:LONGEST_ACTOR]


class HistoryEntryQuerySet(models.QuerySet["HistoryEntry"]):
    def record(
        self, article: Any, verb: str, *, by: Any, now: datetime, note: str = "", details: dict[str, Any] | None = None
    ) -> "HistoryEntry":
        """Log an act that leaves the article in its state. by: None where the import did it."""
        state = {"from_status": article.status, "to_status": article.status}
        told = {"by": by, "actor": actor_name(by), "at": now, "note": note, "details": details or {}}
        return self.create(article=article, verb=verb, **state, **told)


class HistoryEntry(models.Model):
    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="history")
    verb = models.CharField(_("act"), max_length=30)
    from_status = models.CharField(_("from"), max_length=20, choices=Status.choices, blank=True)
    to_status = models.CharField(_("to"), max_length=20, choices=Status.choices, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    actor = models.CharField(
        _("by"), max_length=LONGEST_ACTOR, help_text=_("Name at that time; “Import” where the import did it.")
    )
    at = models.DateTimeField(_("at"))
    note = models.TextField(_("reason"), blank=True)
    details = models.JSONField(_("details"), default=dict, blank=True)

    objects = HistoryEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("history entry")
        verbose_name_plural = _("history")
        ordering = ("-at", "-pk")
        indexes = (
            models.Index(fields=("article", "-at"), name="history_of_article"),
            models.Index(fields=("-at", "-id"), name="history_newest"),
        )

    def __str__(self) -> str:
        return f"{self.verb} ({self.actor})"
