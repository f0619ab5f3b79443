"""The sections of the paper on the desk, in the order in which readers have them."""

from typing import Any

from django.contrib import admin
from django.db.models import Max
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.names import NamedAdmin
from articles.admin.site import desk
from articles.models import Article, Section


@admin.register(Section, site=desk)
class SectionAdmin(NamedAdmin):
    uses = (Article, "section", "pk")
    fallback = "section"
    list_display = ("name", "position", "used")
    list_editable = ("position",)
    search_fields = ("name",)
    search_help_text = _("A section by its name.")
    ordering = ("position", "name")
    fields = ("name", "slug", "position", "description")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A new section stands last."""
        last = Section.objects.aggregate(last=Max("position"))["last"]
        return {"position": 0 if last is None else last + 1, **super().get_changeform_initial_data(request)}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change and "name" not in form.fields:  # the list: places alone
            obj.save(update_fields=form.changed_data)
        else:
            super().save_model(request, obj, form, change)

    @admin.display(description=_("used"))
    def used(self, section: Any) -> Any:
        return self.articles_link(f"section={section.slug}", section.article_count)
