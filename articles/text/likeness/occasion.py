"""When and how many: what tells two events of the same people and place apart.

The next match, the appeal, the second storm share names and words with the first and retell it in a sentence or two.
They happen on another day, count other things, and look back.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from articles.text.likeness.figures import counts
from articles.text.likeness.frames import OTHER_FIGURES, frames, other_figures
from articles.text.likeness.reports import in_digits, terms_of

COUNTED = 1.2
"""What a likeness is worth when one small number stands in both reports (an age, a score)."""
COUNTED_TWICE = 1.4
"""And when several do, or one that hardly happens twice (11,000; 398,788)."""
COUNTED_OTHERWISE = 0.9
"""What it is worth when both count something and nothing alike."""
SAME_DAY = 1.1
"""What it is worth when the reports begin with the same day of the week."""
OTHER_DAY = 0.75
"""What it is worth when the reports begin with different days of the week."""
NEXT_DAY = 0.9
"""And when the days follow each other: what happened in the evening is in the next day's reports."""
LOOKING_BACK = 0.7
"""What it is worth when one of them, or both together, say in a look back what the two have in common."""
OTHER_STAGE = 0.5
"""What it is worth when one begins with the verdict and the other with the sentence."""
AFTERMATH = 0.75
"""And when one alone begins with what came of it: a fine, a funeral, an inquiry."""
OTHER_COUNT = 0.85
"""And when they begin with three men and with four."""
LOOKED_BACK_ON = 0.25
"""The share of the common words that makes it so."""

_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_NUMBER = re.compile(r"(?<![\w.,:/-])[£$€]?(\d+(?:[.,:]\d+)*)(?!\d|\syears?\b)")
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
_BACK = re.compile(
    r"\b(?:(?<!in\s\d\s)(?<!in\s\d\d\s)(?:days|weeks?|months?|years?|seasons?)\s(?:after|before|ago|earlier|since|later)"
    r"|(?i:last|previous|earlier\sthis|in\sthe|this)\s(?:week|month|year|spring|summer|autumn|winter|season)"
    rf"|(?:in|since|last)\s(?:{_MONTH})\b(?!\s\d)|(?:{_MONTH})['’]s|the\s(?:{_MONTH})\s(?=[a-z])|previously|the\s(?:earlier|previous|original))\b"
)
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


@dataclass(frozen=True, slots=True)
class Occasion:
    """`day` is the first day of the week that the report names at its beginning, or ""; `numbers` those it gives;
    `back` the words, as signatures hold them, of the clauses that look back; `stage` how far a case has come by its
    headline and first paragraph, "" for no case; `aftermath` whether those tell of what came of something;
    `counts` what those count one by one; `frames` the figures of the report by the words that they stand between."""

    day: str
    numbers: tuple[str, ...]
    back: tuple[str, ...]
    stage: str = ""
    aftermath: bool = False
    counts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    frames: Mapping[str, str] = field(default_factory=dict)


def occasion(headline: str, paragraphs: Iterable[str], captions: Sequence[str] = ()) -> Occasion:
    """When and how many, from a report's headline, captions and paragraphs."""
    texts = [in_digits(text) for text in (headline, *captions, *paragraphs)]
    day = next((match.group() for text in texts[: 3 + len(captions)] if (match := _DAY.search(text))), "")
    back: set[str] = set()
    told = texts[:1]
    for text in texts[1:]:
        for sentence in _SENTENCE_END.split(text):
            for clause, old in _clauses(sentence, day):
                if old:
                    back |= terms_of(clause)
                else:
                    told.append(clause)
    dateless = [_DATE.sub(" ", text) for text in told]
    numbers = {number for text in dateless for match in _NUMBER.finditer(text) if (number := _telling(match[1]))}
    lede = " ".join(texts[: 2 + len(captions)])
    stage = next((name for name, words in _STAGES.items() if words.search(lede)), "")
    return Occasion(
        day,
        tuple(sorted(numbers)),
        tuple(sorted(back)),
        stage,
        bool(_AFTERMATH.search(lede)),
        counts(lede),
        frames(dateless),
    )


def _telling(number: str) -> str:
    """A number in one form; "" for years, round ones and single digits, which stand in any report."""
    plain = _GROUPED.sub("", number)
    digits = sum(c.isdigit() for c in plain)
    return "" if digits < 2 or _YEAR.match(plain) or plain in _ROUND else plain


def _clauses(sentence: str, day: str) -> Iterator[tuple[str, bool]]:
    """The clauses of a sentence, each with whether it tells of an earlier time.

    All do when the sentence names another day than the report, and when it begins with a clause that says when and no
    more; else those that hold the words of time.
    """
    days = {match.group() for match in _DAY.finditer(sentence)}
    clauses = _CLAUSE.findall(sentence)
    whole = bool(day and days and day not in days)
    whole = whole or bool(clauses and len(clauses[0].split()) < SHORT_CLAUSE and _BACK.search(clauses[0]))
    yield from ((clause, whole or bool(_BACK.search(clause))) for clause in clauses)


def same_occasion(one: Occasion, other: Occasion, shared: Mapping[str, float]) -> float:
    """By what a likeness is to be multiplied; `shared` are the words in common with what each weighs."""
    factor = 1.0
    numbers = {*one.numbers} & {*other.numbers}
    # What came of an event gives its figures again.
    retold = one.aftermath is not other.aftermath or bool(one.stage and other.stage and one.stage != other.stage)
    if numbers and retold:
        pass
    elif len(numbers) > 1 or any(sum(c.isdigit() for c in number) > 2 for number in numbers):
        factor *= COUNTED_TWICE
    elif numbers:
        factor *= COUNTED
    elif one.numbers and other.numbers:
        factor *= COUNTED_OTHERWISE
    if other_figures(one.frames, other.frames):
        factor *= OTHER_FIGURES
    if one.day and other.day:
        factor *= _same_day(one.day, other.day)
    if one.stage and other.stage and one.stage != other.stage:
        factor *= OTHER_STAGE
    if one.aftermath is not other.aftermath:
        factor *= AFTERMATH
    if any(not {*one.counts[noun]} & {*other.counts[noun]} for noun in one.counts.keys() & other.counts.keys()):
        factor *= OTHER_COUNT
    total = sum(shared.values())
    back = {*one.back, *other.back}
    if total and sum(weight for term, weight in shared.items() if term in back) > LOOKED_BACK_ON * total:
        factor *= LOOKING_BACK
    return factor


def _same_day(one: str, other: str) -> float:
    between = (_WEEK.index(one) - _WEEK.index(other)) % 7
    return SAME_DAY if not between else NEXT_DAY if between in (1, 6) else OTHER_DAY
