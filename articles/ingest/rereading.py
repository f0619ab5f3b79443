"""A report read again because a person said what a block of it is, or took a rejection back; the article follows.

One transaction each: the decision, the reading, the article with its rows, a revision and a line in the log.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles import policy
from articles.actions.edits import claim, record_revision
from articles.actions.moves import MoveRefused, NotAllowed
from articles.ingest import resolve
from articles.ingest.following import follow
from articles.ingest.judged import rejected_of, without
from articles.ingest.namesakes import settle_names
from articles.ingest.reading import Details
from articles.ingest.stories import find_story
from articles.models import Article, GivenRole, HistoryEntry, Intake
from articles.models.history import actor_name
from articles.text import read
from articles.text.report import ENGINE_VERSION, Report, Role

EXCERPT = 120
GivenSpan = tuple[int, int]


def give_role(
    article: Article,
    intake: Intake,
    *,
    spans: Sequence[GivenSpan],
    role: Role | None,
    seen: int,
    by: Any,
    now: datetime,
) -> list[str]:
    """Say what these stretches of the report are; None takes back what was said of them.

    seen: the version of the article that the person had before them. Returns the fields of the article that were not
    changed since a person wrote them; they wait for a decision (ReportChange). Raises NotAllowed, MoveRefused, or
    StaleArticle when somebody saved meanwhile; nothing is changed then.
    """
    _check(article, intake, by)
    text = intake.text
    if not spans or any(not 0 <= start < end <= len(text) for start, end in spans):
        raise MoveRefused(_("There is no such line in the report."))
    words, rejected = resolve.vocabulary(), rejected_of(article)
    before = article.given_roles.in_text(text)
    after = [given for given in before if not _meets(given[:2], spans)]
    if role is not None:
        after += [(start, end, role) for start, end in spans]
    # Before the transaction: nobody else on the desk waits for it.
    was = without(read(text, roles=before, vocabulary=words), rejected)
    says = without(read(text, roles=after, vocabulary=words), rejected)

    def note() -> None:
        old = [
            given.pk
            for given, start in article.given_roles.placed(text)
            if _meets((start, start + len(given.text)), spans)
        ]
        article.given_roles.filter(pk__in=old).delete()
        if role is None:
            return
        for start, end in spans:
            values = {"end": end, "text": text[start:end], "role": role, "by": by, "actor": actor_name(by), "at": now}
            GivenRole.objects.update_or_create(article=article, start=start, defaults=values)

    first = spans[0][0]
    details = {
        "role": role.value if role is not None else "",
        "was": next((block.role.value for block in was.blocks if block.start <= first < block.end), ""),
        "lines": len(spans),
        "text": " ".join(text[first : spans[0][1]].split())[:EXCERPT],
    }
    return _follow(article, intake, was, says, note, verb="role", details=details, seen=seen, by=by, now=now)


def propose_again(
    article: Article, intake: Intake, *, kind: str, key: str, seen: int, by: Any, now: datetime
) -> list[str]:
    """Take a rejection back: what was rejected is proposed as if nobody had been asked. Raises as `give_role` does."""
    _check(article, intake, by)
    judgement = article.judgements.filter(kind=kind, key=key, confirmed=False).first()
    if judgement is None:
        raise MoveRefused(_("Nobody has rejected that."))
    report = read(intake.text, roles=article.given_roles.in_text(intake.text), vocabulary=resolve.vocabulary())
    was = without(report, rejected_of(article))
    details = {"of": kind, "labels": [judgement.label]}

    def note() -> None:
        judgement.delete()

    def says() -> Report:
        return without(report, rejected_of(article))

    return _follow(article, intake, was, says, note, verb="propose", details=details, seen=seen, by=by, now=now)


def _check(article: Article, intake: Intake, by: Any) -> None:
    if not policy.may(by, "edit", article):
        raise NotAllowed(_("You may not edit this article."))
    if intake.article_id != article.pk:
        raise MoveRefused(_("The report is of another article."))
    if intake.waits:
        raise MoveRefused(_("A changed version of the report waits for a decision: decide about that first."))


def _meets(one: GivenSpan, spans: Sequence[GivenSpan]) -> bool:
    return any(one[0] < end and start < one[1] for start, end in spans)


def _follow(
    article: Article,
    intake: Intake,
    was: Report,
    says: Report | Callable[[], Report],
    note: Callable[[], None],
    *,
    verb: str,
    details: dict[str, Any],
    seen: int,
    by: Any,
    now: datetime,
) -> list[str]:
    with transaction.atomic():
        claim(article, seen=seen, by=by, now=now)
        article.refresh_from_db()
        note()
        report = says() if callable(says) else says
        waits = follow(article, intake, was=was, says=report, now=now)
        find_story(article, report, now=now)
        settle_names(article, now=now)
        raw = bytes(intake.raw)
        intake.reading = resolve.reading(report, file=intake.file_name, raw=raw, encoding=intake.encoding)
        intake.engine = ENGINE_VERSION
        # What a later version of the report is merged against: this report, as it is read now.
        intake.content = resolve.content_of(report, Details(**intake.details), now=now)
        intake.save(update_fields=["reading", "engine", "content"])
        HistoryEntry.objects.record(article, verb, by=by, now=now, details=details)
        record_revision(article, by=by, now=now)
    return waits
