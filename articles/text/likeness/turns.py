"""Which turn of a series a report tells of, and which way a figure went.

The third quarter comes after the second, and a bank that holds its rate has not cut it: reports that differ in such
tell of two events however alike they are worded.
"""

import re
from collections.abc import Iterable

from articles.text.likeness.reports import stem

_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=1
    )
}
_TURN = re.compile(
    rf"\bQ(?P<quarter>[1-4])\b|\b(?P<turn>{'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))[\s-]+(?P<of>[a-z]{{3,}})",
    re.IGNORECASE,
)
_NO_SERIES = frozenset(
    map(
        stem,
        """minute second hour half over set lap goal shot card booking yellow red try wicket point time times place floor
        storey person man woman child victim year century anniversary birthday day night week month""".split(),
    )
)
"""Nouns that are numbered within one event, or whose number tells how long something lasts."""
_PERCENT = r"\s?(?:%|per\s?cent)"
_RANGE = re.compile(
    rf"(?<!from\s)(?<![\d.,])\d+(?:\.\d+)?(?:{_PERCENT})?(?:\s?[-–]\s?|\sto\s)(?P<most>\d+(?:\.\d+)?){_PERCENT}"
)
_SET = re.compile(r"\b(?:benchmark|target|rates?|forecasts?|outlook|guidance)\b", re.IGNORECASE)
"""A range that a bank sets its rate to, or a firm its forecast: the next decision sets another one."""
_SENTENCE_END = re.compile(r"(?<=[.!?…”\"])\s+(?=[^\W\d_a-z]|[“\"‘'])")
_MEASURE = (
    "rates?|repo|interest|prices?|dut(?:y|ies)|tax(?:es)?|fares?|forecasts?|outlook|guidance|profits?|sales|dividends?"
    "|output|pay|wages?|earnings|spending|jobs?|tariffs?|ratings?|borrowing"
)
_MEASURED = re.compile(rf"\b(?:{_MEASURE})\b", re.IGNORECASE)
_WAYS = {
    "up": re.compile(
        r"\b(?:rais(?:e|es|ed|ing)|lift(?:s|ed)?|hik(?:e|es|ed)|increas(?:e|es|ed)|ris(?:e|es|en)|rose|up)\b",
        re.IGNORECASE,
    ),
    "down": re.compile(
        r"\b(?:cuts?|cutting|lower(?:s|ed|ing)?|reduc(?:e|es|ed|tion)|trim(?:s|med)?|slash(?:es|ed)?|eas(?:es|ed)|f[ae]lls?"
        r"|fallen|drop(?:s|ped)?|slid(?:es)?|cheaper|tumbl\w+|plung\w+)\b",
        re.IGNORECASE,
    ),
}
_HELD = re.compile(
    r"\b(?:unchanged|on\s+hold|stays?\s+put|steady|paus(?:e[sd]?|ing)|stands?\s+pat|no\s+change"
    r"|(?:not|n['’]t)\s(?:touch|change|move|budge|cut|lower|reduce|raise|lift))\b"
    rf"|(?<!that\s)(?<!which\s)\b(?:keeps?|kept|holds?|held|leaves?|left)\b(?:\W+\w+){{0,6}}?\W+(?:{_MEASURE})\b",
    re.IGNORECASE,
)


def turns(texts: Iterable[str]) -> dict[str, list[int]]:
    """What a text numbers in a row: the stem of the noun -> the numbers. Of a range of percent that a rate or
    a forecast is set to, its upper end in hundredths.

    >>> turns(["Its ninth straight cut came in the second quarter (Q2)."])
    {'straight': [9], 'quarter': [2]}
    >>> turns(["The rate is now 2.25 to 2.5 per cent."])
    {'range': [250]}
    """
    found: dict[str, set[int]] = {}
    for text in texts:
        for match in _TURN.finditer(text):
            if match["quarter"]:
                found.setdefault("quarter", set()).add(int(match["quarter"]))
            else:
                turn = match["turn"].lower()
                number = _ORDINALS.get(turn) or int(re.sub(r"\D", "", turn))
                noun = stem(match["of"].lower())
                if noun not in _NO_SERIES:
                    found.setdefault(noun, set()).add(number)
        for sentence in _SENTENCE_END.split(text):
            if _SET.search(sentence):
                ranges = {round(100 * float(match["most"])) for match in _RANGE.finditer(sentence)}
                found |= {"range": found.get("range", set()) | ranges} if ranges else {}
    return {noun: sorted(numbers) for noun, numbers in found.items()}


def way(texts: Iterable[str]) -> str:
    """Where the first sentence that speaks of a rate, a price, a profit says it went: "up", "down", "held" or "".

    >>> way(["The bank met.", "It left its key rate unchanged."])
    'held'
    """
    for text in texts:
        for sentence in _SENTENCE_END.split(text):
            if not _MEASURED.search(sentence):
                continue
            if _HELD.search(sentence):
                return "held"
            went = [(match.start(), name) for name, words in _WAYS.items() if (match := words.search(sentence))]
            if went:
                return min(went)[1]
    return ""
