"""The queue of leads: headlines that stood beside reports, waiting to become stories or to be dismissed."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from articles.actions.leads import decide, promote
from articles.actions.moves import MoveRefused
from articles.admin.base import DeskAdmin, article_link, moment
from articles.admin.site import desk
from articles.models import Lead, LeadState
from articles.policy import may


class QueueFilter(admin.SimpleListFilter):
    """Open leads that have not expired, unless others are asked for."""

    title = gettext_lazy("state")
    parameter_name = "queue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [*LeadState.choices, ("expired", gettext_lazy("Expired")), ("all", gettext_lazy("All"))]

    def choices(self, changelist: Any) -> Any:
        for value, title in self.lookup_choices:
            yield {
                "selected": (self.value() or LeadState.OPEN) == value,
                "query_string": changelist.get_query_string({self.parameter_name: value}),
                "display": title,
            }

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Lead]") -> "QuerySet[Lead]":
        value = self.value() or LeadState.OPEN
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
        article = promote(lead, by=request.user, now=timezone.now())
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("admin:articles_lead_change", lead.pk)
    messages.success(request, gettext("It is your draft now. The headline is another outlet’s: write your own."))
    return redirect("admin:articles_article_change", article.pk)


@admin.register(Lead, site=desk)
class LeadAdmin(DeskAdmin):
    list_display = ("text", "kind", "of_article", "captured", "state")
    list_filter = (QueueFilter, "kind")
    search_fields = ("text",)
    search_help_text = gettext_lazy("Words of the headline.")
    ordering = ("-captured_at", "-pk")
    actions = ("dismiss", "reopen")
    fields = ("text", "kind", "of_article", "captured", "state", "became_article")
    readonly_fields = ("text", "kind", "of_article", "captured", "became_article")
    change_form_template = "admin/articles/lead/change_form.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Lead | None = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Lead]":
        return super().get_queryset(request).select_related("article").defer("article__body", "article__standfirst")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(promote_view)
        return [path("<int:key>/promote/", view, name="articles_lead_promote"), *super().get_urls()]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        lead = kwargs.get("obj")
        may_promote = may(request.user, "add") and self.has_change_permission(request, lead)
        context["promotable"] = lead is not None and lead.state != LeadState.TAKEN and may_promote
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description=gettext_lazy("taken up as"))
    def became_article(self, lead: Lead) -> Any:
        return article_link(lead.became_id, str(lead.became)) if lead.became is not None else gettext("nothing yet")

    @admin.display(description=gettext_lazy("captured with"))
    def of_article(self, lead: Lead) -> Any:
        return article_link(lead.article_id, str(lead.article))

    @admin.display(description=gettext_lazy("captured"), ordering="captured_at")
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
