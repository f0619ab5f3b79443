"""Words of an address: ASCII, lower case, hyphens."""

import unicodedata

from django.db.models import Model
from django.utils.text import slugify

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D"}
    | {"þ": "th", "Þ": "Th", "ł": "l", "Ł": "L", "ı": "i", "’": "", "'": "", "ʼ": "", "/": "-", "&": " and "}
)
MAX_LENGTH = 80


def slug_for(text: str, fallback: str = "item") -> str:
    """The address word of a text: accents folded, cut at a hyphen within 80 characters; `fallback` if none is left."""
    folded = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    slug = slugify(folded)
    if len(slug) > MAX_LENGTH:
        slug = slug[: MAX_LENGTH + 1].rpartition("-")[0] or slug[:MAX_LENGTH]
    return slug or fallback


def free_slug(model: type[Model], text: str, fallback: str) -> str:
    """`slug_for(text)`, with the lowest number behind it that no row of `model` has taken."""
    base = slug_for(text, fallback)
    if not model._default_manager.filter(slug=base).exists():
        return base  # the usual case: read from the index; a prefix is not
    taken = set(model._default_manager.filter(slug__startswith=base).values_list("slug", flat=True))
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug
