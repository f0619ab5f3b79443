"""Several articles at once, from the list: moved, or put into a section. Each by its own rights and rules, and each
with its word."""

from collections.abc import Callable
from functools import partialmethod
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.actions.edits import StaleArticle
from articles.actions.moves import MoveRefused, move
from articles.actions.sections import put_into
from articles.models import Article, Section
from articles.policy import may
from articles.workflow import MOVES

MOST = 100
"""Articles that are changed in one go."""
NONE = "none"


class ArticleActionForm(ActionForm):
    """What to do with the ticked articles, and what that needs."""

    section = forms.ChoiceField(label=gettext_lazy("Section:"), required=False)
    note = forms.CharField(
        label=gettext_lazy("Reason:"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": gettext_lazy("where the act needs one"), "maxlength": 1000}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sections = [(str(key), name) for key, name in Section.objects.values_list("pk", "name")]
        self.fields["section"].choices = [("", _("– choose –")), *sections, (NONE, _("no section"))]


def _one_by_one(
    request: HttpRequest, articles: "QuerySet[Article]", act: str, change: Callable[[Article], object]
) -> None:
    """Make the same change to each of the ticked articles and say what became of it."""
    chosen = list(articles.order_by("pk")[: MOST + 1])
    if len(chosen) > MOST:
        messages.error(request, _("Choose no more than %(most)s articles at a time.") % {"most": MOST})
        return
    done = []
    for article in chosen:
        try:
            change(article)
        except (MoveRefused, StaleArticle) as refusal:
            messages.error(request, _("“%(article)s”: %(why)s") % {"article": article, "why": refusal})
        else:
            done.append(_("“%(headline)s”") % {"headline": article})
    if done:
        said = ngettext("%(move)s, %(count)s article: %(which)s", "%(move)s, %(count)s articles: %(which)s", len(done))
        messages.success(request, said % {"move": act, "count": len(done), "which": ", ".join(done)})


def _moves_all(verb: str) -> Callable[..., None]:
    @admin.action(description=MOVES[verb].label, permissions=[verb])
    def act(_admin: Any, request: HttpRequest, articles: "QuerySet[Article]") -> None:
        note, now = request.POST.get("note", ""), timezone.now()

        def change(article: Article) -> None:
            move(article, verb, by=request.user, now=now, note=note, override=note)

        _one_by_one(request, articles, str(MOVES[verb].label), change)

    act.__name__ = verb
    return act


@admin.action(description=gettext_lazy("Put into the section"), permissions=["change"])
def put_into_section(_admin: Any, request: HttpRequest, articles: "QuerySet[Article]") -> None:
    chosen, now = request.POST.get("section", ""), timezone.now()
    section = Section.objects.filter(pk=chosen).first() if chosen not in {"", NONE} else None
    if section is None and chosen != NONE:
        messages.error(request, _("Choose the section too."))
        return
    where = section.name if section is not None else _("No section")

    def change(article: Article) -> None:
        put_into(section, article, by=request.user, now=now)

    _one_by_one(request, articles, where, change)


class BulkMoves:
    """The moves of the list, for who may make them at all; what becomes of each article is said in a message."""

    action_form = ArticleActionForm
    actions = (
        *(_moves_all(verb) for verb in ("take_up", "submit", "approve", "publish", "confirm", "spike")),
        put_into_section,
    )

    def _may(self, request: HttpRequest, verb: str) -> bool:
        return may(request.user, verb)

    has_take_up_permission = partialmethod(_may, verb="take_up")
    has_submit_permission = partialmethod(_may, verb="submit")
    has_approve_permission = partialmethod(_may, verb="approve")
    has_publish_permission = partialmethod(_may, verb="publish")
    has_confirm_permission = partialmethod(_may, verb="confirm")
    has_spike_permission = partialmethod(_may, verb="spike")
