"""A reading as people left it: with the roles that they gave to blocks, and without what they rejected.

Whoever reads the report of a known article asks for it here, or a rejected proposal would come back.
"""

from collections.abc import Callable, Collection
from dataclasses import replace

from django.db.models.functions import Lower

from articles.ingest.quotations import quotation_key
from articles.ingest.resolve import report_date
from articles.models import Article, Finding, Tag, TagSynonym
from articles.models.judgement import LONGEST_KEY
from articles.models.person import spelling_key
from articles.text import read
from articles.text.report import PersonReading, QuoteReading, Report, Term

Rejected = Collection[tuple[str, str]]
"""(kind, key) of what people rejected in an article."""


def key_of(name: str) -> str:
    """What a headline, an outlet or a tag is known by: its words in any case."""
    return " ".join(name.split()).casefold()[:LONGEST_KEY]


def speaker_key(words: str, speaker: str) -> str:
    """What “this person said these words” is known by: another speaker of the same words is another proposal."""
    return f"{quotation_key(words)}:{spelling_key(speaker)}"


def judged(
    article: Article, text: str, reading: Callable[[], Report], *, vocabulary: Callable[[], tuple[Term, ...]]
) -> Report:
    """The reading of a report of this article, by its words, that heeds what people decided about it.

    `reading` answers the reading of the same text without roles, and is not asked when people gave any.
    """
    roles = article.given_roles.in_text(text)
    report = read(text, roles=roles, vocabulary=vocabulary()) if roles else reading()
    return without(report, rejected_of(article))


def rejected_of(article: Article) -> set[tuple[str, str]]:
    """What people rejected in an article. A rejected tag stays so under another name, and when it became another."""
    found = article.judgements.rejected()
    names = {key for kind, key in found if kind == Finding.TAG}
    if names:
        there = Tag.objects.annotate(low=Lower("name")).filter(low__in=names)
        gone = names - {key_of(name) for name in there.values_list("name", flat=True)}
        called = TagSynonym.objects.annotate(low=Lower("name")).filter(low__in=gone, weak=False)
        found |= {(Finding.TAG.value, key_of(name)) for name in called.values_list("tag__name", flat=True)}
    return found


def without(report: Report, rejected: Rejected) -> Report:
    """The report without what was rejected. Words stay quoted when only their speaker was."""
    if not rejected:
        return report

    def gone(kind: Finding, key: str) -> bool:
        return (kind.value, key) in rejected

    places: dict[int, int] = {}
    people: list[PersonReading] = []
    for at, person in enumerate(report.people):
        if not gone(Finding.PERSON, spelling_key(person.name)):
            places[at] = len(people)
            people.append(person)

    def said(quote: QuoteReading) -> QuoteReading:
        if quote.speaker is None:
            return quote
        speaker = report.people[quote.speaker]
        if quote.speaker not in places or gone(Finding.SPEAKER, speaker_key(quote.text, speaker.name)):
            return replace(quote, speaker=None, speaker_span=None, tier="sure")
        return replace(quote, speaker=places[quote.speaker])

    proposal, source, dates = report.proposed_headline, report.source, report.dates
    if proposal is not None and gone(Finding.HEADLINE, key_of(proposal.text)):
        proposal = None
    if source is not None and gone(Finding.SOURCE, key_of(source.name)):
        source = None
    if gone(Finding.DATE, report_date(dates)):
        dates = tuple(replace(date, of_report=False) for date in dates)
    return replace(
        report,
        proposed_headline=proposal,
        source=source,
        dates=dates,
        people=tuple(people),
        quotes=tuple(said(q) for q in report.quotes if not gone(Finding.QUOTE, quotation_key(q.text))),
        tags=tuple(tag for tag in report.tags if not gone(Finding.TAG, key_of(tag.name))),
    )
