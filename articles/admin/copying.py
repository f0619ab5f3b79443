"""The button that copies an article."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.actions.copying import copy
from articles.actions.moves import NotAllowed
from articles.models import Article


@require_POST
def copy_view(request: HttpRequest, number: int) -> HttpResponse:
    """Copy the article and go to the copy."""
    original = get_object_or_404(Article, pk=number)
    try:
        article = copy(original, by=request.user, now=timezone.now())
    except NotAllowed:
        raise PermissionDenied from None
    messages.success(request, _("This is a copy, and your draft. Nothing changes in the article it came from."))
    return redirect("admin:articles_article_change", article.pk)
