"""The story and what follows it: body, subheads, lists, captions, and the headlines of other stories."""

import re

from articles.text.anatomy.boilerplate import place_bios, place_boilerplate, place_note_texts, place_posts, place_topics
from articles.text.anatomy.bylines import bare_byline, byline_cue
from articles.text.anatomy.captions import (
    caption_cue,
    credit_start,
    is_caption_label,
    is_credit_line,
    looks_like_caption,
)
from articles.text.anatomy.cues import Cue
from articles.text.anatomy.endings import MANY, mean_words, mostly_titles, place_ending
from articles.text.anatomy.paragraphs import Paragraph, is_under_credit
from articles.text.report import Role

_COUNT = re.compile(r"\A\W{0,2}\d{1,3}(?:[.,]\d{1,3})?[kK]?\W{0,2}(?: (?:shares?|comments?|views?|likes?))?\Z")
_RANK = re.compile(r"\A\W{0,2}\d{1,2}\W{0,2}\Z")
_TOLD = re.compile(r"\b(?:said|says|told|added|according|asked|will|would|I|we|my|our)\b|[\"“”;]")
_SUBHEAD_WORDS = 12
_TITLE_SUBHEAD_WORDS = 14
_TEASER_WORDS = 45
_MANY_RELATED = 3


def place_story(paras: list[Paragraph], first: int) -> None:
    """Give every paragraph from index `first` on its role."""
    _place_labelled_lists(paras, first)
    for p in paras[first:]:
        if p.role is None and p.cue:
            p.place(p.cue.role, p.cue.rule, p.cue.confidence, p.cue.label)
    place_note_texts(paras, first)
    place_posts(paras, first)
    place_boilerplate(paras, first)
    place_bios(paras, first)
    place_topics(paras, first)
    last = max((i for i in range(first, len(paras)) if paras[i].prose), default=first - 1)
    _place_captions(paras, first)
    index = first
    while index <= last:
        p = paras[index]
        if p.role is not None:
            index += 1
        elif p.prose:
            _place_prose(p)
            index += 1
        else:
            stop = index
            while stop <= last and paras[stop].role is None and not paras[stop].prose:
                stop += 1
            _place_run(paras, index, stop)
            index = stop
    place_ending(paras, last + 1)


# ---- lists with a label ---------------------------------------------------------------------------------------------


def _place_labelled_lists(paras: list[Paragraph], first: int) -> None:
    """Place the lists of other stories that stand under a label such as "Most read" or "Related stories"."""
    index = max(first, 1)
    last = max((i for i in range(first, len(paras)) if paras[i].prose), default=first)
    while index < len(paras):
        label = paras[index].list_label
        if label and paras[index].role is None:
            index = _place_list(paras, index, label, last)
        else:
            index += 1


def _place_list(paras: list[Paragraph], at: int, label: Cue, last: int) -> int:
    """Place the list under the label at index `at`; the index behind it comes back. `last` is the last that reads
    as a paragraph of the story."""
    stop, items = _list_end(paras, at, label)
    tail = stop > last
    if not items or (len(items) < 2 and label.confidence < 0.8 and not tail):
        if label.confidence >= 0.8 or (tail and not items and at > len(paras) - 2):
            paras[at].place(Role.RAIL_LABEL, f"{label.rule} without a list", 0.6)
        return at + 1
    if label.role is Role.SEE_ALSO and tail and _is_end_of_page(paras, at, stop, len(items)):
        label = Cue(Role.RAIL, "rail label", label.confidence)
    paras[at].place(Role.RAIL_LABEL, label.rule, label.confidence)
    confidence = 0.95 if label.confidence >= 0.8 else 0.75
    for index in range(at + 1, stop):
        p = paras[index]
        if index in items:
            cut = p.cue.label if p.cue and p.cue.role is Role.SEE_ALSO and p.cue.confidence >= 0.75 else 0
            p.place(label.role, f"under a {label.rule}", confidence, cut)
        elif p.cue:
            p.place(p.cue.role, p.cue.rule, p.cue.confidence)
        else:
            p.place(Role.PROMO if p.prose else Role.STAMP, "between the lines of a list", 0.6)
    return stop


def _is_end_of_page(paras: list[Paragraph], at: int, stop: int, items: int) -> bool:
    """Whether a list of related stories belongs to the page rather than to the story: a long one behind it, or one of
    several lists."""
    if items >= _MANY_RELATED:
        return True
    below = paras[stop].list_label if stop < len(paras) else None
    above = paras[at - 1].role is Role.RAIL
    return above or (
        below is not None and below.role is Role.RAIL and stop + 1 < len(paras) and _is_item(paras[stop + 1])
    )


def _list_end(paras: list[Paragraph], at: int, label: Cue) -> tuple[int, set[int]]:
    """Where the list under a label ends, and the indices of its items. Times, ranks and teasers may stand between."""
    items: list[int] = []
    index = at + 1
    end = index
    while index < len(paras):
        p = paras[index]
        if p.role is not None or (p.list_label and (p.list_label.confidence >= 0.8 or p.words <= 3) and not p.marked):
            break
        if _is_item(p) or (p.words == 2 and p.title_like and not p.cue and label.confidence >= 0.8):
            if (
                len(items) >= 1
                and p.gap > paras[items[-1]].gap + (len(items) == 1)
                and p.gap > 0
                and _story_goes_on(paras, index)
            ):
                break
            items.append(index)
            end = index + 1
        elif not (
            (p.cue and p.cue.role in (Role.STAMP, Role.PROMO, Role.BYLINE))
            or _RANK.match(p.text)
            or byline_cue(p.text, p.words)
            or _is_teaser(paras, index)
        ):
            break
        index += 1
    while len(items) > 1 and end < len(paras) and _subhead_at_end(paras, items, end):
        end = items.pop()
    return end, set(items)


def _is_item(p: Paragraph) -> bool:
    if p.cue and p.cue.role is not Role.SEE_ALSO:
        return False
    return p.headline_like and p.words >= 3 and not byline_cue(p.text, p.words) and not is_credit_line(p.text, p.words)


def _is_teaser(paras: list[Paragraph], index: int) -> bool:
    """A sentence under an item of a list that goes on behind it: at the end of a report only."""
    p = paras[index]
    if not p.prose or p.words > _TEASER_WORDS or not paras[index - 1].headline_like:
        return False
    rest = [q for q in paras[index + 1 : index + 13] if not q.cue]
    heads = sum(1 for q in rest if q.headline_like)
    return heads >= 1 and heads >= len(rest) / 2


def _story_goes_on(paras: list[Paragraph], index: int) -> bool:
    return any(p.prose and p.words > 12 for p in paras[index + 1 : index + 3])


def _subhead_at_end(paras: list[Paragraph], items: list[int], end: int) -> bool:
    """Whether the last line of a list is rather the subhead of the story that goes on below it."""
    p = paras[items[-1]]
    others = [paras[i] for i in items[:-1]]
    if not paras[end].prose or paras[end].cue or len(items) < 2:
        return False
    shortest = min(q.words for q in others)
    return (p.words <= 5 and p.words < shortest - 1) or (
        p.title_like is False and all(q.title_like for q in others) and p.words <= 8
    )


# ---- captions and credits -------------------------------------------------------------------------------------------


def _place_captions(paras: list[Paragraph], first: int) -> None:
    spaced = any(p.gap for p in paras[1:])
    for index in range(first, len(paras)):
        p = paras[index]
        if index > first and is_caption_label(paras[index - 1].text) and p.role is not Role.STAMP:
            paras[index - 1].place(Role.STAMP, "label of caption", 0.85)
            p.place(Role.CAPTION, "under a label", 0.85)
            continue
        if p.role is not None:
            continue
        if (
            is_credit_line(p.text, p.words)
            and not byline_cue(p.text, p.words)
            and (not bare_byline(p.text, p.words) or "/" in p.text)
        ):
            p.place(Role.PHOTO_CREDIT, "picture credit", 0.8)
            above = paras[index - 1] if index > first else None
            if above and above.role is None and not p.gap > above.gap and _is_caption_above(above, p, spaced):
                above.place(Role.CAPTION, "picture credit below", 0.75)
            continue
        if is_under_credit(paras, index):
            p.place(Role.CAPTION, "line under a picture credit", 0.7)
            continue
        caption = caption_cue(p.text, p.words)
        if caption is None and p.prose and not p.sentences:
            loose = looks_like_caption(p.text, p.words)
            caption = loose if loose and loose[1] >= 0.8 else None
        if caption:
            p.place(Role.CAPTION, *caption)


def _is_caption_above(above: Paragraph, credit: Paragraph, spaced: bool) -> bool:
    if above.words > 45 or above.text[0] in '"“' or byline_cue(above.text, above.words):
        return False
    if spaced and not credit.gap:
        return True
    return not above.prose or looks_like_caption(above.text, above.words) is not None


# ---- the story ------------------------------------------------------------------------------------------------------


def _place_prose(p: Paragraph) -> None:
    if p.marked:
        p.place(Role.LIST_ITEM, "bullet or number", 0.9)
    else:
        p.place(Role.BODY, "reads as a paragraph", 0.95 if p.end_mark == "." or p.words > 20 else 0.85)


def _place_run(paras: list[Paragraph], start: int, stop: int) -> None:
    """Place a run of paragraphs amid the story that do not read as paragraphs."""
    run = paras[start:stop]
    above = paras[start - 1] if start else None
    listed = above is not None and above.end_mark == ":" and not _new_section(run, above)
    heads = [p for p in run if p.headline_like and not p.marked]
    if not listed and len(run) >= 3 and len(heads) == len(run) and mean_words(heads) >= MANY and mostly_titles(heads):
        for p in run:
            p.place(Role.RAIL, "run of headlines in the story", 0.65)
        return
    for offset, p in enumerate(run):
        if p.role is None and offset + 1 < len(run) and p.text == run[offset + 1].text and p.words <= 6:
            p.place(Role.STAMP, "line set twice", 0.55)
            run[offset + 1].place(Role.STAMP, "line set twice", 0.55)
        if p.role is not None:
            continue
        following = paras[start + offset + 1] if start + offset + 1 < len(paras) else None
        if p.end_mark == ":":
            listed = True
        if _COUNT.match(p.text) and not listed:
            p.place(Role.STAMP, "number alone", 0.6)
        elif p.marked and len(run) == 1 and p.text[0].isdigit() and not p.end_mark and p.words <= 9 and p.headline_like:
            p.place(Role.SUBHEAD, "numbered line above a paragraph", 0.7)
        elif p.marked:
            p.place(Role.LIST_ITEM, "bullet or number", 0.85)
        elif listed and not (offset == len(run) - 1 and len(run) > 1 and p.gap > run[0].gap) and p.end_mark != ":":
            p.place(Role.LIST_ITEM, "line of a list", 0.6)
        else:
            _place_short(p, following, len(run))


def _new_section(run: list[Paragraph], above: Paragraph) -> bool:
    """A line far below a colon, or a lone title after it, begins something new."""
    return run[0].gap > above.gap + 1 and run[0].title_like


def _place_short(p: Paragraph, following: Paragraph | None, together: int) -> None:
    if (
        following
        and following.role is Role.PROMO
        and following.words >= 8
        and p.headline_like
        and following.rule != "address, handle or button"
    ):
        p.place(Role.PROMO, "title of a promotion", 0.75)
    elif p.end_mark == ":" and p.words <= 6 and p.title_like and p.words > 1 and not p.text.endswith('"'):
        p.place(Role.SUBHEAD, "title with a colon", 0.6)
    elif (p.words == 1 and p.text[0].isupper() and not p.end_mark and p.text.isalpha()) or _is_subhead(p):
        sure = 0.85 if p.title_like or p.words <= 6 else 0.7
        p.place(Role.SUBHEAD, "short line above a paragraph", sure if together == 1 else 0.55)
    elif _is_bare_caption(p):
        p.place(Role.CAPTION, "sentence without a full stop amid the story", 0.5)
    elif p.headline_like and p.title_like and p.words > _TITLE_SUBHEAD_WORDS:
        p.place(Role.SEE_ALSO, "long title in the story", 0.5)
    else:
        p.place(Role.BODY, "uncertain line", 0.5)


def _is_bare_caption(p: Paragraph) -> bool:
    """Whether a line is too long for a subhead, tells one thing, and has no full stop, as captions are set."""
    return (
        p.headline_like
        and not p.title_like
        and not p.end_mark
        and p.words > _SUBHEAD_WORDS
        and p.text[-1].isalnum()
        and p.text[0].isupper()
        and not _TOLD.search(p.text)
        and not p.sentences
    )


def _is_subhead(p: Paragraph) -> bool:
    if not p.headline_like or (p.text[0] in '"“' and p.words > 6) or p.end_mark == "!":
        return False
    return p.words <= (_TITLE_SUBHEAD_WORDS if p.title_like else _SUBHEAD_WORDS)


def credited(p: Paragraph) -> int | None:
    """Where the picture credit in a caption begins, in its reading text."""
    return credit_start(p.text, sure=True)
