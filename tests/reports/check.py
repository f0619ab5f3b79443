"""Says what is wrong with an expectation file itself: `python -m tests.reports.check [CASE ...]`.

A mistake in the expectations costs more than one in the engine, so everything that can be held against the text is.
"""

import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tests.reports.cases import Case, load, load_all, plain

LINE_KEYS: tuple[str, ...] = (
    "body_paragraphs",
    "rail",
    "see_also",
    "boilerplate",
    "stamps",
    "credit_lines",
    "byline_lines",
    "notes",
)
LINE_KEYS += ("subheads", "pull_quotes", "embeds")
KEYS: tuple[str, ...] = (
    "file",
    "slug",
    "headline",
    "headline_alt",
    "dek",
    "byline",
    "captions",
    "credits",
    "contributors",
    "dateline",
)
KEYS += ("people", "people_ignore", "rail_people", "traps", "quotes", "not_quotes", "dates", "story", "near_miss_of")
KEYS += ("features", "language", *LINE_KEYS)


def story_text(gold: dict[str, Any]) -> str:
    """Everything that lends a report its people and quotations, in one string, a line for each piece."""
    captions = [c["text"] for c in gold["captions"]]
    pieces = [gold["headline"], gold["dek"], *gold["subheads"], *captions, *gold["body_paragraphs"]]
    return "\n".join(plain(p) for p in pieces if p)


def whole_words(surface: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(surface)}(?!\w)", text))


def problems(case: Case) -> list[str]:
    """A sentence for each thing that cannot be right about this case; empty when all is well."""
    gold = case.gold
    missing = [k for k in KEYS if k not in gold]
    if missing:
        return [f"has no {', '.join(missing)}"]
    return [*_lines(case), *_people(gold), *_quotes(gold), *_names_of_things(case)]


def _lines(case: Case) -> Iterator[str]:
    gold, text = case.gold, plain(case.text)
    for key in LINE_KEYS:
        for line in gold.get(key, []):
            if line != plain(line):
                yield f"{key}: not in reading form: {line[:60]!r}"
            if line not in text:
                yield f"{key}: not in the report: {line[:60]!r}"
    for key in ("headline", "dek"):
        if gold[key] is not None and gold[key] not in text:
            yield f"{key} is not in the report"
    for caption in gold["captions"]:
        for part in ("text", "credit", "raw"):
            if caption[part] and caption[part] not in text:
                yield f"caption {part} is not in the report: {caption[part]!r}"
    yield from _order(gold, text)
    yield from _leftovers(case)


def _order(gold: dict[str, Any], text: str) -> Iterator[str]:
    """Body and rail follow each other as in the report (repeated lines are looked for from the last place on)."""
    for key in ("body_paragraphs", "rail"):
        at = 0
        for line in gold[key]:
            at = text.find(line, at)
            if at < 0:
                yield f"{key}: out of order: {line[:60]!r}"
                return
            at += len(line)


def _leftovers(case: Case) -> Iterator[str]:
    """Every word of the report belongs to some line of the expectations."""
    gold = case.gold
    known = [x for key in LINE_KEYS for x in gold.get(key, [])] + [c["raw"] for c in gold["captions"]]
    known += [x for x in (gold["headline"], gold["dek"], (gold["dateline"] or {}).get("raw")) if x]
    rest = f"\n{plain(case.text)}\n"
    for line in sorted(known, key=len, reverse=True):
        rest = rest.replace(line, "\n", 1)
    for scrap in rest.split("\n"):
        if re.search(r"[^\W\d_]", scrap) and not re.fullmatch(r"[^:]{1,24}:", scrap.strip()):
            yield f"belongs to nothing: {scrap.strip()[:80]!r}"


def _people(gold: dict[str, Any]) -> Iterator[str]:
    story = story_text(gold)
    ids = [p["id"] for p in gold["people"]]
    if len(set(ids)) < len(ids):
        yield "two people have one id"
    for p in gold["people"]:
        for surface in p["mentions"] + p["optional_mentions"]:
            if not whole_words(surface, story):
                yield f"{p['id']}: {surface!r} is not in the story"
        for role in p["roles"]:
            if role not in story:
                yield f"{p['id']}: role {role!r} is not in the story"
        if p["mentions"] and p["name"] not in p["mentions"]:
            yield f"{p['id']}: the name {p['name']!r} is none of the mentions"
        if p["count"] < len(p["mentions"]):
            yield f"{p['id']}: counted {p['count']} but {len(p['mentions'])} spellings"
        if p["count"] > sum(whole_words(s, story) for s in p["mentions"]):
            yield f"{p['id']}: counted more often than it is written"
    yield from _uncounted(gold, story)


def _uncounted(gold: dict[str, Any], story: str) -> Iterator[str]:
    """A surface stands in the story exactly as often as it is counted, longest spelling first."""
    surfaces = {s for p in gold["people"] for s in p["mentions"] + p["optional_mentions"]}
    if not surfaces:
        return
    pattern = "|".join(re.escape(s) for s in sorted(surfaces, key=len, reverse=True))
    found = [m.group() for m in re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w]|-\w)", story)]
    ours = {s for p in gold["people"] for s in p["mentions"]}
    counted = sum(p["count"] for p in gold["people"])
    written = sum(s in ours for s in found)
    if counted > written:
        yield f"{counted} namings counted, {written} written"
    if counted < written and not gold.get("namesakes"):
        yield f"{counted} namings counted, {written} written"


def _quotes(gold: dict[str, Any]) -> Iterator[str]:
    story, at = story_text(gold), 0
    body = "\n".join(gold["body_paragraphs"])
    people = {p["id"]: p["name"] for p in gold["people"]}
    for q in gold["quotes"]:
        short = q["text"][:50]
        if q["kind"] not in ("quote", "fragment"):
            yield f"quote {short!r}: kind {q['kind']!r}"
        if q["speaker_id"] is not None and people.get(q["speaker_id"]) != q["speaker"]:
            yield f"quote {short!r}: speaker {q['speaker']!r} is none of the people"
        if q["speaker"] and q["speaker_label"]:
            yield f"quote {short!r}: has a speaker and a label"
        if q["speaker_label"] and q["speaker_label"].casefold() not in story.casefold():
            yield f"quote {short!r}: label {q['speaker_label']!r} is not in the story"
        parts = q.get("parts", [q["text"]])
        if plain(" ".join(parts)) != q["text"]:
            yield f"quote {short!r}: its parts do not make it up"
        for part in parts:
            if not re.search(rf"[“\"‘'»„]{re.escape(part)}", story):
                yield f"quote {short!r}: no opening mark stands before it"
        if q["kind"] == "quote":
            place = body.find(parts[0], at)
            if place < 0:
                yield f"quote {short!r}: not in the body, or out of order"
            at = max(place, at)
    for text in gold["not_quotes"]:
        if text not in story:
            yield f"not a quotation, and not in the story: {text[:50]!r}"
    for one, two in pairwise(sorted(q["text"] for q in gold["quotes"] if q["kind"] == "quote")):
        if one == two:
            yield f"quote twice: {one[:50]!r}"


def _names_of_things(case: Case) -> Iterator[str]:
    gold, text = case.gold, plain(case.text)
    for key in ("traps", "people_ignore", "credits", "contributors", "byline"):
        for name in gold[key]:
            if name.casefold() not in text.casefold():
                yield f"{key}: {name!r} is not in the report"
    for name in gold["rail_people"]:
        if name.split()[-1] not in text:
            yield f"rail_people: {name!r} is not in the report"
    for date in gold["dates"]:
        if date["text"] not in text or not re.fullmatch(r"\d{4}-\d\d-\d\d", date["iso"]):
            yield f"date {date!r} is not in the report"
    for part in ("raw", "place", "agency"):
        if (gold["dateline"] or {}).get(part) and gold["dateline"][part] not in text:
            yield f"dateline {part} is not in the report"


def problems_together(cases: list[Case]) -> list[str]:
    """What cannot be right about all cases as a whole: lone stories and groups, near misses of nothing."""
    stories = [c.gold["story"] for c in cases if c.gold["story"]]
    groups = [(c.gold["story"], q["group"]) for c in cases for q in c.gold["quotes"] if q["group"]]
    out = [f"story {s} is told once" for s in sorted(set(stories)) if stories.count(s) < 2]
    out += [f"group {g} of {s} stands alone" for s, g in sorted(set(groups), key=str) if groups.count((s, g)) < 2]
    for c in cases:
        if c.gold["near_miss_of"] and c.gold["near_miss_of"] not in stories:
            out.append(f"{c.name}: near miss of no story")
        if c.gold["near_miss_of"] and c.gold["story"]:
            out.append(f"{c.name}: in a story and a near miss of one")
    return out


def main(arguments: list[str]) -> int:
    cases = [load(a) for a in arguments] or load_all()
    found = [f"{c.name}: {p}" for c in cases for p in problems(c)]
    if not arguments:
        found += problems_together(cases)
    print("\n".join(found) or f"{len(cases)} expectation files agree with their reports")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
