"""Team sheets: "Dornau: Hessen; Breen, Malin, Kos (Ward 64) ...", where everybody is named by the surname alone."""

from articles.text.people.breaks import PARTICLES
from articles.text.people.lexicon import GIVEN, PLACE, SURNAME, WORD
from articles.text.people.tokens import CAPITAL, INITIAL, MARK, NUMBER, Token

TEAMS = (11, 13, 15)
"""How many play for one side: football, cricket and hockey, the league's rugby, the union's rugby and the Irish games."""
LONGEST_PLAYER = 4  # words, particles among them
MOST_ORDINARY = 3
"""Players of one side whose names may be a place's or a word's and nobody's: more are a list of other things."""


def players(tokens: list[Token]) -> set[int]:
    """Where the names of a line-up begin, substitutes in brackets among them; empty for any other text.

    It is one when a colon is followed by as many capitalised names as a team has players, set off by commas and
    semicolons, and a full stop.
    """
    found: set[int] = set()
    for at, token in enumerate(tokens):
        if token.low == ":" and at:
            found |= _side(tokens, at + 1)
    return found


def _side(tokens: list[Token], at: int) -> set[int]:
    starts: set[int] = set()
    names = ordinary = 0
    while at < len(tokens):
        last = _past_name(tokens, at)
        if last is None:
            return set()
        starts.add(at)
        names += 1
        kinds = tokens[last - 1].kinds
        ordinary += bool(kinds & (WORD | PLACE)) and not kinds & (GIVEN | SURNAME)
        at = last
        if at < len(tokens) and tokens[at].low == "(":
            close = next((n for n in range(at, min(at + 12, len(tokens))) if tokens[n].low == ")"), None)
            if close is None:
                return set()
            starts |= {n for n in range(at + 1, close) if _begins(tokens, n)}
            at = close + 1
        if at >= len(tokens) or tokens[at].low not in (",", ";", "-", "–"):
            break
        at += 1
    return starts if names in TEAMS and ordinary <= MOST_ORDINARY else set()


def _past_name(tokens: list[Token], at: int) -> int | None:
    """The index after the name that begins at tokens[at]; None where none does."""
    if not _begins(tokens, at):
        return None
    end = at
    while end < min(len(tokens), at + LONGEST_PLAYER) and (
        tokens[end].shape in (CAPITAL, INITIAL) or tokens[end].low in PARTICLES
    ):
        end += 1
    return end


def _begins(tokens: list[Token], at: int) -> bool:
    """Whether a name begins here: a capital after a mark or a minute."""
    if at >= len(tokens) or tokens[at - 1].shape not in (MARK, NUMBER):
        return False
    particle = tokens[at].low in PARTICLES and at + 1 < len(tokens) and tokens[at + 1].shape == CAPITAL
    return tokens[at].shape in (CAPITAL, INITIAL) or particle
