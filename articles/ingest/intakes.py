"""One report into the database: a new article, a changed one, or nothing new; and its publication."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from articles.actions.edits import record_revision
from articles.actions.moves import MoveRefused, move
from articles.actions.reimporting import field_label, report_withdrawn, take_in
from articles.ingest import resolve
from articles.ingest.embargo import take_embargo, unread_embargo
from articles.ingest.files import article_of, free_name, known, remember
from articles.ingest.namesakes import settle_names
from articles.ingest.readers import Reading
from articles.ingest.reading import RawReport
from articles.ingest.stories import find_story
from articles.ingest.tally import Outcome, Result
from articles.models import Article, Intake
from articles.text.gist import gist
from articles.text.report import ENGINE_VERSION, Report
from articles.text.withdrawn import withdrawal
from articles.workflow import Status


def write(
    outcome: Outcome,
    path: Path,
    raw: RawReport,
    reading: Reading,
    taken: Mapping[str, str],
    *,
    now: datetime,
    publish: bool,
) -> None:
    """Bring the database up to this report and say so in `outcome`; the caller holds the transaction.

    path: where the report lies. taken: what a dry run would have taken in so far, file name -> fingerprint.
    """
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
