"""Made-up reports for the tests of the reading engine: a line is a paragraph, a name is a person wherever it stands."""

import re

from articles.text.report import Block, Mention, PersonReading, Role
from articles.text.speech.quotes import read_quotes


def body(raw: str, role: Role = Role.BODY) -> tuple[Block, ...]:
    """Each line that is not empty as one block."""
    return tuple(Block(role, match.start(), match.end(), 1.0, "test") for match in re.finditer(r"\S[^\n]*", raw))


def people(raw: str, *names: str) -> tuple[PersonReading, ...]:
    """A person for each name, found by the name and by its last word; "Ana Horvat|minister" has the role before the
    name, "Ana Horvat||Annie;Ms Horvat" further forms."""
    forms: list[tuple[str, int]] = []
    roles: list[str] = []
    for who, entry in enumerate(names):
        name, role, more = (*entry.split("|"), "", "")[:3]
        roles.append(role)
        forms += [(form, who) for form in dict.fromkeys((name, name.split()[-1], *filter(None, more.split(";"))))]
    mentions: dict[int, list[Mention]] = {who: [] for who in range(len(names))}
    taken: list[tuple[int, int]] = []
    for form, who in sorted(forms, key=lambda pair: (-len(pair[0]), pair[1])):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", raw):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            held = roles[who] if roles[who] and raw[: match.start()].rstrip().endswith(roles[who]) else ""
            mentions[who].append(Mention(match.group(), match.start(), match.end(), held))
    return tuple(
        PersonReading(entry.split("|")[0], tuple(sorted(mentions[who], key=lambda mention: mention.start)))
        for who, entry in enumerate(names)
    )


def spoken(raw: str, *names: str, role: Role = Role.BODY) -> list[tuple[str, str | None]]:
    """The quotations of a text with the name of their speaker."""
    cast = people(raw, *names)
    quotes, _ = read_quotes(raw, body(raw, role), cast)
    return [(quote.text, None if quote.speaker is None else cast[quote.speaker].name) for quote in quotes]


def terms(raw: str, *names: str, role: Role = Role.BODY) -> list[str]:
    """The terms in scare quotes of a text."""
    _, found = read_quotes(raw, body(raw, role), people(raw, *names))
    return [term.text for term in found]
