import multiprocessing
import os
import signal

import pytest

from articles.ingest.readers import ReaderDied, readers_at_work

DEADLY = "Kill whoever reads this."


def bridge(number: int) -> str:
    return f"Bridge {number} reopens after flood\n\nThe old bridge in Novi Most reopened on Tuesday.\n"


def test_one_reader_reads_in_this_process() -> None:
    with readers_at_work(1, ()) as readers:
        assert readers(bridge(1))().headline == "Bridge 1 reopens after flood"


@pytest.fixture
def deadly_text(monkeypatch: pytest.MonkeyPatch) -> str:
    """A text during whose reading the reader is killed, as a machine without memory does."""
    monkeypatch.setattr("articles.ingest.readers._read", deadly_read)
    return DEADLY


def deadly_read(text: str) -> object:
    from articles.text import read

    if text == DEADLY:
        assert multiprocessing.parent_process() is not None
        os.kill(os.getpid(), signal.SIGKILL)
    return read(text)


def test_a_reader_that_dies_takes_no_other_text_with_it(deadly_text: str) -> None:
    with readers_at_work(2, ()) as readers:
        before, deadly, after = (readers(text) for text in (bridge(1), deadly_text, bridge(2)))
        assert before().headline == "Bridge 1 reopens after flood"
        with pytest.raises(ReaderDied):
            deadly()
        assert after().headline == "Bridge 2 reopens after flood"
        assert readers(bridge(3))().headline == "Bridge 3 reopens after flood"
