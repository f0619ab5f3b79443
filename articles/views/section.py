"""The page of a section, and the index of sections."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.views.answers import validated
from articles.views.subject import subject_index, subject_page
from articles.views.subjects import SECTION


@validated
@require_safe
def section(request: HttpRequest, slug: str) -> HttpResponse:
    return subject_page(request, SECTION, slug)


@validated
@require_safe
def sections(request: HttpRequest) -> HttpResponse:
    return subject_index(request, SECTION, "sections")
