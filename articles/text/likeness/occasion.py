"""When and how many: what tells two events of the same people and place apart.

The next match, the appeal, the second storm share names and words with the first and retell it in a sentence or two.
They happen on another day, count other things, and look back.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from articles.text.likeness.figures import figures
from articles.text.likeness.reports import in_digits, terms_of, text_signature
from articles.text.likeness.results import results
from articles.text.likeness.turns import turns, way

TOP = 3
"""Paragraphs at the beginning of a report that tell what it is about; the rest may tell of anything."""
LEDE = 6
"""Words below which a paragraph is a byline or a label."""

WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_NUMBER = re.compile(r"(?<![\w.,:/-])[£$€]?(\d+(?:[.,:–-]\d+)*)")
_GROUPED = re.compile(r"[.,](?=\d{3}(?!\d))")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_ROUND = frozenset({"10", "12", "20", "24", "30", "40", "50", "60", "80", "100", "200", "500", "1000"})
_SENTENCE_END = re.compile(r"(?<=[.!?…”\"])\s+(?=[^\W\d_a-z]|[“\"‘'])")
_CLAUSE = re.compile(r"(?:[^,;–—]|,(?=\d))+[,;–—]*")
SHORT_CLAUSE = 6
"""Words below which a clause says when and no more: "In March last year," """
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(
    rf"\b(?:{_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)\s\d\d?\b(?![.,]?\d)"
    rf"|(?<![\d.,])\b\d\d?\s(?:{_MONTH})\b"
)
_SAID = re.compile(
    rf"\b(?:(?P<before>\d\d?)(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})|(?P<month_first>{_MONTH})\s(?P<after>\d\d?)(?:st|nd|rd|th)?)"
    r"\b(?![.:]\d)(?:,?\s(?P<year>(?:19|20)\d\d)\b)?"
)
"""A day that is said in full: "12 October", "October 12, 2026"."""
_BACK = re.compile(
    r"\b(?:(?<!in\s\d\s)(?<!in\s\d\d\s)(?:days|weeks?|months?|years?|seasons?)\s(?:after|before|ago|earlier|since|later)"
    r"|(?i:last|previous|earlier\sthis|in\sthe|this)\s(?:week|month|year|spring|summer|autumn|winter|season)"
    rf"|(?i:in|since|last|early|late|mid)[\s-](?:{_MONTH})\b(?!\s\d)|(?:{_MONTH})['’]s|the\s(?:{_MONTH})\s(?=[a-z])|previously|(?i:a\s(?:fortnight|year)\sago)|(?i:last\stime)|the\s(?:earlier|previous|original))\b"
)
_THEN = re.compile(r"\b(?:back\s|since\s)?then(?=[,.;]|\s*\Z)|\bat\sthe\stime\b")
"""A sentence that ends a clause with it tells of another time: "Three people died then, and 70 were hurt." """
# A case goes from arrest to appeal, and each step is an event of its own: the last one that a report begins with.
_STAGES = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "appeal": r"appeals?|appealed|quash(?:es|ed)|overturn(?:s|ed)|uph[eo]lds?",
        "sentence": r"sentenced|sentences|jailed|imprisonment|gets\s(?:\w+\s)?(?:\d+|\w+)\syears|sent\sto\sprison",
        "verdict": r"convicts?|convicted|guilty|acquits|acquitted|cleared\sof|verdict",
        "charge": r"charged\swith|indicted|arraigned|remanded|charged\sover|man\scharged",
        "arrest": r"arrests?|arrested|detained",
    }.items()
}
_AFTERMATH = re.compile(
    r"\b(?:fined|inquiry|inquest|funerals?|laid\sto\srest|reopens?|reopened|anniversary|memorial|lawsuit|sues|sued"
    r"|panel|commission\sof|recommend(?:s|ed)|compensation)\b",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(
    r"\b(?:anniversar\w+|a\syear\s(?:ago|after|on)|remember\w*|(?:two|three|five|ten|20|25|50)\syears\s(?:after|on))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What of a report tells its event from others of the same people.

    `day` is the first day of the week that the report names at its beginning, or "", `weekdays` are all that stand
    there, `dates` the days that it gives by month and day, with as many parts as it states; `numbers` those of the
    report, `figures` those of its top with what they count; `results` what came out of a match, a vote, an earthquake;
    `back` the words, as signatures hold them, of the clauses that look back, `past` those that stand in such clauses
    alone; `stage` how far a case has come by its headline and first paragraph, "" for no case; `aftermath` whether
    those tell of what came of something, `anniversary` of a day of remembrance; `turns` and `way` which turn of
    a series it is, and where a figure went; `lede` the words of headline and first paragraph with their weights; `top`
    those of two paragraphs, without the past; `headline` the words of the headline alone, `city` those of the place
    that the report is sent from, `people` the surnames of those named in full.
    """

    day: str
    numbers: Sequence[str]
    back: Sequence[str]
    stage: str = ""
    aftermath: bool = False
    anniversary: bool = False
    weekdays: Sequence[str] = ()
    past: Sequence[str] = ()
    turns: Mapping[str, Sequence[int]] = field(default_factory=dict)
    way: str = ""
    lede: Mapping[str, float] = field(default_factory=dict)
    top: Sequence[str] = ()
    headline: Sequence[str] = ()
    city: Sequence[str] = ()
    dates: Sequence[str] = ()
    figures: Sequence[str] = ()
    results: Mapping[str, Sequence[str]] = field(default_factory=dict)
    people: Sequence[str] = ()

    @classmethod
    def kept(cls, stored: Mapping[str, Any]) -> "Occasion":
        """One that was stored as a dict, by an earlier version too: what that knew and this does not is passed over."""
        return cls(**{part.name: stored[part.name] for part in fields(cls) if part.name in stored})


def occasion(
    headline: str,
    paragraphs: Iterable[str],
    captions: Sequence[str] = (),
    dateline: str = "",
    people: Iterable[str] = (),
) -> Occasion:
    """What tells a report's event from others, from its headline, captions and paragraphs, the place before them and
    the names of its people."""
    texts = [headline, *paragraphs]
    plain = [in_digits(text) for text in texts]
    beginning = " ".join([*captions, *plain[: TOP + 1]])
    day = next((m.group() for text in [plain[0], *captions, *plain[1:TOP]] if (m := _DAY.search(text))), "")
    back: set[str] = set()
    past: set[str] = set()
    present = [plain[0], *captions]
    for text in plain[1:]:
        for sentence in _SENTENCE_END.split(text):
            for clause, old, other_day in _clauses(sentence, day):
                if old or other_day:
                    back |= terms_of(clause)
                if old:
                    past |= terms_of(clause)
                else:
                    present.append(clause)
    past -= terms_of(" ".join(present))
    lede = " ".join([*captions, *plain[:2]])
    long = [text for text in texts[1:] if len(text.split()) >= LEDE]
    top = [term for term in text_signature(headline, long[:2]) if term.term not in past]
    return Occasion(
        day,
        tuple(sorted(_numbers(present))),
        tuple(sorted(back)),
        next((name for name, words in _STAGES.items() if words.search(lede)), ""),
        bool(_AFTERMATH.search(lede)),
        anniversary=bool(_ANNIVERSARY.search(" ".join(texts[:TOP]))),
        weekdays=tuple(sorted({match.group() for match in _DAY.finditer(beginning)})),
        past=tuple(sorted(past)),
        turns=turns(texts[: TOP + 1]),
        way=way(texts[:TOP]),
        lede={term.term: term.weight for term in text_signature(headline, long[:1])},
        top=tuple(term.term for term in top),
        headline=tuple(sorted(term.term for term in text_signature(headline, ()))),
        city=tuple(sorted(terms_of(dateline.split(",")[0]))),
        dates=tuple(sorted({_said(match) for match in _SAID.finditer(beginning)})),
        figures=tuple(key for key, _ in figures(" . ".join([*captions, *texts[: TOP + 2]]))),
        results=results([*captions, *plain[: TOP + 1]]),
        people=tuple(sorted({" ".join(sorted(terms_of(name.split()[-1]))) for name in people if " " in name})),
    )


def _said(match: re.Match[str]) -> str:
    month = _MONTH.split("|").index(match["month"] or match["month_first"]) + 1
    return f"{match['year'] or '-'}-{month:02}-{int(match['before'] or match['after']):02}"


def _numbers(texts: Iterable[str]) -> set[str]:
    """The numbers that do not stand in any report, each in one form: a score of 3:2 is one of 3-2."""
    dateless = [_DATE.sub(" ", text) for text in texts]
    return {number for text in dateless for match in _NUMBER.finditer(text) if (number := _telling(match[1]))}


def _telling(number: str) -> str:
    """A number in one form; "" for years, round ones and single digits, which stand in any report."""
    plain = re.sub(r"[:–-]", "-", _GROUPED.sub("", number))
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    digits = sum(c.isdigit() for c in plain)
    return "" if digits < 2 or _YEAR.match(plain) or plain in _ROUND else plain


def _clauses(sentence: str, day: str) -> Iterator[tuple[str, bool, bool]]:
    """The clauses of a sentence, each with whether it tells of an earlier time, and whether of another day.

    All do the first when the sentence begins with a clause that says when and no more, else those that hold the words
    of time; all do the second when the sentence names another day than the report.
    """
    days = {match.group() for match in _DAY.finditer(sentence)}
    other_day = bool(day and days and day not in days)
    clauses = _CLAUSE.findall(sentence)
    whole = bool(clauses and len(clauses[0].split()) < SHORT_CLAUSE and _BACK.search(clauses[0]))
    whole = whole or bool(_THEN.search(sentence))
    yield from ((clause, whole or bool(_BACK.search(clause)), other_day) for clause in clauses)
