"""The one cleaner of HTML, and plain text of it."""

import re
from collections.abc import Iterable
from html import escape, unescape

import nh3
from django.conf import settings

from articles.html.tree import ATTRIBUTES, Node, filled, html_of, inline_of, not_too_deep, tree_of, trimmed

TAGS = {
    *("p", "h2", "h3", "ul", "ol", "li", "blockquote", "a", "strong", "em", "br"),
    *("figure", "img", "figcaption"),
}
WORDS_A_MINUTE = 230
SCHEMES = {"http", "https", "mailto"}


_PICTURE = re.compile(r"<(?:img|figure|figcaption)\b")
_IMAGE = re.compile(r"<img\b[^>]*>")
_VALUE = re.compile(r'\b(src|alt)="([^"]*)"')
_FILE = re.compile(r"(?!.*%2e)(?:[\w%~+-][\w%~+.-]*/)*[\w%~+-][\w%~+.-]*", re.IGNORECASE)
_SIZE = re.compile(r"[1-9]\d{0,4}", re.ASCII)


def clean(html: str) -> str:
    """HTML with nothing in it but the tags, attributes and link schemes that an article's body may have.

    A picture is one of this site's own files in a figure, with at most one caption; of any other the words stay.
    """
    cleaned = _cleaned(not_too_deep(html))
    if _PICTURE.search(cleaned):
        cleaned = _cleaned(html_of(_with_whole_figures(tree_of(cleaned))))
    return cleaned


def _cleaned(html: str) -> str:
    return nh3.clean(
        html,
        tags=TAGS,
        clean_content_tags={"script", "style"},
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        set_tag_attribute_values={"img": {"loading": "lazy"}},
        url_schemes=SCHEMES,
        link_rel="noopener nofollow ugc",
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    if tag != "img":
        return value
    if name == "src":
        return value if is_own_file(value) else None
    if name in {"width", "height"}:
        return value if _SIZE.fullmatch(value) else None
    return value


def is_own_file(address: str) -> bool:
    """Whether this is the address of a file among the site's own uploads, as a path without host and query."""
    below = address.removeprefix(settings.MEDIA_URL)
    return address.startswith(settings.MEDIA_URL) and _FILE.fullmatch(below) is not None


def _with_whole_figures(nodes: list[Node]) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            found.append(node)
        elif node[0] == "figure":
            found += _figure(node[2])
        elif node[0] == "figcaption":
            found += filled("p", node[2])
        elif node[0] != "img":
            found.append((node[0], node[1], _with_whole_figures(node[2])))
    return found


def _figure(children: list[Node]) -> list[Node]:
    """A figure with its picture and its caption; the words of what else stood in it, or had no picture, follow."""
    captions = [node for node in children if not isinstance(node, str) and node[0] == "figcaption"]
    image = _image(children)
    if image is None:
        return filled("p", children)
    others = [node for node in children if node not in captions]
    caption = trimmed(inline_of([part for one in captions for part in (*one[2], " ")]))
    parts: list[Node] = [image, *([("figcaption", {}, caption)] if caption else [])]
    return [("figure", {}, parts), *filled("p", others)]


def _image(nodes: list[Node]) -> Node | None:
    for node in nodes:
        if isinstance(node, str):
            continue
        tag, given, children = node
        if tag == "img" and "src" in given:
            size = {name: given[name] for name in ("width", "height") if {"width", "height"} <= set(given)}
            return ("img", {"src": given["src"], "alt": " ".join(given.get("alt", "").split())} | size, [])
        if image := _image(children):
            return image
    return None


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


_BREAK = re.compile(r"<br ?/?>|</(?:p|h2|h3|li|blockquote|figcaption)>")
_TAG = re.compile(r"<[^>]*>")
_CAPTION = re.compile(r"<figcaption>.*?</figcaption>", re.DOTALL)


def figure(src: str, *, width: int, height: int, alt: str, caption: str) -> str:
    """The HTML of one of this site's pictures within a text; alt and caption are plain text, the caption may be ""."""
    size = {"width": str(width), "height": str(height)}
    image: Node = ("img", {"src": src, "alt": alt} | size, [])
    return clean(html_of([("figure", {}, [image, ("figcaption", {}, [caption])])]))


def pictures_within(html: str) -> list[tuple[str, str]]:
    """The pictures of a cleaned body in their order: (address of the file, words for those who cannot see it)."""
    images = (dict(_VALUE.findall(tag)) for tag in _IMAGE.findall(html))
    return [(unescape(image.get("src", "")), unescape(image.get("alt", "")).strip()) for image in images]


def plain(html: str, *, captions: bool = True) -> str:
    """The text of a cleaned body, one block a line with a blank line between, for search, excerpts and comparison.

    captions: whether the words below pictures count; they are found, but an excerpt does not begin with them.
    """
    if not captions:
        html = _CAPTION.sub("", html)
    lines = (unescape(_TAG.sub("", line)).strip() for line in _BREAK.sub("\n", html).split("\n"))
    return "\n\n".join(line for line in lines if line)
