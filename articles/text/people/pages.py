"""The passages of a story as names are read in them: their words, how they use capitals, and which to mistrust."""

from dataclasses import dataclass, field

from articles.text.people.lexicon import HUMAN, SAY
from articles.text.people.sheets import players
from articles.text.people.tokens import LOWER, Token
from articles.text.report import Role
from articles.text.typography import Passage

DOUBTFUL_TAIL = 0.6  # confidence of a block's role
_SIGNING = frozenset(
    "by words photo photos photograph photographs picture pictures illustration illustrations text graphic graphics reporting editing video".split()
)


@dataclass(slots=True)
class Page:
    """One passage of the story with its words."""

    passage: Passage
    tokens: list[Token]
    style: str
    doubtful: bool = False  # may be a headline of another report: nobody is met here for the first time
    players: set[int] = field(init=False)  # where the names of a line-up begin

    def __post_init__(self) -> None:
        self.players = players(self.tokens)


def doubt_the_tail(pages: list[Page]) -> None:
    """What stands behind the last sentence of the text without a full stop of its own, and was no surer than a guess:
    a rail's headline that was taken for a line of the story is such a one."""
    for page in reversed(pages):
        block = page.passage.block
        if block is None or block.role in (Role.CAPTION, Role.HEADLINE) or page.tokens[-1].low in '.!?…"”’':
            return
        acts = any(t.kinds & (SAY | HUMAN) for t in page.tokens[1:])
        acts = acts and not any(t.low == "born" for t in page.tokens)  # the last line of an obituary
        page.doubtful = block.confidence <= DOUBTFUL_TAIL and acts


def signs(found: list[Token]) -> bool:
    """ "by Ana Horvat", "Words: Ana Horvat": a line that signs the report names nobody in it."""
    if found[0].low not in _SIGNING or len(found) > 14 or (found[0].shape == LOWER and len(found) > 6):
        return False
    rest = found[1:]
    opens = found[0].low == "by" or (bool(rest) and rest[0].low == ":")
    return opens and not any(t.shape == LOWER and t.low not in ("and", "by") for t in rest)
