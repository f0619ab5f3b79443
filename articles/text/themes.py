"""Tags of a report, each with its evidence: the site's vocabulary, places by their names and demonyms, and themes by the
share of words that belong to them.

Names of people are covered first, so that "Vladimir" is no city and "Jordan" no country. A tag is sure when the headline
or the first paragraph names it or when it is named twice; everything else is a suggestion for the desk."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from articles.text.report import STORY_ROLES, Block, PersonReading, Role, Span, TagReading, Term
from articles.text.typography import Passage, passages

_DATA = Path(__file__).with_name("data")
_WORD = re.compile(r"[^\W_]+")
_LOCATIVES = frozenset(
    "in from to near at across outside inside into around via through toward towards between off of over".split()
)
_THEME_SURE, _THEME_HINT = 15.0, 8.0
"""Words of a theme in a thousand. Measured on reports of known subject: the right themes stood at 23 to 49, all others at 6 or less."""
_THEME_LEAST = 3  # words of a theme that must be there at all: a brief of forty words proves nothing with one
_THEMES_MOST = 3
_SEAT_TIMES = 3  # times that a seat of government must stand as a place to be tagged as one


@dataclass(frozen=True, slots=True)
class _Form:
    text: str
    term: int  # -1: a name that only hides others ("New Mexico")
    weak: bool


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    terms: tuple[Term, ...]
    forms: dict[str, tuple[_Form, ...]]  # first word in lower case -> forms, longest first
    wary: frozenset[str]
    seats: frozenset[str]


@dataclass(slots=True)
class _Evidence:
    """Where a term is named: `strong` by a form that means it, `doubtful` by one that often means something else."""

    strong: list[Span] = field(default_factory=list)
    doubtful: list[Span] = field(default_factory=list)
    weak: list[Span] = field(default_factory=list)
    prominent: bool = False
    seats: int = 0


@cache
def _shipped() -> tuple[tuple[Term, ...], dict[str, list[str]]]:
    table: dict[str, Any] = json.loads((_DATA / "vocabulary.json").read_text(encoding="utf-8"))
    terms = tuple(
        Term(entry["name"], entry["kind"], tuple(entry["forms"]), tuple(entry.get("weak", ())), entry.get("code", ""))
        for entry in table["terms"]
    )
    return terms, {key: table[key] for key in ("wary", "seats", "other")}


def starter_vocabulary() -> tuple[Term, ...]:
    """The vocabulary that a new site begins with: countries, places, organisations and topics."""
    return _shipped()[0]


@cache
def _themes() -> dict[str, tuple[str, ...]]:
    """Word -> the codes of the themes that it speaks for."""
    table: dict[str, str] = json.loads((_DATA / "themes.json").read_text(encoding="utf-8"))
    themes: dict[str, list[str]] = {}
    for code, listed in table.items():
        for word in listed.split():
            themes.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in themes.items()}


@cache
def _vocabulary(terms: tuple[Term, ...]) -> _Vocabulary:
    lists = _shipped()[1]
    forms: dict[str, list[_Form]] = {}
    for text in lists["other"]:
        _add(forms, _Form(text, -1, False))
    for index, term in enumerate(terms):
        for text in term.forms:
            _add(forms, _Form(text, index, False))
        for text in term.weak:
            _add(forms, _Form(text, index, True))
    # of equal length a place comes before the government that sits there
    ordered = {
        key: tuple(sorted(listed, key=lambda form: (-len(form.text), form.term != -1, form.weak)))
        for key, listed in forms.items()
    }
    return _Vocabulary(terms, ordered, frozenset(lists["wary"]), frozenset(lists["seats"]))


def _add(forms: dict[str, list[_Form]], form: _Form) -> None:
    first = _WORD.search(form.text)
    if first is not None:
        forms.setdefault(first.group().lower(), []).append(form)


def read_tags(
    raw: str, blocks: Sequence[Block], people: Sequence[PersonReading], *, vocabulary: Iterable[Term] = ()
) -> tuple[TagReading, ...]:
    """The tags of a report, the sure ones first, then by how often they are named.

    `vocabulary` are the site's own terms; where it is empty the starter vocabulary stands in. Themes are tagged only
    when the vocabulary has a term with the code of their media topic."""
    given = _vocabulary(tuple(vocabulary) or starter_vocabulary())
    texts = passages(raw, tuple(blocks), STORY_ROLES)
    covered = sorted((mention.start, mention.end) for person in people for mention in person.mentions)
    evidence: dict[int, _Evidence] = {}
    prominent = _prominent(texts)
    for passage in texts:
        for index, span, kind, seat in _hits(passage, given, covered):
            _note(evidence.setdefault(index, _Evidence()), span, kind, seat, passage in prominent)
    found = [_tag(given.terms[index], seen) for index, seen in evidence.items()]
    names = {(tag.kind, tag.name) for tag in found if tag.sure}
    themes = [tag for tag in _theme_tags(texts, given.terms) if (tag.kind, tag.name) not in names]
    hidden = {(tag.kind, tag.name) for tag in themes}
    tags = themes + [tag for tag in found if (tag.kind, tag.name) not in hidden]
    return tuple(sorted(tags, key=lambda tag: (not tag.sure, -len(tag.spans), tag.spans[0].start, tag.name)))


def _prominent(texts: Sequence[Passage]) -> list[Passage]:
    """The headline, the standfirst and the first paragraph."""
    chosen = [text for text in texts if text.block is not None and text.block.role in {Role.HEADLINE, Role.STANDFIRST}]
    return chosen + [text for text in texts if text.block is not None and text.block.role is Role.BODY][:1]


def _hits(
    passage: Passage, given: _Vocabulary, covered: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, Span, str, bool]]:
    """Each form in a passage: the index of its term, where it stands, "strong", "doubtful" or "weak", and whether it is
    a seat of government."""
    text = passage.text
    shouted = text.isupper()
    low, high = bisect_left(covered, (passage.start, 0)), bisect_left(covered, (passage.end, 0))
    hidden = [(passage.index(start), passage.index(end)) for start, end in reversed(covered[low:high])]
    at = 0
    before = ""
    for word in _WORD.finditer(text):
        start = word.start()
        while hidden and hidden[-1][1] <= start:
            hidden.pop()
        inside = bool(hidden) and hidden[-1][0] <= start
        if start >= at and not inside:
            form, end = _longest(text, start, given.forms.get(word.group().lower(), ()), shouted)
            if form is not None and not (hidden and hidden[-1][0] < end):
                at = end
                for same in _same(given, form, word.group().lower()):
                    kind, seat = _kind(same, text, end, before, given)
                    yield same.term, passage.span(start, end), kind, seat
        before = word.group().lower()


def _longest(text: str, start: int, forms: Sequence[_Form], shouted: bool) -> tuple[_Form | None, int]:
    for form in forms:
        end = start + len(form.text)
        if end < len(text) and text[end].isalnum() and form.text[-1].isalnum():
            continue
        piece = text[start:end]
        wanted = form.text.upper() if shouted else form.text
        if piece == wanted or (form.text.islower() and piece.lower() == form.text):
            return form, end
    return None, start


def _same(given: _Vocabulary, form: _Form, key: str) -> list[_Form]:
    """The form and others of the same spelling: "Kyiv" is a city and, weakly, a government."""
    return (
        [other for other in given.forms[key] if other.text == form.text and other.term >= 0] if form.term >= 0 else []
    )


def _kind(form: _Form, text: str, end: int, before: str, given: _Vocabulary) -> tuple[str, bool]:
    placed = before in _LOCATIVES or bool(re.match(r",\s[A-Z]", text[end : end + 3]))
    term = given.terms[form.term]
    if form.weak:
        return "weak", False
    if form.text in given.seats and term.kind == "place":
        return ("strong" if placed else "weak"), True
    if form.text in given.wary and not (placed and before != "of"):
        return "doubtful", False
    return "strong", False


def _note(seen: _Evidence, span: Span, kind: str, seat: bool, prominent: bool) -> None:
    {"strong": seen.strong, "doubtful": seen.doubtful, "weak": seen.weak}[kind].append(span)
    seen.prominent = seen.prominent or (prominent and kind == "strong" and not seat)
    seen.seats += seat and kind == "strong"


def _tag(term: Term, seen: _Evidence) -> TagReading:
    counted = seen.strong + (seen.doubtful if seen.strong else [])
    if seen.strong and term.kind not in {"place", "organisation"}:
        counted = counted + seen.weak  # "strikes" says nothing alone, and much beside "picket line"
    sure = seen.prominent or len(counted) >= 2
    if seen.seats:
        sure = seen.seats >= _SEAT_TIMES
    spans = counted if sure else seen.strong + seen.doubtful + seen.weak
    rule = "gazetteer" if term.kind == "place" else "vocabulary"
    return TagReading(
        term.name, term.kind, tuple(sorted(set(spans), key=lambda span: span.start)), sure, rule, term.code
    )


def _theme_tags(texts: Sequence[Passage], terms: Sequence[Term]) -> list[TagReading]:
    by_code = {term.code.removeprefix("medtop:"): term for term in terms if term.code.startswith("medtop:")}
    themes = _themes()
    hits: dict[str, list[Span]] = {}
    count = 0
    for passage in texts:
        for match in _WORD.finditer(passage.text):
            count += 1
            for code in themes.get(match.group().lower(), ()):
                hits.setdefault(code, []).append(passage.span(*match.span()))
    shares = [(1000 * len(spans) / count, code, spans) for code, spans in hits.items() if code in by_code]
    shares = [entry for entry in shares if len(entry[2]) >= _THEME_LEAST and entry[0] >= _THEME_HINT]
    shares.sort(key=lambda entry: (-entry[0], entry[1]))
    tags = []
    for place, (share, code, spans) in enumerate(shares):
        term = by_code[code]
        sure = share >= _THEME_SURE and place < _THEMES_MOST
        tags.append(TagReading(term.name, term.kind, tuple(spans), sure, "theme", term.code))
    return tags
