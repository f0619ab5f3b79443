"""The raw report, byte for byte."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class IntakeQuerySet(models.QuerySet["Intake"]):
    def light(self) -> "IntakeQuerySet":
        """Without the raw bytes and what was read from them, for lists."""
        return self.defer("raw", "reading", "original", "content")


class Intake(models.Model):
    """One import of one file. Its bytes never change; what was read from them points back into `text` by offsets.

    It is read again when somebody says what a block of it is. What the article then does not take over, because a
    person wrote it otherwise, waits for a decision (ReportChange).

    `revision` and `content` are what changes of the report are merged against. A report that was merged into what the
    desk had made of an earlier one has both: `content`, and the version of the article that it went into.
    """

    file_name = models.CharField(_("file"), max_length=255, db_index=True)
    sha256 = models.CharField(_("fingerprint"), max_length=64, db_index=True)
    gist = models.CharField(
        max_length=64,
        db_index=True,
        editable=False,
        default="",
        help_text=_("Fingerprint of the text, however it was saved."),
    )
    encoding = models.CharField(_("encoding"), max_length=20)
    raw = models.BinaryField(_("raw report"))
    reading = models.JSONField(
        _("reading"), help_text=_("What the reading engine made of the report, in the form that readreport prints.")
    )
    engine = models.PositiveSmallIntegerField(_("version of the reading engine"))
    details = models.JSONField(
        _("known beside the text"),
        default=dict,
        help_text=_("From a side file, a feed or the head of a page: headline, outlet, address, date, author."),
    )
    original = models.BinaryField(
        _("what the text was taken out of"),
        null=True,
        help_text=_("The page or the entry of a feed, if it was one."),
    )
    imported_at = models.DateTimeField(_("imported"), db_index=True)
    article = models.ForeignKey(
        "articles.Article", models.PROTECT, null=True, related_name="intakes", verbose_name=_("article")
    )
    revision = models.PositiveIntegerField(
        null=True,
        editable=False,
        help_text=_("The revision that holds what the import made of the report, when nobody had touched the article."),
    )
    content = models.JSONField(
        null=True,
        editable=False,
        help_text=_("What the import would have made of the report, when somebody had touched the article."),
    )
    waits = models.BooleanField(
        _("waits for a decision"),
        default=False,
        help_text=_("The report has changed since somebody worked on the article, and not all of it was taken over."),
    )

    objects = IntakeQuerySet.as_manager()

    class Meta:
        verbose_name = _("intake")
        verbose_name_plural = _("intake")
        ordering = ("-imported_at", "-pk")

    def __str__(self) -> str:
        return self.file_name

    @property
    def text(self) -> str:
        """The report as characters: offsets count these. Newlines and a byte order mark stand as in the file."""
        return bytes(self.raw).decode(self.encoding)

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """Blocks of the report: role, start, end, confidence, rule. They cover `text` without gap or overlap."""
        return list(self.reading["blocks"])
