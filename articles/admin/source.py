"""Sources on the desk: outlets and agencies, and what else they are called."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.merging import MergingAdmin
from articles.admin.site import desk
from articles.models import Article, Kind, Source, SourceName


class OtherNameInline(admin.TabularInline):
    model = SourceName
    template = "admin/edit_inline/rows.html"
    extra = 0
    fields = ("name",)

    def has_view_permission(self, request: Any, obj: Any = None) -> bool:
        return request.user.has_perm("articles.view_source")

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return request.user.has_perm("articles.change_source")

    has_add_permission = has_delete_permission = has_change_permission


@admin.register(Source, site=desk)
class SourceAdmin(MergingAdmin):
    kind = Kind.SOURCE
    uses = (Article, "source", "pk")
    fallback = "source"
    list_display = ("name", "kind", "website", "used")
    list_filter = ("kind",)
    search_fields = ("name", "other_names__name")
    search_help_text = _("A source by any of its names.")
    fields = ("name", "slug", "kind", "website", "description")
    inlines = (OtherNameInline,)

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "website":
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description=_("used"))
    def used(self, source: Any) -> Any:
        return self.articles_link(f"source={source.slug}", source.article_count)
