"""The reading engine as a whole: what it never does, whatever the text."""
# ruff: noqa: E501 - the lines are reports

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text import read
from articles.text.report import Report, Role

ROOT = Path(__file__).parent.parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))

PRINT = """
import json, sys
from pathlib import Path
from articles.text import read
from articles.text.contract import contract
for path in sys.argv[1:]:
    raw = Path(path).read_bytes()
    print(json.dumps(contract(read(raw.decode()), file=path, raw=raw, encoding="utf-8")))
"""


def run(code: str, *arguments: str, seed: str = "0") -> str:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONHASHSEED": seed,
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_knows_nothing_of_django():
    out = run(
        "import sys, articles.text, articles.text.contract; print(sorted(m for m in sys.modules if m.split('.')[0] in ('django', 'sqlite3')))"
    )
    assert out.strip() == "[]"


def test_reads_the_same_under_any_hash_seed():
    paths = [str(path) for path in SEEDS]
    readings = {run(PRINT, *paths, seed=seed) for seed in ("0", "1", "4242")}
    assert len(readings) == 1
    assert json.loads(readings.pop().splitlines()[1])["headline"]


def test_an_empty_text_is_an_empty_report():
    assert read("") == Report(raw="")


def test_the_raw_text_is_handed_back_untouched():
    raw = "\ufeffStorm\r\n\r\nA storm hit the coast on Sunday.\r"
    assert read(raw).raw == raw


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([
    "“", "”", '"', "‘", "’", "Ana Horvat", " said ", "he", ".", ",", "\n", "\n\n", "\r\n", "\u2028", "\u00a0", "\u202e", "\u200b", "(", ")", "--",
    "President ", "March 3", "2024", "By ", "SKELBY (BWS) - ", "Photo: ", "SEE ALSO: ", "Skelby", "\x00", "\ufeff", "A storm hit the coast.",
]), max_size=25).map("".join))  # fmt: skip
def test_every_fact_points_into_the_text(raw):
    report = read(raw)
    spans = [(block.start, block.end) for block in report.blocks]
    spans += [(mention.start, mention.end) for person in report.people for mention in person.mentions]
    spans += [(quote.start, quote.end) for quote in report.quotes] + [(term.start, term.end) for term in report.terms]
    spans += [(span.start, span.end) for tag in report.tags for span in tag.spans]
    spans += [(fact.start, fact.end) for fact in (*report.dates, *report.captions, *report.credits, *report.lints)]
    spans += [(fact.start, fact.end) for fact in (report.source, report.dateline, report.proposed_headline) if fact]
    assert all(0 <= start < end <= len(raw) for start, end in spans)


def test_a_decided_role_reaches_every_step():
    raw = "Storm hits coast\n\n“We lost 40 boats in one night,” Ana Horvat said.\n\nNobody was hurt, officials said."
    start = raw.index("“")
    end = raw.index("\n\nNobody")
    assert [person.name for person in read(raw).people] == ["Ana Horvat"]
    left_out = read(raw, roles=[(start, end, Role.PROMO)])
    assert left_out.people == () and left_out.quotes == ()


ROLES = st.lists(st.tuples(st.integers(-2, 80), st.integers(-2, 80), st.sampled_from(list(Role))), max_size=3)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([
    "“No more,” Ana Horvat said.", "\n\n", "\n", "By Ivo Kos", "Photo: Ivo Kos/BWS", "SKELBY (BWS) - ", "SEE ALSO: Storm", "\r\n", "\ufeff", "🚢",
    "A storm hit the coast on March 3, 2024.", "Storm hits coast", "Most read",
]), max_size=10).map("".join), ROLES)  # fmt: skip
def test_decided_roles_lose_no_character_stand_as_decided_and_give_the_same_reading_twice(raw, roles):
    report = read(raw, roles=roles)
    assert "".join(raw[block.start : block.end] for block in report.blocks) == raw
    assert report == read(raw, roles=roles)
    stand = [(block.start, block.end, block.role) for block in report.blocks if block.rule == "decided"]
    assert read(raw, roles=stand).blocks == report.blocks
    assert all(
        (start, end, role) in stand for start, end, role in roles if len(roles) == 1 and 0 <= start < end <= len(raw)
    )


# ---- hostile texts: the work grows with the text and no faster -------------------------------------------------------

HOSTILE = {
    "prose": "The council of Skelby met on Monday and Mayor Ana Horvat said no.\n",
    "headlines": "Mayor Backs Merger {n} Amid Shifting Media Landscape\n",
    "labels": "Most read\nStorm closes schools again {n}\nThe council met on Monday, it said.\n",
    "colons": "The list is here for you now:\nitem {n}\n",
    "quotes": "“We will not leave at all” said number {n}\n",
    "open quotes": "“",
    "straight quotes": '"a ',
    "one line": "word ",
    "one word": "a",
    "capitals": "Ana ",
    "initials": "A. ",
    "brackets": "(",
    "slashes": "A/",
    "spaces": " ",
    "returns": "a\r",
    "by": "By ",
    "dots": ". ",
    "see also": "SEE ALSO: ",
    "digits": "1",
    "dates": "March 3, ",
    "commas": "Ana Horvat, ",
    "hyphens": "a-",
    "apostrophes": "’s",
    "credits": "Photo: Ana Horvat/Agency\n",
    "people": "Ana {name} said on Monday that she would vote for the plan.\n",
    "namesakes": "{name} Horvat said on Monday that she would vote for the plan.\n",
    "speakers": "“We lost it all,” said Ana {name}.\n\nStorm Closes Port of {name}\n\nThe port is shut.\n\n",
    "posts": "words {n}\n— Ana (@ana) May 3, 2024\n",
}  # fmt: skip


def made_up_name(number: int) -> str:
    syllables = ("ka", "ri", "mo", "ta", "ne", "lu", "so", "vi", "ba", "do", "fe", "gu", "ha", "jo", "pe", "zu")
    digits = (number * 7919 >> shift & 15 for shift in (0, 4, 8, 12))
    return "".join(syllables[digit] for digit in digits).capitalize()


class Steps:
    """Counts the calls that a piece of work makes: unlike a clock, the same on a busy machine."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, frame, event, argument) -> None:
        self.count += event in ("call", "c_call")


def steps(raw: str) -> int:
    counter = Steps()
    previous = sys.getprofile()
    sys.setprofile(counter)
    try:
        read(raw)
    finally:
        sys.setprofile(previous)
    return counter.count


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_four_times_the_text_is_at_most_five_times_the_work(name):
    piece = HOSTILE[name]

    def text(count: int) -> str:
        return "".join(piece.replace("{n}", str(n)).replace("{name}", made_up_name(n)) for n in range(count))

    read(text(3))  # the tables are read at the first call
    assert steps(text(800)) <= 5 * steps(text(200)) + 2000
