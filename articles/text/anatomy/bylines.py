"""Bylines: who wrote a report, as the line under its headline says."""

import re
from collections.abc import Iterable

from articles.text.anatomy.cues import AGENCIES, MONTH, WEEKDAY
from articles.text.anatomy.name_shape import is_name, may_be_person
from articles.text.anatomy.openings import is_known_place
from articles.text.anatomy.outlets import is_outlet_line
from articles.text.anatomy.stamps import is_stamp
from articles.text.people.lexicon import GIVEN, fold, lexicon
from articles.text.report import Block, Role
from articles.text.typography import passage

_LEAD = re.compile(
    r"\A[\W_]{0,3}(?:(?:(?:words|story|stories|report|reports|reported|written|text|exclusive|analysis|opinion|interview|commentary|review|compiled|posted|column|article)"
    r"(?:,? (?:and|&) (?:pictures|photos|photographs|photography|video|images|words|text))? )?by\b:?|(?:authors?|by ?line|writers?|reporters?|correspondent|words|text)\s*:)\s*(?=[^\W\d_]|@)",
    re.I,
)
_FROM = re.compile(
    r"\A(?:From|from|FROM) (?=[A-ZÀ-ÖØ-Þ][\w.'’-]+ [A-ZÀ-ÖØ-Þ][\w.'’ -]{1,40}(?:,? (?:in|at) [A-Z]|, ?[A-Z][\w.'’-]{2,20}(?: [A-Z][\w.'’-]{2,20}){0,2}\Z))"
)
_ROLE_WORDS = (
    r"reporter|correspondent|editor|writer|columnist|journalist|contributor|producer|bureau|bureau chief|staff|desk|freelance|freelancer|"
    r"photographer|analyst|commentator|intern|newsroom|multimedia|anchor|presenter|critic|specialist|democracy reporter|ldrs|author|"
    r"fellow|professor|lecturer|agency|agencies|team|affairs|news|media|press|newspapers?|digital|service|special to|guest|chief|associate|head of"
)
_ROLE = re.compile(rf"\b(?:{_ROLE_WORDS})s?\b", re.I)
_ROLE_LINE = re.compile(
    rf"\A(?:by )?(?:(?:the|our|a|an|in|at)\s)?(?:[A-Za-z][\w.&'’/-]*,?\s){{0,6}}?(?:{_ROLE_WORDS})s?(?:,? (?:of |for |in |at |and |with )?(?:the )?[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){{0,4}})?\W*\Z",
    re.I,
)
_PLACE_LINE = re.compile(
    r"\A(?:[Ii]n|[Aa]t|reporting from|reports from|from) [A-Z][\w.'’-]*(?:[ ,]+(?:and )?[A-Z][\w.'’-]*){0,5}\W*\Z"
)
_FOR_OUTLET = re.compile(
    r"\A(?:[Ff]or|(?:[Ss]pecial|[Ee]xclusive) (?:to|for)) (?:[Tt]he )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,4}\Z"
)
_CUT = re.compile(
    r"\s*(?:\s\S*@|[|•·●/@<(\[]|\s[-–—]+\s|,?\s+(?:in|at|for|of|from|IN|AT|FOR|OF|at the|reporting from|special to|as told to|with files from|writes|reports|is (?:a|an|the))\s(?=[A-Za-z])"
    rf"|,?\s+(?=(?:{MONTH}|{WEEKDAY}),?\s+\d|(?:Updated|Published|Posted)\b)|\s+\d)"
)
_TITLE = re.compile(r"\A(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Rev|Capt|Col|Lt)\.? )(?=[^\W\d_]+ [^\W\d_])")
_JOIN = re.compile(r"\s*(?:,\s*and\s+|,\s*|\s+and\s+|\s+AND\s+|\s*&\s*|\s*;\s*|\s+with\s+)")
_NEXT_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})\.\s+")
_OFFICE = re.compile(
    r"\A(?:(?:our |the |a )?(?:[A-Za-z]+ ){0,3}?(?:[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Ww]riter|[Cc]olumnist|REPORTER|CORRESPONDENT)s? )(?=[^\W\d_]+ [^\W\d_])"
)
_ONE_IN_PLACE = r"[^\W\d_][\w.'’-]+(?: [\w.'’-]+){1,3} (?:in|from) [A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2}"
_NAMES_IN_PLACES = re.compile(rf"\A{_ONE_IN_PLACE}(?:(?:,| and|, and| &) {_ONE_IN_PLACE}){{1,4}}\Z")
_HANDLE = re.compile(r"\s+@\w+\Z")
_ASIDE = re.compile(r"\s*\([^()]{1,30}\)")
_NOBODY = re.compile(
    rf"\A(?:(?:our|a|the|special|staff|senior|web|news|online|agency|own|city|crime|court|political|sports?|wire|digital|local|newsroom)\s?)*(?:staff|{_ROLE_WORDS}|agencies|wires?|newsdesk|guest|admin)s?\Z",
    re.I,
)
_WITH_AGENCY = re.compile(
    rf"\A,? (?:with|and) (?:the )?(?:{AGENCIES}|agencies|wires?)(?:(?:,| and)? (?:{AGENCIES}|agencies))*\Z"
)
_DESK = re.compile(
    r"\A(?:The |THE )?(?:[A-Z][\w.&]*\s){1,4}(?:Bureau|Desk|Web Desk|News Desk|News Service|News Network|Newsdesk|Correspondents?|Reporters?|Staff|Team|BUREAU|DESK|CORRESPONDENT)\Z"
)
_AGENCY = re.compile(rf"\A(?:The )?(?:{AGENCIES})(?:['’]s\b.{{0,40}})?\Z")
_DATE_WORD = re.compile(rf"\A(?:{MONTH}|{WEEKDAY})\Z", re.I)


def byline_cue(text: str, words: int) -> float | None:
    """How surely a paragraph is a byline that says so ("By Ana Horvat in Tallinn"), or None."""
    if words > 32 or (
        text.endswith((".", "?")) and words > 7 and not re.search(r"\b[A-Z]\.\Z|p\.m\.\Z|a\.m\.\Z", text)
    ):
        return None
    match = _FROM.match(text) or _LEAD.match(text)
    if not match:
        return None
    rest = _OFFICE.sub("", _NEXT_SENTENCE.split(text[match.end() :], maxsplit=1)[0])
    first = _TITLE.sub("", _JOIN.split(_CUT.split(rest, maxsplit=1)[0], maxsplit=1)[0].strip(" .,*_"))
    if _NOBODY.match(first) or _AGENCY.match(first):
        return 0.92
    if not first or _DATE_WORD.match(first.split()[0]):
        return None
    tokens = first.split()
    if is_name(first) or (is_name(first.title()) and (first.isupper() or first.islower())):
        return 0.95
    if len(tokens) == 1 and tokens[0][0].isupper() and len(tokens[0]) > 2 and words <= 6 and ":" not in text:
        return 0.7
    return 0.8 if _ROLE.search(rest) and tokens[0][0].isupper() and words <= 14 else None


def bare_byline(text: str, words: int) -> float | None:
    """How surely a line under a headline is a byline without the word "By": a name, alone or with role or place."""
    text = _ASIDE.sub("", text)
    if words > 16 or (text.endswith(("?", "!", ":", ".")) and not re.search(r"\b[A-Z]\.\Z", text)):
        return None
    first = _JOIN.split(_CUT.split(text, maxsplit=1)[0], maxsplit=1)[0].strip()
    if not (is_name(first) or (first.isupper() and is_name(first.title()))):
        return None
    if _NAMES_IN_PLACES.match(text) and may_be_person(first):
        return 0.85
    rest = text[len(first) :]
    if not rest.strip():
        return 0.65 if may_be_person(first) else None
    if _ROLE.search(rest) and rest.count(" ") <= 8 and rest.lstrip()[0] in ",|•·-–—/(":
        return 0.85
    if not may_be_person(first) or is_outlet_line(first):
        return None
    if _WITH_AGENCY.match(rest):
        return 0.8
    names = [part for part in _JOIN.split(_CUT.split(text, maxsplit=1)[0]) if part]
    if len(names) > 1 and all(is_name(name) for name in names):
        return 0.65
    tail = rest.strip(" |•·-–—,/")
    if is_stamp(tail, tail.count(" ") + 1) or tail.startswith("@"):
        return 0.8
    if re.match(r", [A-ZÀ-Þ]", rest) and is_known_place(rest[2:].strip()):
        return 0.75
    if re.match(r",? (?:in|for) [A-Z]", rest) or (re.match(r"\s*[|•·/]\s*[A-Z]", rest) and words <= 8):
        return 0.75
    return None


def is_name_and_day(text: str, words: int) -> bool:
    """Whether a line is a person's name and a date ("Ana Horvat, 5 March 2024"), which would pass for a dateline."""
    first = text.split(",", 1)[0].strip()
    if first == text or not is_name(first) or first.isupper() or is_known_place(first):
        return False
    given = lexicon().kinds(fold(first.split()[0])) & GIVEN
    rest = text[len(first) :].strip(" ,")
    return bool(given) and is_stamp(rest, rest.count(" ") + 1)


def is_byline_role(text: str, words: int) -> bool:
    """Whether a line under a byline says what or where its writer is: "Political correspondent", "in Nairobi"."""
    text = _HANDLE.sub("", text)
    return (
        words <= 9
        and (
            _ROLE_LINE.match(text) is not None
            or _PLACE_LINE.match(text) is not None
            or _FOR_OUTLET.match(text) is not None
        )
        and not text.endswith("?")
    )


def is_staff_line(text: str) -> bool:
    """Whether a line names the desk instead of a person: "STAFF REPORTER", "Our Correspondent", "News Agency"."""
    return len(text) <= 40 and text.count(" ") >= 1 and (_NOBODY.match(text) or _DESK.match(text)) is not None


def names(text: str) -> tuple[str, ...]:
    """The names of the writers in the text of a byline; agencies and "Staff Reporter" are nobody's names."""
    text = _ASIDE.sub("", text)
    match = _FROM.match(text) or _LEAD.match(text)
    rest = text[match.end() :] if match else text
    found: list[str] = []
    for piece in re.split(r"\s*[|•·]\s*|\s*;\s*", _OFFICE.sub("", _NEXT_SENTENCE.split(rest, maxsplit=1)[0])):
        head = piece
        for part in _parts(head):
            name = _CUT.split(part, maxsplit=1)[0].strip(" .,*_-–—")
            name = _TITLE.sub("", name)
            if name.islower() or (name.isupper() and len(name) > 4):
                name = _in_title_case(name)
            if part.rstrip().endswith(("Jr.", "Sr.")):
                name += "."
            if is_name(name) and not _NOBODY.match(name) and not _ROLE.search(name) and not _AGENCY.match(name):
                found.append(name)
            elif found and is_name(name):
                continue
            elif not match:
                break
            elif (
                not found
                and len(name.split()) == 1
                and name[:1].isupper()
                and not name.isupper()
                and not _AGENCY.match(name)
                and not _NOBODY.match(name)
                and not _DATE_WORD.match(name)
            ):
                found.append(name)
        if found and not match:
            break
    return tuple(dict.fromkeys(found))


def _parts(text: str) -> list[str]:
    return [part for part in _JOIN.split(text) if part.strip()]


def _in_title_case(name: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), name)


def read_byline(raw: str, blocks: Iterable[Block]) -> tuple[str, ...]:
    """The names in all bylines of a report, each once, in order."""
    found: list[str] = []
    for block in blocks:
        if block.role is Role.BYLINE:
            found.extend(names(passage(raw, block.start, block.end).text))
    return tuple(dict.fromkeys(found))
