"""Openings: the dateline at the beginning of a report's first paragraph ("GENEVA, March 3 (Reuters) -")."""

import re
from dataclasses import dataclass

from articles.text.anatomy.cues import AGENCIES, MONTH, WEEKDAY
from articles.text.people.lexicon import PLACE, ROLE, fold, lexicon

_DATE = (
    rf"(?:{WEEKDAY},? )?(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}(?:,? \d{{4}})?"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{4}}-\d\d-\d\d|{WEEKDAY})"
)
_CAPS_WORD = r"(?:(?:[A-ZÀ-ÖØ-Þ]{1,4}\.){1,3}|(?:ST|MT|FT)\.|[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’-]{1,24}|AL-[A-Z]+)"
_CAPS_PLACE = rf"{_CAPS_WORD}(?:[ ](?:{_CAPS_WORD}|de|la|al|el|of|del|upon|sur)){{0,3}}"
_TITLE_WORD = r"(?:St\.|Mt\.|Ft\.|[A-ZÀ-ÖØ-Þ][\w'’]{1,24}(?:-[\w'’]{1,24}){0,3})"
_TITLE_PLACE = (
    rf"{_TITLE_WORD}(?: (?:de|la|al|el|of|del|di|da|do|dos|le|the|upon|sur|am|an der)){{0,2}}(?: {_TITLE_WORD}){{0,3}}"
)
_REGION = r"(?:[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,2})"
_AGENCY = r"(?:dpa|afp|epa|ap|[A-Z][\w.&'’-]{1,24})(?:[ /][A-Za-z][\w.&'’-]{0,24}){0,5}"
_RULE = r"(?:\s*(?:--|—|–|―|‒)\s*|\s+-\s*|\s*-\s+)"

_TIME = r"\d{1,2}[:.]\d{2}(?: ?(?:[ap]\.?m\.?|[A-Z]{2,4}))?"

_WITH_AGENCY = re.compile(
    rf"\A(?:(?P<place>(?:{_CAPS_PLACE}|{_TITLE_PLACE})(?:/(?:{_CAPS_PLACE}|{_TITLE_PLACE})){{0,2}}(?:, (?!{_DATE}){_REGION}){{0,2}})"
    rf"(?:,? \(?{_DATE}\)?)?,?\s)?\s?\((?P<agency>{_AGENCY})\)(?:{_RULE}|\s*-|\s*:\s*|\.\s?[–—-]{{1,2}}\s*|\.\s+)"
)
_NO_RULE = re.compile(
    rf"\A(?P<place>(?:{_CAPS_PLACE}|{_TITLE_PLACE})(?:, (?!{_DATE}){_REGION}){{0,2}})(?:,? \(?{_DATE}\)?)?,? ?\((?P<agency>{AGENCIES})\)\s*(?=[A-ZÀ-Þ“\"])"
)
_DAY_NO_RULE = re.compile(
    rf"\A(?P<place>(?:{_CAPS_PLACE}|{_TITLE_PLACE})(?:, (?!{_DATE}){_REGION}){{0,2}}),? \(?{_DATE}\)?,? ?\((?P<agency>[A-Z]{{2,6}}|[A-Z][a-z]{{2,12}})\)\s*(?=[A-ZÀ-Þ“\"])"
)
_AGENCY_BEHIND = re.compile(
    rf"\A(?P<place>(?:{_CAPS_PLACE}|{_TITLE_PLACE})(?:, (?!{_DATE}){_REGION})?),? \(?{_DATE}\)?[,.]? ?[(/—–-]{{0,3}} ?(?P<agency>{AGENCIES}|[A-Z]{{2,6}})[)/]?(?:{_RULE}|\s*:\s+)"
)
_SLASHED = re.compile(
    rf"\A(?P<place>{_CAPS_PLACE}(?:, {_REGION}){{0,2}})(?:,? {_DATE})?,? ?(?:/(?P<agency>{_AGENCY}) ?/(?:{_DATE}/)?|-{{2}}\((?P<agency2>{_AGENCY})\)-?){_RULE}"
)
_CAPS = re.compile(
    rf"\A(?P<place>{_CAPS_PLACE}(?:/{_CAPS_PLACE}){{0,2}}(?:, (?!{_DATE}){_REGION}){{0,2}})(?P<date>[,:]? \(?{_DATE}\)?)?(?:{_RULE}|\s*:\s+|\.\s?{_RULE}|\s*\|\s*)"
)
_TITLE = re.compile(
    rf"\A(?P<place>{_TITLE_PLACE}(?:/{_TITLE_PLACE}){{0,2}}(?:, (?!{_DATE}){_REGION}){{0,2}})(?P<date>[,:]? \(?{_DATE}\)?)?(?P<rule>{_RULE}|\s*:\s+|\s*\|\s*)"
)
# Place, agency and day in any order that newsrooms set them: "PARIS (AGI) 7 May 2017 22:41 —", "MOSCOW. March 1. /AGI/."
_WITH_DAY = re.compile(
    rf"\A(?P<place>(?:{_CAPS_PLACE}|{_TITLE_PLACE})(?:/(?:{_CAPS_PLACE}|{_TITLE_PLACE})){{0,2}}(?:, (?!{_DATE}){_REGION}){{0,2}})"
    rf"(?: \((?P<agency>{_AGENCY})\))?[,.]? {_DATE}(?:,? {_TIME})?"
    rf"(?P<end>[,.]? ?[(/](?P<agency2>{_AGENCY})(?:, [^()/]{{1,40}})?[)/](?:{_RULE}|[.:]\s+|\s+)|{_RULE}|[.:]\s+)"
)
_BRACKETED = re.compile(rf"\A\[(?P<place>{_TITLE_PLACE}(?:, {_REGION})?)\]\s+")
_AGENCY_FIRST = re.compile(rf"\A\(?(?P<agency>{AGENCIES})\)?(?:{_RULE}|\s*:\s+)")
_ALONE = re.compile(
    rf"\A(?P<place>{_CAPS_PLACE}(?:/{_CAPS_PLACE})?(?:, (?!{_DATE}){_REGION})?|{_TITLE_PLACE}(?:, (?!{_DATE}){_REGION})?)"
    rf"(?:(?P<date>,? \(?{_DATE}\)?(?:,? {_TIME})?)?,?(?: ?\((?P<agency>{_AGENCY})\))?)(?:\s*(?:--|—|–|-|:|\.))?\Z"
)

_NO_PLACE = frozenset(
    """update updated breaking exclusive watch correction corrected note analysis opinion video review live file pictured photo
    editorial comment explainer factbox timeline interview profile feature column letter obituary q a yes no but and so
    finally meanwhile however still then now today yesterday first second third also again warning tip summary background
    question answer read more see related listen urgent flash alert bulletin recap preview result results score
    monday tuesday wednesday thursday friday saturday sunday why how what who when where editor host moderator reporter
    caption image credit source sources here there this that these those it he she they we i you  one two three four
    five part chapter step day week police officials ladies gentlemen dear about contact""".split()
)
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline found at the beginning of a text: how many characters it takes, and what it names."""

    length: int
    place: str
    agency: str
    confidence: float


def opening(text: str) -> Opening | None:
    """The dateline at the beginning of a first paragraph, or None. The story must go on behind it."""
    head = text[:_LONGEST]
    match = _AGENCY_FIRST.match(head)
    if match and _story_follows(text, match.end()):
        return _made(match, 0.9)
    for pattern, confidence in (
        (_WITH_AGENCY, 0.97),
        (_AGENCY_BEHIND, 0.95),
        (_NO_RULE, 0.85),
        (_DAY_NO_RULE, 0.85),
        (_SLASHED, 0.95),
        (_CAPS, 0.92),
        (_BRACKETED, 0.75),
    ):
        match = pattern.match(head)
        if match and _story_follows(text, match.end()) and _is_place(match.groupdict().get("place")):
            return _made(match, confidence)
    match = _WITH_DAY.match(head)
    if match and _story_follows(text, match.end()) and _is_place(match["place"]):
        in_words = match["end"].strip() in (".", ":") and not match["place"].isupper()
        if not in_words or is_known_place(match["place"]):
            return _made(match, 0.9)
    match = _TITLE.match(head)
    if match and _story_follows(text, match.end()) and _is_place(match["place"]):
        known = is_known_place(match["place"])
        regional = match["date"] or ", " in match["place"]
        dashed = match["rule"].strip() not in (":", "|")
        if known or regional:
            return _made(match, 0.9)
        if dashed and len(match["place"].split()) <= 3:
            return _made(match, 0.7)
    return None


def opening_alone(text: str) -> Opening | None:
    """The dateline that a whole line is ("GENEVA, March 3", "Kyiv (AP)"), or None."""
    match = _ALONE.match(text) if len(text) <= 80 else None
    if not match or not _is_place(match["place"]):
        return None
    if match["agency"] or match["date"]:
        return _made(match, 0.85)
    if is_known_place(match["place"]):
        return _made(match, 0.75)
    return None


def is_known_place(place: str) -> bool:
    """Whether the town before the first comma or slash is in the gazetteer."""
    name = fold(re.split(r"[,/]", place, maxsplit=1)[0].strip())
    return name in lexicon().phrases if " " in name else bool(lexicon().kinds(name) & PLACE)


def _made(match: re.Match[str], confidence: float) -> Opening:
    groups = match.groupdict()
    place, agency = (groups.get("place") or "").strip(), (groups.get("agency") or groups.get("agency2") or "").strip()
    if not agency and len(place) <= 3:  # "BWS - ": no town that datelines name in capitals is so short
        place, agency = "", place
    return Opening(match.end(), place, agency, confidence)


def _story_follows(text: str, index: int) -> bool:
    """A sentence begins behind a dateline: at least four words, the first with a capital, a digit or a mark."""
    rest = text[index : index + 200]
    return bool(rest) and not rest[0].islower() and rest.count(" ") >= 3


def _is_place(place: str | None) -> bool:
    if place is None:
        return True
    words = place.split(",")[0].replace("/", " ").split()
    if len(words) == 1 and lexicon().kinds(fold(words[0])) & (ROLE | PLACE) == ROLE:
        return False
    if words[0] == "The" and len(words) != 2:
        return False
    return not any(word.lower().strip(".") in _NO_PLACE for word in words) and not re.fullmatch(WEEKDAY, words[0])
