"""What a list of articles can be about: a tag, a person, a source, a section. Pages and filters both work on these."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Subquery
from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models import (
    Person,
    PublishedArticle,
    PublishedPerson,
    PublishedSection,
    PublishedSource,
    PublishedTag,
    Redirect,
    Section,
    Source,
    Tag,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """`name` is the word in addresses, in filters and in `Redirect.kind`; `relation` leads from PublishedArticle to
    the rows of `through`, whose field `article` leads back."""

    name: str
    model: type[Model]
    through: type[Model]
    relation: str
    article: str
    plural: Any
    single: bool = False  # an article has one at most

    def visible(self, now: datetime) -> QuerySet[Any]:
        """The tags, people, sources or sections that some visible article carries."""
        articles = PublishedArticle.objects.visible(now).filter(**{f"{self.relation}__{self.name}": OuterRef("pk")})
        return self.model._default_manager.filter(Exists(articles))

    def joined(self, value: Any) -> Q:
        """Articles about `value`, found by way of its own rows, whose index is in the order of lists."""
        return Q(**{f"{self.relation}__{self.name}": value})

    def joined_by_slug(self, slug: str) -> Q:
        """As `joined`, for what has this address word. That is asked for first: a join would sort all rows."""
        return self.joined(Subquery(self.model._default_manager.filter(slug=slug).values("pk")[:1]))

    def joined_once(self, row: Any) -> Q:
        """As `joined`, each article once: a source can be both outlet and credited agency of one article."""
        condition = self.joined(row)
        if self.through is PublishedSource:
            outlet = PublishedSource.Role.OUTLET
            doubled = Exists(PublishedSource.objects.filter(article=OuterRef("pk"), source=row, role=outlet))
            condition &= Q(sources__role=outlet) | ~Q(doubled)
        return condition

    def carried(self, rows: Iterable[Any]) -> Exists:
        """Whether an article carries any of `rows`: one look into an index for each article."""
        uses = self.through._default_manager.filter(**{self.article: OuterRef("pk"), f"{self.name}__in": list(rows)})
        return Exists(uses)


TAG = Subject("tag", Tag, PublishedTag, "tagged", "content_object", _("Tags"))
PERSON = Subject("person", Person, PublishedPerson, "named_people", "article", _("People"))
SOURCE = Subject("source", Source, PublishedSource, "sources", "article", _("Sources"))
SECTION = Subject("section", Section, PublishedSection, "filed", "article", _("Sections"), single=True)
SUBJECTS = (SECTION, TAG, SOURCE, PERSON)


def find(subject: Subject, slug: str, now: datetime, address: Callable[[Any], str] | None = None) -> Any:
    """The visible tag, person, source or section at an address; the redirect where it has moved on; else 404.

    `address` says where what has moved stands now; without it, that is its page.
    """
    row = subject.visible(now).filter(slug=slug).first()
    if row is None:
        old = Redirect.objects.filter(kind=subject.name, slug=slug).values("target")[:1]
        moved = subject.visible(now).filter(pk__in=old).first()
        if moved is None:
            raise Http404
        return HttpResponsePermanentRedirect(address(moved) if address else reverse(subject.name, args=(moved.slug,)))
    return row
