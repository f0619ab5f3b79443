"""What a raw report says, as plain data.

Every fact carries its place in the raw text: offsets are Python code points of the untouched decoded file,
`raw[start:end]` is the evidence. Nothing here knows of Django, a database or the clock.
"""

from dataclasses import dataclass, field
from enum import StrEnum

ENGINE_VERSION = 1
"""Stored with each reading; raised whenever the same text may be read differently, so that a re-reading can be told."""


class Role(StrEnum):
    """What a block of a report is. The blocks of a report cover its text without gap or overlap."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"  # "GENEVA (Reuters) -": stands at the beginning of the first body paragraph's line
    BODY = "body"
    SUBHEAD = "subhead"
    LIST_ITEM = "list_item"  # a bulleted or numbered paragraph of the body
    CAPTION = "caption"
    PHOTO_CREDIT = "photo_credit"  # split off a caption, or a line of its own
    PULL_QUOTE = "pull_quote"
    PROMO = "promo"  # newsletter, advertisement, share line, live-briefing box: the outlet speaking of itself
    SEE_ALSO = "see_also"
    RAIL = "rail"  # a headline of another story
    RAIL_LABEL = "rail_label"  # "Most read", "Latest news": the title above a rail or a list of related lines
    NOTE = "note"  # editor's note, correction, clarification
    STAMP = "stamp"  # "Updated at ...", "Published ...", "3 min read"
    CREDIT = "credit"  # "With reporting by ...", "Editing by ..."
    SPACE = "space"  # white space and lines without a word between the blocks


STORY_ROLES = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.BODY, Role.SUBHEAD, Role.LIST_ITEM, Role.CAPTION})
"""Only these lend an article its people, quotes, tags and dates. A rail, a see-also or a promo never does."""


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the raw text with one role. `confidence` is 0..1; below `DOUBTFUL` the desk is asked."""

    role: Role
    start: int
    end: int
    confidence: float
    rule: str  # name of the rule that placed it, such as "see-also cue"


DOUBTFUL = 0.7


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of a person. `role` is the role as written beside the name ("US Secretary of State"), or ""."""

    surface: str
    start: int
    end: int
    role: str = ""
    relative: bool = False  # "his Ukrainian counterpart": a role in relation to somebody else
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class PersonReading:
    """One person of a report: the fullest name as written, and every mention in order."""

    name: str
    mentions: tuple[Mention, ...]
    key: str = ""  # key of a known person handed in, or ""

    @property
    def roles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(m.role for m in self.mentions if m.role))


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person the site knows already: `key` is handed back, `forms` are all spellings on record."""

    key: str
    name: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteReading:
    """Words between quotation marks that somebody spoke. `text` is without the outer marks; the span is of `text`
    (a quotation over several paragraphs spans them all; `text` joins them with a blank line)."""

    text: str
    start: int
    end: int
    speaker: int | None  # index into Report.people; None when nobody is named
    tier: str  # "sure" or "suggested"
    rule: str
    speaker_span: Span | None = None  # where the speaker is named: "Blinken", "she", "a spokesman"


@dataclass(frozen=True, slots=True)
class TermReading:
    """One to four words in scare quotes. Never has a speaker."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as written. Every part that the text does not state is None; nothing is inferred from outside."""

    text: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # Monday is 0
    of_report: bool = False  # the text states it as the report's own date (dateline, stamp, byline)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the site's vocabulary: a tag with everything it may be called in a text.

    `forms` match whole words, longest first; a form with a capital matches case-sensitively, else any case.
    `weak` forms (metonyms such as "Washington" for a government) only ever suggest the tag."""

    name: str
    kind: str  # "topic", "place", "organisation", "keyword"
    forms: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    code: str = ""  # IPTC media topic, such as "medtop:11000000"


@dataclass(frozen=True, slots=True)
class TagReading:
    """A tag with its evidence. `sure` tags are set by the import, the others are suggestions for the desk."""

    name: str
    kind: str
    spans: tuple[Span, ...]
    sure: bool
    rule: str  # "vocabulary", "gazetteer", "theme"
    code: str = ""


@dataclass(frozen=True, slots=True)
class CaptionReading:
    text: str
    start: int
    end: int
    credit: str = ""


@dataclass(frozen=True, slots=True)
class CreditReading:
    """An agency or outlet named in a reporting credit, or a person credited ("Reporting by Ana Horvat")."""

    name: str
    start: int
    end: int
    kind: str = "agency"  # "agency", "reporter", "editor"


@dataclass(frozen=True, slots=True)
class SourceReading:
    """The outlet that published the report. `inferred` when no line states it and it follows from other evidence."""

    name: str
    start: int
    end: int
    inferred: bool


@dataclass(frozen=True, slots=True)
class DatelineReading:
    place: str
    agency: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A headline that this site would write where the report has none: a clause of the text, with its place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lint:
    """Something for the desk to look at. Never mended by the machine."""

    rule: str
    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """A raw report, read."""

    raw: str
    blocks: tuple[Block, ...] = ()
    headline: str | None = None
    proposed_headline: Proposal | None = None
    standfirst: str | None = None
    byline: tuple[str, ...] = ()
    dateline: DatelineReading | None = None
    captions: tuple[CaptionReading, ...] = ()
    credits: tuple[CreditReading, ...] = ()
    source: SourceReading | None = None
    people: tuple[PersonReading, ...] = ()
    quotes: tuple[QuoteReading, ...] = ()
    terms: tuple[TermReading, ...] = ()
    tags: tuple[TagReading, ...] = ()
    dates: tuple[DateReading, ...] = ()
    lints: tuple[Lint, ...] = ()
    engine: int = field(default=ENGINE_VERSION)
