"""Whether two roles as written may be one person's: the second opinion before two names are taken for one person."""

import re
from collections.abc import Iterable

from articles.text.people.lexicon import RANK, RELATION, ROLE, lexicon

FIELDS: dict[str, str] = {
    "government": "cabinet president premier minister chancellor secretary senator congressman congresswoman lawmaker "
    "legislator "
    "mp governor mayor councillor councilor councilman councilwoman ambassador envoy diplomat commissioner deputy "
    "politician candidate spokesman spokeswoman spokesperson leader king queen prince princess emir sultan treasurer",
    "sport": "striker midfielder defender goalkeeper keeper forward winger captain coach manager player batter "
    "batsman bowler pitcher quarterback sprinter swimmer cyclist boxer golfer skier footballer cricketer athlete "
    "champion referee umpire jockey wrestler gymnast rower",
    "law": "judge justice magistrate prosecutor lawyer attorney barrister solicitor advocate sheriff",
    "police": "detective inspector constable sergeant superintendent commissioner officer policeman policewoman",
    "crime": "defendant suspect victim fugitive gunman murderer killer convict",
    "armed forces": "general colonel admiral brigadier lieutenant commander soldier major marshal",
    "arts": "actor actress singer novelist author poet painter sculptor cellist pianist violinist musician rapper "
    "director filmmaker playwright dancer choreographer composer curator comedian",
    "business": "managing chairman chairwoman executive founder entrepreneur investor banker economist analyst trader "
    "ceo cfo president governor treasurer",
    "science": "professor scientist researcher biologist physicist chemist geologist volcanologist epidemiologist "
    "astronomer engineer climatologist seismologist",
    "medicine": "doctor surgeon nurse paramedic physician midwife pharmacist psychiatrist superintendent professor",
    "faith": "bishop archbishop cardinal priest imam rabbi pastor vicar reverend pope",
    "press": "journalist reporter correspondent editor columnist broadcaster presenter anchor",
    "trades": "farmer teacher fisherman driver shopkeeper electrician plumber carpenter student pupil headteacher "
    "resident",
}
"""Field of life -> the nouns of its roles, some of which are of several. Written for this project; a role without a
listed noun settles nothing."""

_FIELDS_OF: dict[str, set[str]] = {}
for _name, _listed in FIELDS.items():
    for _noun in _listed.split():
        _FIELDS_OF.setdefault(_noun, set()).add(_name)
_MIXED = frozenset(
    {"officer", "director", "manager", "captain", "general", "major", "leader", "secretary", "commander"}
)
"""Nouns of several fields (a company's officer, a film's director) agree with themselves and contradict nobody."""

_HEADS = frozenset(
    "head heads chief chair chairs chairman chairwoman boss leader leads governor president director executive officer commander".split()
)
_LEADING = frozenset("heads leads chairs headed led chaired founded represents".split())
_SMALL = frozenset(
    "the and for new old former deputy vice acting its their his her first top outgoing long-time".split()
)
_IN_FULL = {
    "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "col": "colonel", "capt": "captain",
    "cllr": "councillor", "coun": "councillor", "councilor": "councillor", "prof": "professor", "supt": "superintendent",
    "det": "detective", "sgt": "sergeant", "pres": "president", "lt": "lieutenant", "maj": "major", "insp": "inspector",
    "premier": "prime", "pm": "prime", "mp": "lawmaker", "legislator": "lawmaker", "parliamentarian": "lawmaker", "spokeswoman": "spokesman", "spokesperson": "spokesman",
}  # fmt: skip
"""Titles that say the same."""
_PRIVATE = frozenset(
    (FIELDS["trades"] + " " + FIELDS["crime"] + " man woman boy girl child mother father parent widow widower pensioner "
     "neighbour neighbor villager local witness eyewitness survivor shopper customer passenger motorist commuter tourist "
     "visitor guest host worker labourer laborer grocer baker butcher waiter cleaner clerk cashier salesman hairdresser "
     "builder mechanic volunteer protester protestor demonstrator voter fan supporter owner colleague friend worshipper "
     "patient refugee migrant prisoner inmate hostage casualty hero vendor trader").split()
)  # fmt: skip
"""Nouns of people who are in the news once: what they do for a living, or where they stood when it happened."""
_PAST = re.compile(r"\b(?:former|formerly|ex|retired|late|onetime|one-time|then|past)\b", re.IGNORECASE)

_WORD = re.compile(r"[^\W\d_]+")


def _nouns(role: str) -> set[str]:
    words = (word.casefold() for word in _WORD.findall(role.replace(".", "")))
    return {word if word in _FIELDS_OF else word.removesuffix("s") for word in words} & _FIELDS_OF.keys()


def fields(roles: Iterable[str]) -> set[str]:
    """The fields of life that roles as written belong to; a noun of several fields tells none."""
    return {field for role in roles for noun in _nouns(role) - _MIXED for field in _FIELDS_OF[noun]}


def is_of_public_life(role: str) -> bool:
    """Whether a role is one by which news knows a person again: an office, a trade before the public, somebody's head."""
    return bool(_role_words(role) - _PRIVATE)


def is_of_kin(role: str) -> bool:
    """Whether a role says no more than whose wife or brother somebody is."""
    kinds = lexicon().kinds
    found = _role_words(role)
    return bool(found) and all(kinds(word) & RELATION for word in found)


def _role_words(role: str) -> set[str]:
    """The nouns of a role as written, and verbs that stand for one ("leads the agency")."""
    words = [word.casefold() for word in _WORD.findall(role.replace(".", ""))]
    kinds = lexicon().kinds
    known = {word for word in words if kinds(word) & (ROLE | RANK) or word in _FIELDS_OF or word in _HEADS}
    found = {_IN_FULL.get(word, word) for word in known}
    if "parliament" in words and words[0] in ("member", "opposition", "deputy"):
        found = found - {"member", "deputy"} | {"lawmaker"}
    if "prime" in words or "prime" in found:
        found = found - {"minister"} | {"prime"}
    return found | {word for word in words[:1] if word in _LEADING}


def _head_the_same(one: str, other: str) -> bool:
    """ "Fed chair" and "head of the Fed": both stand above something, and it has a word in common."""
    words = [{word.casefold() for word in _WORD.findall(role)} for role in (one, other)]
    if not all(part & _HEADS for part in words):
        return False
    stems = [{word[:5] for word in part - _HEADS if len(word) > 2 and word not in _SMALL} for part in words]
    return bool(stems[0] & stems[1])


def same_role(one: str, other: str) -> bool | None:
    """True when two roles as written share a noun or are the same words, False when they belong to fields of life that
    one person hardly has both of ("judge", "midfielder"), None when nothing can be said."""
    if _WORD.findall(one.casefold().replace(".", "")) == _WORD.findall(other.casefold().replace(".", "")):
        return True
    nouns, others = _nouns(one), _nouns(other)
    if nouns & others or _head_the_same(one, other) or (_role_words(one) & _role_words(other)) - _PRIVATE - _HEADS:
        return True
    if _PAST.search(one) or _PAST.search(other):
        return None  # a former footballer may be a minister
    ours, theirs = fields([one]), fields([other])
    return False if ours and theirs and not ours & theirs else None
