"""Who did what to an article, when, from where to where, and why. Written by `actions/`, never changed."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.workflow import Status

LONGEST_ACTOR = 150


def actor_name(by: Any) -> str:
    """What a log keeps of the name of a user. A given and a family name alone may be twice as long as the column."""
    return str(by.get_full_name() or by.get_username())[:LONGEST_ACTOR]


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

    class Meta:
        verbose_name = _("history entry")
        verbose_name_plural = _("history")
        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=("article", "-at"), name="history_of_article"),)

    def __str__(self) -> str:
        return f"{self.verb} ({self.actor})"
