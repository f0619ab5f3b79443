"""Text inside XML."""

import re

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even as a character reference."""
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\r": "&#13;"})

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def xml(text: str) -> str:
    """The text for an element or an attribute in double quotes, without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text).translate(_MARKUP)


def element(name: str, text: str, attributes: str = "") -> str:
    """`<name attributes>text</name>`; the attributes are markup already."""
    return f"<{name}{attributes}>{xml(text)}</{name}>"
