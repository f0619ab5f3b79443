"""What a word may be, from the tables in `data/`: a given name, a role, a place ... Read once, when first asked."""

import gzip
import re
import unicodedata
from dataclasses import dataclass, field
from enum import IntFlag
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"

# Letters that no accent folding reaches, as English-language outlets write them.
_LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ħ": "h", "ŋ": "n",
    "ə": "a", "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-", "−": "-", "\u00ad": "",
})  # fmt: skip


def fold(text: str) -> str:
    """Lower case without accents, apostrophes and hyphens made plain: the form in which all tables are kept."""
    lower = text.lower()
    if lower.isascii():
        return lower.replace("`", "'")
    plain = unicodedata.normalize("NFKD", lower.translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(_LETTERS)


class Kind(IntFlag):
    """What a word may be. A word is often several: "May" is a month, a name and a verb."""

    GIVEN = 1
    COMMON_GIVEN = 2
    SURNAME = 4
    COMMON_SURNAME = 8
    WORD = 16  # an ordinary word that a dictionary lists in lower case
    PLACE = 32
    FUNCTION = 64  # words that no name begins with: "However", "The", "When"
    ROLE = 128
    HONORIFIC = 256
    REGNAL = 512
    RANK = 1024
    DEMONYM = 2048
    THING = 4096
    THING_OR_NAME = 8192
    THING_BEFORE = 16384
    BODY = 32768  # a company, outlet, party or movement
    TEAM = 65536
    MONTH = 131072
    WEEKDAY = 262144
    FAMILY_FIRST = 524288
    SUFFIX = 1048576
    MODIFIER = 2097152
    FEMALE = 4194304
    MALE = 8388608
    SAY = 16777216
    HUMAN = 33554432
    RELATION = 67108864
    PLURAL_ROLE = 134217728
    ROLE_STOP = 268435456
    OF_BODIES = 536870912  # a role that a company or country may have: "rival", "owner"
    LEADS = 1073741824
    APPOSED = 2147483648  # what stands right after it is a thing: "the ferry ..."
    FOLLOWING = 4294967296  # what stands right before it is a thing: "... foundation"


# Plain integers: the flag class is slow to combine, and this is asked for every capitalised word.
GIVEN, COMMON_GIVEN, SURNAME, COMMON_SURNAME, WORD, PLACE, FUNCTION, ROLE = (1 << n for n in range(8))
HONORIFIC, REGNAL, RANK, DEMONYM, THING, THING_OR_NAME, THING_BEFORE, BODY = (1 << n for n in range(8, 16))
TEAM, MONTH, WEEKDAY, FAMILY_FIRST, SUFFIX, MODIFIER, FEMALE, MALE = (1 << n for n in range(16, 24))
SAY, HUMAN, RELATION, PLURAL_ROLE, ROLE_STOP, OF_BODIES, LEADS, APPOSED, FOLLOWING = (1 << n for n in range(24, 33))

_TABLES = {
    "given": GIVEN, "given-common": GIVEN | COMMON_GIVEN, "given-female": FEMALE, "given-male": MALE,
    "surname": SURNAME, "surname-common": SURNAME | COMMON_SURNAME, "word": WORD, "place": PLACE,
    "function": FUNCTION, "role": ROLE, "honorific": HONORIFIC, "honorific-man": HONORIFIC | MALE,
    "honorific-woman": HONORIFIC | FEMALE, "regnal": REGNAL, "rank": RANK, "demonym": DEMONYM, "thing": THING,
    "thing-or-name": THING_OR_NAME, "thing-before": THING_BEFORE, "body": BODY, "team": TEAM, "month": MONTH,
    "weekday": WEEKDAY, "family-first": FAMILY_FIRST | SURNAME, "numeral": SUFFIX, "postnominal": FUNCTION, "role-modifier": MODIFIER,
    "role-of-bodies": OF_BODIES, "leads": LEADS, "thing-apposed": APPOSED, "thing-following": FOLLOWING, "say": SAY, "human": HUMAN, "relation": RELATION, "role-stop": ROLE_STOP,
    "given-more": GIVEN | COMMON_GIVEN, "surname-more": SURNAME,
}  # fmt: skip
# Endings that make the name of an occupation of any word: "summariser", "climatologist", "tram-driver".
_DOERS = (
    "ologist", "grapher", "maker", "keeper", "holder", "worker", "woman", "person", "iser", "izer", "ician", "istrator", "player", "runner", "driver",
    "trainer", "manager", "officer", "director", "leader", "founder", "editor", "dealer", "seller", "builder", "teacher", "fisher", "hunter", "cutter", "owner",
)  # fmt: skip
_BELOW = frozenset("vice deputy ex co lieutenant assistant acting".split())
_NO_MAN = frozenset("human inhuman superhuman subhuman talisman ottoman caiman shaman".split())
LONGEST_WORD = 40  # letters; what is longer is no word of any table
_PHRASES = {"not-person", "place"}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables as sets of folded words, and `kinds`, a memory of what has been asked."""

    tables: dict[str, frozenset[str]]
    phrases: frozenset[str]  # "san jose", "morgan stanley": several words that are no person
    short: dict[str, str]  # "joe" -> "joseph"
    _kinds: dict[str, int] = field(default_factory=dict)

    def kinds(self, word: str) -> int:
        """What the folded `word` may be, as bits."""
        known = self._kinds.get(word)
        if known is None:
            if len(word) > LONGEST_WORD:
                return 0
            if len(self._kinds) > 100_000:
                self._kinds.clear()
            known = self._kinds[word] = self._look_up(word)
        return known

    def _look_up(self, word: str) -> int:
        bits = 0
        for name, flag in _TABLES.items():
            if word in self.tables.get(name, ()):
                bits |= flag
        if "-" in word:
            bits |= self._of_parts([part for part in word.split("-") if part])
        elif "'" in word[1:2] and word.startswith(("o'", "d'", "l'", "n'", "m'", "al'")) and len(word) > 4:
            rest = word[word.index("'") + 1 :]
            bits |= SURNAME if rest in self.tables["surname"] or rest in self.tables["given"] else 0
        if not bits & ROLE and len(word) > 7 and word.endswith(_DOERS) and not bits & (GIVEN | SURNAME):
            bits |= ROLE
        if bits & WORD and word.endswith("man") and not bits & (GIVEN | SURNAME | DEMONYM) and word not in _NO_MAN:
            bits |= ROLE
        if not bits & ROLE and (singular := self._singular(word)):
            bits |= PLURAL_ROLE | (RELATION if singular in self.tables["relation"] else 0)
        return bits

    def _singular(self, word: str) -> str:
        roles = self.tables["role"]
        for ending, instead in (
            ("men", "man"),
            ("women", "woman"),
            ("ies", "y"),
            ("es", ""),
            ("s", ""),
            ("wives", "wife"),
        ):
            if word.endswith(ending) and len(word) > len(ending) + 2 and word[: -len(ending)] + instead in roles:
                return word[: -len(ending)] + instead
        return ""

    def _of_parts(self, parts: list[str]) -> int:
        """A hyphenated word is a name when all its parts are, and a demonym or place when one of them is."""
        kinds = [self.kinds(part) for part in parts]
        bits = 0
        if kinds and all(k & (GIVEN | SURNAME) for k in kinds):
            bits |= SURNAME | (GIVEN if kinds[0] & GIVEN and kinds[-1] & GIVEN else 0)
        if any(k & DEMONYM or (k & PLACE and not k & (GIVEN | SURNAME)) for k in kinds):
            bits |= DEMONYM
        if kinds and kinds[-1] & ROLE and (not bits & SURNAME or parts[0] in _BELOW):
            bits = ROLE
        return bits


def _sections(text: str) -> dict[str, str]:
    pieces = re.split(r"^\[([a-z-]+)\]\n", text, flags=re.MULTILINE)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


@cache
def lexicon() -> Lexicon:
    """The tables of `data/`, read at the first call (some 60 ms)."""
    tables: dict[str, frozenset[str]] = {}
    for name, body in _sections(gzip.decompress((DATA / "lexicon.txt.gz").read_bytes()).decode("ascii")).items():
        tables[name] = frozenset(body.splitlines())
    short: dict[str, str] = {}
    for file in ("people.txt", "things.txt", "names.txt"):
        text = re.sub(r"#.*", "", (DATA / file).read_text(encoding="ascii"))
        for name, body in _sections(text).items():
            entries = body.split()
            if name == "short":
                short = dict(entry.split("=") for entry in reversed(entries))
            words = frozenset(entry.replace("_", " ") for entry in entries)
            tables[name] = tables.get(name, frozenset()) | words
    phrases = frozenset(entry for name in _PHRASES for entry in tables[name] if " " in entry)
    return Lexicon(tables, phrases, short)
