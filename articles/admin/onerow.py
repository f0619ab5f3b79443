"""Pages of the desk for what is chosen once for the whole site: a form, no list, and no save over another's."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.base import DeskAdmin
from articles.times import moment


class Meanwhile(Exception):
    """Somebody saved between our reading and our writing."""


class OneRowForm(forms.ModelForm):
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {**self.initial, "seen": self.instance.version}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "seen" in self.fields and data.get("seen") != self.instance.version:
            who = self.instance.edited_by
            name = (who.get_full_name() or who.get_username()) if who is not None else _("Somebody")
            sent: Any = self.data.copy()
            sent["seen"] = str(self.instance.version)
            self.data = sent
            raise ValidationError(
                _(
                    "%(who)s changed this page at %(when)s, after you had opened it. Nothing of yours was saved yet; "
                    "it stands below. Save again to put it in place of theirs."
                )
                % {"who": name, "when": moment(self.instance.edited_at)}
            )
        return data


class OneRowAdmin(DeskAdmin):
    """`model` is a OneRow, `form` a OneRowForm whose `seen` stands among the fields."""

    saved = ""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def to_field_allowed(self, request: HttpRequest, to_field: str) -> bool:
        return True  # an address that asks for another column is no mistake here: `get_object` reads none

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """The one row, or the one that the first save will write."""
        if object_id != str(self.model.ONLY):
            return None
        return self.model.objects.select_related("edited_by").first() or self.model(pk=self.model.ONLY)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return self.changeform_view(request, str(self.model.ONLY), extra_context=extra_context)

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        if request.method == "POST":
            if not self.has_change_permission(request):
                raise PermissionDenied
            self.model.objects.get_or_create(pk=self.model.ONLY)
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Meanwhile:
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not obj.claim(seen=form.cleaned_data.get("seen") or 0, by=request.user, now=timezone.now()):
            raise Meanwhile
        obj.save()

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        self.message_user(request, self.saved)
        return redirect(reverse(f"admin:articles_{self.opts.model_name}_change", args=(obj.pk,)))
