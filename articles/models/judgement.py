"""What people said of the things that the import proposed: that they are right, or that they are not."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.history import LONGEST_ACTOR

LONGEST_KEY = 300


class Finding(models.TextChoices):
    """What the import proposes."""

    HEADLINE = "headline", _("Proposed headline")
    SOURCE = "source", _("Outlet")
    DATE = "date", _("Date of the report")
    PERSON = "person", _("Person")
    TAG = "tag", _("Tag")
    QUOTE = "quote", _("Quote")
    SPEAKER = "speaker", _("Speaker")


class JudgementQuerySet(models.QuerySet["Judgement"]):
    def rejected(self) -> set[tuple[str, str]]:
        """(kind, key) of all that was rejected."""
        return set(self.filter(confirmed=False).values_list("kind", "key"))


class Judgement(models.Model):
    """A proposal that a person confirmed or rejected. One without a judgement is still a proposal.

    `key` is what the thing is known by at every reading (actions/judgements.py): no number of a row, since rows come
    and go with readings. What was rejected is not proposed again for this article.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="judgements")
    kind = models.CharField(_("about"), max_length=10, choices=Finding.choices)
    key = models.CharField(max_length=LONGEST_KEY)
    label = models.CharField(_("as it was proposed"), max_length=LONGEST_KEY)
    confirmed = models.BooleanField(_("confirmed"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    actor = models.CharField(_("by"), max_length=LONGEST_ACTOR, help_text=_("Name at that time."))
    at = models.DateTimeField(_("at"))

    objects = JudgementQuerySet.as_manager()

    class Meta:
        verbose_name = _("judgement")
        verbose_name_plural = _("judgements")
        ordering = ("kind", "label", "pk")
        constraints = (models.UniqueConstraint(fields=("article", "kind", "key"), name="judgement_once"),)

    def __str__(self) -> str:
        return f"{self.kind}: {self.label}"
