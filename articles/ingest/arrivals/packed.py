"""Zip and tar archives, read member by member and never unpacked to disk.

What makes an archive dangerous is refused by name: members that lead out of it, links and devices, passwords, and more
bytes or members than the limits allow. A refused member never takes the others with it.
"""

import bz2
import gzip
import io
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import IO

from django.utils.translation import gettext as _

from articles.ingest.reading import Refused

SUFFIXES = (".zip", ".tar", ".tgz", ".tar.gz", ".tbz2", ".tar.bz2", ".txz", ".tar.xz")
MOST_MEMBERS = 100_000
DAMAGED = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)
"""What reading a broken or cleverly made archive may raise."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its path there, and its bytes on demand (Refused when they are not to be had)."""

    path: PurePosixPath
    read: Callable[[], bytes]


class Room:
    """How many bytes may still come out of an archive, and how many of them at once."""

    def __init__(self, total: int, each: int) -> None:
        self.left, self.each = total, each

    def read(self, file: IO[bytes]) -> bytes:
        """One member whole. Raises Refused when it is too large, or when all room is used up."""
        data = file.read(min(self.each, self.left) + 1)
        self.left -= len(data)
        if self.left < 0:
            raise Refused(_too_much())
        if len(data) > self.each:
            raise Refused(
                _("it is larger than the limit of %(limit)d bytes (setting NEWSROOM_REPORT_SIZE_LIMIT).")
                % {"limit": self.each}
            )
        return data


def members(raw: bytes, name: str, *, total: int, each: int) -> list[Member]:
    """The files in an archive, folders left out. total, each: bytes that all and one may have. Raises Refused."""
    try:
        listed = _zip(raw, Room(total, each)) if name.lower().endswith(".zip") else _tar(raw, total, each)
        found = [member for member, _count in zip(listed, range(MOST_MEMBERS + 1), strict=False)]
    except DAMAGED as fault:
        raise Refused(_("the archive is damaged (%(why)s).") % {"why": fault or type(fault).__name__}) from None
    if len(found) > MOST_MEMBERS:
        raise Refused(_("it has more than %(most)d files.") % {"most": MOST_MEMBERS})
    return found


def _zip(raw: bytes, room: Room) -> Iterator[Member]:
    archive = zipfile.ZipFile(io.BytesIO(raw))
    for info in archive.infolist():
        if not info.is_dir():
            yield Member(PurePosixPath(info.filename), _guarded(info.filename, partial(_of_zip, archive, info, room)))


def _of_zip(archive: zipfile.ZipFile, info: zipfile.ZipInfo, room: Room) -> bytes:
    if info.flag_bits & 1:
        raise Refused(_("it is locked with a password."))
    if (info.external_attr >> 16) & 0o170000 not in (0, 0o100000):
        raise Refused(_("it is a link or a device, not a file."))
    with archive.open(info) as file:
        return room.read(file)


def _tar(raw: bytes, total: int, each: int) -> Iterator[Member]:
    archive = tarfile.open(fileobj=io.BytesIO(_uncompressed(raw, total)), mode="r:")  # noqa: SIM115 (a pass over bytes)
    room = Room(total, each)
    for info in archive:
        if not info.isdir():
            yield Member(PurePosixPath(info.name), _guarded(info.name, partial(_of_tar, archive, info, room)))


def _of_tar(archive: tarfile.TarFile, info: tarfile.TarInfo, room: Room) -> bytes:
    file = archive.extractfile(info) if info.isreg() else None
    if file is None:
        raise Refused(_("it is a link or a device, not a file."))
    with file:
        return room.read(file)


def _uncompressed(raw: bytes, total: int) -> bytes:
    """The bytes of a tar. Its own headers may be a trap, so that no more than `total` of it is ever made."""
    for mark, opened in ((b"\x1f\x8b", gzip.open), (b"BZh", bz2.open), (b"\xfd7zXZ", lzma.open)):
        if raw.startswith(mark):
            with opened(io.BytesIO(raw)) as file:
                data: bytes = file.read(total + 1)
            if len(data) > total:
                raise Refused(_too_much())
            return data
    return raw


def _guarded(name: str, read: Callable[[], bytes]) -> Callable[[], bytes]:
    def guarded() -> bytes:
        path = PurePosixPath(name)
        if path.is_absolute() or "\\" in name or ".." in path.parts or re.match("[A-Za-z]:", name):
            raise Refused(_("its name leads out of the archive."))
        try:
            return read()
        except DAMAGED as fault:
            raise Refused(
                _("it is damaged in the archive (%(why)s).") % {"why": fault or type(fault).__name__}
            ) from None

    return guarded


def _too_much() -> str:
    return _("the archive holds more than the limit allows (setting NEWSROOM_ARCHIVE_SIZE_LIMIT).")
