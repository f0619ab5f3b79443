"""An article's HTML: the one cleaner of it, and the way between it and what the desk types.

Whatever writes a body calls `clean`: the form, the import and the freezing at publication alike.
"""

from articles.html.cleaner import WORDS_A_MINUTE, clean, figure, paragraphs, pictures_within, plain
from articles.html.typed import HTML, TYPED, Written, as_text, as_written, from_text

__all__ = [
    "HTML",
    "TYPED",
    "WORDS_A_MINUTE",
    "Written",
    "as_text",
    "as_written",
    "clean",
    "figure",
    "from_text",
    "paragraphs",
    "pictures_within",
    "plain",
]
