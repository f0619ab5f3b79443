"""Words of a reading text, with what each may be. One pass, shared by the finder of names and the roles."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from sys import intern

from articles.text.people.lexicon import FAMILY_FIRST, GIVEN, SUFFIX, SURNAME, WORD, Lexicon, fold

LOWER, CAPITAL, INITIAL, NUMBER, MARK = range(5)

_TOKEN = re.compile(
    r"(?P<initial>(?:[^\W\d_]\.-?){1,5}(?<!-)(?![^\W_]))"  # J. / J.K. / U.S. (a lower-case one is no initial, see below)
    r"|(?P<word>(?<=\s)(?:['’]t|[ad]/[lp]|[sd]/o)(?=\s[A-Z])|[^\W\d_]++(?:['’ʼ‘`‐‑-][^\W\d_]++)*+)"  # van 't Hof, a/l
    r"|(?P<number>\d[\w.,:%-]*+)"
    r"|(?P<mark>[^\s\w]|_)"
)
_HYPHEN = re.compile("[-‐‑]")

# A full stop after one of these ends no sentence and belongs to the word.
_ABBREVIATED = frozenset(
    "mr mrs ms mx dr st ste jr sr gen lt col maj sgt capt cpl pvt pte adm cmdr cdr sen sens rep reps gov govs rev revd prof"
    " hon pres det insp supt inc corp ltd co fr msgr atty ma mt ft cllr messrs brig cst engr amb dept esq bros no asst ssgt".split()
)
_MAY_END_SENTENCE = frozenset("jr sr inc corp ltd co esq bros".split())

# Right halves that make a compound of a name: "Biden-era", "Putin-backed". Korean and Chinese given names look alike
# ("Jae-in", "Ki-moon", "Ing-wen"), so a half is cut off only when it is one of these or too long for a syllable.
_COMPOUND = frozenset(
    "era led style backed linked type like based born run held owned ally esque ish free only first plus made built hit"
    " area wide rich bound level class win fan fans deal plan talks call visit meeting summit war gate mania watch".split()
)
_PREFIX = frozenset("anti pro non ex pre post then mid half un neo trans inter co".split())
_JOINING = frozenset("al el ul ur as an ad ar az bin ibn de la le d van ben abu".split())
_SENTENCE_END = frozenset('!?…:;“”"«»„•*–—―')


@dataclass(slots=True)
class Token:
    """A word, number or mark. `low` is the folded form without possessive ending, `kinds` the lexicon's bits."""

    text: str
    start: int
    end: int
    shape: int
    low: str
    kinds: int
    space: bool  # white space stands before it
    opens: bool  # first word of a sentence, or after a colon, a dash or a quotation mark
    possessive: bool = False
    shouted: bool = False  # all capitals, two letters or more


def tokens(text: str, lexicon: Lexicon) -> list[Token]:
    """All tokens of a reading text, in order."""
    found: list[Token] = []
    opens, last_end = True, 0
    kinds = lexicon.kinds
    single = "‘" in text or " '" in text  # single quotation marks are in use: a final one may close a quotation
    for match in _TOKEN.finditer(text):
        # A text says the same words again and again: a word is kept once, however often it stands there.
        group, word, start, end = match.lastgroup, intern(match.group()), match.start(), match.end()
        space = start > last_end or start == 0
        last_end = end
        if group == "word":
            _add_word(found, word, start, end, space, opens, kinds)
            opens = False
        elif group == "mark":
            before = found[-1] if found else None
            if (
                word == "."
                and before is not None
                and not space
                and before.shape == CAPITAL
                and (before.low in _ABBREVIATED or before.text in ("Md", "Mohd"))
            ):
                before.text, before.end = before.text + ".", end
                opens = before.low in _MAY_END_SENTENCE
                continue
            if (
                word in "’'"
                and before is not None
                and not space
                and before.shape != MARK
                and before.text[-1:] in "sS"
                and text[end : end + 1] == " "
                and not single
            ):
                before.possessive = True  # "the dockers’ union"
                continue
            if (
                before is not None
                and word in "’'"
                and not space
                and not single
                and _ends_in_apostrophe(before, text, end)
            ):
                before.text, before.end = before.text + word, end
                continue
            found.append(Token(word, start, end, MARK, word, 0, space, opens))
            opens = opens or word == "." or word in _SENTENCE_END or (word == "-" and space)
        elif group == "initial" and word[0].isupper():
            found.append(Token(word, start, end, INITIAL, intern(fold(word)), 0, space, opens))
            opens = False
        elif group == "initial":  # "a." at the end of a sentence
            _add_word(found, word[:-1], start, end - 1, space, opens, kinds)
            found.append(Token(".", end - 1, end, MARK, ".", 0, False, False))
            opens = True
        else:
            found.append(Token(word, start, end, NUMBER, word.lower(), 0, space, opens))
            opens = word[-1] in ".:"
    return found


def _ends_in_apostrophe(before: Token, text: str, end: int) -> bool:
    """ "Ochieng’ Omondi": an apostrophe that is a letter of a Luo or Maasai name, and no end of a quotation."""
    if before.shape != CAPITAL or len(before.text) < 3 or before.kinds & WORD:
        return False
    return (
        text[end : end + 1] == " " and before.low.endswith(("ng", "ny", "n", "g", "k", "m")) and before.low[-2:] != "in"
    )


def _add_word(
    found: list[Token], word: str, start: int, end: int, space: bool, opens: bool, kinds: Callable[[str], int]
) -> None:
    possessive = False
    if len(word) > 2 and word[-1] in "sS" and word[-2] in "'’ʼ`‘":
        word, end, possessive = word[:-2], end - 2, True
    upper = word[0].isupper() or word[0].istitle()
    if not upper and word.islower():
        found.append(Token(word, start, end, LOWER, low := intern(fold(word)), kinds(low), space, opens, possessive))
        return
    shape = CAPITAL if upper else LOWER
    parts = _HYPHEN.split(word)
    if len(parts) > 1:
        if upper and parts[-1][:1].islower() and parts[0].lower() not in _PREFIX and _is_compound(parts, found, kinds):
            _split(found, word, len(parts[0]), CAPITAL, start, end, (space, opens, possessive), kinds)
            return
        if len(parts) == 2 and parts[0].lower() in _PREFIX and parts[1][:1].isupper():
            _split(found, word, len(parts[0]) + 1, LOWER, start, end, (space, opens, possessive), kinds)
            return
        if not upper:
            shape = CAPITAL if parts[0] in _JOINING else LOWER
    elif not upper:
        # d'Estaing, and brands such as "iPhone", which stay lower case
        shape = CAPITAL if len(word) > 3 and word[1] in "'’" and word[2].isupper() else LOWER
    low = intern(fold(word))
    bits = kinds(low)
    if not word.isascii() and bits & WORD and low != word.lower().replace("’", "'"):
        bits &= ~WORD  # "Tomé" is not the word "tome"
    if not bits and len(word) > 4 and word[:2] == "Mc" and word[2].isupper():
        bits = SURNAME
    shouted = len(word) > 1 and word.isupper()
    if bits & SUFFIX and not shouted and low not in ("jr", "sr", "junior", "senior"):
        bits &= ~SUFFIX  # "XI" is a numeral, "Xi" a name
    found.append(Token(word, start, end, shape, low, bits, space, opens, possessive, shouted))


def _split(
    found: list[Token],
    word: str,
    at: int,
    shape: int,
    start: int,
    end: int,
    flags: tuple[bool, bool, bool],
    kinds: Callable[[str], int],
) -> None:
    """ "Biden-era" and "anti-Trump" are two tokens each: the name is one of them."""
    space, opens, possessive = flags
    left, right = word[:at], word[at:]
    low = intern(fold(left))
    found.append(
        Token(left, start, start + at, shape, low, kinds(low), space, opens, False, len(left) > 1 and left.isupper())
    )
    low = intern(fold(right))
    shape = CAPITAL if right[0].isupper() else LOWER
    found.append(Token(right, start + at, end, shape, low, kinds(low), shape == CAPITAL, False, possessive))


def _is_compound(parts: list[str], found: list[Token], kinds: Callable[[str], int]) -> bool:
    right = parts[-1]
    before = found[-1] if found else None
    if before is not None and before.shape == CAPITAL and before.kinds & FAMILY_FIRST and right not in _COMPOUND:
        return False
    if right in _COMPOUND or len(right) > 5 or (len(right) > 4 and right.endswith("ed")):
        return True
    return not kinds(fold("-".join(parts))) & (GIVEN | SURNAME) and len(parts[0]) > 6
