"""The inbox of changed reports: what outlet and desk have both changed, side by side, and what becomes of it."""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from articles.actions.comparing import sheet_of_content
from articles.actions.edits import StaleArticle
from articles.actions.moves import MoveRefused
from articles.actions.reimporting import WRITABLE, ChangeRefused, field_label, outcome, settle, told_side
from articles.admin.base import QueueFilter, ReadOnlyAdmin
from articles.admin.site import desk
from articles.difference import Piece, by_word
from articles.models import WITHDRAWN, Article, ReportChange, Settled
from articles.policy import may
from articles.times import moment
from articles.workflow import Status


@dataclass(frozen=True, slots=True)
class Side:
    """One change as the page shows it. `pieces` lead from what stands to what would stand if theirs were taken."""

    change: ReportChange
    label: str
    pieces: list[Piece]
    reported: list[Piece]
    """What has changed in the report."""
    ours: str
    writable: bool = False
    notice: str = ""


class OpenFilter(QueueFilter):
    """What waits for a decision, unless others are asked for."""

    title = gettext_lazy("decision")
    parameter_name = "queue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("open", gettext_lazy("Waiting")), *Settled.choices, ("all", gettext_lazy("All"))]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[ReportChange]") -> "QuerySet[ReportChange]":
        value = self.value()
        if value == "all":
            return queryset
        return queryset.filter(settled="" if value == "open" else value)


@admin.register(ReportChange, site=desk)
class ReportChangeAdmin(ReadOnlyAdmin):
    list_display = ("of_article", "what", "why", "file", "found", "decision")
    list_display_links = None
    list_filter = (OpenFilter,)
    search_fields = ("article__headline", "intake__file_name")
    search_help_text = gettext_lazy("Words of the headline, or the name of a file.")
    ordering = ("-found_at", "-pk")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("articles.view_reportchange")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[ReportChange]":
        rows = super().get_queryset(request).select_related("article", "settled_by").select_related("intake")
        heavy = [f"intake__{name}" for name in ("raw", "reading", "original", "content")]
        return rows.defer(*heavy, "article__body", "article__standfirst", "base", "ours", "theirs")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(settle_view)
        return [path("<int:number>/settle/", view, name="articles_reportchange_settle"), *super().get_urls()]

    @admin.display(description=gettext_lazy("article"))
    def of_article(self, change: ReportChange) -> SafeString:
        return format_html('<a href="{}">{}</a>', f"{change.pk}/change/", change.article)

    @admin.display(description=gettext_lazy("changed"))
    def what(self, change: ReportChange) -> str:
        return field_label(change.field)

    @admin.display(description=gettext_lazy("why it waits"))
    def why(self, change: ReportChange) -> str:
        return why(change)

    @admin.display(description=gettext_lazy("file"))
    def file(self, change: ReportChange) -> str:
        return change.intake.file_name

    @admin.display(description=gettext_lazy("found"), ordering="found_at")
    def found(self, change: ReportChange) -> str:
        return moment(change.found_at)

    @admin.display(description=gettext_lazy("decision"))
    def decision(self, change: ReportChange) -> str:
        return decided(change)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """All that waits for a decision in the article of this change, and the change itself when it is decided."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        change = self.get_object(request, unquote(object_id))
        if change is None:
            raise Http404
        article = Article.objects.get(pk=change.article_id)
        rows = list(article.report_changes.open().select_related("article").order_by("pk"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Changed report: “%(headline)s”") % {"headline": article},
            "opts": self.opts,
            "original": change,
            "article": article,
            "settled": None if change.settled_at is None else f"{field_label(change.field)}: {decided(change)}",
            "sides": sides_of(article, rows),
            "may_settle": may(request.user, "settle", article),
            "takes": takes(request.user, article),
            "published": article.status == Status.PUBLISHED,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/articles/reportchange/change_form.html", context)


def why(change: ReportChange) -> str:
    """Why the import did not decide it."""
    if change.field == WITHDRAWN:
        return _("its outlet says so")
    return _("the desk has changed the same") if change.clash else _("the text was the desk’s by then")


def decided(change: ReportChange) -> str:
    """What became of a change, and by whom."""
    if change.settled_at is None:
        return _("waits")
    by = change.settled_by
    who = (by.get_full_name() or by.get_username()) if by is not None else _("somebody")
    verdict = _("Seen") if change.field == WITHDRAWN else Settled(change.settled).label
    return _("%(verdict)s, %(when)s by %(who)s") % {
        "verdict": verdict,
        "when": moment(change.settled_at),
        "who": who,
    }


def takes(user: Any, article: Article) -> bool:
    """Whether this person may change the article, now or by taking it up for rework."""
    return may(user, "edit", article) or may(user, "rework", article)


def sides_of(article: Article, changes: list[ReportChange]) -> list[Side]:
    """Changes of one article, with the article as it stands now."""
    ours = article.snapshot()
    now = sheet_of_content(ours)
    return [_side(change, ours, now) for change in changes]


def _side(change: ReportChange, ours: dict[str, Any], now: dict[str, str]) -> Side:
    name = change.field
    if name == WITHDRAWN:
        return Side(change, field_label(name), [], [], "", notice=str(change.theirs.get("notice", "")))
    stands = now.get(name) or told_side(change, ours, ours)
    taken = told_side(change, ours, outcome(change, ours).taken)
    base, theirs = told_side(change, ours, change.base), told_side(change, ours, change.theirs)
    return Side(change, field_label(name), by_word(stands, taken), by_word(base, theirs), stands, name in WRITABLE)


@require_safe
def changes_view(request: HttpRequest, number: int) -> HttpResponse:
    """The way from an article to what waits for a decision in it."""
    article = get_object_or_404(Article, pk=number)
    if not may(request.user, "view", article):
        raise PermissionDenied
    change = ReportChange.objects.open().filter(article=article).order_by("pk").first()
    if change is None:
        return redirect("admin:articles_article_change", number)
    return redirect("admin:articles_reportchange_change", change.pk)


@require_POST
def settle_view(request: HttpRequest, number: int) -> HttpResponse:
    """Carry out a decision on one change, or on all that waits in the article, and go on to what is left."""
    article = get_object_or_404(Article, pk=number)
    if not may(request.user, "settle"):
        raise PermissionDenied
    asked = request.POST.get("change", "")
    changes = article.report_changes.open()
    if asked != "all":
        changes = changes.filter(pk=int(asked)) if asked.isdecimal() and len(asked) < 16 else changes.none()
    try:
        verdict = Settled(request.POST.get("verdict", ""))
    except ValueError:
        raise Http404 from None
    now, text = timezone.now(), request.POST.get("text", "")
    try:
        done = settle(article, list(changes), verdict, by=request.user, now=now, text=text)
    except (ChangeRefused, MoveRefused, StaleArticle) as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request, ngettext("%(count)s decision made.", "%(count)s decisions made.", len(done)) % {"count": len(done)}
        )
    left = article.report_changes.open().order_by("pk").first()
    if left is not None:
        return redirect("admin:articles_reportchange_change", left.pk)
    return redirect("admin:articles_article_change", article.pk)
