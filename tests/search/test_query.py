"""What a reader wrote, as terms."""

from time import perf_counter

import pytest

from articles.search import STOP_WORDS, Query, fold, parse


def test_says_when_there_is_nothing_but_common_words() -> None:
    assert parse("the of").too_common
    assert not parse("the ferry").too_common
    assert not parse("…").too_common
    assert parse("fer* the").wanted == parse("fer*").wanted


@pytest.mark.parametrize("text", ["‘" + "a " * 99, "' " * 99, '"' * 199, "-" * 199, "‘a’" * 60, "*" * 199, "a*" * 99])
def test_reads_any_text_at_once(text: str) -> None:
    started = perf_counter()
    for _ in range(20):
        parse(text)
    assert perf_counter() - started < 1


def test_folds_as_the_index_does() -> None:
    assert [fold(word) for word in ("Ferry", "Łódź", "Straße", "É", "e\u0301")] == [
        "ferry",
        "lodz",
        "strasse",
        "e",
        "e",
    ]
    assert all(fold(word) == word for word in STOP_WORDS)
    assert Query() == parse("") and not parse("")
