"""The readers' front page on the desk: the top story, what is pinned below it, the lists that follow, and a preview."""

import re
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms.formsets import all_valid
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.onerow import OneRowAdmin, OneRowForm
from articles.admin.site import desk
from articles.context import RAIL_LENGTH, public_page
from articles.curated import Chosen, front_page
from articles.models import Article, CuratedFront, FrontList, Pin, PublishedArticle
from articles.models.curated import ListKind

MOST_PINS = 8
MOST_LISTS = 8
SUGGESTIONS = 100
LAST = 1_000
NUMBER = re.compile(r"(?:.*/articles/)?0*(\d{1,15})(?:\b.*)?", re.DOTALL | re.ASCII)


class ArticleField(forms.CharField):
    """An article by its number or its address; the browser suggests the newest by their headlines."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"list": "live-articles", "size": 60, "autocomplete": "off"})
        super().__init__(**options | {"widget": widget, "max_length": 500, "strip": True})

    def prepare_value(self, value: Any) -> Any:
        article = Article.objects.filter(pk=value).first() if isinstance(value, int) else None
        return _spelled(article.pk, str(article)) if article is not None else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        match = NUMBER.fullmatch(text)
        article = Article.objects.filter(pk=int(match[1])).first() if match else None
        if article is None:
            raise ValidationError(_("There is no such article. Write its number, or paste its address."))
        return article

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.prepare_value(initial) != data) if initial or data else False


def _spelled(number: int, headline: str) -> str:
    return f"{number} – {headline}"


class MomentField(forms.DateTimeField):
    """A time from the browser's own picker, on the newsroom's clocks."""

    def __init__(self, **options: Any) -> None:
        picker = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(**options | {"required": False, "label": gettext_lazy("Until"), "widget": picker})


class FrontForm(OneRowForm):
    top = ArticleField(
        label=gettext_lazy("Top story"),
        required=False,
        help_text=gettext_lazy(
            "The number of an article or its address. Left empty, the first pinned article leads, or else the newest."
        ),
    )
    top_until = MomentField()

    class Meta:
        model = CuratedFront
        fields = ("top", "top_until")


class PlacedForm(forms.ModelForm):
    """A row with its place; without a number it comes last."""

    position = forms.IntegerField(label=gettext_lazy("Place"), required=False, min_value=0, max_value=LAST)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.initial = {name: value for name, value in self.initial.items() if name != "position"}

    def clean_position(self) -> int:
        place = self.cleaned_data.get("position")
        return LAST if place is None else int(place)


class PinForm(PlacedForm):
    article = ArticleField(label=gettext_lazy("Article"))
    until = MomentField()

    class Meta:
        model = Pin
        fields = ("position", "article", "until")


class FewRows(BaseInlineFormSet):
    def kept(self) -> list[Any]:
        """The rows that would stand after a save, unsaved."""
        forms_ = [form for form in self.forms if form.has_changed() or form.instance.pk is not None]
        rows = [form.instance for form in forms_ if not form.cleaned_data.get("DELETE")]
        return sorted(rows, key=lambda row: (row.position, row.pk or 10**9))


class FrontListForm(PlacedForm):
    class Meta:
        model = FrontList
        fields = ("position", "kind", "section", "tag", "limit", "heading")

    def clean(self) -> dict[str, Any]:
        """Exactly what the kind asks for; what another kind left behind is dropped."""
        data = super().clean() or {}
        kind = data.get("kind")
        for name in (ListKind.SECTION, ListKind.TAG):
            if kind != name:
                data[name] = None
            elif data.get(name) is None and name not in self.errors:
                self.add_error(name, _("Choose which."))
        return data


class _FrontInline(admin.TabularInline):
    template = "admin/edit_inline/rows.html"
    formset = FewRows
    unfolded = True
    extra = 0

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 2  # for browsers without script

    def _may(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("articles.change_curatedfront")

    has_view_permission = has_add_permission = has_change_permission = has_delete_permission = _may


class PinInline(_FrontInline):
    model = Pin
    form = PinForm
    max_num = MOST_PINS
    fields = ("position", "article", "until", "with_readers")
    readonly_fields = ("with_readers",)

    @admin.display(description=gettext_lazy("readers"))
    def with_readers(self, pin: Pin) -> str:
        """What has become of it, in words."""
        if pin._state.adding:
            return ""
        now = timezone.now()
        if not pin.holds(now):
            return _("over")
        visible = PublishedArticle.objects.visible(now).filter(number=pin.article_id).exists()
        return _("have it") if visible else _("do not have it: left out")


class FrontListInline(_FrontInline):
    model = FrontList
    form = FrontListForm
    max_num = MOST_LISTS
    fields = ("position", "kind", "section", "tag", "limit", "heading")
    autocomplete_fields = ("tag",)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in {"section", "tag"}:
            wrapper: Any = field.widget
            wrapper.can_add_related = wrapper.can_change_related = False
            wrapper.can_view_related = wrapper.can_delete_related = False
        if db_field.name == "section":
            field.empty_label = _("none")  # type: ignore[union-attr]
        return field


@admin.register(CuratedFront, site=desk)
class CuratedFrontAdmin(OneRowAdmin):
    form = FrontForm
    inlines = (PinInline, FrontListInline)
    fields = (("top", "top_until"), "seen")
    change_form_template = "admin/articles/curatedfront/change_form.html"
    saved = gettext_lazy("Readers have the front page as it stands here.")

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        if request.method == "POST" and "_preview" in request.POST and self.has_change_permission(request):
            CuratedFront.objects.get_or_create(pk=CuratedFront.ONLY)
            if (shown := self._preview(request)) is not None:
                return shown
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        live = PublishedArticle.objects.visible(timezone.now()).newest().only("number", "headline")[:SUGGESTIONS]
        context["suggestions"] = [_spelled(row.number, row.headline) for row in live]
        return super().render_change_form(request, context, *args, **kwargs)

    def _preview(self, request: HttpRequest) -> HttpResponse | None:
        """The front page as the form has it, saved or not; None where the form is not right yet."""
        front = self.get_object(request, str(CuratedFront.ONLY))
        form = self.get_form(request, front, change=True)(request.POST, instance=front)
        formsets, _inlines = self._create_formsets(request, front, change=True)
        if not (form.is_valid() & all_valid(formsets)):
            return None
        now = timezone.now()
        pins, lists = (rows.kept() for rows in formsets)
        choice = Chosen(front.top_number(now), [pin.article_id for pin in pins if pin.holds(now)], lists)
        page = front_page(choice, now)
        notice = {"site_notice": _("Preview: readers get this front page when it is saved."), "noindex": True}
        answer = render(request, "home.html", public_page(None, page["newest"][:RAIL_LENGTH]) | page | notice)
        add_never_cache_headers(answer)
        return answer

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """The places count 1, 2, 3 again."""
        super().save_related(request, form, formsets, change)
        for rows in (form.instance.pins.all(), form.instance.lists.all()):
            for place, row in enumerate(rows, 1):
                if row.position != place:
                    type(row).objects.filter(pk=row.pk).update(position=place)
