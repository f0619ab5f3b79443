"""What two copies of one report have in common when only the way they were saved is not the same."""

import hashlib
import re

_SPACE_AT_AN_END = re.compile(r"[ \t\xa0\u200b]+$", re.MULTILINE)


def gist(text: str) -> str:
    """A digest (64 hex digits) of a report's characters.

    A byte order mark, the kind of line end, space at the ends of lines and empty lines at the beginning and the end of
    the report make no difference.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return hashlib.sha256(_SPACE_AT_AN_END.sub("", lines).strip("\n").encode()).hexdigest()
