"""What readers have. One row for each publication of an article; the publish move writes it and nothing else does."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from taggit.models import ItemBase

from articles.models.tag import Tag
from articles.slugs import MAX_LENGTH
from articles.workflow import PUBLIC_NOTES, Change

NEWEST_FIRST = ("-published_at", "-number")


class PublishedArticleQuerySet(models.QuerySet["PublishedArticle"]):
    def visible(self, now: datetime) -> "PublishedArticleQuerySet":
        """What readers have at this moment."""
        return self.filter(Q(goes_off_at__isnull=True) | Q(goes_off_at__gt=now), goes_live_at__lte=now)

    def opened(self, now: datetime) -> "PublishedArticleQuerySet":
        """What readers have or have had: without what opens later, and what was cancelled before it opened."""
        return self.filter(goes_live_at__lte=now).exclude(goes_off_at=F("goes_live_at"))

    def lasting(self, now: datetime) -> "PublishedArticleQuerySet":
        """What readers have or will have: without what is over, and what was cancelled before it opened."""
        ends = Q(goes_off_at__gt=now) & Q(goes_off_at__gt=F("goes_live_at"))
        return self.filter(Q(goes_off_at__isnull=True) | ends)

    def recent(self, now: datetime) -> "PublishedArticleQuerySet":
        """What readers have since the last day, confirmed by the desk."""
        return self.visible(now).filter(goes_live_at__gt=now - timedelta(days=1), unconfirmed=False)

    def coming(self, now: datetime) -> "PublishedArticleQuerySet":
        """What readers will get at a set time."""
        return self.lasting(now).filter(goes_live_at__gt=now)

    def ending(self, now: datetime) -> "PublishedArticleQuerySet":
        """What readers will lose at a set time, when nothing takes its place at that moment."""
        follows = PublishedArticle.objects.filter(number=OuterRef("number"), goes_live_at=OuterRef("goes_off_at"))
        return self.lasting(now).filter(~Exists(follows.exclude(goes_off_at=F("goes_live_at"))), goes_off_at__gt=now)

    def newest(self) -> "PublishedArticleQuerySet":
        """By first publication, newest first; the number breaks ties."""
        return self.order_by(*NEWEST_FIRST)

    def for_cards(self) -> "PublishedArticleQuerySet":
        """What lists and rails show, without the texts."""
        return self.only("number", "slug", "headline", "standfirst", "excerpt", "published_at", "details")

    def about(self, tag: Tag) -> "PublishedArticleQuerySet":
        return self.filter(tagged__tag=tag)

    def noted(self, now: datetime) -> "PublishedArticleQuerySet":
        """Publications that told readers what they set right, once readers had them; over or not."""
        had = self.filter(goes_live_at__lte=now).exclude(goes_off_at=F("goes_live_at"))
        return had.filter(change__in=PUBLIC_NOTES).exclude(note="").order_by("-goes_live_at", "-number")

    def before(self, published_at: datetime, number: int) -> "PublishedArticleQuerySet":
        """Older than a place in the order of `newest`: the next page after its last row."""
        return self.filter(Q(published_at__lt=published_at) | Q(published_at=published_at, number__lt=number))

    def after(self, published_at: datetime, number: int) -> "PublishedArticleQuerySet":
        """Newer than a place in the order of `newest`."""
        return self.filter(Q(published_at__gt=published_at) | Q(published_at=published_at, number__gt=number))


class PublishedArticle(models.Model):
    """One publication: frozen text, rendered HTML, and the window in which readers have it.

    `details` holds what the page shows beside the text, so that a page is one row:
    {"section": {"name", "slug"} or null, "tags": [{"name", "slug"}], "people": [{"name", "slug", "roles": [text]}],
     "source": {"name", "slug", "inferred"} or null, "own": true where no report stands behind it, "original_url",
     "credits": [{"name", "slug"}],
     "pictures": [{"caption", "alt", "credit", "image": images.renditions.described or null}],
     "quotes": [{"text", "speaker": {"name", "slug"} or null}],
     "dates": [[key, text]], "figures": [[key, text]] (what the text gives, text/likeness/figures.py),
     "note_below": true where its public note stands below the text, "other_headlines": [text], "see_also": [text],
     "changed": [[[kind, text]]] of a correction or clarification (difference.changes)}
    """

    number = models.PositiveBigIntegerField(_("number"))
    revision = models.PositiveIntegerField(_("revision"))
    slug = models.SlugField(_("address words"), max_length=MAX_LENGTH)
    headline = models.CharField(_("headline"), max_length=300)
    headline_proposed = models.BooleanField(_("headline written by this site"), default=False)
    standfirst = models.TextField(_("standfirst"), blank=True)
    excerpt = models.TextField(_("excerpt"), blank=True)
    byline = models.CharField(_("byline"), max_length=300, blank=True)
    dateline = models.CharField(_("dateline"), max_length=200, blank=True)
    report_date = models.CharField(_("date of the report"), max_length=10, blank=True)
    body_html = models.TextField(_("body"))
    body_text = models.TextField(_("body as plain text"))
    details = models.JSONField(_("details"), default=dict)

    change = models.CharField(_("change"), max_length=15, choices=Change.choices)
    note = models.TextField(_("public note"), blank=True)
    unconfirmed = models.BooleanField(
        _("unconfirmed"),
        default=False,
        help_text=_("Published by the import; nobody on the desk has confirmed it yet."),
    )
    published_at = models.DateTimeField(_("first published"))
    modified_at = models.DateTimeField(_("last changed for readers"))
    goes_live_at = models.DateTimeField(_("live from"))
    goes_off_at = models.DateTimeField(_("live until"), null=True, blank=True)

    tags = TaggableManager(through="articles.PublishedTag", blank=True)

    objects = PublishedArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("published article")
        verbose_name_plural = _("published articles")
        indexes = (
            models.Index("published_at", "number", "goes_live_at", "goes_off_at", name="published_newest"),
            models.Index("number", F("goes_live_at").desc(), name="published_by_number"),
            models.Index("goes_off_at", name="published_over", condition=Q(goes_off_at__isnull=False)),
            models.Index("goes_live_at", name="published_coming"),
            models.Index(
                F("goes_live_at").desc(),
                F("number").desc(),
                name="published_noted",
                condition=Q(change__in=PUBLIC_NOTES),
            ),
        )
        constraints = (
            # That windows of one number never overlap is held by the database too: migration 0002_publication_windows.
            models.UniqueConstraint(
                fields=("number",), condition=Q(goes_off_at__isnull=True), name="published_open_once"
            ),
            models.CheckConstraint(
                condition=Q(goes_off_at__isnull=True) | Q(goes_off_at__gte=F("goes_live_at")), name="published_window"
            ),
            models.CheckConstraint(condition=~Q(headline=""), name="published_has_headline"),
        )

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return reverse("article", args=(self.number, self.slug))

    @property
    def picture_above(self) -> dict[str, Any] | None:
        """The main image, unless it stands in the text already."""
        first = next(iter(self.details.get("pictures", ())), None)
        return first if first and self._stands_alone(first) else None

    @property
    def pictures_below(self) -> list[dict[str, Any]]:
        """The other pictures with a file that do not stand in the text already."""
        return [picture for picture in self.details.get("pictures", ())[1:] if self._stands_alone(picture)]

    def _stands_alone(self, picture: dict[str, Any]) -> bool:
        image = picture.get("image")
        return image is not None and image["key"] not in self.body_html

    def is_visible(self, now: datetime) -> bool:
        return self.goes_live_at <= now and (self.goes_off_at is None or now < self.goes_off_at)


class PublishedTag(ItemBase):
    """A tag of a publication; tag pages and filters start from these rows."""

    content_object = models.ForeignKey(PublishedArticle, models.CASCADE, related_name="tagged")
    tag = models.ForeignKey(Tag, models.PROTECT, related_name="publications")
    published_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("tag", "published_at", "content_object"), name="published_tag_newest"),)
        constraints = (models.UniqueConstraint(fields=("content_object", "tag"), name="published_tag_once"),)


class PublishedPerson(models.Model):
    """A person named in a publication, with the roles as written there."""

    article = models.ForeignKey(PublishedArticle, models.CASCADE, related_name="named_people")
    person = models.ForeignKey("articles.Person", models.PROTECT, related_name="publications")
    roles: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    spellings: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    published_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("person", "published_at", "article"), name="published_person_newest"),)
        constraints = (models.UniqueConstraint(fields=("article", "person"), name="published_person_once"),)

    def __str__(self) -> str:
        return f"{self.person_id} in {self.article_id}"


class PublishedSection(models.Model):
    """The section that a publication stands in; section pages and filters start from these rows."""

    article = models.OneToOneField(PublishedArticle, models.CASCADE, related_name="filed")
    section = models.ForeignKey("articles.Section", models.PROTECT, related_name="publications")
    published_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("section", "published_at", "article"), name="published_section_newest"),)

    def __str__(self) -> str:
        return f"{self.section_id} of {self.article_id}"


class PublishedSource(models.Model):
    """An outlet or agency behind a publication."""

    class Role(models.TextChoices):
        OUTLET = "outlet", _("Published by")
        REPORTING = "reporting", _("Credited for reporting")

    article = models.ForeignKey(PublishedArticle, models.CASCADE, related_name="sources")
    source = models.ForeignKey("articles.Source", models.PROTECT, related_name="publications")
    role = models.CharField(max_length=10, choices=Role.choices)
    published_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("source", "published_at", "article"), name="published_source_newest"),)
        constraints = (models.UniqueConstraint(fields=("article", "source", "role"), name="published_source_once"),)

    def __str__(self) -> str:
        return f"{self.source_id} {self.role} in {self.article_id}"


class PublishedQuote(models.Model):
    """A quotation in a publication whose speaker is sure or confirmed."""

    article = models.ForeignKey(PublishedArticle, models.CASCADE, related_name="quotes")
    person = models.ForeignKey("articles.Person", models.PROTECT, null=True, related_name="published_quotes")
    quotation = models.ForeignKey("articles.Quotation", models.PROTECT, related_name="publications")
    text = models.TextField()
    position = models.PositiveSmallIntegerField()
    published_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("position",)
        indexes = (models.Index(fields=("person", "published_at", "article"), name="published_quote_newest"),)
        constraints = (models.UniqueConstraint(fields=("article", "position"), name="published_quote_position"),)

    def __str__(self) -> str:
        return self.text
