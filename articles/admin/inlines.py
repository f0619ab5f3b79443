"""People, quotes and credits on an article's page, one compact row each."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.fields import KnownSelect
from articles.ingest.quotations import quotation_key
from articles.models import Article, Credit, Mention, Quotation, Quote, Tier
from articles.policy import may


class RowForm(forms.ModelForm):
    """A row whose fields carry their names for screen readers, since the table's head alone does not name them."""

    chosen = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.setdefault("aria-label", str(field.label).capitalize())
        if self.chosen in self.fields:
            wrapper = self.fields[self.chosen].widget
            select = getattr(wrapper, "widget", wrapper)
            select.attrs.setdefault("aria-label", str(self.fields[self.chosen].label).capitalize())
            if getattr(self.instance, f"{self.chosen}_id", None) is not None:
                select.known = getattr(self.instance, self.chosen)
                wrapper.can_add_related = False


class RowInline(admin.TabularInline):
    """Whoever may edit the article may edit its rows; nobody needs a permission for each."""

    template = "admin/edit_inline/rows.html"
    extra = 0
    chosen = ""

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        rows = super().get_queryset(request)
        return rows.select_related(self.chosen) if self.chosen else rows

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest | None, **kwargs: Any) -> Any:
        if db_field.name == self.chosen:
            kwargs["widget"] = KnownSelect(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == self.chosen:
            for name in ("can_change_related", "can_delete_related", "can_view_related"):
                setattr(field.widget, name, False)
        return field

    def _may_edit(self, request: HttpRequest, article: Article | None) -> bool:
        return may(request.user, "edit", article)

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return may(request.user, "view", obj)

    def has_add_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return self._may_edit(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return self._may_edit(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return self._may_edit(request, obj)


class MentionForm(RowForm):
    chosen = "person"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "surface" in self.fields:
            self.fields["surface"].required = False

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("surface") and data.get("person"):
            data["surface"] = data["person"].name
        return data

    def save(self, commit: bool = True) -> Mention:
        self.instance.by_import = False  # whoever writes a naming vouches for it
        return super().save(commit)


class MentionInline(RowInline):
    model = Mention
    form = MentionForm
    chosen = "person"
    verbose_name = _("person")
    verbose_name_plural = _("People named")
    fields = ("person", "surface", "role", "relative")
    autocomplete_fields = ("person",)


class QuoteForm(RowForm):
    chosen = "speaker"

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        # Who names another speaker vouches for them.
        if self.instance.pk and "speaker" in self.changed_data and "tier" not in self.changed_data:
            data["tier"] = Tier.CONFIRMED
        return data

    def save(self, commit: bool = True) -> Quote:
        if self.instance.pk is None or "text" in self.changed_data:
            words = self.cleaned_data["text"]
            self.instance.quotation, _made = Quotation.objects.get_or_create(
                key=quotation_key(words), defaults={"text": words}
            )
        return super().save(commit)


class QuoteInline(RowInline):
    model = Quote
    form = QuoteForm
    chosen = "speaker"
    verbose_name_plural = _("Quotes")
    fields = ("text", "speaker", "tier")
    autocomplete_fields = ("speaker",)
    formfield_overrides = {Quote._meta.get_field("text").__class__: {"widget": forms.Textarea(attrs={"rows": 3})}}


class CreditForm(RowForm):
    chosen = "source"


class CreditInline(RowInline):
    model = Credit
    form = CreditForm
    chosen = "source"
    verbose_name_plural = _("Credits")
    fields = ("source", "role")
    autocomplete_fields = ("source",)
