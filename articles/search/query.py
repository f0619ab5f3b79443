"""What a reader wrote, as terms; and the words of texts as the index has them."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MOST_CHARACTERS = 200
MOST_TERMS = 12
SHORTEST_PREFIX = 2  # one letter begins too many words to be looked up in time

LETTERS = str.maketrans(
    {"ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d"}
    | {"ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ł": "l", "Ł": "l", "ı": "i"}
)
_ACCENTS = re.compile("[\u0300-\u036f]+")
WORD = re.compile("(?:[^\\W_][\u0300-\u036f]*)+")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″〝〞＂", '"'))
_SINGLE_QUOTED = re.compile(r"(?<!\w)[‘‚‹']([^‘’‚‹›'\"]+)[’‘›'](?!\w)")
_TERM = re.compile(r'(?P<no>-?)(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<bare>[^\s"]+))(?P<more>\*?)')

STOP_WORDS = frozenset(
    "a about after all also an and are as at be been but by for from had has have he her his if in into is it its more "
    "no not of on one or our out said she so than that the their them there they this to up was we were what when "
    "which who will with would you".split()
)
"""English words that stand in most articles; alone they find nothing, and in phrases they cost seconds."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after the other: (word as written, its distance from the one before)."""

    words: tuple[tuple[str, int], ...]
    prefix: bool = False  # the last word only begins so
    exact: bool = True  # else the plural or singular will do

    def forms(self) -> tuple[str, ...]:
        """The spellings that stand for a single word."""
        word = self.words[0][0]
        if self.exact or self.prefix or len(word) < 4:
            return (word,)
        if word[-1] not in "sS":
            return (word, f"{word}s")
        return (word,) if word[-2] in "sS" else (word, word[:-1])


@dataclass(frozen=True, slots=True)
class Query:
    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()
    too_common: bool = False  # something was asked for, but nothing rarer than a stop word

    def __bool__(self) -> bool:
        return bool(self.wanted)


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word as the index has it: lower case, without accents."""
    if word.isascii():
        return word.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", word.translate(LETTERS)).lower())


def parse(text: str) -> Query:
    """What a reader wrote, as terms that must all stand in an article.

    "Words between quotation marks" of any kind stand together, begin* finds what begins so, -word leaves articles out.
    Everything else is words; no text is an error.
    """
    text = _SINGLE_QUOTED.sub(r'"\1"', text[:MOST_CHARACTERS].translate(_QUOTES))
    wanted: dict[Term, None] = {}
    unwanted: dict[Term, None] = {}
    too_common = False
    for match in _TERM.finditer(text):
        quoted = match["phrase"] is not None
        piece = match["phrase"] if quoted else match["bare"]
        term = _term(piece, prefix=bool(match["more"]) or (not quoted and piece.endswith("*")), exact=quoted)
        if term is not None:
            (unwanted if match["no"] else wanted)[term] = None
        elif WORD.search(piece) and not match["no"]:
            too_common = True
    return Query(tuple(wanted)[:MOST_TERMS], tuple(unwanted)[:MOST_TERMS], too_common and not wanted)


def _term(piece: str, *, prefix: bool, exact: bool) -> Term | None:
    found = WORD.findall(piece)
    prefix = prefix and bool(found) and len(found[-1]) >= SHORTEST_PREFIX
    words: list[tuple[str, int]] = []
    distance = 1
    for place, word in enumerate(found):
        if fold(word) in STOP_WORDS and not (prefix and place == len(found) - 1):
            distance += 1
        else:
            words.append((word, distance if words else 1))
            distance = 1
    if not words:
        return None
    return Term(tuple(words), prefix=prefix and words[-1][0] == found[-1], exact=exact or len(words) > 1)
