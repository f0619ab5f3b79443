"""The shape of a person's name: what may stand in a byline or a picture credit."""

import re

from articles.text.people.lexicon import BODY, COMMON_GIVEN, DEMONYM, GIVEN, PLACE, ROLE, SURNAME, WORD, fold, lexicon

_NAME_WORD = re.compile(
    r"(?:al-|el-|d['’]|o['’])?[^\W\d_]+(?:[-'’][^\W\d_]+){0,3}\Z|(?:[A-Z]\.-?){1,3}\Z|(?:Jr|Sr)\.?\Z"
)
_ACCENT = re.compile("[\u0300-\u036f]")
"""Accents that no letter holds: the dot and the stroke of "ẹ́" are two characters."""
_PARTICLES = frozenset(
    "wa ole de da di du del della dos das la le van von der den ten ter bin ibn al el y e af av zu ben abu".split()
)
_NO_NAME = frozenset(
    """the a an and of in on at to for by new more most latest news world local breaking live video photos opinion sport sports
    business politics read see related updated published story stories today why how what who when where this that
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday advertisement exclusive analysis""".split()
)


def is_name(text: str) -> bool:
    """Whether a text has the shape of a person's name and nothing else: two to five words with capitals."""
    tokens = _ACCENT.sub("", text).split()
    if not 2 <= len(tokens) <= 5 or len(text) > 45 or (text.isupper() and len(tokens) > 4):
        return False
    if tokens[0].lower() in _NO_NAME or tokens[-1].lower() in _NO_NAME:
        return False
    if not ((tokens[0][0].isupper() and tokens[-1][0].isupper()) or tokens[0][:3].lower() in ("al-", "el-")):
        return False
    return all(
        _NAME_WORD.match(token) and (token[0].isupper() or token in _PARTICLES or "-" in token) for token in tokens
    )


def may_be_person(name: str) -> bool:
    """Whether the words of a name-like text may be a person's: a known given name first, or no dictionary word at all."""
    kinds = [
        lexicon().kinds(fold(token)) for token in name.split() if token not in _PARTICLES or token == name.split()[0]
    ]
    if kinds[0] & GIVEN and not (kinds[0] & (DEMONYM | PLACE) and not kinds[0] & COMMON_GIVEN):
        return all(kind & (GIVEN | SURNAME) or not kind & WORD for kind in kinds[1:])
    return not any(kind & (WORD | ROLE | DEMONYM | BODY | PLACE) for kind in kinds)
