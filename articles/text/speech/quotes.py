"""Quotations of a report and who spoke them, and its terms in scare quotes."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from articles.text.report import Block, PersonReading, QuoteReading, Role, Span, TermReading
from articles.text.speech.attribution import Clause, clause_of
from articles.text.speech.clauses import NAME, QUOTE, WORD, Paragraph
from articles.text.speech.discourse import THING, UNNAMED, Discourse, Entity, cast
from articles.text.speech.marks import MARK
from articles.text.speech.narrative import Narrative, names_of, narrative
from articles.text.speech.phrases import Phrase
from articles.text.speech.subjects import main_subject
from articles.text.speech.transcripts import turns
from articles.text.speech.unspoken import is_title, is_unspoken, word_count
from articles.text.speech.words import words
from articles.text.typography import passages

_CHAIN = frozenset({Role.STANDFIRST, Role.BODY, Role.LIST_ITEM})
_ALONE = frozenset({Role.HEADLINE, Role.SUBHEAD, Role.CAPTION})
_SURE = frozenset(
    {"subject-verb", "verb-subject", "according to", "transcript", "participle", "carried", "dash", "passive", "colon"}
)
_TERM = 5  # fewer words are a quotation only with a speech clause of their own


@dataclass(frozen=True, slots=True)
class _Finding:
    """Who spoke a quotation: `entity` None where nothing points to anybody."""

    entity: Entity | None
    rule: str
    touches: bool = False
    span: tuple[int, int] | None = None  # in the passage's text
    verb: str = ""


@dataclass(slots=True)
class _State:
    """A story while it is read: what is filed so far, and what the paragraph before left behind."""

    told: Narrative
    discourse: Discourse
    turns: dict[int, int]
    quotes: list[QuoteReading] = field(default_factory=list)
    terms: list[TermReading] = field(default_factory=list)
    last: _Finding | None = None  # of the last quotation or speech clause of the paragraph before

    @property
    def paragraphs(self) -> list[Paragraph]:
        return self.told.paragraphs


def read_quotes(
    raw: str, blocks: Sequence[Block], people: Sequence[PersonReading]
) -> tuple[tuple[QuoteReading, ...], tuple[TermReading, ...]]:
    """The quotations of a report in order, and its terms in scare quotes, from the roles that tell the story.

    A quotation may stretch over paragraphs; one to four words are a quotation only where somebody utters them. Whoever
    is not named stays None; `tier` is "sure" where a clause names the speaker, "suggested" where the place does."""
    quotes: list[QuoteReading] = []
    terms: list[TermReading] = []
    chain = passages(raw, tuple(blocks), _CHAIN)
    groups = [chain] + [(alone,) for alone in passages(raw, tuple(blocks), _ALONE)]
    if not any(MARK.search(passage.text) for group in groups for passage in group):
        return (), ()
    people_cast = cast(raw, people)
    named = names_of(people)
    for group in groups:
        told = narrative(group, named)
        spoken = turns(told.paragraphs, people) if len(group) > 1 else {}
        state = _State(told, Discourse(people_cast), spoken)
        for at in range(len(state.paragraphs)):
            _read_paragraph(state, at)
        quotes += state.quotes
        terms += state.terms
    return tuple(sorted(quotes, key=lambda quote: quote.start)), tuple(sorted(terms, key=lambda term: term.start))


def _read_paragraph(state: _State, at: int) -> None:
    built = state.paragraphs[at]
    turn = state.turns.get(at)
    last: _Finding | None = None
    for low, high in built.sentences:
        subject: Entity | None = None
        for index in range(low, high):
            if built.tokens[index].kind != QUOTE:
                continue
            finding = _settle(state, at, index, last)
            kept = _keep(state, at, index, finding)
            if finding.entity is not None and (kept or finding.verb):
                last = finding
                subject = subject or finding.entity
        if subject is None:
            phrase = main_subject(built.tokens, low, high)
            if phrase is not None:
                subject = _author_of(state, built, phrase) or state.discourse.resolve(phrase)
                told = state.last if low == 0 and phrase.head in {"he", "she"} else None
                if told is not None and told.verb and told.entity is not None and told.entity == subject:
                    subject = state.discourse.narrated(phrase.head, told.entity)
                if subject.who != THING and not (last and subject.who == UNNAMED):
                    last = _Finding(
                        subject, "subject", span=(built.tokens[phrase.first].start, built.tokens[phrase.last - 1].end)
                    )
        spoken = state.discourse.spoken_of(built.tokens, low, high)
        state.discourse.close(([subject] if subject is not None else []) + spoken)
    if turn is not None:  # unmarked speech is no quotation, but tells who speaks
        last = _Finding(state.discourse.named(turn) if turn >= 0 else Entity(UNNAMED), "transcript")
        state.discourse.close([last.entity] if last.entity is not None else [])
    if last is not None:
        state.last = last


def _settle(state: _State, at: int, index: int, last: _Finding | None) -> _Finding:
    """Who spoke the quotation at token `index` of paragraph `at`; `last` was found before it in the paragraph."""
    built = state.paragraphs[at]
    key = (at, built.tokens[index].who)
    if key in state.told.later and state.last is not None:
        return replace(state.last, rule="carried", touches=True)
    clause = clause_of(built, index)
    if clause is None and key in state.told.parts:
        end, piece = state.told.parts[key][-1]
        clause = clause_of(state.paragraphs[end], _token_of(state.paragraphs[end], piece))
        if clause is not None:
            finding = _from_clause(state, state.paragraphs[end], index, clause)
            return replace(finding, span=None)
    if clause is not None:
        return _from_clause(state, built, index, clause)
    return _from_place(state, at, index, last)


def _token_of(built: Paragraph, piece: int) -> int:
    return next(index for index, token in enumerate(built.tokens) if token.kind == QUOTE and token.who == piece)


def _from_clause(state: _State, built: Paragraph, index: int, clause: Clause) -> _Finding:
    verb = built.tokens[clause.verb].lower if clause.verb >= 0 else ""
    phrase = clause.subject
    if phrase is None:
        return _Finding(Entity(UNNAMED), clause.rule, clause.touches, None, verb)
    span = (built.tokens[phrase.first].start, built.tokens[phrase.last - 1].end)
    here = _here(state, built, phrase.first)
    entity = _author_of(state, built, phrase, here) or state.discourse.resolve(phrase, here)
    if entity.who == THING:
        entity = Entity(UNNAMED, "", entity.head)
    return _Finding(entity, clause.rule, clause.touches, span, verb)


def _author_of(state: _State, built: Paragraph, phrase: Phrase, here: Sequence[Entity] = ()) -> Entity | None:
    """Whose letter, message or words a phrase names: "Horvat's letter", "a statement from Horvat", "her post"."""
    if phrase.kind != "noun" or phrase.head not in words("writings"):
        return None
    if phrase.owner is not None:
        return state.discourse.named(built.tokens[phrase.owner].who)
    first = built.tokens[phrase.first].lower
    return state.discourse.pronoun(first, here) if first in {"his", "her"} else None


def _here(state: _State, built: Paragraph, before: int) -> list[Entity]:
    """Whom the clause before a pronoun in its own sentence speaks of: "When Horvat arrived, she said"."""
    low, _ = built.sentence_of(before)
    tokens = built.tokens
    if low >= before or tokens[low].lower in words("prepositions"):
        return []
    start = low + 1 if tokens[low].lower in words("subordinators") else low
    phrase = main_subject(tokens, start, before)
    return [state.discourse.named(phrase.who)] if phrase is not None and phrase.kind == "name" else []


def _from_place(state: _State, at: int, index: int, last: _Finding | None) -> _Finding:
    """Without a clause: the subject of its sentence, whoever spoke in the paragraph, a clause behind it, the paragraph before."""
    built = state.paragraphs[at]
    low, _ = built.sentence_of(index)
    if index > low:
        colon = built.tokens[index - 1].text == ":"
        phrase = main_subject(built.tokens, low, index)
        if phrase is not None:
            entity = _author_of(state, built, phrase) or state.discourse.resolve(phrase)
            span = (built.tokens[phrase.first].start, built.tokens[phrase.last - 1].end)
            if entity.who != THING and not colon:
                return _Finding(entity, "subject", False, span)
            if entity.who >= 0 or (colon and entity.who == UNNAMED and phrase.owner is None):
                return _Finding(entity, "colon", True, span)
        alone = _only_name(built, low, index) if colon else None
        if alone is not None:
            token = built.tokens[alone]
            return _Finding(state.discourse.named(token.who), "colon", True, (token.start, token.end))
    if last is not None:
        return replace(last, rule="carried", touches=last.touches and index == low, verb="")
    if index > low:
        return _Finding(None, "none")
    led = _led_in(state, at)
    if led is not None:
        return led
    signed = _signed_below(state, at, index)
    if signed is not None:
        return signed
    behind = _clause_behind(state, at, index)
    if behind is not None:
        return behind
    if state.last is not None:
        return replace(state.last, rule="carried from the paragraph before", touches=False, verb="", span=None)
    return _Finding(None, "none")


def _only_name(built: Paragraph, low: int, high: int) -> int | None:
    """The one name in what leads in with a colon: "Horvat's message was simple:", "For Horvat, the answer is clear:"."""
    names = [index for index in range(low, high) if built.tokens[index].kind == NAME]
    return names[0] if len({built.tokens[index].who for index in names}) == 1 else None


def _led_in(state: _State, at: int) -> _Finding | None:
    """The paragraph before ends with a colon: its speaker leads in."""
    if not at or not state.paragraphs[at - 1].passage.text.endswith(":") or state.last is None:
        return None
    return replace(state.last, rule="colon", touches=True, span=None)


def _signed_below(state: _State, at: int, index: int) -> _Finding | None:
    """`― Ana Horvat, mayor` in the line after the quotation."""
    if at + 1 >= len(state.paragraphs) or index != len(state.paragraphs[at].tokens) - 1:
        return None
    tokens = state.paragraphs[at + 1].tokens
    if 1 < len(tokens) < 14 and tokens[0].text in {"–", "—", "--", "―", "-"} and tokens[1].kind == NAME:
        return _Finding(state.discourse.named(tokens[1].who), "dash", True)
    return None


def _clause_behind(state: _State, at: int, index: int) -> _Finding | None:
    """The next quotation of the paragraph names its speaker: `“We won.” “It was close,” Horvat said.`"""
    built = state.paragraphs[at]
    for later in range(index + 1, len(built.tokens)):
        if built.tokens[later].kind == QUOTE:
            clause = clause_of(built, later)
            if clause is None or clause.subject is None or built.sentence_of(later)[0] != later:
                return None
            finding = _from_clause(state, built, later, clause)
            return replace(finding, rule="clause behind", touches=False, verb="")
    return None


def _keep(state: _State, at: int, index: int, finding: _Finding) -> bool:
    """File the quotation at a token as speech or as a term, or as neither. Says whether it is speech."""
    built = state.paragraphs[at]
    key = (at, built.tokens[index].who)
    if key in state.told.later:
        return True
    parts = state.told.parts.get(key, [key])
    texts = [
        state.paragraphs[para].passage.text[
            state.paragraphs[para].quotes[piece].start : state.paragraphs[para].quotes[piece].end
        ]
        for para, piece in parts
    ]
    text = "\n\n".join(texts)
    first, last = state.paragraphs[parts[0][0]], state.paragraphs[parts[-1][0]]
    start = first.passage.at(first.quotes[parts[0][1]].start)
    end = last.passage.span(0, last.quotes[parts[-1][1]].end).end
    role = built.passage.block.role if built.passage.block else Role.BODY
    few = word_count(text) < _TERM
    if _is_speech(built, index, finding, text, few, role):
        state.quotes.append(_reading(state, built, finding, text, start, end))
        return True
    if few and not (is_title(text) and word_count(text) > 2):
        state.terms.append(TermReading(text, start, end))
    return False


def _is_speech(built: Paragraph, index: int, finding: _Finding, text: str, few: bool, role: Role) -> bool:
    named = finding.rule in _SURE and finding.touches and finding.entity is not None
    if is_unspoken(built, index):
        return False
    if role in _ALONE:
        return not few and finding.rule in _SURE and finding.verb != "" and not is_title(text)
    if is_title(text) and not (named and text[-1] in ",.?!" and finding.verb):
        return False
    return _is_utterance(built, index, finding, text) if few else True


def _is_utterance(built: Paragraph, index: int, finding: _Finding, text: str) -> bool:
    """Whether a few words are something said: a sentence of its own with a clause that touches it, or in a row of speech."""
    if finding.entity is None or not (text[0].isupper() or text[0].isdigit()):
        return False
    low, high = built.sentence_of(index)
    tokens = built.tokens
    if finding.verb in words("naming"):
        return False
    if index == low:
        alone = index + 1 >= high or tokens[index + 1].kind != WORD
        if finding.rule in {"carried", "clause behind", "carried from the paragraph before", "dash"}:
            return (alone and text[-1] in ".?!…" and finding.rule != "carried from the paragraph before") or (
                alone and index + 1 >= len(tokens) and text[-1] in ".?!…"
            )
        return finding.touches
    before = tokens[index - 1]
    return (finding.touches and before.text in {",", ":", "–", "—"} and (finding.verb != "" or before.text == ":")) or (
        finding.touches
        and before.lower
        in {"said", "replied", "asked", "answered", "shouted", "says", "added", "cried", "yelled", "responded"}
    )


def _reading(state: _State, built: Paragraph, finding: _Finding, text: str, start: int, end: int) -> QuoteReading:
    entity = finding.entity
    speaker = entity.who if entity is not None and entity.who >= 0 else None
    sure = finding.rule in _SURE and entity is not None
    span: Span | None = None
    if finding.span is not None and finding.rule != "carried":
        span = built.passage.span(*finding.span)
    return QuoteReading(text, start, end, speaker, "sure" if sure else "suggested", finding.rule, span)
