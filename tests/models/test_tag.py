from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from articles.ingest.resolve import vocabulary
from articles.models import Tag, TagSynonym
from articles.text.themes import starter_vocabulary
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def planted(db: None) -> None:
    """A test that writes for good empties the tables behind it, and the migration runs only once: plant again."""
    import_module("articles.migrations.0003_vocabulary").plant(apps, None)


def test_the_starter_vocabulary_is_there_after_migrate() -> None:
    assert set(vocabulary()) == set(starter_vocabulary())


def test_the_17_media_topics_are_among_it() -> None:
    assert Tag.objects.filter(code__startswith="medtop:").count() >= 17


def test_an_editors_change_reaches_the_reading() -> None:
    Tag.objects.filter(name="Ukraine").delete()
    tag = Tag.objects.create(name="Bridges", kind="keyword")
    terms = {term.name: term for term in vocabulary()}
    assert "Ukraine" not in terms
    assert terms["Bridges"].forms == ("Bridges",)
    TagSynonym.objects.create(tag=tag, name="viaduct")
    assert {term.name: term for term in vocabulary()}["Bridges"].forms == ("viaduct",)


def test_one_tag_whatever_the_case() -> None:
    article = factories.article()
    article.tags.add("Bridges")
    article.tags.add("bridges", "BRIDGES")
    assert list(article.tags.values_list("name", flat=True)) == ["Bridges"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Tag.objects.create(name="BRIDGES", slug="other")
