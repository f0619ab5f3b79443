"""The desk's working copy of an article. Readers never see it: they see PublishedArticle."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.html import plain
from articles.models.picture import Picture
from articles.models.tag import ArticleTag
from articles.report_date import validate_report_date
from articles.slugs import MAX_LENGTH, slug_for
from articles.workflow import EDITABLE, MACHINE_ACTS, Status


class ArticleQuerySet(models.QuerySet["Article"]):
    def for_list(self) -> "ArticleQuerySet":
        """What the desk's lists show, without the texts."""
        return self.select_related("source", "edited_by").defer("body", "standfirst")

    def given_to(self, user: Any) -> "ArticleQuerySet":
        """What others have given this person to work on."""
        return self.filter(assignee=user).exclude(created_by=user)


class Article(models.Model):
    """Its primary key is the public number that readers' addresses carry; it never changes."""

    status = models.CharField(_("state"), max_length=20, choices=Status.choices, default=Status.DRAFT, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    headline = models.CharField(_("headline"), max_length=300, blank=True)
    proposed_headline = models.CharField(
        _("proposed headline"),
        max_length=300,
        blank=True,
        help_text=_(
            "Taken from the text because the report has no headline. Write your own above, or confirm this one."
        ),
    )
    standfirst = models.TextField(_("standfirst"), blank=True, help_text=_("One or two sentences below the headline."))
    body = models.TextField(_("body"), blank=True)
    slug = models.SlugField(
        _("address words"),
        max_length=MAX_LENGTH,
        blank=True,
        help_text=_("The readable part of the address. Left empty, it is made from the headline."),
    )
    byline = models.CharField(_("byline"), max_length=300, blank=True, help_text=_("The names of those who wrote it."))
    dateline = models.CharField(
        _("dateline"), max_length=200, blank=True, help_text=_("The place it was reported from.")
    )
    report_date = models.CharField(
        _("date of the report"),
        max_length=10,
        blank=True,
        validators=[validate_report_date],
        help_text=_("As much as the report states: 2022-02-22, 2022-02, or --02-22 where the year is unknown."),
    )
    report_date_checked = models.BooleanField(
        _("date is checked"),
        default=False,
        help_text=_("Tick where nobody can know more of the date than stands here, or where it is right as it is."),
    )
    source = models.ForeignKey(
        "articles.Source",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("source"),
        help_text=_("The outlet that the report came from. Empty means unknown."),
    )
    section = models.ForeignKey(
        "articles.Section",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("section"),
        help_text=_("The part of the paper that it stands in."),
    )
    source_inferred = models.BooleanField(
        _("source is inferred"),
        default=False,
        help_text=_("Ticked where the outlet follows from the text but no line states it. Untick to confirm."),
    )

    original_url = models.URLField(
        _("address of the original"),
        max_length=500,
        blank=True,
        help_text=_("Where its outlet published this report. Search engines are told that it is the original."),
    )

    created_at = models.DateTimeField(_("created"), editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    edited_at = models.DateTimeField(_("last edited"), null=True, editable=False)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("last edited by"),
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("works on it"),
    )
    due_at = models.DateTimeField(_("due"), null=True, editable=False)
    embargo_until = models.DateTimeField(_("embargo until"), null=True, editable=False)
    report_name = models.CharField(_("report file"), max_length=255, null=True, unique=True, editable=False)  # noqa: DJ001

    copied_from: "models.ForeignKey[Article | None, Article | None]" = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="copies",
        editable=False,
        verbose_name=_("copied from"),
    )

    tags = TaggableManager(through=ArticleTag, blank=True, verbose_name=_("tags"))
    people: "models.ManyToManyField[Any, Any]" = models.ManyToManyField(
        "articles.Person", through="articles.Mention", related_name="articles", verbose_name=_("people")
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ("-created_at", "-pk")
        indexes = (
            models.Index(fields=("status", "-created_at"), name="article_by_state"),
            models.Index(fields=("-created_at",), name="article_newest"),
        )
        constraints = (models.CheckConstraint(condition=models.Q(status__in=Status.values), name="article_status"),)
        permissions = (
            ("take_up_article", _("Can take up ingested reports")),
            ("submit_article", _("Can submit articles to the desk")),
            ("request_changes_article", _("Can send articles back for changes")),
            ("approve_article", _("Can approve articles")),
            ("publish_article", _("Can publish articles")),
            ("confirm_article", _("Can confirm what the import published")),
            ("lift_embargo_article", _("Can lift or shorten embargoes")),
            ("rework_article", _("Can take up published articles for rework")),
            ("unpublish_article", _("Can unpublish articles")),
            ("spike_article", _("Can spike articles and bring them back")),
            ("kill_article", _("Can kill articles")),
            ("edit_any_article", _("Can edit the articles of others")),
        )

    def __str__(self) -> str:
        return self.best_headline or str(_("Article %(number)s without a headline") % {"number": self.pk})

    @property
    def best_headline(self) -> str:
        """The headline, or where there is none the proposed one, or ""."""
        return self.headline or self.proposed_headline

    @property
    def headline_proposed(self) -> bool:
        """Whether the only headline is one that nobody on the desk has confirmed."""
        return not self.headline and bool(self.proposed_headline)

    @property
    def address_words(self) -> str:
        """The slug that publication freezes."""
        return self.slug or slug_for(self.best_headline, "article")

    @property
    def editable(self) -> bool:
        return self.status in EDITABLE

    @property
    def of_report(self) -> bool:
        """Whether its text came in as a report: its own, or that of the article it was copied from. Costs a query for
        each copy on the way."""
        origin: Article | None = self
        while origin is not None and origin.report_name is None:
            origin = origin.copied_from
        return origin is not None

    @property
    def of_outlet(self) -> "Article":
        """Itself, or for a copy without an outlet the nearest one that it was copied from with an outlet: to whom it
        owes its text does not change by leaving it out. Costs a query for each copy on the way."""
        origin: Article | None = self
        while origin is not None and origin.source_id is None:
            origin = origin.copied_from
        return origin or self

    @property
    def touched(self) -> bool:
        """Whether a person has edited or moved it, with an account still or not. Costs a query unless it was edited."""
        return self.edited_at is not None or self.history.exclude(verb__in=MACHINE_ACTS).exists()

    @property
    def word_count(self) -> int:
        return len(plain(self.body).split())

    def snapshot(self) -> dict[str, Any]:
        """The whole aggregate as plain data, for a Revision: text and every row that belongs to the article."""
        uses = list(self.tagged.order_by("pk").values("tag_id", "start", "end", "by_import"))
        return {
            "headline": self.headline,
            "proposed_headline": self.proposed_headline,
            "standfirst": self.standfirst,
            "body": self.body,
            "slug": self.slug,
            "byline": self.byline,
            "dateline": self.dateline,
            "report_date": self.report_date,
            "report_date_checked": self.report_date_checked,
            "section": self.section_id,
            "source": self.source_id,
            "source_inferred": self.source_inferred,
            "original_url": self.original_url,
            "tags": sorted(use["tag_id"] for use in uses),
            "tag_uses": uses,
            "mentions": list(
                self.mentions.values("person_id", "surface", "role", "relative", "start", "end", "by_import")
            ),
            "credits": list(self.credits.values("source_id", "role", "start", "end")),
            "pictures": list(self.pictures.values(*Picture.SNAPSHOT)),
            "quotes": list(self.quotes.values("text", "quotation_id", "speaker_id", "tier", "start", "end")),
        }

    def claim(self, *, seen: int, by: Any, now: datetime) -> bool:
        """Take the working copy for one save by a person: true when nobody saved since version `seen`.

        One conditional UPDATE, so that of two savers one alone succeeds. It changes the version and who edited,
        on the row and on this instance; the fields are the caller's to write in the same transaction.
        """
        won = Article.objects.filter(pk=self.pk, version=seen, status__in=EDITABLE).update(
            version=seen + 1, edited_at=now, edited_by=by
        )
        if won:
            self.version, self.edited_at, self.edited_by = seen + 1, now, by
        return bool(won)
