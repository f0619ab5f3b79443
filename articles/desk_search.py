"""The desk's own search: over every working copy, drafts and spiked ones included. Readers never come here.

The index is an FTS5 table on SQLite and a table with a tsvector on PostgreSQL, kept by triggers on the articles, so
that whoever writes one, a shell included, it is found. `keep` makes it after every migration: on SQLite a migration may
build the table of the articles anew, and a table that is built anew has lost its triggers.
"""

from functools import reduce
from typing import Any

from django.db import connections
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from articles.models import Article, Mention, PersonName
from articles.models.person import spelling_key
from articles.search.index import fts5, tsquery
from articles.search.query import LETTERS, Query, Term, parse

LONGEST = 300_000
"""Characters of a text that are looked at: a tsvector holds a megabyte."""


def find(articles: "QuerySet[Article]", text: str) -> "QuerySet[Article]":
    """Those that hold all words of `text` (phrases in quotation marks, begin*, -without), that name a person called so
    under whichever spelling, or whose number it is. Accents, case and kinds of quotation marks make no difference."""
    text = text.strip()
    query = parse(text)
    if text.isascii() and text.isdigit() and len(text) < 19:
        return articles.filter(Q(pk=int(text)) | _holding_term(query.wanted[0], articles.db))
    for term in query.wanted:
        articles = articles.filter(_holding_term(term, articles.db))
    for term in query.unwanted:
        articles = articles.exclude(_holding_term(term, articles.db))
    return articles.none() if query.too_common or (text and not query) else articles


def _holding_term(term: Term, using: str) -> Q:
    """Whether an article has the term among its words, or names somebody who is called so."""
    alone = Query(wanted=(term,))
    if connections[using].vendor == "postgresql":
        words, params = tsquery(alone)
        match = f"SELECT article_id FROM articles_desk_search WHERE vector @@ {words}"
    else:
        match, params = "SELECT rowid FROM articles_desk_search WHERE articles_desk_search MATCH %s", [fts5(alone)]
    called = " ".join(word for word, _distance in term.words)
    people = PersonName.objects.filter(Q(name__icontains=called) | Q(key__contains=spelling_key(called)))
    named = Mention.objects.filter(article=OuterRef("pk"), person__in=people.values("person"))
    return Q(pk__in=RawSQL(match, params)) | Q(Exists(named))  # noqa: S611 (texts of this file)


def keep(using: str = "default", **kwargs: Any) -> None:
    """Make what is missing of the index, fill it when it is new, and make its triggers again."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        new = "articles_desk_search" not in tables
        table, triggers, fill = _POSTGRESQL if connection.vendor == "postgresql" else _SQLITE
        for statement in (*(table if new else ()), *triggers, *((fill,) if new else ())):
            cursor.execute(statement)


def _replaced(column: str, pieces: dict[str, str]) -> str:
    return reduce(lambda sql, piece: f"replace({sql}, '{piece[0]}', '{piece[1]}')", pieces.items(), column)


_MARKUP = {"<strong>": " ", "</strong>": " ", "<em>": " ", "</em>": " "}
"""Markup that is a word itself: a search for “strong” is for the word. Not more: SQLite's parser knows a hundred open
brackets at most."""
_HEADLINE = "{row}.headline || ' ' || {row}.proposed_headline"
_REST = f"{{row}}.standfirst || ' ' || {{row}}.byline || ' ' || substr({{row}}.body, 1, {LONGEST})"

# SQLite. The table keeps no text: to take a row out, its words must be told again.

_LETTERS = {chr(letter): plain for letter, plain in LETTERS.items()}
_TEXTS = f"{_replaced(_HEADLINE, _LETTERS)}, {_replaced(_replaced(_REST, _MARKUP), _LETTERS)}"
_PUT = f"INSERT INTO articles_desk_search (rowid, headline, body) SELECT {{row}}.id, {_TEXTS}"
_TAKE = (
    "INSERT INTO articles_desk_search (articles_desk_search, rowid, headline, body) "
    f"SELECT 'delete', {{row}}.id, {_TEXTS}"
)
_WATCHED = "headline, proposed_headline, standfirst, byline, body"

_SQLITE: tuple[tuple[str, ...], tuple[str, ...], str] = (
    (
        """
        CREATE VIRTUAL TABLE articles_desk_search USING fts5(
            headline, body, content='', tokenize="unicode61 remove_diacritics 2"
        )
        """,
    ),
    (
        "DROP TRIGGER IF EXISTS articles_desk_search_insert",
        "DROP TRIGGER IF EXISTS articles_desk_search_update",
        "DROP TRIGGER IF EXISTS articles_desk_search_delete",
        "CREATE TRIGGER articles_desk_search_insert AFTER INSERT ON articles_article BEGIN "
        f"{_PUT.format(row='NEW')}; END",
        f"CREATE TRIGGER articles_desk_search_update AFTER UPDATE OF {_WATCHED} ON articles_article BEGIN "
        f"{_TAKE.format(row='OLD')}; {_PUT.format(row='NEW')}; END",
        "CREATE TRIGGER articles_desk_search_delete AFTER DELETE ON articles_article BEGIN "
        f"{_TAKE.format(row='OLD')}; END",
    ),
    f"{_PUT.format(row='one')} FROM articles_article AS one",
)

# PostgreSQL. articles_fold is of migration 0006_search.

_VECTOR = (
    f"setweight(to_tsvector('simple', articles_fold({_HEADLINE})), 'A') || "
    f"to_tsvector('simple', articles_fold({_replaced(_REST, _MARKUP)}))"
)
_POSTGRESQL: tuple[tuple[str, ...], tuple[str, ...], str] = (
    (
        "CREATE TABLE articles_desk_search (article_id bigint PRIMARY KEY, vector tsvector NOT NULL)",
        "CREATE INDEX articles_desk_search_words ON articles_desk_search USING gin (vector)",
    ),
    (
        f"""
        CREATE OR REPLACE FUNCTION articles_desk_search_keep() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'TRUNCATE' THEN
                TRUNCATE articles_desk_search;
            ELSIF TG_OP = 'DELETE' THEN
                DELETE FROM articles_desk_search WHERE article_id = OLD.id;
            ELSE
                INSERT INTO articles_desk_search (article_id, vector) SELECT NEW.id, {_VECTOR.format(row="NEW")}
                ON CONFLICT (article_id) DO UPDATE SET vector = excluded.vector;
            END IF;
            RETURN NULL;
        END $$
        """,
        f"""
        CREATE OR REPLACE TRIGGER articles_desk_search_rows AFTER INSERT OR DELETE OR UPDATE OF {_WATCHED}
        ON articles_article FOR EACH ROW EXECUTE FUNCTION articles_desk_search_keep()
        """,
        """
        CREATE OR REPLACE TRIGGER articles_desk_search_all AFTER TRUNCATE
        ON articles_article FOR EACH STATEMENT EXECUTE FUNCTION articles_desk_search_keep()
        """,
    ),
    f"INSERT INTO articles_desk_search (article_id, vector) SELECT one.id, {_VECTOR.format(row='one')} "
    "FROM articles_article one",
)
