"""From the paths that somebody names to the reports in them, one by one."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext as _

from articles.ingest.arrivals import feeds, jsonlines, packed, pages, sidefiles
from articles.ingest.arrivals.arrival import Arrival, refusal
from articles.ingest.reading import Refused, bytes_of, fault_of_ours, raw_report

logger = logging.getLogger(__name__)

TEXT = ".txt"
WAYS = (*pages.SUFFIXES, *feeds.SUFFIXES, *jsonlines.SUFFIXES)
"""Endings of the files that hold reports in another form than as a plain text."""


def is_way_in(name: str) -> bool:
    """Whether a file in a folder or an archive is taken for reports, by the end of its name. XML may be anything: a
    feed that ends in .xml is named by itself."""
    low = name.lower()
    return not name.startswith(".") and low.endswith((TEXT, *WAYS, *packed.SUFFIXES)) and not low.endswith(".xml")


def arrivals(path: Path, *, known_as: str = "", limit: int, archive_limit: int) -> Iterator[Arrival]:
    """The reports in one file, or why there are none.

    known_as: the name by which a report in it is known, if that is not the name of the file. limit: bytes of one
    report. archive_limit: bytes of an archive, a feed or a file of JSON lines, packed or not.
    """
    known_as = known_as or path.name
    name = path.name.lower()
    try:
        if name.endswith(packed.SUFFIXES):
            yield from _unpacked(str(path), path.name, bytes_of(path, archive_limit), limit, archive_limit)
        elif name.endswith((*feeds.SUFFIXES, *jsonlines.SUFFIXES)):
            yield from _other_form(str(path), known_as, bytes_of(path, archive_limit), limit)
        elif name.endswith(pages.SUFFIXES):
            yield from _other_form(str(path), known_as, bytes_of(path, limit), limit)
        else:
            report = raw_report(known_as, bytes_of(path, limit))
            details = sidefiles.details_beside(path.name, lambda beside: _beside(path.with_name(beside)))
            yield Arrival(str(path), replace(report, details=details))
    except Refused as fault:
        yield refusal(str(path), fault)
    except Exception as fault:  # in whatever reads a page, a feed or an archive: the other files go on
        logger.error("opening %s failed: %r", path, fault, exc_info=logger.isEnabledFor(logging.DEBUG))
        yield refusal(str(path), fault_of_ours(fault))


def _beside(path: Path) -> bytes | None:
    return bytes_of(path, sidefiles.LARGEST + 1) if path.exists() else None


def _other_form(label: str, name: str, raw: bytes, limit: int) -> Iterator[Arrival]:
    low = name.lower()
    if low.endswith(pages.SUFFIXES):
        yield pages.page(label, name, raw)
    elif low.endswith(jsonlines.SUFFIXES):
        yield from jsonlines.lines(label, name, raw, limit=limit)
    else:
        yield from feeds.entries(label, name, raw)


def _unpacked(label: str, name: str, raw: bytes, limit: int, archive_limit: int) -> Iterator[Arrival]:
    listed = packed.members(raw, name, total=archive_limit, each=limit)
    by_path = {member.path: member for member in listed}
    for member in sorted(listed, key=lambda member: member.path):
        if not is_way_in(member.path.name) or _is_hidden(member.path):
            continue
        place = f"{label}:{member.path}"
        try:
            if member.path.name.lower().endswith(packed.SUFFIXES):
                raise Refused(_("it is an archive within an archive: unpack it first."))
            if member.path.name.lower().endswith(WAYS):
                yield from _other_form(place, str(member.path), member.read(), limit)
            else:
                yield _member(place, member, by_path)
        except Refused as fault:
            yield refusal(place, fault)


def _is_hidden(path: PurePosixPath) -> bool:
    return any(part.startswith(".") and part != ".." for part in path.parts[:-1])


def _member(label: str, member: packed.Member, by_path: dict[PurePosixPath, packed.Member]) -> Arrival:
    def beside(name: str) -> bytes | None:
        found = by_path.get(member.path.with_name(name))
        return found.read() if found else None

    report = raw_report(str(member.path), member.read())
    return Arrival(label, replace(report, details=sidefiles.details_beside(member.path.name, beside)))
