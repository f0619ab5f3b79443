"""Pictures of an article. An imported caption without a file is a picture that the desk still has to find."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Picture(models.Model):
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="pictures")
    caption = models.TextField(_("caption"), blank=True)
    alt = models.CharField(
        _("words for it"),
        max_length=300,
        blank=True,
        help_text=_("What it shows, for those who cannot see it; not what the caption says already."),
    )
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made the picture, as it must be printed.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    end = models.PositiveIntegerField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.caption or self.credit or str(_("Picture"))
