"""New from pasted text: the report is read like every other, and becomes the draft of whoever pasted it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from articles.actions.moves import move
from articles.admin.site import desk
from articles.ingest.pasted import take_in
from articles.ingest.tally import Result
from articles.models import Article
from articles.policy import may


class PastedForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Text of the report"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 22, "cols": 80}),
        help_text=gettext_lazy(
            "As it was printed, with its headline, captions and credits: what is what is read from it."
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def pasted_view(request: HttpRequest) -> HttpResponse:
    """The form, and the article that its text became."""
    if not may(request.user, "add") or not may(request.user, "take_up"):
        raise PermissionDenied
    form = PastedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        outcome = take_in(form.cleaned_data["text"], now=timezone.now())
        if outcome.article is None:
            form.add_error("text", _("This was not taken in: %(reason)s") % {"reason": outcome.reason})
        else:
            return _on_the_desk(request, outcome.article, new=outcome.outcome is Result.CREATED)
    context: dict[str, Any] = {
        **desk.each_context(request),
        "title": _("New from pasted text"),
        "opts": Article._meta,
        "form": form,
    }
    return TemplateResponse(request, "admin/articles/article/pasted.html", context)


def _on_the_desk(request: HttpRequest, number: int, *, new: bool) -> HttpResponse:
    article = Article.objects.get(pk=number)
    if new:
        move(article, "take_up", by=request.user, now=timezone.now())
        messages.success(request, _("The report was read and is your draft now."))
    else:
        messages.warning(request, _("This report is on the desk already."))
    return redirect("admin:articles_article_change", number)
