"""People on the desk: their spellings, and where the desk's articles name them."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.base import article_link
from articles.admin.fields import KnownSelect
from articles.admin.inlines import RowForm
from articles.admin.merging import MergingAdmin
from articles.admin.site import desk
from articles.models import Article, Kind, Mention, Person, PersonName
from articles.report_date import spoken_date
from articles.times import moment

MENTIONS = 50


class SpellingForm(RowForm):
    chosen = "source"


class SpellingInline(admin.TabularInline):
    model = PersonName
    form = SpellingForm
    template = "admin/edit_inline/rows.html"
    extra = 0
    fields = ("name", "source")
    autocomplete_fields = ("source",)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[PersonName]":
        return super().get_queryset(request).select_related("source")

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest | None, **kwargs: Any) -> Any:
        if db_field.name == "source":
            kwargs["widget"] = KnownSelect(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_view_permission(self, request: Any, obj: Any = None) -> bool:
        return request.user.has_perm("articles.view_person")

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return request.user.has_perm("articles.change_person")

    has_add_permission = has_delete_permission = has_change_permission


@admin.register(Person, site=desk)
class PersonAdmin(MergingAdmin):
    kind = Kind.PERSON
    uses = (Mention, "person", "article")
    fallback = "person"
    list_display = ("name", "used")
    search_fields = ("name", "names__name")
    search_help_text = gettext_lazy("A person by any spelling.")
    inlines = (SpellingInline,)
    readonly_fields = ("mentioned",)

    def get_fields(self, request: HttpRequest, obj: Person | None = None) -> Any:
        return ("name", "slug", "description", *(["mentioned"] if obj is not None else []))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change:
            PersonName.objects.get_or_create(person=obj, name=obj.name)

    @admin.display(description=gettext_lazy("used"))
    def used(self, person: Any) -> Any:
        return self.articles_link(f"person={person.slug}", person.article_count)

    @admin.display(description=gettext_lazy("Named in"))
    def mentioned(self, person: Person) -> Any:
        """The newest articles that name them, each with its day and the roles as written there."""
        columns = ("headline", "proposed_headline", "report_date", "created_at")
        named = Article.objects.filter(mentions__person=person).distinct().only(*columns)
        newest = list(named.order_by("-created_at", "-pk")[:MENTIONS])
        roles: dict[int, dict[str, None]] = {article.pk: {} for article in newest}
        for number, role in Mention.objects.filter(person=person, article__in=newest).values_list("article", "role"):
            if role:
                roles[number][role] = None
        rows = (
            (article_link(one.pk, str(one)), " · ".join(filter(None, [_day(one), ", ".join(roles[one.pk])])))
            for one in newest
        )
        return format_html_join("", '<div class="mention">{} <span class="why">{}</span></div>', rows) or _(
            "nowhere yet"
        )


def _day(article: Article) -> str:
    """The day of a report as far as it states one, else when it came in."""
    return spoken_date(article.report_date) if article.report_date else moment(article.created_at)
