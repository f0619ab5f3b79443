"""The one cleaner of HTML, and the way between an article's HTML and plain text.

Whatever writes a body calls `clean`: the form, the import and the freezing at publication alike.
"""

import re
from collections.abc import Iterable
from html import escape, unescape

import nh3

TAGS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "a", "strong", "em", "br"}
ATTRIBUTES = {"a": {"href", "title"}}
SCHEMES = {"http", "https", "mailto"}


def clean(html: str) -> str:
    """HTML with nothing in it but the tags, attributes and link schemes that an article's body may have."""
    return nh3.clean(
        html,
        tags=TAGS,
        clean_content_tags={"script", "style"},
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener nofollow ugc",
    )


def paragraphs(pieces: Iterable[tuple[str, str]]) -> str:
    """HTML from (tag, plain text) pairs; tag is "p", "h2", "blockquote" or "li" (neighbouring ones become one list)."""
    out: list[str] = []
    in_list = False
    for tag, text in pieces:
        if (tag == "li") != in_list:
            out.append("<ul>" if tag == "li" else "</ul>")
            in_list = tag == "li"
        inner = escape(text, quote=False)
        out.append(f"<blockquote><p>{inner}</p></blockquote>" if tag == "blockquote" else f"<{tag}>{inner}</{tag}>")
    if in_list:
        out.append("</ul>")
    return clean("\n".join(out))


_BREAK = re.compile(r"<br ?/?>|</(?:p|h2|h3|li|blockquote)>")
_TAG = re.compile(r"<[^>]*>")


def plain(html: str) -> str:
    """The text of a cleaned body, one block a line with a blank line between, for search, excerpts and comparison."""
    lines = (unescape(_TAG.sub("", line)).strip() for line in _BREAK.sub("\n", html).split("\n"))
    return "\n\n".join(line for line in lines if line)
