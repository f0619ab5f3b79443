"""Texts with what was searched for marked in them."""

import re
from collections.abc import Iterator

from articles.search.query import WORD, Query, Term, fold

LONGEST_LOOK = 20_000
PASSAGE_WORDS = 36
_BEFORE = 8


def marked(query: Query, text: str) -> list[tuple[str, bool]]:
    """The text in pieces: (piece, whether it is what was searched for)."""
    spans = list(_spans(query, list(WORD.finditer(text[:LONGEST_LOOK]))))
    return list(_pieces(text, spans))


def passage(query: Query, text: str) -> list[tuple[str, bool]]:
    """As `marked`, of the stretch that holds most of what was searched for; [] where the text holds none of it."""
    words = list(WORD.finditer(text[:LONGEST_LOOK]))
    spans = list(_spans(query, words))
    if not spans:
        return []
    starts = [match.start() for match in words]
    at = {start: index for index, start in enumerate(starts)}
    first = max(spans, key=lambda span: (_richness(spans, at[span[0]], at), -span[0]))
    begin = max(at[first[0]] - _BEFORE, 0)
    end = min(begin + PASSAGE_WORDS, len(words))
    left, right = words[begin].start(), words[end - 1].end()
    if end == len(words) and len(text) <= LONGEST_LOOK:
        right = len(text.rstrip())
    inside = [(start - left, stop - left, term) for start, stop, term in spans if start >= left and stop <= right]
    pieces = list(_pieces(text[left:right], inside))
    before = [("… ", False)] if begin else []
    after = [(" …", False)] if right < len(text.rstrip()) else []
    return [*before, *pieces, *after]


def _richness(spans: list[tuple[int, int, int]], start: int, at: dict[int, int]) -> int:
    """How many different terms stand within a passage that begins near word `start`."""
    return len({term for left, _, term in spans if 0 <= at[left] - start < PASSAGE_WORDS - _BEFORE})


def _spans(query: Query, words: list[re.Match[str]]) -> Iterator[tuple[int, int, int]]:
    """(start, end, number of the term) of each place where a wanted term stands, in order, none within another."""
    folded = [fold(match.group()) for match in words]
    terms = [
        (
            number,
            frozenset(map(fold, term.forms())) if len(term.words) == 1 else frozenset({fold(term.words[0][0])}),
            term,
        )
        for number, term in enumerate(query.wanted)
    ]
    free = 0
    for place in range(len(words)):
        if place < free:
            continue
        for number, firsts, term in terms:
            last = _last(term, firsts, folded, place)
            if last is not None:
                free = last + 1
                yield words[place].start(), words[last].end(), number
                break


def _last(term: Term, firsts: frozenset[str], folded: list[str], place: int) -> int | None:
    """The place of the term's last word where the term begins at `place`."""
    if len(term.words) == 1:
        word = folded[place]
        begins = term.prefix and word.startswith(fold(term.words[0][0]))
        return place if word in firsts or begins else None
    at = place
    for number, (word, distance) in enumerate(term.words):
        at += distance if number else 0
        if at >= len(folded):
            return None
        wanted, found = fold(word), folded[at]
        prefix = term.prefix and number == len(term.words) - 1
        if found != wanted and not (prefix and found.startswith(wanted)):
            return None
    return at


def _pieces(text: str, spans: list[tuple[int, int, int]]) -> Iterator[tuple[str, bool]]:
    done = 0
    for start, end, _ in spans:
        if start > done:
            yield text[done:start], False
        yield text[start:end], True
        done = end
    if done < len(text):
        yield text[done:], False
