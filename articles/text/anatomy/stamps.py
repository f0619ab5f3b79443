"""Stamps: lines that say when or how long, and the marks of the wire that carried a report."""

import re

_STAMP_WORDS = frozenset(
    """published updated posted modified last first originally created filed issued released uploaded added reviewed
    date time on at of the and was by edited from to am pm a.m p.m a.m. p.m. noon midnight gmt utc bst est edt et cst cdt ct mst mdt mt pst pdt pt cet
    cest eet eest ist wat cat eat sast pkt bdt sgt hkt jst kst aest aedt awst nzst nzdt msk wib hrs hr h hours hour
    ago views view shares minutes minute mins min sec secs seconds day days week weeks month months yesterday today read reading listen
    watch view words word count length article story online print edition version
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec local z broadcast""".split()
)
_STAMP_CORE = frozenset(
    """published updated posted modified ago read gmt utc monday tuesday wednesday thursday friday saturday sunday mon tue
    tues wed thu thur thurs fri sat sun january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec am pm a.m. p.m. bst est edt et cet count filed issued min
    mins minutes date words""".split()
)
_STAMP_SPLIT = re.compile(r"[\s,|•·–—/()\[\]:;@+-]+")
_NUMERIC = re.compile(
    r"\A\d{1,4}(?:st|nd|rd|th|am|pm|h|hrs?|m|min|Z)?\.?\d{0,2}\Z|\A\d{1,4}[.T]\d{1,4}(?:[.T]\d{1,4})?\Z", re.I
)
_PUBLISHED = re.compile(
    r"\A\W{0,3}(?:(?:this (?:article|story|page) was )?(?:first |last |originally )?"
    r"(?:published|updated|posted|modified|filed|uploaded|revised|reviewed|issued)|"
    r"date(?: published| posted)?|publication date|release date)\s*(?::|at\b|on\b|\||-|–|—|(?=[A-Z0-9]))",
    re.I,
)
_PUBLISHED_LATER = re.compile(r"[|•·/–-]\s*(?:last )?(?:updated|published|posted)\s*:?\s*(?:on |at )?(?:\w+ )?\d", re.I)
_WRITTEN = re.compile(
    r"\A\W{0,3}(?:(?:written|reported|story|report|words|compiled|edited|curated) )?by:? [^\W\d_]", re.I
)
_AGO = re.compile(r"\b(?:\d+|an?|one|two|three|few)\s+(?:sec\w*|min\w*|h(?:ou)?rs?|days?|weeks?|months?)\s+ago\b", re.I)
_WIRE_MARK = re.compile(
    r"\A\W*(?:ends?|30|more|xxx|more to come|end (?:it|of (?:story|text|release|article|report))|story ends|"
    r"(?:for )?immediate release|for (?:immediate|general) release|urgent|bulletin|flash|newsalert|"
    r"embargo(?:ed)?\b.{0,80}|not for release.{0,60}|hold for release.{0,60}|press release|media release|news release|"
    r"media statement|for the media|news alert|attention:? (?:all )?(?:editors|news desks?|news editors)|"
    r"page \d+(?: of \d+)?|\d+ of \d+|word count:? ?[\d,]+|with (?:photos?|graphics?|video)|w/ ?photos?)\W*\Z",
    re.I,
)
_END = re.compile(r"\A[\W_]*(?:ENDS?|Ends|30|0)[\W_]*\Z|\A(?:NNNN|XXX)\Z")
_TELEX = re.compile(r"\A(?:ZCZC|NNNN|[A-Z]{2,4}\d{3,4}|[A-Z]\d{4})\b[\w ./-]{0,40}\Z")
_INITIALS = re.compile(
    r"\A[a-z]{2,4}(?:[/-][a-z]{2,4}){1,4}\Z|\A/[a-z]{2,4}\Z|\A(?:dpa|afp|epd|kna|bws)(?: [a-z]{2,4}){1,5}\Z"
)
_ENDS = re.compile(
    r"\A(?:ENDS?|Ends|MORE|XXX|30|\(?more\)?|--?\s*(?:30|0|ends?|more)\s*--?|[#*~=_\W]*(?:ENDS?|30|MORE)[#*~=_\W]*)\Z",
    re.I,
)
_SLUG = re.compile(
    r"\A(?:[a-zA-Z]{1,3}-)?[A-Z0-9][A-Z0-9'’&.]*(?:[-/][A-Z0-9'’&.]*)+(?:\s\(?[A-Z0-9 ,.-]{1,30}\)?)?\Z|\A[a-zA-Z]{2}-{1,2}[A-Z]\w*(?:[-–]\w*)*.{0,60}\Z"
)
_CRUMBS = re.compile(
    r"\A[^>»›]{2,40}(?:\s*[>»›]\s*[^>»›]{2,40}){2,6}\Z|\A(?:Home|News|World|You are here)\s*[>»›/|:]\s*\S.{0,80}\Z"
)


_TWO_SECTIONS = re.compile(r"\A[A-Z][\w&]*(?: ?[|>»›•·] ?| / )[A-Z][\w&]*\Z")
_DIGIT = re.compile(r"\d")


def is_stamp(text: str, words: int) -> bool:
    """Whether a short line only says when, or how long: "Updated 10:04 GMT, March 3", "3 min read", "2 hours ago"."""
    if words > 22 or (words > 4 and not _DIGIT.search(text) and " ago" not in text):
        return False
    if words == 1 and text.lower() in ("published", "updated", "posted"):
        return True
    tokens = [token for token in _STAMP_SPLIT.split(text) if token]
    digits = core = 0
    for token in tokens:
        low = token.lower().strip(".")
        if token[0].isdigit() and _NUMERIC.match(token):
            digits += 1
            core += "am" in low or "pm" in low
        elif low in _STAMP_WORDS or token.lower() in _STAMP_WORDS:
            core += low in _STAMP_CORE or token.lower() in _STAMP_CORE
        elif digits >= _FULL_DATE and core and _place_at_end(tokens, token):
            return True
        else:
            break
    else:
        return (
            bool(core) and (bool(digits) or "ago" in text or (words <= 3 and "pdated" in text))
        ) or _is_numeric_date(text)
    if words <= 16 and _PUBLISHED.match(text) and any(c.isdigit() for c in text):
        return not text.endswith(".") or text[-4:].lower() in ("p.m.", "a.m.")
    if words <= 14 and _PUBLISHED_LATER.search(text) and not _WRITTEN.match(text):
        return not text.endswith(".")
    return words <= 8 and _AGO.search(text) is not None and not text.endswith(".")


_BEFORE_DAY = re.compile(r"\s?[,|·•–—-]\s(?=[^|·•]*\d)")
_NAME_WORD = re.compile(r"(?:[A-ZÀ-ÖØ-Þ\d][\w.'’&-]*|&|and|of|the|de|del|la)\Z")
_LONGEST_NAME = 7


def before_day(text: str) -> str:
    """The name that stands in a short line before the day ("Harbour Weekly, 5 March"), or ""."""
    for match in _BEFORE_DAY.finditer(text) if len(text) <= 80 else ():
        name, day = text[: match.start()], text[match.end() :]
        words = name.replace(",", "").split()
        named = len(words) <= _LONGEST_NAME and all(_is_of_a_name(word) for word in words)
        if named and is_stamp(day, day.count(" ") + 1):
            return name
    return ""


def _is_of_a_name(word: str) -> bool:
    return _NAME_WORD.match(word) is not None and word.lower() not in _STAMP_CORE


_FULL_DATE = 3
"""Numbers; a line with so many is a date, whatever place stands behind it ("March 4, 2024 08:01 am IST - AMITY")."""


def _place_at_end(tokens: list[str], token: str) -> bool:
    rest = tokens[tokens.index(token) :]
    return len(rest) <= 2 and all(part.isupper() and part.isalpha() for part in rest)


_NUMERIC_DATE = re.compile(
    r"\A\W?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:[ T,]+\d{1,2}:\d\d.{0,14})?\W?\Z"
    r"|\A\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?: ?(?:[ap]\.?m\.?|[A-Z]{2,4}))?(?: (?:key event|update|post|new))?\W?\Z",
    re.I,
)


def _is_numeric_date(text: str) -> bool:
    return len(text) <= 40 and _NUMERIC_DATE.match(text) is not None


def is_wire_mark(text: str) -> bool:
    """Whether a short line is a mark of the wire or the desk: "MORE", "FOR IMMEDIATE RELEASE", "lf/ah/bc"."""
    return any(pattern.match(text) for pattern in (_ENDS, _INITIALS, _TELEX, _WIRE_MARK))


def is_end_mark(text: str) -> bool:
    """Whether a short line marks the end of a report: "ENDS", "-30-"."""
    return _END.match(text) is not None


def is_front_line(text: str, words: int) -> bool:
    """Whether a line above a headline is a wire slug or a trail of sections, not the headline itself."""
    if words <= 5 and _TWO_SECTIONS.match(text):
        return True
    return words <= 12 and (_SLUG.match(text) is not None or _CRUMBS.match(text) is not None)
