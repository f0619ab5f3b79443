"""What came out: the score of a match, the count of a vote, the strength of an earthquake.

They are said at the top of a report, and two events hardly share them: the second leg of the same clubs ends with
another score, the next vote of the same house with another count, and an aftershock is weaker.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

_SEPARATOR = r"(?:\s?[-–]\s?|\s(?:votes\s)?to\s)"
_NO_MEASURE = r"(?![.,:/]?\d|[%-]|\s?(?:%|per\s?cent|[ap]\.?m\b|years?|days?|weeks?|months?|hours?|minutes?|km|miles|basis|hundred|thousand|million|billion|crore|lakh|people|feet|degrees))"
_SCORE = re.compile(rf"(?<![\w.,:/£$€-])(?<!from\s)(?<!between\s)(\d{{1,3}}){_SEPARATOR}(\d{{1,3}}){_NO_MEASURE}")
"""Two numbers against each other: "3-0", "21 votes to 20", "by 325 to 306"; no range and no time."""
_SIDES = re.compile(r"\b[A-Z][\w'’ .-]{2,30}?\s(\d{1,2}),?\s(?:and\s)?[A-Z][\w'’ .-]{2,30}?\s(\d{1,2})(?=\W*\Z)")
"""A line of a result: "Port Elsa 3, Harbour Athletic 0"."""
_MAGNITUDE = re.compile(r"\bmagnitude(?:\sof)?[\s-](\d\.\d)|\b(\d\.\d)[\s-]magnitude", re.IGNORECASE)
ALIKE = 0.25
"""Magnitudes of one earthquake differ by this at most: agencies measure for themselves."""


def results(texts: Iterable[str]) -> dict[str, list[str]]:
    """What texts say came out: "score" -> the pairs of numbers, the smaller one first, and "magnitude" -> those given.

    >>> results(["Port Elsa won 3-1.", "The magnitude 6.1 quake"])
    {'score': ['1-3'], 'magnitude': ['6.1']}
    """
    texts = list(texts)
    pairs = [match for text in texts for match in (*_SCORE.finditer(text), *_SIDES.finditer(text))]
    found = {
        "score": sorted({"-".join(sorted(match.groups(), key=int)) for match in pairs}),
        "magnitude": sorted({match[1] or match[2] for text in texts for match in _MAGNITUDE.finditer(text)}),
    }
    return {kind: said for kind, said in found.items() if said}


def other_result(one: Mapping[str, Sequence[str]], other: Mapping[str, Sequence[str]]) -> bool:
    """Whether both say what came out, and nothing of it agrees."""
    scores, magnitudes = ((one.get(kind, ()), other.get(kind, ())) for kind in ("score", "magnitude"))
    if scores[0] and scores[1] and not {*scores[0]} & {*scores[1]}:
        return True
    gaps = [abs(float(a) - float(b)) for a in magnitudes[0] for b in magnitudes[1]]
    return bool(gaps) and min(gaps) > ALIKE
