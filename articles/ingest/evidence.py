"""What speaks for two reports telling of one event: terms, dates, and words that both quote."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from math import exp
from typing import Any

from django.db import connection
from django.db.models import F, Sum

from articles.models import Article, LinkKind, QuotationLink, Quote, StorySignature, StoryTerm, TermCount
from articles.models.story import TERM_LENGTH
from articles.text.likeness.apart import days_apart
from articles.text.likeness.occasion import Occasion, occasion, same_occasion
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
from articles.text.likeness.wording import Match, compare, normalise
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

QUOTED = 8
"""Words of a verbatim quotation in common that join two reports outright: of 154 real pairs with six or more, 149 told
one event."""
SAME_TIME = 2
NEAR_IN_TIME = 1.15
"""What the likeness is worth when the reports' own dates are no more than SAME_TIME days apart: a near miss has other
dates as a rule."""
QUOTED_IN_PART = 5
"""Words of a verbatim quotation in common from which on a moderate likeness settles it."""
MODERATE = 0.2
QUOTED_APART = 60
"""Days between two reports' own dates beyond which a quotation in common may be a recollection."""
FORMULA = 0.08
"""Likeness of names below which words in common may be a formula: an oath, a prayer, a returning officer's words."""
NEARLY_QUOTED = 0.12
"""Likeness from which on nearly the same words settle it."""
STRANGERS, NO_NAMES = 0.1, 0.8
"""Likeness of names below which the rest counts for less: two firms that cut jobs are told in the same words."""
FAR = 21
"""Days between two reports' own dates beyond which likeness alone asks and joins nothing: a bank decides anew, the next
season begins."""
OTHER_WORDS = 0.8
"""What the likeness is worth when a speaker of both says nothing in one that is in the other. It makes a question and
never more: two decisions of one bank are told in the same words, but its governor says something else each time."""
NO_WORDS = 0.9
"""What it is worth when both quote twice or more and have no words in common."""
SPEECH = 5
"""Fewer words between quotation marks are no speech of their own."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for this report and `article` telling of one event."""

    article: int
    score: float
    likeness: Likeness
    threshold: float
    joins: bool = False
    outright: bool = False
    quoted: int = 0
    nearly: int = 0
    days: int | None = None
    same_text: float = 0.0
    occasion: float = 1.0
    other_words: bool = False

    def reasons(self) -> dict[str, Any]:
        """For the desk: the numbers, and what is shared."""
        return {
            "article": self.article,
            "likeness": round(self.score, 3),
            "margin": round(self.score - self.threshold, 3),
            "names": list(self.likeness.names),
            "words": list(self.likeness.words),
            "quoted_words": self.quoted,
            "nearly_quoted_words": self.nearly,
            "days_apart": self.days,
            "same_text": round(self.same_text, 2),
            "occasion": round(self.occasion, 2),
            "same_speaker_other_words": self.other_words,
        }


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
            occasion(report.headline or "", paragraphs_of(report), [caption.text for caption in report.captions])
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
    """One report held against others, with what is read once for all of them."""

    def __init__(
        self, article: Article, row: StorySignature, links: Iterable[QuotationLink], *, threshold: float
    ) -> None:
        self.article, self.row, self.threshold = article, row, threshold
        self.terms = _terms(row)
        self.occasion = Occasion(**row.occasion)
        self.counts: dict[str, int] = {}
        self._know(["", *(term.term for term in self.terms)])
        self.quotes = _speech([article.pk])[article.pk]
        self.linked = self._linked(links)
        self.said = set().union(*(terms_of(quote["text"]) for quote in self.quotes))

    def rare(self, term: str, named: bool) -> float:
        return rarity(term, named, self.counts.get(term, 0), self.counts.get("", 0))

    def _know(self, terms: Iterable[str]) -> None:
        """Read how many reports hold these terms."""
        new = sorted(set(terms) - self.counts.keys())
        for at in range(0, len(new), 2000):
            rows = TermCount.objects.filter(term__in=new[at : at + 2000])
            self.counts.update(rows.values_list("term", "reports"))

    def _linked(self, links: Iterable[QuotationLink]) -> dict[int, tuple[str, int]]:
        """Other quotations that agree with one of this report: how, and in how many words."""
        found = {quote["quotation_id"]: ("same", len(normalise(quote["text"]).split())) for quote in self.quotes}
        own = set(found)
        for link in sorted(links, key=lambda link: (link.kind, -link.words, link.pk)):
            other = link.other_id if link.one_id in own else link.one_id
            found.setdefault(other, (link.kind, link.words))
        return found

    def weigh(self, articles: Collection[int]) -> list[Evidence]:
        """The evidence for each of these articles that has a signature."""
        rows = list(StorySignature.objects.filter(pk__in=articles).order_by("pk"))
        dates = dict(Article.objects.filter(pk__in=articles).values_list("pk", "report_date"))
        speech = _speech(articles)
        self._know(term[0] for row in rows for term in row.terms)
        return [self._weigh(row, dates[row.pk], speech[row.pk]) for row in rows]

    def _weigh(self, row: StorySignature, report_date: str, quotes: list[dict[str, Any]]) -> Evidence:
        quoted, nearly = self._in_common(quotes)
        # What is quoted counts as a quotation; it must not make the rest alike as well.
        said = self.said if quoted or nearly else set()
        alike = likeness(
            [term for term in self.terms if term.term not in said],
            [term for term in _terms(row) if term.term not in said],
            self.rare,
        )
        days = days_apart(self.article.report_date, report_date)
        copied = same_text(self.row.sketch, row.sketch)
        other_words = not quoted and not nearly and self._same_speaker(quotes)
        same = same_occasion(self.occasion, Occasion(**row.occasion), alike.shared)
        score = alike.score * _decay(days) * same
        if alike.who < STRANGERS:
            score *= NO_NAMES
        if other_words:
            score *= OTHER_WORDS
        elif not quoted and not nearly and min(len(_spoken(self.quotes)), len(_spoken(quotes))) > 1:
            score *= NO_WORDS
        in_time = days is None or days <= QUOTED_APART
        outright = in_time and (
            (quoted >= QUOTED and alike.who >= FORMULA)
            or copied >= SAME_TEXT
            or (nearly >= QUOTED and score >= NEARLY_QUOTED)
        )
        near = days is None or days <= FAR
        return Evidence(
            article=row.pk,
            score=round(score, 4),
            likeness=alike,
            threshold=self.threshold,
            joins=outright
            or (near and score >= self.threshold and not other_words)
            or (in_time and quoted >= QUOTED_IN_PART and score >= MODERATE),
            outright=outright,
            quoted=quoted,
            nearly=nearly,
            days=days,
            same_text=copied,
            occasion=same,
            other_words=other_words,
        )

    def _in_common(self, quotes: Iterable[dict[str, Any]]) -> tuple[int, int]:
        """Most words of one quotation that both print verbatim, and nearly."""
        quoted = nearly = 0
        for quote in quotes:
            kind, words = self.linked.get(quote["quotation_id"], ("", 0))
            if kind in ("same", LinkKind.CUT):
                quoted = max(quoted, words)
            elif kind == LinkKind.NEAR and not self._others_words(quote):
                nearly = max(nearly, words)
        return quoted, nearly

    def _others_words(self, quote: dict[str, Any]) -> bool:
        """Whether nobody who may be this quotation's speaker says it here: two ministers promise the same."""
        own = [one["speaker__name"] for one in self.quotes if _alike(one["text"], quote["text"])]
        return bool(quote["speaker__name"] and own and all(own)) and not any(
            may_be_one(name, quote["speaker__name"]) for name in own
        )

    def _same_speaker(self, quotes: Iterable[dict[str, Any]]) -> bool:
        return bool(_speakers(self.quotes) & _speakers(quotes))


def _decay(days: int | None) -> float:
    """Two reports of one event are near in time; what speaks of the same weeks later is mostly what came of it."""
    if days is None:
        return 1.0
    return NEAR_IN_TIME if days <= SAME_TIME else 0.6 + 0.4 * exp(-days / 30)


def _speech(articles: Collection[int]) -> dict[int, list[dict[str, Any]]]:
    rows = Quote.objects.filter(article__in=articles).order_by("pk")
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for quote in rows.values("article_id", "quotation_id", "speaker_id", "speaker__name", "text"):
        found[quote["article_id"]].append({**quote})
    return found


def _alike(one: str, other: str) -> bool:
    agreement = compare(one, other)
    return agreement is not None and agreement.match is Match.NEAR


def _spoken(quotes: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [quote for quote in quotes if len(quote["text"].split()) >= SPEECH]


def _speakers(quotes: Iterable[dict[str, Any]]) -> set[int]:
    return {quote["speaker_id"] for quote in _spoken(quotes) if quote["speaker_id"] is not None}


def candidates(row: StorySignature, weighing: Weighing, *, now: datetime) -> list[int]:
    """The articles that may tell of the same event as this one: by quotations in common, and by rare terms."""
    found = list(
        Quote.objects.filter(quotation__in=weighing.linked)
        .exclude(article=row.pk)
        .order_by("-article")
        .values_list("article", flat=True)
        .distinct()[:MOST_CANDIDATES]
    )
    by_rarity = sorted(weighing.terms[:INDEXED], key=lambda t: (-t.weight * weighing.rare(t.term, t.named), t.term))
    days = {row.day, now.date()}
    for day in sorted(days):
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
