"""What somebody on the desk is told: that they were mentioned, given an article, or that something became of theirs."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.history import LONGEST_ACTOR


class NoticeQuerySet(models.QuerySet["Notice"]):
    def unread(self) -> "NoticeQuerySet":
        return self.filter(read_at__isnull=True)


class Notice(models.Model):
    """For one person, about one article. It is read once they have opened the article."""

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices", verbose_name=_("to"))
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="notices")
    actor = models.CharField(_("by"), max_length=LONGEST_ACTOR)
    what = models.CharField(_("what"), max_length=200, help_text=_("Without its subject: “sent it back”."))
    words = models.TextField(_("in their words"), blank=True)
    at = models.DateTimeField(_("at"))
    read_at = models.DateTimeField(_("read"), null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ("-at", "-pk")
        indexes = (
            models.Index(fields=("to", "-at"), name="notice_unread", condition=Q(read_at__isnull=True)),
            models.Index(fields=("article", "to"), name="notice_of_article"),
        )

    def __str__(self) -> str:
        return f"{self.actor} {self.what}:"
