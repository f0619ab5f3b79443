"""The queue of leads: headlines that stood beside reports, waiting to become stories or to be dismissed."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy, ngettext

from articles.actions.leads import decide
from articles.admin.base import DeskAdmin, article_link, moment
from articles.admin.site import desk
from articles.models import Lead, LeadState


class QueueFilter(admin.SimpleListFilter):
    """Open leads unless another state is asked for."""

    title = gettext_lazy("state")
    parameter_name = "queue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [*LeadState.choices, ("all", gettext_lazy("All"))]

    def choices(self, changelist: Any) -> Any:
        for value, title in self.lookup_choices:
            yield {
                "selected": (self.value() or LeadState.OPEN) == value,
                "query_string": changelist.get_query_string({self.parameter_name: value}),
                "display": title,
            }

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Lead]") -> "QuerySet[Lead]":
        value = self.value() or LeadState.OPEN
        return queryset if value == "all" else queryset.filter(state=value)


@admin.register(Lead, site=desk)
class LeadAdmin(DeskAdmin):
    list_display = ("text", "kind", "of_article", "captured", "state")
    list_filter = (QueueFilter, "kind")
    search_fields = ("text",)
    search_help_text = gettext_lazy("Words of the headline.")
    ordering = ("-captured_at", "-pk")
    actions = ("dismiss", "reopen")
    fields = ("text", "kind", "of_article", "captured", "state")
    readonly_fields = ("text", "kind", "of_article", "captured")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Lead | None = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Lead]":
        return super().get_queryset(request).select_related("article").defer("article__body", "article__standfirst")

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
