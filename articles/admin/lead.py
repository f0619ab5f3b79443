"""The queue of leads: headlines that stood beside reports, waiting to become stories or to be dismissed."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from articles.actions.leads import decide, promote
from articles.actions.moves import MoveRefused
from articles.admin.base import DeskAdmin, DeskList, QueueFilter, article_link
from articles.admin.filters import TypedFilter
from articles.admin.site import desk
from articles.admin.teamwork import colleague, colleagues, due_time
from articles.models import Lead, LeadState, Source
from articles.policy import may
from articles.times import moment

MOST_REPORTS = 50
"""Reports that the page of a lead lists."""


class LeadList(DeskList):
    """Each headline once, with the number of reports that it stood beside."""

    def get_queryset(self, *args: Any, **kwargs: Any) -> "QuerySet[Lead]":
        return super().get_queryset(*args, **kwargs).once().with_reports()


class OutletFilter(TypedFilter):
    """Headlines that stood beside a report of an outlet."""

    title = gettext_lazy("outlet")
    parameter_name = "outlet"
    field = ("article", "source")
    none = gettext_lazy("Outlet unknown")

    def without(self, articles: "QuerySet[Any]") -> "QuerySet[Any]":
        return articles.filter(self._beside(Q(article__source__isnull=True)))

    def named(self, value: str) -> Q:
        named = Source.objects.filter(Q(slug=value) | Q(name__iexact=value) | Q(other_names__name__iexact=value))
        return self._beside(Q(article__source__in=named.values("pk")))

    def _beside(self, report: Q) -> Q:
        return Q(Exists(Lead.objects.filter(report, key=OuterRef("key"))))


class LeadFilter(QueueFilter):
    """Open leads that have not expired, unless others are asked for."""

    title = gettext_lazy("state")
    parameter_name = "queue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [*LeadState.choices, ("expired", gettext_lazy("Expired")), ("all", gettext_lazy("All"))]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Lead]") -> "QuerySet[Lead]":
        value = self.value()
        rows: Any = queryset
        now, days = timezone.now(), settings.NEWSROOM_LEAD_DAYS
        match value:
            case "all":
                return rows
            case LeadState.OPEN:
                return rows.waiting(now, days=days)
            case "expired":
                return rows.expired(now, days=days)
        return rows.filter(state=value)


@require_POST
def promote_view(request: HttpRequest, key: int) -> HttpResponse:
    """Make a lead a draft and go to it."""
    lead = get_object_or_404(Lead, pk=key)
    if not request.user.has_perm("articles.change_lead") or not may(request.user, "add"):
        raise PermissionDenied
    try:
        to = colleague(request.POST.get("to", ""))
        due = due_time(request.POST.get("due", ""))
        article = promote(lead, by=request.user, now=timezone.now(), to=to, due=due)
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("admin:articles_lead_change", lead.pk)
    words = gettext("The headline is another outlet’s and only proposed: write your own.")
    if to is not None and to.pk != request.user.pk:
        name = to.get_full_name() or to.get_username()
        messages.success(request, gettext("%(who)s has it as a draft now. %(words)s") % {"who": name, "words": words})
    else:
        messages.success(request, gettext("It is your draft now. %(words)s") % {"words": words})
    return redirect("admin:articles_article_change", article.pk)


@admin.register(Lead, site=desk)
class LeadAdmin(DeskAdmin):
    list_display = ("text", "kind", "seen", "outlet", "captured", "expires", "state")
    list_filter = (LeadFilter, OutletFilter, "kind")
    search_fields = ("text",)
    search_help_text = gettext_lazy("Words of the headline.")
    ordering = ("-captured_at", "-pk")
    actions = ("dismiss", "reopen")
    fields = ("text", "kind", "of_articles", "captured", "expires", "state", "became_article")
    readonly_fields = ("text", "kind", "of_articles", "captured", "expires", "became_article")
    change_form_template = "admin/articles/lead/change_form.html"

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return LeadList

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Lead | None = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Lead]":
        rows = super().get_queryset(request).select_related("article__source")
        return rows.defer("article__body", "article__standfirst")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(promote_view)
        return [path("<int:key>/promote/", view, name="articles_lead_promote"), *super().get_urls()]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        lead = kwargs.get("obj")
        may_promote = may(request.user, "add") and self.has_change_permission(request, lead)
        context["promotable"] = lead is not None and lead.state != LeadState.TAKEN and may_promote
        context["colleagues"] = colleagues() if context["promotable"] else []
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description=gettext_lazy("taken up as"))
    def became_article(self, lead: Lead) -> Any:
        return article_link(lead.became_id, str(lead.became)) if lead.became is not None else gettext("nothing yet")

    @admin.display(description=gettext_lazy("seen in"))
    def seen(self, lead: Any) -> Any:
        newest = article_link(lead.article_id, str(lead.article))
        if lead.reports < 2:
            return newest
        words = gettext("%(count)s reports, the newest:") % {"count": lead.reports}
        return format_html('<span class="badge">{}</span> {}', words, newest)

    @admin.display(description=gettext_lazy("outlet"), ordering="article__source__name")
    def outlet(self, lead: Lead) -> str:
        return lead.article.source.name if lead.article.source is not None else gettext("outlet unknown")

    @admin.display(description=gettext_lazy("seen in"))
    def of_articles(self, lead: Lead) -> Any:
        rows = Lead.objects.filter(key=lead.key).select_related("article__source").order_by("-captured_at", "-pk")
        seen = {row.article_id: row.article for row in rows[:MOST_REPORTS]}
        links = ((article_link(number, str(article)), article.source or "") for number, article in seen.items())
        return format_html_join("", '<div class="mention">{} <span class="beside">{}</span></div>', links)

    @admin.display(description=gettext_lazy("waits"))
    def expires(self, lead: Lead) -> str:
        if lead.state != LeadState.OPEN:
            return "–"
        until = timezone.localtime(lead.captured_at + timedelta(days=settings.NEWSROOM_LEAD_DAYS))
        return gettext("until %(day)s") % {"day": date_format(until, "j M Y")}

    @admin.display(description=gettext_lazy("last seen"), ordering="captured_at")
    def captured(self, lead: Lead) -> str:
        return moment(lead.captured_at)

    @admin.action(description=gettext_lazy("Dismiss"), permissions=["change"])
    def dismiss(self, request: HttpRequest, queryset: "QuerySet[Lead]") -> None:
        count = decide(queryset.values_list("pk", flat=True), state=LeadState.DISMISSED, by=request.user)
        messages.success(request, ngettext("%d lead dismissed.", "%d leads dismissed.", count) % count)

    @admin.action(description=gettext_lazy("Open again"), permissions=["change"])
    def reopen(self, request: HttpRequest, queryset: "QuerySet[Lead]") -> None:
        count = decide(queryset.values_list("pk", flat=True), state=LeadState.OPEN, by=request.user)
        messages.success(request, ngettext("%d lead is open again.", "%d leads are open again.", count) % count)

    def save_model(self, request: HttpRequest, obj: Lead, form: Any, change: bool) -> None:
        decide([obj.pk], state=LeadState(obj.state), by=request.user)

    def log_change(self, request: HttpRequest, obj: Lead, message: Any) -> Any:
        return None  # the decision wrote its own entry
