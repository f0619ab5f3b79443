"""Full-text search over what readers have: `parse` what a reader wrote, `search` for it, show `passages` of a text.

One index on each database, made and kept by migration 0006_search: FTS5 on SQLite, a tsvector on PostgreSQL. Both fold
accents and take every sign but letters and digits as a space, so "Moscow's" is the words moscow and s, on both sides.
"""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from time import monotonic
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import OperationalError, connection, transaction
from django.db.models import BigIntegerField, Func

from articles.models.published import PublishedArticleQuerySet

MOST_HITS = 1000
MOST_CHARACTERS = 200
MOST_TERMS = 12
SHORTEST_PREFIX = 2  # one letter begins too many words to be looked up in time
SECONDS = 2.0

_LETTERS = str.maketrans(
    {"ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d"}
    | {"ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ł": "l", "Ł": "l", "ı": "i"}
)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile("(?:[^\\W_][\u0300-\u036f]*)+")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″〝〞＂", '"'))
_SINGLE_QUOTED = re.compile(r"(?<!\w)[‘‚‹']([^‘’‚‹›'\"]+(?:\s[^‘’‚‹›'\"]+)+)[’‘›'](?!\w)")
_TERM = re.compile(r'(?P<no>-?)(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<bare>[^\s"]+))(?P<more>\*?)')

STOP_WORDS = frozenset(
    "a about after all also an and are as at be been but by for from had has have he her his if in into is it its more "
    "no not of on one or our out said she so than that the their them there they this to up was we were what when "
    "which who will with would you".split()
)
"""English words that stand in most articles; alone they find nothing, and in phrases they cost seconds."""


class TookTooLong(Exception):
    """The search was stopped after `SECONDS`."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after the other: (word as written, its distance from the one before)."""

    words: tuple[tuple[str, int], ...]
    prefix: bool = False  # the last word only begins so
    exact: bool = True  # else the plural or singular will do

    def forms(self) -> tuple[str, ...]:
        """The spellings that stand for a single word."""
        word = self.words[0][0]
        if self.exact or self.prefix or len(word) < 4:
            return (word,)
        if word[-1] not in "sS":
            return (word, f"{word}s")
        return (word,) if word[-2] in "sS" else (word, word[:-1])


@dataclass(frozen=True, slots=True)
class Query:
    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()
    too_common: bool = False  # something was asked for, but nothing rarer than a stop word

    def __bool__(self) -> bool:
        return bool(self.wanted)


@dataclass(frozen=True, slots=True)
class Hit:
    pk: int
    score: float  # higher is better; comparable within one search


@dataclass(frozen=True, slots=True)
class Hits:
    """The newest hits of a search, newest first; `more` where there are, or may be, older ones beside them."""

    newest: list[Hit] = field(default_factory=list)
    more: bool = False


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word as the index has it: lower case, without accents."""
    if word.isascii():
        return word.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", word.translate(_LETTERS)).lower())


def parse(text: str) -> Query:
    """What a reader wrote, as terms that must all stand in an article.

    "Words between quotation marks" of any kind stand together, begin* finds what begins so, -word leaves articles out.
    Everything else is words; no text is an error.
    """
    text = _SINGLE_QUOTED.sub(r'"\1"', text[:MOST_CHARACTERS].translate(_QUOTES))
    wanted: dict[Term, None] = {}
    unwanted: dict[Term, None] = {}
    too_common = False
    for match in _TERM.finditer(text):
        quoted = match["phrase"] is not None
        piece = match["phrase"] if quoted else match["bare"]
        term = _term(piece, prefix=bool(match["more"]) or (not quoted and piece.endswith("*")), exact=quoted)
        if term is not None:
            (unwanted if match["no"] else wanted)[term] = None
        elif _WORD.search(piece) and not match["no"]:
            too_common = True
    return Query(tuple(wanted)[:MOST_TERMS], tuple(unwanted)[:MOST_TERMS], too_common and not wanted)


def _term(piece: str, *, prefix: bool, exact: bool) -> Term | None:
    found = _WORD.findall(piece)
    prefix = prefix and bool(found) and len(found[-1]) >= SHORTEST_PREFIX
    words: list[tuple[str, int]] = []
    distance = 1
    for place, word in enumerate(found):
        if fold(word) in STOP_WORDS and not (prefix and place == len(found) - 1):
            distance += 1
        else:
            words.append((word, distance if words else 1))
            distance = 1
    if not words:
        return None
    return Term(tuple(words), prefix=prefix and words[-1][0] == found[-1], exact=exact or len(words) > 1)


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


def _fts5(query: Query) -> str:
    """The query in FTS5's language; words stand in quotation marks, so that none means anything there."""
    wanted = " AND ".join(map(_fts5_term, query.wanted))
    unwanted = " OR ".join(map(_fts5_term, query.unwanted))
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def _fts5_term(term: Term) -> str:
    if len(term.words) == 1 and not term.prefix:
        forms = [f'"{form.translate(_LETTERS)}"' for form in term.forms()]
        return f"({' OR '.join(forms)})" if len(forms) > 1 else forms[0]
    runs: list[list[str]] = []
    for word, distance in term.words:
        if distance > 1 or not runs:
            runs.append([])
        runs[-1].append(word.translate(_LETTERS))
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
            cursor.execute(sql, (_fts5(query), newest, *params, limit + 1))
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


def _tsquery(query: Query) -> tuple[str, list[Any]]:
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
    words, word_params = _tsquery(query)
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


# Passages

LONGEST_LOOK = 20_000
PASSAGE_WORDS = 36
_BEFORE = 8


def marked(query: Query, text: str) -> list[tuple[str, bool]]:
    """The text in pieces: (piece, whether it is what was searched for)."""
    spans = list(_spans(query, list(_WORD.finditer(text[:LONGEST_LOOK]))))
    return list(_pieces(text, spans))


def passage(query: Query, text: str) -> list[tuple[str, bool]]:
    """As `marked`, of the stretch that holds most of what was searched for; [] where the text holds none of it."""
    words = list(_WORD.finditer(text[:LONGEST_LOOK]))
    spans = list(_spans(query, words))
    if not spans:
        return []
    starts = [match.start() for match in words]
    at = {start: index for index, start in enumerate(starts)}
    first = max(spans, key=lambda span: (_richness(spans, at[span[0]], at), -span[0]))
    begin = max(at[first[0]] - _BEFORE, 0)
    end = min(begin + PASSAGE_WORDS, len(words))
    left, right = words[begin].start(), words[end - 1].end()
    if end == len(words) and len(text) <= LONGEST_LOOK:
        right = len(text.rstrip())
    inside = [(start - left, stop - left, term) for start, stop, term in spans if start >= left and stop <= right]
    pieces = list(_pieces(text[left:right], inside))
    before = [("… ", False)] if begin else []
    after = [(" …", False)] if right < len(text.rstrip()) else []
    return [*before, *pieces, *after]


def _richness(spans: list[tuple[int, int, int]], start: int, at: dict[int, int]) -> int:
    """How many different terms stand within a passage that begins near word `start`."""
    return len({term for left, _, term in spans if 0 <= at[left] - start < PASSAGE_WORDS - _BEFORE})


def _spans(query: Query, words: list[re.Match[str]]) -> Iterator[tuple[int, int, int]]:
    """(start, end, number of the term) of each place where a wanted term stands, in order, none within another."""
    folded = [fold(match.group()) for match in words]
    terms = [
        (
            number,
            frozenset(map(fold, term.forms())) if len(term.words) == 1 else frozenset({fold(term.words[0][0])}),
            term,
        )
        for number, term in enumerate(query.wanted)
    ]
    free = 0
    for place in range(len(words)):
        if place < free:
            continue
        for number, firsts, term in terms:
            last = _last(term, firsts, folded, place)
            if last is not None:
                free = last + 1
                yield words[place].start(), words[last].end(), number
                break


def _last(term: Term, firsts: frozenset[str], folded: list[str], place: int) -> int | None:
    """The place of the term's last word where the term begins at `place`."""
    if len(term.words) == 1:
        word = folded[place]
        begins = term.prefix and word.startswith(fold(term.words[0][0]))
        return place if word in firsts or begins else None
    at = place
    for number, (word, distance) in enumerate(term.words):
        at += distance if number else 0
        if at >= len(folded):
            return None
        wanted, found = fold(word), folded[at]
        prefix = term.prefix and number == len(term.words) - 1
        if found != wanted and not (prefix and found.startswith(wanted)):
            return None
    return at


def _pieces(text: str, spans: list[tuple[int, int, int]]) -> Iterator[tuple[str, bool]]:
    done = 0
    for start, end, _ in spans:
        if start > done:
            yield text[done:start], False
        yield text[start:end], True
        done = end
    if done < len(text):
        yield text[done:], False
