"""The one cleaner of HTML, and the way between an article's HTML and plain text.

Whatever writes a body calls `clean`: the form, the import and the freezing at publication alike.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape
from html.parser import HTMLParser
from typing import Any

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


# The body as the desk types it
#
# A blank line begins a new paragraph, a line break stays one. "## " a subhead ("### " a smaller one), "- " or "1. " an
# item of a list, "> " a quotation, **strong**, *emphasis*, [words](https://address "title"). A backslash before a sign
# takes its meaning away. What goes beyond that, such as a list within a list, cannot be written so.

Node = str | tuple[str, dict[str, str], list[Any]]
"""A piece of text, or (tag, attributes, children)."""

_INLINE = {"strong", "em", "a", "br"}
_HEADS = {"h2": "## ", "h3": "### "}
_STARS = {"em": "*", "strong": "**"}
_LINE = re.compile(r"(?:(?P<head>###? )|(?P<bullet>- )|(?P<number>\d{1,3}\. ))(?=.*\S)|(?P<quote>>(?: |$))")
_TARGET = r"\]\((?:https?://|mailto:|/|#)(?:[^\s()\\]|\\.|\([^\s()]*\))*(?: \"(?:[^\"\\]|\\.)*\")?\)"
_TOKEN = re.compile(
    r"\\(?P<escaped>[\\*\[\]()#>.\"-])|(?P<stars>\*+)|(?P<newline>\n)"
    rf"|(?P<link>\[(?=(?:[^\[\]\\]|\\.)*{_TARGET}))|(?P<target>{_TARGET})"
)


def as_text(html: str) -> str | None:
    """A cleaned body as the desk types it, or None where it holds what cannot be typed so.

    `from_text` makes the same HTML of it again (up to the white space between the blocks).
    """
    blocks = _blocks_of_html(html)
    if blocks is None:
        return None
    text = "\n\n".join(_typed_block(block) for block in blocks)
    return text if _blocks_of_text(text) == blocks else None


def from_text(text: str) -> str:
    """The cleaned HTML of a body that the desk typed."""
    return clean("\n".join(_html_block(block) for block in _blocks_of_text(text)))


class _Tree(HTMLParser):
    """The nodes of cleaned HTML; nh3 has closed every tag already."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root: list[Node] = []
        self.open: list[list[Node]] = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = {name: value or "" for name, value in attrs if name in ATTRIBUTES.get(tag, ())}
        children: list[Node] = []
        self.open[-1].append((tag, kept, children))
        if tag != "br":
            self.open.append(children)

    def handle_endtag(self, tag: str) -> None:
        if tag != "br" and len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        _add_text(self.open[-1], data)


def _add_text(nodes: list[Node], text: str) -> None:
    if nodes and isinstance(nodes[-1], str):
        nodes[-1] += text
    elif text:
        nodes.append(text)


def _without_space(nodes: list[Node]) -> list[Node]:
    return [node for node in nodes if not isinstance(node, str) or node.strip(" \n\t\r\f")]


def _blocks_of_html(html: str) -> list[Node] | None:
    """The blocks of cleaned HTML, or None where one is not of a kind that can be typed."""
    tree = _Tree()
    tree.feed(html)
    tree.close()
    blocks = _without_space(tree.root)
    for block in blocks:
        if isinstance(block, str) or not _typable(block):
            return None
    return blocks


def _typable(block: tuple[str, dict[str, str], list[Any]]) -> bool:
    tag, _attributes, children = block
    if tag in {"ul", "ol", "blockquote"}:
        inner = "p" if tag == "blockquote" else "li"
        children[:] = _without_space(children)
        return bool(children) and all(
            not isinstance(child, str) and child[0] == inner and _only_inline(child[2]) for child in children
        )
    return tag in {"p", "h2", "h3"} and _only_inline(children)


def _only_inline(nodes: list[Node]) -> bool:
    return all(isinstance(node, str) or (node[0] in _INLINE and _only_inline(node[2])) for node in nodes)


def _html_block(node: Node) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    tag, attributes, children = node
    if tag == "br":
        return "<br>"
    between = "\n" if tag in {"ul", "ol"} else ""
    inside = between.join(["", *map(_html_block, children), ""])
    given = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{given}>{inside}</{tag}>"


def _typed_block(block: Node) -> str:
    """One block as typed: as it stands where that is read back as the same, else with every sign escaped."""
    plainly = _typed(block, escaped=False)
    return plainly if _blocks_of_text(plainly) == [block] else _typed(block, escaped=True)


def _typed(block: Node, *, escaped: bool) -> str:
    if isinstance(block, str):
        return re.sub(r"[\\*\[\]]", r"\\\g<0>", block) if escaped else block
    tag, attributes, children = block
    inside = "".join(_typed(child, escaped=escaped) for child in children)
    match tag:
        case "br":
            return "\n"
        case "em" | "strong":
            return f"{_STARS[tag]}{inside}{_STARS[tag]}"
        case "a":
            target = re.sub(r"[\\()]", r"\\\g<0>", attributes.get("href", ""))
            title = re.sub(r'[\\"]', r"\\\g<0>", attributes.get("title", ""))
            return f'[{inside}]({target} "{title}")' if "title" in attributes else f"[{inside}]({target})"
        case "ul" | "ol":
            items = (_typed_lines(child[2], escaped=escaped).replace("\n", "\n  ") for child in children)
            return "\n".join(f"{f'{i}.' if tag == 'ol' else '-'} {item}" for i, item in enumerate(items, 1))
        case "blockquote":
            paragraphs_ = (_typed_lines(child[2], escaped=escaped) for child in children)
            return "\n>\n".join("\n".join(f"> {line}" for line in text.split("\n")) for text in paragraphs_)
        case "h2" | "h3":
            return _HEADS[tag] + inside
    return _typed_lines(children, escaped=escaped)


def _typed_lines(children: list[Node], *, escaped: bool) -> str:
    """The text of one paragraph. A line that would be taken for a subhead, an item or a quotation is escaped."""
    text = "".join(_typed(child, escaped=escaped) for child in children)
    if not escaped:
        return text
    return "\n".join(
        re.sub(r"\A(\d*)(?=[#>.-])", r"\1\\", line) if _LINE.match(line) else line for line in text.split("\n")
    )


def _blocks_of_text(text: str) -> list[Node]:
    raw: list[tuple[str, list[str]]] = []  # tag, and the text of each paragraph or item in it
    follows = ""  # what the line before was: "p", "li", "quote" or "" for a blank line and a subhead
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        found = _LINE.match(line)
        kind = found.lastgroup if found else ""
        rest = line[found.end() :] if found else line
        if kind in {"bullet", "number"}:
            tag = "ul" if kind == "bullet" else "ol"
            if not raw or raw[-1][0] != tag:
                raw.append((tag, []))
            raw[-1][1].append(rest)
            follows = "li"
        elif kind == "head":
            raw.append(("h2" if line[2] == " " else "h3", [rest]))
            follows = ""
        elif kind == "quote":
            if follows != "quote":
                raw.append(("blockquote", []))
            _add_quoted(raw[-1][1], rest)
            follows = "quote"
        elif not line.strip(" \t"):
            follows = ""
        elif follows == "li" and line.startswith("  "):
            raw[-1][1][-1] += "\n" + line[2:]
        elif follows == "p":
            raw[-1][1][-1] += "\n" + line
        else:
            raw.append(("p", [line]))
            follows = "p"
    return [_block_of(tag, texts) for tag, texts in raw if any(texts)]


def _add_quoted(paragraphs: list[str], text: str) -> None:
    """One more line of a quotation; an empty one ends its paragraph."""
    if not text or not paragraphs:
        paragraphs.append(text)
    elif paragraphs[-1]:
        paragraphs[-1] += "\n" + text
    else:
        paragraphs[-1] = text


def _block_of(tag: str, texts: list[str]) -> Node:
    if tag in {"ul", "ol", "blockquote"}:
        inner = "p" if tag == "blockquote" else "li"
        return (tag, {}, [(inner, {}, _inline(text)) for text in texts if text])
    return (tag, {}, _inline(texts[0]))


class _Open:
    """A tag that is open while a line is read; `sign` is what stands there should it never be closed."""

    def __init__(self, tag: str, sign: str) -> None:
        self.tag, self.sign = tag, sign
        self.nodes: list[Node] = []


def _inline(text: str) -> list[Node]:
    """The nodes of one paragraph as typed. No more than one of each tag is open at a time, so time is linear."""
    stack = [_Open("", "")]
    at = 0
    for token in _TOKEN.finditer(text):
        _add_text(stack[-1].nodes, text[at : token.start()])
        at = token.end()
        sign = token.group()
        match token.lastgroup:
            case "escaped":
                _add_text(stack[-1].nodes, sign[1:])
            case "newline":
                stack[-1].nodes.append(("br", {}, []))
            case "link":
                stack.append(_Open("a", sign))
            case "target" if _is_open(stack, "a"):
                _close(stack, "a", _attributes(sign))
            case "stars" if len(sign) <= 3:
                after, before = text[at : at + 1], text[token.start() - 1 : token.start()]
                _stars(stack, len(sign), closes=bool(before.strip()), opens=bool(after.strip()))
            case _:
                _add_text(stack[-1].nodes, sign)
    _add_text(stack[-1].nodes, text[at:])
    while len(stack) > 1:
        _leave_open(stack)
    return stack[0].nodes


def _is_open(stack: list[_Open], tag: str) -> bool:
    return any(frame.tag == tag for frame in stack)


def _stars(stack: list[_Open], count: int, *, closes: bool, opens: bool) -> None:
    """One, two or three asterisks: they close what is open, innermost first, and what is left of them opens."""
    if closes:
        for tag in [frame.tag for frame in reversed(stack) if frame.tag in _STARS]:
            if count == 3 or len(_STARS[tag]) == count:
                count -= len(_STARS[tag])
                _close(stack, tag, {})
    for tag in _opening(count):
        if opens and not _is_open(stack, tag):
            stack.append(_Open(tag, _STARS[tag]))
        else:
            _add_text(stack[-1].nodes, _STARS[tag])


def _opening(count: int) -> Iterator[str]:
    if count >= 2:
        yield "strong"
    if count % 2:
        yield "em"


def _leave_open(stack: list[_Open]) -> None:
    """The innermost open tag is none after all: its sign is text."""
    frame = stack.pop()
    for node in (frame.sign, *frame.nodes):
        if isinstance(node, str):
            _add_text(stack[-1].nodes, node)
        else:
            stack[-1].nodes.append(node)


def _close(stack: list[_Open], tag: str, attributes: dict[str, str]) -> None:
    while stack[-1].tag != tag:
        _leave_open(stack)
    frame = stack.pop()
    stack[-1].nodes.append((tag, attributes, frame.nodes))


def _attributes(sign: str) -> dict[str, str]:
    """The attributes of a link from `](address "title")`."""
    address, has_title, title = sign[2:-1].partition(' "')
    values = {"href": re.sub(r"\\(.)", r"\1", address)}
    return values | {"title": re.sub(r"\\(.)", r"\1", title[:-1])} if has_title else values
