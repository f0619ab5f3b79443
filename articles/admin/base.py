"""What all pages of the desk share: cheap lists without deleting in bulk, filters of queues, pages that only show."""

import json
import re
from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import SuspiciousOperation
from django.db import DataError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.counting import CappedPaginator
from articles.html import plain
from articles.models import Article, Kind
from articles.policy import may

OPENING = 300
WORDS = 10
_CUT = re.compile(r"<[^>]*$|&\w*$")
UNREADABLE = (SuspiciousOperation, ValueError, OverflowError, DataError)
"""What a list raises where its address makes no sense: some of it only when the database counts the rows."""
CALLED = {
    "User": (gettext_lazy("account"), gettext_lazy("accounts")),
    "AccessAttempt": (gettext_lazy("failed sign-in"), gettext_lazy("failed sign-ins")),
    "PublishedArticle": (gettext_lazy("publication"), gettext_lazy("publications")),
    "SiteIdentity": (gettext_lazy("name and look"), gettext_lazy("name and look")),
}
"""Models that the desk calls otherwise than their own module does: one, and many."""


def called(opts: Any) -> tuple[Any, Any]:
    """What the desk calls one row of a model, and many."""
    return CALLED.get(opts.object_name) or (opts.verbose_name, opts.verbose_name_plural)


class DeskList(ChangeList):
    """A list that its own filters narrow, and nothing else.

    Django would let an address try any column in any way: with patterns that take minutes, or letter by letter.
    """

    def get_filters(self, request: HttpRequest) -> Any:
        found = super().get_filters(request)
        if others := found[2]:
            raise IncorrectLookupParameters(", ".join(others))
        return found


class DeskAdmin(admin.ModelAdmin):
    paginator = CappedPaginator
    list_per_page = 50
    list_max_show_all = 0
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    view_on_site = False

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        """A page is called after what it shows."""
        shown = kwargs.get("obj")
        context["title"] = str(shown) if shown is not None else _("New %(name)s") % {"name": called(self.opts)[0]}
        context["subtitle"] = None
        context["adminform"].form.label_suffix = ""
        context |= {"show_save_and_continue": False, "show_save_and_add_another": shown is None}
        return super().render_change_form(request, context, *args, **kwargs)

    def get_inline_formsets(self, *args: Any, **kwargs: Any) -> list[Any]:
        """Their buttons say "another pinned article": Django would write the noun large, in the middle of a line."""
        found: list[Any] = super().get_inline_formsets(*args, **kwargs)
        for rows in found:
            data = json.loads(rows.inline_formset_data())
            data["options"]["addText"] = _("Add another %(name)s") % {"name": rows.opts.verbose_name}
            rows.inline_formset_data = json.dumps(data)
        return found

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return DeskList

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """The list that the address asks for, with its rows read.

        Raises IncorrectLookupParameters, which leads back to the whole list, for an address that makes no sense.
        """
        try:
            shown = super().get_changelist_instance(request)
            len(shown.result_list)
        except UNREADABLE as fault:
            raise IncorrectLookupParameters(fault) from fault
        shown.called, shown.called_many = called(self.opts)  # type: ignore[attr-defined]
        return shown

    def get_action_choices(self, request: HttpRequest, default_choices: Any = None) -> list[tuple[str, str]]:
        return super().get_action_choices(request, [("", _("– choose –"))])

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return super().changelist_view(request, {"title": capfirst(called(self.opts)[1]), **(extra_context or {})})


class QueueFilter(admin.SimpleListFilter):
    """A filter of a list that is worked off: its first choice holds unless another is asked for."""

    def value(self) -> str:
        return super().value() or str(self.lookup_choices[0][0])

    def choices(self, changelist: ChangeList) -> Iterator[dict[str, Any]]:
        for value, title in self.lookup_choices:
            yield {
                "selected": self.value() == value,
                "query_string": changelist.get_query_string({str(self.parameter_name): value}),
                "display": title,
            }


class KindFilter(admin.SimpleListFilter):
    """What a question or a decision is about."""

    title = gettext_lazy("about")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(kind.value, kind.label) for kind in (Kind.STORY, Kind.PERSON, Kind.SOURCE, Kind.TAG)]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        return queryset.filter(kind=self.value()) if self.value() else queryset


class FormlessAdmin(DeskAdmin):
    """For what no form makes, changes or deletes: each change is an act with a line in the log, or the software's."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ReadOnlyAdmin(FormlessAdmin):
    """For what the software writes and nobody changes. Who may see articles may see it."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "view")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, "view")


def first_words(article: Article, opening: str) -> str:
    """What tells an article without a headline from the others, in a list: how its text begins, else its report's name.

    opening: the first OPENING characters of its body, as HTML, cut anywhere. "" for an article that has a headline.
    """
    if article.best_headline:
        return ""
    words = " ".join(plain(_CUT.sub("", opening)).split())
    return Truncator(words).words(WORDS) or article.report_name or ""


def link(url: str, text: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', url, text)


def article_link(number: int | None, text: str) -> SafeString:
    """The way to an article's page on the desk."""
    return link(reverse("admin:articles_article_change", args=(number,)), text)


def badge(look: str, text: Any) -> SafeString:
    return format_html('<span class="badge {}">{}</span>', look, text)
