"""Times as the newsroom says and types them: by its own clock, with the name of its zone."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _

LATEST = timedelta(days=3653)
"""How far ahead a time may lie; beyond ten years it is a slip of the keys."""


class WrongTime(ValueError):
    """What was typed is no time that this newsroom's clock will show. The text is a sentence for who typed it."""


def moment(at: datetime | None, *, now: datetime | None = None) -> str:
    """A time as the desk says it: “10:04” of today, else “5 Mar 2024, 10:04”."""
    if at is None:
        return ""
    local, today = timezone.localtime(at), timezone.localtime(now or timezone.now())
    clock = date_format(local, "H:i")
    if local.date() == today.date():
        return clock
    return _("%(day)s, %(clock)s") % {"day": date_format(local, "j M Y"), "clock": clock}


def zoned(at: datetime, *, now: datetime | None = None) -> str:
    """A time with its zone: “24 Feb, 06:00 GMT”, with the year when it is not this one."""
    local = timezone.localtime(at)
    same_year = local.year == timezone.localtime(now or timezone.now()).year
    return date_format(local, "j M, H:i T" if same_year else "j M Y, H:i T")


def typed_time(text: str, *, now: datetime) -> datetime | None:
    """The time that a field for day and time has sent; None for an empty one.

    Raises WrongTime for nonsense, for a time more than ten years off, and for one that the change to or from summer
    time leaves out or shows twice: which of the two is meant only a person can say.
    """
    if not text.strip():
        return None
    try:
        typed = parse_datetime(text.strip())
    except ValueError:
        typed = None
    if typed is None or abs(typed.year - now.year) > LATEST.days // 365:
        raise WrongTime(_("“%(text)s” is no day and time of the next ten years.") % {"text": text.strip()[:40]})
    if timezone.is_aware(typed):
        return typed
    zone = timezone.get_current_timezone()
    first, second = (typed.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return first
    said = {
        "clock": date_format(typed, "H:i"),
        "day": date_format(typed, "j M Y"),
        "zone": timezone.get_current_timezone_name(),
    }
    # Of a time that is left out the earlier reading has the smaller offset, of one that comes twice the greater one.
    if first.utcoffset() < second.utcoffset():  # type: ignore[operator]
        raise WrongTime(_("%(clock)s is left out on %(day)s: the clocks go forward then (%(zone)s).") % said)
    raise WrongTime(
        _("%(clock)s comes twice on %(day)s: the clocks go back then (%(zone)s). Choose a time before or after.") % said
    )
