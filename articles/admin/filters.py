"""The filters beside the article list."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article, ArticleTag, Mention, Person, PublishedArticle, Section, Source, Tag
from articles.workflow import Status

Choices = list[tuple[str, Any]]


class StateFilter(admin.SimpleListFilter):
    """One state, or several separated by commas (the front page's links)."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return list(Status.choices)

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Article]") -> "QuerySet[Article]":
        return queryset.filter(status__in=self.value().split(",")) if self.value() else queryset


class WriterFilter(admin.SimpleListFilter):
    title = _("whose")
    parameter_name = "writer"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [("me", _("Mine")), ("given", _("Given to me by others")), ("nobody", _("Nobody’s yet"))]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Article]") -> "QuerySet[Article]":
        match self.value():
            case "me":
                return queryset.filter(Q(created_by=request.user.pk) | Q(assignee=request.user.pk))
            case "given":
                return queryset.given_to(request.user)  # type: ignore[attr-defined]
            case "nobody":
                return queryset.filter(created_by__isnull=True)
        return queryset


class ReadersFilter(admin.SimpleListFilter):
    title = _("what readers have")
    parameter_name = "readers"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [
            ("live", _("Live")),
            ("unconfirmed", _("Live, unconfirmed")),
            ("changed", _("Live, with unpublished changes")),
            ("recent", _("Published in the last day")),
            ("scheduled", _("Scheduled")),
            ("timed", _("Comes or goes at a set time")),
            ("none", _("Not with readers")),
        ]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Article]") -> "QuerySet[Article]":
        now = timezone.now()
        published = PublishedArticle.objects.order_by()
        live = published.visible(now)
        coming = published.coming(now)
        match self.value():
            case "live":  # most are: looked up one by one the newest make a page without a list of all
                return queryset.filter(Exists(live.filter(number=OuterRef("pk"))))
            case "unconfirmed":
                return queryset.filter(pk__in=live.filter(unconfirmed=True).values("number"))
            case "changed":
                older = published.lasting(now).filter(number=OuterRef("pk"))
                last = older.order_by("-goes_live_at").values("revision")[:1]
                return queryset.filter(pk__in=live.values("number"), version__gt=1).filter(version__gt=Subquery(last))
            case "recent":
                return queryset.filter(pk__in=published.recent(now).values("number"))
            case "scheduled":
                return queryset.filter(pk__in=coming.values("number"))
            case "timed":
                timed = Q(pk__in=coming.values("number")) | Q(pk__in=published.ending(now).values("number"))
                return queryset.filter(timed)
            case "none":
                return queryset.exclude(pk__in=live.values("number")).exclude(pk__in=coming.values("number"))
        return queryset


class HeadlineFilter(admin.SimpleListFilter):
    title = _("headline")
    parameter_name = "headline"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [("proposed", _("Only proposed")), ("missing", _("None yet")), ("written", _("Confirmed"))]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Article]") -> "QuerySet[Article]":
        match self.value():
            case "proposed":
                return queryset.filter(headline="").exclude(proposed_headline="")
            case "missing":
                return queryset.filter(headline="", proposed_headline="")
            case "written":
                return queryset.exclude(headline="")
        return queryset


class TypedFilter(admin.SimpleListFilter):
    """A box to type a name into: a list of all sources, tags or people would have no end.

    Takes a name in any case or an address word; without JavaScript too. `field` is where the suggestions come from.
    """

    template = "admin/filter_typed.html"
    field = ("", "")  # model and field that the name is chosen for
    none: Any = ""  # the choice for articles that have none, or ""
    nothing = "none"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [(self.nothing, self.none or self.title)]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Article]") -> "QuerySet[Article]":
        value = (self.value() or "").strip()
        if not value:
            return queryset
        if self.none and value == self.nothing:
            return self.without(queryset)
        return queryset.filter(self.named(value))

    def without(self, articles: "QuerySet[Article]") -> "QuerySet[Article]":
        return articles

    def named(self, value: str) -> Q:
        raise NotImplementedError

    def choices(self, changelist: ChangeList) -> Iterator[dict[str, Any]]:
        chosen = self.value() or ""
        others = {name: values for name, values in changelist.get_filters_params().items()}
        others.pop(self.parameter_name or "", None)
        if changelist.query:
            others["q"] = changelist.query
        model, field = self.field
        suggestions = {"app_label": "articles", "model_name": model, "field_name": field}
        yield {
            "selected": not chosen,
            "query_string": changelist.get_query_string(remove=[str(self.parameter_name)]),
            "display": _("All"),
            "name": self.parameter_name,
            "typed": "" if self.none and chosen == self.nothing else chosen,
            "others": [(name, v) for name, vs in others.items() for v in (vs if isinstance(vs, list) else [vs])],
            "suggestions": f"{reverse('admin:autocomplete')}?{urlencode(suggestions)}",
        }
        if self.none:
            yield {
                "selected": chosen == self.nothing,
                "query_string": changelist.get_query_string({str(self.parameter_name): self.nothing}),
                "display": self.none,
            }


class SectionFilter(admin.SimpleListFilter):
    title = _("section")
    parameter_name = "section"
    nothing = "none"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """All sections, and none; nothing to choose where there are no sections."""
        sections: Choices = list(Section.objects.values_list("slug", "name"))
        return [*sections, (self.nothing, _("In no section"))] if sections else []

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Article]") -> "QuerySet[Article]":
        match self.value():
            case None:
                return queryset
            case self.nothing:
                return queryset.filter(section__isnull=True)
        return queryset.filter(section__slug=self.value())


class SourceFilter(TypedFilter):
    title = _("source")
    parameter_name = "source"
    field = ("article", "source")
    none = _("Source unknown")

    def without(self, articles: "QuerySet[Article]") -> "QuerySet[Article]":
        return articles.filter(source__isnull=True)

    def named(self, value: str) -> Q:
        named = Source.objects.filter(Q(slug=value) | Q(name__iexact=value) | Q(other_names__name__iexact=value))
        return Q(source__in=named.values("pk"))


class TagFilter(TypedFilter):
    title = _("tag")
    parameter_name = "tag"
    field = ("articletag", "tag")
    none = _("No tag")

    def without(self, articles: "QuerySet[Article]") -> "QuerySet[Article]":
        return articles.filter(~Exists(ArticleTag.objects.filter(content_object=OuterRef("pk"))))

    def named(self, value: str) -> Q:
        tags = Tag.objects.filter(Q(slug=value) | Q(name__iexact=value) | Q(synonyms__name__iexact=value))
        return Q(pk__in=ArticleTag.objects.filter(tag__in=tags.values("pk")).values("content_object"))


class PersonFilter(TypedFilter):
    title = _("person")
    parameter_name = "person"
    field = ("mention", "person")

    def named(self, value: str) -> Q:
        people = Person.objects.filter(Q(slug=value) | Q(names__name__iexact=value) | Q(name__iexact=value))
        return Q(pk__in=Mention.objects.filter(person__in=people.values("pk")).values("article"))
