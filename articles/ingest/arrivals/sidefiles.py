"""NAME.toml beside NAME.txt: what is known of a report beside its text (outlet, address, date, author, headline)."""

import tomllib
from collections.abc import Callable

from django.utils.translation import gettext as _

from articles.ingest.arrivals.arrival import details_of
from articles.ingest.reading import Details, Refused

SUFFIX = ".toml"
LARGEST = 64 * 1024
"""Bytes. A side file has a handful of lines."""


def side_files(report: str) -> tuple[str, str]:
    """What the side file of a report may be called: storm.toml or storm.txt.toml for storm.txt."""
    return report.rpartition(".")[0] + SUFFIX, report + SUFFIX


def details_beside(report: str, read: Callable[[str], bytes | None]) -> Details:
    """What the side file says; `read` gives the bytes of a file beside the report, None where there is none.

    Raises Refused: what somebody wrote down and cannot be understood must not be passed over.
    """
    for name in side_files(report):
        raw = read(name)
        if raw is not None:
            return details_of(_toml(raw, name), where=name)
    return Details()


def _toml(raw: bytes, name: str) -> dict[str, object]:
    try:
        if len(raw) > LARGEST:
            raise Refused(_("its side file %(name)s is too large.") % {"name": name})
        return tomllib.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as fault:
        raise Refused(_("its side file %(name)s cannot be read: %(why)s.") % {"name": name, "why": fault}) from None
