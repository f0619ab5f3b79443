"""Reading texts here or in other processes. Those import this file, so it knows neither Django nor the database."""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context, parent_process

from articles.text import read
from articles.text.report import Report, Term

Reading = Callable[[], Report]
"""The reading of one text, to be waited for."""

Readers = Callable[[str], Reading]


class ReaderDied(Exception):
    """The process that read a text was ended from outside, most likely for want of memory."""


@contextmanager
def readers_at_work(workers: int, vocabulary: tuple[Term, ...]) -> Iterator[Readers]:
    """Something that reads texts by this vocabulary: in this process when `workers` is 1, else in so many others.

    A reading may raise ReaderDied; the readings of other texts go on.
    """
    if workers == 1:
        yield lambda text: partial(read, text, vocabulary=vocabulary)
        return

    def start(processes: int) -> ProcessPoolExecutor:
        # spawn: a forked child would share this process's database connection.
        return ProcessPoolExecutor(processes, get_context("spawn"), _remember, (vocabulary,))

    pool = start(workers)

    def readers(text: str) -> Reading:
        nonlocal pool
        try:
            return partial(wait, pool.submit(_read, text), text)
        except BrokenProcessPool:
            pool = start(workers)
            return partial(wait, pool.submit(_read, text), text)

    def wait(reading: "Future[Report]", text: str) -> Report:
        try:
            return reading.result()
        except BrokenProcessPool:
            # With one process all that were at work are lost; read alone, none suffers for another.
            with start(1) as alone:
                try:
                    return alone.submit(_read, text).result()
                except BrokenProcessPool:
                    raise ReaderDied from None

    try:
        yield readers
    finally:
        pool.shutdown(cancel_futures=True)


_vocabulary: tuple[Term, ...] = ()


def _remember(vocabulary: tuple[Term, ...]) -> None:
    global _vocabulary
    _vocabulary = vocabulary
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """A run that was killed cannot end its readers; without this they would wait for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(text: str) -> Report:
    return read(text, vocabulary=_vocabulary)
