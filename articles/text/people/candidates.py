"""A stretch of a text that may name a person, with all that was seen around it."""

from dataclasses import dataclass, field

from articles.text.people.breaks import PARTICLES
from articles.text.people.lexicon import GIVEN, SUFFIX
from articles.text.people.roles import RolePhrase
from articles.text.people.tokens import Token


@dataclass(slots=True, eq=False)
class Candidate:
    """A stretch that may name a person, with all that was seen around it."""

    passage: int
    first: int  # tokens[first:last]
    last: int
    start: int  # text[start:end] of the passage's reading text
    end: int
    parts: tuple[str, ...]  # folded name words without particles and suffixes
    score: float
    role: RolePhrase | None = None
    after: RolePhrase | None = None
    gender: str = ""  # of an honorific: "f", "m"
    honorific: bool = False
    strong: bool = False  # a title, role, age or reporting verb speaks for a person
    lone: bool = False
    plain: bool = True  # stands in running text, not in a headline
    regnal: bool = False
    junior: bool = False
    suffix: str = ""  # "jr" or "sr" where it is written
    ordinary: bool = False  # every part is also an ordinary word, place or thing
    notes: set[str] = field(default_factory=set)


def bare(word: str) -> str:
    """ "al-assad" is "assad": outlets write the article or leave it out."""
    return word[3:] if word.startswith(("al-", "el-", "ul-")) and len(word) > 5 else word


def name_parts(tokens: list[Token], indexes: list[int]) -> tuple[str, ...]:
    parts = []
    for n in indexes:
        token = tokens[n]
        if token.kinds & SUFFIX and n != indexes[0] and not (token.kinds & GIVEN and not token.shouted):
            continue
        low = bare(token.low)
        if low in PARTICLES and len(indexes) > 1 and n != indexes[-1]:
            continue
        parts.append(low)
    return tuple(parts)
