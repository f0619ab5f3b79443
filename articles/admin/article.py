"""Articles on the desk: the list, the form, and beside it the moves, the raw report and the history."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.checklist import checklist, proposed_why
from articles.actions.edits import StaleArticle, claim, record_revision
from articles.actions.judgements import note_removed, standing
from articles.actions.typing import MOST_REFUSED, TooLong, keep_refused, saved, texts_of
from articles.admin import filters
from articles.admin.article_form import TEXTS, ArticleForm
from articles.admin.article_list import ArticleColumns, ArticleList
from articles.admin.base import DeskAdmin
from articles.admin.bulk import BulkMoves
from articles.admin.copying import copy_view
from articles.admin.embargo import embargo_of, embargo_view
from articles.admin.fields import KnownSelect
from articles.admin.inlines import CreditInline, MentionInline, QuoteInline
from articles.admin.judging import JUDGING, shown_intake
from articles.admin.log import told
from articles.admin.moves import acts_for, move_view, seen_token
from articles.admin.pasted import pasted_view
from articles.admin.picture import PictureInline, proposals
from articles.admin.preview import page_view, preview_view, revoke_view, share_view
from articles.admin.reach import Reach, reach_of
from articles.admin.report import RawReport
from articles.admin.report_change import changes_view
from articles.admin.revision import restore_view, revisions_view, unpublished
from articles.admin.saved_filters import forget_view, keep_view, saved_filters
from articles.admin.site import desk
from articles.admin.teamwork import assign_view, comment_view, settle_view, teamwork_of
from articles.admin.typing import (
    begin_view,
    beside,
    discard_view,
    draft_for_form,
    held_by_another,
    take_over_view,
    typing_view,
    version_of,
)
from articles.desk_search import find
from articles.html import clean
from articles.models import Article, ArticleTag
from articles.policy import may
from articles.report_date import spoken_date
from articles.times import zoned
from articles.workflow import EDITABLE as BEFORE_PUBLICATION

LOG_ROWS = 30
VIEWS: tuple[tuple[str, str, Callable[..., HttpResponse]], ...] = (
    ("move", "move/", move_view),
    ("preview", "preview/", preview_view),
    ("preview_page", "preview/page/", page_view),
    ("share", "preview/share/", share_view),
    ("copy", "copy/", copy_view),
    ("revoke", "preview/<int:key>/revoke/", revoke_view),
    ("embargo", "embargo/", embargo_view),
    ("assign", "assign/", assign_view),
    ("comment", "comments/", comment_view),
    ("settle", "comments/<int:key>/settle/", settle_view),
    ("typing", "typing/", typing_view),
    ("take_over", "typing/take-over/", take_over_view),
    ("discard", "typing/<int:key>/discard/", discard_view),
    ("revisions", "revisions/", revisions_view),
    ("changes", "changes/", changes_view),
    ("restore", "revisions/<int:revision>/restore/", restore_view),
    *JUDGING,
)
"""The pages below an article's own: name, address, view."""


@admin.register(Article, site=desk)
class ArticleAdmin(ArticleColumns, BulkMoves, DeskAdmin):
    form = ArticleForm
    inlines = (MentionInline, QuoteInline, CreditInline, PictureInline)
    autocomplete_fields = ("source",)
    list_display = ("headline_cell", "state", "readers", "source_cell", "edited", "created")
    list_filter = (
        filters.StateFilter,
        filters.ReadersFilter,
        filters.WriterFilter,
        filters.HeadlineFilter,
        filters.SectionFilter,
        filters.SourceFilter,
        filters.TagFilter,
        filters.PersonFilter,
    )
    search_fields = ("headline", "proposed_headline", "body")
    search_help_text = gettext_lazy("Words, “a phrase”, a person’s name, or the number of an article.")
    ordering = ("-created_at", "-pk")
    change_form_template = "admin/articles/article/change_form.html"
    object_history_template = "admin/articles/article/history.html"

    # Who may

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "add")

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return may(request.user, "view", obj)

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        if not may(request.user, "edit", obj):
            return False
        # A lease, not a right: whoever may edit takes it over, and it ends by itself.
        return obj is None or not held_by_another(obj, request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False  # articles are spiked or killed, never deleted

    # The list

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return ArticleList

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return super().changelist_view(request, {**saved_filters(request), **(extra_context or {})})

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Article]":
        return super().get_queryset(request).select_related("source", "edited_by", "created_by")

    def get_search_results(
        self, request: HttpRequest, queryset: "QuerySet[Article]", search_term: str
    ) -> tuple["QuerySet[Article]", bool]:
        return find(queryset, search_term), False

    def response_action(
        self, request: HttpRequest, queryset: "QuerySet[Article]", **where: Any
    ) -> HttpResponse | None:  # Django 6.1 says `where` on the desk an action was chosen
        if not all(key.isdecimal() and len(key) < 19 for key in request.POST.getlist("_selected_action")):
            messages.error(request, _("There is no such article."))
            return redirect(request.get_full_path())
        return super().response_action(request, queryset, **where)

    # The form

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest | None, **kwargs: Any) -> Any:
        if db_field.name == "section":
            kwargs["empty_label"] = _("No section yet")
        if db_field.name == "source":
            kwargs["widget"] = KnownSelect(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_form(self, request: HttpRequest, obj: Article | None = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        given = {
            "may_add_tags": request.user.has_perm("articles.add_tag"),
            "from_draft": draft_for_form(request, obj),
        }
        return type(form.__name__, (form,), given)

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        if obj is not None and not self.has_change_permission(request, obj):
            return self._shown(obj)
        head = ["headline", *(["proposed", "use_proposed"] if obj is not None and obj.headline_proposed else [])]
        return (
            (None, {"fields": [*head, "standfirst", "body", "seen", "body_as"], "classes": ["text"]}),
            (_("Filed under"), {"fields": ["section", "tags", ("source", "source_inferred")]}),
            (_("Byline and date"), {"fields": [("byline", "dateline"), ("report_date", "report_date_checked")]}),
            (_("Address"), {"fields": ["slug"], "classes": ["collapse"]}),
        )

    def _shown(self, article: Article) -> Any:
        """For those who may only read: what the article has, without empty fields."""
        parts = (
            (None, ("proposed", "standfirst", "text_shown"), "text"),
            (_("Filed under"), ("section", "tags_shown", "source"), ""),
            (_("Byline and date"), ("byline", "dateline", "date_shown"), ""),
        )
        filled = {
            "proposed": article.headline_proposed,
            "standfirst": article.standfirst,
            "section": article.section_id,
            "source": article.source_id,
            "byline": article.byline,
            "dateline": article.dateline,
        }
        return [
            (title, {"fields": [name for name in names if filled.get(name, True)], "classes": [look]})
            for title, names, look in parts
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> Any:
        return ("proposed", "text_shown", "tags_shown", "date_shown")

    @admin.display(description=gettext_lazy("Proposed headline"))
    def proposed(self, article: Article) -> SafeString:
        return format_html(
            '<span class="proposed-headline">{}</span> <span class="why">{}</span>',
            article.proposed_headline,
            proposed_why(article),
        )

    @admin.display(description=gettext_lazy("Text"))
    def text_shown(self, article: Article) -> SafeString:
        return mark_safe(f'<div class="body-shown">{clean(article.body)}</div>')  # noqa: S308 - cleaned

    @admin.display(description=gettext_lazy("Tags"))
    def tags_shown(self, article: Article) -> SafeString | str:
        names = ArticleTag.objects.filter(content_object=article).order_by("pk").values_list("tag__name", flat=True)
        return format_html_join(" ", '<span class="chip">{}</span>', ((name,) for name in names)) or _("none")

    @admin.display(description=gettext_lazy("Date of the report"))
    def date_shown(self, article: Article) -> str:
        return spoken_date(article.report_date) if article.report_date else _("not stated")

    # Saving: claimed at the end, when the form and all its rows are known to be right

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        if request.method == "POST" and object_id is not None and (refused := self._refused(request, object_id)):
            return refused
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except StaleArticle:
            # Somebody was faster between our reading and our writing; the second reading finds what they did.
            refused = self._refused(request, object_id) if object_id is not None else None
            return refused or super().changeform_view(request, object_id, form_url, extra_context)

    def _refused(self, request: HttpRequest, object_id: str) -> HttpResponse | None:
        """The page with the typed text for who might edit when they opened the form, and may no longer."""
        article = self.get_object(request, object_id)
        if article is None or self.has_change_permission(request, article):
            return None
        if not may(request.user, "edit") or not self.has_view_permission(request, article):
            return None
        self._keep(request, article)
        texts = texts_of(request.POST)
        typed = [(label, texts[name]) for name, label in self._texts() if texts.get(name)]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Not saved"),
            "original": article,
            "opts": self.opts,
            "typed": typed,
            "held": held_by_another(article, request.user) if may(request.user, "edit", article) else "",
        }
        return TemplateResponse(request, "admin/articles/article/refused.html", context, status=403)

    def _keep(self, request: HttpRequest, article: Article) -> None:
        """A refused text is kept beside the article at once, whatever becomes of the page."""
        seen = version_of(request.POST.get("seen", ""))
        try:
            keep_refused(article, fields=texts_of(request.POST), seen=seen, by=request.user, now=timezone.now())
        except TooLong as refusal:
            messages.error(request, str(refusal))

    def _texts(self) -> list[tuple[str, Any]]:
        return [(name, self.opts.get_field(name).verbose_name) for name in TEXTS]

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        if not change:
            now = timezone.now()
            writer: Any = request.user
            obj.created_at, obj.created_by = now, writer
            obj.edited_at, obj.edited_by = now, writer
            obj.save()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        article, now = form.instance, timezone.now()
        changed = not change or form.has_changed() or any(rows.has_changed() for rows in formsets)
        if change and changed:
            claim(article, seen=form.answers_for, by=request.user, now=now)
            # A move may have come between; the state is theirs to say, and with it who may edit.
            article.refresh_from_db(fields=["status"])
            if not may(request.user, "edit", article):
                raise StaleArticle
            article.save(update_fields=[name for name in ArticleForm.WRITTEN if name in form.cleaned_data])
        stood = standing(article) if change and changed else {}
        super().save_related(request, form, formsets, change)
        if change and changed:
            note_removed(article, stood, by=request.user, now=now)
        if changed:
            record_revision(article, by=request.user, now=now)
        for sentence in proposals(formsets):
            messages.info(request, sentence)
        saved(article, by=request.user, merged=bool(form.cleaned_data.get("over")))

    # The page around the form

    def get_urls(self) -> list[URLPattern]:
        own = [
            path(f"<int:number>/{route}", self.admin_site.admin_view(view), name=f"articles_article_{name}")
            for name, route, view in VIEWS
        ]
        paste = path("paste/", self.admin_site.admin_view(pasted_view), name="articles_article_paste")
        begin = path("begin/", self.admin_site.admin_view(begin_view), name="articles_article_begin")
        keep = path("filters/keep/", self.admin_site.admin_view(keep_view), name="articles_article_keep_filter")
        forget = path(
            "filters/<int:key>/forget/", self.admin_site.admin_view(forget_view), name="articles_article_forget_filter"
        )
        return [paste, begin, keep, forget, *own, *super().get_urls()]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        article = kwargs.get("obj")
        if article is not None:
            # The form may have written what was typed into `article`: what is said of it comes from the database.
            stored = Article.objects.select_related("source", "created_by", "edited_by", "assignee").get(pk=article.pk)
            if hasattr(article, "held"):
                stored.held = article.held
            kwargs["obj"] = stored
            context |= self._around(request, stored)
            stored.notices.unread().filter(to=request.user).update(read_at=timezone.now())
        form = context["adminform"].form
        context["stale"] = getattr(form, "stale", False)
        if context["stale"]:
            self._keep(request, kwargs["obj"])
        elif article is not None and request.method == "GET":
            context["beside"] = beside(kwargs["obj"], request.user, tags=str(form.initial.get("tags", "")))
            context |= {"taken_in": bool(form.from_draft), "most_kept": MOST_REFUSED}
        context["clashes"] = getattr(form, "clashes", [])
        return super().render_change_form(request, context, *args, **kwargs)

    def _around(self, request: HttpRequest, article: Article) -> dict[str, Any]:
        now = timezone.now()
        reach: Reach = reach_of([article], now=now)[article.pk]
        checks = checklist(article, at=now) if article.status in BEFORE_PUBLICATION else []
        newest = shown_intake(article) if request.user.has_perm("articles.view_intake") else None
        editable = self.has_change_permission(request, article)
        return {
            "article": article,
            "reach": reach,
            "sayings": reach.sayings(now),
            "state": reach.state(article),
            "editable": editable,
            "held": held_by_another(article, request.user) if may(request.user, "edit", article) else "",
            "ends": zoned(reach.ends, now=now) if reach.ends is not None else "",
            "embargo": embargo_of(request.user, article, reach.embargo),
            "acts": acts_for(request.user, article, reach, checks),
            "checks": checks,
            "may_rework": may(request.user, "rework", article),
            "may_copy": may(request.user, "copy", article),
            "teamwork": teamwork_of(request.user, article),
            "seen": seen_token(article),
            "unpublished": unpublished(article, now=now) if reach.changed and reach.live is not None else [],
            "log": told(article.history.order_by("-at", "-pk")[:LOG_ROWS]),
            "report": RawReport(newest, article, may_edit=editable) if newest is not None else None,
        }

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        """Saving leads back to the article: its moves are there."""
        if "_addanother" in request.POST or "_popup" in request.POST:
            return super().response_change(request, obj)
        messages.success(request, _("Saved: “%(headline)s”.") % {"headline": obj})
        return self._back_to(request, obj)

    def response_add(self, request: HttpRequest, obj: Article, post_url_continue: str | None = None) -> HttpResponse:
        messages.success(request, _("“%(headline)s” is now on the desk.") % {"headline": obj})
        return self._back_to(request, obj)

    def _back_to(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return redirect("admin:articles_article_change", obj.pk)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        article = self.get_object(request, object_id)
        if article is not None and not self.has_view_permission(request, article):
            raise PermissionDenied
        extra: dict[str, Any] = {"title": _("History"), "article": article}
        if article is not None:
            extra["log"] = told(article.history.order_by("-at", "-pk")[:500])
        return super().history_view(request, object_id, {**extra, **(extra_context or {})})
