"""How fast the story of a new report is found among many: `python benchmarks/stories.py`.

Articles are made up: events of three to six reports over ten years, each with terms of its own and terms that many
share, as words are in any language. Measured is the time that the database spends on finding what a new report may
belong to (articles/ingest/evidence.py): of SQLite the time of its thread, of PostgreSQL what the server says. Each
line: name, 95th percentile over its bar of 10 milliseconds, 1.00, PASS or FAIL. A million articles; `QUICK=1` makes it
a hundred thousand. Exit 1 when one fails.
"""

import os
import random
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from _measuring import line, on_each_database

BAR = 10.0  # milliseconds
ARTICLES = 100_000 if os.environ.get("QUICK") else 1_000_000
DAYS = 3650
FIRST_DAY = date(2014, 1, 1)
VOCABULARY = 300_000
ASKED = 300
OWN, SHARED = 10, 14
"""Terms of a report that its event has for itself, and that it shares with the language."""
BATCH = 20_000
NO_OCCASION = {"day": "", "numbers": [], "back": []}


def measure(name: str) -> int:
    began = time.perf_counter()
    events = fill()
    filled = time.perf_counter() - began
    spent = sorted(ask(events))
    p95, median = spent[int(len(spent) * 0.95)], spent[len(spent) // 2]
    note = f"p95 {p95:.1f} ms, median {median:.1f}, most {spent[-1]:.1f} among {ARTICLES:,}; filled in {filled:.0f} s"
    return 0 if line(f"stories.find-{name}", p95 / BAR, 1.0, note) else 1


Event = tuple[int, list[str], list[tuple[int, int]]]
"""Its day, its own terms, its articles with their days."""


def made_up() -> Iterator[Event]:
    """All events, with the numbers and days of their reports."""
    dice, number = random.Random(7), 0
    while number < ARTICLES:
        day = dice.randrange(DAYS)
        own = [f"own{dice.randrange(VOCABULARY)}" for _ in range(OWN)]
        reports = []
        for _ in range(min(dice.randint(3, 6), ARTICLES - number)):
            number += 1
            reports.append((number, min(DAYS - 1, day + int(dice.expovariate(0.3)))))
        yield day, own, reports


def shared_terms(dice: random.Random) -> list[str]:
    """Terms as a language has them: the n-th in one report of n."""
    return [f"word{int(VOCABULARY ** dice.random())}" for _ in range(SHARED)]


def terms_of(event: Event, number: int) -> list[str]:
    dice = random.Random(number)
    return list(dict.fromkeys([*dice.sample(event[1], OWN - 3), *shared_terms(dice)]))


def fill() -> list[Event]:
    """Make the rows. Returns some events to ask for."""
    from django.db import connection

    kept: list[Event] = []
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")  # what articles they belong to is of no account
        else:
            cursor.execute("PRAGMA foreign_keys = OFF")
            cursor.execute("PRAGMA synchronous = OFF")
        cursor.execute("CREATE TABLE made (term varchar(40), day date, article bigint, weight double precision)")
        rows: list[tuple[Any, ...]] = []
        for at, event in enumerate(made_up()):
            if at % max(1, ARTICLES // 5 // ASKED) == 0:
                kept.append(event)
            for number, day in event[2]:
                on = FIRST_DAY + timedelta(days=day)
                rows += [(term, on.isoformat(), number, 1.5) for term in terms_of(event, number)]
            if len(rows) > BATCH:
                insert(cursor, rows)
                rows = []
        insert(cursor, rows)
        cursor.execute(
            "INSERT INTO articles_storyterm (term, day, article_id, weight) "
            "SELECT term, day, article, weight FROM made ORDER BY term, day, article"
        )
        cursor.execute("INSERT INTO articles_termcount (term, reports) SELECT term, count(*) FROM made GROUP BY term")
        cursor.execute("INSERT INTO articles_termcount (term, reports) VALUES ('', %s)", [ARTICLES])
        cursor.execute("DROP TABLE made")
        cursor.execute("ANALYZE")
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = origin")
    return kept[:ASKED]


def insert(cursor: Any, rows: list[tuple[Any, ...]]) -> None:
    from django.db import connection

    if connection.vendor == "postgresql":
        with cursor.copy("COPY made (term, day, article, weight) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    else:
        cursor.executemany("INSERT INTO made VALUES (%s, %s, %s, %s)", rows)


def ask(events: list[Event]) -> Iterator[float]:
    """Milliseconds that the database spends on finding the candidates of one more report of each event."""
    from django.db import connection

    from articles.ingest.evidence import Weighing, candidates
    from articles.models import Article, StorySignature

    spent = [0.0]

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if connection.vendor == "postgresql":
            spent[0] += server_time(context["connection"], sql, params)
            return execute(sql, params, many, context)
        # SQLite works in this thread and has done its work when this returns: it sorts before it gives the first row.
        began = time.thread_time()
        try:
            return execute(sql, params, many, context)
        finally:
            spent[0] += (time.thread_time() - began) * 1000

    found = 0
    for at, event in enumerate(events):
        number = ARTICLES + 1 + at
        dated = at % 2 == 0  # every other report states no date: it is looked for by the day of its import
        day = FIRST_DAY + timedelta(days=event[0] if dated else DAYS)
        terms = [[term, 1.5, 0, term] for term in terms_of(event, number)]
        row = StorySignature(
            article=Article(pk=number), day=day, dated=dated, terms=terms, sketch=[], occasion=NO_OCCASION
        )
        spent[0] = 0.0
        with connection.execute_wrapper(watch):
            weighing = Weighing()
            weighing.add([row])
            articles = candidates(row, weighing, [], now=datetime(2024, 1, 1, tzinfo=UTC))
        found += bool({number for number, _day in event[2]} & {*articles})
        yield spent[0]
    assert found >= 0.95 * len(events), f"only {found} of {len(events)} events were found"


def server_time(connection: Any, sql: str, params: Any) -> float:
    """Milliseconds that the server says it needed for a question, asked for the first time: planning and execution."""
    with connection.connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", params)
        (plan,) = cursor.fetchone()[0]
    return float(plan["Planning Time"] + plan["Execution Time"])


if __name__ == "__main__":
    sys.exit(on_each_database(__file__, measure))
