"""What readers have and had, and what the software wrote down: to look at, never to change."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.base import ReadOnlyAdmin, article_link, badge
from articles.admin.log import ActFilter, act_name
from articles.admin.site import desk
from articles.html import clean
from articles.models import HistoryEntry, Person, PublishedArticle, Redirect, Section, Source, Tag, Tombstone
from articles.times import moment


@admin.register(PublishedArticle, site=desk)
class PublishedArticleAdmin(ReadOnlyAdmin):
    list_display = ("headline", "number", "change", "window", "confirmed")
    list_filter = ("change", "unconfirmed")
    search_fields = ("headline", "=number")
    search_help_text = gettext_lazy("Words of the headline, or the number of an article.")
    ordering = ("-goes_live_at", "-pk")
    fields = (
        "of_article",
        "headline",
        "headline_proposed",
        "standfirst",
        "text",
        "byline",
        "dateline",
        "report_date",
        "change",
        "note",
        "unconfirmed",
        "window",
        "published",
        "revision",
    )
    readonly_fields = ("of_article", "text", "window", "published")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[PublishedArticle]":
        return super().get_queryset(request).defer("body_html", "body_text", "details")

    @admin.display(description=gettext_lazy("article"))
    def of_article(self, row: PublishedArticle) -> Any:
        return article_link(row.number, _("Number %(number)s on the desk") % {"number": row.number})

    @admin.display(description=gettext_lazy("text"))
    def text(self, row: PublishedArticle) -> SafeString:
        return mark_safe(f'<div class="body-shown">{clean(row.body_html)}</div>')  # noqa: S308 - cleaned

    @admin.display(description=gettext_lazy("readers have it"), ordering="goes_live_at")
    def window(self, row: PublishedArticle) -> str:
        times = {"from": moment(row.goes_live_at), "until": moment(row.goes_off_at)}
        if row.goes_off_at == row.goes_live_at:
            return _("never: it was cancelled before it opened")
        if row.goes_off_at is not None:
            return _("from %(from)s until %(until)s") % times
        return _("from %(from)s") % times if row.is_visible(timezone.now()) else _("scheduled for %(from)s") % times

    @admin.display(description=gettext_lazy("confirmed"), ordering="unconfirmed")
    def confirmed(self, row: PublishedArticle) -> SafeString | str:
        return badge("reach-unconfirmed", _("unconfirmed")) if row.unconfirmed else _("by the desk")

    @admin.display(description=gettext_lazy("first published"), ordering="published_at")
    def published(self, row: PublishedArticle) -> str:
        return moment(row.published_at)


@admin.register(Tombstone, site=desk)
class TombstoneAdmin(ReadOnlyAdmin):
    list_display = ("number", "reason", "killed", "killed_by")
    list_select_related = ("killed_by",)
    search_fields = ("reason", "=number")
    ordering = ("-killed_at",)
    fields = ("of_article", "reason", "killed", "killed_by")
    readonly_fields = ("of_article", "killed")

    @admin.display(description=gettext_lazy("article"))
    def of_article(self, row: Tombstone) -> Any:
        return article_link(row.number, _("Number %(number)s on the desk") % {"number": row.number})

    @admin.display(description=gettext_lazy("killed"), ordering="killed_at")
    def killed(self, row: Tombstone) -> str:
        return moment(row.killed_at)


@admin.register(Redirect, site=desk)
class RedirectAdmin(ReadOnlyAdmin):
    list_display = ("slug", "kind", "target")
    list_filter = ("kind",)
    search_fields = ("slug",)
    fields = ("kind", "slug", "leads_to")
    readonly_fields = ("leads_to",)

    @admin.display(description=gettext_lazy("leads to"))
    def leads_to(self, row: Redirect) -> str:
        model = {"tag": Tag, "person": Person, "source": Source, "section": Section}[row.kind]
        found = model.objects.filter(pk=row.target).first()
        return str(found) if found else _("nothing: it was deleted")


@admin.register(HistoryEntry, site=desk)
class HistoryEntryAdmin(ReadOnlyAdmin):
    list_display = ("when", "act", "of_article", "from_status", "to_status", "actor", "note")
    list_filter = (ActFilter,)
    search_fields = ("actor", "note", "=article__pk")
    search_help_text = gettext_lazy("A name, words of a reason, or the number of an article.")
    ordering = ("-at", "-pk")
    fields = ("of_article", "act", "from_status", "to_status", "actor", "when", "note")
    readonly_fields = ("of_article", "when", "act")

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        page = super().render_change_form(request, context, *args, **kwargs)
        if (entry := kwargs.get("obj")) is not None:
            page.context_data["title"] = f"{act_name(entry)} ({entry.actor})"
        return page

    @admin.display(description=gettext_lazy("act"), ordering="verb")
    def act(self, row: HistoryEntry) -> str:
        return act_name(row)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[HistoryEntry]":
        rows = super().get_queryset(request).select_related("article")
        return rows.defer("article__body", "article__standfirst")

    @admin.display(description=gettext_lazy("when"), ordering="at")
    def when(self, row: HistoryEntry) -> str:
        return moment(row.at)

    @admin.display(description=gettext_lazy("article"))
    def of_article(self, row: HistoryEntry) -> Any:
        return article_link(row.article_id, str(row.article))
