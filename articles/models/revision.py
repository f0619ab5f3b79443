"""An article as it stood after one save, whole: text, tags, people, sources, pictures."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Revision(models.Model):
    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField(_("revision"))
    created_at = models.DateTimeField(_("saved"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    content = models.JSONField(_("content"))

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ("-created_at", "-pk")
        indexes = (models.Index(fields=("article", "-created_at"), name="revision_of_article"),)
        constraints = (models.UniqueConstraint(fields=("article", "number"), name="revision_number_once"),)

    def __str__(self) -> str:
        return f"{self.article_id}/{self.number}"
