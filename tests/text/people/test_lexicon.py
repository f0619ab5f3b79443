"""The tables of words: how words are folded, what they may be, and what the tables cost."""

import subprocess
import sys

import pytest

from articles.text.people.lexicon import (
    DATA,
    DEMONYM,
    FEMALE,
    GIVEN,
    MALE,
    PLACE,
    PLURAL_ROLE,
    ROLE,
    SURNAME,
    WORD,
    fold,
    lexicon,
)


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Željko", "zeljko"),
        ("Thorbjørn", "thorbjorn"),
        ("Łukasz", "lukasz"),
        ("O’Toole", "o'toole"),
        ("Nguyễn", "nguyen"),
        ("İsmail", "ismail"),
        ("Kılıç", "kilic"),
        ("STRAẞE", "strasse"),
        ("Jae‑in", "jae-in"),
        ("plain", "plain"),
    ],
)
def test_it_folds_a_word_to_the_form_of_the_tables(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("dmytro", GIVEN),
        ("volodymyr", GIVEN),
        ("smith", SURNAME),
        ("minister", ROLE),
        ("ministers", PLURAL_ROLE),
        ("ukrainian", DEMONYM),
        ("kyiv", PLACE),
        ("however", WORD),
        ("maria", GIVEN | FEMALE),
        ("james", GIVEN | MALE),
        ("jean-luc", GIVEN),
        ("o'hara", SURNAME),
        ("climatologist", ROLE),
        ("sweden-born", DEMONYM),
    ],
)
def test_it_knows_what_a_word_may_be(word: str, kinds: int) -> None:
    assert lexicon().kinds(word) & kinds == kinds


@pytest.mark.parametrize("word", ["minister", "ukrainian", "xqzt", "", "-", "a" * 500])
def test_it_calls_no_such_word_a_name(word: str) -> None:
    assert not lexicon().kinds(word) & (GIVEN | SURNAME)


def test_it_keeps_its_tables_small() -> None:
    files = ["lexicon.txt.gz", "people.txt", "things.txt", "names.txt"]
    assert sum((DATA / name).stat().st_size for name in files) < 700_000


def test_it_reads_the_tables_only_when_asked_and_fast() -> None:
    script = (
        "import time\n"
        "from articles.text.people import lexicon\n"
        "assert lexicon.lexicon.cache_info().currsize == 0\n"
        "begin = time.process_time(); lexicon.lexicon(); print(time.process_time() - begin)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert float(done.stdout) < 0.5  # 0.05 on an idle machine
