"""Headlines: what this site would call a report that came without one. Never a guess: a clause of the text, or nothing."""

import re
from collections.abc import Iterable

from articles.text.report import Block, PersonReading, Proposal, Role, Span, TagReading
from articles.text.typography import passages

PARAGRAPHS = 3
FEWEST_WORDS, MOST_WORDS, MOST_CHARACTERS = 5, 18, 110

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s+[\"“‘(]?[A-ZÀ-Þ0-9]|\s*\Z)[^.!?]*)*[.!?]?[\"”’)]*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|[A-Z]\.[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Prof|No|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|vs))\.\Z"
)
_CUT = re.compile(
    r"\s*[;:]\s|,\s+(?=[^,]{2,60}\b(?:said|says|told|announced|reported|confirmed|showed|shows)\b)|\s+(?:--|[–—])\s+|,\s+(?:and|but|as|which|who|whom|whose|where|when|while|after|before|following|with|saying|according|because|amid|"
    r"despite|although|though|since|adding|leaving|making|killing|including|[a-z]+ing|the|a|an|he|she|they|officials|police|[A-Z][\w’'-]+ (?:said|says|told))\b|"
    r"\s+(?:after|following|because|while|when|although|though|which|who|that (?:was|were|is|are|had|has|have|would|will)|as (?:a|an|the|he|she|they|it|[A-Z])|"
    r"amid|despite|before|since|until|unless|where|if)\s"
)
_VERB = re.compile(
    r"\b(?:has|have|had|is|are|was|were|will|would|could|may|must|[a-z]{3,}ed|won|lost|met|sent|made|took|gave|held|set|put|left|led|shot|struck|hit|cut|fell|rose|"
    r"began|ran|came|went|got|found|kept|built|bought|sold|paid|broke|chose|drew|fought|flew|grew|hid|knew|saw|spoke|spent|stood|stole|swept|swore|threw|"
    r"wrote|beat|bid|burst|cast|quit|shut|split|spread|withdrew|became|sank|sought|brought|caught|taught|thought|drove|rode|sang|shook)\b"
)
_SAYING = re.compile(
    r"\b(?:said|says|told|added|announced that|stated|claimed|insisted|warned that|reported that|explained|noted)\b"
)
_LEADING = re.compile(
    r"\A(?:However|Meanwhile|Earlier|Later|Separately|Also|But|And|Yet|Still|So|Then|Instead|Moreover|Furthermore|In addition|On [A-Z]\w+day|[A-Z]\w+ly),?\s+(?=\S)"
)
_SUBORDINATE = re.compile(
    r"\A(?:In|On|At|As|After|Before|Following|Amid|Aside|With|While|When|Although|Though|Since|Despite|Because|Under|By|For|If|During|Until|Among|Having|According|Speaking|From|To|Over|Against)\b"
)
_NO_SUBJECT = re.compile(
    r"\A(?:he|she|it|they|we|i|you|this|that|these|those|there|here|what|who|which|his|her|their|its|my|our|your|both|such|one)\b",
    re.I,
)
_BAD_END = re.compile(
    r"\b(?:the|a|an|of|in|on|at|to|for|from|by|with|and|or|but|as|that|his|her|its|their|is|was|were|are|be|been|has|have|had|not|than|between|into|only|just|even|also|both|still)\Z",
    re.I,
)
_MARKS = '"“”«»'


def propose_headline(
    raw: str, blocks: Iterable[Block], people: Iterable[PersonReading], tags: Iterable[TagReading]
) -> Proposal | None:
    """The shortest whole main clause in the first paragraphs that names a person or a place, with its span.

    It is cut only where a clause ends and its first letter stands as written. None where no clause qualifies: a
    headline is then for the desk to write."""
    named = sorted(
        [(mention.start, mention.end) for person in people for mention in person.mentions]
        + [(span.start, span.end) for tag in tags if tag.kind == "place" for span in tag.spans]
    )
    found: list[tuple[int, int, Proposal]] = []
    for text in passages(raw, tuple(blocks), frozenset({Role.BODY}))[:PARAGRAPHS]:
        for start, end in _clauses(text.text):
            span = text.span(start, end)
            if _names_somebody(named, span):
                words = text.text[start:end]
                found.append((words.count(" "), span.start, Proposal(words, span.start, span.end)))
    return min(found, key=lambda entry: entry[:2])[2] if found else None


def _clauses(text: str) -> Iterable[tuple[int, int]]:
    """The main clauses of a paragraph that could stand alone, as index pairs."""
    for start, end in _sentences(text[:1500]):
        begin = _main_clause(text, start, end)
        if begin is None:
            continue
        stop = end
        for cut in _CUT.finditer(text, begin, end):
            if text.count(" ", begin, cut.start()) + 1 >= FEWEST_WORDS and _stands(text[begin : cut.start()]):
                stop = cut.start()
                break
        while stop > begin and text[stop - 1] in " .!?,;:":
            stop -= 1
        if _stands(text[begin:stop]):
            yield begin, stop


def _sentences(text: str) -> Iterable[tuple[int, int]]:
    begin = 0
    for match in _SENTENCE.finditer(text):
        if _ABBREVIATION.search(text, max(begin, match.end() - 8), match.end()):
            continue
        while begin < match.end() and text[begin] == " ":
            begin += 1
        if begin < match.end():
            yield begin, match.end()
        begin = match.end()


def _main_clause(text: str, start: int, end: int) -> int | None:
    """Where the main clause of a sentence begins: behind "However," and behind one introducing phrase."""
    for _ in range(2):
        lead = _LEADING.match(text[start:end])
        if lead:
            start += lead.end()
    if _SUBORDINATE.match(text[start:end]) or text[start].islower():
        comma = text.find(", ", start, end)
        if comma < 0:
            return None
        start = comma + 2
    return start


def _stands(clause: str) -> bool:
    """Whether the words can stand alone: a named subject, a finite verb, nothing cut off, nobody's quotation."""
    words = clause.count(" ") + 1
    if not FEWEST_WORDS <= words <= MOST_WORDS or len(clause) > MOST_CHARACTERS:
        return False
    if any(mark in clause for mark in _MARKS) or _NO_SUBJECT.match(clause) or _BAD_END.search(clause) or "," in clause:
        return False
    if re.search(r"\b(?:its|it|them|him|there|one|other|had)\b", clause):
        return False
    verb = _VERB.search(clause)
    if not verb or verb.start() == 0 or _SAYING.search(clause) or not clause[0].isupper():
        return False
    return len(clause) - verb.end() > 3


def _names_somebody(named: list[tuple[int, int]], span: Span) -> bool:
    return any(span.start <= start and end <= span.end for start, end in named)
