"""What editors chose for the readers' front page. What readers see of it is asked of their publications each time."""

from datetime import datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.onerow import OneRow

MOST_IN_LIST = 12


class CuratedFront(OneRow):
    top = models.ForeignKey(
        "articles.Article", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("top story")
    )
    top_until = models.DateTimeField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front page")
        constraints = (models.CheckConstraint(condition=Q(pk=1), name="curated_front_once"),)

    def __str__(self) -> str:
        return str(_("Front page"))

    def top_number(self, now: datetime) -> int | None:
        """The number of the top story while it holds."""
        return self.top_id if self.top_until is None or now < self.top_until else None


class Pin(models.Model):
    """An article that stands at the top, after the top story, as long as readers have it."""

    front = models.ForeignKey(CuratedFront, models.CASCADE, related_name="pins")
    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="+", verbose_name=_("article"))
    position = models.PositiveSmallIntegerField(_("place"), default=0)
    until = models.DateTimeField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("pinned article")
        verbose_name_plural = _("pinned articles")
        ordering = ("position", "pk")
        constraints = (models.UniqueConstraint(fields=("front", "article"), name="pin_once"),)

    def __str__(self) -> str:
        return str(self.article)

    def holds(self, now: datetime) -> bool:
        return self.until is None or now < self.until


class ListKind(models.TextChoices):
    LATEST = "latest", _("the newest of all")
    SECTION = "section", _("the newest of a section")
    TAG = "tag", _("the newest of a tag")


class FrontList(models.Model):
    """A list that fills itself, below the top."""

    front = models.ForeignKey(CuratedFront, models.CASCADE, related_name="lists")
    position = models.PositiveSmallIntegerField(_("place"), default=0)
    kind = models.CharField(_("shows"), max_length=10, choices=ListKind.choices, default=ListKind.LATEST)
    section = models.ForeignKey(
        "articles.Section", models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("section")
    )
    tag = models.ForeignKey(
        "articles.Tag", models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("tag")
    )
    limit = models.PositiveSmallIntegerField(
        _("at most"), default=4, validators=[MinValueValidator(1), MaxValueValidator(MOST_IN_LIST)]
    )
    heading = models.CharField(_("heading"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("list")
        verbose_name_plural = _("lists below")
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind=ListKind.LATEST, section=None, tag=None)
                | Q(kind=ListKind.SECTION, section__isnull=False, tag=None)
                | Q(kind=ListKind.TAG, section=None, tag__isnull=False),
                name="front_list_of_one",
            ),
        )

    def __str__(self) -> str:
        return self.heading or str(self.section or self.tag or _("The newest of all"))
