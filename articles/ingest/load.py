"""Loading reports: files in, a tally out. One transaction a file, and a second run changes nothing."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import IntegrityError, OperationalError, connection, transaction
from django.utils.translation import gettext as _

from articles.actions.edits import record_revision
from articles.actions.moves import MoveRefused, move
from articles.actions.reimporting import field_label, report_withdrawn, take_in
from articles.ingest import resolve
from articles.ingest.arrivals import Arrival, arrivals, is_way_in, side_files
from articles.ingest.embargo import take_embargo, unread_embargo
from articles.ingest.files import article_of, free_name, known, missed, remember
from articles.ingest.judged import judged
from articles.ingest.namesakes import settle_names
from articles.ingest.readers import ReaderDied, Readers, Reading, readers_at_work
from articles.ingest.reading import RawReport, Refused, fault_of_ours, file_name
from articles.ingest.stories import find_story
from articles.models import Article, Intake
from articles.text.gist import gist
from articles.text.report import ENGINE_VERSION, Report
from articles.text.withdrawn import withdrawal
from articles.workflow import Status

logger = logging.getLogger(__name__)

ATTEMPTS = 3
"""So often a file is tried when somebody else writes the same rows at the same moment."""
ONE_RUN_AT_A_TIME = 0x6E657773
"""The advisory lock that a run on PostgreSQL holds while it writes a file. Any number that nobody else uses."""


class Result(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    """Of a report that is gone from its folder. It has no file in this run and is not counted among its reports."""


@dataclass(slots=True)
class Outcome:
    """What became of one file. `article` is the article's number, None where there is none."""

    file: str
    outcome: Result
    reason: str = ""
    warnings: list[str] = field(default_factory=list)
    article: int | None = None

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(slots=True)
class Tally:
    outcomes: list[Outcome] = field(default_factory=list)
    withdrawn: list[Outcome] = field(default_factory=list)
    passed_over: int = 0

    def count(self, result: Result) -> int:
        return sum(outcome.outcome == result for outcome in self.outcomes)

    def as_dict(self) -> dict[str, int]:
        """How many files had each outcome, how many reports are gone from their folders since those were loaded last,
        and how many entries of folders are no reports (not *.txt)."""
        counts = {result.value: self.count(result) for result in Result}
        return {**counts, Result.WITHDRAWN.value: len(self.withdrawn), "passed_over": self.passed_over}


def report_files(paths: Iterable[Path], tally: Tally) -> tuple[list[Path], dict[Path, list[Path]]]:
    """The files that the paths name, and those of each folder: each of a folder that may hold reports, in the order of
    names, and each other path as it stands.

    What else lies in a folder is no report and is counted in the tally, but for the side files of reports; a folder
    within a folder whose name ends in .txt is handed on, to be refused by name.
    """
    files: list[Path] = []
    folders: dict[Path, list[Path]] = {}
    for path in paths:
        try:
            entries = sorted(path.iterdir()) if path.is_dir() else None
        except OSError:
            entries = None  # opening it will tell why
        if entries is None:
            files.append(path)
            continue
        reports = [entry for entry in entries if is_way_in(entry.name)]
        beside = {name for report in reports for name in side_files(report.name)}
        tally.passed_over += sum(entry.name not in beside for entry in entries) - len(reports)
        files += reports
        folders[path] = reports
    return list(dict.fromkeys(files)), folders


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
    tally = Tally()
    files, folders = report_files(paths, tally)
    total = len(files) if all(file.suffix.lower() in ("", ".txt") for file in files) else None
    taken: dict[str, str] = {}
    load_one = partial(_load_one, taken=taken, now=now, publish=publish, dry_run=dry_run)
    with readers_at_work(workers, resolve.vocabulary()) as readers:
        for arrival, reading in _ahead(_opened(files), readers, room=2 * workers):
            if arrival.report is None:
                outcome = Outcome(arrival.label, Result.REFUSED, arrival.refused)
            else:
                outcome = load_one(arrival.label, arrival.report, reading)
            tally.outcomes.append(outcome)
            each(outcome, total)
    for folder, present in folders.items():
        for outcome in _missed(folder, present, now=now, dry_run=dry_run):
            tally.withdrawn.append(outcome)
            each(outcome, total)
    return tally


def _missed(folder: Path, present: Iterable[Path], *, now: datetime, dry_run: bool) -> list[Outcome]:
    """What a folder held when it was loaded before and holds no longer. It stays as it is; the desk is told."""
    reason = _("it is no longer in the folder; its article stays as it is")
    with transaction.atomic():
        _wait_for_other_runs()
        gone = list(missed(folder, {file_name(path.name) for path in present}, now=now))
        transaction.set_rollback(dry_run)
    return [Outcome(str(folder / one.name), Result.WITHDRAWN, reason, article=one.article) for one in gone]


def _opened(files: Iterable[Path]) -> Iterator[Arrival]:
    """The reports in the files, or the reason why one is refused."""
    limits = {"limit": settings.NEWSROOM_REPORT_SIZE_LIMIT, "archive_limit": settings.NEWSROOM_ARCHIVE_SIZE_LIMIT}
    seen: dict[str, tuple[str, str]] = {}
    for arrival in (arrival for path in files for arrival in arrivals(path, **limits)):
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
                _write(outcome, Path(label), raw, reading, taken, now=now, publish=publish)
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


def _write(
    outcome: Outcome,
    path: Path,
    raw: RawReport,
    reading: Reading,
    taken: Mapping[str, str],
    *,
    now: datetime,
    publish: bool,
) -> None:
    """Bring the database up to this report and say so in `outcome`; the caller holds the transaction."""
    intake = known(raw, taken)
    if intake is None:
        intake = _take_in(outcome, raw, reading(), article_of(path, raw), now=now)
        remember(path, raw, intake)
    else:
        outcome.outcome, outcome.article = Result.UNCHANGED, intake.article_id
        if intake.file_name != raw.name:
            outcome.warnings.append(_("the same report as %(file)s") % {"file": intake.file_name})
            if intake.pk is not None:
                remember(path, raw, intake)
        if intake.waits:
            outcome.reason = _("it still waits for a decision on the desk")
    if publish and outcome.article is not None and not intake.waits:
        _publish(outcome, now=now)


def _take_in(outcome: Outcome, raw: RawReport, report: Report, article: Article | None, *, now: datetime) -> Intake:
    """Keep a report that is new or has changed, and bring its article up to it."""
    intake = Intake(
        file_name=raw.name,
        sha256=raw.sha256,
        gist=gist(raw.text),
        encoding=raw.encoding,
        raw=raw.raw,
        reading=resolve.reading(report, file=raw.name, raw=raw.raw, encoding=raw.encoding),
        engine=ENGINE_VERSION,
        details=raw.details.as_dict(),
        original=raw.original,
        imported_at=now,
        article=article,
    )
    notice = withdrawal(raw.text)
    if article is None:
        article = _fill(outcome, raw, report, None, now=now)
        intake.article, intake.revision = article, article.version
        intake.save()
        if notice is not None:
            report_withdrawn(article, raw.text[notice.start : notice.end], intake=intake, now=now)
            intake.waits = True
            outcome.warnings.append(_("its outlet has withdrawn it, so it waits for a decision on the desk"))
    elif _saved_otherwise(intake, article):
        intake.save()
        outcome.outcome = Result.UNCHANGED
        outcome.reason = _("nothing has changed but the way the file was saved")
    elif notice is not None:
        intake.save()
        intake.waits = report_withdrawn(article, raw.text[notice.start : notice.end], intake=intake, now=now)
        outcome.outcome = Result.CONFLICT if intake.waits else Result.UNCHANGED
        outcome.reason = (
            _("its outlet has withdrawn it: an editor decides what becomes of the article")
            if intake.waits
            else _("its outlet has withdrawn it, and the desk has dropped it already")
        )
    elif article.touched:
        content = resolve.content_of(report, raw.details, now=now)
        intake.content = content
        intake.save()
        _merge(outcome, intake, content, report, article, now=now)
    else:
        if article.report_changes.open().delete()[0]:
            article.intakes.filter(waits=True).update(waits=False)
        article = _fill(outcome, raw, report, article, now=now)
        intake.revision = article.version
        intake.save()
    outcome.article = article.pk
    if raw.details.headline or report.headline is not None:
        return intake
    if report.proposed_headline is not None:
        outcome.warnings.append(
            _("it has no headline; proposed: %(headline)s") % {"headline": report.proposed_headline.text}
        )
    else:
        outcome.warnings.append(_("it has no headline, and none could be proposed"))
    return intake


def _saved_otherwise(intake: Intake, article: Article) -> bool:
    """Whether the report says to the letter what the newest intake of its article says; that one's state is kept."""
    newest = article.intakes.light().order_by("-pk").first()
    if newest is None or (newest.gist, newest.details) != (intake.gist, intake.details):
        return False
    intake.waits = newest.waits
    return True


def _merge(
    outcome: Outcome, intake: Intake, content: dict[str, Any], report: Report, article: Article, *, now: datetime
) -> None:
    """Take over what can be taken over into an article that somebody has touched; the rest waits."""
    done = take_in(article, content, intake=intake, now=now)
    resolve.fill_leads(article, report, now)
    intake.waits = bool(done.waits)
    if done.taken:
        article.refresh_from_db()
        find_story(article, report, now=now)
        settle_names(article, now=now)
    if done.waits:
        outcome.outcome = Result.CONFLICT
        fields = ", ".join(field_label(name).lower() for name in done.waits)
        outcome.reason = _("somebody has worked on the article; waiting for a decision on the desk: %(fields)s") % {
            "fields": fields
        }
    elif done.taken:
        outcome.outcome = Result.UPDATED
        outcome.reason = _("the report has changed; what the desk has changed stays")
    else:
        outcome.outcome = Result.UNCHANGED
        outcome.reason = _("the article has all that is new in the report")


def _fill(outcome: Outcome, raw: RawReport, report: Report, article: Article | None, *, now: datetime) -> Article:
    """Write what the report says into a new article, or into one that nobody has touched."""
    if article is None:
        outcome.outcome = Result.CREATED
        article = Article(report_name=free_name(raw.name), status=Status.INGESTED, created_at=now)
    else:
        outcome.outcome = Result.UPDATED
        outcome.reason = _("the report has changed")
        if article.status == Status.PUBLISHED:
            move(article, "reingest", by=None, now=now)
        article.version += 1
    outcome.warnings += take_embargo(article, report)
    resolve.fill(article, report, raw.details, now=now)
    find_story(article, report, now=now)
    settle_names(article, now=now)
    record_revision(article, by=None, now=now)
    return article


def _publish(outcome: Outcome, *, now: datetime) -> None:
    article = Article.objects.get(pk=outcome.article)  # type: ignore[misc]  # what was taken in has its article
    if article.status != Status.INGESTED:
        return
    if why := unread_embargo(article):
        outcome.warnings += [_("not published: %(why)s") % {"why": why}]
        return
    try:
        move(article, "publish_import", by=None, now=now)
    except MoveRefused as refusal:
        outcome.warnings.append(_("not published: %(why)s") % {"why": refusal})
        return
    if outcome.outcome is Result.UNCHANGED:
        outcome.outcome = Result.UPDATED
    outcome.reason = (outcome.reason + "; " if outcome.reason else "") + _("published")
