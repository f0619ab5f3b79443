"""Putting the ticked articles of the list into a section."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.actions.sections import put_into
from articles.models import Article, Section

NONE = "none"


class SectionActionForm(ActionForm):
    """Django's choice of what to do, and beside it the section."""

    section = forms.ChoiceField(label=gettext_lazy("Section:"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sections = [(str(key), name) for key, name in Section.objects.values_list("pk", "name")]
        self.fields["section"].choices = [("", "---------"), *sections, (NONE, _("no section"))]


@admin.action(description=gettext_lazy("Put into the section"), permissions=["change"])
def put_into_section(model_admin: Any, request: HttpRequest, queryset: "QuerySet[Article]") -> None:
    """Tells how many were put there and why others were not."""
    chosen = request.POST.get("section", "")
    section = Section.objects.filter(pk=chosen).first() if chosen.isascii() and chosen.isdigit() else None
    if section is None and chosen != NONE:
        messages.error(request, _("Choose the section too."))
        return
    done = put_into(section, queryset, by=request.user, now=timezone.now())
    where = section.name if section is not None else _("no section")
    if done.put:
        text = ngettext("%(count)d article: %(where)s.", "%(count)d articles: %(where)s.", done.put)
        messages.success(request, text % {"count": done.put, "where": where})
    if done.there:
        text = ngettext("%(count)d stood there already.", "%(count)d stood there already.", done.there)
        messages.info(request, text % {"count": done.there})
    if done.refused:
        text = ngettext(
            "%(count)d was left as it is: what is published is reworked first, and the text may not be yours.",
            "%(count)d were left as they are: what is published is reworked first, and a text may not be yours.",
            done.refused,
        )
        messages.warning(request, text % {"count": done.refused})
