"""Full-text search over what readers have: `parse` what a reader wrote, `search` for it, show a `passage` of a text."""

from articles.search.index import MOST_HITS, Hit, Hits, TookTooLong, best_first, search
from articles.search.passages import marked, passage
from articles.search.query import STOP_WORDS, Query, Term, fold, parse

__all__ = [
    "MOST_HITS",
    "STOP_WORDS",
    "Hit",
    "Hits",
    "Query",
    "Term",
    "TookTooLong",
    "best_first",
    "fold",
    "marked",
    "parse",
    "passage",
    "search",
]
