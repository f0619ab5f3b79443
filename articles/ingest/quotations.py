"""Quotations across reports: which others hold or nearly hold the words of a report's quotations."""

from collections.abc import Iterable

from django.db.models import Count

from articles.models import Article, LinkKind, Quotation, QuotationLink, QuotationShingle
from articles.text.likeness.wording import Match, compare, difference, sample, shingles

MOST_CANDIDATES = 40
"""Quotations that one is held against: those with which it shares most runs of words."""
MOST_RUNS = 2000
"""Runs of words that one is looked for by: those of a speech of an hour are cut."""


def link_quotations(article: Article) -> list[QuotationLink]:
    """Find what other quotations say the same as those of an article, and keep it as links.

    Returns all links of the article's quotations. The same words are one Quotation and have no link. What was compared
    before is not compared again.
    """
    quotations = Quotation.objects.filter(uses__article=article).distinct().order_by("pk")
    ours = list(quotations)
    known = set(
        QuotationShingle.objects.filter(quotation__in=[row.pk for row in ours]).values_list("quotation_id", flat=True)
    )
    for quotation in ours:
        if quotation.pk not in known:
            _link(quotation)
    return list(QuotationLink.objects.among([row.pk for row in ours]))


def _link(quotation: Quotation) -> None:
    runs = shingles(quotation.text)
    if not runs:
        return
    links = []
    for other in _candidates(quotation, runs):
        agreement = compare(other.text, quotation.text)
        if agreement is None:
            continue
        one, two = sorted((other, quotation), key=lambda row: row.pk)
        links.append(
            QuotationLink(
                one=one,
                other=two,
                kind=LinkKind.NEAR if agreement.match is Match.NEAR else LinkKind.CUT,
                words=agreement.words,
                ratio=agreement.ratio,
                difference=difference(one.text, two.text),
            )
        )
    QuotationLink.objects.bulk_create(links, ignore_conflicts=True)
    QuotationShingle.objects.bulk_create(
        [QuotationShingle(digest=digest, quotation=quotation) for digest in sample(quotation.text)],
        ignore_conflicts=True,
    )


def _candidates(quotation: Quotation, runs: Iterable[int]) -> list[Quotation]:
    shared = (
        QuotationShingle.objects.filter(digest__in=sorted(set(runs))[:MOST_RUNS])
        .exclude(quotation=quotation)
        .values("quotation_id")
        .annotate(runs=Count("digest"))
        .order_by("-runs", "quotation_id")[:MOST_CANDIDATES]
    )
    rows = Quotation.objects.in_bulk([row["quotation_id"] for row in shared])
    return [rows[number] for number in sorted(rows)]
