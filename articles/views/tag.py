"""The page of a tag, and the index of tags."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.views.answers import validated
from articles.views.subject import subject_index, subject_page
from articles.views.subjects import TAG


@validated
@require_safe
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    return subject_page(request, TAG, slug)


@validated
@require_safe
def tags(request: HttpRequest) -> HttpResponse:
    return subject_index(request, TAG, "tags")
