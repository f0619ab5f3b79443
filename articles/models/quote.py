"""What was said: the words (Quotation), and their use in one article (Quote)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tier(models.TextChoices):
    SURE = "sure", _("Sure")
    SUGGESTED = "suggested", _("Suggested")
    CONFIRMED = "confirmed", _("Confirmed by the desk")


class Quotation(models.Model):
    """The words alone, however they are punctuated: the same words in two reports are one Quotation."""

    key = models.CharField(max_length=64, unique=True, editable=False)
    text = models.TextField(_("words"))

    class Meta:
        verbose_name = _("quotation")
        verbose_name_plural = _("quotations")

    def __str__(self) -> str:
        return self.text


class Quote(models.Model):
    """A quotation as one article prints it, with its speaker and its place in the raw report."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="quotes")
    quotation = models.ForeignKey(Quotation, models.PROTECT, related_name="uses", editable=False)
    text = models.TextField(_("as printed"))
    speaker = models.ForeignKey(
        "articles.Person", models.SET_NULL, null=True, blank=True, related_name="quotes", verbose_name=_("speaker")
    )
    tier = models.CharField(
        _("who said it"),
        max_length=10,
        choices=Tier.choices,
        default=Tier.CONFIRMED,
        help_text=_("How sure the import is of the speaker. Only sure and confirmed speakers are shown to readers."),
    )
    start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    end = models.PositiveIntegerField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ("start", "pk")
        indexes = (models.Index(fields=("quotation", "article"), name="quote_across_articles"),)

    def __str__(self) -> str:
        return self.text
