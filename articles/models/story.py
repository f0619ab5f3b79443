"""A story: all reports of one event, and what reports find their story by."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.published import PublishedArticle, PublishedArticleQuerySet
from articles.slugs import MAX_LENGTH, slug_for

TERM_LENGTH = 40


class Decider(models.TextChoices):
    IMPORT = "import", _("The import")
    PERSON = "person", _("A person")


class StoryQuerySet(models.QuerySet["Story"]):
    def told(self) -> "StoryQuerySet":
        """Stories that more than one report tells, the latest first."""
        return self.filter(size__gte=2).order_by("-latest_at", "-pk")


class Story(models.Model):
    """All reports of one event. Its primary key is the public number of its page; it never changes.

    A story whose reports all went to another one stays as a signpost to it (`merged_into`), so that no address dies.
    """

    title = models.CharField(
        _("title"),
        max_length=300,
        blank=True,
        help_text=_("Public. Left empty, the headline of its first report is shown."),
    )
    created_at = models.DateTimeField(_("created"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("created by")
    )
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="absorbed", verbose_name=_("went into")
    )
    size = models.PositiveIntegerField(_("reports"), default=0, editable=False)
    latest_at = models.DateTimeField(_("latest report"), null=True, editable=False)

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ("-pk",)
        indexes = (models.Index(fields=("-latest_at", "-id"), name="story_told", condition=models.Q(size__gte=2)),)

    def __str__(self) -> str:
        return self.title or str(_("Story %(number)s") % {"number": self.pk})

    def get_absolute_url(self) -> str:
        """The page's address with the words of its own title; the number alone decides."""
        return reverse("story", args=(self.pk, slug_for(self.title, "story")))

    @property
    def survivor(self) -> "Story":
        """The story that this one's reports are in now: itself unless it went into another."""
        story, seen = self, {self.pk}
        while story.merged_into is not None and story.merged_into_id not in seen:
            story = story.merged_into
            seen.add(story.pk)
        return story

    def family(self) -> set[int]:
        """The numbers of this story and of all that went into it."""
        found, new = {self.pk}, {self.pk}
        while new:
            new = set(Story.objects.filter(merged_into__in=new).values_list("pk", flat=True)) - found
            found |= new
        return found

    @property
    def held(self) -> bool:
        """Whether a person has decided anything about which reports it has."""
        return self.confirmed_at is not None or self.members.filter(decided_by=Decider.PERSON).exists()

    # What readers are told. It starts from the story's members and ends in visible publications alone; a headline
    # that is only in a working copy is never the title of a public page.

    def reports(self, now: datetime) -> "PublishedArticleQuerySet":
        """What readers have of the story at this moment, in the order of first publication."""
        numbers = StoryMember.objects.filter(story=self).values("article_id")
        return PublishedArticle.objects.visible(now).filter(number__in=numbers).order_by("published_at", "number")

    def public_title(self, first: PublishedArticle) -> str:
        """The title for readers; `first` is the first of `reports`."""
        return self.title or first.headline

    def public_slug(self, first: PublishedArticle) -> str:
        return slug_for(self.public_title(first), "story")[:MAX_LENGTH]


def other_reports(number: int, now: datetime) -> "PublishedArticleQuerySet":
    """What readers have of the story of article `number` beside it, the newest first."""
    story = StoryMember.objects.filter(article_id=number).values("story_id")[:1]
    numbers = StoryMember.objects.filter(story__in=story).exclude(article_id=number).values("article_id")
    return PublishedArticle.objects.visible(now).filter(number__in=numbers).newest()


class StoryMember(models.Model):
    """A report's place in its story. What a person decided is never moved by the import."""

    article = models.OneToOneField(
        "articles.Article", models.CASCADE, primary_key=True, related_name="membership", verbose_name=_("article")
    )
    story = models.ForeignKey(Story, models.PROTECT, related_name="members", verbose_name=_("story"))
    decided_by = models.CharField(_("decided by"), max_length=10, choices=Decider.choices, default=Decider.IMPORT)
    joined_at = models.DateTimeField(_("since"))
    evidence: "models.JSONField[Any, Any]" = models.JSONField(
        _("evidence"),
        default=dict,
        help_text=_("Why the import put it here: the nearest report, the likeness, its margin, and what they share."),
    )

    class Meta:
        verbose_name = _("report of a story")
        verbose_name_plural = _("reports of a story")
        ordering = ("joined_at", "article_id")

    def __str__(self) -> str:
        return f"{self.article_id} in story {self.story_id}"


class StorySignature(models.Model):
    """What a report is compared by (text/likeness.py), and the day it belongs to."""

    article = models.OneToOneField("articles.Article", models.CASCADE, primary_key=True, related_name="signature")
    day = models.DateField(help_text="The report's own date where it states one in full, else the day of its import.")
    dated = models.BooleanField()
    terms: "models.JSONField[Any, Any]" = models.JSONField(help_text="[[term, weight, 1 for a name, as written], ...]")
    occasion: "models.JSONField[Any, Any]" = models.JSONField(
        default=dict, help_text="When and how many (text/occasion.py): day, numbers, words that look back."
    )
    sketch: "models.JSONField[Any, Any]" = models.JSONField(help_text="Numbers that stand for its runs of words.")

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")

    def __str__(self) -> str:
        return f"signature of {self.article_id}"


class StoryTerm(models.Model):
    """The index from a term to the reports that it is typical of. Read by term and day, and written; never changed."""

    pk = models.CompositePrimaryKey("term", "day", "article_id")
    term = models.CharField(max_length=TERM_LENGTH)
    day = models.DateField()
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+", db_index=False)
    weight = models.FloatField()

    class Meta:
        verbose_name = _("term of a report")
        verbose_name_plural = _("terms of reports")

    def __str__(self) -> str:
        return f"{self.term} ({self.article_id})"


class TermCount(models.Model):
    """How many reports hold a term; the empty term counts all reports."""

    term = models.CharField(max_length=TERM_LENGTH, primary_key=True)
    reports = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("count of a term")
        verbose_name_plural = _("counts of terms")

    def __str__(self) -> str:
        return f"{self.term}: {self.reports}"
