"""A link by which people without an account see one state of an article before readers have it."""

from datetime import datetime

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    def working(self, now: datetime) -> "PreviewLinkQuerySet":
        """Neither expired nor revoked."""
        return self.filter(expires_at__gt=now, revoked_at__isnull=True)


class PreviewLink(models.Model):
    """`frozen` holds the columns of the PublishedArticle that publishing would have made when the link was."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="preview_links")
    revision = models.PositiveIntegerField(_("revision"))
    frozen = models.JSONField(_("what it shows"), encoder=DjangoJSONEncoder)
    created_at = models.DateTimeField(_("made"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("made by")
    )
    expires_at = models.DateTimeField(_("works until"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("revoked by")
    )

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ("-created_at", "-pk")
        indexes = (models.Index(fields=("article", "-created_at"), name="preview_of_article"),)
        constraints = (
            models.CheckConstraint(condition=Q(expires_at__gt=models.F("created_at")), name="preview_expires_later"),
        )

    def __str__(self) -> str:
        return f"{self.article_id}/{self.revision}"
