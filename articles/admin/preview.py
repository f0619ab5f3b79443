"""An article as readers will see it: on the desk at the width of a phone and of a desk, and by a link that expires.

The page is made by the publish move's own freezing and by the readers' own template, so that preview and page agree.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from articles.actions.previews import DAYS, link_of, previewed, revoke, share, shown, token_of
from articles.admin.site import desk
from articles.context import article_context, latest_headlines, public_page
from articles.middleware import CONTENT_SECURITY_POLICY
from articles.models import Article, PreviewLink, PublishedArticle
from articles.policy import may
from articles.times import moment, zoned

PHONE, DESK = "phone", "desk"
LINKS = 20


@require_safe
def preview_view(request: HttpRequest, number: int) -> HttpResponse:
    """The frame around the preview, with the links that were handed out."""
    article = _article(request, number)
    may_share = may(request.user, "share", article)
    width = DESK if request.GET.get("width") == DESK else PHONE
    context = {
        **desk.each_context(request),
        "title": _("Preview of “%(headline)s”") % {"headline": article},
        "article": article,
        "opts": Article._meta,
        "width": width,
        "widths": [(PHONE, _("Phone")), (DESK, _("Desk"))],
        "may_share": may_share,
        "days": DAYS,
        "links": _links(article) if may_share else [],
    }
    answer = TemplateResponse(request, "admin/articles/article/preview.html", context)
    answer.headers["Content-Security-Policy"] = _policy(frame_src="'self'")
    add_never_cache_headers(answer)
    return answer


def _links(article: Article) -> list[PreviewLink]:
    """The links that work, each with its full address as `address`."""
    links = list(article.preview_links.working(timezone.now()).select_related("created_by").defer("frozen")[:LINKS])
    for link in links:
        path = reverse("preview", args=(token_of(link),))
        link.address = f"{settings.NEWSROOM_SITE_URL}{path}"  # type: ignore[attr-defined]
    return links


@require_safe
def page_view(request: HttpRequest, number: int) -> HttpResponse:
    """The page itself, for the frame: what publishing now would give to readers."""
    article = _article(request, number)
    if not article.best_headline.strip():
        return HttpResponse(_("The article has no headline yet."), content_type="text/plain; charset=utf-8")
    now = timezone.now()
    notice = _embargo(article, now) or _("Preview: this is what readers get when it is published now.")
    answer = _page(request, previewed(article, now=now), notice)
    answer.headers["Content-Security-Policy"] = _policy(frame_ancestors="'self'")
    answer.headers["X-Frame-Options"] = "SAMEORIGIN"
    return answer


@require_safe
def shared_view(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind a link: the state that it was made for, and 404 once it has expired or was revoked."""
    link = link_of(token, now=timezone.now())
    if link is None:
        raise Http404
    notice = _("Preview of version %(number)s, not for publication. This link works until %(until)s.") % {
        "number": link.revision,
        "until": moment(link.expires_at),
    }
    answer = _page(request, shown(link), " ".join(filter(None, [_embargo(link.article, timezone.now()), notice])))
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


@require_POST
def share_view(request: HttpRequest, number: int) -> HttpResponse:
    """Make a link to the article as it stands."""
    article = _article(request, number)
    if not may(request.user, "share", article):
        raise PermissionDenied
    days = request.POST.get("days", "")
    if days not in {str(day) for day in DAYS}:
        messages.error(request, _("Say for how many days the link shall work."))
    elif not article.best_headline.strip():
        messages.error(request, _("The article has no headline yet."))
    else:
        link = share(article, by=request.user, now=timezone.now(), days=int(days))
        messages.success(request, _("The link works until %(until)s.") % {"until": moment(link.expires_at)})
    return redirect("admin:articles_article_preview", article.pk)


@require_POST
def revoke_view(request: HttpRequest, number: int, key: int) -> HttpResponse:
    """Make a link useless."""
    article = _article(request, number)
    if not may(request.user, "share", article):
        raise PermissionDenied
    revoke(get_object_or_404(article.preview_links, pk=key), by=request.user, now=timezone.now())
    messages.success(request, _("The link does not work any more."))
    return redirect("admin:articles_article_preview", article.pk)


def _article(request: HttpRequest, number: int) -> Article:
    article = get_object_or_404(Article.objects.select_related("source"), pk=number)
    if not may(request.user, "view", article):
        raise PermissionDenied
    return article


def _page(request: HttpRequest, row: PublishedArticle, notice: str) -> HttpResponse:
    now = timezone.now()
    earlier = PublishedArticle.objects.filter(number=row.number).noted(now)
    context: dict[str, Any] = public_page(None, latest_headlines(now, without=row.number))
    with override(settings.LANGUAGE_CODE):  # the readers' page in their language, the desk around it in English
        context |= article_context(row, notes=earlier) | {"noindex": True, "site_notice": notice}
        answer = render(request, "article.html", context)
    add_never_cache_headers(answer)
    answer.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return answer


def _embargo(article: Article, now: datetime) -> str:
    """The sentence for whoever sees an article under embargo, or ""."""
    until = article.embargo_until
    if until is None or until <= now:
        return ""
    return _("Under embargo: not to be published before %(when)s.") % {"when": zoned(until, now=now)}


def _policy(**changed: str) -> str:
    """The policy of every page with one directive otherwise: the frame and what is framed are both this site's."""
    directives = CONTENT_SECURITY_POLICY | {name.replace("_", "-"): value for name, value in changed.items()}
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())
