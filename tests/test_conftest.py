"""The tests' own surroundings: nothing reaches another machine, and the servers they start are real."""

import socket
from typing import Any

import pytest
from django.core.cache import CacheHandler
from django.db import connection

from newsroom import environment
from tests.conftest import ON_POSTGRESQL, ForeignAddress, foreign, is_here


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1", "news.example.org"])
def test_stops_code_that_reaches_for_another_machine(address: str) -> None:
    with pytest.raises(ForeignAddress):
        socket.create_connection((address, 80), timeout=0.1)


def test_knows_this_machine() -> None:
    assert all(map(is_here, ["127.0.0.1", "127.9.9.9", "::1", "localhost", None]))
    assert not any(map(is_here, ["10.0.0.1", "0.0.0.1", "localhost.example.org"]))


def test_tells_a_pages_own_requests_from_others() -> None:
    own = ["http://127.0.0.1:8000/latest/", "http://localhost/", "data:text/css,a", "about:blank"]
    others = ["https://news.example.org/font.woff2", "ws://10.0.0.1/"]
    assert foreign([*own, *others]) == others


def test_keeps_a_value_in_valkey(valkey_server: str) -> None:
    caches = CacheHandler({"default": environment.cache(f"{valkey_server}/0")})
    caches["default"].set("headline", {"words": "Über die Brücke"}, 30)
    assert caches["default"].get("headline") == {"words": "Über die Brücke"}
    assert caches["default"].get("nothing") is None


@pytest.mark.django_db
def test_runs_on_the_database_it_was_told(settings: Any) -> None:
    assert connection.vendor == ("postgresql" if ON_POSTGRESQL else "sqlite")
