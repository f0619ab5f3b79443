"""The paragraphs of a story made ready for its quotations: pairs of marks, names, and quotations over several paragraphs."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.text.people.lexicon import WORD as ORDINARY
from articles.text.people.lexicon import fold, lexicon
from articles.text.report import PersonReading
from articles.text.speech.clauses import Paragraph, paragraph
from articles.text.speech.marks import Marked, marked, opens_with_mark
from articles.text.speech.words import words
from articles.text.typography import Passage

Place = tuple[int, int]
"""A paragraph and a quotation in it."""
Name = tuple[int, int, int]
"""Start, end and the index of the person."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LOST_MARK = re.compile(
    r",\s(?=(?:(?:he|she|they|(?:[A-Z][\w’'.-]+\s){1,4})\s?(?:said|says|added|told|adds)|(?:said|says|added)\s[\w’'.-]+)\b)"
)
_SENTENCE_STARTS = frozenset(".!?:“‘\"'(—–")


@dataclass(frozen=True, slots=True)
class Narrative:
    """Paragraphs in order. `parts`: the first part of a quotation over several paragraphs -> all its parts in order;
    `later`: the parts that continue one."""

    paragraphs: list[Paragraph]
    parts: dict[Place, list[Place]]
    later: set[Place]


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a report, made ready once for all its passages: the mentions in order, and who bears a surname alone."""

    mentions: list[Name]
    owners: dict[str, int]


def names_of(people: Sequence[PersonReading]) -> Names:
    mentions = sorted((m.start, m.end, who) for who, person in enumerate(people) for m in person.mentions)
    return Names(mentions, _owners(people))


def narrative(group: Sequence[Passage], named: Names) -> Narrative:
    """Cut the passages of a story into tokens, each quotation and each name of a person one of them."""
    mentions, owners = named.mentions, named.owners
    built = []
    pieces = [marked(passage.text) for passage in group]
    for at, passage in enumerate(group):
        follows = at + 1 < len(group) and _continues(group[at + 1].text, pieces[at + 1])
        mended = [_mended(passage.text, piece) for piece in pieces[at]]
        if follows:
            mended[-1:] = pieces[at][-1:]
        known = list(_mentioned(passage, mentions))
        names = sorted(known + list(_lone_surnames(passage, known, owners)))
        quotes = [piece for piece in mended if not _within(piece.start, piece.end, names)]
        spans = [(piece.opening, piece.closing, 0) for piece in quotes]
        built.append(paragraph(passage, quotes, [name for name in names if not _touched(name, spans)]))
    return Narrative(built, *_joined(built))


def _mentioned(passage: Passage, mentions: Sequence[Name]) -> Iterator[Name]:
    for at in range(bisect_left(mentions, (passage.start, 0, 0)), len(mentions)):
        start, end, who = mentions[at]
        if start >= passage.end:
            break
        if end <= passage.end:
            yield passage.index(start), passage.index(end - 1) + 1, who


def _touched(name: Name, spans: Sequence[Name]) -> bool:
    """Whether one of the ordered spans overlaps a name."""
    at = bisect_left(spans, (name[1], 0, 0)) - 1
    return at >= 0 and spans[at][1] > name[0]


def _within(start: int, end: int, names: Sequence[Name]) -> bool:
    """Whether a stretch lies inside a name: Ana “Annie” Horvat."""
    at = bisect_left(names, (start, 0, 0)) - 1
    return at >= 0 and names[at][0] < start and end < names[at][1]


def _owners(people: Sequence[PersonReading]) -> dict[str, int]:
    """Surname -> the one person of the report who bears it."""
    bearers: dict[str, list[int]] = {}
    for who, person in enumerate(people):
        parts = [part for part in person.name.split() if part.strip(".,").lower() not in words("name_endings")]
        if len(parts) > 1 and len(parts[-1]) > 2 and parts[-1].lower() not in words("times"):
            bearers.setdefault(parts[-1], []).append(who)
    return {surname: bearing[0] for surname, bearing in bearers.items() if len(bearing) == 1}


def _lone_surnames(passage: Passage, names: Sequence[Name], owners: dict[str, int]) -> Iterator[Name]:
    """A surname that stands alone is its bearer, even where it is not among the mentions; a word of the dictionary that
    begins a sentence is none ("Young people", "Brown rice")."""
    text = passage.text
    before = -1  # end of a capitalised word
    for match in _WORD.finditer(text) if owners else ():
        start, end = match.span()
        if match.group() in owners:
            alone = start != before + 1 and not (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper())
            named = not _begins(text, start) or not lexicon().kinds(fold(match.group())) & ORDINARY
            if alone and named and not _touched((start, end, 0), names):
                yield start, end, owners[match.group()]
        before = end if match.group()[0].isupper() else -1


def _begins(text: str, start: int) -> bool:
    return start < 2 or text[start - 1] in _SENTENCE_STARTS or text[start - 2] in _SENTENCE_STARTS


def _continues(text: str, pieces: Sequence[Marked]) -> bool:
    return bool(pieces) and (opens_with_mark(text) or pieces[0].state == "unopened")


def _mended(text: str, piece: Marked) -> Marked:
    """An unclosed quotation ends before the clause that names its speaker, else with the paragraph."""
    if piece.state != "unclosed":
        return piece
    clauses = list(_LOST_MARK.finditer(text, piece.start, piece.end))
    end = clauses[-1].start() + 1 if clauses else piece.end
    return replace(piece, end=end, closing=end) if clauses else piece


def _joined(built: Sequence[Paragraph]) -> tuple[dict[Place, list[Place]], set[Place]]:
    """Quotations over several paragraphs: an opening mark without a closing one, and an opening mark again."""
    parts: dict[Place, list[Place]] = {}
    later: set[Place] = set()
    open_part: Place | None = None
    for at, para in enumerate(built):
        first: Place | None = None
        begins = bool(para.quotes) and para.quotes[0].opening == 0
        if open_part is not None and begins and _continues(para.passage.text, para.quotes):
            parts.setdefault(open_part, [open_part]).append((at, 0))
            later.add((at, 0))
            first = open_part
        open_part = None
        if para.quotes and para.quotes[-1].state == "unclosed" and para.quotes[-1].closing == len(para.passage.text):
            index = len(para.quotes) - 1
            open_part = first if index == 0 and first is not None else (at, index)
    return parts, later
