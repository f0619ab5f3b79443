"""The files that reports come in: by which name which report is known, and whether the file is still there."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReportFile(models.Model):
    """A name and what the file of that name said last. Two names may stand for one report: a file that was renamed,
    or one that lies there twice."""

    name = models.CharField(_("file"), max_length=255, unique=True)
    sha256 = models.CharField(_("fingerprint"), max_length=64)
    intake = models.ForeignKey("articles.Intake", models.PROTECT, related_name="files", verbose_name=_("report"))
    folder = models.TextField(_("folder"), blank=True, help_text=_("Where it was loaded from last."))
    listed = models.BooleanField(
        default=False, help_text=_("Whether the whole folder was loaded, so that it is missed when it is gone.")
    )
    gone_at = models.DateTimeField(_("missed since"), null=True)

    class Meta:
        verbose_name = _("report file")
        verbose_name_plural = _("report files")
        indexes = (models.Index(fields=("folder", "listed"), name="report_file_in_folder"),)

    def __str__(self) -> str:
        return self.name
