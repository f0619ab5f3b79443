"""Which lines of a story are mistrusted when people are read."""

import pytest

from articles.text.people.names import read_people
from articles.text.report import Block, Role

STORY = "Ana Horvat, 40, a nurse, said no."


def names(tail: str, *, role: Role, confidence: float) -> list[str]:
    raw = f"{STORY}\n{tail}"
    head = Block(Role.BODY, 0, len(STORY), 0.95, "test")
    found = read_people(raw, (head, Block(role, len(STORY) + 1, len(raw), confidence, "test")))
    return [person.name for person in found]


HEADLINES = """
Horvat wins again as Petar Kos quits
Mia Lund Says She Will Go
Actor Ivo Perak was seen in Split
Minister Lea Sand resigns after 40 days
Singer Tomo Vidal dies at 81
""".strip().splitlines()


@pytest.mark.parametrize("line", HEADLINES)
@pytest.mark.parametrize("role", [Role.BODY, Role.LIST_ITEM, Role.SUBHEAD])
def test_it_meets_nobody_in_a_doubtful_headline_behind_the_story(line: str, role: Role) -> None:
    assert names(line, role=role, confidence=0.5) == ["Ana Horvat"]


@pytest.mark.parametrize("line", ["Petar Kos left the town on Friday.", "“It rained,” said Petar Kos."])
def test_it_trusts_a_last_sentence(line: str) -> None:
    assert names(line, role=Role.BODY, confidence=0.5) == ["Ana Horvat", "Petar Kos"]


def test_it_trusts_a_list_of_winners_and_the_last_line_of_an_obituary() -> None:
    assert names("Best actor: Petar Kos", role=Role.LIST_ITEM, confidence=0.5) == ["Ana Horvat", "Petar Kos"]
    line = "Petar Kos, potter, born 2 May 1936; died 11 April 2024"
    assert names(line, role=Role.BODY, confidence=0.5) == ["Ana Horvat", "Petar Kos"]


def test_it_still_knows_those_of_the_story_there() -> None:
    raw = f"{STORY}\nHorvat wins again"
    blocks = (
        Block(Role.BODY, 0, len(STORY), 0.95, "test"),
        Block(Role.LIST_ITEM, len(STORY) + 1, len(raw), 0.5, "test"),
    )
    [person] = read_people(raw, blocks)
    assert [m.surface for m in person.mentions] == ["Ana Horvat", "Horvat"]


def test_it_reads_no_signature() -> None:
    assert names("Words: Petar Kos", role=Role.BODY, confidence=0.95) == ["Ana Horvat"]
