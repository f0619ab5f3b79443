"""The people of a report: every naming of each, with its place in the raw text and the role written beside it."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from articles.text.people.breaks import ADJECTIVAL, PARTICLES
from articles.text.people.candidates import Candidate, bare
from articles.text.people.lexicon import (
    BODY,
    COMMON_GIVEN,
    FUNCTION,
    GIVEN,
    PLACE,
    SURNAME,
    WORD,
    Lexicon,
    fold,
    lexicon,
)
from articles.text.people.pages import Page, doubt_the_tail, signs
from articles.text.people.runs import Segment, segments, style_of
from articles.text.people.tokens import CAPITAL, INITIAL, LOWER, Token, tokens
from articles.text.people.weighing import candidate
from articles.text.people.whoswho import Person, WhosWho, full_names, lone_names, spoken_of_with
from articles.text.report import STORY_ROLES, Block, KnownPerson, Mention, PersonReading, Role
from articles.text.typography import Passage, passages

_AFTER_SUBJECT = frozenset(
    ", and has is had was will would could can did does may took made put got gave met left led ran hit kept held felt found"
    " brought set cut paid lost won beat saw became began broke chose drew fell flew grew threw shot also never then now later".split()
)
_EPONYMS = frozenset(
    "law disease syndrome theorem effect constant comet principle paradox razor hospital cathedral restaurant".split()
)
LONGEST_NAME = 8  # words; a longer run of capitals is a title or shouting
FindPeople = Callable[[str], Iterable[tuple[int, int, float]]]


@dataclass(slots=True)
class _Gathered:
    candidates: list[Candidate]
    things: set[tuple[str, ...]]


def read_people(
    raw: str,
    blocks: tuple[Block, ...],
    *,
    known_people: Iterable[KnownPerson] = (),
    find_people: FindPeople | None = None,
) -> tuple[PersonReading, ...]:
    """The people of a report in the order of their first naming.

    `blocks` cover `raw`; only those with a story role lend people. `known_people` are people the site has already:
    their names are found more surely, and their key is handed back where a full name of theirs stands in the report.
    `find_people` replaces the finder of names alone: a passage in, (start, end, score) out; names with a negative score
    are left out."""
    words = lexicon()
    pages = []
    for passage in passages(raw, blocks, STORY_ROLES):
        found = tokens(passage.text, words)
        if found and not signs(found):
            pages.append(Page(passage, found, style_of(found)))
    doubt_the_tail(pages)
    known = _known(known_people)
    who = _read(pages, words, known) if find_people is None else _read_found(pages, words, find_people)
    return _readings(raw, pages, who, known)


def find_people(text: str) -> list[tuple[int, int, float]]:
    """The built-in finder over one text: (start, end, score) of every naming of a person, in order."""
    words = lexicon()
    found = tokens(text, words)
    pages = [Page(Passage(text, 0, len(text)), found, style_of(found))] if found else []
    who = _read(pages, words, {})
    return sorted((c.start, c.end, round(c.score, 2)) for person in who.persons for c in person.found)


_remembered: tuple[tuple[KnownPerson, ...], dict[tuple[str, ...], str]] = ((), {})


def _known(people: Iterable[KnownPerson]) -> dict[tuple[str, ...], str]:
    """Folded forms of the people the site knows -> key; a form that two of them share has none.

    An import hands in the same tuple with every report; the table of the last one is kept, for it may be long."""
    global _remembered
    if people is _remembered[0]:
        return _remembered[1]
    keys: dict[tuple[str, ...], str] = {}
    kept = tuple(people)
    for person in kept:
        for form in dict.fromkeys((person.name, *person.forms)):
            parts = _form_parts(form)
            if parts:
                keys[parts] = person.key if keys.get(parts, person.key) == person.key else ""
    if kept:
        _remembered = (kept, keys)
    return keys


def _form_parts(form: str) -> tuple[str, ...]:
    """The words of a form on record as a candidate's parts are: without particles and suffixes."""
    words = [word.strip(",\"“”()'") for word in fold(form).split()]
    while len(words) > 1 and words[-1].rstrip(".") in ("jr", "sr", "ii", "iii", "iv"):
        words.pop()
    kept = [bare(word) for n, word in enumerate(words) if word and (word not in PARTICLES or n == len(words) - 1)]
    return tuple(kept)


def _gather(
    pages: list[Page], which: list[int], words: Lexicon, seen: set[str], known: dict[tuple[str, ...], str]
) -> _Gathered:
    gathered = _Gathered([], set())
    for number in which:
        page = pages[number]
        text = page.passage.text
        for segment in segments(page.tokens, words, page.style, seen):
            if segment.thing:
                _note_thing(page.tokens, segment, gathered.things)
                continue
            found = candidate(text, page.tokens, segment, number, page.style)
            if not 0 < len(found.parts) <= LONGEST_NAME:
                continue
            if found.parts in known:
                found.score += 3.0
                found.strong = True
            found.plain = found.plain and not page.doubtful
            if segment.adjectival:
                found.notes.add("adjectival")
            gathered.candidates.append(found)
    return gathered


def _note_thing(page: list[Token], segment: Segment, things: set[tuple[str, ...]]) -> None:
    """ "Hurricane Maria" makes "Maria" a thing for the whole report."""
    lows = [page[n].low for n in segment.parts]
    if len(lows) > 1 and not page[segment.parts[0]].kinds & (GIVEN | SURNAME):
        things.add(tuple(lows[1:]))
    things.add(tuple(lows))


def _read(pages: list[Page], words: Lexicon, known: dict[tuple[str, ...], str]) -> WhosWho:
    prose = [n for n, page in enumerate(pages) if page.style == "prose" and not page.doubtful]
    other = [n for n, page in enumerate(pages) if page.style != "prose" or page.doubtful]
    gathered = _gather(pages, prose, words, set(), known)
    accepted = full_names(gathered.candidates, gathered.things, words)
    who = WhosWho(words)
    for c in gathered.candidates:
        if c.parts in accepted:
            who.add(c)
    candidates = gathered.candidates
    if other:
        titles = _gather(pages, other, words, who.words(), known)
        sure = [c for c in titles.candidates if c.score >= 2.6 and not pages[c.passage].doubtful]
        accepted_too = {c.parts for c in sure if not c.lone}
        accepted_too |= {c.parts for c in titles.candidates if c.parts in accepted and not c.lone}
        for c in titles.candidates:
            if not c.lone and c.parts in accepted_too:
                who.add(c)
        candidates = sorted([*candidates, *titles.candidates], key=lambda c: (c.passage, c.start))
        accepted |= accepted_too
        gathered.things |= titles.things
    _resolve(pages, who, candidates, accepted, gathered.things, known)
    return who


def _resolve(
    pages: list[Page],
    who: WhosWho,
    candidates: list[Candidate],
    accepted: set[tuple[str, ...]],
    things: set[tuple[str, ...]],
    known: dict[tuple[str, ...], str],
) -> None:
    """Shorter namings, in the order of the text: a surname, a given name, the rest of a long name."""
    who.alone = {c.parts[0] for c in candidates if c.lone and c.plain}
    owner = {id(c): person for person in who.persons for c in person.found}
    left: list[Candidate] = []
    for clock, c in enumerate(candidates, 1):
        full = owner.get(id(c))
        if full is not None:
            full.seen = clock
            continue
        if c.parts in accepted:
            continue
        if c.lone and c.honorific | c.strong and _no_relation(pages[c.passage], c):
            who.add(c)
            continue
        if c.lone and c.suffix and (namesake := who.of_other_generation(c)) is not None:
            who.add(c, name=f"{_family_name(pages, namesake)} {c.suffix.capitalize()}", parts=namesake.parts)
            continue
        person = _named_shortly(pages[c.passage], who, c, things)
        if person is not None:
            _widen(pages[c.passage], person, c)
            person.found.append(c)
            if person.surname == c.parts[-1]:
                person.bare = clock
        elif c.lone:
            left.append(c)
    _add_couples(pages, who, left)
    placed = {id(c) for person in who.persons for c in person.found}
    still = [c for c in left if id(c) not in placed]
    lone = lone_names(still, things) | {c.parts[0] for c in still if c.parts in known}
    starts: dict[int, set[int]] = defaultdict(set)
    for c in (c for person in who.persons for c in person.found):
        starts[c.passage].add(c.first)
    for c, page in ((c, pages[c.passage]) for c in still):
        listed = c.first in page.players or spoken_of_with(page.tokens, c, starts[c.passage])
        if listed or (c.parts[0] in lone and _is_naming(page, c, things, certain=True)):
            who.add(c)


def _no_relation(page: Page, c: Candidate) -> bool:
    """ "Minister Yuldashev, who is not related to the spokesman": a namesake of somebody of the report."""
    said = [token.low for token in page.tokens[c.last : c.last + 8]]
    return any(pair in (("not", "related"), ("no", "relation"), ("no", "relative")) for pair in pairwise(said))


def _family_name(pages: list[Page], person: Person) -> str:
    """A person's name without what comes after the surname."""
    words = _name(pages, person.found).replace(",", " ").split()
    while len(words) > 2 and words[-1].casefold().rstrip(".") in ("jr", "sr", "junior", "senior"):
        words.pop()
    return " ".join(words)


def _named_shortly(page: Page, who: WhosWho, c: Candidate, things: set[tuple[str, ...]]) -> Person | None:
    if c.lone:
        person = who.refers(c)
        if person is None or not _is_naming(page, c, things, certain=False):
            return None
        if person.parts[-1] != c.parts[0] and (c.first in page.players or not _is_given_naming(page, c, person)):
            return None
        return person
    fitting = [p for p in who.last.get(c.parts[-1], ()) if len(p.parts) > len(c.parts) and who.fits(p.parts, c.parts)]
    fitting = fitting or [
        p for p in who.first.get(c.parts[0], ()) if len(p.parts) > len(c.parts) and who.fits(p.parts, c.parts)
    ]
    if fitting:
        return fitting[0]
    lead = [page.tokens[n] for n in range(c.first, c.last - 1)]
    if all(t.kinds & WORD and not t.kinds & (GIVEN | SURNAME) for t in lead) and who.last.get(c.parts[-1]):
        c.first, c.start, c.parts, c.lone = c.last - 1, page.tokens[c.last - 1].start, c.parts[-1:], True
        return who.refers(c)
    return None


def _widen(page: Page, person: Person, c: Candidate) -> None:
    """ "White Feather" for "Deborah White Feather": the words before a surname that belong to it."""
    while c.lone and len(person.parts) > 2 and c.parts[0] == person.parts[-1] and c.first > 0:
        rest = person.parts[1:-1]
        before = page.tokens[c.first - 1]
        if before.shape != CAPITAL or not page.tokens[c.first].space or before.low not in rest or before.possessive:
            return
        c.first -= 1
        c.start = before.start
        if before.low == rest[0]:
            return


def _is_given_naming(page: Page, c: Candidate, person: Person) -> bool:
    """A first name alone names a person of the report unless it is rather a word or a place here."""
    kinds = page.tokens[c.first].kinds
    if kinds & (PLACE | WORD | BODY) and not (c.honorific or c.strong or c.notes & {"says", "said"}):
        return (
            bool(kinds & COMMON_GIVEN)
            and c.plain
            and not kinds & (PLACE | BODY)
            and not page.tokens[c.first].opens
            and "the" not in c.notes
        )
    return c.plain or not kinds & WORD


def _is_naming(page: Page, c: Candidate, things: set[tuple[str, ...]], *, certain: bool) -> bool:
    """Whether a single capitalised word is a naming here, given that somebody of the report has that name."""
    token = page.tokens[c.last - 1]
    opens = page.tokens[c.first].opens and c.first + 1 == c.last
    after = page.tokens[c.last] if c.last < len(page.tokens) else None
    kinds = token.kinds
    if token.possessive and after is not None and after.low in _EPONYMS:
        return False  # "Moore's Law"
    speaks = c.honorific or c.notes & {"says", "said"} or (c.role is not None and c.strong) or c.regnal
    if speaks:
        return True
    if c.parts in things or "thing" in c.notes:
        return False
    if kinds & PLACE and c.notes & {"placed"} and not token.possessive:
        return False
    if "the" in c.notes and "adjectival" not in c.notes:
        lower_noun = (
            after is not None
            and after.shape == LOWER
            and after.space
            and not after.kinds & FUNCTION
            and not token.possessive
        )
        if not lower_noun:
            return False
        return after is not None and (after.low in ADJECTIVAL or not kinds & (PLACE | BODY))
    if kinds & WORD and opens and page.style == "prose" and not (c.notes & {"acts"} or token.possessive):
        # "Brown resigned" is the person, "Brown bread" is not.
        heading = page.passage.block is not None and page.passage.block.role is not Role.BODY
        verb = after is not None and (
            after.low in _AFTER_SUBJECT or after.low.endswith(("ed", "s") if heading else "ed")
        )
        return bool(kinds & SURNAME) and not kinds & FUNCTION and verb
    return not (certain and kinds & (PLACE | BODY) and not c.strong)


def _add_couples(pages: list[Page], who: WhosWho, left: list[Candidate]) -> None:
    """ "John and Jane Smith": the first of the two has the same surname."""
    starts = {(c.passage, c.first): person for person in who.persons for c in person.found if len(c.parts) > 1}
    for c in left:
        page = pages[c.passage].tokens
        if c.last + 1 >= len(page) or page[c.last].low not in ("and", "&") or not c.lone or c.regnal:
            continue
        kinds = page[c.first].kinds
        partner = starts.get((c.passage, c.last + 1))
        if (
            partner is None
            or not kinds & GIVEN
            or kinds & PLACE
            or not page[c.last + 1].kinds & GIVEN
            or c.first + 1 != c.last
        ):
            continue
        before = page[c.first - 1] if c.first else None
        if before is not None and before.shape in (CAPITAL, INITIAL) and page[c.first].space:
            continue
        if before is not None and before.low in ("plays", "played", "playing"):
            continue
        if before is not None and before.low == "," and page[c.first - 2].shape == CAPITAL:
            continue  # "Beyoncé, Adele and Harry Styles"
        family = next(m for m in partner.found if (m.passage, m.first) == (c.passage, c.last + 1))
        text = pages[c.passage].passage.text
        name = f"{text[c.start : c.end]} {text[page[c.last + 2].start : family.end]}"
        c.score = max(c.score, 2.0)
        who.add(c, name=name, parts=(c.parts[0], *family.parts[1:]))


def _read_found(pages: list[Page], words: Lexicon, find: FindPeople) -> WhosWho:
    """With the names found by another finder: who is who and the roles stay ours."""
    who = WhosWho(words)
    full: list[Candidate] = []
    lone: list[Candidate] = []
    for number, page in enumerate(pages):
        text = page.passage.text
        for start, end, score in sorted(find(text)):
            inside = [n for n, t in enumerate(page.tokens) if t.start < end and t.end > start and t.shape != LOWER]
            if score < 0 or not inside or not 0 <= start < end <= len(text):
                continue
            parts = [n for n in inside if page.tokens[n].shape in (CAPITAL, INITIAL)] or inside
            found = candidate(text, page.tokens, Segment(inside[0], inside[-1] + 1, parts), number, page.style)
            found.start, found.end, found.score = start, end, score
            (lone if found.lone else full).append(found)
    for c in full:
        who.add(c)
    for c in lone:
        person = who.refers(c)
        if person is not None:
            person.found.append(c)
        else:
            who.add(c)
    return who


def _readings(
    raw: str, pages: list[Page], who: WhosWho, known: dict[tuple[str, ...], str]
) -> tuple[PersonReading, ...]:
    readings = []
    for person in who.persons:
        found = sorted(person.found, key=lambda c: (c.passage, c.start))
        mentions = tuple(_mention(raw, pages[c.passage], c) for c in found)
        keys = {known[parts] for parts in dict.fromkeys([c.parts for c in found] + [person.parts]) if known.get(parts)}
        key = keys.pop() if len(keys) == 1 else ""
        readings.append(PersonReading(person.name or _name(pages, found), mentions, key))
    return tuple(sorted(readings, key=lambda reading: (reading.mentions[0].start, reading.name)))


def _name(pages: list[Page], found: list[Candidate]) -> str:
    """The fullest form as written; running text before headlines, where letters may be capitals for show."""

    def rank(c: Candidate) -> tuple[int, bool, bool, int, int, int]:
        written = pages[c.passage].passage.text[c.start : c.end]
        return len(c.parts), not written.isupper(), c.plain, c.end - c.start if c.plain else 0, -c.passage, -c.start

    best = max(found, key=rank)
    return pages[best.passage].passage.text[best.start : best.end].rstrip(",")


def _mention(raw: str, page: Page, c: Candidate) -> Mention:
    span = page.passage.span(c.start, c.end)
    phrase = c.role if c.role is not None and not c.role.plural else c.after
    role = phrase.text(page.passage.text, page.tokens) if phrase is not None else ""
    relative = phrase is not None and phrase.relative
    return Mention(raw[span.start : span.end], span.start, span.end, role, relative, round(c.score, 2))
