"""The desk: Django's admin with the newsroom's sections, and nothing on it that is not ours."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.admin.base import called
from articles.admin.front import front_page

SECTIONS = (
    (_("Stories"), ("Article", "Lead", "ReportChange", "Intake")),
    (_("Coverage"), ("Story", "Proposal", "Quotation", "Decision")),
    (_("Names"), ("Section", "Tag", "Person", "Source")),
    (_("With readers"), ("CuratedFront", "SiteIdentity", "PublishedArticle", "Tombstone", "Redirect", "HistoryEntry")),
    (_("Accounts"), ("User", "Group", "AccessAttempt")),
)


class Desk(admin.AdminSite):
    site_header = _("Newsroom desk")
    site_title = _("Newsroom desk")
    index_title = _("The desk")
    enable_nav_sidebar = False

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().each_context(request), "index_path": reverse("admin:index", current_app=self.name)}

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        page = front_page(request.user, now=timezone.now())
        return super().index(request, {"front": page, **(extra_context or {})})

    def app_index(
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The desk has one front page. Raises Http404 where this person may see nothing of the app."""
        super().app_index(request, app_label, extra_context)
        return redirect("admin:index")

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        answer = super().password_change(request, extra_context)
        if isinstance(answer, TemplateResponse) and answer.context_data is not None:
            answer.context_data["form"].label_suffix = ""
        return answer

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The sections of the desk, each with what this person may see; for one app, Django's own list.

        `here` marks the section and the model that the page asked for belongs to.
        """
        apps = super().get_app_list(request, app_label)
        if app_label:
            return apps
        models = {model["object_name"]: model for app in apps for model in app["models"] if model["admin_url"]}
        for model in models.values():
            model["name"] = capfirst(called(model["model"]._meta)[1])
            model["here"] = request.path.startswith(model["admin_url"])
        return [
            {"name": name, "models": found, "here": any(model["here"] for model in found)}
            for name, names in SECTIONS
            if (found := [models[one] for one in names if one in models])
        ]


desk = Desk(name="admin")
desk.disable_action("delete_selected")  # a row is deleted on its own page, where one sees what goes with it
