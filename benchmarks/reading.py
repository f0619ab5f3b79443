"""How fast reports are read, on one core: `python benchmarks/reading.py`.

Each line: name, measured ratio, bar, PASS or FAIL. Ratios are against a yardstick run in the same process, or of one
size against another, so that they hold on a busy or a slow machine; documents a second are printed beside them.
`QUICK=1` leaves out the largest text. Exit 1 when a line fails.
"""

import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from _measuring import ROOT, line

from articles.text import read

DOCUMENT = 3_000
GOAL = 100  # documents a second on one core
COUNTS = 95
"""Word counts of a document in the time of one reading. A core that counts the words of 9,500 documents of 3,000
characters a second (28 MB) reads 100 of them; both were measured together, so that the figure holds on other cores."""
WORD = re.compile(r"\w+")


def main() -> int:
    reports = [path.read_bytes().decode() for path in sorted((ROOT / "seeds").glob("*.txt"))]
    reports += [text for path in sorted((ROOT / "tests" / "reports").glob("*.txt")) if (text := _decoded(path))]
    texts = [report for report in reports if report.strip()]
    results = [
        _speed([text for text in texts if len(text) >= DOCUMENT // 2]),
        _growth(texts, 1_000, 100_000),
        _growth(texts, 100_000, 1_000_000),
    ]
    if not os.environ.get("QUICK"):
        results.append(_growth(texts, 1_000_000, 10_000_000))
    return 0 if all(results) else 1


def _decoded(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError:
        return ""


def _speed(texts: list[str]) -> bool:
    """Documents of about 3,000 characters a second, measured in plain word counts of the same texts."""
    read(texts[0])  # the tables are read at the first call
    rounds = [
        (_best(lambda: [read(text) for text in texts], 1), _best(lambda: [_count(text) for text in texts], 5))
        for _ in range(7)
    ]
    seconds, yardstick = (min(times) for times in zip(*rounds, strict=True))
    rate = sum(map(len, texts)) / seconds / DOCUMENT
    ratio = seconds / yardstick
    return line("reading.word-counts-a-document", ratio, COUNTS, f"{rate:.0f} documents a second, goal {GOAL}")


def _count(text: str) -> Counter[str]:
    return Counter(WORD.findall(text))


def _growth(texts: list[str], small: int, large: int) -> bool:
    """Time a character of a long text against a short one, both made of whole reports set one behind the other."""
    short, long = _of_length(texts, small), _of_length(texts, large)
    times = max(1, large // small // 10)
    one = _best(lambda: [read(short) for _ in range(times)]) / times / len(short)
    other = _best(lambda: read(long), 2 if large <= 1_000_000 else 1) / len(long)
    ratio = other / one
    note = f"{len(short) * one * 1000:.0f} ms and {len(long) * other * 1000:.0f} ms"
    return line(f"reading.growth-{small}-{large}", ratio, 1.6, note)


def _of_length(texts: list[str], length: int) -> str:
    whole = "\n\n".join(texts) + "\n\n"
    return (whole * (length // len(whole) + 1))[:length]


def _best(work: Callable[[], object], times: int = 3) -> float:
    return min(_timed(work) for _ in range(times))


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
