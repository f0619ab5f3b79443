"""The list of articles: its rows in few queries, and what its columns say."""

from typing import Any

from django.contrib import admin
from django.db.models import F, Prefetch, QuerySet
from django.db.models.functions import Left
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.base import OPENING, DeskList, badge, first_words
from articles.admin.reach import reach_of
from articles.models import Article, ArticleTag
from articles.times import moment

LIST_TAGS = 4


class ArticleList(DeskList):
    """The list without the texts, and with what readers have of each article, asked in one query."""

    def get_queryset(self, *args: Any, **kwargs: Any) -> "QuerySet[Article]":
        rows = super().get_queryset(*args, **kwargs).for_list().annotate(opening=Left("body", OPENING))
        return rows.prefetch_related(Prefetch("tagged", ArticleTag.objects.select_related("tag").order_by("pk")))

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        reach = reach_of(self.result_list, now=timezone.now())
        for article in self.result_list:
            article.reach = reach[article.pk]


class ArticleColumns:
    """What stands in the columns."""

    @admin.display(description=gettext_lazy("headline"), ordering="headline")
    def headline_cell(self, article: Article) -> SafeString:
        names = [use.tag.name for use in article.tagged.all()]  # type: ignore[attr-defined]
        words = first_words(article, article.opening)  # type: ignore[attr-defined]
        more = _("and %(count)s more") % {"count": len(names) - LIST_TAGS} if len(names) > LIST_TAGS else ""
        return format_html(
            '<span class="headline">{}</span>{}{}<span class="tags">{}</span>',
            article.best_headline or _("No headline yet"),
            format_html('<span class="words" dir="auto">{}</span>', words) if words else "",
            badge("proposed", _("proposed headline")) if article.headline_proposed else "",
            ", ".join([*names[:LIST_TAGS], *([more] if more else [])]),
        )

    @admin.display(description=gettext_lazy("state"), ordering="status")
    def state(self, article: Any) -> SafeString:
        name, words = article.reach.state(article)
        return badge(f"state-{name}", words)

    @admin.display(description=gettext_lazy("readers have it"))
    def readers(self, article: Any) -> SafeString:
        return article.reach.badges(timezone.now(), article.pk)

    @admin.display(description=gettext_lazy("source"), ordering="source__name")
    def source_cell(self, article: Article) -> SafeString | str:
        if article.source is None:
            return badge("unknown", _("unknown"))
        return article.source.name + (_(" (inferred)") if article.source_inferred else "")

    @admin.display(description=gettext_lazy("last edited"), ordering=F("edited_at").asc(nulls_first=True))
    def edited(self, article: Article) -> SafeString | str:
        if article.edited_at is None:
            return badge("unknown", _("nobody yet"))
        by = article.edited_by
        return _("%(when)s by %(who)s") % {
            "when": moment(article.edited_at),
            "who": by.get_short_name() or by.get_username() if by else _("somebody"),
        }

    @admin.display(description=gettext_lazy("created"), ordering="created_at")
    def created(self, article: Article) -> str:
        return moment(article.created_at)
