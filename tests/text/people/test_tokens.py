"""Words of a text: where they begin and end, and which of them open a sentence."""

import pytest

from articles.text.people.lexicon import lexicon
from articles.text.people.tokens import tokens

SPLITS = """
Ana's dog => Ana* dog
Ana’s dog => Ana* dog
the dockers’ union => the dockers* union
J. K. Rowling => J. K. Rowling
J.-P. Lund => J.-P. Lund
U.S. forces => U.S. forces
Gen. Marsh => Gen. Marsh
O'Neill and D’Souza => O'Neill and D’Souza
Biden-era rules => Biden -era rules
Trump-backed plan => Trump -backed plan
anti-Trump vote => anti- Trump vote
Ocasio-Cortez won => Ocasio-Cortez won
Moon Jae-in won => Moon Jae-in won
Cheung Kim-hung => Cheung Kim-hung
Putin–Xi talks => Putin – Xi talks
al-Assad left => al-Assad left
aged 34, he => aged 34, he
""".strip().splitlines()


@pytest.mark.parametrize("line", SPLITS)
def test_it_splits(line: str) -> None:
    text, wanted = line.split(" => ")
    found = tokens(text, lexicon())
    assert " ".join(t.text + "*" * t.possessive for t in found) == wanted
    assert all(text[t.start : t.end] == t.text for t in found)


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Ana left. Petar stayed.", ["Ana", "Petar"]),
        ("Gen. Marsh left.", ["Gen."]),
        ("“No,” said Ana.", ["No", "said"]),
        ("Robert Downey Jr. He won.", ["Robert", "He"]),
        ("J. K. Rowling", ["J."]),
        ("It was: Ana", ["It", "Ana"]),
    ],
)
def test_it_tells_the_first_word_of_a_sentence(text: str, opening: list[str]) -> None:
    assert [t.text for t in tokens(text, lexicon()) if t.opens and t.text[0].isalpha()] == opening


def test_it_takes_an_accented_name_for_no_ordinary_word() -> None:
    from articles.text.people.lexicon import WORD

    plain, accented = tokens("tome Tomé", lexicon())
    assert plain.kinds & WORD
    assert not accented.kinds & WORD
