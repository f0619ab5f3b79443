"""A text that a person wrote on, and its report that is read otherwise now: the change without the loss of the work."""

import re
from difflib import SequenceMatcher

_BLOCK = re.compile(r"<(p|h2|h3|ul|ol|blockquote|figure)\b[^>]*>.*?</\1>", re.DOTALL)
_BETWEEN = re.compile(r">\s+<")
MOST = 2_000
"""Blocks that are compared with one another: the time grows with the square."""


def same_html(one: str, other: str) -> bool:
    """Whether two bodies differ in the white space between their blocks at most."""
    return _tight(one) == _tight(other)


def _tight(html: str) -> str:
    return _BETWEEN.sub("><", html.strip())


def blocks_of(html: str) -> list[str] | None:
    """The blocks of a cleaned body in order; None where it is more than a row of blocks (a list within a list)."""
    tight = _tight(html)
    found = [match.group() for match in _BLOCK.finditer(tight)]
    return found if "".join(found) == tight else None


def merged_body(ours: str, was: str, says: str) -> str:
    """Our text with what has changed from `was` to `says`: blocks that are gone and that we have left as they were go,
    new ones stand behind the neighbour that they have in `says`. What cannot be told apart so is `says` itself.
    """
    own, before, after = blocks_of(ours), blocks_of(was), blocks_of(says)
    if own is None or before is None or after is None or max(len(before), len(after)) > MOST:
        return says
    result = list(own)
    changes = [
        change for change in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if change[0] != "equal"
    ]
    for _tag, a, b, _c, _d in changes:
        for block in before[a:b]:
            if block in result:
                result.remove(block)
    for _tag, _a, _b, c, d in changes:
        place = _place(result, after, c, d)
        result[place:place] = [block for block in after[c:d] if block not in result]
    return ours if result == own else "\n".join(result)


def _place(result: list[str], after: list[str], begin: int, end: int) -> int:
    """Where the blocks of `after` from `begin` to `end` belong: behind their nearest neighbour that we have."""
    for neighbour in reversed(after[:begin]):
        if neighbour in result:
            return result.index(neighbour) + 1
    following = (result.index(block) for block in after[end:] if block in result)
    return next(following, 0 if begin == 0 else len(result))
