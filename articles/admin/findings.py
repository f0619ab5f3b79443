"""What the import proposes for an article, and how each proposal stands: open, confirmed or rejected, by whom, when."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from articles.actions.judgements import Proposed
from articles.admin.marks import entries
from articles.ingest.judged import key_of, speaker_key
from articles.ingest.quotations import quotation_key
from articles.models import Article, Finding, Judgement, Tier
from articles.models.person import spelling_key
from articles.times import moment

OPEN, OFFERED, CONFIRMED, ABSENT = "open", "offered", "confirmed", "absent"
"""Open: it stands in the article, and nobody has been asked. Offered: the article does not have it. Absent: nor has it,
since a person took it out."""


@dataclass(frozen=True, slots=True)
class State:
    """A proposal as the panel shows it."""

    found: Proposed
    name: str
    said: str = ""

    @property
    def value(self) -> str:
        """What a form says to mean this proposal."""
        return f"{self.found.kind.value}:{self.found.key}"

    @property
    def open(self) -> bool:
        return self.name in {OPEN, OFFERED}


class Findings:
    """The proposals of a reading for an article. Four queries, whatever the report."""

    def __init__(self, article: Article, reading: dict[str, Any]) -> None:
        self.article, self.reading = article, reading
        self.judgements = list(article.judgements.all())
        self._said = {(row.kind, row.key): row for row in self.judgements}

    @property
    def rejected(self) -> list[Judgement]:
        return [row for row in self.judgements if not row.confirmed]

    @cached_property
    def headline(self) -> State | None:
        text = self.article.proposed_headline
        if not self.article.headline_proposed:
            return None
        span = self.reading.get("proposed_headline_span") or []
        return self._state(Proposed(Finding.HEADLINE, key_of(text), text, tuple(span[:1])), OPEN)

    @cached_property
    def source(self) -> State | None:
        read, source = self.reading.get("source"), self.article.source
        if not read or source is None:
            return None
        found = Proposed(Finding.SOURCE, key_of(read["name"]), source.name, (read["start"],))
        if self.article.source_inferred:
            return self._state(found, OPEN)
        return self._state(found, CONFIRMED) if self._judged(found) else None

    @cached_property
    def date(self) -> State | None:
        text = self.article.report_date
        if not text:
            return None
        name = CONFIRMED if self.article.report_date_checked else OPEN
        return self._state(Proposed(Finding.DATE, text, text), name)

    @cached_property
    def people(self) -> list[State]:
        """A state for each person of the reading, in its order."""
        rows = dict(self.article.mentions.exclude(start=None).values_list("start", "by_import"))
        return [self._state(found, _name([rows[at] for at in found.starts if at in rows])) for found in self._people()]

    def _people(self) -> Iterator[Proposed]:
        for person in entries(self.reading, "people"):
            name = str(person.get("name") or "")
            starts = tuple(start for start, _end in entries(person, "spans"))
            yield Proposed(Finding.PERSON, spelling_key(name), name, starts)

    @cached_property
    def tags(self) -> list[State]:
        """A state for each tag of the reading: those that it is sure of, then those that it suggests."""
        uses = self.article.tagged.values_list("tag__name", "start", "by_import")
        by_name = {key_of(name): by_import for name, _start, by_import in uses}
        by_place = {start: by_import for _name, start, by_import in uses if start is not None}
        found = []
        for tag in entries(self.reading, "tags"):
            key = key_of(tag["name"])
            rows = [rows[at] for rows, at in ((by_name, key), (by_place, tag["start"])) if at in rows][:1]
            proposed = Proposed(Finding.TAG, key, tag["name"], (tag["start"],), tag["end"])
            found.append(self._state(proposed, _name(rows)))
        for tag in entries(self.reading, "suggested_tags"):
            for start, end in entries(tag, "spans")[:1]:
                key = key_of(tag["name"])
                name = _name([by_name[key]]) if key in by_name else OFFERED
                found.append(self._state(Proposed(Finding.TAG, key, tag["name"], (start,), end), name))
        return found

    @cached_property
    def quotes(self) -> list[State]:
        """A state for each quote of the reading: of who said it, or where nobody is named of the words."""
        tiers = dict(self.article.quotes.exclude(start=None).values_list("start", "tier"))
        found = []
        for quote in entries(self.reading, "quotes"):
            text, start, speaker = str(quote.get("text", "")), quote["start"], quote.get("speaker")
            key = speaker_key(text, speaker) if speaker else quotation_key(text)
            kind = Finding.SPEAKER if speaker else Finding.QUOTE
            label = f"{speaker}: {text}" if speaker else text
            rows = [tiers[start] != Tier.CONFIRMED] if start in tiers else []
            found.append(self._state(Proposed(kind, key, label, (start,)), _name(rows)))
        return found

    @property
    def words(self) -> list[State]:
        """The same quotes, as what may be no quote at all."""
        return [
            State(
                Proposed(
                    Finding.QUOTE, quotation_key(str(quote.get("text", ""))), state.found.label, (quote["start"],)
                ),
                state.name,
            )
            for quote, state in zip(entries(self.reading, "quotes"), self.quotes, strict=True)
        ]

    @property
    def all(self) -> list[State]:
        single = [state for state in (self.headline, self.source, self.date) if state is not None]
        return [*single, *self.people, *self.tags, *self.quotes]

    @cached_property
    def unconfirmed(self) -> list[State]:
        """What stands in the article and nobody has confirmed."""
        return [state for state in self.all if state.name == OPEN]

    @property
    def several(self) -> dict[str, int]:
        """How many of a kind are unconfirmed, for the kinds with more than one."""
        counts = Counter(
            "quote" if one.found.kind == Finding.SPEAKER else one.found.kind.value for one in self.unconfirmed
        )
        return {kind: count for kind, count in counts.items() if count > 1}

    def meant(self, value: str) -> list[State]:
        """The proposals that a form means: all that stand unconfirmed, all of one kind, or one."""
        if value == "all":
            return self.unconfirmed
        if value in Finding.values:
            return [
                state for state in self.unconfirmed if state.found.kind == value or _speech(state.found.kind, value)
            ]
        found = [state for state in [*self.all, *self.words] if state.value == value and state.name != ABSENT]
        return found[:1]

    def _judged(self, found: Proposed) -> Judgement | None:
        return self._said.get((found.kind.value, found.key))

    def _state(self, found: Proposed, name: str) -> State:
        row = self._judged(found)
        if row is not None and row.confirmed and name == OPEN:
            name = CONFIRMED  # a later version of the report has set it anew
        said = f"{row.actor}, {moment(row.at)}" if row is not None and row.confirmed and name == CONFIRMED else ""
        return State(found, name, said)


def _name(by_import: list[bool]) -> str:
    """How the rows of a proposal stand, each as it is vouched for by the import alone or not."""
    if not by_import:
        return ABSENT
    return OPEN if any(by_import) else CONFIRMED


def _speech(kind: Finding, value: str) -> bool:
    return {kind.value, value} == {Finding.QUOTE.value, Finding.SPEAKER.value}
