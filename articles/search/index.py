"""The index of publications asked: FTS5 on SQLite, a tsvector on PostgreSQL.

Migration 0006_search made it, and its triggers keep it. Both fold accents and take every sign but letters and digits as
a space, so "Moscow's" is the words moscow and s, in the index and in queries.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import OperationalError, connection, transaction
from django.db.models import BigIntegerField, Func

from articles.models.published import PublishedArticleQuerySet
from articles.search.query import LETTERS, Query, Term

MOST_HITS = 1000
SECONDS = 2.0


class TookTooLong(Exception):
    """The search was stopped after `SECONDS`."""


@dataclass(frozen=True, slots=True)
class Hit:
    pk: int
    score: float  # higher is better; comparable within one search


@dataclass(frozen=True, slots=True)
class Hits:
    """The newest hits of a search, newest first; `more` where there are, or may be, older ones beside them."""

    newest: list[Hit] = field(default_factory=list)
    more: bool = False


def search(
    query: Query, rows: PublishedArticleQuerySet, *, until: datetime | None = None, limit: int = MOST_HITS
) -> Hits:
    """The newest of `rows` that meet the query, `limit` at most, each with its score.

    `rows` must come without slices or orders of their own; `until` repeats a bound that they have, for the index.
    Raises TookTooLong. One query on SQLite, one or two on PostgreSQL beside the four that limit its time.
    """
    if not query:
        return Hits()
    ask = _postgresql if connection.vendor == "postgresql" else _sqlite
    try:
        return ask(query, rows, until, limit)
    except EmptyResultSet:  # `rows` can hold nothing, whatever the database says
        return Hits()


def best_first(hits: list[Hit]) -> list[Hit]:
    """By score; of equals the newer first."""
    return sorted(hits, key=lambda hit: -hit.score)


class _Key(Func):
    """The primary key that the index has for a row; `template` says where it stands in the outer query."""

    output_field = BigIntegerField()


def _meeting(rows: PublishedArticleQuerySet, key: str) -> tuple[str, tuple[Any, ...]]:
    """SQL that says whether the article whose key the outer query calls `key` is among `rows`."""
    sql, params = rows.order_by().filter(pk=_Key(template=key)).values("pk").query.sql_with_params()
    return f"EXISTS ({sql})", params


# SQLite

_FTS_KEY = "(articles_search.rowid & 1073741823)"  # below the 30 bits that hold it lies the date


def fts5(query: Query) -> str:
    """The query in FTS5's language; words stand in quotation marks, so that none means anything there."""
    wanted = " AND ".join(map(_fts5_term, query.wanted))
    unwanted = " OR ".join(map(_fts5_term, query.unwanted))
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def _fts5_term(term: Term) -> str:
    if len(term.words) == 1 and not term.prefix:
        forms = [f'"{form.translate(LETTERS)}"' for form in term.forms()]
        return f"({' OR '.join(forms)})" if len(forms) > 1 else forms[0]
    runs: list[list[str]] = []
    for word, distance in term.words:
        if distance > 1 or not runs:
            runs.append([])
        runs[-1].append(word.translate(LETTERS))
    phrases = [f'"{" ".join(run)}"' for run in runs]
    if term.prefix:
        phrases[-1] += " *"
    if len(phrases) == 1:
        return phrases[0]
    return f"NEAR({' '.join(phrases)}, {max(distance for _, distance in term.words) - 1})"


def _sqlite(query: Query, rows: PublishedArticleQuerySet, until: datetime | None, limit: int) -> Hits:
    meets, params = _meeting(rows, _FTS_KEY)
    newest = (int(until.timestamp()) + 1) << 30 if until is not None else 2**63 - 1
    sql = f"""
        SELECT {_FTS_KEY}, -bm25(articles_search, 8.0, 3.0, 1.0) FROM articles_search
        WHERE articles_search MATCH %s AND rowid < %s AND {meets} ORDER BY rowid DESC LIMIT %s
    """  # noqa: S608 (texts of this file and of Django's compiler)
    with connection.cursor() as cursor:
        end = monotonic() + SECONDS
        connection.connection.set_progress_handler(lambda: monotonic() > end, 20_000)
        try:
            cursor.execute(sql, (fts5(query), newest, *params, limit + 1))
            found = [Hit(pk, score) for pk, score in cursor.fetchall()]
            return Hits(found[:limit], more=len(found) > limit)
        except OperationalError as error:
            if "interrupted" in str(error):
                raise TookTooLong from error
            raise
        finally:
            connection.connection.set_progress_handler(None, 0)


# PostgreSQL. Asked for the newest hits of a rare word, its planner walks the dates and looks at every article. So the
# newest articles are looked through first, and then either more of those or the index of words, whichever the first
# look recommends; MATERIALIZED keeps the planner from joining the steps again.

_WINDOW = 2_000
_LARGE_WINDOW = 16_000
_ENOUGH = 200  # hits of the first window that make a page and its ranking
_COMMON = 25  # hits of the first window above which the large one holds enough


def tsquery(query: Query) -> tuple[str, list[Any]]:
    parts: list[str] = []
    params: list[Any] = []
    for sign, terms in (("", query.wanted), ("!!", query.unwanted)):
        for term in terms:
            sql, words = _tsquery_term(term)
            parts.append(f"{sign}({sql})")
            params += words
    return f"({' && '.join(parts)})", params


def _tsquery_term(term: Term) -> tuple[str, list[Any]]:
    plain = "phraseto_tsquery('simple', articles_fold(%s))"
    if len(term.words) == 1 and not term.prefix:
        forms = term.forms()
        return " || ".join([plain] * len(forms)), list(forms)
    *before, (last, distance) = term.words
    sql, params = "", []
    for word, gap in before:
        sql = f"tsquery_phrase({sql}, {plain}, {int(gap)})" if sql else plain
        params.append(word)
    begun = "to_tsquery('simple', quote_literal(articles_fold(%s)) || ':*')" if term.prefix else plain
    sql = f"tsquery_phrase({sql}, {begun}, {int(distance)})" if sql else begun
    return sql, [*params, last]


def _postgresql(query: Query, rows: PublishedArticleQuerySet, until: datetime | None, limit: int) -> Hits:
    meets, params = _meeting(rows, "found.article_id")
    words, word_params = tsquery(query)
    bound, bounds = ("WHERE published_at <= %s", [until]) if until is not None else ("", [])
    newest_first = "ORDER BY published_at DESC, number DESC LIMIT %s"
    through_newest = f"""
        WITH found AS MATERIALIZED (
            SELECT article_id, published_at, number, vector FROM articles_search {bound} {newest_first}
        ), asked AS MATERIALIZED (SELECT {words} AS words)
        SELECT article_id, ts_rank(vector, words), (SELECT count(*) FROM found) FROM found, asked
        WHERE vector @@ words AND {meets} {newest_first}
    """  # noqa: S608 (texts of this file and of Django's compiler)
    through_words = f"""
        WITH found AS MATERIALIZED (
            SELECT article_id, published_at, number FROM articles_search WHERE vector @@ {words}
        ), newest AS MATERIALIZED (SELECT * FROM found WHERE {meets} {newest_first})
        SELECT newest.article_id, ts_rank(vector, {words}) FROM newest JOIN articles_search USING (article_id)
        ORDER BY newest.published_at DESC, newest.number DESC
    """  # noqa: S608 (texts of this file and of Django's compiler)

    def window(size: int) -> Hits:
        cursor.execute(through_newest, (*bounds, size, *word_params, *params, limit + 1))
        found = cursor.fetchall()
        all_looked_at = bool(found) and found[0][2] < size
        hits = [Hit(pk, score) for pk, score, _ in found[:limit]]
        return Hits(hits, more=len(found) > limit or not all_looked_at)

    with _limited_time(), connection.cursor() as cursor:
        hits = window(_WINDOW)
        if not hits.more or len(hits.newest) >= min(_ENOUGH, limit):
            return hits
        if len(hits.newest) >= _COMMON:
            return window(_LARGE_WINDOW)
        cursor.execute(through_words, (*word_params, *params, limit + 1, *word_params))
        found = [Hit(pk, score) for pk, score in cursor.fetchall()]
        return Hits(found[:limit], more=len(found) > limit)


@contextmanager
def _limited_time() -> Iterator[None]:
    """A transaction whose statements are stopped after `SECONDS`.

    Without sequential scans: the planner does not count what it costs to fetch vectors, which lie outside the table.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL statement_timeout = {int(SECONDS * 1000)}; SET LOCAL enable_seqscan = off")
            yield
            cursor.execute("SET LOCAL statement_timeout TO DEFAULT; SET LOCAL enable_seqscan TO DEFAULT")
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") == "57014":  # query_canceled
            raise TookTooLong from error
        raise
