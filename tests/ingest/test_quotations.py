"""Quotations across reports."""

from pathlib import Path
from typing import Any

import pytest

from articles.ingest.load import load
from articles.ingest.quotations import BATCH, link_quotations, quotation_key, quotes_of
from articles.models import (
    LinkKind,
    Quotation,
    QuotationLink,
    QuotationShingle,
    Quote,
    publications_quoting,
    quotations_like,
)
from articles.text.report import QuoteReading, Report
from tests import factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db

FULL = "The river took the lower bridge and then, at dawn, it came back for the upper one"


def report(folder: Path, name: str, said: str) -> int:
    text = f"Flood in Dornau: report {name}\n\nThe Marn rose on Monday.\n\n“{said},” Ana Horvat said.\n"
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (outcome,) = load([folder / f"{name}.txt"], now=NOON, publish=True).outcomes
    assert outcome.article is not None, outcome.reason
    return outcome.article


def test_the_same_words_are_one_quotation_however_they_are_marked(tmp_path: Path) -> None:
    report(tmp_path, "one", FULL)
    report(tmp_path, "two", FULL.replace(", at dawn,", " at dawn").upper())
    assert Quotation.objects.get().uses.count() == 2
    assert not QuotationLink.objects.exists()


def test_cut_and_near_words_are_linked_with_what_differs(tmp_path: Path) -> None:
    report(tmp_path, "full", FULL)
    report(tmp_path, "cut", "The river took the lower bridge and then … it came back for the upper one")
    report(tmp_path, "near", FULL.replace("took", "swallowed"))
    full = Quotation.objects.get(text__startswith=FULL)
    like = {
        row.text: link for number, link in quotations_like(full).items() if (row := Quotation.objects.get(pk=number))
    }
    kinds = {text: link.kind for text, link in like.items() if link is not None}
    assert sorted(kinds.values()) == [LinkKind.CUT, LinkKind.NEAR]
    (near,) = (link for link in like.values() if link is not None and link.kind == LinkKind.NEAR)
    assert near.difference == [["took", "swallowed"]]


def test_from_a_quotation_one_reaches_every_article(tmp_path: Path) -> None:
    numbers = {
        report(tmp_path, "full", FULL),
        report(tmp_path, "cut", "The river took the lower bridge and then … it came back for the upper one"),
        report(tmp_path, "near", FULL.replace("took", "swallowed")),
    }
    report(tmp_path, "other", "Nobody has seen the mayor’s boat since the night of the flood")
    full = Quotation.objects.get(text__startswith=FULL)
    assert set(Quote.objects.filter(quotation__in=quotations_like(full)).values_list("article", flat=True)) == numbers
    assert {use.article.number for use in publications_quoting(full, NOON)} == numbers


def test_loading_again_compares_nothing_twice(tmp_path: Path) -> None:
    report(tmp_path, "full", FULL)
    report(tmp_path, "cut", "it came back for the upper one")
    before = (QuotationShingle.objects.count(), QuotationLink.objects.count())
    load([tmp_path], now=NOON)
    assert (QuotationShingle.objects.count(), QuotationLink.objects.count()) == before
    assert before[1] == 1


def test_a_part_of_a_very_long_quotation_is_found(tmp_path: Path) -> None:
    long = " ".join(f"On day {number} the water stood at mark {number * 7} and rising" for number in range(1, 20))
    report(tmp_path, "long", long)
    report(tmp_path, "part", "On day 11 the water stood at mark 77 and rising On day 12 the water stood")
    assert QuotationLink.objects.get().kind == LinkKind.CUT


def test_a_quotation_is_known_by_the_rule_that_compares_quotations() -> None:
    one = quotation_key("“We don’t know, Mr Müller.”")
    assert one == quotation_key("we don't know mr muller")
    assert one != quotation_key("we don t know mr muller")
    assert quotation_key("The Strasse") == quotation_key("the straße")


@pytest.mark.parametrize(("count", "queries"), [(1, 5), (3, 6)])
def test_new_quotations_are_kept_and_held_against_each_other_by_the_same_queries(
    count: int, queries: int, django_assert_num_queries: Any
) -> None:
    article, words = factories.article(), [f"We will build bridge {n} beside the old harbour" for n in range(count)]
    with django_assert_num_queries(3):
        rows = quotes_of(article, _quoting([*words, words[0] + ","]), [])
    assert [row.quotation.text for row in rows] == [*words, words[0]]
    Quote.objects.bulk_create(rows)
    with django_assert_num_queries(queries):
        link_quotations(article)
    assert QuotationShingle.objects.values("quotation").distinct().count() == count


def test_the_last_of_many_quotations_is_held_against_the_first() -> None:
    article, words = factories.article(), [f"Number {n * 7} of {n}" for n in range(BATCH)]
    longer = "We will build all of the bridges beside the old harbour before the winter"
    Quote.objects.bulk_create(
        quotes_of(article, _quoting([longer, *words, longer.removesuffix(" before the winter")]), [])
    )
    (link,) = link_quotations(article)
    assert (link.kind, link.one.text) == (LinkKind.CUT, longer)


def _quoting(words: list[str]) -> Report:
    return Report("", quotes=tuple(QuoteReading(text, n, n + 1, None, "sure", "") for n, text in enumerate(words)))
