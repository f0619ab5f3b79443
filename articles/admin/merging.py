"""Merging on the pages of people, sources and tags: with whom, what was merged before, and the way back."""

from collections import Counter
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions import merging
from articles.actions.deciding import FAMILIES
from articles.actions.decisions import DecisionRefused
from articles.actions.revisions import standing
from articles.admin.decision import log_of_label
from articles.admin.names import NamedAdmin
from articles.admin.proposal import questions_about
from articles.admin.site import desk
from articles.models import ArticleTag, Credit, Kind, Mention, Redirect, RedirectKind
from articles.policy import may

LONGEST_REASON = 500
ADDRESSES = 20
BY_OUTLET = 2000
"""Mentions that spellings are counted in, the newest."""

# Of each kind a column that names a label, so that Django's autocomplete can be asked for it.
_FIELDS: dict[str, Any] = {
    Kind.PERSON: Mention._meta.get_field("person"),
    Kind.SOURCE: Credit._meta.get_field("source"),
    Kind.TAG: ArticleTag._meta.get_field("tag"),
}


class MergeForm(forms.Form):
    """Which other label is the same as the one of the page. Both may be the one that stays."""

    other: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(queryset=None, label=gettext_lazy("The other one"))
    reason = forms.CharField(required=False, max_length=LONGEST_REASON, label=gettext_lazy("Why (for the log)"))

    def __init__(self, kind: Kind, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        other: Any = self.fields["other"]
        other.queryset = FAMILIES[kind].model._default_manager.all()
        other.widget = AutocompleteSelect(_FIELDS[kind], desk, attrs={"aria-label": str(other.label)})
        other.widget.choices = other.choices


class MergingAdmin(NamedAdmin):
    """`kind` is what the log calls labels of this kind."""

    kind: Kind
    change_form_template = "admin/articles/merging/change_form.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.merge_view)
        return [path("<int:key>/merge/", view, name=f"articles_{self.kind}_merge"), *super().get_urls()]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        label = kwargs.get("obj")
        if label is not None:
            context |= merging_panel(request, self.kind, label)
            context["media"] = context["media"] + context["merge_form"].media
        return super().render_change_form(request, context, *args, **kwargs)

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> HttpResponse:
        """From the page of one that went into another to the one that stayed."""
        key = int(object_id) if object_id.isdecimal() and len(object_id) < 18 else None
        stayed = standing(self.model, [key]).get(key) if key is not None else None
        if stayed is None:
            return super()._get_obj_does_not_exist_redirect(request, opts, object_id)  # type: ignore[no-any-return,misc]
        messages.info(request, _("It went into this one; the log below says when and by whom."))
        return redirect(f"admin:articles_{self.kind}_change", stayed)

    def merge_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Make the label of this page and another one; `stays` says which of them."""
        if request.method != "POST" or not may(request.user, "decide"):
            raise PermissionDenied
        family = FAMILIES[self.kind]
        label: Model = get_object_or_404(family.model, pk=key)
        form = MergeForm(self.kind, request.POST)
        if not form.is_valid():
            messages.error(request, _("Choose the other one."))
            return redirect(f"admin:articles_{self.kind}_change", key)
        keep, gone = label, form.cleaned_data["other"]
        if request.POST.get("stays") == "other":
            keep, gone = gone, keep
        reason = form.cleaned_data["reason"].strip()
        try:
            merging.merge(family, keep=keep, gone=gone, by=request.user, now=timezone.now(), reason=reason)
        except DecisionRefused as refusal:
            messages.error(request, str(refusal))
            return redirect(f"admin:articles_{self.kind}_change", key)
        done = _("“%(gone)s” went into “%(keep)s”. Its address leads here, and the log below can take it back.")
        messages.success(request, done % {"gone": gone, "keep": keep})
        return redirect(f"admin:articles_{self.kind}_change", keep.pk)


def merging_panel(request: HttpRequest, kind: Kind, label: Any) -> dict[str, Any]:
    """What stands below the form of a label: questions, merging, its log, and the addresses that lead to it."""
    led = Redirect.objects.filter(kind=RedirectKind(kind.value), target=label.pk).order_by("slug")
    return {
        "label": label,
        "merge_form": MergeForm(kind),
        "merge_url": reverse(f"admin:articles_{kind}_merge", args=(label.pk,)),
        "may_decide": may(request.user, "decide"),
        "questions": questions_about(kind, {label.pk}),
        "log": log_of_label(kind, label.pk, request.user),
        "led_here": list(led.values_list("slug", flat=True)[:ADDRESSES]),
        "spellings": spellings_by_outlet(label.pk) if kind == Kind.PERSON else [],
    }


def spellings_by_outlet(person: int) -> list[tuple[str, list[tuple[str, int]]]]:
    """Each spelling of a person in the desk's articles, with the outlets that use it and how often. One query."""
    rows = Mention.objects.filter(person=person).order_by("-pk").values_list("surface", "article__source__name")
    counts: dict[str, Counter[str]] = {}
    for surface, outlet in rows[:BY_OUTLET]:
        if " " in surface:
            counts.setdefault(" ".join(surface.split()), Counter())[outlet or _("outlet unknown")] += 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
    return [(surface, outlets.most_common()) for surface, outlets in ordered]
