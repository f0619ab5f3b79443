"""A table of one row at most: what is chosen once for the whole site."""

from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class OneRow(models.Model):
    """No row means that nobody has chosen anything yet. A model's Meta holds its key to `ONLY`."""

    ONLY: ClassVar[int] = 1

    version = models.PositiveIntegerField(default=0, editable=False)
    edited_at = models.DateTimeField(_("last changed"), null=True, editable=False)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False, verbose_name=_("by")
    )

    class Meta:
        abstract = True

    def claim(self, *, seen: int, by: Any, now: datetime) -> bool:
        """Take the row for one save by a person who read version `seen`: false when somebody saved since."""
        rows = type(self)._default_manager.filter(pk=self.pk, version=seen)
        won = rows.update(version=seen + 1, edited_at=now, edited_by=by)
        if won:
            self.version, self.edited_at, self.edited_by = seen + 1, now, by
        return bool(won)
