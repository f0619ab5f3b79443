"""Loading reports: files in, a tally out. One transaction a file, and a second run changes nothing."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache, partial
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, OperationalError, connection, transaction
from django.utils.translation import gettext as _

from articles.ingest import resolve
from articles.ingest.arrivals import Arrival, arrivals
from articles.ingest.files import known, missed
from articles.ingest.folders import named
from articles.ingest.intakes import write
from articles.ingest.judged import judged
from articles.ingest.readers import ReaderDied, Readers, Reading, readers_at_work
from articles.ingest.reading import RawReport, Refused, fault_of_ours, file_name
from articles.ingest.tally import Outcome, Result, Tally
from articles.models import Article
from articles.text.report import Report

logger = logging.getLogger(__name__)

ATTEMPTS = 3
"""So often a file is tried when somebody else writes the same rows at the same moment."""
ONE_RUN_AT_A_TIME = 0x6E657773
"""The advisory lock that a run on PostgreSQL holds while it writes a file. Any number that nobody else uses."""


def load(
    paths: Iterable[Path],
    *,
    now: datetime,
    publish: bool = False,
    dry_run: bool = False,
    workers: int = 1,
    each: Callable[[Outcome, int | None], None] = lambda outcome, total: None,
) -> Tally:
    """Load the reports that the paths name, one transaction a file; one bad file never spoils the others.

    now: dates the intake. publish: also make the move `publish_import` where it is open. dry_run: say what would
    happen and write nothing. workers: processes that read reports at the same time. each: called with every outcome,
    in the order of the files, and with how many there will be (None where a file holds several reports).
    """
    these = named(paths)
    tally = Tally(left_out=these.left_out)
    total = len(these.files) if all(file.suffix.lower() in ("", ".txt") for file in these.files) else None
    taken: dict[str, str] = {}
    load_one = partial(_load_one, taken=taken, now=now, publish=publish, dry_run=dry_run)
    with readers_at_work(workers, resolve.vocabulary()) as readers:
        for arrival, reading in _ahead(_opened(these.files), readers, room=2 * workers):
            if arrival.report is None:
                outcome = Outcome(arrival.label, Result.REFUSED, arrival.refused)
            else:
                outcome = load_one(arrival.label, arrival.report, reading)
            tally.outcomes.append(outcome)
            each(outcome, total)
    for folder, present in these.folders.items():
        for outcome in _missed(folder, present, now=now, dry_run=dry_run):
            tally.withdrawn.append(outcome)
            each(outcome, total)
    return tally


def _missed(folder: Path, present: Iterable[str], *, now: datetime, dry_run: bool) -> list[Outcome]:
    """What a folder held when it was loaded before and holds no longer. It stays as it is; the desk is told."""
    reason = _("it is no longer in the folder; its article stays as it is")
    with transaction.atomic():
        _wait_for_other_runs()
        gone = list(missed(folder, set(map(file_name, present)), now=now))
        transaction.set_rollback(dry_run)
    return [Outcome(str(folder / one.name), Result.WITHDRAWN, reason, article=one.article) for one in gone]


def _opened(files: Mapping[Path, str]) -> Iterator[Arrival]:
    """The reports in the files, each of which is known by a name, or the reason why one is refused."""
    limits = {"limit": settings.NEWSROOM_REPORT_SIZE_LIMIT, "archive_limit": settings.NEWSROOM_ARCHIVE_SIZE_LIMIT}
    seen: dict[str, tuple[str, str]] = {}
    for arrival in (one for path, name in files.items() for one in arrivals(path, known_as=name, **limits)):
        report = arrival.report
        sha256, other = seen.setdefault(report.name, (report.sha256, arrival.label)) if report else ("", "")
        if report is None or sha256 == report.sha256:
            yield arrival
        else:
            why = _("this run has loaded another file of that name (%(other)s): rename one of them.")
            yield Arrival(arrival.label, refused=why % {"other": other})


def _ahead(opened: Iterable[Arrival], readers: Readers, *, room: int) -> Iterator[tuple[Arrival, Reading]]:
    """The same reports in the same order, with up to `room` of them being read meanwhile."""
    waiting: deque[tuple[Arrival, Reading]] = deque()
    for arrival in opened:
        waiting.append((arrival, _no_reading if arrival.report is None else _begun(arrival.report, readers)))
        if len(waiting) > room:
            yield waiting.popleft()
    yield from waiting


def _begun(report: RawReport, readers: Readers) -> Reading:
    """The reading of a report, begun at once unless the report is known by now: most of those are never read again."""
    if known(report) is not None:
        return lambda: readers(report.text)()
    return readers(report.text)


def _no_reading() -> Report:
    raise AssertionError("a refused file is not read")


def _load_one(
    label: str, raw: RawReport, reading: Reading, *, taken: dict[str, str], now: datetime, publish: bool, dry_run: bool
) -> Outcome:
    reading = cache(partial(_judged, raw, reading))
    try:
        if known(raw, taken) is None:
            reading()  # before the transaction: nobody on the desk waits for it
        return _in_one_transaction(label, raw, reading, taken=taken, now=now, publish=publish, dry_run=dry_run)
    except ReaderDied:
        reason = _("the process that read it was ended from outside: there may be too little memory.")
    except Refused as refusal:
        reason = str(refusal)
    except OperationalError as fault:
        reason = _("the database did not take it (%(fault)s): run again.") % {"fault": str(fault).partition("\n")[0]}
    except Exception as fault:  # a fault of ours in one file must not take the others with it
        logger.error("reading %s failed: %r", label, fault, exc_info=logger.isEnabledFor(logging.DEBUG))
        reason = fault_of_ours(fault)
    return Outcome(label, Result.REFUSED, reason)


def _judged(raw: RawReport, reading: Reading) -> Report:
    """The reading, which heeds what people decided about an earlier version of this report."""
    article = Article.objects.filter(intakes__files__name=raw.name).first()
    return reading() if article is None else judged(article, raw.text, reading, vocabulary=resolve.vocabulary)


def _in_one_transaction(
    label: str, raw: RawReport, reading: Reading, *, taken: dict[str, str], now: datetime, publish: bool, dry_run: bool
) -> Outcome:
    """Write one report, again when the desk wrote the same rows meanwhile (a person of that name, say)."""
    for attempts_left in reversed(range(ATTEMPTS)):
        outcome = Outcome(label, Result.REFUSED, warnings=list(raw.warnings))
        try:
            with transaction.atomic():
                _wait_for_other_runs()
                write(outcome, Path(label), raw, reading, taken, now=now, publish=publish)
                transaction.set_rollback(dry_run)
            break
        except (IntegrityError, OperationalError):
            if not attempts_left:
                raise
            if not connection.in_atomic_block:
                connection.close_if_unusable_or_obsolete()  # the next attempt opens another
    if dry_run:
        if outcome.outcome in (Result.CREATED, Result.UPDATED, Result.CONFLICT):
            taken[raw.name] = raw.sha256
        if outcome.outcome is Result.CREATED:
            outcome.article = None
    return outcome


def _wait_for_other_runs() -> None:
    """Of two runs one waits for the other's file. On SQLite a transaction that writes waits by itself."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_RUN_AT_A_TIME])
