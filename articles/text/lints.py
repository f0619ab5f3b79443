"""Things in a report that a journalist should look at: slips of typing and sentences that stand twice.

Nothing here is ever mended by the machine: the words of a report stay as they came, the desk decides."""

import re
from collections.abc import Iterable, Iterator, Sequence

from articles.text.people.spelling import folded_key, same_spelling
from articles.text.report import STORY_ROLES, Block, Lint, Mention, PersonReading, QuoteReading, Role
from articles.text.speech.marks import marked, opens_with_mark
from articles.text.typography import Passage, passages

_DOUBLED = re.compile(r"\b([^\W\d_]+) ([^\W\d_]+)\b(?![’'-]\w)")
_DOUBLES_RIGHTLY = frozenset(
    "had that very no so ha bye blah knock hear really many long far never now please yes do there well boo yeah is wait more go"
    " tut tsk bora hush couscous cha cancan pom win ding dong night sing".split()
)
_ROOT_AGAIN = re.compile(r"\b([a-z]{5,12}?)(?:ements?|ments?|ations?|tions?|ions?|als?) to (\1[a-z]{0,4})\b")
_DASHES = re.compile(r"(?<![-\w])--(?!-)|(?<=\w)--(?=\w)")
_CURLY_DOUBLE, _STRAIGHT_DOUBLE = re.compile(r"[“”„]"), re.compile(r'(?<!\d)"')
_CURLY_APOSTROPHE, _STRAIGHT_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)"), re.compile(r"(?<=\w)'(?=\w)")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9])")
_TITLES = frozenset("mr mrs ms miss mx dr prof professor sir dame lord lady rev president minister".split())
_FAMILY = 50  # people of one surname that are compared; a report with more is no report
_REPEATED_WORDS = 6  # a shorter sentence may stand twice on purpose


def read_lints(
    raw: str, blocks: Sequence[Block], people: Sequence[PersonReading], quotes: Sequence[QuoteReading]
) -> tuple[Lint, ...]:
    """What the desk should look at in a report, in the order of the text. Each message is one sentence."""
    texts = passages(raw, tuple(blocks), STORY_ROLES)
    found: list[Lint] = []
    for passage in texts:
        found += _doubled_words(passage)
        found += _dashes(passage)
    found += _unbalanced(texts, quotes)
    found += _two_kinds(texts, _CURLY_DOUBLE, _STRAIGHT_DOUBLE, "mixed quotation marks", "quotation marks")
    found += _two_kinds(texts, _CURLY_APOSTROPHE, _STRAIGHT_APOSTROPHE, "mixed apostrophes", "apostrophes")
    found += _spellings(people)
    found += _repeated(texts)
    return tuple(sorted(found, key=lambda lint: (lint.start, lint.end, lint.rule)))


def _lint(passage: Passage, rule: str, message: str, start: int, end: int) -> Lint:
    span = passage.span(start, end)
    return Lint(rule, message, span.start, span.end)


def _doubled_words(passage: Passage) -> Iterator[Lint]:
    at = 0
    while match := _DOUBLED.search(passage.text, at):
        first, second = match.groups()
        at = match.start(2)
        if first.lower() == second.lower() and second.islower() and second not in _DOUBLES_RIGHTLY:
            yield _lint(passage, "doubled word", f"The word “{second}” stands twice in a row.", *match.span())
    for match in _ROOT_AGAIN.finditer(passage.text):
        yield _lint(passage, "repeated root", f"“{match.group()}” says one thing twice.", *match.span())


def _dashes(passage: Passage) -> Iterator[Lint]:
    for match in _DASHES.finditer(passage.text):
        yield _lint(passage, "typewriter dash", "Two hyphens stand for a dash.", *match.span())


def _unbalanced(texts: Sequence[Passage], quotes: Sequence[QuoteReading]) -> Iterator[Lint]:
    """Marks without a partner; a quotation that runs on into the next paragraph has none, and needs none."""
    spans = sorted((quote.start, quote.end) for quote in quotes)
    for place, passage in enumerate(texts):
        for piece in marked(passage.text):
            if piece.state == "whole":
                if piece.mixed:
                    message = "This quotation opens with one kind of quotation mark and closes with another."
                    yield _lint(passage, "mixed pair of marks", message, piece.opening, piece.closing)
                continue
            runs_on = any(start < passage.end < end or start < passage.start < end for start, end in spans)
            follows = place + 1 < len(texts) and opens_with_mark(texts[place + 1].text)
            if piece.state == "unclosed" and not (runs_on or (follows and piece.closing == len(passage.text))):
                yield _lint(
                    passage,
                    "unclosed quotation",
                    "The quotation mark that opens here is never closed.",
                    piece.opening,
                    piece.start,
                )
            elif piece.state == "unopened" and not runs_on:
                yield _lint(
                    passage,
                    "unopened quotation",
                    "The quotation mark that closes here was never opened.",
                    piece.end,
                    piece.closing,
                )


def _two_kinds(
    texts: Sequence[Passage], curly: re.Pattern[str], straight: re.Pattern[str], rule: str, what: str
) -> Iterator[Lint]:
    """One remark a report, at the first sign of the rarer kind."""
    kinds = [
        [(passage, match) for passage in texts for match in kind.finditer(passage.text)] for kind in (curly, straight)
    ]
    if all(kinds):
        passage, match = min(kinds, key=len)[0]
        yield _lint(passage, rule, f"Curly and straight {what} stand side by side in this report.", *match.span())


def _spellings(people: Sequence[PersonReading]) -> Iterator[Lint]:
    for person in people:
        yield from _spelled_twice(person)
    families: dict[str, list[PersonReading]] = {}
    for other in people:  # spellings of one name fold to one surname, so that only namesakes need comparing
        family = families.setdefault(folded_key(other.name).rsplit(" ", 1)[-1], [])
        for person in family:
            if person.name != other.name and other.mentions and same_spelling(person.name, other.name) == "equal":
                mention = other.mentions[0]
                message = f"“{other.name}” and “{person.name}” may be one person spelled in two ways."
                yield Lint("two spellings", message, mention.start, mention.end)
        if len(family) < _FAMILY:
            family.append(other)


def _spelled_twice(person: PersonReading) -> Iterator[Lint]:
    """The same surname in two spellings among the mentions of one person."""
    seen: dict[str, Mention] = {}
    for mention in person.mentions:
        surname = _surname(mention.surface)
        if surname:
            seen.setdefault(surname.casefold(), mention)
    first = next(iter(seen), "")
    for surname, mention in seen.items():
        if surname != first and _alike(first, surname):
            usual = _surname(seen[first].surface)
            message = f"“{_surname(mention.surface)}” is also spelled “{usual}” in this report."
            yield Lint("two spellings", message, mention.start, mention.end)


def _surname(surface: str) -> str:
    kept = [
        word
        for word in re.split(r"\s+", re.sub(r"[’']s$|[’']$", "", surface))
        if word.rstrip(".").casefold() not in _TITLES
    ]
    return kept[-1].strip(".,") if kept else ""


def _alike(first: str, second: str) -> bool:
    """Whether two words are spellings of one surname. A word alone settles nothing, so both borrow the same given name."""
    return min(len(first), len(second)) > 3 and same_spelling(f"Ana {first}", f"Ana {second}") != "different"


def _repeated(texts: Iterable[Passage]) -> Iterator[Lint]:
    seen: set[str] = set()
    for passage in texts:
        if passage.block is None or passage.block.role not in {Role.BODY, Role.LIST_ITEM}:
            continue
        at = 0
        for end in [match.start() for match in _SENTENCE_END.finditer(passage.text)] + [len(passage.text)]:
            sentence = passage.text[at:end]
            key = " ".join(re.findall(r"\w+", sentence.casefold()))
            start = at + len(sentence) - len(sentence.lstrip(" ”’\"'"))
            at = end
            if key.count(" ") + 1 < _REPEATED_WORDS:
                continue
            if key in seen:
                yield _lint(passage, "repeated sentence", "This sentence stands in the report twice.", start, end)
            seen.add(key)
