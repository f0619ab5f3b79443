"""Outcomes as lines of text. What comes from a file or its name is printed without its control characters."""

import json
import unicodedata
from typing import Any, Protocol

from articles.ingest.tally import Outcome, Tally
from articles.text.report import DOUBTFUL

NAMED = 3
"""So many of what was passed over are named; the rest is counted."""


class Printable(Protocol):
    def as_dict(self) -> dict[str, Any]: ...


def as_json(thing: Printable) -> str:
    """One JSON object on one line, ASCII only."""
    return json.dumps(thing.as_dict())


def as_text(outcome: Outcome) -> str:
    """`seeds/004.txt: created, article 2 (published; read as cp1252)`"""
    article = f", article {outcome.article}" if outcome.article else ""
    remarks = "; ".join(text.rstrip(".") for text in (outcome.reason, *outcome.warnings) if text)
    if outcome.outcome == "refused":
        return printable(f"{outcome.file}: refused, {outcome.reason}")
    return printable(f"{outcome.file}: {outcome.outcome}{article}" + (f" ({remarks})" if remarks else ""))


def tally_text(tally: Tally, *, dry_run: bool = False) -> str:
    """`2 reports: 2 created, 0 updated, 0 unchanged, 0 conflict, 0 refused`"""
    counts = tally.as_dict()
    del counts["passed_over"], counts["passed_over_why"]
    withdrawn = counts.pop("withdrawn")
    total = len(tally.outcomes)
    line = f"{total} {'report' if total == 1 else 'reports'}: " + ", ".join(
        f"{count} {name}" for name, count in counts.items()
    )
    if withdrawn:
        line += f"; {withdrawn} withdrawn (no longer in the folder)"
    for why, names in tally.left_out.items():
        named = ", ".join([*names[:NAMED], *(["..."] if len(names) > NAMED else [])])
        line += f"; passed over: {len(names)} {why.value} ({named})"
    return printable(line) + (" (dry run: nothing was written)" if dry_run else "")


def printable(text: str) -> str:
    """The text on one line, with every control, format and unpaired character as its escape."""
    return "".join(_escape(c) if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else c for c in text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode()


def outline(said: dict[str, Any], text: str) -> str:
    """A reading for people: every block with its role, then the facts."""
    lines = [f"{said['file']} ({said['encoding']})"]
    for block in said["blocks"]:
        if block["role"] != "space":
            doubt = "" if block["confidence"] >= DOUBTFUL else " ?"
            lines.append(f"  {block['role'] + doubt:14} {' '.join(text[block['start'] : block['end']].split())}")
    for person in said["people"]:
        roles = f" ({'; '.join(person['roles'])})" if person["roles"] else ""
        lines.append(f"  {'> person':14} {person['name']}{roles}, named {len(person['spans'])} times")
    for quote in said["quotes"]:
        lines.append(f"  {'> quote':14} {quote['speaker'] or 'nobody named'} ({quote['tier']}): {quote['text']}")
    lines.append(f"  {'> tags':14} {', '.join(tag['name'] for tag in said['tags']) or 'none'}")
    return "\n".join(printable(line) for line in lines)
