"""How well a reading agrees with the golden reports: `python -m tests.reports.scoring [-v] [CASE ...]`.

Compared is the machine-readable contract, as other programs get it. Names are compared without accents, honorifics
and possessives, quotations without their marks and closing points, everything else as reading text.
"""

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from articles.text import read
from articles.text.contract import contract
from tests.reports.cases import Case, load, load_all, plain

HONORIFICS = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady justice judge president prime minister premier chancellor
    senator sen governor gov mayor cllr councillor capt captain commodore sgt sergeant det detective constable inspector
    sheriff engr barr barrister alhaji hajiya chief hon rev atty king queen prince princess rep pope
    sheikh sheikha crown emir bishop archbishop cardinal imam rabbi father sister brother general col colonel maj
    major lt lieutenant adm admiral his her the""".split()
)
POSTNOMINALS = frozenset(["kc", "qc", "sc", "san", "mp", "md", "phd"])
_BULLET = re.compile(r"^(?:(?:[•*→▶·–-]|\d{1,2}[.)])\s+|[•*→▶·])")


@dataclass
class Tally:
    """Right ones among those given and those wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, right: int, given: int, wanted: int) -> None:
        self.right, self.given, self.wanted = self.right + right, self.given + given, self.wanted + wanted

    @property
    def f1(self) -> float:
        both = self.given + self.wanted
        return 2 * self.right / both if both else 1.0

    @property
    def share(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0


@dataclass
class Score:
    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    faults: list[str] = field(default_factory=list)

    def hit(self, figure: str, right: bool) -> None:
        self.tallies[figure].add(right, 1, 1)

    def fault(self, case: str, figure: str, what: object) -> None:
        self.faults.append(f"{case}: {figure}: {what}")

    def about(self, *figures: str) -> str:
        """The faults of some figures, for a person to read."""
        return "\n".join(f for f in self.faults if f.split(": ")[1] in figures)


def line_key(text: str) -> str:
    text = plain(text)
    return _BULLET.sub("", text) or text


def name_key(name: str) -> str:
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", re.sub(r'[“”"()]', " ", name)) if not unicodedata.combining(c)
    )
    words = re.sub(r"['’]s?$", "", plain(bare)).casefold().replace("-", " ").replace("’", "'").replace(",", "").split()
    while len(words) > 1 and words[0].rstrip(".") in HONORIFICS:
        words.pop(0)
    while len(words) > 1 and words[-1] in POSTNOMINALS:
        words.pop()
    return " ".join(words).strip(". ")


def quote_key(text: str) -> str:
    text = re.sub(r"[“”„«»]", '"', re.sub(r"[‘’]", "'", plain(text)))
    return text.strip("\"' .,;:")


def reading(case: Case) -> dict[str, Any]:
    return contract(read(case.text), file=case.gold["file"], raw=case.path.read_bytes(), encoding="utf-8")


def score(cases: Iterable[Case], read_case: Callable[[Case], dict[str, Any]] = reading) -> Score:
    """All figures over all cases, with a line for every fault."""
    total = Score()
    for case in cases:
        got = read_case(case)
        _lines(case.name, case.gold, got, total)
        _body(case.name, case.gold, got, total)
        _people(case.name, case.gold, got, total)
        _quotes(case.name, case.gold, got, total)
    return total


def _lines(name: str, gold: dict[str, Any], got: dict[str, Any], total: Score) -> None:
    for key in ("headline", "dek"):
        want, have = plain(gold[key]), plain(got[key])
        right = have in [want, *(gold["headline_alt"] if key == "headline" else [])]
        total.hit(f"{key}, {'present' if want else 'absent'}", right)
        if not right:
            total.fault(name, key, f"{have!r} for {want!r}")
    for key in ("rail", "see_also"):
        wanted, given = [line_key(x) for x in gold[key]], [line_key(x) for x in got[key]]
        total.hit(f"{key}, {'present' if wanted else 'absent'}", wanted == given)
        if wanted != given:
            total.fault(name, key, f"{given} for {wanted}")
    for key in ("byline", "credits"):
        _set(name, key, {name_key(x) for x in gold[key]}, {name_key(x) for x in got[key]}, total)
    _set(name, "dates", {d["iso"] for d in gold["dates"]}, set(got["dates"]), total)
    forms = [{plain(c["text"]), plain(c["raw"])} for c in gold["captions"]]
    texts = [plain(c["text"]) for c in got["captions"]]
    total.tallies["captions"].add(sum(any(t in f for t in texts) for f in forms), len(texts), len(forms))
    for part in ("place", "agency"):
        want, have = ((d or {}).get(part) or "" for d in (gold["dateline"], got["dateline"]))
        total.hit(f"dateline {part}", plain(want).casefold() == plain(have).casefold())
        if plain(want).casefold() != plain(have).casefold():
            total.fault(name, "dateline", f"{have!r} for {want!r}")


def _set(name: str, figure: str, wanted: set[str], given: set[str], total: Score) -> None:
    total.tallies[figure].add(len(wanted & given), len(given), len(wanted))
    if wanted != given:
        total.fault(name, figure, f"{sorted(given)} for {sorted(wanted)}")


def _body(name: str, gold: dict[str, Any], got: dict[str, Any], total: Score) -> None:
    """Subheads, notes and embedded posts may stand in the body or not; a dateline may begin it or not."""
    raw_dateline = (gold["dateline"] or {}).get("raw") or ""
    wanted = [line_key(x) for x in gold["body_paragraphs"]]
    optional = Counter(line_key(x) for key in ("subheads", "notes", "embeds") for x in gold.get(key, []))
    given = []
    for paragraph in got["body_paragraphs"]:
        text = plain(paragraph)
        key = line_key(text.removeprefix(raw_dateline).strip() if raw_dateline else text)
        if optional[key] and key not in wanted:
            optional[key] -= 1
        else:
            given.append(key)
    total.tallies["body paragraphs"].add(sum((Counter(wanted) & Counter(given)).values()), len(given), len(wanted))
    everything = " ".join(given)
    for paragraph in wanted:
        total.hit("body kept", paragraph in everything)
        if paragraph not in given:
            figure = "body paragraphs" if paragraph in everything else "body kept"
            total.fault(name, figure, f"missing {paragraph[:90]!r}")
    for paragraph in given:
        if paragraph not in wanted:
            total.fault(name, "body paragraphs", f"extra {paragraph[:90]!r}")


def _index(gold: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {name_key(n): p for p in gold["people"] for n in [p["name"], *p["aliases"]]}


def _people(name: str, gold: dict[str, Any], got: dict[str, Any], total: Score) -> None:
    index, ignored = _index(gold), {name_key(x) for x in gold["people_ignore"]}
    found: dict[str, dict[str, Any]] = {}
    given: set[tuple[str, str]] = set()
    wrong = 0
    for person in got["people"]:
        key = name_key(person["name"])
        match = index.get(key)
        surfaces = {name_key(m) for m in person["mentions"]}
        if match is None and key in ignored:
            continue
        if match is None or match["id"] in found:
            wrong += 1
            given |= {(f"?{person['name']}", s) for s in surfaces}
            total.fault(name, "people", f"extra {person['name']!r}")
            continue
        found[match["id"]] = match
        may = {name_key(m) for m in match["optional_mentions"]} - {name_key(m) for m in match["mentions"]}
        given |= {(match["id"], s) for s in surfaces - may}
        if match["roles"]:
            have = [plain(r).casefold() for r in person["roles"]]
            told = any(r.casefold() in h or (h and h in r.casefold()) for r in match["roles"] for h in have)
            total.hit("a role", told)
            if not told:
                total.fault(name, "a role", f"{have} for {match['roles']}")
    wanted = [p for p in gold["people"] if p["mentions"]]
    right = sum(p["id"] in found for p in wanted)
    given_people = wrong + sum(bool(p["mentions"]) for p in found.values())
    total.tallies["people"].add(right, given_people, len(wanted))
    for person in wanted:
        if person["id"] not in found:
            total.fault(name, "people", f"missing {person['name']!r}")
    pairs = {(p["id"], name_key(m)) for p in gold["people"] for m in p["mentions"]}
    total.tallies["mentions"].add(len(pairs & given), len(given), len(pairs))
    for sign, rest in (("missing", pairs - given), ("extra", given - pairs)):
        for pair in sorted(rest):
            total.fault(name, "mentions", f"{sign} {pair}")


def _quotes(name: str, gold: dict[str, Any], got: dict[str, Any], total: Score) -> None:
    given: dict[str, dict[str, Any]] = {}
    for quote in got["quotes"]:
        given.setdefault(quote_key(quote["text"]), quote)
    neutral = {quote_key(q["text"]) for q in gold["quotes"] if q["kind"] == "fragment"}
    speech = [q for q in gold["quotes"] if q["kind"] == "quote"]
    index, explained, right = _index(gold), set(neutral), 0
    for quote in speech:
        whole, parts = quote_key(quote["text"]), [quote_key(p) for p in quote.get("parts", [])]
        explained |= {whole, *parts}
        hit = whole if whole in given else parts[0] if parts and all(p in given for p in parts) else None
        if hit is None:
            total.fault(name, "quotes", f"missing {quote['text'][:70]!r}")
            continue
        right += 1
        _speaker(name, quote, given[hit], index, total)
    extra = [k for k in given if k not in explained]
    total.tallies["quotes"].add(right, right + len(extra), len(speech))
    for key in extra:
        total.fault(name, "quotes", f"extra {key[:70]!r}")
    for text in gold["not_quotes"]:
        taken = quote_key(text) in given
        total.hit("not speech, taken", taken)
        if taken:
            total.fault(name, "not speech", text)


def _speaker(name: str, gold: dict[str, Any], got: dict[str, Any], index: dict[str, Any], total: Score) -> None:
    person = index.get(name_key(got["speaker"] or ""))
    if gold["speaker"] is None:
        right, figure = person is None, "unnamed speakers"
    else:
        right, figure = person is not None and person["id"] == gold["speaker_id"], "speakers"
    total.hit(figure, right)
    if not right:
        total.fault(
            name, figure, f"{got['speaker']!r} for {gold['speaker']!r} ({got.get('tier')}): {gold['text'][:60]!r}"
        )


def main(arguments: list[str]) -> None:
    cases = [load(a) for a in arguments if a != "-v"] or load_all()
    total = score(cases)
    if "-v" in arguments or len(cases) < 3:
        print("\n".join(sorted(total.faults)))
    for figure, tally in sorted(total.tallies.items()):
        counts = f"{tally.right} right, {tally.given} given, {tally.wanted} wanted"
        print(f"{figure:22} {tally.f1:.3f}  {counts}")


if __name__ == "__main__":
    main(sys.argv[1:])
