"""The front of a report: everything above the first paragraph of the story."""

import itertools
import re

from articles.text.anatomy.bylines import bare_byline, byline_cue, is_byline_role, is_name_and_day, is_staff_line
from articles.text.anatomy.captions import (
    caption_cue,
    has_place_and_day,
    is_caption_label,
    is_credit_line,
    is_picture_text,
    looks_like_caption,
)
from articles.text.anatomy.cues import MONTH
from articles.text.anatomy.lines import joins_headline
from articles.text.anatomy.mastheads import (
    FIELD_DEK,
    FIELD_OTHER,
    LONG_HEADLINE,
    can_be_headline,
    is_section,
    is_stopped_headline,
    place_headline,
)
from articles.text.anatomy.openings import opening, opening_alone
from articles.text.anatomy.outlets import outlet_of
from articles.text.anatomy.paragraphs import Paragraph, is_under_credit, paragraph
from articles.text.anatomy.stamps import before_day, is_front_line
from articles.text.report import Role

_DEK_WORDS = 48
FRONT = 80
"""Paragraphs; where the story has not begun by then, the rules of the front no longer hold."""

_DATED = re.compile(
    rf"\b(?:{MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {MONTH} \d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}}|\d{{4}}-\d\d-\d\d)\b"
)
_BY_ALONE = re.compile(r"\A\W{0,3}(?:(?:written |reported |posted |words )?by|authors?|writers?|reporters?)\W*\Z", re.I)
_WRITTEN = re.compile(r"\A\W{0,3}(?:written|reported|words|story|report|text) by:? ", re.I)
_NUMBER = re.compile(r"\A\W{0,2}\d[\d.,]*k?\W{0,2}\Z", re.I)
_POINTS = re.compile(
    r"\A(?:key (?:points|events|facts|findings|takeaways)|highlights|at a glance|in (?:short|brief|summary)|summary|main points|the (?:gist|key points)|what (?:we know|you need to know)|top ?lines?)\W*\Z",
    re.I,
)


def merge_headline_lines(raw: str, paras: list[Paragraph]) -> list[Paragraph]:
    """Join a headline that was broken over neighbouring lines at the top of a report."""
    top = next((i for i, p in enumerate(paras[:8]) if not p.cue and not _is_front_matter(p)), None)
    if top is None:
        return paras
    group = [paras[top]]
    for following in paras[top + 1 : top + 4]:
        if following.gap or not _may_continue(group[-1], following):
            break
        group.append(following)
    while len(group) > 1 and not _one_headline(group, paras[top + len(group) :]):
        group.pop()
    if len(group) == 1:
        return paras
    merged = paragraph(raw, [line for part in group for line in part.lines])
    if not merged.headline_like:
        return paras
    return [*paras[:top], merged, *paras[top + len(group) :]]


def _is_front_matter(p: Paragraph) -> bool:
    return is_front_line(p.text, p.words) or bool(outlet_of(p.text)) or byline_cue(p.text, p.words) is not None


def _may_continue(above: Paragraph, below: Paragraph) -> bool:
    if not (above.headline_like and not above.end_mark and (below.headline_like or below.words == 1) and not below.cue):
        return False
    if (
        below.marked
        or byline_cue(below.text, below.words)
        or opening_alone(below.text)
        or is_credit_line(below.text, below.words)
    ):
        return False
    return above.caps == below.caps and (above.title_like == below.title_like or below.words <= 2)


def _one_headline(group: list[Paragraph], rest: list[Paragraph]) -> bool:
    """Whether neighbouring headline-like lines are one headline: set apart from what follows, and broken where a line
    was full or cannot end."""
    if not rest or (not rest[0].gap and not (group[0].caps and not rest[0].caps)):
        return False
    if sum(p.words for p in group) > LONG_HEADLINE:
        return False
    width = max(len(p.text) for p in group)
    pairs = list(itertools.pairwise(group))
    if any(
        bare_byline(below.text, below.words) and below is group[-1] and len(below.text) < width * 0.6
        for _, below in pairs
    ):
        return all(
            joins_headline(above.text, below.text, 0) and above.text.rsplit(" ", 1)[-1].islower()
            for above, below in pairs
        )
    return all(above.title_like and joins_headline(above.text, below.text, width) for above, below in pairs)


def place_front(paras: list[Paragraph]) -> int:
    """Give every paragraph above the story its role; the index of the story's first paragraph comes back."""
    reach = min(len(paras), FRONT)
    first = next((i for i, p in enumerate(paras[:reach]) if p.prose and not p.marked), reach)
    if first < len(paras) and not any(can_be_headline(p) for p in paras[:first]) and is_stopped_headline(paras, first):
        paras[first].place(Role.HEADLINE, "short line above a byline", 0.65)
        first = next((i for i in range(first + 1, reach) if paras[i].prose and not paras[i].marked), reach)
    head = next((i for i, p in enumerate(paras) if p.role is Role.HEADLINE), None)
    if head is not None:
        first = max(first, head + 1) if head < first + 3 else first
    else:
        head = place_headline(paras, first)
    for index in range(first):
        p = paras[index]
        if p.role is None:
            _place_front_line(paras, index, head)
    if first == len(paras):
        return _without_prose(paras, head)
    if first == FRONT:
        return first
    return _place_front_prose(paras, first, head)


def _place_front_line(paras: list[Paragraph], index: int, head: int | None) -> None:
    p = paras[index]
    if is_caption_label(p.text):
        p.place(Role.STAMP, "label of caption", 0.85)
        return
    if index and is_caption_label(paras[index - 1].text):
        p.place(Role.CAPTION, "under a label", 0.85)
        return
    if p.cue and p.cue.rule == "media cue" and p.words <= 6 and head is not None and index > head:
        p.place(Role.STAMP, "section line", 0.6)
        return
    if p.cue and _is_byline_above_all(p):
        p.place(Role.BYLINE, "byline", 0.9)
        return
    if p.cue:
        p.place(p.cue.role, p.cue.rule, p.cue.confidence, p.cue.label)
        return
    known = _front_role(paras, index)
    if known and not (known[0] is Role.DATELINE and (head is None or index < head)):
        p.place(*known)
    elif head is None or index < head:
        p.place(Role.STAMP if p.words <= 6 else Role.BODY, "line above the headline", 0.55)
    elif p.text == paras[head].text:
        p.place(Role.STAMP, "headline repeated", 0.6)
    elif index and paras[index - 1].rule == "line set twice" and not byline_cue(p.text, p.words):
        p.place(Role.CAPTION, "line set twice", 0.6)
    elif index + 1 < len(paras) and p.words >= 3 and paras[index + 1].text.startswith(p.text):
        p.place(Role.STAMP, "line set twice", 0.6)
    elif _BY_ALONE.match(p.text):
        p.place(Role.STAMP, "label of byline", 0.7)
    elif p.marked:
        p.place(Role.LIST_ITEM, "list above the story", 0.65)
    elif _POINTS.match(p.text):
        p.place(Role.SUBHEAD, "title of a list", 0.75)
    elif p.list_label or p.end_mark == ":" or (p.words <= 2 and is_section(p)):
        p.place(Role.STAMP if p.list_label or is_section(p) else Role.SUBHEAD, "section line", 0.55)
    elif any(q.rule == "title of a list" for q in paras[:index]) and not p.end_mark:
        p.place(Role.LIST_ITEM, "line of a list", 0.6)
    elif _NUMBER.match(p.text):
        p.place(Role.STAMP, "number alone", 0.6)
    elif p.words <= 2 and p.title_share >= 0.5 and not p.end_mark:
        p.place(Role.STAMP, "section line", 0.55)
    elif not any(q.role is Role.STANDFIRST for q in paras[:index]) and not _in_a_list(paras, index):
        p.place(Role.STANDFIRST, "line under the headline", 0.8 if p.words >= 6 else 0.6)
    elif has_place_and_day(p.text):
        p.place(Role.CAPTION, "phrase with place or day", 0.5)
    else:
        p.place(Role.SUBHEAD, "line above the story", 0.5)


def _is_byline_above_all(p: Paragraph) -> bool:
    """Above the story "Written by Ana Horvat" is the byline; behind it the same words are a credit."""
    return (
        p.cue is not None
        and p.cue.rule == "reporting credit"
        and _WRITTEN.match(p.text) is not None
        and (byline_cue(p.text, p.words) or 0) >= 0.9
    )


def _in_a_list(paras: list[Paragraph], index: int) -> bool:
    """Whether lists or points stand between the headline and a line: then the standfirst's place is past."""
    return any(q.role is Role.LIST_ITEM for q in paras[max(0, index - 12) : index])


def _front_role(paras: list[Paragraph], index: int) -> tuple[Role, str, float, int] | None:
    """The role of a line above the story that its wording and its neighbours tell, headline and standfirst aside."""
    p = paras[index]
    dek = FIELD_DEK.match(p.text)
    if dek:
        return Role.STANDFIRST, "standfirst field", 0.95, dek.end()
    sure = byline_cue(p.text, p.words)
    if sure:
        return Role.BYLINE, "byline", sure, 0
    if index and p.words <= 6 and not p.end_mark and _BY_ALONE.match(paras[index - 1].text):
        return Role.BYLINE, "under a label of byline", 0.85, 0
    if is_name_and_day(p.text, p.words):
        return Role.BYLINE, "name with the day", 0.8, 0
    if FIELD_OTHER.match(p.text) or is_front_line(p.text, p.words):
        return Role.STAMP, "wire header", 0.8, 0
    if index and is_staff_line(p.text) and _has_headline_above(paras, index):
        return Role.BYLINE, "desk instead of a name", 0.8, 0
    if outlet_of(p.text):
        return Role.STAMP, "outlet line", 0.8, 0
    above = paras[index - 1].role if index else None
    if above is Role.BYLINE and is_byline_role(p.text, p.words):
        return Role.BYLINE, "byline role", 0.8, 0
    place = opening_alone(p.text)
    if place:
        return Role.DATELINE, "dateline alone", place.confidence, 0
    if above is not None and before_day(p.text):
        return Role.STAMP, "name with the day", 0.8, 0
    if not p.prose and is_picture_text(p.text):
        return Role.PHOTO_CREDIT, "words of a picture", 0.6, 0
    if above is Role.PHOTO_CREDIT and not p.prose and not bare_byline(p.text, p.words) and not p.list_label:
        return Role.CAPTION, "line under a picture credit", 0.6, 0
    if is_credit_line(p.text, p.words) and (not bare_byline(p.text, p.words) or "/" in p.text):
        return Role.PHOTO_CREDIT, "picture credit", 0.85, 0
    early = bare_byline(p.text, p.words) if above is not None and not p.prose else None
    if early and early >= 0.8:
        return Role.BYLINE, "name under the headline", early, 0
    if (
        above is not None
        and p.words <= 20
        and not p.end_mark
        and _DATED.search(p.text)
        and not p.cue
        and (p.words <= 12 or _DATED.match(p.text))
    ):
        return Role.STAMP, "line with the full date", 0.7, 0
    caption = caption_cue(p.text, p.words) or looks_like_caption(p.text, p.words)
    if caption:
        return Role.CAPTION, *caption, 0
    below = paras[index + 1] if index + 1 < len(paras) else None
    if below and _is_credit(below) and not below.gap >= 2:
        return Role.CAPTION, "picture credit below", 0.75, 0
    bare = bare_byline(p.text, p.words) if above is not None and not p.prose else None
    if bare and (bare > 0.7 or not any(q.role is Role.BYLINE and p.text not in q.text for q in paras[:index])):
        return Role.BYLINE, "name under the headline", bare, 0
    return None


def _has_headline_above(paras: list[Paragraph], index: int) -> bool:
    return any(q.role is Role.HEADLINE for q in paras[max(0, index - 12) : index])


def _is_credit(p: Paragraph) -> bool:
    return (
        p.cue is None
        and is_credit_line(p.text, p.words)
        and not byline_cue(p.text, p.words)
        and (not bare_byline(p.text, p.words) or "/" in p.text)
    )


def _without_prose(paras: list[Paragraph], head: int | None) -> int:
    """A report in which nothing reads as a paragraph: below its headline everything uncertain is body."""
    begin = len(paras)
    for index, p in enumerate(paras):
        if (p.role in (Role.STANDFIRST, Role.SUBHEAD) and p.confidence < 0.9) or (
            p.role is Role.HEADLINE and len(paras) == 1 and not p.title_like and p.words >= 12
        ):
            p.place(Role.BODY, "no paragraph reads as the story", 0.5)
        if p.role is None:
            p.place(Role.BODY, "no paragraph reads as the story", 0.5)
        if p.role is Role.BODY:
            begin = min(begin, index)
    return begin


def _place_front_prose(paras: list[Paragraph], first: int, head: int | None) -> int:
    """Go on past captions and a standfirst that read as paragraphs; the index of the story's beginning comes back."""
    index = first
    while index < min(len(paras), first + FRONT):
        p = paras[index]
        if p.role is None and not p.cue:
            role = _front_prose_role(paras, index, head)
            if role is None:
                break
            p.place(*role)
        elif p.role is None and p.cue:
            if not any(q.prose for q in paras[index + 1 : index + 60]):
                break
            if _is_byline_above_all(p):
                p.place(Role.BYLINE, "byline", 0.9)
            else:
                p.place(p.cue.role, p.cue.rule, p.cue.confidence, p.cue.label)
        elif p.role in (Role.BODY, Role.LIST_ITEM):
            break
        index += 1
    return index


def _front_prose_role(paras: list[Paragraph], index: int, head: int | None) -> tuple[Role, str, float, int] | None:
    p = paras[index]
    if index and is_caption_label(paras[index - 1].text):
        return Role.CAPTION, "under a label", 0.85, 0
    rest = paras[index + 1 : index + 40]
    more = any(q.prose for q in rest)
    if not p.prose:
        if _BY_ALONE.match(p.text):
            return Role.STAMP, "label of byline", 0.7, 0
        known = _front_role(paras, index)
        if known:
            return known
        between = paras[index - 1].role in (Role.BYLINE, Role.STAMP, Role.CAPTION, Role.PHOTO_CREDIT, Role.STANDFIRST)
        return (
            (Role.SUBHEAD, "line above the story", 0.5, 0)
            if between and p.headline_like and more and p.words <= 12
            else None
        )
    if not more:
        return None
    if p.marked:
        return None
    found = opening(p.text)
    if found and found.confidence > 0.85:
        return None
    caption = caption_cue(p.text, p.words)
    if caption is None and head is not None:
        caption = looks_like_caption(p.text, p.words)
    if caption:
        return Role.CAPTION, *caption, 0
    if is_under_credit(paras, index):
        return Role.CAPTION, "line under a picture credit", 0.7, 0
    if rest and _is_credit(rest[0]) and rest[0].gap < 2 and p.words <= 45:
        return Role.CAPTION, "picture credit below", 0.75, 0
    if head is not None and p.words <= _DEK_WORDS and not any(q.role is Role.STANDFIRST for q in paras[:index]):
        why = _standfirst_evidence(paras, index)
        if why:
            return Role.STANDFIRST, why[0], why[1], 0
    return None


def _standfirst_evidence(paras: list[Paragraph], index: int) -> tuple[str, float] | None:
    """Why a sentence under the headline is a standfirst: what stands between it and the story, or a dateline below."""
    byline_above = any(q.role is Role.BYLINE for q in paras[:index])
    for p in paras[index + 1 : index + 8]:
        if p.prose:
            found = opening(p.text)
            return ("dateline in the next paragraph", 0.8) if found and found.confidence > 0.8 else None
        sure = byline_cue(p.text, p.words) or (bare_byline(p.text, p.words) or 0)
        if sure >= 0.65 and not byline_above:
            return "sentence above the byline", 0.85 if sure > 0.7 else 0.7
        if p.cue and p.cue.role is Role.STAMP and not byline_above:
            return "sentence above the date", 0.7
        if opening_alone(p.text):
            return "sentence above the dateline", 0.8
        if not p.cue and not caption_cue(p.text, p.words) and not is_credit_line(p.text, p.words):
            return None
    return None
