"""Figures in their place: what a report gives between the same two words as another.

The next decision of a bank, the next day's toll and the next accident are told by one desk in the same sentences with
other figures. Two outlets that tell of one event hardly share a sentence, and where they do they give the same figure.
"""

import re
from collections.abc import Iterable, Mapping

from articles.text.likeness.reports import is_frequent, term_of

MOST = 60
"""Figures of one report that are kept in their place, in its order."""
REACH = 3
"""Words before a figure among which the one that tells something is looked for: "slowed to", "a loss of"."""
LEAST = 2
"""One figure that differs is a correction or a later count; two are another event."""

_ONES = {
    word: str(value)
    for value, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)
    if value > 1
}
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth".split()
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_GROUPED = re.compile(r"[.,](?=\d{3}(?!\d))")


def frames(texts: Iterable[str]) -> dict[str, str]:
    """The last telling word before each figure and the word after it, as signatures hold them -> the figure, the first
    one given there.

    One of the two must tell something: "of 12 to" stands in any report.

    >>> frames(["The toll hits 41 in the capital; six people died."])
    {'hit # in': '41', 'capital # people': '6'}
    """
    found: dict[str, str] = {}
    for text in texts:
        words = [_GROUPED.sub("", word.casefold()) for word in _TOKEN.findall(text)]
        for at, word in enumerate(words[1:-1], start=1):
            figure, after = _figure(word), words[at + 1]
            if not figure or _figure(words[at - 1]):
                continue
            near = reversed(words[max(0, at - REACH) : at])
            before = next((near_by for near_by in near if not is_frequent(near_by) and not _figure(near_by)), "")
            if before or not is_frequent(after):
                found.setdefault(f"{term_of(before or words[at - 1])} # {term_of(after)}", figure)
    return dict(list(found.items())[:MOST])


def _figure(word: str) -> str:
    if word[0].isdigit():
        return word
    return _ONES.get(word) or (word if word in _ORDINALS else "")


def other_figures(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two reports give other figures in the same places, more often than the same."""
    places = one.keys() & other.keys()
    differing = sum(one[place] != other[place] for place in places)
    return differing >= LEAST and differing > len(places) - differing
