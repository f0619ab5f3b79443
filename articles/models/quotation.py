"""The same words in several reports: which quotations hold or nearly hold each other, and how they differ."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.models.published import PublishedArticle, PublishedQuote
from articles.models.quote import Quotation

FEWEST_WORDS = 4
"""Of a quotation that tells more than that two people said it: many say “No” or “It will pass”."""


class LinkKind(models.TextChoices):
    CUT = "cut", _("Cut")
    NEAR = "near", _("Nearly the same")


class QuotationLinkQuerySet(models.QuerySet["QuotationLink"]):
    def of(self, quotation: int) -> "QuotationLinkQuerySet":
        """Links from or to a quotation, the most alike first."""
        return self.filter(Q(one=quotation) | Q(other=quotation)).order_by("-words", "pk")

    def among(self, quotations: "list[int]") -> "QuotationLinkQuerySet":
        return self.filter(Q(one__in=quotations) | Q(other__in=quotations))


class QuotationLink(models.Model):
    """Two quotations of which one holds what the other left of it, or that nearly agree. They differ; none is wrong.

    The same words are one Quotation and need no link. `one` is the earlier row; `difference` lists, place by place,
    what `one` has and what `other` has there.
    """

    one = models.ForeignKey(Quotation, models.CASCADE, related_name="+")
    other = models.ForeignKey(Quotation, models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=5, choices=LinkKind.choices)
    words = models.PositiveIntegerField(_("words in common"))
    ratio = models.FloatField(_("likeness"))
    difference: "models.JSONField[Any, Any]" = models.JSONField(_("differs"), default=list)

    objects = QuotationLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link of quotations")
        verbose_name_plural = _("links of quotations")
        constraints = (
            models.UniqueConstraint(fields=("one", "other"), name="quotation_link_once"),
            models.CheckConstraint(condition=Q(one__lt=models.F("other")), name="quotation_link_ordered"),
        )

    def __str__(self) -> str:
        return f"{self.one_id} and {self.other_id}: {self.kind}"


class QuotationShingle(models.Model):
    """The index from a run of four words (its digest) to the quotations that hold it."""

    pk = models.CompositePrimaryKey("digest", "quotation_id")
    digest = models.BigIntegerField()
    quotation = models.ForeignKey(Quotation, models.CASCADE, related_name="shingles")

    class Meta:
        verbose_name = _("run of words")
        verbose_name_plural = _("runs of words")

    def __str__(self) -> str:
        return f"{self.digest} in {self.quotation_id}"


def quotations_like(quotation: Quotation) -> dict[int, "QuotationLink | None"]:
    """The quotations that say the same: itself (None), and those linked with it, by number."""
    links = QuotationLink.objects.of(quotation.pk)
    return {
        quotation.pk: None,
        **{link.other_id if link.one_id == quotation.pk else link.one_id: link for link in links},
    }


def publications_quoting(quotation: Quotation, now: datetime) -> "models.QuerySet[PublishedQuote]":
    """Every use of the same, cut or nearly the same words that readers have at this moment, the newest first.

    Which of them differ, and how, says `quotations_like(quotation)[use.quotation_id]`.
    """
    visible = PublishedArticle.objects.visible(now).values("pk")
    uses = PublishedQuote.objects.filter(quotation__in=list(quotations_like(quotation)), article__in=visible)
    return (
        uses.select_related("article", "person")
        .defer("article__body_html", "article__body_text")
        .order_by("-published_at", "-article__number", "position")
    )


def quoted_elsewhere(row: PublishedArticle, now: datetime) -> dict[int, int]:
    """Which quotations of a publication other articles carry that readers have, whole, cut or nearly: its place in the
    publication -> the number of the quotation. Those of a few words are left out. One query."""
    others = PublishedQuote.objects.filter(
        article__in=PublishedArticle.objects.visible(now).exclude(number=row.number).values("pk")
    )
    links = QuotationLink.objects.filter
    linked_to = links(one=OuterRef(OuterRef("quotation"))).values("other")
    linked_from = links(other=OuterRef(OuterRef("quotation"))).values("one")
    carried = (
        Exists(others.filter(quotation=OuterRef("quotation")))
        | Exists(others.filter(quotation__in=linked_to))
        | Exists(others.filter(quotation__in=linked_from))
    )
    found = PublishedQuote.objects.filter(carried, article=row).values_list("position", "quotation", "text")
    return {position: number for position, number, text in found if len(text.split()) >= FEWEST_WORDS}
