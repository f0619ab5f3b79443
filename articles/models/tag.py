"""The site's vocabulary, and its use in the desk's articles."""

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from articles.slugs import slug_for


class TagKind(models.TextChoices):
    TOPIC = "topic", _("Topic")
    PLACE = "place", _("Place")
    ORGANISATION = "organisation", _("Organisation")
    KEYWORD = "keyword", _("Keyword")


class Tag(TagBase):
    """A word of the vocabulary. Its synonyms are what reports may call it."""

    kind = models.CharField(_("kind"), max_length=12, choices=TagKind.choices, default=TagKind.KEYWORD)
    code = models.CharField(
        _("code"), max_length=40, blank=True, help_text=_("Code in a public vocabulary, such as medtop:11000000.")
    )
    description = models.TextField(_("description"), blank=True, help_text=_("Shown at the top of the tag's page."))

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                Lower("name"), name="tag_name_once", violation_error_message=_("There is a tag of this name already.")
            ),
        )

    def slugify(self, tag: str, i: int | None = None) -> str:
        slug = slug_for(tag, "tag")
        return slug if i is None else f"{slug}-{i}"


class TagSynonym(models.Model):
    """A word by which a report names a tag: its own name, a demonym, an abbreviation. A tag without any is named by its
    name alone."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="synonyms")
    name = models.CharField(_("word or words"), max_length=100)
    weak = models.BooleanField(
        _("only suggests"),
        default=False,
        help_text=_(
            "Tick for words that may mean something else, such as Washington: they suggest the tag to the desk."
        ),
    )

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")
        ordering = ("name",)
        # "NATO" and "Nato" are two words: a word with a capital is looked for exactly so.
        constraints = (models.UniqueConstraint(fields=("tag", "name"), name="tag_synonym_once"),)

    def __str__(self) -> str:
        return self.name


class ArticleTag(ItemBase):
    """A tag on the desk's working copy, with its evidence in the raw report where the import set it."""

    content_object = models.ForeignKey("articles.Article", models.CASCADE, related_name="tagged")
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="article_uses")
    start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    end = models.PositiveIntegerField(null=True, blank=True, editable=False)
    by_import = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("tag of an article")
        verbose_name_plural = _("tags of an article")
        constraints = (
            models.UniqueConstraint(fields=("content_object", "tag"), name="article_tag_once"),
            models.CheckConstraint(
                condition=models.Q(start__isnull=True, end__isnull=True) | models.Q(end__gt=models.F("start")),
                name="article_tag_span",
            ),
        )
