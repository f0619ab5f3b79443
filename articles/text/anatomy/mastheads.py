"""Mastheads: the line at the top of a report that is its headline, and the lines above that are not."""

import re

from articles.text.anatomy.bylines import byline_cue
from articles.text.anatomy.captions import caption_cue, is_credit_line
from articles.text.anatomy.openings import opening_alone
from articles.text.anatomy.outlets import may_be_outlet, outlet_of
from articles.text.anatomy.paragraphs import Paragraph
from articles.text.anatomy.stamps import is_front_line
from articles.text.report import Role

_FIELD = re.compile(r"\A#{1,6}\s+(?=\S)|\A(?:headline|title|head|hed|subject)\s*:\s*(?=\S)", re.I)
FIELD_OTHER = re.compile(
    r"\A(?:slug|section|category|desk|source|keywords?|tags?|topics?|location|language|priority|wire|id|ref(?:erence)?|contact|embargo|status|edition|filed from|from|to|cc|sent|editor|editors|publisher|copyright|word count)\s*:\s*\S.{0,100}\Z",
    re.I,
)
FIELD_DEK = re.compile(
    r"\A(?:dek|deck|sub-?head(?:line|ing)?|standfirst|summary|teaser|abstract|strapline|description|kicker)\s*:\s*(?=\S)",
    re.I,
)
_KICKER_WORDS = frozenset(
    """world news politics business sport sports opinion analysis comment editorial exclusive breaking local national international
    africa asia europe americas middle east uk us usa europe's technology tech science health education environment climate culture arts
    entertainment lifestyle travel crime courts economy markets money finance weather obituary obituaries feature features
    special report investigation interview explainer fact check live latest update updated the region regional home foreign
    affairs society religion law justice defence defense energy transport community letters column review reviews media
    football cricket rugby tennis in brief briefs and & newsletter video long read focus insight data profile metro city
    state nation kenya nigeria ghana india pakistan""".split()
)
LONG_HEADLINE = 24
_SHORT_HEADLINE = 16
_STANDFIRST_WORDS = 9
_PAPER_ABOVE = 5
_TOLD_WORDS = 18
_TOLD = re.compile(r"\b(?:said|told|added|was|were|had been)\b")
_QUOTED = re.compile(r"(?<!\w)[\"“‘'][^\"”]{2,120}?[\"”’'](?!\w)")
_TO_READERS = re.compile(
    r"\b(?:our|us|you|your|newsletter|facebook|twitter|instagram|whatsapp|©|rights|copyright|agencies|afp|ap|reuters|tass)\b|\d{4}|@|www|\.com",
    re.I,
)
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,3}\Z")
_ARTICLE = re.compile(r"\b(?:a|an|the|was|were|had|said)\b", re.I)


def place_headline(paras: list[Paragraph], first: int) -> int | None:
    """Place the headline, if there is one among the paragraphs before index `first`; its index comes back."""
    candidates = []
    for index in range(min(first, 40)):
        p = paras[index]
        if p.role is not None:
            continue
        field = _FIELD.match(p.text)
        if field:
            p.place(Role.HEADLINE, "headline field", 0.98, field.end())
            return index
        label_above = paras[index - 1].list_label if index else None
        if can_be_headline(p) and not (label_above and label_above.confidence > 0.8):
            candidates.append(index)
    while candidates:
        index = candidates.pop(0)
        p = paras[index]
        below = paras[candidates[0]] if candidates else None
        third = paras[candidates[1]] if len(candidates) > 1 and candidates[1] <= index + 3 else None
        if below and candidates[0] <= index + 2 and (_is_kicker(p, below) or _is_series(p, below, third)):
            p.place(Role.STAMP, "section line", 0.75)
            continue
        if below is None and p.words <= 2 and first < len(paras) and p.text.lower().strip(" :") in _KICKER_WORDS:
            p.place(Role.STAMP, "section line", 0.6)
            continue
        p.place(Role.HEADLINE, "first line without a full stop", _headline_confidence(p))
        p.cue = None
        plain = next((n for n in candidates if _is_page_title(p.text, paras[n].text)), None)
        if plain is not None:
            p.place(Role.STAMP, "title of the page", 0.7)
            paras[plain].place(Role.HEADLINE, "headline without the outlet", 0.9)
        return index
    return None


def _is_page_title(page: str, headline: str) -> bool:
    """Whether a line is a headline with the outlet behind it ("Storm hits coast - The Courier")."""
    return page.startswith(headline) and re.fullmatch(r"\s?[-|–—•·:]\s?[^-|]{2,40}", page[len(headline) :]) is not None


def is_stopped_headline(paras: list[Paragraph], first: int) -> bool:
    """Whether the first paragraph is a headline for all its full stop: a short exclamation, or set above the byline."""
    p = paras[first]
    if p.role is not None or p.words > _SHORT_HEADLINE or first + 1 >= len(paras) or p.end_mark == ":":
        return False
    if (_DOTTED.search(p.text) or p.text.endswith(("…", "..."))) and not _ARTICLE.search(p.text):
        return any(q.prose for q in paras[first + 1 : first + 9])
    if p.end_mark in "?!" and p.text[0] not in '"“':
        return any(q.prose for q in paras[first + 1 : first + 9])
    for q in paras[first + 1 : first + 4]:
        if (byline_cue(q.text, q.words) or 0) >= 0.9:
            return True
        if q.prose:
            return False
    return False


def can_be_headline(p: Paragraph) -> bool:
    if p.cue and not (p.cue.role is Role.SEE_ALSO and p.cue.confidence < 0.8) and not _speaks_of_somebody(p):
        return False
    if FIELD_OTHER.match(p.text) or FIELD_DEK.match(p.text) or (p.marked and not p.title_like):
        return False
    if is_front_line(p.text, p.words) or outlet_of(p.text) or byline_cue(p.text, p.words):
        return False
    if is_credit_line(p.text, p.words) or caption_cue(p.text, p.words) or opening_alone(p.text):
        return False
    if p.words > _TOLD_WORDS and not p.title_like and _TOLD.search(_QUOTED.sub("", p.text)):
        return False
    return p.headline_like or (p.words == 1 and not p.end_mark and len(p.text) > 3 and p.text[0].isalpha())


def _speaks_of_somebody(p: Paragraph) -> bool:
    """ "Sign up for alerts, council urges residents", "Source: Horvat to resign": not the outlet to its own readers."""
    if p.cue is None or p.cue.rule not in ("outlet speaks to its readers", "source line") or p.words < 4:
        return False
    return (
        re.search(r", |: \w+ \w+ ", p.text) is not None and not _TO_READERS.search(p.text) and not p.text.endswith(".")
    )


def _is_kicker(p: Paragraph, below: Paragraph) -> bool:
    words = re.findall(r"[\w&'’]+", p.text.lower())
    if p.words > 5 or p.end_mark:
        return False
    if words and all(word in _KICKER_WORDS for word in words):
        return True
    if below.words >= _PAPER_ABOVE and below.headline_like and may_be_outlet(p.text):
        return True
    if p.words == 1 and below.words >= 4 and not below.prose and below.headline_like:
        return True
    return p.words <= 3 and p.caps and not below.caps and below.words > p.words


def _is_series(p: Paragraph, below: Paragraph, third: Paragraph | None) -> bool:
    """Whether a phrase of two words is the name of a series: headline and standfirst stand directly below it."""
    if p.words != 2 or p.end_mark or below.gap or below.words <= 2 or third is None or third.gap > below.gap:
        return False
    return third.words > below.words and third.words >= _STANDFIRST_WORDS and not byline_cue(third.text, third.words)


def _headline_confidence(p: Paragraph) -> float:
    if p.end_mark == ".":
        return 0.6
    if p.words > LONG_HEADLINE:
        return 0.55
    if p.title_like:
        return 0.95 if p.words >= 3 else 0.75
    return 0.85 if 4 <= p.words <= 18 else 0.7


def is_section(p: Paragraph) -> bool:
    return all(word in _KICKER_WORDS for word in re.findall(r"[\w&'’]+", p.text.lower()))
