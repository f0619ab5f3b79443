"""What becomes of one thing that two have changed: three states in (as it was, ours, theirs), one out.

What one side alone changed is taken, what both changed alike is fine, and what both changed differently is a clash:
ours stays until somebody decides. Plain data in and out; of a text whole blocks are merged (after diff3: Khanna, Kunal,
Pierce, "A Formal Investigation of Diff3", 2007, with blocks that were mended paired by their words).
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

from rapidfuzz import fuzz

Row = dict[str, Any]

Name = tuple[Hashable, ...]
PLACE = frozenset({"start", "end", "by_import", "position"})
"""Columns that say where a row stands or came from: nobody edits them, and a newer report has them right."""
ALIKE = 50
"""Percent of words in common from which on a block is another wording of one, and not another block."""
MOST_PAIRS = 4_000
"""Comparisons of blocks at one place beyond which none is taken for another's new wording."""


@dataclass(frozen=True, slots=True)
class Merged:
    """`value` is what stands afterwards, with ours where the two clash, `taken` the same with theirs there. `base` is
    what both sides have agreed on by now: the next change is merged against it."""

    value: Any
    base: Any
    taken: Any
    clash: bool = False


def merge_value(base: Any, ours: Any, theirs: Any) -> Merged:
    """One value, whole."""
    if theirs == base:
        return Merged(ours, base, ours)
    if ours in (base, theirs):
        return Merged(theirs, theirs, theirs)
    return Merged(ours, base, theirs, clash=True)


# Rows


def merge_rows(
    base: Sequence[Row],
    ours: Sequence[Row],
    theirs: Sequence[Row],
    *,
    key: Callable[[Row], tuple[Hashable, ...]],
    group: int | None = None,
) -> Merged:
    """Rows that are told apart by a key; each column of a row that both have is merged by itself.

    What we removed stays removed, and what we added stays. With `group`, so many parts at the beginning of the key
    name what was removed: a person of whom no naming is left does not come back with another naming.
    """
    before, mine, yours = (_numbered(rows, key) for rows in (base, ours, theirs))
    gone = set()
    if group is not None:
        gone = {name[:group] for name in before} - {name[:group] for name in mine}
    return _merge_keyed(before, mine, yours, gone=lambda name: group is not None and name[:group] in gone)


def merge_in_order(base: Sequence[Row], ours: Sequence[Row], theirs: Sequence[Row], *, text: str) -> Merged:
    """Rows without a key of their own, such as pictures: told apart by their order and by what their `text` says."""
    texts = [[str(row[text]) for row in rows] for rows in (base, ours, theirs)]
    mine = {there: here for here, there in aligned(texts[0], texts[1])}
    yours = {there: here for here, there in aligned(texts[0], texts[2])}
    added = {texts[1][at]: at for at in range(len(ours)) if at not in mine}
    names = (
        [("old", at) for at in range(len(base))],
        [("old", mine[at]) if at in mine else ("ours", at) for at in range(len(ours))],
        [
            ("old", yours[at]) if at in yours else ("ours", added[said]) if said in added else ("theirs", at)
            for at, said in enumerate(texts[2])
        ],
    )
    before, now, new = (
        dict[Name, Row](zip(name, rows, strict=True)) for name, rows in zip(names, (base, ours, theirs), strict=True)
    )
    merged = _merge_keyed(before, now, new, gone=lambda name: False)
    return Merged(_in_places(merged.value), _in_places(merged.base), _in_places(merged.taken), merged.clash)


def same_rows(one: Iterable[Row], other: Iterable[Row]) -> bool:
    """Whether rows say the same, wherever they stand."""

    def said(rows: Iterable[Row]) -> Counter[str]:
        return Counter(repr(sorted(_said(row).items())) for row in rows)

    return said(one) == said(other)


def _said(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in PLACE}


def _confirmed(base: Row, ours: Row) -> bool:
    """Whether we have made a row our own that came with the report: no report takes it away."""
    return bool(base.get("by_import", False)) and not ours.get("by_import", True)


def _in_places(rows: Iterable[Row]) -> list[Row]:
    return [{**row, "position": at} if "position" in row else row for at, row in enumerate(rows)]


def _numbered(rows: Iterable[Row], key: Callable[[Row], tuple[Hashable, ...]]) -> dict[Name, Row]:
    """The rows by their key and by which of that key they are."""
    seen: Counter[Name] = Counter()
    found = {}
    for row in rows:
        name = key(row)
        found[(*name, seen[name])] = row
        seen[name] += 1
    return found


def _merge_keyed(
    base: Mapping[Name, Row], ours: Mapping[Name, Row], theirs: Mapping[Name, Row], *, gone: Callable[[Name], bool]
) -> Merged:
    value: list[Row] = []
    agreed: list[Row] = []
    taken: list[Row] = []
    clash = False
    for name in dict.fromkeys([*ours, *theirs, *base]):
        merged = _merge_row(base.get(name), ours.get(name), theirs.get(name), gone=gone(name))
        clash = clash or merged.clash
        for rows, row in ((value, merged.value), (agreed, merged.base), (taken, merged.taken)):
            if row is not None:
                rows.append(row)
    return Merged(value, agreed, taken, clash)


def _merge_row(base: Row | None, ours: Row | None, theirs: Row | None, *, gone: bool) -> Merged:
    if ours is None:
        row = theirs if base is None and not gone else None
        return Merged(row, theirs, row)
    if theirs is None:
        if base is None or _confirmed(base, ours):
            return Merged(ours, None, ours)
        if _said(ours) == _said(base):
            return Merged(None, None, None)
        return Merged(ours, base, None, clash=True)
    value, agreed, taken = {}, {}, {}
    clash = False
    for name in ours:
        if name in PLACE:
            value[name] = agreed[name] = taken[name] = theirs.get(name)
            continue
        was = base.get(name, theirs.get(name)) if base is not None else None
        merged = merge_value(was, ours[name], theirs.get(name))
        value[name], agreed[name], taken[name] = merged.value, merged.base, merged.taken
        clash = clash or merged.clash
    if "by_import" in ours:
        value["by_import"] = taken["by_import"] = ours["by_import"]
    return Merged(value, base if clash and base is None else agreed, taken, clash)


# Texts


def merge_html(base: str, ours: str, theirs: str) -> Merged:
    """Cleaned HTML, block by block: a paragraph that they added arrives beside one that we mended."""
    if _key(theirs) in (_key(base), _key(ours)):
        return Merged(ours, theirs, ours)
    if _key(ours) == _key(base):
        return Merged(theirs, theirs, theirs)
    merged = merge_blocks(*(list(blocks(html)) for html in (base, ours, theirs)))
    value, agreed, taken = ("\n".join(part) for part in (merged.value, merged.base, merged.taken))
    return Merged(ours if _key(value) == _key(ours) else value, agreed, taken, merged.clash)


def merge_blocks(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Merged:
    """Blocks of a text, each a string; white space makes no difference between two."""
    value: list[str] = []
    agreed: list[str] = []
    taken: list[str] = []
    clash = False
    mine, my_new = _against(base, ours)
    yours, your_new = _against(base, theirs)
    for at in range(len(base) + 1):
        steps = [_merge_new(my_new[at], your_new[at])]
        if at < len(base):
            steps.append(_merge_block(base[at], mine.get(at), yours.get(at)))
        for step in steps:
            value += step.value
            agreed += step.base
            taken += step.taken
            clash = clash or step.clash
    return Merged(value, agreed, taken, clash)


def _merge_block(base: str, ours: str | None, theirs: str | None) -> Merged:
    """One block that was there before; None where a side has removed it."""
    was, mine, yours = _key(base), _key(ours), _key(theirs)
    here, there = _listed(ours), _listed(theirs)
    if yours == was:
        return Merged(here, there, here)
    if mine in (was, yours):
        return Merged(there, there, there)
    return Merged(here, [base], there, clash=True)


def _merge_new(ours: list[str], theirs: list[str]) -> Merged:
    """Blocks that were added at one place."""
    mine, yours = [_key(block) for block in ours], [_key(block) for block in theirs]
    if not theirs or _within(yours, mine):
        return Merged(ours, theirs, ours)
    if not ours or _within(mine, yours):
        return Merged(theirs, theirs, theirs)
    return Merged(ours, [], theirs, clash=True)


def _within(few: Sequence[str | None], many: Iterable[str | None]) -> bool:
    """Whether all of the few stand among the many, in their order."""
    rest = iter(many)
    return all(any(one == other for other in rest) for one in few)


def _listed(block: str | None) -> list[str]:
    return [] if block is None else [block]


def _against(base: Sequence[str], other: Sequence[str]) -> tuple[dict[int, str], list[list[str]]]:
    """What became of each block of the base, by its number; and what is new before each of them, and at the end."""
    pairs = {there: here for here, there in aligned(base, other)}
    kept: dict[int, str] = {}
    new: list[list[str]] = [[] for _ in range(len(base) + 1)]
    place = 0
    for at, block in enumerate(other):
        if at in pairs:
            kept[pairs[at]] = block
            place = pairs[at] + 1
        else:
            new[place].append(block)
    return kept, new


def aligned(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs (place in the old, place in the new) of texts that are the same or another wording, in order."""
    before, after = [_key(text) for text in old], [_key(text) for text in new]
    pairs = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs += list(zip(range(a, b), range(c, d), strict=True))
        elif kind == "replace":
            pairs += [(a + here, c + there) for here, there in _reworded(before[a:b], after[c:d])]
    return pairs


def _reworded(old: Sequence[str | None], new: Sequence[str | None]) -> list[tuple[int, int]]:
    """The pairs, in order, that have most words in common; one that stands for one is a pair whatever they say."""
    if len(old) == len(new) == 1:
        return [(0, 0)]
    if len(old) * len(new) > MOST_PAIRS:
        return []
    words = [[(text or "").split() for text in texts] for texts in (old, new)]
    best: list[list[tuple[float, list[tuple[int, int]]]]] = [[(0.0, [])] * (len(new) + 1) for _ in range(len(old) + 1)]
    for here in reversed(range(len(old))):
        for there in reversed(range(len(new))):
            choices = [best[here + 1][there], best[here][there + 1]]
            likeness = fuzz.ratio(words[0][here], words[1][there], score_cutoff=ALIKE)
            if likeness:
                score, pairs = best[here + 1][there + 1]
                choices.insert(0, (score + likeness, [(here, there), *pairs]))
            best[here][there] = max(choices, key=lambda choice: choice[0])
    return best[0][0][1]


_BETWEEN = re.compile(r">\s+<")


def _key(block: str | None) -> str | None:
    return None if block is None else _BETWEEN.sub("><", " ".join(block.split()))


def blocks(html: str) -> Iterator[str]:
    """The outermost elements of cleaned HTML as they stand, with what text lies between them."""
    tops = _Tops()
    tops.feed(html)
    tops.close()
    lines = [0, *(match.end() for match in re.finditer("\n", html))]
    starts = [lines[line - 1] + column for line, column in tops.starts]
    for start, end in pairwise([0, *starts, len(html)] if starts[:1] != [0] else [*starts, len(html)]):
        if block := html[start:end].strip():
            yield block


_VOID = frozenset({"br", "hr", "img"})


class _Tops(HTMLParser):
    """Where the outermost elements begin: (line, column)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.depth = 0
        self.starts: list[tuple[int, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.depth == 0:
            self.starts.append(self.getpos())
        if tag not in _VOID:
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and self.depth:
            self.depth -= 1
