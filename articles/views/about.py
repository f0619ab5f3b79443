"""How this site works, for readers: what the newsroom wrote about it, and what the labels mean."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.context import latest_headlines, public_page
from articles.models import SiteIdentity
from articles.views.answers import validated


@validated
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    identity = SiteIdentity.objects.defer("logo", "dark_logo").first() or SiteIdentity()
    page = public_page(reverse("about"), latest_headlines(timezone.now()), identity)
    return render(request, "about.html", page | {"own_text": identity.about_html})
