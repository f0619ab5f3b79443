"""Spellings of one name: "Sergey Lavrov" and "Sergei Lavrov". Proposes only; what merges needs a second agreement.

The folding was set by hand on pairs of romanisations that English-language outlets use side by side (Russian,
Ukrainian, Arabic, Chinese, Nordic). Equal keys are likely one name; near keys are worth a look by the desk."""

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from articles.text.people.lexicon import GIVEN, fold, lexicon

NEAR = 0.8
"""Share of a word's letters that must agree for two spellings of one word to be near each other."""

_LEADS = frozenset(
    "mr mrs ms miss dr sir dame lord lady prof professor rev hon the sheikh king queen prince princess pope".split()
)
_PARTICLES = frozenset(
    "al el ul ur as bin ibn bint abu abd van von der den de la le du di da dos das do del della ten ter dela".split()
)
_GENERATIONS = frozenset("jr sr junior senior ii iii iv".split())
_INITIALS = frozenset("sh ch kh zh ts yu ya ye th ph dz dj sz cz".split())
_SUFFIXES = frozenset("jr sr junior senior ii iii iv phd md kc qc mp esq obe mbe cbe".split())
_FOLDS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"[^a-z]", ""),
        (r"^[yj]e", "e"),  # Yevgeny, Evgeny
        (r"^t[sz](?!ch)", "c"),  # Tsipras, Çipras
        (r"ksh", "x"),  # Rajapaksha, Rajapaksa
        (r"tsch|cz", "ch"),
        (r"shch|sch", "sh"),
        (r"q[uv]|kw", "kv"),
        (r"kh|q|ck|c(?!h)", "k"),
        (r"ph", "f"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"w", "v"),
        (r"ks", "x"),
        (r"oe", "o"),
        (r"ae", "e"),
        (r"ue", "u"),
        (r"ou", "u"),
        (r"[iyj]*e[iyj]+(?=[aou])", "ei"),
        (r"[iyj]*e[iyj]+", "e"),  # Sergey, Sergei
        (r"(?<=[^aeiouy])[iyj]+e(?=.)", "e"),  # Aliyev, Aliev
        (r"ee", "i"),
        (r"oo", "u"),
        (r"[iyj]+", "i"),  # Zelenskyy, Zelenskiy
        (r"([a-z])\1+", r"\1"),
    )
)
# Endings that tell two people apart: Maria and Mario, Ivanov and Ivanova, Kowalski and Kowalska.
_TELLING = re.compile(r"(?:(?P<f>ova|eva|ina|aya)|(?P<m>ov|ev|yov)|(?P<ska>ska)|(?P<ski>sk[iyj]+)|(?P<a>a)|(?P<o>o))\Z")
_VOWELS = re.compile(r"[aeiou]")
# First letters that change with the romanisation: Gaddafi and Qaddafi, Osama and Usama.
_FIRST = str.maketrans({"g": "k", "u": "o", "e": "i"})


@lru_cache(maxsize=20_000)
def _folded_word(word: str) -> str:
    for pattern, instead in _FOLDS:
        word = pattern.sub(instead, word)
    return word


@lru_cache(maxsize=20_000)
def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name without titles, particles and suffixes, hyphenated words apart."""
    plain = re.sub(r"[\"“”()]", " ", fold(name))
    words = [word.strip(".'") for word in re.split(r"[\s\-.]+", plain) if word.strip(".',")]
    words = [word.rstrip(",") for word in words]
    while len(words) > 1 and words[0] in _LEADS:
        words.pop(0)
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    kept = [word for word in words if word not in _PARTICLES]
    return tuple(kept or words)


@lru_cache(maxsize=20_000)
def folded_key(name: str) -> str:
    """The key under which spellings of one name meet: "Sergey Lavrov" and "Sergei Lavrov" have the same.

    In: a name as written. Out: folded words joined by one space; never empty for a name with a letter."""
    words = words_of(name)
    return " ".join(_folded_word(word) or word for word in words) or fold(name).strip()


def same_spelling(a: str, b: str) -> str:
    """Whether two full names may be spellings of one: "equal", "near" or "different".

    "equal" may merge when something else agrees (one report, one role); "near" is a proposal for the desk. A surname
    alone is never the same as anything but itself, word for word."""
    first, second = words_of(a), words_of(b)
    if not first or not second:
        return "different"
    if first == second or letters_of(a) == letters_of(b):
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


def may_be_one(a: str, b: str) -> bool:
    """Whether two names as written, a surname alone among them, may be one person's."""
    first, second = words_of(a), words_of(b)
    if not first or not second or same_spelling(a, b) != "different":
        return True
    one_word = len(first) == 1 or len(second) == 1
    return one_word and _same_word(first[-1], second[-1], family=True) != "different"


def is_short_form(a: str, b: str) -> bool:
    """Whether two near full names differ only as outlets do: a nickname, an initial, a middle name, other vowels.

    Two given names that are both known are two people's, unless one is short for the other: Karen and Kiran."""
    first, second = words_of(a), words_of(b)
    if same_spelling(a, b) == "equal":
        return True
    if len(first) < 2 or len(second) < 2 or first[-1][:1] != second[-1][:1]:
        return False
    one, other = sorted((first[0], second[0]), key=len)
    short, kinds = lexicon().short, lexicon().kinds
    if one == other or _is_part(one, other) or short.get(one, one) == short.get(other, other):
        return True
    if _is_initial(one):
        return other.startswith(one)
    consonants = _VOWELS.sub("", _folded_word(one)) == _VOWELS.sub("", _folded_word(other))
    return consonants and not kinds(one) & kinds(other) & GIVEN


def _is_initial(word: str) -> bool:
    """ "S." and, of names in other scripts, "Sh." for Shukhrat."""
    return len(word) == 1 or word in _INITIALS


def _is_part(shorter: str, longer: str) -> bool:
    """Whether a given name begins or ends another: Tobi, Oluwatobi. Endings that tell two apart are no part."""
    return 4 <= len(shorter) < len(longer) - 1 and longer.startswith(shorter) + longer.endswith(shorter) > 0


def suffix_of(name: str) -> str:
    """What tells a son from the father named after him: "jr", "sr", "iii"; empty where nothing does."""
    last = fold(name).replace(",", " ").split()[-1:]
    word = last[0].strip(".") if last else ""
    return {"junior": "jr", "senior": "sr"}.get(word, word) if word in _GENERATIONS else ""


@lru_cache(maxsize=20_000)
def letters_of(name: str) -> str:
    """A name without spaces, hyphens and titles: "Van Acker" and "Vanacker" have the same."""
    words = re.split(r"[\s\-.]+", fold(name))
    while len(words) > 1 and words[0] in _LEADS:
        words.pop(0)
    while len(words) > 1 and words[-1].strip(".,") in _SUFFIXES:
        words.pop()
    return re.sub(r"[^a-z]", "", "".join(words))


def _reversed(first: tuple[str, ...], second: tuple[str, ...]) -> str:
    """ "Kim Jong Un" and "Jong Un Kim": the family name at the other end."""
    turned = [*first[1:], first[0]]
    return "near" if [_folded_word(w) for w in turned] == [_folded_word(w) for w in second] else "different"


def _same_given(first: tuple[str, ...], second: tuple[str, ...]) -> str:
    head = _same_word(first[0], second[0])
    if head == "different":
        joined = len(first) != len(second) and _folded_word("".join(first)) == _folded_word("".join(second))
        return "equal" if joined else "different"
    if len(first) == len(second):
        rest = [_same_word(a, b) for a, b in zip(first[1:], second[1:], strict=True)]
        return (
            "different"
            if "different" in rest
            else ("equal" if head == "equal" and all(r == "equal" for r in rest) else "near")
        )
    return "near"


def _same_word(a: str, b: str, *, family: bool = False) -> str:
    if a == b:
        return "equal"
    if not family and (_is_initial(a) or _is_initial(b)):
        return "near" if a.startswith(b) or b.startswith(a) else "different"
    one, other = _folded_word(a), _folded_word(b)
    short = lexicon().short
    nickname = not family and (short.get(a, a) == short.get(b, b) or _is_part(*sorted((a, b), key=len)))
    if family and len(a) != len(b) and a.removesuffix("ova") == b.removesuffix("ova"):
        return "near"  # Horváth, as some write Horváthová
    if _ending(a) != _ending(b):
        return "near" if nickname else "different"
    shortest = min(len(one), len(other))
    if one == other:
        return "equal" if shortest > 3 or len(a) == len(b) else "near"
    if nickname:
        return "near"
    if shortest < 4 or one[0].translate(_FIRST) != other[0].translate(_FIRST):
        return "different"
    if _VOWELS.sub("", one[1:]) == _VOWELS.sub("", other[1:]):
        return "near"
    return "near" if DamerauLevenshtein.normalized_similarity(one, other) >= NEAR else "different"


def _ending(word: str) -> str:
    match = _TELLING.search(word)
    return match.lastgroup or "" if match else ""
