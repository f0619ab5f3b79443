"""Cleaned HTML as a tree, and back."""

import re
from collections import Counter
from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser
from typing import Any

Node = str | tuple[str, dict[str, str], list[Any]]
"""A piece of text, or (tag, attributes, children)."""

ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "width", "height"}}
VOID = {"br", "img"}
INLINE = {"strong", "em", "a", "br"}
DEEPEST = 40
"""Tags within tags; what stands deeper keeps its words and loses its tags, so that no text can exhaust the stack."""


_STARTS = re.compile(r"<[a-z]", re.IGNORECASE)
_ASIDE = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^>]*(?:>|\Z)", re.DOTALL)
MOST_TAGS = 5_000
"""From so many tags on HTML is made flat before it is cleaned: what a cleaner needs grows with the square of how deep
they stand in one another."""
_ENDS = {"p": {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "figure", "div"}, "li": {"li"}}
"""What may be left without an end -> what ends it (HTML, 13.1.2.4)."""


class _Tree(HTMLParser):
    """The nodes of HTML, no deeper than DEEPEST."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root: list[Node] = []
        self.open: list[tuple[str, list[Node]]] = [("", self.root)]
        self.count: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ENDS.get(self.open[-1][0], ()):
            self._leave()
        deep = len(self.open) > DEEPEST
        children: list[Node] = self.open[-1][1] if deep else []
        if not deep:
            kept = {name: value or "" for name, value in attrs if name in ATTRIBUTES.get(tag, ())}
            self.open[-1][1].append((tag, kept, children))
        if tag not in VOID:
            self.open.append((tag, children))
            self.count[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        if self.count[tag]:
            while self._leave() != tag:
                pass

    def _leave(self) -> str:
        tag, _children = self.open.pop()
        self.count[tag] -= 1
        return tag

    def handle_data(self, data: str) -> None:
        add_text(self.open[-1][1], data)


def tree_of(html: str) -> list[Node]:
    tree = _Tree()
    tree.feed(html)
    tree.close()
    return tree.root


def not_too_deep(html: str) -> str:
    """HTML as it came, to be cleaned; where it has very many tags, without those that stand deeper than DEEPEST."""
    if len(_STARTS.findall(html)) <= MOST_TAGS:
        return html
    tagged, end, rest = _ASIDE.sub("", html).rpartition(">")  # what no sign ends is no tag
    return html_of([*tree_of(tagged + end), rest])


def html_of(nodes: Iterable[Node]) -> str:
    """The HTML of these nodes, to be cleaned."""
    return "".join(_html(node) for node in nodes)


def _html(node: Node) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    tag, attributes, children = node
    given = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{given}>" if tag in VOID else f"<{tag}{given}>{html_of(children)}</{tag}>"


def laid_out(blocks: list[Node]) -> str:
    """The HTML of blocks, to be cleaned: each block and each item of a list on a line of its own."""
    return html_of(_on_lines(blocks))


def _on_lines(blocks: list[Node]) -> list[Node]:
    lines: list[Node] = []
    for block in blocks:
        if lines:
            lines.append("\n")
        if isinstance(block, tuple) and block[0] in {"ul", "ol"}:
            block = (block[0], block[1], ["\n", *_on_lines(block[2]), "\n"])
        lines.append(block)
    return lines


def add_text(nodes: list[Node], text: str) -> None:
    if nodes and isinstance(nodes[-1], str):
        nodes[-1] += text
    elif text:
        nodes.append(text)


def without_space(nodes: list[Node]) -> list[Node]:
    return [node for node in nodes if not isinstance(node, str) or node.strip(" \n\t\r\f")]


def is_inline(node: Node) -> bool:
    return isinstance(node, str) or node[0] in INLINE


def only_inline(nodes: list[Node]) -> bool:
    return all(isinstance(node, str) or (node[0] in INLINE and only_inline(node[2])) for node in nodes)


def inline_of(nodes: list[Node]) -> list[Node]:
    """These nodes as parts of one line: blocks give their words, with a space between; pictures give none."""
    line: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            add_text(line, node)
        elif node[0] in INLINE:
            line.append((node[0], node[1], inline_of(node[2])))
        elif node[0] not in VOID:
            for part in (" ", *inline_of(node[2]), " "):
                _add(line, part)
    return line


def trimmed(nodes: list[Node]) -> list[Node]:
    """The nodes of one line, without white space or line breaks at its ends; emphasis covers words, never a space at
    its own ends."""
    line = _hoisted(nodes)
    for end in (0, -1):
        while line:
            node = line[end]
            if isinstance(node, str):
                line[end] = kept = node.lstrip() if end == 0 else node.rstrip()
                if kept:
                    break
            elif node[0] != "br":
                break
            line.pop(end)
    return line


def filled(tag: str, nodes: list[Node]) -> list[Node]:
    """A block with these words, or none where there are none."""
    line = trimmed(inline_of(nodes))
    return [(tag, {}, line)] if line else []


def _hoisted(nodes: list[Node]) -> list[Node]:
    line: list[Node] = []
    for node in nodes:
        if isinstance(node, str) or node[0] == "br":
            _add(line, node)
            continue
        tag, attributes, children = node
        inner = _hoisted(children)
        before = after = ""
        if inner and isinstance(inner[0], str):
            words = inner[0].lstrip()
            before, inner[0] = inner[0][: len(inner[0]) - len(words)], words
        if inner and isinstance(inner[-1], str):
            words = inner[-1].rstrip()
            inner[-1], after = words, inner[-1][len(words) :]
        inner = [one for one in inner if one]
        add_text(line, before)
        if inner:
            line.append((tag, attributes, inner))
        add_text(line, after)
    return line


def _add(nodes: list[Node], node: Node) -> None:
    if isinstance(node, str):
        add_text(nodes, node)
    else:
        nodes.append(node)
