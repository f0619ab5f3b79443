"""What the pages of tags, people and sources share: a new name or address is live on save and leaves a redirect."""

from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.actions.labels import forget, rename, take_address
from articles.admin.base import DeskAdmin, DeskList, link
from articles.slugs import free_slug


class CountedList(DeskList):
    """A list whose rows know how many of the desk's articles use them, counted for the page in one query."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        counts = self.model_admin.count_articles([row.pk for row in self.result_list])
        for row in self.result_list:
            row.article_count = counts.get(row.pk, 0)


class NamedAdmin(DeskAdmin):
    """`uses` tie articles to this noun: (model, its field for the noun, its field for the article)."""

    uses: tuple[Any, str, str]
    fallback = "item"
    list_per_page = 50

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return CountedList

    def count_articles(self, keys: list[int]) -> dict[int, int]:
        """How many articles of the desk use each of these rows."""
        model, noun, article = self.uses
        rows = model.objects.filter(**{f"{noun}__in": keys}).order_by().values(noun)
        return dict(rows.annotate(found=Count(article, distinct=True)).values_list(noun, "found"))

    def articles_link(self, query: str, count: int) -> SafeString | str:
        return link(f"{reverse('admin:articles_article_changelist')}?{query}", f"{count:,}") if count else _("none")

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        if "slug" in form.base_fields:
            form.base_fields["slug"].required = False
            form.base_fields["slug"].label = _("Address word")
            form.base_fields["slug"].help_text = _(
                "The word in the page’s address. Left empty, it is made from the name. The old address goes on working."
            )
        return form

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        name, slug = obj.name, obj.slug or free_slug(type(obj), obj.name, self.fallback)
        if not change:
            obj.slug = slug
            obj.save()
            take_address(obj)
            return
        obj.name, obj.slug = form.initial["name"], form.initial["slug"]
        others = [field for field in form.changed_data if field not in {"name", "slug"}]
        if others:
            obj.save(update_fields=others)
        rename(obj, name=name, slug=slug, by=request.user, now=timezone.now())

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        forget(obj)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """The rename wrote its own entry, with both names; what else changed is written here."""
        if isinstance(message, list):
            message = [entry for part in message if (entry := _without_names(part))]
        return super().log_change(request, obj, message) if message else None


def _without_names(part: dict[str, Any]) -> dict[str, Any] | None:
    if "object" in part.get("changed", {}) or "changed" not in part:
        return part
    fields = [
        field for field in part["changed"].get("fields", []) if str(field) not in {"Name", "Slug", "Address word"}
    ]
    return {"changed": {**part["changed"], "fields": fields}} if fields else None
