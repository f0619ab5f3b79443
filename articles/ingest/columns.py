"""What is longer than its column."""

from typing import Any


def cut(text: str, model: type[Any], field: str) -> str:
    """At most as long as the column; the whole text stays in the intake."""
    longest = model._meta.get_field(field).max_length
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
