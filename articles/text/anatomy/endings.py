"""Endings: what follows the last paragraph of a story: names, sign-offs, results, topics, and headlines of others."""

import re

from articles.text.anatomy.bylines import bare_byline, byline_cue
from articles.text.anatomy.outlets import is_outlet_line
from articles.text.anatomy.paragraphs import Paragraph
from articles.text.report import Role

_COUNT = re.compile(r"\A\W{0,2}\d{1,3}(?:[.,]\d{1,3})?[kK]?\W{0,2}(?: (?:shares?|comments?|views?|likes?))?\Z")
_INITIALS = re.compile(r"\A\W?[A-Z]{2,6}\W?\Z")
_ROW = re.compile(r"\A[^:“\"‘'.?!]{2,60}(?::|\s[–—-])\s*[A-Z“\"‘'0-9]")
_RANK = re.compile(r"\A\W{0,2}\d{1,2}\W{0,2}\Z")
MANY = 5
_LABEL_WORDS = 2


def place_ending(paras: list[Paragraph], first: int) -> None:
    """Place what follows the last paragraph of the story: mostly a rail of headlines, with or without a label."""
    rest = [index for index in range(first, len(paras)) if paras[index].role is None]
    above = paras[first - 1] if 0 < first <= len(paras) else None
    rest = _place_tail_names(paras, rest)
    if above is not None and above.end_mark == ":" and rest and rest[0] == first and paras[first].gap <= above.gap + 1:
        stop = next((n for n in range(1, len(rest)) if paras[rest[n]].gap > paras[rest[n - 1]].gap + 1), len(rest))
        for index in rest[:stop]:
            paras[index].place(Role.LIST_ITEM, "line of a list", 0.6)
        rest = rest[stop:]
    run = [paras[index] for index in rest]
    run = _without_table(run)
    colon = next((n for n, p in enumerate(run) if p.end_mark == ":" and not p.headline_like), len(run))
    _place_rail(run[:colon], behind=above)
    for p in run[colon:]:
        p.place(Role.LIST_ITEM if p.end_mark != ":" else Role.BODY, "list at the end", 0.5)


def _without_table(run: list[Paragraph]) -> list[Paragraph]:
    """The lines behind a story without a list of results ("Best film: ...") and its title, which are the story's."""
    rows = next((n for n, p in enumerate(run) if not _ROW.match(p.text)), len(run))
    title = rows == 0 and len(run) > 2 and run[0].words <= 4 and not run[0].end_mark
    if title:
        rows = next((n for n, p in enumerate(run[1:]) if not _ROW.match(p.text)), len(run) - 1) + 1
    if rows - title < 2:
        return run
    for p in run[title:rows]:
        p.place(Role.LIST_ITEM, "row of a list of results", 0.6)
    if title:
        run[0].place(Role.SUBHEAD, "title of a list", 0.6)
    return run[rows:]


def _place_tail_names(paras: list[Paragraph], rest: list[int]) -> list[int]:
    left = []
    for index in rest:
        p = paras[index]
        sure = byline_cue(p.text, p.words) or 0
        bare = bare_byline(p.text, p.words) or 0
        if is_outlet_line(p.text) and index == rest[0]:
            p.place(Role.CREDIT, "agency alone", 0.65)
        elif sure >= 0.9 or bare >= 0.75:
            p.place(Role.BYLINE, "byline at the end", max(sure, bare) - 0.15)
        elif index in (rest[0], len(paras) - 1) and _INITIALS.match(p.text):
            p.place(Role.CREDIT, "agency alone", 0.7)
        elif _RANK.match(p.text):
            p.place(Role.STAMP, "rank in a list", 0.7)
        else:
            left.append(index)
    return left


def _place_rail(run: list[Paragraph], *, behind: Paragraph | None) -> None:
    heads = [p for p in run if p.headline_like]
    gapped = bool(run) and behind is not None and run[0].gap > behind.gap
    bullets = bool(heads) and all(p.marked for p in heads)
    enough = len(heads) >= 2 and len(heads) >= 0.7 * len(run) and mean_words(heads) >= 4
    if bullets and not mostly_titles(heads) and not gapped:
        enough = False
    if not enough:
        _place_leftovers(run)
        return
    confidence = (0.9 if len(heads) >= MANY else 0.8 if len(heads) > 2 else 0.65) - (
        0 if mostly_titles(heads) else 0.15
    )
    for p in run:
        if p.caps and p.words <= _LABEL_WORDS and not all(q.caps for q in run):
            p.place(Role.RAIL_LABEL, "label in capitals", 0.6)
            continue
        sure = confidence if p.headline_like else 0.5
        p.place(Role.RAIL, "run of headlines behind the story", round(sure, 2))


def _place_leftovers(run: list[Paragraph]) -> None:
    for p in run:
        if _COUNT.match(p.text):
            p.place(Role.STAMP, "number alone", 0.6)
        elif p.marked:
            p.place(Role.LIST_ITEM, "bullet or number", 0.6)
        elif p.headline_like and p.title_like and p.words >= MANY and len(run) == 1:
            p.place(Role.RAIL, "headline behind the story", 0.55)
        elif len(run) == 1 and p.name_like:
            p.place(Role.BYLINE, "name at the end", 0.55)
        elif p.words <= 4 and not p.end_mark and p.text[0].isupper() and not any(map(str.isdigit, p.text)):
            p.place(Role.PROMO, "topics", 0.55)
        else:
            p.place(Role.BODY, "uncertain line", 0.45)


def mean_words(paras: list[Paragraph]) -> float:
    """The words of a paragraph, on average."""
    return sum(p.words for p in paras) / len(paras) if paras else 0.0


def mostly_titles(paras: list[Paragraph]) -> bool:
    """Whether three of five paragraphs are set as titles are."""
    return sum(p.title_like for p in paras) >= 0.6 * len(paras)
