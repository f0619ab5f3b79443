"""Transcripts: paragraphs that begin with the name of who speaks, without quotation marks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from articles.text.clauses import NAME, WORD, Paragraph
from articles.text.marks import opens_with_mark
from articles.text.report import PersonReading

_ASKING = frozenset({"q", "question", "interviewer", "reporter", "host", "presenter", "moderator", "journalist"})
_ANSWERING = frozenset({"a", "answer"})
_NO_LABEL = frozenset("update updated watch read more live breaking note editor correction photo video listen related opinion analysis".split())


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of speech: the label is text[:label], the words are text[start:]. `guessed`: the label is only "A"."""

    label: int
    start: int
    who: int | None
    guessed: bool = False


def turns(paragraphs: Sequence[Paragraph], people: Sequence[PersonReading]) -> dict[int, Turn]:
    """The turns of a transcript by paragraph. Two labelled paragraphs make a transcript, of which one names a person
    of the report or is marked Q or A; a single "Brod: ..." is no transcript."""
    surnames = _surnames(people)
    found: dict[int, tuple[str, Turn]] = {}
    for at, built in enumerate(paragraphs):
        turn = _turn(built, surnames, people)
        if turn is not None:
            found[at] = turn
    known = [turn for label, turn in found.values() if turn.who is not None or label in _ASKING | _ANSWERING]
    if len(found) < 2 or not known:
        return {}
    return {at: turn for at, (_, turn) in found.items()}


def _surnames(people: Sequence[PersonReading]) -> dict[str, int]:
    """What a label may say for one person alone: surname, full name, initials."""
    labels: Counter[str] = Counter()
    owners: dict[str, int] = {}
    for who, person in enumerate(people):
        parts = person.name.split()
        if parts:
            for label in dict.fromkeys((parts[-1].lower(), person.name.lower(), "".join(part[0] for part in parts).lower())):
                labels[label] += 1
                owners[label] = who
    return {label: who for label, who in owners.items() if labels[label] == 1 and len(label) > 1}


def _turn(built: Paragraph, surnames: dict[str, int], people: Sequence[PersonReading]) -> tuple[str, Turn] | None:
    tokens = built.tokens
    colon = next((index for index in range(1, min(6, len(tokens))) if tokens[index].text in {":", "."} and tokens[index - 1].end == tokens[index].start), None)
    if colon is None or colon + 1 >= len(tokens):
        return None
    start = tokens[colon + 1].start
    text = built.passage.text
    if opens_with_mark(text[start:]):
        return None
    label = text[: tokens[colon].start].strip()
    if tokens[colon].text == "." and label not in {"Q", "A"}:
        return None
    lower = label.lower()
    if tokens[0].kind == NAME and colon == 1:
        return lower, Turn(len(label), start, tokens[0].who)
    if any(token.kind != WORD for token in tokens[:colon]) or lower in _NO_LABEL:
        return None
    if lower in _ANSWERING and label.isupper():
        return lower, Turn(len(label), start, _most_named(people), guessed=True)
    if lower in _ASKING:
        return lower, Turn(len(label), start, None)
    if lower in surnames and label[0].isupper():
        return lower, Turn(len(label), start, surnames[lower])
    if label.isupper() and colon <= 3 and len(label) > 1:
        return lower, Turn(len(label), start, surnames.get(lower.split()[-1]))
    return None


def _most_named(people: Sequence[PersonReading]) -> int | None:
    return max(range(len(people)), key=lambda who: len(people[who].mentions)) if people else None
