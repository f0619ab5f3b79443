"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.context import RAIL_LENGTH, public_page, this_site
from articles.curated import chosen, front_page
from articles.models import SiteIdentity
from articles.renditions.schemaorg import as_script, website
from articles.views.answers import validated


@validated
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What editors chose, and the newest articles."""
    now = timezone.now()
    front = front_page(chosen(now), now)
    identity = SiteIdentity.of_this_site()
    page = public_page("/", front["newest"][:RAIL_LENGTH], identity)
    structured = {"structured_data": as_script(website(this_site(identity)))}
    return render(request, "home.html", page | structured | front)
