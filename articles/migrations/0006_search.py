"""The index of the words in publications: an FTS5 table on SQLite, a table with a tsvector on PostgreSQL.

Triggers keep it in step with articles_publishedarticle, whoever writes there. A row that is over is taken out when its
window is closed, or when the next row of its number arrives. `articles/search/` asks the index.

A migration that lets Django rebuild articles_publishedarticle on SQLite loses the triggers: it must end with
`operations` once more. tests/search/test_index.py fails when they are gone.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Letters that are no letter with an accent; the accents themselves are folded by unicode61 and by NFKD.
LETTERS = (
    ("ß", "ss"), ("ẞ", "ss"), ("æ", "ae"), ("Æ", "ae"), ("œ", "oe"), ("Œ", "oe"), ("ø", "o"), ("Ø", "o"),
    ("đ", "d"), ("Đ", "d"), ("ð", "d"), ("Ð", "d"), ("þ", "th"), ("Þ", "th"), ("ł", "l"), ("Ł", "l"), ("ı", "i"),
)
LONGEST = 300_000  # characters of a text: a tsvector holds a megabyte


def folded(column: str) -> str:
    for letter, plain in LETTERS:
        column = f"replace({column}, '{letter}', '{plain}')"
    return column


# SQLite. The key of a row holds its date, so that the newest hits come first without being sorted; times are text in
# UTC there. The table keeps no text: to take a row out, its words must be told again. articles_search_docsize is FTS5's
# own list of the keys it holds.

KEY = "((CAST(strftime('%s', {row}.published_at) AS INTEGER) << 30) | {row}.id)"
HELD = f"EXISTS (SELECT 1 FROM articles_search_docsize WHERE id = {KEY})"
OVER = "({row}.goes_off_at IS NOT NULL AND {row}.goes_off_at <= strftime('%Y-%m-%d %H:%M:%f', 'now'))"
TEXTS = ", ".join(
    folded(column)
    for column in (
        "{row}.headline",
        "{row}.standfirst || ' ' || {row}.byline || ' ' || {row}.dateline",
        f"substr({{row}}.body_text, 1, {LONGEST})",
    )
)
PUT = f"INSERT INTO articles_search (rowid, headline, standfirst, body) SELECT {KEY}, {TEXTS}"
TAKE = f"INSERT INTO articles_search (articles_search, rowid, headline, standfirst, body) SELECT 'delete', {KEY}, {TEXTS}"
FILL = f"{PUT} FROM articles_publishedarticle AS one WHERE NOT {OVER}".format(row="one")

SQLITE = (
    "DROP TRIGGER IF EXISTS articles_search_insert",
    "DROP TRIGGER IF EXISTS articles_search_update",
    "DROP TRIGGER IF EXISTS articles_search_delete",
    """
    CREATE VIRTUAL TABLE IF NOT EXISTS articles_search USING fts5(
        headline, standfirst, body, content='', tokenize="unicode61 remove_diacritics 2"
    )
    """,
    f"""
    CREATE TRIGGER articles_search_insert AFTER INSERT ON articles_publishedarticle BEGIN
        {TAKE.format(row="past")} FROM articles_publishedarticle AS past
        WHERE past.number = NEW.number AND past.id <> NEW.id
          AND {OVER.format(row="past")} AND {HELD.format(row="past")};
        {PUT.format(row="NEW")} WHERE NOT {OVER.format(row="NEW")};
    END
    """,
    f"""
    CREATE TRIGGER articles_search_update
    AFTER UPDATE OF headline, standfirst, byline, dateline, body_text, published_at, goes_off_at
    ON articles_publishedarticle BEGIN
        {TAKE.format(row="OLD")} WHERE {HELD.format(row="OLD")};
        {PUT.format(row="NEW")} WHERE NOT {OVER.format(row="NEW")};
    END
    """,
    f"""
    CREATE TRIGGER articles_search_delete AFTER DELETE ON articles_publishedarticle BEGIN
        {TAKE.format(row="OLD")} WHERE {HELD.format(row="OLD")};
    END
    """,
    "INSERT INTO articles_search (articles_search) VALUES ('delete-all')",
    FILL,
)
SQLITE_BACK = (
    "DROP TRIGGER articles_search_insert",
    "DROP TRIGGER articles_search_update",
    "DROP TRIGGER articles_search_delete",
    "DROP TABLE articles_search",
)

# PostgreSQL. articles_fold does what unicode61 does on SQLite: lower case without accents, words apart. It names the
# characters between words one by one, for in the C locale all others would count as such.

ACCENTS = "[\u0300-\u036f]+"
BETWEEN_WORDS = "[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\u2000-\u206f\u3000-\u303f]+"
VECTOR = """
    setweight(to_tsvector('simple', articles_fold({row}.headline)), 'A') ||
    setweight(to_tsvector('simple', articles_fold({row}.standfirst || ' ' || {row}.byline || ' ' || {row}.dateline)), 'B') ||
    to_tsvector('simple', left(articles_fold({row}.body_text), {longest}))
"""
ROW = f"{{row}}.id, {{row}}.published_at, {{row}}.number, {VECTOR}"

POSTGRESQL = (
    f"""
    CREATE FUNCTION articles_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
        SELECT regexp_replace(
            regexp_replace(lower(normalize({folded("words")}, NFKD) {{collation}}), '{ACCENTS}', '', 'g'),
            $characters${BETWEEN_WORDS}$characters$, ' ', 'g'
        )
    $$
    """,
    """
    CREATE TABLE articles_search (
        article_id bigint PRIMARY KEY,
        published_at timestamptz NOT NULL,
        number bigint NOT NULL,
        vector tsvector NOT NULL
    )
    """,
    "CREATE INDEX articles_search_words ON articles_search USING gin (vector)",
    "CREATE INDEX articles_search_newest ON articles_search (published_at DESC, number DESC)",
    f"""
    CREATE FUNCTION articles_search_keep() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'TRUNCATE' THEN
            TRUNCATE articles_search;
            RETURN NULL;
        END IF;
        IF TG_OP = 'DELETE' THEN
            DELETE FROM articles_search WHERE article_id = OLD.id;
            RETURN NULL;
        END IF;
        IF TG_OP = 'INSERT' THEN
            DELETE FROM articles_search USING articles_publishedarticle past
            WHERE past.number = NEW.number AND past.id <> NEW.id AND past.goes_off_at <= clock_timestamp()
              AND article_id = past.id;
        END IF;
        IF NEW.goes_off_at <= clock_timestamp() THEN
            DELETE FROM articles_search WHERE article_id = NEW.id;
        ELSE
            INSERT INTO articles_search (article_id, published_at, number, vector)
            SELECT {ROW.format(row="NEW", longest=LONGEST)}
            ON CONFLICT (article_id) DO UPDATE SET
                published_at = excluded.published_at, number = excluded.number, vector = excluded.vector;
        END IF;
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER articles_search_rows AFTER INSERT OR DELETE
    OR UPDATE OF headline, standfirst, byline, dateline, body_text, published_at, number, goes_off_at
    ON articles_publishedarticle FOR EACH ROW EXECUTE FUNCTION articles_search_keep()
    """,
    """
    CREATE TRIGGER articles_search_all AFTER TRUNCATE
    ON articles_publishedarticle FOR EACH STATEMENT EXECUTE FUNCTION articles_search_keep()
    """,
    f"""
    INSERT INTO articles_search (article_id, published_at, number, vector)
    SELECT {ROW.format(row="one", longest=LONGEST)} FROM articles_publishedarticle one
    WHERE one.goes_off_at IS NULL OR one.goes_off_at > clock_timestamp()
    """,
)
POSTGRESQL_BACK = (
    "DROP TRIGGER articles_search_rows ON articles_publishedarticle",
    "DROP TRIGGER articles_search_all ON articles_publishedarticle",
    "DROP FUNCTION articles_search_keep()",
    "DROP TABLE articles_search",
    "DROP FUNCTION articles_fold(text)",
)


def collation(schema_editor: BaseDatabaseSchemaEditor) -> str:
    """One that knows the lower case of every alphabet, whatever locale the database was made with."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT collname FROM pg_collation WHERE collname IN ('pg_c_utf8', 'und-x-icu') ORDER BY 1")
        found = cursor.fetchone()
    return f'COLLATE "{found[0]}"' if found else ""


def keep(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        if "articles_search" in schema_editor.connection.introspection.table_names():
            return  # it loses nothing when a table is changed
        named = collation(schema_editor)
        for statement in POSTGRESQL:
            schema_editor.execute(statement.replace("{collation}", named), params=None)
    elif schema_editor.connection.vendor == "sqlite":
        for statement in SQLITE:
            schema_editor.execute(statement, params=None)


def forget(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    statements = {"postgresql": POSTGRESQL_BACK, "sqlite": SQLITE_BACK}
    for statement in statements.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = (("articles", "0005_published_indexes"),)
    operations = (migrations.RunPython(keep, forget),)
