"""The site's own stylesheets and logo, at addresses that hold a digest of what they answer."""

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from articles.models import SiteIdentity
from articles.stylesheet import stylesheet
from articles.views.answers import with_validators
from articles.views.media import FOR_EVER


@require_safe
def style(request: HttpRequest, name: str, digest: str) -> HttpResponse:
    """A stylesheet. Whoever still has a page with an older address gets the present one, and keeps it not.

    Without a database it has no colours of its own: pages for errors are never bare.
    """
    try:
        identity = SiteIdentity.of_this_site()
    except DatabaseError:
        identity = SiteIdentity()
    body, present = stylesheet(name, identity)
    answer = HttpResponse(body, content_type="text/css; charset=utf-8")
    return _kept(request, answer, for_ever=digest == present)


@require_safe
def logo(request: HttpRequest, digest: str) -> HttpResponse:
    row = SiteIdentity.objects.first()
    files = {row.logo_key: row.logo, row.dark_logo_key: row.dark_logo} if row is not None else {}
    if not (body := files.get(digest)):
        raise Http404
    answer = HttpResponse(bytes(body), content_type="image/png")
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"  # search engines and feed readers show it
    return _kept(request, answer, for_ever=True)


def _kept(request: HttpRequest, answer: HttpResponse, *, for_ever: bool) -> HttpResponse:
    answer = with_validators(request, answer, max_age=FOR_EVER if for_ever else 0)
    if for_ever:
        patch_cache_control(answer, immutable=True)
    return answer
