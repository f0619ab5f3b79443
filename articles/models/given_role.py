"""What people said a block of a report is, where the reading had it otherwise."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.history import LONGEST_ACTOR
from articles.text.report import Role


class GivenRoleQuerySet(models.QuerySet["GivenRole"]):
    def placed(self, text: str) -> list[tuple["GivenRole", int]]:
        """Where the roles hold in this text: each with the beginning of its stretch.

        At the same place where the same words stand there; else where they stand once in the whole text. In a later
        version of a report that has lost the words, or has them twice, nobody knows what was meant.
        """
        found: list[tuple[GivenRole, int]] = []
        for given in self.order_by("start", "pk"):
            start = given.start
            if text[start : given.end] != given.text:
                start = text.find(given.text) if text.count(given.text) == 1 else -1
            if start >= 0:
                found.append((given, start))
        return found

    def in_text(self, text: str) -> list[tuple[int, int, Role]]:
        """The roles that hold in this text, as `text.read` takes them."""
        return [(start, start + len(given.text), Role(given.role)) for given, start in self.placed(text)]


class GivenRole(models.Model):
    """A stretch of a report with the role that a person gave it. It holds at every reading, also of a later version."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="given_roles")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField(_("words"))
    role = models.CharField(_("what it is"), max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    actor = models.CharField(_("by"), max_length=LONGEST_ACTOR, help_text=_("Name at that time."))
    at = models.DateTimeField(_("at"))

    objects = GivenRoleQuerySet.as_manager()

    class Meta:
        verbose_name = _("given role")
        verbose_name_plural = _("given roles")
        ordering = ("start", "pk")
        constraints = (
            models.UniqueConstraint(fields=("article", "start"), name="given_role_once"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="given_role_span"),
        )

    def __str__(self) -> str:
        return f"{self.role}: {self.text[:60]}"
