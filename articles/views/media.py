"""Renditions of pictures, served by this site itself, wherever it runs.

Nothing but a name that images/files.py makes is an address here, so that no path leads out of the folder, and what lies
in it was encoded by this program. A name answers the same for ever: caches keep it and need not ask again. Pictures of
drafts are here too; their keys are random and stand on no public page until they are published.
"""

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from articles.images.files import TYPES, path_of

FOR_EVER = 365 * 24 * 60 * 60


@require_safe
def picture(request: HttpRequest, key: str, name: str) -> HttpResponse:
    """One file of a picture, or the 304 in its place. Asks no database."""
    path = path_of(key, name)
    try:
        changed = int(default_storage.get_modified_time(path).timestamp())
        with default_storage.open(path) as file:
            answer = HttpResponse(file.read(), content_type=TYPES[name.rpartition(".")[2]])
    except FileNotFoundError:
        raise Http404 from None
    answer.headers["Last-Modified"] = http_date(changed)
    answer.headers["ETag"] = etag = f'"{key}/{name}"'
    # Readers of feeds show them on pages of their own.
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    patch_cache_control(answer, public=True, max_age=FOR_EVER, immutable=True)
    return get_conditional_response(request, etag=etag, last_modified=changed, response=answer) or answer
