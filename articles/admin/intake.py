"""The raw reports as they came in: to look at and to save, never to change."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.base import ReadOnlyAdmin, article_link
from articles.admin.report import RawReport
from articles.admin.site import desk
from articles.difference import by_word
from articles.models import Intake, ReportFile
from articles.times import moment


def _earlier(intake: Intake) -> Intake | None:
    """What the same article's report said before this one."""
    if intake.article_id is None:
        return None
    before = Intake.objects.filter(article=intake.article_id, pk__lt=intake.pk).exclude(sha256=intake.sha256)
    return before.defer("reading", "original", "content").order_by("-pk").first()


@admin.register(Intake, site=desk)
class IntakeAdmin(ReadOnlyAdmin):
    list_display = ("file_name", "imported", "of_article", "encoding", "decision")
    list_filter = ("waits",)
    search_fields = ("file_name", "sha256")
    search_help_text = gettext_lazy("The name of a file, or its fingerprint.")
    fieldsets = (
        (None, {"fields": ("imported", "of_article", "decision")}),
        (gettext_lazy("For technicians"), {"fields": ("encoding", "sha256", "engine"), "classes": ("collapse",)}),
    )
    readonly_fields = ("imported", "of_article", "decision")
    change_form_template = "admin/articles/intake/change_form.html"

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Intake | None = None) -> bool:
        return request.user.has_perm("articles.view_intake")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Intake]":
        rows = super().get_queryset(request).light().select_related("article")
        files = ReportFile.objects.filter(intake__article=OuterRef("article"), intake__article__isnull=False)
        gone = files.order_by(F("gone_at").desc(nulls_first=True)).values("gone_at")[:1]
        return rows.defer("article__body", "article__standfirst").annotate(gone_at=Subquery(gone))

    @admin.display(description=gettext_lazy("imported"), ordering="imported_at")
    def imported(self, intake: Intake) -> str:
        return moment(intake.imported_at)

    @admin.display(description=gettext_lazy("article"))
    def of_article(self, intake: Intake) -> Any:
        return article_link(intake.article_id, str(intake.article)) if intake.article else _("none")

    @admin.display(description=gettext_lazy("decision"))
    def decision(self, intake: Intake) -> str:
        gone = getattr(intake, "gone_at", None)
        there = _("no longer in its folder since %(when)s") % {"when": moment(gone)} if gone else ""
        waits = _("waits: the report changed after somebody had worked on the article") if intake.waits else ""
        return "; ".join(filter(None, [waits, there])) or _("nothing waits")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.file_view)
        return [path("<int:key>/file/", view, name="articles_intake_file"), *super().get_urls()]

    def file_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """The report byte for byte, as a file to save."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        intake = get_object_or_404(Intake, pk=key)
        name = f"report-{intake.pk}.txt"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
        return HttpResponse(bytes(intake.raw), content_type="application/octet-stream", headers=headers)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        intake = kwargs.get("obj")
        if intake is not None:
            context["report"] = RawReport(intake)
            context["earlier"] = earlier = _earlier(intake)
            context["changed"] = by_word(earlier.text, intake.text) if earlier is not None else []
        return super().render_change_form(request, context, *args, **kwargs)
