"""Who said it: the clause of speech before or after a quotation, in the sentence where it stands.

Tried in the order of their nearness: a clause that touches the quotation on its left, one that touches it on its right,
one further left in the sentence, one further right. What is carried from other sentences is settled in `quotes`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.text.speech.clauses import NAME, POINT, QUOTE, WORD, Paragraph, Token
from articles.text.speech.phrases import Phrase, is_person_noun, phrase_at
from articles.text.speech.subjects import main_subject, subject_left, subject_right
from articles.text.speech.verbs import cue_form, is_passive, skip_adverbs
from articles.text.speech.words import speech_forms, words

_DASHES = frozenset({"–", "—", "--", "―", "-"})
_REACH = 60  # tokens between a quotation and the verb of its clause
_QUOTES_BETWEEN = 4  # other quotations between them ("“wrong”, “bad” and “the worst of all”")
_NO_CLAUSE = frozenset(
    "and but while which who whom where whereas or nor because so although though before after when that than if adding saying of in at on for to with from about the".split()
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of speech: the phrase of its subject (None: nobody can be seen), the rule that found it and whether it
    touches the quotation. `verb` is the token of the verb of speech, or -1."""

    subject: Phrase | None
    rule: str
    touches: bool = False
    verb: int = -1


def clause_of(built: Paragraph, quote: int) -> Clause | None:
    """The clause of speech of the quotation at token `quote`, read from its own sentence alone."""
    low, high = built.sentence_of(quote)
    before = _before(built.tokens, quote, low)
    start = built.passage.text[built.quotes[built.tokens[quote].who].start]
    if before is not None and start.islower() and built.tokens[quote - 1].text == ",":
        before = replace(before, touches=False)  # "Although Brandt said no, “we had to act”, Horvat said"
    if before is not None and before.touches:
        return before
    after = _after(built, quote)
    if after is not None and not (before is not None and before.subject is not None and _names_a_paper(after)):
        return after
    if before is not None:
        return before
    return _later(built.tokens, quote, high)


def _names_a_paper(clause: Clause) -> bool:
    """`according to the charge sheet`: the paper reports what somebody else said."""
    subject = clause.subject
    return (
        clause.rule == "according to"
        and subject is not None
        and subject.kind == "noun"
        and not is_person_noun(subject.head)
    )


def _before(tokens: Sequence[Token], quote: int, low: int) -> Clause | None:
    named = _named_before(tokens, quote, low)
    if named is not None:
        return named
    crossed = 0
    for verb in range(quote - 1, max(low, quote - _REACH) - 1, -1):
        crossed += tokens[verb].kind == QUOTE
        if crossed > _QUOTES_BETWEEN:
            break
        form = cue_form(tokens, verb) or _capital_cue(tokens, verb, low)
        if not form:
            continue
        clause = _clause_at(tokens, verb, form, low, quote)
        if clause is not None:
            touches = _touches(tokens, verb, quote)
            return Clause(clause.subject, clause.rule, touches, verb)
    return None


def _capital_cue(tokens: Sequence[Token], verb: int, low: int) -> str:
    """`Said Horvat: “...”`: a verb with a capital counts at the beginning of a sentence alone, right before its subject."""
    first = tokens[verb]
    if (
        verb != low
        or first.kind != WORD
        or first.lower not in {"said", "says", "added", "adds", "explained", "asked"}
        or verb + 1 >= len(tokens)
    ):
        return ""
    follows = tokens[verb + 1]
    return "finite" if follows.kind == NAME or follows.lower in {"the", "one", "a", "an"} else ""


def _named_before(tokens: Sequence[Token], quote: int, low: int) -> Clause | None:
    """`Horvat: “...”`, `according to Horvat, “...”`, `in the words of Horvat, “...”`."""
    at = quote - 1
    if at >= low and tokens[at].text == ":" and at - 1 >= low:
        start = at - 1
        while start > low and tokens[start - 1].kind in {NAME, WORD} and at - start < 8:
            start -= 1
        label = phrase_at(tokens, start, at)
        if (
            label is not None
            and label.kind == "name"
            and start == low
            and not any(cue_form(tokens, index) for index in range(start, at))
        ):
            return Clause(label, "transcript", True)
    while at >= low and tokens[at].kind == POINT and tokens[at].text in {",", ":", "–", "—"}:
        at -= 1
    for index in range(at, max(low - 1, at - 24), -1):
        if tokens[index].kind == QUOTE or cue_form(tokens, index):
            break
        if index and tokens[index].lower == "to" and tokens[index - 1].lower == "according":
            if any(cue_form(tokens, verb) == "finite" for verb in range(low, index - 1)):
                break  # "Horvat said, according to Brandt, that ..."
            subject = subject_right(tokens, index + 1, quote)
            return Clause(subject, "according to", at < quote - 1, index)
        if index and tokens[index].lower == "words" and tokens[index - 1].kind == NAME and tokens[index - 1].possessive:
            return Clause(Phrase("name", index - 1, index, tokens[index - 1].who), "according to", True, index)
        if (
            index > 1
            and tokens[index].lower == "of"
            and tokens[index - 1].lower == "words"
            and tokens[index - 2].lower in {"the", "famous"}
        ):
            subject = subject_right(tokens, index + 1, quote)
            return Clause(subject, "according to", True, index)
    return None


def _clause_at(tokens: Sequence[Token], verb: int, form: str, low: int, high: int) -> Clause | None:
    """The clause whose verb of speech stands at a place, left of a quotation."""
    if form in {"finite", "participle", "base"} and is_passive(tokens, verb):
        return _passive(tokens, verb, high)
    if (
        form == "participle"
        and speech_forms()[tokens[verb].lower] == "participle"
        and not _has_auxiliary(tokens, verb, low)
    ):
        return _passive(tokens, verb, high)
    if form == "ing":
        subject = _participle_subject(tokens, verb, low)
        return Clause(subject, "participle", verb=verb) if subject is not None else None
    left = skip_adverbs(tokens, verb - 1, low)
    touching = verb - 1 >= low and (
        tokens[verb - 1].kind == QUOTE
        or (tokens[verb - 1].text in {","} | _DASHES and verb - 2 >= low and tokens[verb - 2].kind == QUOTE)
    )
    if verb == low or touching:
        subject = subject_right(tokens, verb + 1, high)
        return Clause(subject, "verb-subject", verb=verb) if subject is not None else None
    subject = subject_left(tokens, verb, low)
    named = subject is not None and (subject.kind != "noun" or is_person_noun(subject.head))
    if not named and tokens[verb - 1].text == "," and verb + 1 < high and tokens[verb + 1].kind == NAME:
        return Clause(subject_right(tokens, verb + 1, high), "verb-subject", verb=verb)  # "Not so, says Horvat: ..."
    if subject is None and left >= low and tokens[left].lower in {"and", "but", "then", "to", ",", "or"}:
        subject = _coordinated(tokens, left, low)
    if subject is None and left >= low and tokens[left].kind == POINT:
        subject = _coordinated(tokens, left, low)
    if subject is None:
        return None
    return Clause(subject, "subject-verb", verb=verb)


def _has_auxiliary(tokens: Sequence[Token], verb: int, low: int) -> bool:
    return any(
        tokens[index].lower in {"has", "have", "had", "'d", "having", "'ve", "ever"}
        for index in range(max(low, verb - 4), verb)
    ) or tokens[verb].lower not in {"written", "sworn", "sung", "spoken", "begun"}


def _passive(tokens: Sequence[Token], verb: int, high: int) -> Clause | None:
    """`described by Horvat as “...”`, `was quoted as saying`; else the speaker is not named."""
    for index in range(verb + 1, min(high, verb + 10)):
        if tokens[index].lower == "by":
            subject = subject_right(tokens, index + 1, high)
            return Clause(subject, "verb-subject", verb=verb)
        if tokens[index].kind in {QUOTE, POINT}:
            break
    return Clause(None, "passive", verb=verb)


def _participle_subject(tokens: Sequence[Token], verb: int, low: int) -> Phrase | None:
    """The subject of "saying" or "adding": the name it touches, or the subject of the main clause."""
    at = skip_adverbs(tokens, verb - 1, low)
    if at >= low and tokens[at].lower == "as":
        at -= 1
        if at >= low and tokens[at].lower in {"quoted", "cited", "reported"}:
            return subject_left(tokens, at, low)
    if at >= low and tokens[at].kind == NAME and not tokens[at].possessive:
        return phrase_at(tokens, at, at + 1)
    if at >= low and tokens[at].kind == WORD and tokens[at].lower in words("people_nouns"):
        return subject_left(tokens, at + 1, low)
    return _coordinated(tokens, verb, low)


def _coordinated(tokens: Sequence[Token], at: int, low: int) -> Phrase | None:
    """The subject that a later verb of the sentence shares: that of the nearest verb of speech before it, else the first."""
    for index in range(at - 1, low - 1, -1):
        form = cue_form(tokens, index)
        if form and form != "ing" and not is_passive(tokens, index):
            touching = index - 1 >= low and (
                tokens[index - 1].kind == QUOTE
                or (index - 2 >= low and tokens[index - 2].kind == QUOTE and tokens[index - 1].kind == POINT)
            )
            subject = subject_right(tokens, index + 1, at) if touching else subject_left(tokens, index, low)
            if subject is not None:
                return subject
    return main_subject(tokens, low, at)


def _touches(tokens: Sequence[Token], verb: int, quote: int) -> bool:
    """Whether the clause leads into the quotation: a comma, a colon, "that" or the verb itself right before it."""
    before = tokens[quote - 1]
    if before.kind == POINT and before.text in {",", ":"} | _DASHES:
        return not any(tokens[index].kind == QUOTE for index in range(verb, quote))
    return verb == quote - 1 or before.lower in {
        "that",
        "as",
        "him",
        "her",
        "them",
        "it",
        "how",
        "reporters",
        "of",
        "us",
        "me",
        "was",
        "is",
        "were",
        "are",
    }


def _after(built: Paragraph, quote: int) -> Clause | None:
    """A clause that touches the quotation on its right: `“...,” said Horvat`, `“...?” Horvat asked`, `“...” – Ana Horvat`."""
    tokens = built.tokens
    at = quote + 1
    ending = built.ending(tokens[quote].who)
    comma = ending in ",?!…—–-"
    dashed = False
    while at < len(tokens) and tokens[at].kind == POINT and tokens[at].text in {","} | _DASHES:
        dashed = dashed or tokens[at].text in _DASHES
        comma = True
        at += 1
    if at >= len(tokens) or tokens[at].kind not in {WORD, NAME}:
        return None
    high = built.sentence_of(at)[1]
    high = next((index for index in range(at, high) if tokens[index].kind == QUOTE), high)
    if tokens[at].lower == "according" and at + 1 < high and tokens[at + 1].lower == "to":
        return Clause(subject_right(tokens, at + 2, high), "according to", True, at)
    if dashed and (tokens[at].kind == NAME or _label(tokens, at, high) is not None):
        label = _label(tokens, at, high)
        if label is not None and high >= len(tokens) - 1:
            return Clause(label, "dash", True)
    if ending == "." and not (at > quote + 1):
        return _short_clause(tokens, at, high)
    first = (
        at + 1
        if tokens[at].kind == WORD
        and (tokens[at].lower.endswith("ly") or tokens[at].lower in {"then", "also", "later"})
        and at + 1 < high
        else at
    )
    form = cue_form(tokens, first)
    if form in {"finite", "base"} and tokens[first].lower not in words("weak_after"):
        subject = subject_right(tokens, first + 1, high)
        if subject is not None:
            return Clause(subject, "verb-subject", True, first)
    if tokens[at].lower in {"is", "was"} and at + 1 < high:  # "“Stay at home” is the message from Horvat"
        subject = subject_right(tokens, at + 1, high)
        if subject is not None and subject.head in words("writings") and subject.owner is not None:
            return Clause(subject, "verb-subject", True, at)
    if tokens[at].lower in _NO_CLAUSE - {"the"} and tokens[at].lower != "as":
        return _by_words_of(tokens, at, high)
    return _subject_verb(tokens, at, high, comma)


def _subject_verb(tokens: Sequence[Token], at: int, high: int, comma: bool) -> Clause | None:
    """`“...,” Horvat said`; without a comma only a name or a pronoun right before its verb will do."""
    start = at + 1 if tokens[at].lower == "as" else at
    near = comma or tokens[at].kind == NAME or tokens[at].lower in {"he", "she"}
    for verb in range(start + 1, min(high, start + (32 if comma else 4)) if near else start):
        form = cue_form(tokens, verb)
        if form not in {"finite", "base", "participle"}:
            continue
        if is_passive(tokens, verb) and not _is_quoted(tokens, verb, high):
            continue
        if tokens[verb].lower == "put" and not (verb + 1 < high and tokens[verb + 1].lower == "it"):
            continue
        subject = _quoted_as_saying(tokens, verb, high) or subject_left(tokens, verb, start)
        if subject is not None:
            return Clause(subject, "subject-verb", True, verb)
    return None


def _is_quoted(tokens: Sequence[Token], verb: int, high: int) -> bool:
    """`Horvat was quoted as saying`, `Horvat is reported to have said`."""
    return tokens[verb].lower in words("quoted") and verb + 1 < high and tokens[verb + 1].lower in {"as", "to"}


def _quoted_as_saying(tokens: Sequence[Token], verb: int, high: int) -> Phrase | None:
    """`the agency quoted Horvat as saying`: the speaker is the object."""
    if tokens[verb].lower not in {"quoted", "cited", "quotes", "cites"}:
        return None
    for index in range(verb + 2, min(high - 1, verb + 10)):
        if tokens[index].lower == "as" and speech_forms().get(tokens[index + 1].lower) == "ing":
            return phrase_at(tokens, verb + 1, index)
    return None


def _short_clause(tokens: Sequence[Token], at: int, high: int) -> Clause | None:
    """`“We won.” Horvat said.`: after a full stop a clause counts only when it is nothing but subject and verb."""
    for verb in range(at + 1, min(high, at + 9)):
        form = cue_form(tokens, verb)
        if form == "finite" and tokens[verb].lower not in words("weak_after"):
            rest = tokens[verb + 1 : high]
            plain = _ends_clause(tokens, verb + 1, high) or rest[0].kind != WORD or rest[0].lower == "reporters"
            if not plain or len(rest) > 6 or any(token.lower == "that" for token in rest):
                return None
            subject = subject_left(tokens, verb, at)
            return Clause(subject, "subject-verb", True, verb) if subject is not None else None
    if tokens[at].lower in {"said", "says", "added"} and tokens[at].text == tokens[at].lower:
        return Clause(subject_right(tokens, at + 1, high), "verb-subject", True, at)
    return None


def _label(tokens: Sequence[Token], at: int, high: int) -> Phrase | None:
    """`― Ana Horvat, mayor`: a name with few words and no verb of speech."""
    if high - at > 12 or any(cue_form(tokens, index) for index in range(at + 1, high)):
        return None
    found = phrase_at(tokens, at, next((index for index in range(at, high) if tokens[index].kind == POINT), high))
    return found if found is not None and found.kind == "name" else None


def _by_words_of(tokens: Sequence[Token], at: int, high: int) -> Clause | None:
    """`“...”, in the words of Ana Horvat`."""
    for index in range(at, min(high - 1, at + 4)):
        if tokens[index].lower == "words" and tokens[index + 1].lower == "of":
            return Clause(subject_right(tokens, index + 2, high), "according to", True, index)
    return None


def _later(tokens: Sequence[Token], quote: int, high: int) -> Clause | None:
    """A last clause of the sentence: `The deal was “a disgrace” and would fail, Horvat said.`; `“...” by Ana Horvat`."""
    if quote + 1 < high and tokens[quote + 1].lower == "by":
        subject = subject_right(tokens, quote + 2, high)
        if (
            subject is not None
            and subject.kind == "name"
            and quote
            and speech_forms().get(tokens[quote - 1].lower, tokens[quote - 1].lower) in {"finite", "as", "participle"}
        ):
            return Clause(subject, "verb-subject", False, quote + 1)
    crossed = 0
    for index in range(quote + 1, min(high, quote + _REACH)):
        token = tokens[index]
        crossed += token.kind == QUOTE
        if crossed > _QUOTES_BETWEEN:
            break
        if token.lower == "according" and index + 1 < high and tokens[index + 1].lower == "to":
            return Clause(subject_right(tokens, index + 2, high), "according to", False, index)
        form = cue_form(tokens, index)
        if form == "finite" and not is_passive(tokens, index) and token.lower not in words("weak_after"):
            if index and (tokens[index - 1].text == ",") and index + 1 < high:
                subject = subject_right(tokens, index + 1, high)
                if subject is not None:
                    return Clause(subject, "verb-subject", False, index)
            subject = subject_left(tokens, index, quote + 1)
            if (
                subject is not None
                and _begins_clause(tokens, subject.first, quote)
                and _ends_clause(tokens, index + 1, high)
            ):
                return Clause(subject, "subject-verb", False, index)
    return None


def _begins_clause(tokens: Sequence[Token], first: int, quote: int) -> bool:
    """Whether a subject, with the titles before it, follows a comma: ", Prof. Ana Horvat said"."""
    at = first - 1
    while at > quote and (tokens[at].capital or tokens[at].text == "." or tokens[at].lower in words("people_nouns")):
        at -= 1
    return at > quote and tokens[at].text == ","


def _ends_clause(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Whether a sentence ends here but for times and places ("on Monday", "in a statement")."""
    return (
        at >= high
        or tokens[at].kind == POINT
        or (tokens[at].kind == WORD and tokens[at].lower in words("prepositions") | words("times"))
    )
