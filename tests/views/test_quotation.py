"""The page of a quotation, and the way to it."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import LinkKind, PublishedArticle, Quotation, QuotationLink
from tests import factories

WHOLE = "The river took the lower bridge, and then it came back for the upper one."
CUT = "The river … came back for the upper one."
OTHER = "The river took the lower bridge, and then it returned for the upper one."


def print_words(text: str, quotation: Quotation, outlet: str) -> PublishedArticle:
    row = factories.published(f"Flood in the {outlet}", outlet=outlet)
    ana = factories.person("Ana Horvat")
    row.quotes.create(person=ana, quotation=quotation, text=text, position=0, published_at=row.published_at)
    row.details["quotes"] = [{"text": text, "speaker": {"name": ana.name, "slug": ana.slug}}]
    row.save()
    return row


def flood() -> tuple[list[Quotation], list[PublishedArticle]]:
    whole, cut, other = (Quotation.objects.create(key=text[:64], text=text) for text in (WHOLE, CUT, OTHER))
    for one, kind in ((cut, LinkKind.CUT), (other, LinkKind.NEAR)):
        QuotationLink.objects.create(one=whole, other=one, kind=kind, words=8, ratio=90)
    rows = [print_words(row.text, row, paper) for row, paper in ((whole, "Herald"), (cut, "Echo"), (other, "Post"))]
    return [whole, cut, other], rows


def test_has_every_article_with_the_words_and_says_how_they_differ(client: Client, db: None) -> None:
    quotations, rows = flood()
    page = client.get(f"/quotations/{quotations[0].pk}/").content.decode()
    assert f"“{WHOLE}”" in page
    assert "3 articles carry these words" in page
    for row in rows:
        assert row.get_absolute_url() in page
    assert "the same words" in page
    assert f"“{CUT}”" in page
    assert '<ins dir="auto">returned</ins> where the other has <del dir="auto">came back</del>' in page
    assert "wrong" not in page


def test_says_of_a_longer_wording_that_it_has_more(client: Client, db: None) -> None:
    quotations, _rows = flood()
    page = client.get(f"/quotations/{quotations[1].pk}/").content.decode()
    assert "more of it:" in page


def test_is_not_there_when_no_article_that_readers_have_carries_just_these_words(client: Client, db: None) -> None:
    quotations, rows = flood()
    PublishedArticle.objects.filter(pk=rows[0].pk).update(goes_off_at=timezone.now())
    for number in (quotations[0].pk, 10**6, 2**63, "9" * 400):
        assert client.get(f"/quotations/{number}/").status_code == 404


def test_shows_no_wording_of_what_readers_do_not_have(client: Client, db: None) -> None:
    quotations, rows = flood()
    PublishedArticle.objects.filter(pk=rows[2].pk).update(goes_off_at=timezone.now())
    page = client.get(f"/quotations/{quotations[0].pk}/").content.decode()
    assert "returned" not in page
    assert "2 articles" in page


@pytest.mark.parametrize("count", [1, 3])
def test_asks_as_often_for_three_articles_as_for_one(
    client: Client, db: None, count: int, django_assert_num_queries: Any
) -> None:
    words = Quotation.objects.create(key="k", text=WHOLE)
    for number in range(count):
        print_words(WHOLE, words, f"Paper {number}")
    with django_assert_num_queries(6):
        assert client.get(f"/quotations/{words.pk}/").status_code == 200


def test_is_led_to_from_an_article_whose_words_others_carry_whole_cut_or_nearly(client: Client, db: None) -> None:
    quotations, rows = flood()
    lonely = print_words("Nobody else says this.", Quotation.objects.create(key="l", text="l"), "Star")
    for quotation, row in zip(quotations, rows, strict=True):
        assert f'href="/quotations/{quotation.pk}/"' in client.get(row.get_absolute_url()).content.decode()
    assert "/quotations/" not in client.get(lonely.get_absolute_url()).content.decode()
    PublishedArticle.objects.exclude(pk=rows[1].pk).update(goes_off_at=timezone.now())
    assert "/quotations/" not in client.get(rows[1].get_absolute_url()).content.decode()


def test_is_not_led_to_for_a_few_words_that_anybody_says(client: Client, db: None) -> None:
    words = Quotation.objects.create(key="no", text="No, never again.")
    rows = [print_words("No, never again.", words, paper) for paper in ("Herald", "Echo")]
    assert "/quotations/" not in client.get(rows[0].get_absolute_url()).content.decode()
