"""What lies in a folder and in the folders within it: the files that may hold reports, and what is left out and why.

No link to a folder is followed, so that no loop of links can hold a run up; whoever wants such a folder names it.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from articles.ingest.arrivals import is_way_in, side_files

DEEPEST = 32
"""Folders within folders. Newsrooms file by year, month, day and desk; what lies deeper is an accident."""


class LeftOut(StrEnum):
    """Why an entry of a folder is passed over."""

    OTHER = "not named like a report"
    HIDDEN = "hidden"
    LINK = "links to folders"
    DEEP = "folders too deep within others"


@dataclass(slots=True)
class Contents:
    """The reports of a folder in the order of their paths, which is the same on every machine; what was left out, by
    its path below the folder; and the folders that could not be looked into."""

    reports: list[Path] = field(default_factory=list)
    left_out: dict[LeftOut, list[str]] = field(default_factory=dict)
    closed: list[Path] = field(default_factory=list)


def contents(folder: Path) -> Contents:
    """Everything in a folder and the folders within it."""
    found = Contents()
    faults: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=faults.append):
        here = Path(place)
        deep = len(here.relative_to(folder).parts) >= DEEPEST
        for name in tuple(folders):
            if why := _no_folder(here / name, deep):
                folders.remove(name)
                _leave(found, why, folder, here / name)
        reports = [name for name in names if is_way_in(name)]
        beside = {name for report in reports for name in side_files(report)}
        found.reports += [here / name for name in reports]
        for name in set(names) - beside.union(reports):
            _leave(found, LeftOut.HIDDEN if name.startswith(".") else LeftOut.OTHER, folder, here / name)
    found.closed = sorted(Path(str(fault.filename)) for fault in faults)
    found.reports.sort()
    for left in found.left_out.values():
        left.sort()
    return found


def _no_folder(folder: Path, deep: bool) -> LeftOut | None:
    if folder.name.startswith("."):
        return LeftOut.HIDDEN
    if folder.is_symlink():
        return LeftOut.LINK
    return LeftOut.DEEP if deep else None


def _leave(found: Contents, why: LeftOut, folder: Path, entry: Path) -> None:
    found.left_out.setdefault(why, []).append(str(entry.relative_to(folder)))


@dataclass(slots=True)
class Named:
    """What the paths that somebody named stand for: files, each with the name by which its report is known, the
    folders among them with the names in each, and what was left out.

    A report is known by its file name; one in a folder that was named, by its path below that folder. A folder of
    which a part could not be looked into has no names: nothing can be missed there.
    """

    files: dict[Path, str] = field(default_factory=dict)
    folders: dict[Path, list[str]] = field(default_factory=dict)
    left_out: dict[LeftOut, list[str]] = field(default_factory=dict)


def named(paths: Iterable[Path]) -> Named:
    """The files that these paths name, in their order, each once."""
    found = Named()
    for path in paths:
        if not _is_folder(path):
            found.files.setdefault(path, path.name)
            continue
        inside = contents(path)
        names = {report: report.relative_to(path).as_posix() for report in inside.reports}
        for report, name in names.items():
            found.files.setdefault(report, name)
        for closed in inside.closed:
            found.files.setdefault(closed, closed.name)  # opening it will tell why
        if not inside.closed:
            found.folders[path] = list(names.values())
        for why, entries in inside.left_out.items():
            found.left_out.setdefault(why, []).extend(entries)
    return found


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
