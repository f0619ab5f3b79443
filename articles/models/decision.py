"""What was decided about stories, people, sources and tags: who, when, what changed, and whether it was undone."""

from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a decision, a question or a subject is about."""

    STORY = "story", _("Story")
    PERSON = "person", _("Person")
    SOURCE = "source", _("Source")
    TAG = "tag", _("Tag")
    ARTICLE = "article", _("Article")
    PROPOSAL = "proposal", _("Question")
    LEFT = "left", _("Story that a report left")


class DecisionQuerySet(models.QuerySet["Decision"]):
    def standing(self) -> "DecisionQuerySet":
        """Decisions that have not been undone."""
        return self.filter(undone_at__isnull=True)

    def about(self, kind: str, number: int) -> "DecisionQuerySet":
        """Decisions about one story, person, source, tag or article, the latest first."""
        return self.filter(subjects__kind=kind, subjects__number=number).order_by("-pk")


class Decision(models.Model):
    """One act on stories or labels, with every row that it changed, so that it can be undone. Never changed otherwise.

    `changes` is the list that actions/decisions.py writes and reads; `details` is for people: names, numbers, reasons.
    """

    kind = models.CharField(_("about"), max_length=10, choices=Kind.choices)
    verb = models.CharField(_("act"), max_length=20)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    actor = models.CharField(
        _("by"), max_length=150, help_text=_("Name at that time; “Import” where the import did it.")
    )
    at = models.DateTimeField(_("at"))
    details: "models.JSONField[Any, Any]" = models.JSONField(_("details"), default=dict, encoder=DjangoJSONEncoder)
    changes: "models.JSONField[Any, Any]" = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("undone by")
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.kind}: {self.verb} ({self.actor})"


class DecisionSubject(models.Model):
    """What a decision is about. A decision is undone before an earlier one about the same; but that both took reports
    out of one story (LEFT, for the log of that story) ties no two together."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="subjects")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    number = models.PositiveBigIntegerField()

    class Meta:
        verbose_name = _("subject of a decision")
        verbose_name_plural = _("subjects of a decision")
        constraints = (models.UniqueConstraint(fields=("kind", "number", "decision"), name="decision_subject_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class Verdict(models.TextChoices):
    OPEN = "open", _("Not answered")
    SAME = "same", _("The same")
    DIFFERENT = "different", _("Different")
    UNSURE = "unsure", _("Unsure")


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def between(self, kind: str, one: int, other: int) -> "ProposalQuerySet":
        return self.filter(kind=kind, one=min(one, other), other=max(one, other))

    def touching(self, kind: str, numbers: "set[int] | list[int]") -> "ProposalQuerySet":
        """Questions of which one side is among these numbers."""
        numbers = list(numbers)
        return self.filter(models.Q(one__in=numbers) | models.Q(other__in=numbers), kind=kind)

    def open(self) -> "ProposalQuerySet":
        """What waits for an answer, the most alike first."""
        return self.filter(verdict=Verdict.OPEN).order_by("-likeness", "-pk")


class Proposal(models.Model):
    """“Perhaps the same”: a question about two stories, people, sources or tags, asked once and never again.

    It stays when it has been answered, whatever the answer; what is "different" the import keeps apart.
    """

    kind = models.CharField(_("about"), max_length=10, choices=Kind.choices)
    one = models.PositiveBigIntegerField(_("one"))
    other = models.PositiveBigIntegerField(_("other"))
    likeness = models.FloatField(_("likeness"), default=0.0)
    reasons: "models.JSONField[Any, Any]" = models.JSONField(_("reasons"), default=dict)
    verdict = models.CharField(_("answer"), max_length=10, choices=Verdict.choices, default=Verdict.OPEN)
    asked_at = models.DateTimeField(_("asked"))
    decided_at = models.DateTimeField(_("answered"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered by"),
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("perhaps the same")
        ordering = ("-likeness", "-pk")
        indexes = (
            models.Index(fields=("kind", "verdict", "-likeness"), name="proposal_queue"),
            models.Index(fields=("kind", "other"), name="proposal_of_other"),
        )
        constraints = (
            models.UniqueConstraint(fields=("kind", "one", "other"), name="proposal_once"),
            models.CheckConstraint(condition=models.Q(one__lt=models.F("other")), name="proposal_ordered"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.one} and {self.other}: {self.verdict}"
