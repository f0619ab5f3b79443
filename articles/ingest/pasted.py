"""A report that somebody pasted into a form goes the way of every other: as a file, byte for byte."""

import hashlib
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from articles.ingest.load import load
from articles.ingest.tally import Outcome


def take_in(text: str, *, now: datetime) -> Outcome:
    """Load one pasted report. Line ends as browsers send them become plain ones; nothing else is changed.

    The name of its file is made from what it says, so that the same text pasted twice is one report.
    """
    raw = text.replace("\r\n", "\n").encode()
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"pasted-{hashlib.sha256(raw).hexdigest()[:16]}.txt"
        file.write_bytes(raw)
        return load([file], now=now).outcomes[0]
