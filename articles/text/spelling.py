"""Spellings of one name: "Sergey Lavrov" and "Sergei Lavrov". Proposes only; what merges needs a second agreement.

The folding was set by hand on pairs of romanisations that English-language outlets use side by side (Russian,
Ukrainian, Arabic, Chinese, Nordic). Equal keys are likely one name; near keys are worth a look by the desk."""

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from articles.text.lexicon import fold, lexicon

NEAR = 0.8
"""Share of a word's letters that must agree for two spellings of one word to be near each other."""

_LEADS = frozenset("mr mrs ms miss dr sir dame lord lady prof professor rev hon the sheikh king queen prince princess pope".split())
_PARTICLES = frozenset("al el ul ur as bin ibn bint abu abd van von der den de la le du di da dos das do del della ten ter dela".split())
_SUFFIXES = frozenset("jr sr ii iii iv phd md kc qc mp esq obe mbe cbe".split())
_FOLDS = (
    (re.compile(r"[^a-z]"), ""),
    (re.compile(r"sch(?=[aeiouy])"), "sh"),
    (re.compile(r"tsch|tch|cz"), "ch"),
    (re.compile(r"shch|sch"), "sh"),
    (re.compile(r"kh|qu?|ck|c(?!h)"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dj|dzh"), "j"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"oe"), "o"),
    (re.compile(r"ae"), "e"),
    (re.compile(r"ue"), "u"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"(?<=[aeou])[iyj]+(?=[aeou])"), "i"),
    (re.compile(r"[iyj]*e[iyj]+"), "e"),
    (re.compile(r"[iyj]+(?=[eoau])"), "i"),
    (re.compile(r"(?<=[^aeiou])i(?=[eo])"), ""),
    (re.compile(r"ee"), "i"),
    (re.compile(r"oo"), "u"),
    (re.compile(r"[iyj]+"), "i"),
    (re.compile(r"([a-z])\1+"), r"\1"),
)
# Endings that tell two people apart: Maria and Mario, Ivanov and Ivanova, Kowalski and Kowalska.
_TELLING = re.compile(r"(?:ov|ova|ev|eva|in|ina|sky|ska|ski|skaya|aya|enko|o|a|son|sen|s|is|es|us|os)\Z")


@lru_cache(maxsize=20_000)
def _folded_word(word: str) -> str:
    for pattern, instead in _FOLDS:
        word = pattern.sub(instead, word)
    return word


def _words(name: str) -> list[str]:
    """The folded words of a name without titles, particles and suffixes, hyphenated words apart."""
    plain = re.sub(r"[\"“”()]", " ", fold(name))
    words = [word.strip(".'") for word in re.split(r"[\s\-]+", plain.replace("'s ", " ")) if word.strip(".',")]
    words = [word.rstrip(",") for word in words]
    while len(words) > 1 and words[0] in _LEADS:
        words.pop(0)
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    kept = [word for word in words if word not in _PARTICLES]
    return kept or words


@lru_cache(maxsize=20_000)
def folded_key(name: str) -> str:
    """The key under which spellings of one name meet: "Sergey Lavrov" and "Sergei Lavrov" have the same.

    In: a name as written. Out: folded words joined by one space; never empty for a name with a letter."""
    words = _words(name)
    return " ".join(_folded_word(word) or word for word in words) or fold(name).strip()


def same_spelling(a: str, b: str) -> str:
    """Whether two full names may be spellings of one: "equal", "near" or "different".

    "equal" may merge when something else agrees (one report, one role); "near" is a proposal for the desk. A surname
    alone is never the same as anything but itself, word for word."""
    first, second = _words(a), _words(b)
    if not first or not second:
        return "different"
    if first == second:
        return "equal"
    if len(first) == 1 or len(second) == 1:
        return "different"
    surname = _same_word(first[-1], second[-1], family=True)
    if surname == "different":
        return _reversed(first, second)
    given = _same_given(first[:-1], second[:-1])
    if "different" in (surname, given):
        return "different"
    return "equal" if surname == given == "equal" else "near"


def _reversed(first: list[str], second: list[str]) -> str:
    """ "Kim Jong Un" and "Jong Un Kim": the family name at the other end."""
    turned = [*first[1:], first[0]]
    return "near" if [_folded_word(w) for w in turned] == [_folded_word(w) for w in second] else "different"


def _same_given(first: list[str], second: list[str]) -> str:
    head = _same_word(first[0], second[0])
    if head == "different":
        return "equal" if _folded_word("".join(first)) == _folded_word("".join(second)) else "different"
    if len(first) == len(second):
        rest = [_same_word(a, b) for a, b in zip(first[1:], second[1:], strict=True)]
        return "different" if "different" in rest else ("equal" if head == "equal" and all(r == "equal" for r in rest) else "near")
    return "near"


def _same_word(a: str, b: str, *, family: bool = False) -> str:
    if a == b:
        return "equal"
    if not family and (len(a) == 1 or len(b) == 1):
        return "near" if a[0] == b[0] else "different"
    short = lexicon().short
    if not family and short.get(a, a) == short.get(b, b):
        return "near"
    one, other = _folded_word(a), _folded_word(b)
    if one == other:
        return "equal" if _keeps_ending(a, b) else "different"
    if min(len(one), len(other)) < 4 or one[0] != other[0] or not _keeps_ending(a, b):
        return "different"
    vowels = re.compile(r"[aeiou]")
    if vowels.sub("", one) == vowels.sub("", other) and len(one) > 3:
        return "near"
    return "near" if DamerauLevenshtein.normalized_similarity(one, other) >= NEAR else "different"


def _keeps_ending(a: str, b: str) -> bool:
    """False where the two differ in an ending that tells people apart."""
    common = 0
    while common < min(len(a), len(b)) and a[common] == b[common]:
        common += 1
    rest = {a[common:], b[common:]}
    return not rest & {"a", "o", "ova", "eva", "ina", "ov", "ev", "aya", "na"} and not (
        a[-1:] != b[-1:] and {a[-1:], b[-1:]} <= set("aosei") | {""} and {a[-1:], b[-1:]} & set("ao") and common >= min(len(a), len(b)) - 1
    )
