"""Two tags that are one: every row that names one of them."""

from articles.actions.decisions import Journal
from articles.actions.merging import Family, Relation
from articles.models import ArticleTag, FrontList, Kind, PublishedTag, Tag, TagSynonym

LONGEST_SYNONYM = 100


def _keep_name(journal: Journal, tag: Tag, name: str) -> None:
    if len(name) <= LONGEST_SYNONYM and not tag.synonyms.filter(name__iexact=name).exists():
        journal.add(TagSynonym(tag=tag, name=name))


FAMILY = Family(
    Kind.TAG,
    Tag,
    (
        Relation(TagSynonym, "tag_id", apart=("name",)),
        Relation(ArticleTag, "tag_id", apart=("content_object_id",), number="content_object_id"),
        Relation(PublishedTag, "tag_id", apart=("content_object_id",), number="content_object__number"),
        Relation(FrontList, "tag_id"),
    ),
    _keep_name,
)
"""Every relation to Tag. A new one is added here, or tags would be half merged; a test holds it."""
