"""What machines ask for: the rules for crawlers, and whether the site is well."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.context import addresses
from articles.views.answers import validated

ROBOTS = """\
User-agent: *
Disallow: /admin/
Disallow: /api/
Disallow: /search/

Sitemap: {index}
Sitemap: {news}
"""


@validated
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    site = addresses()
    text = ROBOTS.format(index=site.to("sitemap_index"), news=site.to("sitemap_news"))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 "ok" when the database answers, 503 when it does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError:
        return HttpResponse("the database does not answer\n", status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
