"""Confirming and rejecting what the import proposed, one by one or all at once; each with who and when."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles import policy
from articles.actions.edits import claim, record_revision
from articles.actions.moves import MoveRefused, NotAllowed
from articles.models import Article, ArticleTag, Finding, HistoryEntry, Judgement, Tag, Tier
from articles.models.history import actor_name
from articles.models.judgement import LONGEST_KEY
from articles.models.person import spelling_key

MOST_TOLD = 20
"""Labels that a line of the log keeps of one act."""
BATCH = 500


@dataclass(frozen=True, slots=True)
class Proposed:
    """Something that the import proposes for an article. `key` is what it is known by at every reading, `label` what
    people call it, `starts` where it stands in the report."""

    kind: Finding
    key: str
    label: str
    starts: tuple[int, ...] = ()
    end: int | None = None


@transaction.atomic
def judge(
    article: Article, found: Sequence[Proposed], *, confirmed: bool, seen: int, by: Any, now: datetime
) -> list[Judgement]:
    """Confirm or reject proposals, with everything that follows for the article: one version, revision and log line.

    What is confirmed is the desk's from now on, and no reading takes it away; what is rejected goes from the article
    and is not proposed again. Raises NotAllowed, MoveRefused where nothing is proposed, and StaleArticle when somebody
    saved since version `seen`; nothing is changed then.
    """
    if not policy.may(by, "edit", article):
        raise NotAllowed(_("You may not edit this article."))
    if not found:
        raise MoveRefused(_("Nothing of that is proposed any more."))
    claim(article, seen=seen, by=by, now=now)
    article.refresh_from_db()
    follow = _CONFIRM if confirmed else _REJECT
    for kind in Finding:
        if of_kind := [one for one in found if one.kind == kind]:
            follow[kind](article, of_kind)
    rows = _keep(article, found, confirmed=confirmed, by=by, now=now)
    HistoryEntry.objects.record(
        article,
        "confirm" if confirmed else "reject",
        by=by,
        now=now,
        details={"count": len(found), "labels": [one.label for one in found[:MOST_TOLD]]},
    )
    record_revision(article, by=by, now=now)
    return rows


def _keep(article: Article, found: Iterable[Proposed], *, confirmed: bool, by: Any, now: datetime) -> list[Judgement]:
    rows = [
        Judgement(
            article=article,
            kind=one.kind,
            key=one.key[:LONGEST_KEY],
            label=one.label[:LONGEST_KEY],
            confirmed=confirmed,
            by=by,
            actor=actor_name(by),
            at=now,
        )
        for one in {(one.kind, one.key): one for one in found}.values()
    ]
    return Judgement.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["article", "kind", "key"],
        update_fields=["label", "confirmed", "by", "actor", "at"],
    )


def _starts(found: Iterable[Proposed]) -> list[list[int]]:
    starts = [start for one in found for start in one.starts]
    return [starts[at : at + BATCH] for at in range(0, len(starts), BATCH)]


def _take_headline(article: Article, found: Sequence[Proposed]) -> None:
    if not article.headline.strip():
        article.headline = article.proposed_headline
        article.save(update_fields=["headline"])


def _drop_headline(article: Article, found: Sequence[Proposed]) -> None:
    article.proposed_headline = ""
    article.save(update_fields=["proposed_headline"])


def _take_source(article: Article, found: Sequence[Proposed]) -> None:
    article.source_inferred = False
    article.save(update_fields=["source_inferred"])


def _drop_source(article: Article, found: Sequence[Proposed]) -> None:
    article.source, article.source_inferred = None, False
    article.save(update_fields=["source", "source_inferred"])


def _take_date(article: Article, found: Sequence[Proposed]) -> None:
    article.report_date_checked = True
    article.save(update_fields=["report_date_checked"])


def _drop_date(article: Article, found: Sequence[Proposed]) -> None:
    article.report_date, article.report_date_checked = "", False
    article.save(update_fields=["report_date", "report_date_checked"])


def _take_people(article: Article, found: Sequence[Proposed]) -> None:
    for starts in _starts(found):
        article.mentions.filter(start__in=starts).update(by_import=False)


def _drop_people(article: Article, found: Sequence[Proposed]) -> None:
    """Their namings go; what they were thought to have said stays as said by nobody known."""
    for starts in _starts(found):
        named = article.mentions.filter(start__in=starts)
        people = set(named.values_list("person", flat=True))
        named.delete()
        gone = people - set(article.mentions.filter(person__in=people).values_list("person", flat=True))
        article.quotes.filter(speaker__in=gone).update(speaker=None, tier=Tier.SURE)


def _take_tags(article: Article, found: Sequence[Proposed]) -> None:
    have = {use.tag_id: use for use in article.tagged.all()}
    for one in found:
        tag = _tag(one.label)
        if tag is None:
            continue
        if tag.pk in have:
            ArticleTag.objects.filter(pk=have[tag.pk].pk).update(by_import=False)
        else:
            start = one.starts[0] if one.starts else None
            have[tag.pk] = article.tagged.create(tag=tag, start=start, end=one.end if start is not None else None)


def _drop_tags(article: Article, found: Sequence[Proposed]) -> None:
    for one in found:
        article.tagged.filter(tag=_tag(one.label)).delete()


def _tag(name: str) -> Tag | None:
    """The tag of this name; else, since it was renamed or became another, the one that reports call so."""
    by_name = Tag.objects.filter(name__iexact=name).first()
    return by_name or Tag.objects.filter(synonyms__name__iexact=name, synonyms__weak=False).first()


def _take_quotes(article: Article, found: Sequence[Proposed]) -> None:
    for starts in _starts(found):
        article.quotes.filter(start__in=starts).update(tier=Tier.CONFIRMED)


def _drop_quotes(article: Article, found: Sequence[Proposed]) -> None:
    for starts in _starts(found):
        article.quotes.filter(start__in=starts).delete()


def _drop_speakers(article: Article, found: Sequence[Proposed]) -> None:
    for starts in _starts(found):
        article.quotes.filter(start__in=starts).update(speaker=None, tier=Tier.SURE)


_Follow = dict[Finding, Callable[[Article, Sequence[Proposed]], None]]
_CONFIRM: _Follow = {
    Finding.HEADLINE: _take_headline,
    Finding.SOURCE: _take_source,
    Finding.DATE: _take_date,
    Finding.PERSON: _take_people,
    Finding.TAG: _take_tags,
    Finding.QUOTE: _take_quotes,
    Finding.SPEAKER: _take_quotes,
}
_REJECT: _Follow = {
    Finding.HEADLINE: _drop_headline,
    Finding.SOURCE: _drop_source,
    Finding.DATE: _drop_date,
    Finding.PERSON: _drop_people,
    Finding.TAG: _drop_tags,
    Finding.QUOTE: _drop_quotes,
    Finding.SPEAKER: _drop_speakers,
}


Standing = dict[tuple[Finding, str], str]
"""What the import set in an article and stands there: (kind, key) -> label."""


def standing(article: Article) -> Standing:
    """Tags, people and quotes that an article has, by what they are known by. Three queries."""
    found: Standing = {}
    for name in article.tagged.values_list("tag__name", flat=True):
        found[Finding.TAG, " ".join(name.split()).casefold()] = name
    for surface, name in article.mentions.values_list("surface", "person__name"):
        for called in (surface, name):
            if " " in called:
                found[Finding.PERSON, spelling_key(called)] = called
    for key, text in article.quotes.values_list("quotation__key", "text"):
        found[Finding.QUOTE, key] = text
    return found


@transaction.atomic
def note_removed(article: Article, before: Standing, *, by: Any, now: datetime) -> None:
    """After a save: what a person has taken out of an article counts as rejected, what they put back no longer does."""
    after = standing(article)
    gone = [Proposed(kind, key, label) for (kind, key), label in before.items() if (kind, key) not in after]
    if gone:
        _keep(article, gone, confirmed=False, by=by, now=now)
    back = _put_back(article, set(after))
    article.judgements.filter(pk__in=back).delete()


def _put_back(article: Article, after: Collection[tuple[Finding, str]]) -> list[int]:
    kinds = (Finding.TAG, Finding.PERSON, Finding.QUOTE)
    rejected = article.judgements.filter(confirmed=False, kind__in=kinds).values_list("pk", "kind", "key")
    return [pk for pk, kind, key in rejected if (Finding(kind), key) in after]
