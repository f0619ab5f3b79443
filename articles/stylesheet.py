"""The one stylesheet of the readers' site: site.css, and in it the colours that an administrator chose.

Its address holds a digest of its bytes: whoever has it need not ask again, and new colours have a new address at once.
Without colours of its own the site has the plain file, as the static files' own storage names it.
"""

import os
from functools import lru_cache
from hashlib import blake2b

from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse

from articles.colours import css
from articles.models import SiteIdentity

FILE = "site.css"
PLACE = "/* The colours that an administrator chose stand here */"
"""In site.css, after its own colours and before what overrides those of both."""


@lru_cache(maxsize=2)
def _written(path: str, changed: int) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


def _plain() -> str:
    """site.css as it comes; read again when the file has changed, as it does in development."""
    path = str(finders.find(FILE))
    return _written(path, os.stat(path).st_mtime_ns)


@lru_cache(maxsize=8)
def _made(plain: str, colours: str) -> tuple[bytes, str]:
    before, _place, after = plain.partition(PLACE)
    body = f"{before}{colours}{after}".encode()
    return body, blake2b(body, digest_size=10).hexdigest()


def stylesheet(identity: SiteIdentity) -> tuple[bytes, str]:
    """The stylesheet of a site, and the digest in its address."""
    return _made(_plain(), css(identity.colours("light"), identity.colours("dark")))


def stylesheet_address(identity: SiteIdentity) -> str:
    return reverse("style", args=(stylesheet(identity)[1],)) if identity.has_colours else static(FILE)
