"""Two sources that are one: every row that names one of them."""

from articles.actions.decisions import Journal
from articles.actions.merging import Family, Relation
from articles.models import (
    Article,
    Credit,
    Kind,
    PersonName,
    PublishedSource,
    Source,
    SourceName,
)


def _keep_name(journal: Journal, source: Source, name: str) -> None:
    if not SourceName.objects.filter(name__iexact=name).exists():
        journal.add(SourceName(source=source, name=name))


FAMILY = Family(
    Kind.SOURCE,
    Source,
    (
        Relation(SourceName, "source_id", apart=("name",)),
        Relation(PersonName, "source_id"),
        Relation(Article, "source_id", number="pk"),
        Relation(Credit, "source_id", apart=("article_id", "role"), number="article_id"),
        Relation(PublishedSource, "source_id", apart=("article_id", "role"), number="article__number"),
    ),
    _keep_name,
)
"""Every relation to Source. A new one is added here, or sources would be half merged; a test holds it."""
