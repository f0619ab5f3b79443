"""Transcripts: paragraphs that begin with the name of who speaks, without quotation marks."""

from collections import Counter
from collections.abc import Sequence

from articles.text.report import PersonReading
from articles.text.speech.clauses import NAME, WORD, Paragraph
from articles.text.speech.discourse import UNNAMED
from articles.text.speech.marks import opens_with_mark

_ASKING = frozenset({"q", "question", "interviewer", "reporter", "host", "presenter", "moderator", "journalist"})
_ANSWERING = frozenset({"a", "answer"})
_NO_LABEL = frozenset(
    "update updated watch read more live breaking note editor correction photo video listen related opinion".split()
)


def turns(paragraphs: Sequence[Paragraph], people: Sequence[PersonReading]) -> dict[int, int]:
    """Who speaks each labelled paragraph of a transcript (its place -> the index of the person, or UNNAMED).

    Two labelled paragraphs make a transcript, of which one names a person of the report or is marked Q or A; a single
    "Brod: ..." does not."""
    owners = _labels(people)
    found: dict[int, int] = {}
    known = False
    for at, built in enumerate(paragraphs):
        label = _label(built)
        if label is None:
            continue
        lower = label.lower()
        token = built.tokens[0]
        if token.kind == NAME:
            found[at] = token.who
        elif lower in _ASKING | _ANSWERING:
            found[at] = UNNAMED
        elif lower in owners or label.isupper():
            found[at] = owners.get(lower, owners.get(lower.split()[-1], UNNAMED))
        known = known or (at in found and (found[at] != UNNAMED or lower in _ASKING | _ANSWERING))
    return found if known and len(found) > 1 else {}


def _labels(people: Sequence[PersonReading]) -> dict[str, int]:
    """What a label may say for one person alone: surname, full name, initials."""
    counts: Counter[str] = Counter()
    owners: dict[str, int] = {}
    for who, person in enumerate(people):
        parts = person.name.split()
        initials = "".join(part[0] for part in parts).lower()
        for label in dict.fromkeys((parts[-1].lower(), person.name.lower(), initials)) if parts else ():
            counts[label] += 1
            owners[label] = who
    return {label: who for label, who in owners.items() if counts[label] == 1 and len(label) > 1}


def _label(built: Paragraph) -> str | None:
    """The one to four words before a colon (after "Q" and "A" also a full stop) that begin a paragraph."""
    tokens = built.tokens
    for index in range(1, min(5, len(tokens) - 1)):
        token = tokens[index]
        if token.text not in {":", "."}:
            continue
        label = built.passage.text[: token.start].strip()
        if token.text == "." and label not in {"Q", "A"}:
            continue
        if opens_with_mark(built.passage.text[token.end :].lstrip()) or label.lower() in _NO_LABEL:
            return None
        return label if all(piece.kind in {WORD, NAME} for piece in tokens[:index]) else None
    return None
