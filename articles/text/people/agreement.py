"""Whether two roles as written may be one person's: the second opinion before two names are taken for one person."""

import re
from collections.abc import Iterable

FIELDS: dict[str, str] = {
    "government": "cabinet president premier minister chancellor secretary senator congressman congresswoman lawmaker "
    "legislator "
    "mp governor mayor councillor councilor councilman councilwoman ambassador envoy diplomat commissioner deputy "
    "politician candidate spokesman spokeswoman spokesperson leader king queen prince princess emir sultan treasurer",
    "sport": "striker midfielder defender goalkeeper keeper forward winger captain coach manager player batter "
    "batsman bowler pitcher quarterback sprinter swimmer cyclist boxer golfer skier footballer cricketer athlete "
    "champion referee umpire jockey wrestler gymnast rower",
    "law": "judge justice magistrate prosecutor lawyer attorney barrister solicitor advocate sheriff",
    "police": "detective inspector constable sergeant superintendent officer policeman policewoman",
    "crime": "defendant suspect victim fugitive gunman murderer killer convict",
    "armed forces": "general colonel admiral brigadier lieutenant commander soldier major marshal",
    "arts": "actor actress singer novelist author poet painter sculptor cellist pianist violinist musician rapper "
    "director filmmaker playwright dancer choreographer composer curator comedian",
    "business": "managing chairman chairwoman executive founder entrepreneur investor banker economist analyst trader "
    "ceo cfo",
    "science": "professor scientist researcher biologist physicist chemist geologist volcanologist epidemiologist "
    "astronomer engineer climatologist seismologist",
    "medicine": "doctor surgeon nurse paramedic physician midwife pharmacist psychiatrist",
    "faith": "bishop archbishop cardinal priest imam rabbi pastor vicar reverend pope",
    "press": "journalist reporter correspondent editor columnist broadcaster presenter anchor",
    "trades": "farmer teacher fisherman driver shopkeeper electrician plumber carpenter student pupil headteacher "
    "resident",
}
"""Field of life -> the nouns of its roles. Written for this project; a role without a listed noun settles nothing."""

_FIELD_OF = {noun: name for name, nouns in FIELDS.items() for noun in nouns.split()}
_MIXED = frozenset(
    {"officer", "director", "manager", "captain", "general", "major", "leader", "secretary", "commander"}
)
"""Nouns of several fields (a company's officer, a film's director) agree with themselves and contradict nobody."""

_WORD = re.compile(r"[^\W\d_]+")


def _nouns(role: str) -> set[str]:
    words = (word.casefold() for word in _WORD.findall(role.replace(".", "")))
    return {word if word in _FIELD_OF else word.removesuffix("s") for word in words} & _FIELD_OF.keys()


def fields(roles: Iterable[str]) -> set[str]:
    """The fields of life that roles as written belong to; a noun of several fields tells none."""
    return {_FIELD_OF[noun] for role in roles for noun in _nouns(role) - _MIXED}


def same_role(one: str, other: str) -> bool | None:
    """True when two roles as written share a noun or are the same words, False when they belong to fields of life that
    one person hardly has both of ("judge", "midfielder"), None when nothing can be said."""
    if _WORD.findall(one.casefold().replace(".", "")) == _WORD.findall(other.casefold().replace(".", "")):
        return True
    nouns, others = _nouns(one), _nouns(other)
    if nouns & others:
        return True
    ours, theirs = fields([one]), fields([other])
    return False if ours and theirs and not ours & theirs else None
