"""The raw report as HTML: every block and every fact read from it marked in its place.

Offsets are code points of the decoded report, so the marks are set here and not in the browser, which counts otherwise.
The text between the marks is the report's own, character for character, and escaped.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.text.report import DOUBTFUL, Role

DECIDED = "decided"
"""The rule of a block whose role a person gave."""
LONGEST = 200_000
"""Characters of a report that a page of the desk shows; the file itself can be saved whole."""

ROLE_LABELS = {
    Role.HEADLINE: gettext_lazy("Headline"),
    Role.STANDFIRST: gettext_lazy("Standfirst"),
    Role.BYLINE: gettext_lazy("Byline"),
    Role.DATELINE: gettext_lazy("Dateline"),
    Role.BODY: gettext_lazy("Text"),
    Role.SUBHEAD: gettext_lazy("Subhead"),
    Role.LIST_ITEM: gettext_lazy("List"),
    Role.CAPTION: gettext_lazy("Caption"),
    Role.PHOTO_CREDIT: gettext_lazy("Picture credit"),
    Role.PULL_QUOTE: gettext_lazy("Pull quote"),
    Role.PROMO: gettext_lazy("Promotion"),
    Role.SEE_ALSO: gettext_lazy("See also"),
    Role.RAIL: gettext_lazy("Other headline"),
    Role.RAIL_LABEL: gettext_lazy("List title"),
    Role.NOTE: gettext_lazy("Note"),
    Role.STAMP: gettext_lazy("Line of the page"),
    Role.CREDIT: gettext_lazy("Credit"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """Something read from text[start:end]: `kind` gives it its look, `title` says what it is, `entry` is the id of its
    line in the list of facts."""

    kind: str
    start: int
    end: int
    title: str
    entry: str = ""


def entries(reading: dict[str, Any], key: str) -> list[Any]:
    """A list of the reading; empty where an older engine did not write it."""
    return list(reading.get(key) or [])


def facts_of(reading: dict[str, Any]) -> Iterator[Fact]:
    for at, person in enumerate(entries(reading, "people")):
        title = _("Person: %(name)s") % {"name": str(person.get("name") or "")}
        for start, end in entries(person, "spans"):
            yield Fact("person", start, end, title, f"fact-person-{at}")
    for at, quote in enumerate(entries(reading, "quotes")):
        speaker = quote.get("speaker") or _("speaker not known")
        yield Fact("quote", quote["start"], quote["end"], _("Quote: %(name)s") % {"name": speaker}, f"fact-quote-{at}")
    for key, kind, title in (
        ("terms", "term", _("Words in quotation marks")),
        ("partial_dates", "date", _("Date")),
        ("tags", "tag", _("Tag: %(name)s")),
        ("lints", "lint", _("Look at this: %(message)s")),
    ):
        for at, entry in enumerate(entries(reading, key)):
            words = title % entry if "%" in title else title
            yield Fact(kind, entry["start"], entry["end"], words, f"fact-{kind}-{at}")
    for at, tag in enumerate(entries(reading, "suggested_tags")):
        for start, end in entries(tag, "spans")[:1]:
            yield Fact("tag", start, end, _("Suggested tag: %(name)s") % tag, f"fact-suggested-{at}")
    credited = zip(entries(reading, "credits"), entries(reading, "credit_spans"), strict=False)
    for at, (name, (start, end)) in enumerate(credited):
        yield Fact("credit", start, end, _("Credited: %(name)s") % {"name": name}, f"fact-credit-{at}")
    if source := reading.get("source"):
        yield Fact("source", source["start"], source["end"], _("Source: %(name)s") % source, "fact-source")
    if span := reading.get("proposed_headline_span"):
        yield Fact("proposal", span[0], span[1], _("The proposed headline"), "fact-headline")


def marked(text: str, reading: dict[str, Any], *, ask: Callable[[int], str] | None = None) -> SafeString:
    """The report with its marks; each fact's beginning can be led to by `#at-<offset>`, each block by `#line-<offset>`,
    and each fact leads to its line in the list of facts.

    ask: the address of the page that asks what the block beginning at an offset is; without it nobody may say.
    """
    shown = text[:LONGEST]
    anchors: set[int] = set()
    facts = sorted(
        (fact for fact in facts_of(reading) if 0 <= fact.start < fact.end <= len(text)),
        key=lambda fact: (fact.start, -fact.end),
    )
    out: list[str] = []
    waiting = 0
    going_on: list[Fact] = []
    for block in _cover(shown, reading):
        end = block["end"]
        while waiting < len(facts) and facts[waiting].start < end:
            going_on.append(facts[waiting])
            waiting += 1
        out += _block(shown, block, going_on, anchors, ask)
        going_on = [fact for fact in going_on if fact.end > end]
    return mark_safe("".join(out))  # noqa: S308 - every piece was escaped above


def _cover(text: str, reading: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The blocks in order, cut at the end of the text; a stretch without a block is a block without a role."""
    at = 0
    for block in sorted(entries(reading, "blocks"), key=lambda block: block["start"]):
        start, end = max(block["start"], at), min(block["end"], len(text))
        if start > at:
            yield {"role": "", "start": at, "end": min(start, len(text))}
        if start < end:
            yield {**block, "start": start, "end": end}
        at = max(at, start, end)
    if at < len(text):
        yield {"role": "", "start": at, "end": len(text)}


def is_doubtful(block: dict[str, Any]) -> bool:
    return block["role"] != Role.SPACE and float(block.get("confidence", 1)) < DOUBTFUL


def percent(block: dict[str, Any]) -> str:
    return f"{round(float(block.get('confidence', 1)) * 100)} %"


def label(block: dict[str, Any]) -> str:
    """What a block is, in the desk's words; with a question mark and the confidence where it is doubtful, and a tick
    where a person said so."""
    word = str(ROLE_LABELS.get(block["role"], block["role"]))
    if block.get("rule") == DECIDED:
        return f"{word} ✓"
    return f"{word}? {percent(block)}" if is_doubtful(block) else word


def _block(
    text: str, block: dict[str, Any], facts: Iterable[Fact], anchors: set[int], ask: Callable[[int], str] | None
) -> Iterator[str]:
    role = str(block["role"] or "unread")
    inside = _inside(text, block["start"], block["end"], facts, anchors)
    if role in {Role.SPACE, "unread"}:
        yield f'<span class="block role-{escape(role)}">'
    else:
        title = _("%(role)s, %(confidence)s sure (rule: %(rule)s)") % {
            "role": ROLE_LABELS.get(block["role"], role),
            "confidence": percent(block),
            "rule": block.get("rule") or "–",
        }
        if block.get("rule") == DECIDED:
            title = _("%(role)s, as the desk has said") % {"role": ROLE_LABELS.get(block["role"], role)}
        doubtful = " doubtful" if is_doubtful(block) else ""
        classes = f"block role-{escape(role)}{doubtful}"
        named = f' data-label="{escape(label(block))}"'
        yield f'<span class="{classes}" id="line-{block["start"]}" title="{escape(title)}"{"" if ask else named}>'
        if ask:
            # Its words are an attribute, so that the text of the panel stays the report's own.
            asked = _("%(role)s. Say what this line is.") % {"role": label(block)}
            yield (
                f'<a class="ask" href="{escape(ask(block["start"]))}" aria-label="{escape(asked)}"{named}'
                f' data-role="{escape(role)}"></a>'
            )
    yield from inside
    yield "</span>"


def _inside(text: str, start: int, end: int, facts: Iterable[Fact], anchors: set[int]) -> Iterator[str]:
    """The text of one block. Facts that overlap in part are opened again, so that tags nest."""
    near = [fact for fact in facts if fact.start < end and fact.end > start]
    bounds = sorted({start, end} | {at for fact in near for at in (fact.start, fact.end) if start < at < end})
    opened: list[Fact] = []
    coming = deque(near)
    for here, there in pairwise(bounds):
        active = [fact for fact in opened if fact.end > here]
        while coming and coming[0].start <= here:
            active.append(coming.popleft())
        same = 0
        while same < min(len(opened), len(active)) and opened[same] is active[same]:
            same += 1
        yield "</span>" * (len(opened) - same)
        for fact in active[same:]:
            yield _opening(fact, here, anchors)
        opened = active
        words = escape(text[here:there], quote=False)
        yield _linked(words, min(active, key=lambda fact: fact.end - fact.start), here) if active else words
    yield "</span>" * len(opened)


def _linked(words: str, fact: Fact, here: int) -> str:
    """A stretch that leads to the line of its narrowest fact; the keyboard stops at a fact's beginning alone."""
    if not fact.entry:
        return words
    stop = "" if fact.start == here else ' tabindex="-1"'
    return f'<a href="#{escape(fact.entry)}"{stop}>{words}</a>'


def _opening(fact: Fact, here: int, anchors: set[int]) -> str:
    anchor = ""
    if fact.start not in anchors and fact.start == here:
        anchors.add(fact.start)
        anchor = f' id="at-{fact.start}"'
    return f'<span class="fact {fact.kind}"{anchor} title="{escape(fact.title)}">'
