"""Writes into the expectation files what the engine reads now: `python -m tests.reports.rewrite [CASE ...]`.

Then `git diff` shows a person what has changed, and that person decides. What only a person can know (story, groups,
traps, ids, other spellings, what is no quotation ...) is kept; a report without an expectation file gets a first one.
"""

import json
import re
import sys
import unicodedata
from typing import Any

from articles.text.report import Role
from tests.reports.cases import HERE, Case, load, names, plain
from tests.reports.scoring import name_key, quote_key, reading

EMPTY: dict[str, Any] = {
    "file": "",
    "slug": "",
    "headline": None,
    "headline_alt": [],
    "dek": None,
    "byline": [],
    "body_paragraphs": [],
    "captions": [],
    "see_also": [],
    "rail": [],
    "credits": [],
    "credit_lines": [],
    "byline_lines": [],
    "boilerplate": [],
    "stamps": [],
    "subheads": [],
    "notes": [],
    "pull_quotes": [],
    "embeds": [],
    "contributors": [],
    "people": [],
    "people_ignore": [],
    "rail_people": [],
    "traps": [],
    "quotes": [],
    "not_quotes": [],
    "dateline": None,
    "dates": [],
    "story": None,
    "near_miss_of": None,
    "features": [],
    "language": "en",
}
BLOCKS_OF = {
    "boilerplate": {Role.PROMO, Role.RAIL_LABEL},
    "stamps": {Role.STAMP},
    "credit_lines": {Role.CREDIT},
    "byline_lines": {Role.BYLINE},
    "pull_quotes": {Role.PULL_QUOTE},
}


def rewritten(case: Case) -> dict[str, Any]:
    """The expectations of a case with everything that the engine reads put in its place."""
    got, gold = reading(case), EMPTY | case.gold
    out = dict(gold)
    for key in ("headline", "dek"):
        out[key] = plain(got[key]) or None
    for key in ("byline", "see_also", "rail", "credits", "subheads", "notes"):
        out[key] = _kept([plain(x) for x in got[key]], gold[key])
    for key, roles in BLOCKS_OF.items():
        out[key] = _kept(_block_lines(case.text, got["blocks"], roles), gold[key])
    out["body_paragraphs"] = [_spelt(plain(x), gold["body_paragraphs"]) for x in got["body_paragraphs"]]
    out["captions"] = [_caption(c, gold["captions"]) for c in got["captions"]]
    out["dateline"] = _dateline(got["dateline"], gold["dateline"])
    out["dates"] = [next((d for d in gold["dates"] if d["iso"] == x), {"text": x, "iso": x}) for x in got["dates"]]
    out["people"] = _people(got["people"], gold["people"])
    out["quotes"] = _quotes(got["quotes"], gold["quotes"], out["people"])
    return out


def _block_lines(text: str, blocks: list[dict[str, Any]], roles: set[Role]) -> list[str]:
    lines = (line for b in blocks if b["role"] in roles for line in text[b["start"] : b["end"]].split("\n"))
    return [plain(line) for line in lines if plain(line)]


def _kept(new: list[str], old: list[str]) -> list[str]:
    """The old list where the new one says the same in another order."""
    return old if sorted(new) == sorted(old) else new


def _spelt(text: str, old: list[str]) -> str:
    """A paragraph in the spelling of the expectations: without the bullet that the engine may have left on it."""
    return next((x for x in old if text.endswith(x) and len(text) - len(x) < 5), text)


def _caption(got: dict[str, Any], old: list[dict[str, Any]]) -> dict[str, Any]:
    text, credit = plain(got["text"]), plain(got["credit"]) or None
    same = next((c for c in old if text in (c["text"], c["raw"])), None)
    raw = same["raw"] if same else " ".join(filter(None, [text, credit]))
    return {"text": same["text"] if same else text, "credit": credit, "raw": raw}


def _dateline(got: dict[str, Any] | None, old: dict[str, Any] | None) -> dict[str, Any] | None:
    if not got:
        return None
    new = {"place": plain(got["place"]) or None, "agency": plain(got["agency"]) or None}
    return {"raw": (old or {}).get("raw"), **new}


def _people(got: list[dict[str, Any]], old: list[dict[str, Any]]) -> list[dict[str, Any]]:
    index = {name_key(n): p for p in old for n in [p["name"], *p["aliases"]]}
    found = {}
    for person in got:
        before = index.get(name_key(person["name"]), {})
        surfaces = list(dict.fromkeys(re.sub(r"['’]s$", "", plain(m)) for m in person["mentions"]))
        optional = before.get("optional_mentions", [])
        required = [s for s in surfaces if s not in optional]
        ordered = [m for m in before.get("mentions", []) if m in required]
        entry = {
            "name": before.get("name", plain(person["name"])),
            "id": before.get("id", slug(person["name"])),
            "aliases": before.get("aliases", []),
            "mentions": ordered + [s for s in required if s not in ordered],
            "optional_mentions": optional,
            "roles": _kept([plain(r) for r in person["roles"]], before.get("roles", [])),
            "count": sum(plain(m) not in optional for m in person["mentions"]),
        }
        found[entry["id"]] = entry
    order = [p["id"] for p in old]
    return sorted(found.values(), key=lambda p: order.index(p["id"]) if p["id"] in order else len(order))


def slug(name: str) -> str:
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")


def _quotes(got: list[dict[str, Any]], old: list[dict[str, Any]], people: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the engine takes for speech, in its order, with the expectations' fragments where they stood."""
    before = {quote_key(q["text"]): q for q in old}
    index = {name_key(n): p for p in people for n in [p["name"], *p["aliases"]]}
    out = []
    for quote in got:
        same = before.pop(quote_key(quote["text"]), {})
        person = index.get(name_key(quote["speaker"] or ""))
        entry = {
            "text": same.get("text", plain(quote["text"])),
            "speaker": person["name"] if person else None,
            "speaker_id": person["id"] if person else None,
            "speaker_label": None if person else same.get("speaker_label"),
            "kind": same.get("kind", "quote"),
            "group": same.get("group"),
        }
        out.append(entry | ({"parts": same["parts"]} if "parts" in same else {}))
    for n, quote in enumerate(old):
        if quote["kind"] == "fragment" and quote_key(quote["text"]) in before:
            out.insert(n, quote)
    return out


def main(arguments: list[str]) -> None:
    for name in arguments or names():
        path = HERE / f"{name}.json"
        case = (
            load(name)
            if path.exists()
            else Case(name, HERE / f"{name}.txt", EMPTY | {"file": f"{name}.txt", "slug": name})
        )
        text = json.dumps(rewritten(case), ensure_ascii=False, indent=1) + "\n"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"rewritten: {name}")


if __name__ == "__main__":
    main(sys.argv[1:])
