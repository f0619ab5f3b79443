"""The desk finds working copies by their words, by whoever they name, and by their number."""

import pytest
from django.db import connection

from articles.desk_search import find, keep
from articles.models import Article, PersonName
from tests import factories

pytestmark = pytest.mark.django_db


def numbers(text: str) -> set[int]:
    return set(find(Article.objects.all(), text).values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("harbour", True),
        ("HARBOUR ferry", True),
        ("harbour tunnel", False),
        ("cafe", True),
        ("“the ferry sails”", True),
        ('"sails ferry"', False),
        ("the", False),
        ("harb*", True),
        ("harbour -ferry", False),
        ("Malmö", True),
        ("Malmo", True),
        ("strong", False),
        ("O’Neill", True),
        ("o'neill", True),
        ("%_", False),
        ('"', False),
    ],
)
def test_it_finds_by_words(text: str, found: bool) -> None:
    article = factories.article("Harbour opens", text="From the café in Malmö, the ferry sails, O'Neill said.")
    article.body += "<p><strong>Later</strong></p>"
    article.save()
    assert numbers(text) == ({article.pk} if found else set())


def test_it_follows_every_change() -> None:
    article = factories.article("Harbour opens")
    Article.objects.filter(pk=article.pk).update(headline="Tunnel opens")
    assert (numbers("harbour"), numbers("tunnel")) == (set(), {article.pk})
    number = article.pk
    Article.objects.filter(pk=number).delete()
    assert numbers("tunnel") == set()


def test_it_finds_whoever_is_named_under_any_spelling() -> None:
    article = factories.article("Talks go on", text="Lavrov spoke.")
    lavrov = factories.person("Sergey Lavrov")
    PersonName.objects.create(person=lavrov, name="Sergei Lavrov")
    factories.mention(article, lavrov)
    assert numbers("Sergei Lavrov") == numbers("sergey lavrov") == {article.pk}


def test_it_finds_a_number() -> None:
    article = factories.article("Harbour opens")
    assert numbers(str(article.pk)) == {article.pk}
    assert numbers("9" * 30) == set()


def test_it_fills_an_index_that_was_lost() -> None:
    article = factories.article("Harbour opens")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP TABLE articles_desk_search CASCADE")
        else:
            for act in ("insert", "update", "delete"):
                cursor.execute(f"DROP TRIGGER articles_desk_search_{act}")
            cursor.execute("DROP TABLE articles_desk_search")
    keep()
    other = factories.article("Harbour shuts")
    assert numbers("harbour") == {article.pk, other.pk}
    keep()
    assert numbers("harbour") == {article.pk, other.pk}
