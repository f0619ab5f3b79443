"""How this site works, for readers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.context import latest_headlines, public_page
from articles.views.answers import validated


@validated
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "about.html", public_page(reverse("about"), latest_headlines(timezone.now())))
