"""Moves for several articles at once, from the list: each article by its own rights and rules, and told one by one."""

from collections.abc import Callable
from functools import partialmethod
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.actions.moves import MoveRefused, move
from articles.admin.sectioning import SectionActionForm, put_into_section
from articles.models import Article
from articles.policy import may
from articles.workflow import MOVES

MOST = 100
"""Articles that are moved in one go."""


class ArticleActionForm(SectionActionForm):
    """What to do with the ticked articles, and what that needs."""

    note = forms.CharField(
        label=gettext_lazy("Reason:"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": gettext_lazy("where the act needs one"), "maxlength": 1000}),
    )


def _moves_all(verb: str) -> Callable[..., None]:
    @admin.action(description=MOVES[verb].label, permissions=[verb])
    def act(_admin: Any, request: HttpRequest, articles: "QuerySet[Article]") -> None:
        chosen = list(articles.order_by("pk")[: MOST + 1])
        if len(chosen) > MOST:
            messages.error(request, _("Choose no more than %(most)s articles at a time.") % {"most": MOST})
            return
        note, done = request.POST.get("note", ""), []
        for article in chosen:
            try:
                move(article, verb, by=request.user, now=timezone.now(), note=note, override=note)
            except MoveRefused as refusal:
                messages.error(request, _("“%(article)s”: %(why)s") % {"article": article, "why": refusal})
            else:
                done.append(_("“%(headline)s”") % {"headline": article})
        if done:
            said = ngettext(
                "%(move)s, %(count)s article: %(which)s", "%(move)s, %(count)s articles: %(which)s", len(done)
            )
            said %= {"move": MOVES[verb].label, "count": len(done), "which": ", ".join(done)}
            messages.success(request, said)

    act.__name__ = verb
    return act


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
