"""Beside an article: who works on it until when, and the comments. Forms of their own, never the article's."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.actions.moves import MoveRefused, NotAllowed
from articles.actions.teamwork import assign, comment, mentions, settle
from articles.models import Article
from articles.policy import may

SHOWN = 100
MOST_CALLED = 30


def colleagues() -> "QuerySet[User]":
    """Everybody who can be given an article to work on."""
    allowed = Q(groups__permissions__codename="change_article") | Q(user_permissions__codename="change_article")
    people = User.objects.filter(allowed | Q(is_superuser=True), is_active=True, is_staff=True)
    return people.distinct().order_by("first_name", "last_name", "username")


def teamwork_of(user: Any, article: Article) -> dict[str, Any]:
    """What the page shows beside the article."""
    may_assign, may_comment = may(user, "assign", article), may(user, "comment", article)
    people = list(colleagues()) if may_assign or may_comment else []
    return {
        "colleagues": people if may_assign else [],
        "may_assign": may_assign,
        "may_comment": may_comment,
        "called": [one.get_username() for one in people if one != user][:MOST_CALLED],
        "comments": list(article.comments.select_related("by", "settled_by").order_by("-at", "-pk")[:SHOWN]),
        "overdue": article.due_at is not None and article.due_at < timezone.now(),
    }


@require_POST
def assign_view(request: HttpRequest, number: int) -> HttpResponse:
    article = _article(request, number)
    try:
        to, due = colleague(request.POST.get("to", "")), due_time(request.POST.get("due", ""))
        assign(article, to=to, due=due, by=request.user, now=timezone.now())
    except NotAllowed:
        raise PermissionDenied from None
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Noted who works on it."))
    return redirect("admin:articles_article_change", number)


def colleague(key: str) -> User | None:
    """The colleague that a form means, None for nobody; MoveRefused for one who is not there."""
    found = colleagues().filter(pk=int(key)).first() if key.isdecimal() and len(key) < 10 else None
    if key and found is None:
        raise MoveRefused(_("There is no such colleague."))
    return found


def due_time(text: str) -> datetime | None:
    """The time that a form means, None for no time; MoveRefused for nonsense."""
    try:
        return forms.DateTimeField(required=False).clean(text)
    except ValidationError:
        raise MoveRefused(_("Say on which day and at what time it is due.")) from None


@require_POST
def comment_view(request: HttpRequest, number: int) -> HttpResponse:
    article = _article(request, number)
    try:
        said = comment(article, text=request.POST.get("text", ""), by=request.user, now=timezone.now())
    except NotAllowed:
        raise PermissionDenied from None
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
    else:
        for name in mentions(said.text)[1]:
            messages.warning(request, _("Nobody on the desk is called @%(name)s, so nobody was told.") % {"name": name})
    return redirect("admin:articles_article_change", number)


@require_POST
def settle_view(request: HttpRequest, number: int, key: int) -> HttpResponse:
    article = _article(request, number)
    try:
        settle(get_object_or_404(article.comments, pk=key), by=request.user, now=timezone.now())
    except NotAllowed:
        raise PermissionDenied from None
    return redirect("admin:articles_article_change", number)


def _article(request: HttpRequest, number: int) -> Article:
    article = get_object_or_404(Article, pk=number)
    if not may(request.user, "view", article):
        raise PermissionDenied
    return article
