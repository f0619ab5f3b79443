"""Words of reported speech: which verb speaks, which noun is a person, a sign or a work. Read once from the word tables."""

import json
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent.with_name("data")
_VOWELS = frozenset("aeiou")


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = json.loads((_DATA / "speech.json").read_text(encoding="utf-8"))
    return table


@cache
def words(name: str) -> frozenset[str]:
    """One list of the table of speech words, such as "signs"."""
    return frozenset(_table()[name].split())


@cache
def speech_forms() -> dict[str, str]:
    """Every form of every verb of speech -> what form it is: "base", "finite" (says, said), "participle" (written),
    "ing". A form that is both past tense and participle (said) is "finite"."""
    forms: dict[str, str] = {}
    for entry in _table()["speech"].split():
        base, *irregular = entry.split("/")
        past = irregular[0] if irregular else _with_ed(base)
        doubled = past[:-2] if past.endswith("ed") and past[:-3] == base else base
        forms[irregular[1] if len(irregular) > 1 else past] = "participle"
        forms[base] = "base"
        forms[_with_s(base)] = forms[past] = "finite"
        forms[(doubled[:-1] if doubled.endswith("e") else doubled) + "ing"] = "ing"
    for form in _table()["speech_more"].split():
        forms[form] = "ing" if form.endswith("ing") else "finite"
    return forms


def _with_s(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _with_ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"
