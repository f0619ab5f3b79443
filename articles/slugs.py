"""Words of an address: ASCII, lower case, hyphens."""

import unicodedata
from collections.abc import Iterable

from django.db.models import Model
from django.utils.text import slugify

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D"}
    | {"þ": "th", "Þ": "Th", "ł": "l", "Ł": "L", "ı": "i", "’": "", "'": "", "ʼ": "", "/": "-", "&": " and "}
)
MAX_LENGTH = 80
BATCH = 500
"""Address words that are looked for in one query."""


def slug_for(text: str, fallback: str = "item") -> str:
    """The address word of a text: accents folded, cut at a hyphen within 80 characters; `fallback` if none is left."""
    folded = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    slug = slugify(folded)
    if len(slug) > MAX_LENGTH:
        slug = slug[: MAX_LENGTH + 1].rpartition("-")[0] or slug[:MAX_LENGTH]
    return slug or fallback


def free_slug(model: type[Model], text: str, fallback: str) -> str:
    """`slug_for(text)`, with the lowest number behind it that no row of `model` has taken."""
    return free_slugs(model, [text], fallback)[0]


def free_slugs(model: type[Model], texts: Iterable[str], fallback: str) -> list[str]:
    """The address words of several new rows, in their order: as `free_slug`, and none of them twice."""
    bases = [slug_for(text, fallback) for text in texts]
    rows = model._default_manager.order_by()
    taken: set[str] = set()
    for at in range(0, len(bases), BATCH):
        # Whole words are read from the index, prefixes are not: the usual case is that none is taken.
        taken.update(rows.filter(slug__in=bases[at : at + BATCH]).values_list("slug", flat=True))
    numbered: dict[str, int] = {}
    found = []
    for base in bases:
        slug = base
        if base in taken:
            if base not in numbered:
                taken.update(rows.filter(slug__startswith=base).values_list("slug", flat=True))
            number = numbered.get(base, 2)
            while (slug := f"{base}-{number}") in taken:
                number += 1
            numbered[base] = number
        taken.add(slug)
        found.append(slug)
    return found
