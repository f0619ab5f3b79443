"""Pictures of an article. An imported caption without a file is a picture that the desk still has to find."""

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.images.files import addresses

PERCENT = [MaxValueValidator(100)]


class Picture(models.Model):
    """The first with a file is the article's main image.

    `file` is the key of what `images/files.py` keeps; a new upload has a new one, and files are never deleted with
    the row, for publications and revisions go on naming them.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="pictures")
    file = models.CharField(_("file"), max_length=32, blank=True, editable=False)
    width = models.PositiveIntegerField(null=True, blank=True, editable=False)
    height = models.PositiveIntegerField(null=True, blank=True, editable=False)
    focus_x = models.PositiveSmallIntegerField(_("focus from the left (%)"), default=50, validators=PERCENT)
    focus_y = models.PositiveSmallIntegerField(_("focus from the top (%)"), default=50, validators=PERCENT)
    caption = models.TextField(_("caption"), blank=True)
    alt = models.CharField(
        _("words for it"),
        max_length=300,
        blank=True,
        help_text=_("What it shows, for those who cannot see it; not what the caption says already."),
    )
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made the picture, as it must be printed.")
    )
    rights = models.TextField(
        _("rights"), blank=True, help_text=_("Who owns it, and on what terms it may be used. Readers do not see it.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    end = models.PositiveIntegerField(null=True, blank=True, editable=False)

    SNAPSHOT: ClassVar[tuple[str, ...]] = (
        *("file", "width", "height", "focus_x", "focus_y"),
        *("caption", "alt", "credit", "rights", "position", "start", "end"),
    )
    """What a revision keeps of it."""

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.caption or self.credit or str(_("Picture"))

    @property
    def focus(self) -> tuple[int, int]:
        return self.focus_x, self.focus_y

    def image(self) -> dict[str, Any] | None:
        """Addresses and sizes of its files (images/renditions.py); None while it has none. Asks nothing of the disk."""
        if not self.file or not self.width or not self.height:
            return None
        return addresses(self.file, self.width, self.height, self.focus)

    def frozen(self) -> dict[str, Any]:
        """What a publication keeps of it."""
        return {"caption": self.caption, "alt": self.alt, "credit": self.credit, "image": self.image()}
