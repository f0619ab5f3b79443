"""From a file to characters: a report's bytes, its encoding, and refusals that say what to do.

Nothing is translated: no newline, no byte order mark. `text.encode(encoding) == raw` holds for every report.
"""

import errno
import hashlib
import os
import re
import stat
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

MAX_LINES = 250_000
MAX_LINE = 1_000_000
"""A report of more lines, or with a line of more characters, is no news report; reading one costs minutes and hundreds
of megabytes."""


LONGEST_NAME = 255
"""Characters of the name that a report is known by, with the folders in it: what the database keeps."""


class Refused(Exception):
    """The file cannot be a report. The message says why and what to do, in a sentence for the desk."""


def fault_of_ours(fault: Exception) -> str:
    """Why a file is refused when reading it failed: it is not the file's fault, and the other files go on."""
    return _("a fault in this program (%(fault)s): please report it.") % {"fault": type(fault).__name__}


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of a report without reading it: from a side file, a feed, the head of a page. "" is unknown."""

    headline: str = ""
    outlet: str = ""
    address: str = ""
    date: str = ""  # as models.Article.report_date: 2022-02-22, 2022-02, 2022 or --02-22
    author: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """What is known, as an Intake keeps it."""
        return {name: list(value) if name == "author" else value for name, value in asdict(self).items() if value}


@dataclass(frozen=True, slots=True)
class RawReport:
    """A file as it is: its name (in a folder or an archive the path below that), its bytes, their SHA-256 (hex), and
    the characters they stand for.

    original: the bytes that the text was taken out of, where that was not a plain text (a page, an entry of a feed).
    """

    name: str
    raw: bytes
    sha256: str
    text: str
    encoding: str
    warnings: tuple[str, ...] = field(default=())
    details: Details = field(default_factory=Details)
    original: bytes | None = None


def open_report(path: Path, *, limit: int) -> RawReport:
    """Read one file of at most `limit` bytes. Raises Refused."""
    return raw_report(path.name, bytes_of(path, limit))


def raw_report(name: str, raw: bytes) -> RawReport:
    """The report that these bytes are, under this file name. Raises Refused."""
    if not raw:
        raise Refused(_("it is empty."))
    name = file_name(name)
    if len(name) > LONGEST_NAME or "\0" in name:
        raise Refused(_("its name is longer than %(most)d characters, or none.") % {"most": LONGEST_NAME})
    text, encoding = decode(raw)
    if not text.strip().strip("\ufeff\u200b\u2060").strip():
        raise Refused(_("it is empty: there is nothing in it but white space."))
    if max(text.count("\n"), text.count("\r")) > MAX_LINES:
        raise Refused(_("it has more than %(lines)d lines: split it into its reports.") % {"lines": MAX_LINES})
    if len(text) > MAX_LINE and any(len(line.group()) > MAX_LINE for line in _LINE.finditer(text)):
        raise Refused(_("it has a line of more than %(length)d characters: is it a report?") % {"length": MAX_LINE})
    warnings: tuple[str, ...] = ()
    if encoding != "utf-8":
        warnings = (_("read as %(encoding)s") % {"encoding": encoding},)
    return RawReport(name, raw, hashlib.sha256(raw).hexdigest(), text, encoding, warnings)


def file_name(name: str) -> str:
    """The name by which a report is known. A file name is bytes; what is not UTF-8 in it no database keeps."""
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:  # half a character that no byte stands for, as JSON may have it
        return name.encode("utf-8", "replace").decode("utf-8")


_LINE = re.compile(r"[^\r\n]+")


def bytes_of(path: Path, limit: int) -> bytes:
    """The bytes of a file, at most `limit` of them. Raises Refused for what is no file of that size."""
    try:
        if path.is_symlink() and path.resolve(strict=True).parent != path.parent.resolve():
            raise Refused(_("it is a link to a file outside its folder: copy the file itself here."))
        # NONBLOCK: opening a pipe that nobody writes to would wait for ever.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except FileNotFoundError:
        if path.is_symlink():
            raise Refused(_("it is a link to a file that does not exist.")) from None
        raise Refused(_("there is no such file.")) from None
    except PermissionError:
        raise Refused(_("it may not be read: change its permissions.")) from None
    except (OSError, RuntimeError, ValueError) as error:
        if isinstance(error, RuntimeError) or getattr(error, "errno", None) == errno.ELOOP:
            raise Refused(_("it is a link that leads back to itself.")) from None
        if getattr(error, "errno", None) == errno.ENXIO:
            raise Refused(_("it is not a file but a socket.")) from None
        raise Refused(_("it cannot be opened (%(why)s).") % {"why": error}) from None
    try:
        before = os.fstat(descriptor)
        if stat.S_ISDIR(before.st_mode):
            raise Refused(_("it is a folder: name the files in it, or the folder alone."))
        if not stat.S_ISREG(before.st_mode):
            raise Refused(_("it is not a file but a pipe or a device."))
        with open(descriptor, "rb", closefd=False) as file:
            raw = file.read(limit + 1)
        after = os.fstat(descriptor)
    except OSError as error:
        raise Refused(_("it cannot be read (%(why)s).") % {"why": error.strerror}) from None
    finally:
        os.close(descriptor)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Refused(_("it changed while it was read: run again when it is complete."))
    if len(raw) > limit:
        raise Refused(
            _("it is larger than the limit of %(limit)d bytes: is it one report? (setting NEWSROOM_REPORT_SIZE_LIMIT)")
            % {"limit": limit}
        )
    return raw


def decode(raw: bytes) -> tuple[str, str]:
    """The characters of a report and the name of their encoding: UTF-8, UTF-16, UTF-32 or cp1252. Raises Refused.

    A byte order mark stays the first character, so that encoding the text again gives the same bytes.
    """
    encoding = _wide_encoding(raw)
    if encoding is None:
        if b"\0" in raw:
            raise Refused(_("it is not a text but binary data."))
        try:
            return _checked(raw.decode("utf-8"), "utf-8")
        except UnicodeDecodeError as error:
            if not _looks_like_cp1252(raw, error):
                raise Refused(
                    _("its characters cannot be told: byte %(place)d is not UTF-8. Save it as UTF-8.")
                    % {"place": error.start}
                ) from None
            encoding = "cp1252"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused(
            _("its characters cannot be told: byte %(place)d is not %(encoding)s. Save it as UTF-8.")
            % {"place": error.start, "encoding": encoding}
        ) from None
    if text.encode(encoding) != raw:
        raise Refused(_("its characters cannot be kept as they are. Save it as UTF-8."))
    return _checked(text, encoding)


_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def _checked(text: str, encoding: str) -> tuple[str, str]:
    """Refuse what decodes but is no text: a database cannot keep NUL, and a text has next to no control characters."""
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls * 20 > len(text):
        raise Refused(_("it is not a text but binary data."))
    return text, encoding


_MARKS = (
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


def _wide_encoding(raw: bytes) -> str | None:
    """UTF-16 or UTF-32 by its byte order mark, or UTF-16 without one by where its NUL bytes stand."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    sample = raw[:4096]
    if len(sample) >= 4:
        even, odd = sample[0::2].count(0) / len(sample[0::2]), sample[1::2].count(0) / len(sample[1::2])
        # Latin text in UTF-16 has a NUL beside nearly every character, and hardly any (as in "Ā") on the other side.
        if odd > 0.6 and even < 0.05:
            return "utf-16-le"
        if even > 0.6 and odd < 0.05:
            return "utf-16-be"
    return None


_SEQUENCE = re.compile(rb"[\xc2-\xcb][\x80-\xbf]|\xe2[\x80-\x84][\x80-\xbf]")
"""UTF-8 of Latin letters and of typographic punctuation. Others say nothing: French Windows text is full of a letter,
a no-break space and a closing quotation mark, which together are UTF-8 of a Chinese character."""
_LETTER = re.compile(rb"[\xc0-\xff\x8a\x8c\x8e\x9a\x9c\x9e\x9f]")
_WORD_LETTER = re.compile(rb"(?<=[A-Za-z])%(letter)b|%(letter)b(?=[A-Za-z])" % {b"letter": _LETTER.pattern})
_MISPLACED = re.compile(
    # A capital letter within a word, as in "won\xd5t" (Mac OS Roman); not "na h\xc9ireann".
    rb"(?<=[a-z\xdf-\xff]{2})[\x8a\x8c\x8e\x9f\xc0-\xd6\xd8-\xde]"
    # A sign within a word, as in "Wa\xb3\xeasa" (Central European).
    rb"|(?<=[a-z\xdf-\xff])[\x80\x83\x84\x86-\x89\x8b\x95\x98\xa1-\xa9\xab\xac\xae-\xb3\xb5\xb6\xb8\xb9\xbb-\xbf]"
    rb"(?=[a-z\xdf-\xff])"
)


def _looks_like_cp1252(raw: bytes, error: UnicodeDecodeError) -> bool:
    """Whether bytes that are not UTF-8 are Windows text rather than damaged UTF-8, another code page or noise.

    Windows text has accented letters inside words, and hardly ever high bytes that happen to be a UTF-8 sequence;
    damaged UTF-8 is full of whole sequences, and a cut file ends in half of one. Another code page puts capitals and
    signs where Windows text has none.
    """
    cut_at_the_end = error.reason == "unexpected end of data"
    letters, sequences = len(_LETTER.findall(raw)), len(_SEQUENCE.findall(raw))
    return (
        not cut_at_the_end
        and sequences * 10 <= letters - sequences
        and not any(byte in raw for byte in b"\x81\x8d\x8f\x90\x9d")
        and len(_WORD_LETTER.findall(raw)) * 2 >= letters
        and len(_MISPLACED.findall(raw)) * 50 <= letters
    )
