"""Reading texts here or in other processes. Those import this file, so it knows neither Django nor the database."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context

from articles.text import read
from articles.text.report import Report, Term

Reading = Callable[[], Report]
"""The reading of one text, to be waited for."""

Readers = Callable[[str], Reading]


@contextmanager
def readers_at_work(workers: int, vocabulary: tuple[Term, ...]) -> Iterator[Readers]:
    """Something that reads texts by this vocabulary: in this process when `workers` is 1, else in so many others."""
    if workers == 1:
        yield lambda text: partial(read, text, vocabulary=vocabulary)
        return
    # spawn: a forked child would share this process's database connection.
    with ProcessPoolExecutor(workers, get_context("spawn"), _remember, (vocabulary,)) as pool:
        yield lambda text: pool.submit(_read, text).result


_vocabulary: tuple[Term, ...] = ()


def _remember(vocabulary: tuple[Term, ...]) -> None:
    global _vocabulary
    _vocabulary = vocabulary


def _read(text: str) -> Report:
    return read(text, vocabulary=_vocabulary)
