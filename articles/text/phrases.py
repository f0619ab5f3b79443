"""The phrase that names who speaks: the subject left or right of a verb of speech, read without a parser.

A phrase is judged by its edges: a name that stands behind "for" or "of" is no subject ("a spokesman for Ana Horvat"),
a name between commas explains the noun before it ("the mayor, Ana Horvat, said")."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.text.clauses import NAME, POINT, QUOTE, WORD, Token
from articles.text.speech import speech_forms, words

PRONOUNS = frozenset({"he", "she", "they", "i", "we", "it", "you"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"})
_MAIN = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "can", "did", "does", "may", "might"}
)
_JOINTS = frozenset({"and", "or", "&"})
_REACH = 40  # tokens that a phrase may be away from its verb


@dataclass(frozen=True, slots=True)
class Phrase:
    """Who is named: `kind` is "name" (`who` is the person), "pronoun", "noun" ("the minister"), "joint" (two people).

    `first` and `last` are tokens, the last one exclusive. `head` and `others` are the noun and the words beside it."""

    kind: str
    first: int
    last: int
    who: int = -1
    head: str = ""
    others: tuple[str, ...] = ()
    definite: bool = False
    owner: int | None = None  # token of the name in "Horvat's letter"


def cue_form(tokens: Sequence[Token], at: int) -> str:
    """The form of the verb of speech at a place ("finite", "ing", "base", "participle"), or "" for another word."""
    token = tokens[at]
    if token.kind != WORD or token.text != token.lower:
        return ""
    form = speech_forms().get(token.lower, "")
    if not form or at == 0:
        return form
    left = skip_adverbs(tokens, at - 1, 0)
    before = tokens[left] if left >= 0 else None
    if before is None or before.kind in {QUOTE, POINT}:
        return form
    if before.possessive or (
        before.kind == WORD
        and before.lower
        in words("determiners") - {"this", "that", "some", "others", "both", "all", "one", "another", "neither", "many"}
    ):
        return ""
    if before.lower in {"of", "for", "with", "from", "in", "under", "on"} and form != "ing":
        return ""
    if form == "base" and not _takes_base(tokens, left):
        return ""
    if (
        token.lower in words("ambiguous")
        and before.kind == WORD
        and before.lower not in PRONOUNS | {"who", "to", "and", "but"}
    ):
        return form if _noun_before(tokens, left) else ""
    return form


def _takes_base(tokens: Sequence[Token], at: int) -> bool:
    """Whether the base form of a verb may follow: after "they", "to", "would" or a plural noun."""
    token = tokens[at]
    if token.kind == NAME:
        return at > 0 and tokens[at - 1].lower in _JOINTS
    modal = tokens[at + 1].lower in words("modals")
    return (
        modal
        or token.lower in {"i", "we", "you", "they", "to", "who", "people", "police", "and"}
        or (token.lower.endswith("s") and not token.possessive)
    )


def _noun_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun phrase with its determiner, or a capitalised name, ends here: "the minister claims"."""
    if tokens[at].capital:
        return True
    for index in range(at, max(at - 6, -1), -1):
        token = tokens[index]
        if token.kind != WORD:
            return token.kind == NAME
        if token.lower in words("determiners"):
            return index < at
        if token.lower in words("prepositions") or token.lower in words("subordinators"):
            return False
    return False


def is_passive(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb at a place is passive: "was told", "has been described"."""
    index = at - 1
    while (
        index >= 0
        and tokens[index].kind == WORD
        and (
            tokens[index].lower.endswith("ly")
            or tokens[index].lower in {"also", "not", "then", "once", "later", "often", "widely", "first", "never"}
        )
    ):
        index -= 1
    return (
        index >= 0
        and tokens[index].kind == WORD
        and tokens[index].lower in _BE
        and speech_forms().get(tokens[at].lower) != "ing"
    )


def skip_adverbs(tokens: Sequence[Token], at: int, low: int) -> int:
    """Walk left over auxiliaries, adverbs and times ("has also", "on Tuesday later") from a place; the index where it stops."""
    timed = False
    while at >= low and tokens[at].kind == WORD:
        word = tokens[at].lower
        if word in words("times") and (
            word not in {"on", "in", "at", "this", "may", "march", "early", "late", "since", "next", "last", "mid"}
            or timed
            or (word == "may" and tokens[at].text == "may")
        ):
            timed = True
        elif timed and (
            word[0].isdigit()
            or word
            in {
                "a",
                "few",
                "several",
                "the",
                "in",
                "at",
                "of",
                "two",
                "three",
                "local",
                "time",
                "on",
                "this",
                "last",
                "early",
                "late",
            }
        ):
            pass
        elif not (
            word in words("adverbs")
            or (
                word.endswith("ly")
                and word == tokens[at].text
                and word not in words("people_nouns")
                and word not in {"family", "ally", "assembly", "daily", "bully", "reply"}
            )
        ):
            break
        at -= 1
    return at


def subject_left(tokens: Sequence[Token], verb: int, low: int) -> Phrase | None:
    """The subject that stands left of a verb, not before token `low`. None where there is none to be seen."""
    at = skip_adverbs(tokens, verb - 1, low)
    if at < low:
        return None
    low = max(low, at - _REACH)
    token = tokens[at]
    if token.kind == POINT and token.text == ")":
        at = _opening_bracket(tokens, at, low) - 1
        if at < low:
            return None
        token = tokens[at]
    if token.kind == QUOTE or (token.kind == POINT and token.text not in {",", "–", "—", "--", "-"}):
        return None
    if token.kind == POINT:
        return _climb(tokens, at, low)
    if token.kind == WORD:
        if token.lower in PRONOUNS and not token.possessive:
            return Phrase("pronoun", at, at + 1, head=token.lower)
        if token.lower == "who":
            return _antecedent(tokens, at, low)
        if token.lower in words("subordinators") or token.lower in {"to", "then"}:
            return None
    return _phrase_ending(tokens, at, low)


def _antecedent(tokens: Sequence[Token], at: int, low: int) -> Phrase | None:
    """Who "who" is: the name or noun right before it."""
    at -= 1
    while at >= low and tokens[at].kind == POINT and tokens[at].text in {",", "–", "—", "--"}:
        at -= 1
    if at >= low and tokens[at].kind == NAME and not tokens[at].possessive:
        return Phrase("name", at, at + 1, tokens[at].who)
    return _phrase_ending(tokens, at, low) if at >= low and tokens[at].kind == WORD else None


def _opening_bracket(tokens: Sequence[Token], at: int, low: int) -> int:
    while at > low and tokens[at].text not in {"(", "["}:
        at -= 1
    return at


def _climb(tokens: Sequence[Token], comma: int, low: int) -> Phrase | None:
    """The subject before a stretch that explains it: "Ana Horvat, 45, who runs the shop, said"."""
    right = comma
    at = comma - 1
    while at >= low:
        token = tokens[at]
        if token.kind == QUOTE:
            break
        if token.kind == POINT and token.text in {",", "–", "—", "--", "-", ")"}:
            apposed = _apposed_name(tokens, at + 1, right)
            if apposed is not None:
                return apposed
            if token.text == ")":
                at = _opening_bracket(tokens, at, low)
            before = at - 1
            if before >= low and tokens[before].kind in {NAME, WORD} and not _listing(tokens, at + 1, right):
                if tokens[before].kind == NAME and not tokens[before].possessive:
                    found = _phrase_ending(tokens, before, low)
                    if found is not None and (found.kind == "name" or found.head in words("people_nouns")):
                        return found
                elif _is_person_noun(tokens[before].lower) or _age(tokens[before]) == "":
                    found = _phrase_ending(tokens, before, low)
                    if found is not None and (
                        found.kind in {"name", "pronoun"} or (_is_person_noun(found.head) and found.head)
                    ):
                        return found
            right = at
        elif token.kind == POINT and token.text not in {"(", "[", "]", "'", "’", "/", "."}:
            break
        at -= 1
    return _apposed_name(tokens, max(at + 1, low), right)


def _age(token: Token) -> str:
    return token.text if token.text.isdigit() else ""


def _listing(tokens: Sequence[Token], first: int, last: int) -> bool:
    """A stretch that does not explain what stands before it: an introduction such as "in Zagreb" is no apposition."""
    return (
        first < last
        and tokens[first].kind == WORD
        and tokens[first].lower in {"and", "but", "that", "because", "so", "said"}
    )


def _apposed_name(tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """A stretch that is a name, with roles or an age beside it at most: "the mayor, Ana Horvat, said"."""
    if last - first < 1 or last - first > 8:
        return None
    end = last - 1
    if tokens[end].kind != NAME or tokens[end].possessive:
        return None
    for index in range(first, end):
        token = tokens[index]
        if token.kind != WORD or token.possessive:
            return None
        if token.lower in words("prepositions") and not _inside_title(tokens, index, end):
            return None
        if token.lower in words("subordinators") or (
            speech_forms().get(token.lower) == "finite" and token.text == token.lower
        ):
            return None
    return Phrase("name", end, last, tokens[end].who)


def _inside_title(tokens: Sequence[Token], preposition: int, name: int) -> bool:
    """Whether a preposition belongs to a title before a name: "Minister of Finance Ana Horvat"."""
    between = range(preposition + 1, name)
    return (
        tokens[preposition].lower in {"of", "for"}
        and any(tokens[index].capital for index in between)
        and preposition > 0
        and (tokens[preposition - 1].capital or tokens[name - 1].lower in words("people_nouns"))
    )


def _phrase_ending(tokens: Sequence[Token], at: int, low: int) -> Phrase | None:
    """The phrase whose last token is `at`."""
    first = at
    while first >= low and at - first < 18:
        token = tokens[first]
        if token.kind == QUOTE and first != at:
            break
        if token.kind == POINT and token.text not in {"-", "'", "’", "/", "&", "."}:
            break
        if (
            token.kind == POINT
            and token.text == "."
            and first
            and tokens[first - 1].lower not in words("abbreviations")
        ):
            break
        if token.kind == WORD and token.lower in words("subordinators") and token.lower not in {"and", "or"}:
            break
        if (
            token.kind == WORD
            and token.text == token.lower
            and first != at
            and (token.lower in _MAIN or token.lower in {"said", "told", "says"})
        ):
            break
        first -= 1
    first += 1
    if first > at:
        return None
    while (
        first < at
        and tokens[first].kind == WORD
        and tokens[first].lower in {"and", "or", "but", "then", "also", "yet", "so"}
    ):
        first += 1
    if (
        tokens[at].kind == NAME
        and not tokens[at].possessive
        and not _governed(tokens, first, at)
        and tokens[at - 1].lower not in _JOINTS
    ):
        return Phrase("name", at, at + 1, tokens[at].who)
    return phrase_at(tokens, first, at + 1)


def phrase_at(tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """The phrase that the tokens first..last make: a name with its titles, a pronoun, or a noun with its determiner."""
    if first >= last:
        return None
    names = [index for index in range(first, last) if tokens[index].kind == NAME]
    heads = [index for index in names if not tokens[index].possessive and not _governed(tokens, first, index)]
    if len(heads) > 1 and any(tokens[index].lower in _JOINTS for index in range(heads[0] + 1, heads[1])):
        return Phrase("joint", heads[0], heads[1] + 1)
    if heads:
        joint = heads[0] + 1 < last and tokens[heads[0] + 1].lower in _JOINTS
        if joint or (heads[0] > first and tokens[heads[0] - 1].lower in _JOINTS):
            return Phrase("joint", first, last)
        return Phrase("name", heads[0], heads[0] + 1, tokens[heads[0]].who)
    if tokens[first].lower in PRONOUNS and tokens[first].kind == WORD:
        return Phrase("pronoun", first, first + 1, head=tokens[first].lower)
    return _noun_phrase(tokens, first, last, names)


def _governed(tokens: Sequence[Token], first: int, name: int) -> bool:
    """Whether a name hangs on a preposition or a verb before it in the phrase: "a friend of Ana Horvat"."""
    index = name - 1
    while (
        index >= first
        and tokens[index].kind == WORD
        and (
            tokens[index].capital
            or tokens[index].lower in words("people_nouns")
            or tokens[index].lower
            in {
                "former",
                "ex",
                "then",
                "late",
                "vice",
                "prime",
                "foreign",
                "deputy",
                "acting",
                "interim",
                "president-elect",
                "and",
            }
            or (tokens[index].kind == POINT and tokens[index].text == ".")
        )
    ):
        if tokens[index].lower in words("prepositions"):
            break
        index -= 1
    while index >= first and tokens[index].kind == POINT and tokens[index].text == ".":
        index -= 1
    if index < first:
        return False
    token = tokens[index]
    if token.lower in words("prepositions"):
        if _inside_title(tokens, index, name):
            return index > first and _governed_word(tokens, first, index - 1)
        return True
    return False


def _governed_word(tokens: Sequence[Token], first: int, at: int) -> bool:
    while at >= first and tokens[at].kind == WORD and tokens[at].capital:
        at -= 1
    return at >= first and tokens[at].lower in words("prepositions")


def _noun_phrase(tokens: Sequence[Token], first: int, last: int, names: list[int]) -> Phrase | None:
    start = first
    for index in range(last - 1, first - 1, -1):  # the phrase begins at its last determiner that no preposition follows
        if tokens[index].lower in words("determiners") and (
            index == first or tokens[index - 1].lower not in words("prepositions")
        ):
            start = index
            break
    end = start
    while end < last and not (tokens[end].lower in words("prepositions") and end > start):
        if tokens[end].kind == POINT and tokens[end].text not in {".", "-", "'", "’"}:
            break
        end += 1
    inside = [tokens[index] for index in range(start, end) if tokens[index].kind == WORD]
    if not inside:
        return None
    head = inside[-1].lower
    determiner = inside[0].lower
    owners = [index for index in names if start <= index < end and tokens[index].possessive]
    definite = determiner in {"the", "his", "her", "its", "their", "our", "this", "that"} or any(
        token.possessive for token in tokens[start:end]
    )
    definite = definite or (determiner not in words("determiners") and not owners and head in words("people_nouns"))
    return Phrase(
        "noun",
        start,
        last,
        head=head,
        others=tuple(token.lower for token in inside[:-1]),
        definite=definite,
        owner=owners[-1] if owners else None,
    )


def _is_person_noun(word: str) -> bool:
    return (
        word in words("people_nouns")
        or word.endswith("-year-old")
        or (word.endswith("s") and word[:-1] in words("people_nouns"))
    )


def subject_right(tokens: Sequence[Token], first: int, high: int) -> Phrase | None:
    """The subject that begins at a place, right of its verb: "said the mayor of Brod, Ana Horvat, on Monday"."""
    last = first
    while last < high and last - first < 24:
        token = tokens[last]
        if token.kind == QUOTE:
            break
        if token.kind == POINT and not (
            token.text in {"-", "'", "’", "/", "&"} or (token.text == "." and last > first and last + 1 < high)
        ):
            break
        if (
            token.kind == WORD
            and last > first
            and token.lower
            in (words("subordinators") - {"and", "or", "nor"})
            | {
                "in",
                "on",
                "at",
                "during",
                "after",
                "before",
                "following",
                "about",
                "through",
                "by",
                "amid",
                "outside",
                "inside",
                "earlier",
                "yesterday",
                "today",
                "later",
            }
        ):
            break
        last += 1
        if token.kind == NAME and not token.possessive and not (last < high and tokens[last].lower in _JOINTS):
            break
    if last == first or tokens[first].lower in words("prepositions") | {"that"}:
        return None
    found = phrase_at(tokens, first, last)
    if (
        found is not None
        and found.kind in {"noun", "joint"}
        and last < high
        and tokens[last].text in {",", "–", "—", "--", "("}
    ):
        stop = last + 1
        while stop < high and tokens[stop].kind != POINT and tokens[stop].kind != QUOTE and stop - last < 9:
            stop += 1
            if tokens[stop - 1].kind == NAME:
                break
        apposed = _apposed_name(tokens, last + 1, stop)
        if (
            apposed is not None
            and found.kind == "noun"
            and (
                stop >= high
                or tokens[stop].kind in {POINT, QUOTE}
                or tokens[stop].lower in words("prepositions") | {"who"}
            )
        ):
            return apposed
    return found


def main_subject(tokens: Sequence[Token], low: int, high: int) -> Phrase | None:
    """The subject of the sentence low..high: the first phrase that is no introduction ("In Brod on Monday, ...")."""
    first = low
    while first < high and (
        tokens[first].kind == POINT or tokens[first].lower in {"but", "and", "so", "yet", "or", "then", "still"}
    ):
        first += 1
    if first >= high or tokens[first].kind == QUOTE:
        return None
    if tokens[first].kind == WORD and _introduces(tokens[first]):
        comma = _comma(tokens, first, high)
        if comma < high and tokens[comma - 1].kind == NAME:  # "For Ana Horvat, director of the port, ..."
            second = _comma(tokens, comma + 1, high)
            comma = second if second < high else comma
        if comma + 1 < high:
            return main_subject(tokens, comma + 1, high) or _first_phrase(tokens, first + 1, comma)
    return _first_phrase(tokens, first, high)


def _comma(tokens: Sequence[Token], at: int, high: int) -> int:
    while at < high and not (tokens[at].kind == POINT and tokens[at].text == ","):
        at += 1
    return at


def _introduces(token: Token) -> bool:
    word = token.lower
    return (
        word in words("prepositions")
        or (word in words("subordinators") and word not in {"that", "what", "who"})
        or (word.endswith(("ing", "ed", "ly")) and len(word) > 4)
        or word
        in {
            "however",
            "meanwhile",
            "later",
            "earlier",
            "yesterday",
            "today",
            "then",
            "now",
            "also",
            "instead",
            "still",
            "asked",
            "last",
            "next",
            "two",
            "moments",
            "even",
        }
    )


def _first_phrase(tokens: Sequence[Token], first: int, high: int) -> Phrase | None:
    last = first
    while last < high and last - first < 16:
        token = tokens[last]
        if token.kind == QUOTE or (token.kind == POINT and token.text not in {"-", ".", "'", "’", "/", "&"}):
            break
        if (
            token.kind == WORD
            and last > first
            and token.text == token.lower
            and (
                token.lower in _MAIN
                or token.lower in words("subordinators") - {"and", "or"}
                or speech_forms().get(token.lower) in {"finite", "participle"}
                or token.lower.endswith("ed")
                or token.lower in words("adverbs")
            )
        ):
            break
        last += 1
        if token.kind == NAME and not token.possessive and not (last < high and tokens[last].lower in _JOINTS):
            break
        if token.kind == WORD and token.lower in PRONOUNS:
            break
    found = phrase_at(tokens, first, last)
    if found is not None and found.kind == "noun" and last + 1 < high and tokens[last].text == ",":
        apposed = _apposed_name(tokens, last + 1, _comma(tokens, last + 1, high))
        if apposed is not None and apposed.last < high:
            return apposed
    return found
