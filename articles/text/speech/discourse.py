"""Who "she", "the minister" or "the 34-year-old" is: the people of a report, and who was spoken of last."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.text.people.lexicon import FEMALE, MALE, fold, lexicon
from articles.text.report import PersonReading
from articles.text.speech.clauses import NAME, Token
from articles.text.speech.phrases import Phrase
from articles.text.speech.words import speech_forms, words

UNNAMED, THING = -1, -2
"""Instead of the index of a person: somebody whom the report does not name, and what is no person at all."""

_HE, _SHE = frozenset({"he", "his", "him"}), frozenset({"she", "her", "hers"})
_AFTER_NAME = re.compile(r"\s?[,(]\s?(?:(\d{1,3})\b\s?[,)]?\s?)?([^,;:.()“”\"]{0,90})")
_BEFORE_NAME = re.compile(r"(?:\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s|[’']s\s)([^,;:.()“”\"]{3,70}),\s$")
_APPOSING = frozenset({"a", "an", "the", "his", "her", "their", "its", "who", "whose", "former"})
_STOPS = re.compile(r"[^\w\s.’'-]|(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})\.\s")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_LEADING = frozenset("president premier chancellor king queen leader chief ruler taoiseach emperor head".split())
_OFFICES = {
    **{
        "pm": "minister",
        "ceo": "executive",
        "sen": "senator",
        "rep": "representative",
        "gov": "governor",
        "cllr": "councillor",
    },
    **{
        "prof": "professor",
        "det": "detective",
        "insp": "inspector",
        "capt": "captain",
        "col": "colonel",
        "gen": "general",
    },
    **{"lt": "lieutenant", "sgt": "sergeant", "supt": "superintendent", "amb": "ambassador", "dr": "doctor"},
}
_FIELDS = frozenset(
    "foreign defence defense interior finance prime health education justice home environment agriculture labour labor trade"
    " culture sports transport energy economy vice deputy attorney general police fire assistant chief associate".split()
)
_UNSURE_MALE = frozenset(
    "chairman spokesman alderman councilman fisherman policeman king prince priest pope baron duke count lord batsman man boy"
    " businessman congressman salesman sportsman waiter monk".split()
)
_GENERIC = frozenset(
    "person people official officer source member one man woman expert author friend colleague partner".split()
)
_BORNE_BY_BOTH = frozenset(
    "alex andrea casey chris dominique jackie jamie jean jordan jun kim leslie michele morgan nicola nikita noor pat robin"
    " sam sasha simone taylor wei charlie yuki".split()
)
_LOOK_BACK = 12  # sentences


@dataclass(slots=True)
class Cast:
    """What the report says about its people, by the index of the person."""

    genders: list[str]
    offices: list[dict[str, set[str]]]  # noun -> the words beside it
    ages: list[str]
    counts: list[int]  # mentions


def cast(raw: str, people: Sequence[PersonReading]) -> Cast:
    """Read from roles, titles and explanations beside the names what everybody is called besides their name."""
    found = Cast([], [], [], [len(person.mentions) for person in people])
    for person in people:
        offices: dict[str, set[str]] = {}
        age = ""
        for mention in person.mentions:
            for text in (mention.role, _title(mention.surface, person.name)):
                _add_offices(offices, text)
            after = _AFTER_NAME.match(raw, mention.end, mention.end + 140)
            if after is not None:
                age = age or (after.group(1) or "")
                first = after.group(2).split(" ", 1)[0].lower()
                explains = first in _APPOSING or first in words("people_nouns") or after.group(1)
                if explains and raw[after.end() : after.end() + 1] not in {":", "“", '"'}:
                    _add_offices(offices, after.group(2), plain=True)
            _add_offices(offices, _beside(raw, mention.start))
            before = _BEFORE_NAME.search(raw, max(mention.start - 90, 0), mention.start)
            if before is not None:
                _add_offices(offices, before.group(1), plain=True)
        found.offices.append(offices)
        found.ages.append(age)
        found.genders.append(_gender(person, offices))
    return found


def _beside(raw: str, start: int) -> str:
    """The nouns and capitalised words right before a name: "daughter", "Committee chairman Cllr"."""
    kept: list[str] = []
    near = _STOPS.split(raw[max(start - 60, 0) : start])[-1]
    for word in reversed(_WORD.findall(near)):
        if word.lower() not in words("people_nouns") | _FIELDS | words("female") and not word[0].isupper():
            break
        kept.append(word)
    return " ".join(reversed(kept))


def _title(surface: str, name: str) -> str:
    return surface[: surface.find(name.split()[-1])] if name and name.split()[-1] in surface else ""


def _add_offices(offices: dict[str, set[str]], text: str, *, plain: bool = False) -> None:
    """Note the nouns of a role with the words around them; of an explanation (`plain`) its first noun alone."""
    listed = [word.lower() for word in _WORD.findall(text)]
    if plain:
        if any(speech_forms().get(word) == "finite" for word in listed):  # ", the judge said" explains no name
            return
        if listed[:1] == ["who"] and listed[1:2] not in (["is"], ["was"]):
            return
        stop = next((at for at, word in enumerate(listed) if at and _ends_explanation(word)), len(listed))
        listed = listed[:stop]
    for index, word in enumerate(listed):
        noun = _OFFICES.get(word, word)
        if noun in words("people_nouns") or noun in words("female") | words("male"):
            offices.setdefault(noun, set()).update(listed[:index], listed[index + 1 :])
            if plain:
                break


def _ends_explanation(word: str) -> bool:
    return word in words("prepositions") or word in {"who", "and"}


def _gender(person: PersonReading, offices: dict[str, set[str]]) -> str:
    """From titles (Mrs, Sir) and words such as "daughter" first, then from the given name. "Chairman" tells nothing."""
    called = {
        word.rstrip(".").lower()
        for mention in person.mentions
        for word in mention.surface.split()[:1]
        if " " in mention.surface
    }
    called |= {
        word.rstrip(".").lower() for mention in person.mentions for word in mention.role.split()
    } | offices.keys()
    if called & words("female"):
        return "she"
    if called & (words("male") - _UNSURE_MALE):
        return "he"
    for part in person.name.split()[:-1] or person.name.split():
        folded = fold(part.strip(".,“”\"'"))
        known = _gender_of_name(folded) or _gender_of_name(folded.split("-")[0])
        if known:
            return known
        if len(folded) > 2:
            break
    return ""


def _gender_of_name(name: str) -> str:
    kinds = 0 if name in _BORNE_BY_BOTH else lexicon().kinds(name)
    return {FEMALE: "she", MALE: "he"}.get(kinds & (FEMALE | MALE), "")


def gender_of(noun: str) -> str:
    """The pronoun of a noun such as "spokeswoman" or "father-of-two", or ""."""
    parts = {noun, *noun.split("-")}
    return "she" if parts & words("female") else "he" if parts & words("male") else ""


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody (or something) a sentence spoke of: the index of a person, UNNAMED or THING."""

    who: int
    gender: str = ""
    head: str = ""


@dataclass(slots=True)
class Discourse:
    """The people of a report and, sentence by sentence, who was spoken of: the subject first."""

    people: Cast
    scenes: list[list[Entity]] = field(default_factory=list)

    def named(self, who: int) -> Entity:
        return Entity(who, self.people.genders[who])

    def resolve(self, phrase: Phrase, here: Sequence[Entity] = ()) -> Entity:
        """Whom a phrase names; `here`: who was spoken of earlier in its own sentence."""
        if phrase.kind == "name":
            return self.named(phrase.who)
        if phrase.kind == "pronoun":
            return self.pronoun(phrase.head, here)
        if phrase.kind == "joint":
            return Entity(UNNAMED, "they", "they")
        return self._noun(phrase)

    def pronoun(self, word: str, here: Sequence[Entity] = ()) -> Entity:
        """The last subject that "he" or "she" may be; a name of the other gender is passed over."""
        if word not in _HE | _SHE:
            return Entity(THING if word in {"it", "they"} else UNNAMED, "", word)
        gender = "he" if word in _HE else "she"
        for scene in (list(here), *reversed(self.scenes[-_LOOK_BACK:])):
            for entity in scene:
                if entity.who != THING and entity.gender in {gender, ""}:
                    return entity if entity.who >= 0 else Entity(UNNAMED, gender, entity.head)
        return Entity(UNNAMED, gender, word)

    def narrated(self, word: str, spoke: Entity) -> Entity:
        """Who "she" is at the beginning of a paragraph that tells on after somebody else's quotation: the person whom
        the report is about, if it names that person far more often than `spoke`, the one just quoted."""
        gender = "he" if word in _HE else "she"
        counts = self.people.counts
        fitting = [who for who, known in enumerate(self.people.genders) if known == gender]
        most = max(fitting, key=lambda who: counts[who], default=spoke.who)
        if spoke.who < 0 or counts[most] < 2 * counts[spoke.who] or counts[most] < 3:
            return self.pronoun(word)
        return self.named(most)

    def _noun(self, phrase: Phrase) -> Entity:
        gender = gender_of(phrase.head)
        if phrase.head.endswith("-year-old"):
            return self._aged(phrase.head.split("-")[0], phrase.definite, gender)
        age = next((word for word in phrase.others if word.endswith("-year-old")), "")
        if age and phrase.definite:
            return self._aged(age.split("-")[0], True, gender)
        if phrase.head in words("epithets") and phrase.definite and phrase.owner is None:
            return self._epithet(phrase, gender)
        if phrase.head not in words("people_nouns") and phrase.head not in _OFFICES:
            return Entity(THING, "", phrase.head)
        if not phrase.definite or phrase.owner is not None:
            return Entity(UNNAMED, gender, phrase.head)
        fitting = self._fitting(_OFFICES.get(phrase.head, phrase.head), set(phrase.others), gender)
        if len(fitting) == 1:
            return self.named(fitting[0])
        for scene in reversed(self.scenes[-_LOOK_BACK:]):
            for entity in scene:
                if entity.who in fitting or (entity.who == UNNAMED and entity.head == phrase.head):
                    return entity
        return Entity(UNNAMED, gender, phrase.head)

    def _aged(self, age: str, definite: bool, gender: str) -> Entity:
        """ "The 34-year-old": whose age the report states so, else the last person whose age it does not state."""
        aged = [who for who, stated in enumerate(self.people.ages) if stated == age]
        if not definite or len(aged) > 1:
            return Entity(UNNAMED, gender, "-year-old")
        return self.named(aged[0]) if aged else self._last_subject(gender, unaged=True, head="-year-old")

    def _epithet(self, phrase: Phrase, gender: str) -> Entity:
        """ "The striker", "the pensioner": who is called so, else the last person spoken of."""
        fitting = self._fitting(phrase.head, set(phrase.others), gender)
        if len(fitting) == 1:
            return self.named(fitting[0])
        if fitting or phrase.others[0:1] != ("the",):
            return Entity(UNNAMED, gender, phrase.head)
        return self._last_subject(gender, unaged=False, head=phrase.head)

    def _last_subject(self, gender: str, *, unaged: bool, head: str) -> Entity:
        for scene in reversed(self.scenes[-3:]):
            for entity in scene:
                if entity.who == UNNAMED and entity.head == head:
                    return entity
                if (
                    entity.who >= 0
                    and (not gender or entity.gender in {gender, ""})
                    and not (unaged and self.people.ages[entity.who])
                ):
                    return entity
        return Entity(UNNAMED, gender, head)

    def _fitting(self, head: str, beside: set[str], gender: str) -> list[int]:
        """The people who hold an office: "the prime minister" is no other minister."""
        heads = _LEADING | {"minister"} if head == "leader" else {head}
        found = []
        for who, offices in enumerate(self.people.offices):
            held = [noun for noun in offices if noun in heads]
            if not held or (gender and self.people.genders[who] not in {gender, ""}):
                continue
            around = set().union(*(offices[noun] for noun in held))
            if "minister" in held and held == ["minister"] and head == "leader" and "prime" not in around:
                continue
            wanted = beside & _FIELDS
            if wanted - around or (not wanted and "prime" in around and head == "minister"):
                continue
            if (
                ("vice" in around or "deputy" in around)
                and not wanted & {"vice", "deputy"}
                and head in {"president", "chancellor"}
            ):
                continue
            if head in _GENERIC and not (beside - words("determiners")) & around:
                continue
            found.append(who)
        return found

    def spoken_of(self, tokens: Sequence[Token], low: int, high: int) -> list[Entity]:
        """The people named in a stretch, in order, those in the possessive last."""
        names = [token for token in tokens[low:high] if token.kind == NAME]
        return [self.named(token.who) for token in sorted(names, key=lambda token: token.possessive)]

    def close(self, entities: Sequence[Entity]) -> None:
        """A sentence is over: these were spoken of, the subject first."""
        self.scenes.append(list(dict.fromkeys(entities)))
