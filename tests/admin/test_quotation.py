"""Quotations on the desk."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import LinkKind, Quotation, QuotationLink
from tests import cast, factories

pytestmark = pytest.mark.django_db

WHOLE = "The river took the lower bridge, and then it came back."
OTHER = "The river took the lower bridge, and then it returned."


def flood() -> Quotation:
    for outlet in ("Herald", "Echo"):
        factories.quote(factories.article(f"In the {outlet}", source=factories.source(outlet)), WHOLE)
    near = factories.quote(factories.article("In the Post"), OTHER, factories.person("Ana Horvat")).quotation
    whole = Quotation.objects.get(text=WHOLE)
    QuotationLink.objects.create(one=whole, other=near, kind=LinkKind.NEAR, words=8, ratio=90)
    return whole


def test_it_has_every_article_and_how_the_words_differ(client: Client) -> None:
    whole = flood()
    client.force_login(cast.reporter())
    html = client.get(reverse("admin:articles_quotation_change", args=(whole.pk,))).content.decode()
    for text in ("In the Herald", "In the Echo", "In the Post", "Ana Horvat", "the same words"):
        assert text in html
    assert '<ins dir="auto">returned.</ins> where the other has <del dir="auto">came back.</del>' in html
    assert "wrong" not in html


@pytest.mark.parametrize("count", [1, 3])
def test_its_list_has_those_of_several_articles_unless_asked(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    flood()
    for number in range(count - 1):
        for outlet in "ab":
            factories.quote(factories.article(f"{outlet} {number}"), f"Words of number {number}")
    client.force_login(cast.reporter())
    listed = reverse("admin:articles_quotation_changelist")
    with django_assert_num_queries(7):
        html = client.get(listed).content.decode()
    assert html.count("field-carried_by") == count
    assert "returned" not in html
    assert "returned" in client.get(listed + "?in=any").content.decode()
