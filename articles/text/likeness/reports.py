"""How alike two reports are: whether they tell of the same event, and whether they are the same text.

Two reports that share their names alone share people, not an event: the next match of the same clubs names them all
again. So names (who) and the other words (what) are compared apart, and what happened counts for more.
"""

import json
import re
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import log, sqrt
from pathlib import Path

from articles.text.people.lexicon import WORD, lexicon
from articles.text.report import Report, Role
from articles.text.typography import reading_text

MOST_NAMES = 30
MOST_WORDS = 70
INDEXED = 24
"""Terms of a report by which others find it."""
HEADLINE_WEIGHT = 2.0
NAME_WEIGHT = 1.5
WHO_SHARE = 0.15
"""The likeness is who ** WHO_SHARE * what ** (1 - WHO_SHARE): names alone never make it high."""
BACKGROUND = 4000
"""Reports that a site is taken to have seen before its first, so that the first days have a sense of what is rare."""
FLOOR = 0.0002
"""No term counts as rarer than one report in 5,000: else a misspelling would outweigh an event on a large site."""
SHINGLE = 4
SKETCH = 64
SAME_TEXT = 0.3
"""Least share of common runs of words in one text printed twice; of real pairs that reach it all told one event."""

_PARAGRAPHS = frozenset({Role.BODY, Role.LIST_ITEM, Role.STANDFIRST, Role.SUBHEAD})
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?:^|[.!?:;…“”\"«»•—–]|--)[\s'’)\]]*\Z")
_GROUPED = re.compile(r"[.,](?=\d{3}(?!\d))")
_POSSESSIVE = re.compile(r"(?:'s?|s')\Z")


@dataclass(frozen=True, slots=True)
class SignatureTerm:
    """A word of a report as it is compared: folded and without its ending. `named` when it is part of a name;
    `shown` is the word as the report first writes it."""

    term: str
    weight: float
    named: bool
    shown: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score` 0..1 from `who` (names) and `what` (the other words); `names` and `words` are those that both have and
    that weigh most, as the first one writes them."""

    score: float
    who: float
    what: float
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    shared: dict[str, float] = field(default_factory=dict)  # every word in common that is no name: its weight


Rarity = Callable[[str, bool], float]
"""What a term weighs by how few reports hold it: term, whether it is a name -> `rarity`."""


@cache
def _frequent() -> tuple[frozenset[str], frozenset[str]]:
    table = json.loads((Path(__file__).parent.with_name("data") / "frequent.json").read_text(encoding="utf-8"))
    function = frozenset(table["function"].split())
    return function, frozenset(term_of(word) for word in table["frequent"].split())


def stem(word: str) -> str:
    """A folded word without plural, past tense and the endings that British and American spelling differ in."""
    if word[:1].isdigit():
        return _GROUPED.sub("", word)
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] not in "sl":
                word = word[:-1]
            break
    if len(word) > 5:
        word = word.replace("our", "or")
    if len(word) > 6:
        word = re.sub(r"is(e|ation|er|)\Z", r"iz\1", word)
    if len(word) > 4 and word.endswith("ll"):
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


@cache
def _synonyms() -> dict[str, str]:
    """Stem -> stem of the commonest word that says the same."""
    text = (Path(__file__).parent.with_name("data") / "synonyms.txt").read_text(encoding="utf-8")
    lines = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return {stem(word): stem(words[0]) for words in lines for word in words}


def term_of(word: str) -> str:
    """A folded word as a signature holds it: its stem, or that of the word that most newsrooms would use for it."""
    root = stem(word)
    return _synonyms().get(root, root)


_NUMBERS = {
    **dict(
        zip(
            "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
            range(11, 20),
            strict=True,
        )
    ),
    **{tens: 10 * n for n, tens in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)},
}
_ONES = {word: n for n, word in enumerate("one two three four five six seven eight nine".split(), 1)}
_NUMBER_WORD = re.compile(rf"\b({'|'.join(_NUMBERS)})(?:-({'|'.join(_ONES)}))?\b", re.IGNORECASE)


def in_digits(text: str) -> str:
    """A text with the numbers from eleven to ninety-nine in digits: "Fourteen" in one report is "14" in the other."""
    return _NUMBER_WORD.sub(lambda m: str(_NUMBERS[m[1].lower()] + _ONES.get((m[2] or "").lower(), 0)), text)


def terms_of(text: str) -> set[str]:
    """The words of a text as a signature holds them."""
    return {term_of(_POSSESSIVE.sub("", _fold(match.group()))) for match in _WORD.finditer(in_digits(text))}


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def _written(word: str) -> str:
    return re.sub(r"['’][sS]?\Z", "", word)


@dataclass(slots=True)
class _Count:
    shown: str
    weight: float = 0.0
    capital: int = 0  # times with a capital where none was due
    first: int = 0  # times with a capital at the beginning of a sentence
    lower: int = 0


def paragraphs_of(report: Report) -> list[str]:
    """The texts that tell a report's story, without its headline and captions."""
    return [reading_text(report.raw, b.start, b.end) for b in report.blocks if b.role in _PARAGRAPHS]


def signature(report: Report) -> list[SignatureTerm]:
    """What a report is found and compared by, the weightiest terms first.

    Its headline, standfirst, subheads, body and captions count; a rail, a see-also or a promo never does.
    """
    return text_signature(report.headline or "", paragraphs_of(report), [caption.text for caption in report.captions])


def text_signature(headline: str, paragraphs: Iterable[str], captions: Iterable[str] = ()) -> list[SignatureTerm]:
    """`signature` of a text in pieces."""
    counts: dict[str, _Count] = {}
    _count(headline, counts, HEADLINE_WEIGHT, in_title=True)
    for text in (*paragraphs, *captions):
        _count(text, counts, 1.0, in_title=False)
    names: list[SignatureTerm] = []
    words: list[SignatureTerm] = []
    for term, count in counts.items():
        named = _is_named(term, count)
        weight = round((1 + log(max(count.weight, 1.0))) * (NAME_WEIGHT if named else 1.0), 3)
        (names if named else words).append(SignatureTerm(term, weight, named, count.shown))
    chosen = sorted(names, key=_by_worth)[:MOST_NAMES] + sorted(words, key=_by_worth)[:MOST_WORDS]
    return sorted(chosen, key=_by_worth)


def _by_worth(term: SignatureTerm) -> tuple[float, str]:
    return -term.weight * rarity(term.term, term.named), term.term


def _count(text: str, counts: dict[str, _Count], weight: float, *, in_title: bool) -> None:
    function, _ = _frequent()
    shouted = text.isupper()
    text = in_digits(text)
    for match in _WORD.finditer(text):
        word = _POSSESSIVE.sub("", folded := _fold(match.group()))
        if folded in function or word in function or len(word) < (2 if word.isdigit() else 3):
            continue
        count = counts.setdefault(term_of(word), _Count(_written(match.group())))
        count.weight += weight
        if not match.group()[0].isupper():
            count.lower += not in_title
        elif in_title or shouted or _SENTENCE_END.search(text, max(0, match.start() - 4), match.start()):
            count.first += not lexicon().kinds(word) & WORD
        else:
            count.capital += 1


def _is_named(term: str, count: _Count) -> bool:
    if term[0].isdigit():
        return False
    return count.capital > count.lower or (not count.lower and count.first > 0)


def rarity(term: str, named: bool, reports: int = 0, total: int = 0) -> float:
    """What a term weighs when `reports` of `total` hold it; without counts, what it may be expected to."""
    expected = 0.15 if term in _frequent()[1] else 0.004 if named else 0.01
    share = (reports + BACKGROUND * expected) / (total + BACKGROUND)
    return -log(min(max(share, FLOOR), 0.9))


def likeness(
    one: Sequence[SignatureTerm], other: Sequence[SignatureTerm], rare: Rarity = rarity, most_shared: int = 6
) -> Likeness:
    """How far two signatures tell of the same event."""
    named = {term.term for term in one if term.named} | {term.term for term in other if term.named}
    written = {term.term: term.shown for term in one}
    parts = []
    common: dict[str, float] = {}
    for side in (True, False):
        ours, theirs = (
            {t.term: t.weight * rare(t.term, t.named) for t in terms if (t.term in named) is side}
            for terms in (one, other)
        )
        shared = sorted(ours.keys() & theirs.keys(), key=lambda t: (-ours[t] * theirs[t], t))
        common = {term: ours[term] * theirs[term] for term in shared}
        parts.append((_cosine(ours, theirs, shared), tuple(written[term] for term in shared[:most_shared])))
    (who, names), (what, words) = parts
    score = who**WHO_SHARE * what ** (1 - WHO_SHARE)
    return Likeness(round(score, 4), round(who, 4), round(what, 4), names, words, common)


def _cosine(ours: dict[str, float], theirs: dict[str, float], shared: Iterable[str]) -> float:
    lengths = sqrt(sum(w * w for w in ours.values())) * sqrt(sum(w * w for w in theirs.values()))
    return sum(ours[term] * theirs[term] for term in shared) / lengths if lengths else 0.0


def sketch(report: Report) -> list[int]:
    """Sixty-four numbers that stand for all runs of four words of a report; fewer where it has fewer runs."""
    return text_sketch(paragraphs_of(report))


def text_sketch(paragraphs: Iterable[str]) -> list[int]:
    words = [_fold(m.group()) for text in paragraphs for m in _WORD.finditer(text)]
    runs = {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
    # The lowest digests are a fair sample of the runs, and the same one for the same text.
    return sorted({zlib.crc32(run.encode()) for run in runs})[:SKETCH]


def same_text(one: Sequence[int], other: Sequence[int]) -> float:
    """The share of common runs of words of two texts, estimated from their sketches, 0..1; 0 for very short ones."""
    if min(len(one), len(other)) < SKETCH // 2:
        return 0.0  # a quotation makes up half of so short a text
    lowest = sorted({*one, *other})[:SKETCH]
    return len({*lowest} & {*one} & {*other}) / len(lowest)
