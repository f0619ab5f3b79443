"""Pull quotes: words of the story that a report sets a second time, large and apart."""

import re

from articles.text.anatomy.name_shape import is_name
from articles.text.anatomy.paragraphs import Paragraph
from articles.text.report import Role

_WORD = re.compile(r"\w+")
_KEY_WORDS = 4
_LONGEST = 60
_ALIKE = 6
"""Candidates that begin with the same words; more of them are a pattern of the text, not pull quotes."""
_BY = re.compile(r"\A\s*[—–―-]{1,2}\s*[^\W\d_]")
_MARKS = "\"“”„«»'‘’"


def place_pull_quotes(paras: list[Paragraph], first: int) -> None:
    """Find the paragraphs whose words stand inside another, longer paragraph of the story, and place them.

    Work: one look at each word; a candidate is compared in full only where its first words occur."""
    candidates: dict[tuple[str, ...], list[tuple[int, list[str]]]] = {}
    for index in range(first, len(paras)):
        p = paras[index]
        if p.role in (Role.BODY, Role.SUBHEAD, Role.SEE_ALSO) and _may_be_pulled(p):
            words = _words(_quoted_part(p.text))
            if len(words) >= _KEY_WORDS:
                alike = candidates.setdefault(tuple(words[:_KEY_WORDS]), [])
                if len(alike) < _ALIKE:
                    alike.append((index, words))
    if not candidates:
        return
    for index in range(first, len(paras)):
        if paras[index].role in (Role.BODY, Role.LIST_ITEM):
            _compare(paras, index, candidates)


def _may_be_pulled(p: Paragraph) -> bool:
    shortest = _KEY_WORDS if p.text[0] in '"“«' else 7
    if not shortest <= p.words <= _LONGEST:
        return False
    return not p.prose or p.text[0] in _MARKS


def _quoted_part(text: str) -> str:
    """The words between the marks, where a line is a quotation with or without its speaker behind a dash."""
    if text[0] in _MARKS:
        end = max(text.rfind(mark) for mark in "\"”»'’")
        tail = text[end + 1 :]
        if end > 0 and (not tail.strip(" .") or _BY.match(tail)):
            return text[: end + 1]
        if end > 0:
            return ""
    return text


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _compare(
    paras: list[Paragraph], index: int, candidates: dict[tuple[str, ...], list[tuple[int, list[str]]]]
) -> None:
    words = _words(paras[index].text)
    for at in range(len(words) - _KEY_WORDS + 1):
        found = candidates.get(tuple(words[at : at + _KEY_WORDS]))
        if not found:
            continue
        for candidate, needle in list(found):
            if candidate == index or paras[candidate].role is Role.PULL_QUOTE or len(words) < len(needle) + 3:
                continue
            if words[at : at + len(needle)] == needle:
                _place(paras, candidate)
                found.remove((candidate, needle))


def _place(paras: list[Paragraph], index: int) -> None:
    paras[index].place(Role.PULL_QUOTE, "words of another paragraph", 0.85)
    below = paras[index + 1] if index + 1 < len(paras) else None
    if below is None or below.role not in (Role.SUBHEAD, Role.BODY, Role.BYLINE) or below.words > 10:
        return
    if _BY.match(below.text) or below.name_like or (not below.end_mark and is_name(below.text.split(",")[0])):
        below.place(Role.PULL_QUOTE, "speaker of a pull quote", 0.7)
