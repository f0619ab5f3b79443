from pathlib import Path

import pytest

from articles.text.lints import read_lints
from articles.text.report import Role
from articles.text.speech.quotes import read_quotes
from tests.text.typed import body, people

SEEDS = Path(__file__).parents[2] / "seeds"


def lints(raw: str, *names: str, role: Role = Role.BODY) -> list[tuple[str, str]]:
    blocks, cast = body(raw, role), people(raw, *names)
    quotes, _ = read_quotes(raw, blocks, cast)
    return [(lint.rule, raw[lint.start : lint.end]) for lint in read_lints(raw, blocks, cast, quotes)]


FOUND = {
    "He saw the the boat.": ("doubled word", "the the"),
    "The the boat left.": ("doubled word", "The the"),
    "Then came an announcement to announce it.": ("repeated root", "announcement to announce"),
    "A move -- condemned by all.": ("typewriter dash", "--"),
    "A move--condemned by all.": ("typewriter dash", "--"),
    '“We saw it fall that day" she said.': ("mixed pair of marks", '“We saw it fall that day"'),
    "“We saw it. Then nothing.": ("unclosed quotation", "“"),
    "We saw it fall that day,” she said.": ("unopened quotation", "”"),
    "It’s here, it’s there, it's gone.": ("mixed apostrophes", "'"),
    '“A” and “b” and "c".': ("mixed quotation marks", '"'),
    "The boat sank in the old harbour. All wept. The boat sank in the old harbour.": (
        "repeated sentence",
        "The boat sank in the old harbour.",
    ),
}


@pytest.mark.parametrize("raw", FOUND)
def test_it_points_at(raw: str) -> None:
    assert FOUND[raw] in lints(raw)


CLEAN = [
    "He said that that was all he had had.",
    "Duran Duran played in Baden Baden.",
    "It was very very cold.",
    "A move — condemned by all — and a 3-4 win.",
    "“We saw it fall,” she said. “All of it.”",
    "“We saw it fall.\n“All of it fell,” she said.",
    "It’s here, it’s there.",
    "Yes. Yes. Yes. He left. He left.",
    "the agreement, to agree on",
    "See the\nthe next line.",
    "---",
]


@pytest.mark.parametrize("raw", CLEAN)
def test_it_leaves_clean_copy_alone(raw: str) -> None:
    assert lints(raw) == []


def test_it_sees_a_name_in_two_spellings() -> None:
    raw = "Sergey Lavrin came. Sergei Lavrin left. Later Lavrine slept."
    assert ("two spellings", "Sergei Lavrin") in lints(raw, "Sergey Lavrin", "Sergei Lavrin|")
    raw = "Olena Marensky spoke. Then Marenskyy slept."
    assert lints(raw, "Olena Marensky||Marenskyy") == [("two spellings", "Marenskyy")]


def test_it_keeps_two_people_apart() -> None:
    assert lints("Maria Novak met Mario Novak.", "Maria Novak", "Mario Novak||x") == []


def test_it_reads_nothing_but_the_story() -> None:
    assert lints("He saw the the boat -- twice.", role=Role.RAIL) == []


def test_it_writes_a_sentence_for_a_journalist() -> None:
    raw = "".join(f"{text}\n" for text in FOUND)
    blocks = body(raw)
    for lint in read_lints(raw, blocks, (), ()):
        assert lint.message[0].isupper() or lint.message[0] == "“"
        assert lint.message.endswith(".")


def test_it_finds_what_is_wrong_with_the_seeds() -> None:
    first, second = (path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    assert ("repeated root", "announcement to announce") in lints(first.split("\n\n\n")[0])
    rules = {rule for rule, _ in lints(second)}
    assert {"typewriter dash", "mixed quotation marks", "mixed apostrophes", "mixed pair of marks"} <= rules
    assert "unclosed quotation" not in rules
