"""Old addresses of tags, people, sources and sections.

They point at the row, not at a string, so that chains cannot form."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.slugs import MAX_LENGTH


class RedirectKind(models.TextChoices):
    TAG = "tag", _("Tag")
    PERSON = "person", _("Person")
    SOURCE = "source", _("Source")
    SECTION = "section", _("Section")


class Redirect(models.Model):
    kind = models.CharField(_("kind"), max_length=10, choices=RedirectKind.choices)
    slug = models.SlugField(_("old address word"), max_length=MAX_LENGTH + 20)
    target = models.PositiveBigIntegerField(_("number of what it leads to"))

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        constraints = (models.UniqueConstraint(fields=("kind", "slug"), name="redirect_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"
