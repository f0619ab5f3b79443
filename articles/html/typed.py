"""The body as the desk types it.

A blank line begins a new paragraph, a line break stays one. "## " a subhead ("### " a smaller one), "- " or "1. " an
item of a list, "> " a quotation, **strong**, *emphasis*, [words](https://address "title"). A picture of this site is a
line ![what it shows](/media/file 1200x800) with its caption behind it. A backslash before a sign takes its meaning
away. What goes beyond that, such as a list within a list, cannot be written so.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from articles.html.cleaner import clean, is_own_file
from articles.html.tree import Node, add_text, filled, is_inline, laid_out, only_inline, tree_of, trimmed, without_space

TYPED, HTML = "typed", "html"
"""How a text is written: as the desk types it, or, where that cannot say it, as HTML."""

_HEADS = {"h2": "## ", "h3": "### "}
_STARS = {"em": "*", "strong": "**"}
_LINE = re.compile(
    r"(?:(?P<head>###? )|(?P<bullet>- )|(?P<number>\d{1,3}\. ))(?=.*\S)|(?P<quote>>(?: |$))"
    r"|(?P<figure>!\[(?P<alt>(?:[^\[\]\\]|\\.)*)\]\((?P<src>[^\s()\\]+)"
    r"(?: (?P<width>[1-9][0-9]{0,4})x(?P<height>[1-9][0-9]{0,4}))?\)(?P<caption> .*)?$)"
)
_TARGET = r"\]\((?:https?://|mailto:|/|#)(?:[^\s()\\]|\\.|\([^\s()]*\))*(?: \"(?:[^\"\\]|\\.)*\")?\)"
_TOKEN = re.compile(
    r"\\(?P<escaped>[\\*\[\]()#>.!\"-])|(?P<stars>\*+)|(?P<newline>\n)"
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
    return clean(laid_out(_blocks_of_text(text)))


class Written(NamedTuple):
    """A body as a form shows and sends it, and how it is written: TYPED or HTML."""

    text: str
    how: str


def as_written(html: str) -> Written:
    """Any HTML, an editor's or a stranger's, as the desk types it; where that cannot say it, cleaned and tidied HTML.

    Empty blocks, white space at the ends of blocks and the paragraph within an item of a list fall away, so that the
    same text is written in the same way wherever it comes from.
    """
    body = clean(laid_out(_tidy(tree_of(clean(html)))))
    text = as_text(body)
    return Written(body, HTML) if text is None else Written(text, TYPED)


def _tidy(nodes: list[Node]) -> list[Node]:
    blocks: list[Node] = []
    line: list[Node] = []  # words that stand in no block become a paragraph
    for node in nodes:
        if is_inline(node):
            line.append(node)
        else:
            blocks += filled("p", line)
            line = []
            blocks += _tidy_block(node)
    return blocks + filled("p", line)


def _tidy_block(block: Node) -> list[Node]:
    tag, attributes, children = block if not isinstance(block, str) else ("p", {}, [block])
    if tag in {"p", "h2", "h3"}:
        return filled(tag, children)
    if tag == "figure":
        return [block]
    if tag in {"ul", "ol"}:
        inner = [item for child in without_space(children) for item in _tidy_item(child)]
    else:
        inner = _tidy(children)
    return [(tag, attributes, inner)] if inner and tag != "li" else inner


def _tidy_item(child: Node) -> list[Node]:
    inner = _tidy(child[2] if not isinstance(child, str) and child[0] == "li" else [child])
    if [node[0] for node in inner].count("p") == 1 and inner[0][0] == "p":
        inner = [*inner[0][2], *inner[1:]]
    return [("li", {}, inner)] if inner else []


def _blocks_of_html(html: str) -> list[Node] | None:
    """The blocks of cleaned HTML, or None where one is not of a kind that can be typed."""
    blocks = without_space(tree_of(html))
    for block in blocks:
        if isinstance(block, str) or not _typable(block):
            return None
    return blocks


def _typable(block: tuple[str, dict[str, str], list[Any]]) -> bool:
    tag, _attributes, children = block
    if tag in {"ul", "ol", "blockquote"}:
        inner = "p" if tag == "blockquote" else "li"
        children[:] = without_space(children)
        return bool(children) and all(
            not isinstance(child, str) and child[0] == inner and only_inline(child[2]) for child in children
        )
    if tag == "figure":
        return all(part[0] == "img" or only_inline(part[2]) for part in children)
    return tag in {"p", "h2", "h3"} and only_inline(children)


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
        case "figure":
            return _typed_picture(children[0][1]) + " ".join(["", inside] if inside else [])
        case "img":
            return ""
    return _typed_lines(children, escaped=escaped)


def _typed_picture(image: dict[str, str]) -> str:
    alt = re.sub(r"[\\\[\]]", r"\\\g<0>", image["alt"])
    size = f" {image['width']}x{image['height']}" if "width" in image else ""
    return f"![{alt}]({image['src']}{size})"


def _typed_lines(children: list[Node], *, escaped: bool) -> str:
    """The text of one paragraph. A line that would be taken for a subhead, an item or a quotation is escaped."""
    text = "".join(_typed(child, escaped=escaped) for child in children)
    if not escaped:
        return text
    return "\n".join(
        re.sub(r"\A(\d*)(?=[#>.!-])", r"\1\\", line) if _LINE.match(line) else line for line in text.split("\n")
    )


def _blocks_of_text(text: str) -> list[Node]:
    raw: list[tuple[str, list[str]]] = []  # tag, and the text of each paragraph or item in it; of a figure its line
    follows = ""  # what the line before was: "p", "li", "quote" or "" for a blank line and a subhead
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        found = _LINE.match(line)
        kind = found.lastgroup if found else ""
        if found and kind == "figure" and not is_own_file(found["src"]):
            kind = ""
        rest = line[found.end() :] if found and kind else line
        if kind in {"bullet", "number"}:
            tag = "ul" if kind == "bullet" else "ol"
            if not raw or raw[-1][0] != tag:
                raw.append((tag, []))
            raw[-1][1].append(rest)
            follows = "li"
        elif kind == "head":
            raw.append(("h2" if line[2] == " " else "h3", [rest]))
            follows = ""
        elif kind == "figure":
            raw.append(("figure", [line]))
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
    if tag == "figure":
        return _figure(texts[0])
    return (tag, {}, _inline(texts[0]))


def _figure(line: str) -> Node:
    found = _LINE.match(line)
    assert found is not None  # noqa: S101 - it is what made this block a figure
    alt = " ".join(re.sub(r"\\(.)", r"\1", found["alt"]).split())
    size = {name: found[name] for name in ("width", "height") if found[name]}
    caption = trimmed(_inline(found["caption"] or ""))
    image: Node = ("img", {"src": found["src"], "alt": alt} | size, [])
    return ("figure", {}, [image, *([("figcaption", {}, caption)] if caption else [])])


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
        add_text(stack[-1].nodes, text[at : token.start()])
        at = token.end()
        sign = token.group()
        match token.lastgroup:
            case "escaped":
                add_text(stack[-1].nodes, sign[1:])
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
                add_text(stack[-1].nodes, sign)
    add_text(stack[-1].nodes, text[at:])
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
            add_text(stack[-1].nodes, _STARS[tag])


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
            add_text(stack[-1].nodes, node)
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
