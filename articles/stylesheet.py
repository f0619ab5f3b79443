"""The stylesheets of the readers' site: site.css, with the colours that an administrator chose in it, and lists.css.

site.css is what every page needs and all that an article needs; lists.css is linked beside it elsewhere. Both are
served without the comments and indentation of their files. An address holds a digest of the bytes: whoever has them
need not ask again, and a changed file or new colours have a new address at once.
"""

import os
import re
from functools import lru_cache
from hashlib import blake2b

from django.contrib.staticfiles import finders
from django.urls import reverse

from articles.colours import css
from articles.models import SiteIdentity

SITE, LISTS = "site", "lists"
PLACE = "/* The colours that an administrator chose stand here */"
"""In site.css, after its own colours and before what overrides those of both."""

_STRING = re.compile(r"""("(?:[^"\\]|\\.)*")""")


def squeezed(text: str) -> str:
    """CSS without comments and the spaces that mean nothing; what stands between quotation marks stays.

    >>> squeezed('a > b {\n  content: " ; ";\n}')
    'a > b{content:" ; "}'
    """
    pieces = _STRING.split(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    for number in range(0, len(pieces), 2):
        piece = re.sub(r"\s+", " ", pieces[number])
        pieces[number] = re.sub(r" ?([{};,]) ?|(:) ", r"\1\2", piece)
    return "".join(pieces).replace(";}", "}").strip()


@lru_cache(maxsize=4)
def _written(path: str, changed: int) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


def _plain(name: str) -> str:
    """A file as it comes; read again when it has changed, as it does in development."""
    path = str(finders.find(f"{name}.css"))
    return _written(path, os.stat(path).st_mtime_ns)


@lru_cache(maxsize=8)
def _made(plain: str, colours: str) -> tuple[bytes, str]:
    before, _place, after = plain.partition(PLACE)
    body = f"{squeezed(before)}{colours}{squeezed(after)}".encode()
    return body, blake2b(body, digest_size=10).hexdigest()


def stylesheet(name: str, identity: SiteIdentity) -> tuple[bytes, str]:
    """A stylesheet of a site, and the digest in its address."""
    colours = css(identity.colours("light"), identity.colours("dark")) if name == SITE and identity.has_colours else ""
    return _made(_plain(name), colours)


def stylesheet_address(name: str, identity: SiteIdentity) -> str:
    return reverse("style", args=(name, stylesheet(name, identity)[1]))
