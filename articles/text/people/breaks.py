"""Where a run of capitalised words breaks: what each word is in its place, a part of a name or an end to it."""

from articles.text.people.lexicon import (
    BODY,
    COMMON_GIVEN,
    COMMON_SURNAME,
    DEMONYM,
    FAMILY_FIRST,
    FUNCTION,
    GIVEN,
    HONORIFIC,
    HUMAN,
    MONTH,
    PLACE,
    PLURAL_ROLE,
    RANK,
    REGNAL,
    RELATION,
    ROLE,
    SAY,
    SUFFIX,
    SURNAME,
    TEAM,
    THING,
    THING_BEFORE,
    THING_OR_NAME,
    WEEKDAY,
    WORD,
    Lexicon,
)
from articles.text.people.smallwords import (
    FAMILY_FUNCTION,
    done_by_people,
    doubled,
    family_function,
    given_before_surname,
    initials_follow,
    office_before,
    town_before_name,
    trade_surname,
    verb_follows,
)
from articles.text.people.tokens import CAPITAL, INITIAL, LOWER, MARK, NUMBER, Token

PARTICLES = frozenset(
    "van von der den de la le du di da dos das do del della dello ten ter te bin ibn bint binti binte al el ul ur abu y zu zum zur af av dela"
    " e i los las arap wa ole ap dela delos 't a/l a/p s/o d/o".split()
)
_ACRONYMS = frozenset(
    "us san uk un eu uae usa ap pm mp vp gp dc tv fa ai it hr pr ceo cfo un's nyc la ny nj nz sa uk's u.s u.k id ip pc mps ioc"
    " fc ac as rb sc ss ms uss hms rv mv sv fv mr mrs ms dr jr sr st ii iii iv vi vii viii ix xi xii md phd qc kc bbc pa un ec".split()
)
_ACRONYM_INITIALS = frozenset(
    "u.s. u.k. u.n. e.u. u.a.e. d.c. n.y. l.a. u.s.a. u.s.s.r. p.m. a.m. n.j. n.c. s.c. i.e. e.g. p.s. r.i.p.".split()
)
# "the Trump administration" speaks of the person, "Trump Tower" does not.
ADJECTIVAL = frozenset("administration campaign presidency era government cabinet".split())
_MAY_BE_NAME = frozenset("will may an so do no can".split())
_BEFORE_DATES = frozenset("in on of since until last next early late mid by from this between and".split())
# Things that stay things in a headline, where nearly every word has a capital.
_PROPER_THINGS = frozenset(
    "street avenue boulevard lane hospital university college school stadium airport tower bridge museum institute foundation"
    " prize award trophy cup inc corp ltd llc park hall square beach bay island river lake county valley station cathedral abbey"
    " church mosque theatre theater gallery library road house palace castle arena center centre hotel ferry ranch".split()
)


class Breaks:
    """What a word is where it stands in its run."""

    def __init__(
        self, tokens: list[Token], first: int, last: int, lexicon: Lexicon, style: str, known: frozenset[str] | set[str]
    ) -> None:
        self.tokens, self.first, self.last = tokens, first, last
        self.lexicon, self.style, self.known = lexicon, style, known

    def verdict(self, at: int, current: list[int]) -> str:
        """ "name", "break", "thing", "thing-before", "adjectival" or "regnal"."""
        token = self.tokens[at]
        kinds = token.kinds
        if token.shape == LOWER or token.shape == MARK:
            return "name" if current or token.low in PARTICLES else "break"
        if token.shape == INITIAL:
            interview = at == 0 and len(token.text) == 2 and token.text in ("Q.", "A.")
            after = self._next(at)
            if token.low in _ACRONYM_INITIALS and current and after is not None and after.kinds & THING:
                return "thing"  # "the Ana P. Horvat U.S. Courthouse"
            acronym = token.low in _ACRONYM_INITIALS and not office_before(self.tokens, at, self.last)
            return "break" if acronym or interview or len(token.text) > 6 else "name"
        if token.shape == NUMBER:
            return "break"
        after = self._next(at)
        if not current and token.low in ("sultan", "emir", "amir") and after and after.low in ("bin", "bint", "ibn"):
            return "name"
        if token.text in ("Md", "Md.", "Mohd", "Mohd.") and after is not None and after.shape == CAPITAL:
            return "name"
        if token.low in ("umm", "um") and not current and after is not None and after.kinds & GIVEN:
            return "name"
        if token.shouted and current and token.low in _ACRONYMS and not kinds & SUFFIX and self.style == "prose":
            return "break"  # "Tunde Bakare SAN"
        after_given = bool(current) and (self._given(current[-1]) or (len(current) > 1 and self._given(current[0])))
        is_last = self._is_last(at)
        if (
            after_given
            and is_last
            and kinds & SURNAME
            and not kinds & (WEEKDAY | TEAM)
            and not (kinds & THING and not kinds & THING_OR_NAME)
        ):
            if kinds & MONTH and not self._month_as_name(at):
                return "break"
            given = self.tokens[current[-1]].kinds
            if (
                kinds & COMMON_SURNAME
                and not kinds & (SAY | HUMAN | ROLE)
                and given & COMMON_GIVEN
                and not given & (WORD | PLACE)
            ):
                return "name"
            if (
                self.style == "prose"
                or not kinds & (WORD | ROLE)
                or token.low in self.known
                or (kinds & COMMON_SURNAME and self.style == "prose")
            ):
                return "name"
        if len(token.text) == 1 and token.text in "AIX" and not current:
            return "name" if initials_follow(self.tokens, at, self.last) else "break"
        if token.shouted and self._speaker(at):
            return "name"
        if token.shouted and kinds & THING_BEFORE and not current and self._next(at) is not None:
            return "thing-before"
        if kinds & MONTH and not current and is_last and self._speaks(at):
            return "name"
        if kinds & FUNCTION:
            return self._function(at, current)
        if kinds & SUFFIX and current:
            return "name"
        if kinds & (MONTH | WEEKDAY):
            if len(token.low) == 3 and current and after and after.shape == CAPITAL and self._given(current[-1]):
                return "name"  # "Khin Mar Oo"
            return (
                "name"
                if kinds & COMMON_GIVEN and self._month_as_name(at) and self._followed_by_name(at) and not current
                else "break"
            )
        if self.style != "prose" and token.low in self.known and not current:
            return "name"
        if (
            not current
            and kinds & REGNAL
            and at + 1 < self.last
            and self.tokens[at + 1].kinds & GIVEN
            and self.tokens[at + 1].shape == CAPITAL
        ):
            return "regnal"
        if kinds & (HONORIFIC | RANK) and not (current and kinds & SURNAME and is_last):
            return "break"
        kin = kinds & RELATION and not kinds & REGNAL and not token.opens and self.style == "prose"
        if kinds & (ROLE | PLURAL_ROLE) and not kin:
            verdict = self._role(at, current, after_given, is_last)
            if verdict:
                return verdict
        if kinds & DEMONYM and after_given and is_last and "-" in token.low and doubled(token.low, self.lexicon):
            return "name"
        if kinds & DEMONYM:
            return (
                "name"
                if kinds & COMMON_GIVEN
                and not current
                and self._followed_by_name(at)
                and "-" not in token.low
                and not kinds & WORD
                else "break"
            )
        if self._acronym(token, current, at):
            return "break"
        if not current and kinds & PLACE and town_before_name(self.tokens, at, self.last):
            return "break"
        return self._thing(at, current, after_given, is_last) or self._word(at, current, is_last)

    def _speaker(self, at: int) -> bool:
        """ "LINDGREN: I did." in a transcript."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return at == 0 and after is not None and after.low == ":" and len(self.tokens[at].text) > 2

    def _speaks(self, at: int) -> bool:
        """ "March said": only a person does."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        before = self.tokens[at - 1] if at else None
        if before is not None and before.kinds & HONORIFIC and before.shape == CAPITAL:
            return True
        if after is None or after.shape != LOWER or not self._month_as_name(at):
            return False
        return bool(after.kinds & SAY) or done_by_people(self.tokens, at + 1)

    def _given(self, at: int) -> bool:
        token = self.tokens[at]
        return token.shape == INITIAL or bool(token.kinds & GIVEN) or not token.kinds & (WORD | PLACE | SURNAME)

    def _is_last(self, at: int) -> bool:
        after = at + 1
        while (
            after < self.last
            and after < at + 4
            and (self.tokens[after].kinds & SUFFIX or self.tokens[after].shape == MARK)
        ):
            after += 1
        return after >= self.last or self.tokens[at].possessive

    def _next(self, at: int) -> Token | None:
        return self.tokens[at + 1] if at + 1 < self.last else None

    def _followed_by_name(self, at: int) -> bool:
        after = self._next(at)
        if after is None:
            return False
        if after.shape == INITIAL:
            return after.low not in _ACRONYM_INITIALS
        if after.kinds & (FUNCTION | ROLE | HONORIFIC) and not after.kinds & SURNAME:
            return False
        if after.kinds & (THING | TEAM | DEMONYM | THING_BEFORE) and not after.kinds & THING_OR_NAME:
            return False
        return bool(after.kinds & SURNAME) or not after.kinds & (WORD | PLACE)

    def _month_as_name(self, at: int) -> bool:
        before = self.tokens[at - 1] if at else None
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if after is not None and after.shape == NUMBER:
            return False
        if given_before_surname(self.tokens, at) and self._is_last(at + 1):
            return True
        return before is None or (before.shape != NUMBER and before.low not in _BEFORE_DATES)

    def _function(self, at: int, current: list[int]) -> str:
        token = self.tokens[at]
        if (
            not current
            and token.low in FAMILY_FUNCTION
            and self.style == "prose"
            and family_function(self.tokens, at, self.last, self.lexicon)
        ):
            return "name"
        if token.low not in _MAY_BE_NAME and token.low not in ("ah", "oh"):
            return "break"
        if current and token.low in ("ah", "oh") and self.tokens[current[-1]].kinds & FAMILY_FIRST:
            return "name" if self._next(at) is not None else "break"  # "Tan Ah Kow"
        if current and token.low == "can" and self._given(current[-1]) and self._followed_by_name(at):
            return "name"  # "Arda Can Ovun"
        if current:
            family = self.tokens[current[-1]].kinds & FAMILY_FIRST or (token.low == "may" and self._given(current[-1]))
            return (
                "name"
                if family and self._is_last(at) and self._month_as_name(at) and self.style == "prose"
                else "break"
            )
        if token.low in ("will", "may") and self._followed_by_name(at) and self.style == "prose":
            if not token.opens:
                return "name"
            return (
                "name" if self.tokens[at + 1].low not in self.known and verb_follows(self.tokens, at + 2) else "break"
            )
        return "break"

    def _role(self, at: int, current: list[int], after_given: bool, is_last: bool) -> str:
        token, kinds = self.tokens[at], self.tokens[at].kinds
        if current and after_given and is_last and kinds & (SURNAME | THING_OR_NAME) and self.style == "prose":
            return "name"
        if (
            len(current) == 1
            and is_last
            and kinds & ROLE
            and self.style == "prose"
            and trade_surname(self.tokens, at, current[0])
        ):
            return "name"
        if not current and kinds & COMMON_GIVEN and self._followed_by_name(at):
            after = self.tokens[at + 1]
            if kinds & ROLE and after.kinds & COMMON_GIVEN and at + 2 < self.last:
                return "break"
            if not (at and self.tokens[at - 1].low == "the"):
                return "name"
        if not current and is_last and kinds & SURNAME and at == self.first:
            return "name" if token.low in self.known or (kinds & COMMON_SURNAME and self.style == "prose") else "break"
        if current and self.last - at in (2, 3) and self.tokens[self.last - 1].kinds & (THING | THING_OR_NAME) == THING:
            return "thing"  # "the Gregory C. Harlan Justice Center"
        if not current and is_last and kinds & (COMMON_SURNAME | GIVEN) and kinds & (WORD | GIVEN):
            before = self.tokens[at - 1] if at else None
            if before is not None and before.kinds & (HONORIFIC | RANK) and before.shape == CAPITAL:
                return "name"
        return "break"

    def _acronym(self, token: Token, current: list[int], at: int) -> bool:
        if self.style == "caps" or not token.shouted:
            return token.low in ("us", "uk", "eu", "un") and token.shouted
        if token.low in _ACRONYMS:
            return True
        if len(token.text) == 2:
            return bool(current) or not self._followed_by_name(at)
        if current and (token.kinds & SURNAME or not token.kinds) and self._given(current[-1]):
            return False
        after = self._next(at)
        if (
            token.kinds & GIVEN
            and after is not None
            and after.shouted
            and len(after.text) > 3
            and after.kinds & SURNAME
        ):
            return False  # "CHLOE MEADOWS has been": a lede that opens in capitals
        return "-" not in token.text or len(token.text) < 6

    def _thing(self, at: int, current: list[int], after_given: bool, is_last: bool) -> str:
        token, kinds, office = self.tokens[at], self.tokens[at].kinds, at and self.tokens[at - 1].kinds & ROLE
        if current and token.low in ADJECTIVAL and not (after_given and kinds & SURNAME):
            return "adjectival"
        if kinds & THING_OR_NAME:
            if not current:
                if kinds & COMMON_GIVEN and self._followed_by_name(at):
                    return "name"
                if is_last or self.style != "prose":
                    return "name" if token.low in self.known or (is_last and self.style == "prose") else "break"
                if kinds & THING_BEFORE and not kinds & COMMON_SURNAME:
                    return "thing-before"
                return "name" if kinds & COMMON_SURNAME else "break"
            if after_given or token.low in self.known:
                return "name" if self.style == "prose" or token.low in self.known else "break"
            if kinds & THING and is_last and self.style == "prose":
                return "thing"
            return "name" if kinds & SURNAME and self.style == "prose" else "break"
        if kinds & TEAM and current and self.tokens[current[-1]].kinds & (PLACE | TEAM) and token.low not in self.known:
            return "thing"
        if kinds & BODY:
            if after_given and is_last and kinds & SURNAME:
                return "name"
            if not current and kinds & (GIVEN if office else COMMON_GIVEN) and self._followed_by_name(at):
                return "name"
            return "name" if kinds & SURNAME and not current and is_last else "break"
        if kinds & THING_BEFORE and token.low not in self.known:
            if not current:
                if kinds & COMMON_GIVEN and self._followed_by_name(at):
                    return "name"
                if is_last:
                    return "name" if kinds & SURNAME and not kinds & WORD else "break"
                return "thing-before"
            if kinds & (SURNAME | GIVEN) and not kinds & WORD:
                return "name"
            return "thing" if self.style == "prose" else "break"
        if kinds & THING:
            if not current and kinds & COMMON_GIVEN and self._followed_by_name(at) and self.style == "prose":
                return "name"
            given = current and self.tokens[current[-1]].kinds & (GIVEN | PLACE) == GIVEN
            if given and is_last and kinds & SURNAME and self.style == "prose":
                return "name"
            if (
                self.style != "prose"
                and kinds & WORD
                and (token.opens or not is_last)
                and token.low not in _PROPER_THINGS
            ):
                return "break"
            return "thing"
        return ""

    def _word(self, at: int, current: list[int], is_last: bool) -> str:
        token, kinds = self.tokens[at], self.tokens[at].kinds
        if self.style != "prose":
            if token.low in self.known:
                return "name"
            if kinds & (SAY | HUMAN):
                return "break"
            if kinds & WORD and not (
                kinds & COMMON_GIVEN
                and not current
                and self._followed_by_name(at)
                and not self.tokens[at + 1].kinds & WORD
            ):
                return "break"
            return "name" if kinds & (GIVEN | SURNAME) or not kinds & (PLACE | WORD) else "break"
        if kinds & PLACE and not kinds & GIVEN:
            after = self._next(at)
            if not current and after is not None and after.kinds & COMMON_GIVEN and at + 2 <= self.last - 1:
                return "break"
            if not current and after is not None and after.kinds & (ROLE | HONORIFIC | RANK):
                return "break"
            if not kinds & SURNAME and not current and not is_last and token.low not in self.known:
                return "thing-before" if after is not None and after.kinds & TEAM else "name"
        after = self._next(at)
        if not current and kinds & WORD and not kinds & COMMON_GIVEN and after is not None:
            western = after.low in self.lexicon.tables["given-common"]
            if kinds & FAMILY_FIRST and not (token.opens and western):
                return "name"  # "Moon Jae-in"
            if kinds & GIVEN and after.kinds & SURNAME and not western:
                return "name"  # "Prudence Wei"
            if kinds & (GIVEN | SURNAME) and after.kinds & SURNAME and self._is_last(at + 1) and not token.opens:
                return "name"  # "Chip Roy"
            if token.opens or after.kinds & COMMON_GIVEN or after.shape == INITIAL:
                return "break"
        return "name"
