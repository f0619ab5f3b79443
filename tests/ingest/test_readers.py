import multiprocessing
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

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


READ_AND_WAIT = """
import time
from articles.ingest.readers import readers_at_work
if __name__ == "__main__":
    with readers_at_work(2, ()) as readers:
        readers("Bridge reopens")()
        print("reading", flush=True)
        time.sleep(60)
"""


def test_readers_leave_when_their_run_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(READ_AND_WAIT)
    environment = {**os.environ, "PYTHONPATH": str(settings.BASE_DIR)}
    with subprocess.Popen([sys.executable, script], env=environment, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "reading\n"
        run.kill()
        # The readers hold the other end of this pipe: it ends when the last of them has left.
        assert select.select([run.stdout], [], [], 20)[0] and run.stdout.read() == ""
