"""The date of a report as far as it is known: ISO 8601 with the parts that the report states."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

PARTIAL_DATE = re.compile(r"(?:(?P<year>\d{4})|-)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII)
LEAP_YEAR = 2000


def validate_report_date(text: str) -> None:
    """Raises ValidationError unless `text` is ISO 8601 with as many parts as are known (2022, 2022-02, 2022-02-22, or
    --02-22 for a day whose year is not known) and such a day can be."""
    parts = PARTIAL_DATE.fullmatch(text)
    try:
        if parts is None or text == "-":
            raise ValueError
        date(int(parts["year"] or LEAP_YEAR), int(parts["month"] or 1), int(parts["day"] or 1))
    except ValueError:
        raise ValidationError(
            _("Write what is known of the date: 2022-02-22, 2022-02, 2022, or --02-22 without a year.")
        ) from None
