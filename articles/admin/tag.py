"""Tags on the desk: the vocabulary and its synonyms."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.merging import MergingAdmin
from articles.admin.site import desk
from articles.models import ArticleTag, Kind, Tag, TagSynonym


class SynonymInline(admin.TabularInline):
    model = TagSynonym
    template = "admin/edit_inline/rows.html"
    extra = 0
    fields = ("name", "weak")

    def has_view_permission(self, request: Any, obj: Any = None) -> bool:
        return request.user.has_perm("articles.view_tag")

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return request.user.has_perm("articles.change_tag")

    has_add_permission = has_delete_permission = has_change_permission


@admin.register(Tag, site=desk)
class TagAdmin(MergingAdmin):
    kind = Kind.TAG
    uses = (ArticleTag, "tag", "content_object")
    fallback = "tag"
    list_display = ("name", "kind", "code", "used")
    list_filter = ("kind",)
    search_fields = ("name", "synonyms__name")
    search_help_text = _("A tag or one of its synonyms.")
    fields = ("name", "slug", "kind", "code", "description")
    inlines = (SynonymInline,)

    @admin.display(description=_("used"))
    def used(self, tag: Any) -> Any:
        return self.articles_link(f"tag={tag.slug}", tag.article_count)
