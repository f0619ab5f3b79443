"""Answers that say when they have changed, so that who has them already gets a 304 without a body."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from hashlib import blake2b
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date

View = Callable[..., HttpResponse]


def validated(view: View) -> View:
    """The view with an ETag over the bytes of its 200 answers, and a 304 for whoever has those bytes.

    A page changes with its article, the rail, renamed tags, templates and settings alike: nothing but its bytes says
    so surely. No Last-Modified for that reason, and a cache asks each time before it shows a copy.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return with_validators(request, view(request, *args, **kwargs))

    return answer


def with_validators(
    request: HttpRequest, response: HttpResponse, changed_at: datetime | None = None, max_age: int = 0
) -> HttpResponse:
    """The answer with its ETag (and Last-Modified, where it is known), or the 304 in its place.

    The ETag is weak: a proxy may send the same page compressed.
    """
    if response.status_code == 301:
        # A browser keeps a 301 for good unless told otherwise; but a merge is taken back, and a name comes back.
        patch_cache_control(response, no_cache=True)
    if response.status_code != 200:
        return response
    etag = f'W/"{blake2b(response.content, digest_size=12).hexdigest()}"'
    response.headers["ETag"] = etag
    if max_age:
        patch_cache_control(response, public=True, max_age=max_age)
    else:
        patch_cache_control(response, public=True, no_cache=True)
    if changed_at is not None:
        response.headers["Last-Modified"] = http_date(changed_at.timestamp())
    seconds = int(changed_at.timestamp()) if changed_at is not None else None
    return get_conditional_response(request, etag=etag, last_modified=seconds, response=response) or response
