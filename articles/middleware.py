"""Security headers for every answer, the language of the desk, and the address of the client behind proxies."""

import gzip
import re
from collections.abc import Callable
from functools import lru_cache

import brotli
from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, UnreadablePostError
from django.utils import translation
from django.utils.cache import patch_vary_headers

# Own files alone: no inline script or style, no other host, nothing to be framed by.
CONTENT_SECURITY_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}

# What tells of the reader or the device. No longer list: every answer carries it, and pages have a budget.
UNUSED_FEATURES = "browsing-topics camera display-capture geolocation microphone payment usb"

DESK = "/admin/"
SHOWN_AGAIN = ("/add/", "/change/", "/paste/")
"""Ends of the addresses whose forms refuse a zero byte themselves and keep what was typed."""
READING = ("GET", "HEAD", "OPTIONS")

SMALL = 500  # bytes: below it, compressing saves less than a packet
PAGE = 80_000  # bytes: what is no larger is compressed as far as it goes, a tenth smaller for some milliseconds


@lru_cache(maxsize=256)
def compressed(body: bytes, encoding: str) -> bytes:
    """The body in a content coding. Pages that many ask for are compressed once."""
    if encoding == "gzip":
        return gzip.compress(body, compresslevel=9 if len(body) <= PAGE else 6, mtime=0)
    return brotli.compress(body, mode=brotli.MODE_TEXT, quality=10 if len(body) <= PAGE else 5)


ENCODINGS = ("br", "gzip")
"""Content codings, the smaller first."""

# What is no page loads nothing and shows nothing.
POLICY_OF_FILES = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in CONTENT_SECURITY_POLICY.items()),
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES.split()),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class SecurityHeaders:
    """Adds `HEADERS` to every answer: pages, files, redirects and errors. A header that a view set itself stays.

    Stands first in MIDDLEWARE, above whitenoise, which answers for files without asking the middleware below it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.headers.get("Content-Type", "text/html").startswith("text/html"):
            response.headers.setdefault("Content-Security-Policy", POLICY_OF_FILES)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if request.method == "HEAD" and not response.streaming:
            response.content = b""  # the headers, Content-Length among them, stay those of GET
        return response


class Compression:
    """Compresses pages, feeds and the interface for whoever can read that: those answers that are the same for all.

    Compressing what mixes a secret with the reader's own words gives the secret away (BREACH). An answer that shared
    caches may keep (`Cache-Control: public`) holds none; the desk's, with their tokens, are left as they are.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.streaming or response.cookies or "public" not in response.get("Cache-Control", ""):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        accepted = accepted_encodings(request.headers.get("Accept-Encoding", ""))
        encoding = next((name for name in ENCODINGS if name in accepted), "")
        if encoding and len(response.content) >= SMALL and not response.has_header("Content-Encoding"):
            response.content = compressed(response.content, encoding)
            response.headers["Content-Encoding"] = encoding
            response.headers["Content-Length"] = str(len(response.content))
        return response


def accepted_encodings(header: str) -> set[str]:
    """The encodings that an Accept-Encoding header names without a weight of 0 (RFC 9110, 12.5.3)."""
    found = (part.partition(";") for part in header.lower().split(","))
    return {name.strip() for name, _, weight in found if not re.fullmatch(r"\s*q=0(\.0*)?\s*", weight)}


def readers_bring_no_cookie(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: outside the desk no cookie is looked at.

    Stands before the sessions, which would answer a damaged cookie by taking it away: a page with a Set-Cookie, and
    no longer the same for all readers.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(DESK):
            request.COOKIES = {}
        return get_response(request)

    return answer


def readers_only_read(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: the readers' site answers GET and HEAD, says so to OPTIONS, and refuses the rest with 405.

    Stands before the check of forms, which would tell a program that it lacks a token for what is not possible at all.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method in {"GET", "HEAD"} or request.path_info.startswith(DESK):
            return get_response(request)
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={"Allow": ", ".join(READING)})
        return HttpResponseNotAllowed(READING)

    return answer


def desk_in_english(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: the desk speaks English, whatever the language of the site.

    Its words are not in our catalogues, but Django's are: a desk of two languages would be the outcome.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(DESK):
            return get_response(request)
        with translation.override("en"):
            return get_response(request)

    return answer


def no_zero_bytes(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: the desk takes no text with a zero byte, which no keyboard writes and PostgreSQL cannot hold."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(DESK):
            try:
                read = (request.GET,) if request.path_info.endswith(SHOWN_AGAIN) else (request.GET, request.POST)
                texts = [value for sent in read for _, values in sent.lists() for value in values]
            except UnreadablePostError:
                texts = []
            if any("\x00" in text for text in (request.path_info, *texts)):
                raise BadRequest("a zero byte in a text")
        return get_response(request)

    return answer


def client_address(request: HttpRequest) -> str:
    """The address of who asks, for counting wrong passwords.

    Behind `NEWSROOM_PROXIES` proxies each of them appended the address it saw to X-Forwarded-For; the entry that our
    outermost proxy wrote is that many from the right. Entries further left are the client's own claim.
    """
    seen = [entry.strip() for entry in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if entry.strip()]
    count: int = settings.NEWSROOM_PROXIES
    return seen[-count] if 0 < count <= len(seen) else str(request.META.get("REMOTE_ADDR", ""))
