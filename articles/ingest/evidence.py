"""What speaks for two reports telling of one event: terms, dates, and words that both quote."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from math import log
from typing import Any

from django.db import connection
from django.db.models import F, Sum

from articles.models import Article, LinkKind, QuotationLink, Quote, StorySignature, StoryTerm, TermCount
from articles.models.story import TERM_LENGTH
from articles.text.likeness.apart import days_apart
from articles.text.likeness.occasion import Occasion, occasion
from articles.text.likeness.reports import (
    INDEXED,
    SAME_TEXT,
    Likeness,
    SignatureTerm,
    likeness,
    paragraphs_of,
    rarity,
    same_text,
    signature,
    sketch,
    terms_of,
)
from articles.text.likeness.sameness import QUOTED, Told, features, likelihood, other_event
from articles.text.likeness.wording import normalise
from articles.text.people.spelling import may_be_one
from articles.text.report import Report

WINDOW = timedelta(days=30)
BY_DAY = 16
"""Terms that candidates near in time are looked for by, the rarest of the report."""
AT_ANY_TIME = 8
"""Terms that candidates are looked for by whatever their day."""
TOO_COMMON = 2000
"""Reports beyond which a term finds too many to be looked for at any time."""
MOST_CANDIDATES = 30

QUOTED_IN_PART = 5
"""Words of a quotation in common from which on the desk is told of them."""
FORMULA = 0.08
"""Likeness of names below which words in common may be a formula: an oath, a prayer, a returning officer's words."""
NOBODY, NOTHING, UNLIKELY = 0.05, 0.05, 0.2
"""Likeness of names, and of all words, below which what else agrees makes no more than the third likely: much happens
on New Year's Day. Of 573 pairs that told one event five were less alike."""
SURE = 0.993
"""The likelihood of two reports that quote the same words or are one text: of 154 real pairs that share six words or
more of a quotation 149 told one event, of those that share eight all but one."""
SPEECH = 5
"""Fewer words between quotation marks are no speech of their own."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for reports `one` and `article` telling of one event. `score` is how likely it is."""

    one: int
    article: int
    score: float
    likeness: Likeness
    quoted: int = 0
    nearly: int = 0
    days: int | None = None
    same_text: float = 0.0
    other_words: bool = False

    @property
    def weight(self) -> float:
        """The score on a scale that can be added up: 0 where as much speaks for it as against it."""
        return weight_of(self.score)

    def reasons(self, threshold: float) -> dict[str, Any]:
        """For the desk: the numbers, how far they are from what joins, and what is shared."""
        return {
            "article": self.article,
            "likeness": round(self.score, 3),
            "margin": round(self.score - threshold, 3),
            "names": list(self.likeness.names),
            "words": list(self.likeness.words),
            "quoted_words": self.quoted,
            "nearly_quoted_words": self.nearly,
            "days_apart": self.days,
            "same_text": round(self.same_text, 2),
            "same_speaker_other_words": self.other_words,
        }


def weight_of(score: float) -> float:
    return log(score / (1 - score))


def store_signature(article: Article, report: Report, *, day: tuple[date, bool]) -> StorySignature:
    """Keep what a report is found and compared by, in the place of what was kept of an earlier text."""
    old = known_signature(article.pk)
    if old is not None:
        terms = [term.term for term in _terms(old)]
        StoryTerm.objects.filter(term__in=terms, day=old.day, article=article).delete()
        TermCount.objects.filter(term__in=["", *terms], reports__gt=0).update(reports=F("reports") - 1)
        old.delete()
    found = [replace(term, term=term.term[:TERM_LENGTH]) for term in signature(report)]
    found = list({term.term: term for term in reversed(found)}.values())[::-1]
    row = StorySignature.objects.create(
        article=article,
        day=day[0],
        dated=day[1],
        terms=[[term.term, term.weight, int(term.named), term.shown] for term in found],
        sketch=sketch(report),
        occasion=asdict(
            occasion(
                report.headline or "",
                paragraphs_of(report),
                [caption.text for caption in report.captions],
                report.dateline.place if report.dateline else "",
                [person.name for person in report.people],
            )
        ),
    )
    StoryTerm.objects.bulk_create(
        StoryTerm(term=term.term, day=row.day, article=article, weight=term.weight) for term in found[:INDEXED]
    )
    _count([term.term for term in found])
    return row


def known_signature(article: int) -> StorySignature | None:
    return StorySignature.objects.filter(pk=article).first()


def _count(terms: Collection[str]) -> None:
    """One report more holds these terms. In the order of terms, so that two imports never wait for each other."""
    rows = sorted({"", *terms})
    table = connection.ops.quote_name(TermCount._meta.db_table)
    sql = (
        f"INSERT INTO {table} (term, reports) VALUES {', '.join(['(%s, 1)'] * len(rows))} "  # noqa: S608
        f"ON CONFLICT (term) DO UPDATE SET reports = {table}.reports + 1"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, rows)


def _terms(row: StorySignature) -> list[SignatureTerm]:
    return [SignatureTerm(term, weight, bool(named), shown) for term, weight, named, shown in row.terms]


class Weighing:
    """Reports held against each other, with what is read once for all of them."""

    def __init__(self) -> None:
        self.told: dict[int, Told] = {}
        self.counts: dict[str, int] = {}
        self._sketches: dict[int, list[int]] = {}
        self._speech: dict[int, list[dict[str, Any]]] = {}
        self._links: dict[frozenset[int], tuple[str, int]] = {}
        self._known: dict[frozenset[int], Evidence] = {}
        self._excluded: dict[frozenset[int], bool] = {}
        self._rare: dict[tuple[str, bool], float] = {}

    def rare(self, term: str, named: bool) -> float:
        """What a term weighs, remembered until more counts are read: each pair asks again for what both hold."""
        found = self._rare.get((term, named))
        if found is None:
            found = self._rare[term, named] = rarity(term, named, self.counts.get(term, 0), self.counts.get("", 0))
        return found

    def read(self, articles: Iterable[int]) -> None:
        """Read what is weighed of these articles, of those that have a signature."""
        new = set(articles) - self.told.keys()
        if not new:
            return
        rows = StorySignature.objects.filter(pk__in=new).select_related("article").order_by("pk")
        self.add(rows)
        self._speech |= _speech([number for number in new if number in self.told])
        quotations = {quote["quotation_id"] for quotes in self._speech.values() for quote in quotes}
        for link in QuotationLink.objects.among(list(quotations)):
            self._links[frozenset((link.one_id, link.other_id))] = (link.kind, link.words)

    def add(self, rows: Iterable[StorySignature]) -> None:
        """Take the signatures of these rows, each with its article."""
        rows = list(rows)
        for row in rows:
            self.told[row.pk] = Told(_terms(row), Occasion.kept(row.occasion), row.article.report_date)
            self._sketches[row.pk] = row.sketch
        self._know(["", *(term[0] for row in rows for term in row.terms)])

    def _know(self, terms: Iterable[str]) -> None:
        """Read how many reports hold these terms."""
        new = sorted(set(terms) - self.counts.keys())
        for at in range(0, len(new), 2000):
            rows = TermCount.objects.filter(term__in=new[at : at + 2000])
            self.counts.update(rows.values_list("term", "reports"))
        self._rare.clear()

    def weigh(self, one: int, other: int) -> Evidence:
        """The evidence for two reports that were read, the same whichever comes first."""
        pair = frozenset((one, other))
        if pair not in self._known:
            self._known[pair] = self._weigh(*sorted(pair, reverse=True))
        return self._known[pair]

    def excluded(self, one: int, other: int) -> bool:
        """Whether something leaves no room for two that were read telling of one event, however likely the rest."""
        pair = frozenset((one, other))
        if pair not in self._excluded:
            self._excluded[pair] = other_event(*(self.told[number] for number in sorted(pair, reverse=True)))
        return self._excluded[pair]

    def _weigh(self, one: int, other: int) -> Evidence:
        ours, theirs = self.told[one], self.told[other]
        quoted, nearly = self._in_common(one, other)
        alike = likeness(ours.terms, theirs.terms, self.rare)
        copied = same_text(self._sketches[one], self._sketches[other])
        formula = bool(quoted or nearly) and self._named_alike(one, other) < FORMULA
        if formula:
            alike = replace(alike, who=min(alike.who, NOBODY / 2))
        sure = (quoted >= QUOTED and not formula) or copied >= SAME_TEXT
        said = {"quoted": 0 if formula else quoted, "nearly": 0 if formula else nearly}
        score = likelihood(features(ours, theirs, alike, self.rare, **said))
        if alike.who < NOBODY or alike.score < NOTHING:
            score = min(score, UNLIKELY)
        return Evidence(
            one=one,
            article=other,
            score=SURE + (1 - SURE) * score / 2 if sure else min(score, SURE),
            likeness=alike,
            quoted=quoted,
            nearly=nearly,
            days=days_apart(ours.date, theirs.date),
            same_text=copied,
            other_words=not quoted and not nearly and bool(self._speakers(one) & self._speakers(other)),
        )

    def _named_alike(self, one: int, other: int) -> float:
        """How alike two reports are in names, but for the words that the one quotes: an oath has names of its own."""
        said = set().union(*(terms_of(quote["text"]) for quote in self._speech.get(one, ())))
        ours, theirs = ([t for t in self.told[number].terms if t.term not in said] for number in (one, other))
        return likeness(ours, theirs, self.rare).who

    def _in_common(self, one: int, other: int) -> tuple[int, int]:
        """Most words of one quotation that both print verbatim, and nearly."""
        quoted = nearly = 0
        for quote in self._speech.get(one, ()):
            for said in self._speech.get(other, ()):
                if quote["quotation_id"] == said["quotation_id"]:
                    quoted = max(quoted, len(normalise(quote["text"]).split()))
                    continue
                kind, words = self._links.get(frozenset((quote["quotation_id"], said["quotation_id"])), ("", 0))
                if kind == LinkKind.CUT:
                    quoted = max(quoted, words)
                elif kind == LinkKind.NEAR and _may_be_said_by_one(quote, said):
                    nearly = max(nearly, words)
        return quoted, nearly

    def _speakers(self, article: int) -> set[int]:
        return {
            quote["speaker_id"]
            for quote in self._speech.get(article, ())
            if quote["speaker_id"] is not None and len(quote["text"].split()) >= SPEECH
        }


def _may_be_said_by_one(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Two ministers promise the same in nearly the same words."""
    names = one["speaker__name"], other["speaker__name"]
    return not all(names) or may_be_one(*names)


def _speech(articles: Collection[int]) -> dict[int, list[dict[str, Any]]]:
    rows = Quote.objects.filter(article__in=articles).order_by("pk")
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for quote in rows.values("article_id", "quotation_id", "speaker_id", "speaker__name", "text"):
        found[quote["article_id"]].append({**quote})
    return found


def candidates(row: StorySignature, weighing: Weighing, links: Iterable[QuotationLink], *, now: datetime) -> list[int]:
    """The articles that may tell of the same event as this one: by quotations in common (`links` are those of its own
    with others), and by rare terms."""
    own = set(Quote.objects.filter(article=row.pk).values_list("quotation_id", flat=True))
    linked = own | {number for link in links for number in (link.one_id, link.other_id)}
    found = list(
        Quote.objects.filter(quotation__in=linked)
        .exclude(article=row.pk)
        .order_by("-article")
        .values_list("article", flat=True)
        .distinct()[:MOST_CANDIDATES]
    )
    terms = weighing.told[row.pk].terms[:INDEXED]
    by_rarity = sorted(terms, key=lambda t: (-t.weight * weighing.rare(t.term, t.named), t.term))
    for day in sorted({row.day, now.date()}):
        found += find_by_terms([t.term for t in by_rarity[:BY_DAY]], row.pk, (day - WINDOW, day + WINDOW))
    rare = [t.term for t in by_rarity if 1 < weighing.counts.get(t.term, 0) <= TOO_COMMON]
    found += find_by_terms(rare[:AT_ANY_TIME], row.pk)
    return list(dict.fromkeys(found))


def find_by_terms(terms: Collection[str], article: int, days: tuple[date, date] | None = None) -> list[int]:
    """The articles that share most of these terms, of these days or of any."""
    if not terms:
        return []
    rows = StoryTerm.objects.filter(term__in=terms)
    if days is not None:
        rows = rows.filter(day__range=days)
    shared = rows.exclude(article=article).values_list("article_id").annotate(weight_shared=Sum("weight"))
    return [found for found, _weight in shared.order_by("-weight_shared", "-article_id")[:MOST_CANDIDATES]]
