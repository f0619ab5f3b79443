"""The server: strict in production, and gone without a trace when told to stop."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "gunicorn", "--config", "python:newsroom.gunicorn", "newsroom.wsgi"]

Start = Callable[..., tuple[subprocess.Popen[str], http.client.HTTPConnection]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a server with the given settings, and nothing else in its environment, and waits until it answers."""
    processes = []

    def started(**settings: str) -> tuple[subprocess.Popen[str], http.client.HTTPConnection]:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        here = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "DATABASE_URL": f"sqlite:///{tmp_path}/news.sqlite3"}
        process = subprocess.Popen(
            COMMAND, cwd=ROOT, env=here | {"PORT": str(port)} | settings, stderr=subprocess.PIPE, text=True
        )
        processes.append(process)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        deadline = time.monotonic() + 30
        while process.poll() is None and time.monotonic() < deadline:
            try:
                connection.connect()
            except ConnectionRefusedError:
                time.sleep(0.1)
            else:
                break
        return process, connection

    yield started
    for process in processes:
        process.kill()
        process.communicate()


def test_serves_and_stops_when_told_to(start: Start, tmp_path: Path) -> None:
    process, connection = start(NEWSROOM_ENVIRONMENT="development", NEWSROOM_WORKERS="2")
    connection.request("GET", "/healthz")
    answer = connection.getresponse()
    assert "default-src 'none'" in (answer.getheader("Content-Security-Policy") or "")
    assert "Set-Cookie" not in answer.headers
    connection.close()
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=25) == 0
    assert "Traceback" not in process.stderr.read()
    assert not (tmp_path / ".gunicorn").exists()


def test_sends_readers_in_production_to_the_safe_address_and_lets_probes_in(start: Start) -> None:
    production = {"NEWSROOM_SITE_URL": "https://news.example.org", "NEWSROOM_SECRET_KEY": os.urandom(40).hex()}
    _, connection = start(**production)
    connection.request("GET", "/latest/?page=2", headers={"Host": "news.example.org"})
    answer = connection.getresponse()
    answer.read()
    assert (answer.status, answer.getheader("Location")) == (301, "https://news.example.org/latest/?page=2")
    connection.request("GET", "/healthz", headers={"Host": "news.example.org"})
    answer = connection.getresponse()
    answer.read()
    assert answer.status != 301
    connection.request("GET", "/no-such", headers={"Host": "news.example.org", "X-Forwarded-Proto": "https"})
    answer = connection.getresponse()
    assert "max-age=31536000" in (answer.getheader("Strict-Transport-Security") or "")


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"NEWSROOM_ENVIRONMENT": "development", "NEWSROOM_WORKERS": "some"}, "NEWSROOM_WORKERS is 'some'"),
        ({"NEWSROOM_ENVIRONMENT": "development", "PORT": "99999"}, "PORT is '99999'"),
        ({}, "NEWSROOM_SITE_URL must be set in production"),
    ],
)
def test_says_in_one_sentence_why_it_does_not_start(start: Start, settings: dict[str, str], sentence: str) -> None:
    process, _ = start(**settings)
    assert process.wait(timeout=20) != 0
    said = process.stderr.read()
    assert sentence in said
    assert "Traceback" not in said
