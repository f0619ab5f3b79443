"""The quotations of a report, and across reports: which others hold or nearly hold their words."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection

from articles.models import Article, LinkKind, Person, Quotation, QuotationLink, QuotationShingle, Quote
from articles.text.likeness.wording import Match, compare, difference, normalise, sample, shingles
from articles.text.report import Report

MOST_CANDIDATES = 40
"""Quotations that one is held against: those with which it shares most runs of words."""
BATCH = 100
"""Quotations whose runs of words are looked for at once."""
MOST_RUNS = 2000
"""Runs of words that one is looked for by: those of a speech of an hour are cut."""


def quotation_key(text: str) -> str:
    """The words of a quotation without punctuation, case and accents (text/likeness/wording.py), as a digest: 64 hex
    digits."""
    return hashlib.sha256(normalise(text).encode()).hexdigest()


def quotes_of(article: Article, report: Report, people: list[Person]) -> list[Quote]:
    """A row for each quote, not saved; its words are, when nobody had said them."""
    keys = [quotation_key(quote.text) for quote in report.quotes]
    said = _quotations(keys)
    new: dict[str, str] = {}
    for key, quote in zip(keys, report.quotes, strict=True):
        if key not in said:
            new.setdefault(key, quote.text.rstrip(","))
    # Somebody on the desk may keep the same words at this moment.
    Quotation.objects.bulk_create((Quotation(key=key, text=text) for key, text in new.items()), ignore_conflicts=True)
    said |= _quotations(list(new))
    return [
        Quote(
            article=article,
            quotation=said[key],
            text=quote.text,
            speaker=None if quote.speaker is None else people[quote.speaker],
            tier=quote.tier,
            start=quote.start,
            end=quote.end,
        )
        for key, quote in zip(keys, report.quotes, strict=True)
    ]


def _quotations(keys: list[str]) -> dict[str, Quotation]:
    found: dict[str, Quotation] = {}
    for at in range(0, len(keys), BATCH):
        found |= {row.key: row for row in Quotation.objects.filter(key__in=keys[at : at + BATCH])}
    return found


def link_quotations(article: Article) -> list[QuotationLink]:
    """Find what other quotations say the same as those of an article, and keep it as links.

    Returns all links of the article's quotations. The same words are one Quotation and have no link. What was compared
    before is not compared again.
    """
    quotations = Quotation.objects.filter(uses__article=article).distinct().order_by("pk")
    ours = list(quotations)
    numbers = [row.pk for row in ours]
    known = set(QuotationShingle.objects.filter(quotation__in=numbers).values_list("quotation_id", flat=True))
    new = [row for row in ours if row.pk not in known]
    rows = {row.pk: row for row in ours}
    for at in range(0, len(new), BATCH):
        _link(new[at : at + BATCH], rows)
    return list(QuotationLink.objects.among(numbers))


def _link(quotations: list[Quotation], rows: dict[int, Quotation]) -> None:
    """Hold each of these against those known so far that share most runs of words with it, and make it known.

    rows: quotations that were read, by number; those that are read here come with them."""
    runs = {row.pk: shingles(row.text) for row in quotations}
    asked = {row.pk: sorted(set(runs[row.pk]))[:MOST_RUNS] for row in quotations}
    holding = _holding({run for some in asked.values() for run in some})
    links, kept = [], []
    for quotation in quotations:
        if not runs[quotation.pk]:
            continue
        for other in _nearest(Counter(one for run in asked[quotation.pk] for one in holding[run]), rows):
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
        for digest in sample(quotation.text):
            holding[digest].append(quotation.pk)
            kept.append(QuotationShingle(digest=digest, quotation=quotation))
    QuotationLink.objects.bulk_create(links, ignore_conflicts=True)
    QuotationShingle.objects.bulk_create(kept, ignore_conflicts=True)


def _holding(runs: Collection[int]) -> dict[int, list[int]]:
    """The quotations on record that hold each of these runs of words."""
    found: dict[int, list[int]] = defaultdict(list)
    asked = sorted(runs)
    for at in range(0, len(asked), MOST_RUNS):
        held = QuotationShingle.objects.filter(digest__in=asked[at : at + MOST_RUNS])
        for digest, number in held.values_list("digest", "quotation_id"):
            found[digest].append(number)
    return found


def _nearest(shared: Counter[int], rows: dict[int, Quotation]) -> list[Quotation]:
    """The quotations that share most runs, in the order of their numbers; read into `rows` where not there yet."""
    numbers = sorted(shared, key=lambda number: (-shared[number], number))[:MOST_CANDIDATES]
    rows |= Quotation.objects.in_bulk([number for number in numbers if number not in rows])
    return [rows[number] for number in sorted(numbers)]
