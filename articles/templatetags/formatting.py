"""How dates, numbers and quotations are written for readers."""

import re
from datetime import date, datetime

from django import template
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.html import WORDS_A_MINUTE

register = template.Library()

PARTIAL_DATE = re.compile(r"(\d{4})?(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
MARKS = '"“”„«»'
A_LEAP_YEAR = 2000


@register.filter
def day(value: date | datetime) -> str:
    """5 March 2024, on the site's clocks."""
    return date_format(localtime(value) if isinstance(value, datetime) else value, _("j F Y"))


@register.filter
def weekday(value: date) -> str:
    """Tuesday."""
    return date_format(value, "l")


@register.filter
def month(value: date) -> str:
    """March 2024."""
    return date_format(value, _("F Y"))


@register.filter
def clock(value: datetime) -> str:
    """12:00."""
    return date_format(localtime(value), _("H:i"))


@register.filter
def moment(value: datetime) -> str:
    """5 March 2024, 12:00 UTC."""
    return date_format(localtime(value), _("j F Y, H:i T"))


@register.filter
def day_and_time(value: datetime) -> str:
    """5 March, 12:00; of another year than this with its number. Never "today": a copy in a cache may be older."""
    local = localtime(value)
    return f"{date_format(local, _('j F') if local.year == localtime().year else _('j F Y'))}, {clock(value)}"


@register.filter
def iso(value: date | datetime) -> str:
    """For the attribute of <time>: 2024-03-05T12:00:00+00:00, or 2024-03-05 of a date."""
    return localtime(value).isoformat(timespec="seconds") if isinstance(value, datetime) else value.isoformat()


@register.filter
def partial_date(text: str) -> str:
    """A date of which not everything is known (ISO 8601, `--02-22` without year) in words; as it stands if it is none.

    >>> partial_date("--02-22")
    '22 February (year not stated)'
    """
    match = PARTIAL_DATE.fullmatch(text.removeprefix("-"))
    if match is None or not any(match.groups()):
        return text
    year, month_, day_ = (int(part) if part else None for part in match.groups())
    try:
        shown = date(A_LEAP_YEAR if year is None else year, month_ or 1, day_ or 1)
    except ValueError:
        return text
    if year is not None:
        return date_format(shown, _("j F Y") if day_ else _("F Y") if month_ else "Y")
    known = date_format(shown, _("j F") if day_ else "F")
    return _("%(date)s (year not stated)") % {"date": known}


@register.filter
def reading_time(text: str) -> str:
    """3 min read."""
    minutes = max(1, round(len(text.split()) / WORDS_A_MINUTE))
    return ngettext("%(minutes)d min read", "%(minutes)d min read", minutes) % {"minutes": minutes}


@register.filter
def quoted(text: str) -> str:
    """Spoken words between quotation marks, whatever marks and commas they were printed with."""
    return _("“%(words)s”") % {"words": bare(text)}


@register.filter
def bare(text: str) -> str:
    """Spoken words without the marks around them."""
    return text.strip().strip(MARKS).rstrip(",").strip()
