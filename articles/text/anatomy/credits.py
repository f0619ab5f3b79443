"""Credits: the agencies and people that a report thanks for its reporting, and the agency of its dateline."""

import re
from collections.abc import Iterable, Iterator

from articles.text.anatomy.cues import AGENCIES
from articles.text.anatomy.name_shape import is_name
from articles.text.anatomy.openings import opening, opening_alone
from articles.text.people.lexicon import GIVEN, fold, lexicon
from articles.text.report import Block, CreditReading, DatelineReading, Role
from articles.text.typography import Passage, passage

_VERBS = r"(?:additional |further )?(?:reporting|writing|editing|compiled|edited|written|translated)"
_SEGMENT = re.compile(rf"(?:(?![;,.] {_VERBS}\b).)+", re.I | re.S)
_AGENCY = re.compile(rf"\A(?:{AGENCIES})\Z")
_KNOWN = re.compile(rf"\b(?:{AGENCIES})\b")
_OUTLET_WORD = re.compile(
    r"\b(?:Press|News|Agency|Agence|Times|Post|Service|Services|Wire|Newswire|Media|Radio|Network|Network's|Television|TV|Herald|Gazette|"
    r"Tribune|Courier|Journal|Chronicle|Guardian|Telegraph|Bureau|Broadcasting|Association|Agentur|Reuters|Bloomberg|Online)\b"
)
_LEAD = re.compile(
    r"\A[\W_]*(?:(?:with|by|and|also|some|the(?! (?-i:[A-Z]))|this|story|report|was|information|material|original|local|extra|supplementary|"
    r"additional|further|more|reporting|writing|editing|compiled|compilation|edited|written|translated|translation|reported|production|produced|research|based|on|upon|partly|includes|contains|draws|uses|is|article|wires?|reports?|staff|newsroom|news agenc(?:y|ies)|"
    r"graphics?|files?|inputs?|agency|agencies|agencies'|contributions?|photography|photos?|filming|video|rewriting|fact-checking|polishing|proofreading|co-written|"
    r"sources?|via|from|in|of|&)\b[\s:,—–-]*)+",
    re.I,
)
_SOURCES = re.compile(r"\A\W*(?:sources?|via|agenc(?:y|ies))\b", re.I)
_EDITING = re.compile(r"\b(?:editing|edited|fact-checking|proofread\w*|polishing)\b", re.I)
_SPLIT = re.compile(r"\s*(?:,\s*(?:and|&)\s+|,\s*|\s+and\s+|\s*&\s*|\s*/\s*(?=[A-Z])|\s+with\s+)\s*")
_PLACE_TAIL = re.compile(r"\s+(?:in|at|from|for|on|of)\s+.*\Z|\s*[()\[\]].*\Z")
_CONTRIBUTED = re.compile(
    r"\s*\b(?:also |both |all )?(?:contributed|assisted|helped|reported|reports|is reporting|(?:was|were|is|has been) used)\b.*\Z",
    re.S,
)
_STAFF = re.compile(
    r"\A(?:(?:[A-Z][\w.]+ ){1,3})?(?:journalists?|writers?|reporters?|correspondents?|staff|photographers?|producers?|researchers?|editors?)\s+(?=[A-Z])",
    re.I,
)
_OWNER = re.compile(r"(?P<name>(?:[Tt]he )?[A-Z][\w./-]*(?: [A-Z][\w./-]*){0,3})['’]s? (?=[A-Z][\w.'’-]+ [A-Z])")
_INPUTS = re.compile(r" (?:inputs?|reports?|files|reporting|wires?|newswires?|services?|copy|stories)\Z")
_EMPLOYER = re.compile(r"\W*(?:the |The )?(?P<name>[A-Z][\w.&/'’-]*(?: [A-Z][\w.&/'’-]*){0,3}) [a-z]+\Z")
_PLACE_IN = re.compile(r"\b(?:in|from|at) [^\W\d_][^,;]{1,40},\s*\Z")
_SIGN_OFF = re.compile(
    rf"\A[\W_]*(?P<agency>{AGENCIES})(?: [A-Za-z]{{2,4}}(?:[/-][A-Za-z]{{2,4}})*)+(?: ?\d{{3,4}})?[\W_]*\Z"
)
_INITIALED = re.compile(r"\A[a-z]{2,4}(?:[/,-] ?[a-z]{2,4})* \((?P<agencies>[^()]+)\)\Z")
_RFE = "RFE/RL"


def read_credits(raw: str, blocks: Iterable[Block]) -> tuple[CreditReading, ...]:
    """Who is credited with reporting: agencies and outlets, reporters and editors, each with the span of the name.

    An agency that stands in the byline ("By Reuters") is credited as well."""
    found: dict[tuple[str, str], CreditReading] = {}
    for block in blocks:
        if block.role is Role.CREDIT:
            for credit in _credits(passage(raw, block.start, block.end)):
                found.setdefault((credit.kind, credit.name), credit)
        elif block.role is Role.BYLINE:
            text = passage(raw, block.start, block.end)
            for match in _KNOWN.finditer(text.text):
                if _stands_alone(text.text, match.start(), match.end()):
                    span = text.span(match.start(), match.end())
                    found.setdefault(("agency", match.group()), CreditReading(match.group(), span.start, span.end))
    return tuple(sorted(found.values(), key=lambda credit: credit.start))


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[:start].rstrip(), text[end:].lstrip()
    return (
        not before
        or before.split()[-1].lower() in ("by", "and", "with", "|", "the", "-", "–", "—", "•")
        or before[-1] in ",/|"
    ) and (
        not after
        or after[0] in ",|/-–—•;.("
        or after.split()[0].lower() in ("and", "with", "reporters", "staff", "correspondent", "correspondents")
    )


def _credits(text: Passage) -> Iterator[CreditReading]:
    if len(text.text) > 2000:
        return
    listed = _INITIALED.match(text.text)
    if listed:
        yield from _names(text, *listed.span("agencies"), "agency")
        return
    signed = _SIGN_OFF.match(text.text)
    if signed:
        span = text.span(*signed.span("agency"))
        yield CreditReading(signed["agency"], span.start, span.end, "agency")
        return
    kind = "reporter"
    outlets = _SOURCES.match(text.text) is not None
    for segment in _SEGMENT.finditer(text.text):
        words = segment.group()
        kind = "editor" if _EDITING.search(words) and not re.search(r"\breporting\b", words, re.I) else "reporter"
        lead = _LEAD.match(words)
        begin = segment.start() + (lead.end() if lead else 0)
        cut = _CONTRIBUTED.search(words)
        stop = segment.start() + (cut.start() if cut and cut.start() > 0 else len(words))
        yield from _names(text, begin, stop, "agency" if outlets else kind)


def _names(text: Passage, begin: int, stop: int, kind: str) -> Iterator[CreditReading]:
    at = begin
    protected = text.text.replace(_RFE, "RFE\u2215RL")
    cuts = [(match.start(), match.end()) for match in _SPLIT.finditer(protected, begin, stop)]
    for cut_start, cut_end in [*cuts, (stop, stop)]:
        start, end = _name_span(text.text, at, cut_start)
        owner = _OWNER.match(text.text[start:end])
        if owner and _is_agency(owner["name"]):
            span = text.span(start, start + owner.end("name"))
            yield CreditReading(owner["name"], span.start, span.end, "agency")
            start += owner.end()
        agency = text.text[at:start].strip()
        employer = _EMPLOYER.match(agency) if agency else None
        if employer and _is_agency(employer["name"]):
            begin_name = text.text.index(employer["name"], at)
            span = text.span(begin_name, begin_name + len(employer["name"]))
            yield CreditReading(employer["name"], span.start, span.end, "agency")
        placed = at > begin and _PLACE_IN.search(text.text, max(begin, at - 60), at) is not None
        at = cut_end
        name = text.text[start:end]
        if placed and " " not in name and not _AGENCY.match(name):  # "in Geneva, Switzerland, and"
            continue
        if not name or (not name[0].isupper() and not _AGENCY.match(name)):
            continue
        span = text.span(start, end)
        if kind == "agency" or _is_agency(name):
            yield CreditReading(name, span.start, span.end, "agency")
        elif is_name(name):
            yield CreditReading(name, span.start, span.end, kind)


def _name_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The name in a piece of a credit, without "AP writers" before it and "in Geneva" behind it."""
    piece = text[start:end]
    staff = _STAFF.match(piece)
    if staff and is_name(_PLACE_TAIL.sub("", piece[staff.end() :]).strip(" .,*_")):
        start += staff.end()
        piece = piece[staff.end() :]
    tail = _PLACE_TAIL.search(piece)
    if tail and tail.start() > 0 and not _AGENCY.match(piece.strip()):
        end = start + tail.start()
    inputs = _INPUTS.search(text[start:end].rstrip(" .,)]*_"))
    if inputs and inputs.start() > 0:
        end = start + inputs.start()
    while start < end and not text[start].isalnum():
        start += 1
    if text.startswith("the ", start, end):
        start += 4
    while (
        end > start
        and not text[end - 1].isalnum()
        and not (text[end - 1] == "." and text[start:end].endswith(("Jr.", "Sr.")))
    ):
        end -= 1
    return start, end


def _is_agency(name: str) -> bool:
    if _AGENCY.match(name) or _OUTLET_WORD.search(name):
        return True
    if " " not in name and not lexicon().kinds(fold(name)) & GIVEN:
        return True
    return (name.startswith("The ") and len(name.split()) > 1) or (
        " " not in name and name.isupper() and 2 <= len(name) <= 6
    )


def read_dateline(raw: str, blocks: Iterable[Block]) -> DatelineReading | None:
    """Place and agency of a report's dateline, with the span of the whole dateline."""
    for block in blocks:
        if block.role is Role.DATELINE:
            text = passage(raw, block.start, block.end).text
            found = opening(f"{text} The story goes on behind it.") or opening_alone(text)
            place, agency = (found.place, found.agency) if found else (text.strip(" -–—:()"), "")
            return DatelineReading(place, agency, block.start, block.end)
    return None
