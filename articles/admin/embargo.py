"""The embargo of an article, set and lifted beside its form."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.actions.embargo import set_embargo
from articles.actions.moves import MoveRefused
from articles.admin.moves import field_time, read_time
from articles.models import Article
from articles.policy import may
from articles.times import zoned


def embargo_of(user: Any, article: Article, until: datetime | None) -> dict[str, Any]:
    """What the page shows of an embargo that is not over (`until`), and what this person may do about it."""
    return {
        "said": zoned(until) if until is not None else "",
        "field": field_time(until),
        "may_set": may(user, "embargo", article),
        "may_lift": may(user, "lift_embargo", article),
    }


@require_POST
def embargo_view(request: HttpRequest, number: int) -> HttpResponse:
    """Set the embargo to the time that was posted, or lift it, and go back to the article."""
    article = get_object_or_404(Article, pk=number)
    if not may(request.user, "view", article) or not may(request.user, "embargo", article):
        raise PermissionDenied
    now = timezone.now()
    try:
        until = None if "lift" in request.POST else read_time(request.POST.get("until", ""), now=now)
        if until is None and "lift" not in request.POST:
            raise MoveRefused(_("Say on which day and at what time."))
        set_embargo(article, until=until, note=request.POST.get("note", ""), by=request.user, now=now)
    except MoveRefused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
    else:
        said = (
            _("Under embargo until %(when)s.") % {"when": zoned(until, now=now)} if until else _("No embargo any more.")
        )
        messages.success(request, said)
    return redirect("admin:articles_article_change", article.pk)
