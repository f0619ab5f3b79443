"""The settings: what each variable does, and the one sentence that a wrong one earns."""

import re
import runpy
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.template.loader import render_to_string

ROOT = Path(__file__).parents[2]
KEY = "".join(chr(ord("!") + number) for number in range(60))
PRODUCTION = {"NEWSROOM_SITE_URL": "https://news.example.org", "NEWSROOM_SECRET_KEY": KEY}

Load = Callable[..., dict[str, Any]]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Reads the settings afresh, in an installation of the test's own, under the given environment alone."""
    file = tmp_path / "newsroom" / "settings.py"
    file.parent.mkdir()
    shutil.copy(ROOT / "newsroom" / "settings.py", file)
    monkeypatch.setattr("os.environ", {})

    def under(**environment: str) -> dict[str, Any]:
        monkeypatch.setattr("os.environ", environment)
        return runpy.run_path(str(file))

    return under


def variables() -> set[str]:
    source = "".join((ROOT / "newsroom" / name).read_text() for name in ("settings.py", "gunicorn.py"))
    asked = re.findall(r"(?:read\(\s*|environ\.get\()[\"']([A-Z_]+)", source)
    return set(asked)


def test_is_strict_unless_told_otherwise(load: Load) -> None:
    settings = load(**PRODUCTION)
    assert settings["PRODUCTION"]
    assert not settings["DEBUG"]
    assert settings["ALLOWED_HOSTS"] == ["news.example.org"]
    assert settings["SECURE_SSL_REDIRECT"]
    assert settings["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert settings["SESSION_COOKIE_SECURE"]
    assert settings["CSRF_COOKIE_SECURE"]
    assert settings["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert settings["NEWSROOM_PROXIES"] == 1


@pytest.mark.parametrize("missing", PRODUCTION)
def test_refuses_production_without_its_address_or_key(load: Load, missing: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=missing):
        load(**{name: value for name, value in PRODUCTION.items() if name != missing})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NEWSROOM_DEBUG", "yes"),
        ("NEWSROOM_ALLOWED_HOSTS", "*"),
        ("NEWSROOM_SITE_URL", "http://news.example.org"),
        ("NEWSROOM_SECRET_KEY", "a" * 80),
        ("NEWSROOM_SECRET_KEY", "short"),
    ],
)
def test_refuses_in_production_what_is_fine_at_home_or_nowhere(load: Load, name: str, value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=name):
        load(**PRODUCTION | {name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NEWSROOM_ENVIRONMENT", "prod"),
        ("NEWSROOM_DEBUG", "maybe"),
        ("NEWSROOM_FOUR_EYES", "2"),
        ("NEWSROOM_PROXIES", "-1"),
        ("NEWSROOM_PROXIES", "many"),
        ("NEWSROOM_THREADS", "0"),
        ("NEWSROOM_LOGIN_ATTEMPTS", "٣"),
        ("NEWSROOM_LOG_LEVEL", "loud"),
        ("NEWSROOM_REPORT_SIZE_LIMIT", "0"),
        ("NEWSROOM_REPORT_SIZE_LIMIT", "16 MB"),
        ("NEWSROOM_STORY_LIKENESS", "0"),
        ("NEWSROOM_STORY_LIKENESS", "30%"),
        ("NEWSROOM_STORY_LIKENESS", "1.5"),
        ("NEWSROOM_TIME_ZONE", "Mars/Olympus"),
        ("NEWSROOM_TIME_ZONE", "../../etc/passwd"),
        ("NEWSROOM_LANGUAGE", "tlh"),
        ("NEWSROOM_LANGUAGE", "no-such"),
        ("NEWSROOM_SITE_URL", "news.example.org"),
        ("NEWSROOM_SITE_URL", "https://news.example.org/path"),
        ("NEWSROOM_SITE_URL", "https://news.example.org:port"),
        ("NEWSROOM_CACHE_URL", "memcached://127.0.0.1"),
        ("NEWSROOM_SECRET_KEY_FILE", "no-such-file"),
        ("DATABASE_URL", "mysql://127.0.0.1/news"),
        ("DATABASE_URL", "newsroom.sqlite3"),
        ("DATABASE_URL", "sqlite:///no-such-folder/news.sqlite3"),
        ("DATABASE_URL", "postgresql://127.0.0.1:port/news"),
    ],
)
def test_names_the_variable_that_makes_no_sense(load: Load, name: str, value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=name):
        load(**{"NEWSROOM_ENVIRONMENT": "development", name: value})


def test_does_not_repeat_a_password(load: Load) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as stop:
        load(NEWSROOM_ENVIRONMENT="development", DATABASE_URL="mysql://desk:hunter2@127.0.0.1/news")
    assert "hunter2" not in str(stop.value)


def test_takes_a_blank_variable_for_an_unset_one(load: Load) -> None:
    settings = load(NEWSROOM_ENVIRONMENT="development", NEWSROOM_PROXIES=" ", NEWSROOM_CACHE_URL="")
    assert settings["NEWSROOM_PROXIES"] == 0


@pytest.mark.parametrize(("text", "size"), [("100", 100), ("16 MiB", 16 << 20), ("2KiB", 2048), ("1 GiB", 1 << 30)])
def test_reads_sizes_with_units(load: Load, text: str, size: int) -> None:
    settings = load(NEWSROOM_ENVIRONMENT="development", NEWSROOM_REPORT_SIZE_LIMIT=text)
    assert settings["NEWSROOM_REPORT_SIZE_LIMIT"] == size


def test_makes_a_key_at_the_first_start_and_keeps_it_from_others(load: Load, tmp_path: Path) -> None:
    first = load(NEWSROOM_ENVIRONMENT="development")["SECRET_KEY"]
    assert first == load(NEWSROOM_ENVIRONMENT="development")["SECRET_KEY"]
    assert stat.S_IMODE((tmp_path / "var" / "secret.key").stat().st_mode) == 0o600


def test_reads_the_key_from_a_file(load: Load, tmp_path: Path) -> None:
    (tmp_path / "key").write_text(KEY + "\n")
    settings = load(NEWSROOM_SITE_URL="https://news.example.org", NEWSROOM_SECRET_KEY_FILE=str(tmp_path / "key"))
    assert settings["SECRET_KEY"] == KEY


def test_lets_sqlite_wait_its_turn_and_readers_go_on(load: Load) -> None:
    options = load(NEWSROOM_ENVIRONMENT="development")["DATABASES"]["default"]["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]


def test_has_a_connection_for_every_thread_on_postgresql(load: Load) -> None:
    settings = load(
        NEWSROOM_ENVIRONMENT="development",
        NEWSROOM_THREADS="20",
        DATABASE_URL="postgresql://desk:p%40ss@127.0.0.1/news",
    )
    database = settings["DATABASES"]["default"]
    assert database["OPTIONS"]["pool"]["max_size"] >= 20
    assert database["PASSWORD"] == "p@ss"
    assert "django.contrib.postgres" in settings["INSTALLED_APPS"]


def test_explains_every_variable_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text()
    missing = sorted(name for name in variables() if f"`{name}`" not in readme)
    assert len(variables()) > 15
    assert missing == []


def test_takes_templates_of_ones_own_before_ours(load: Load, tmp_path: Path, settings: Any) -> None:
    assert len(load(**PRODUCTION)["TEMPLATES"][0]["DIRS"]) == 1
    with pytest.raises(ImproperlyConfigured, match="NEWSROOM_TEMPLATES"):
        load(NEWSROOM_TEMPLATES=str(tmp_path / "nowhere"), NEWSROOM_ENVIRONMENT="development")
    own = tmp_path / "own"
    (own / "parts").mkdir(parents=True)
    (own / "parts" / "_rail.html").write_text("Our own rail")
    (own / "base.html").write_text('{% extends "base.html" %}{% block head %}<meta name="ours">{% endblock %}')
    found = load(NEWSROOM_TEMPLATES=str(own), NEWSROOM_ENVIRONMENT="development")["TEMPLATES"][0]["DIRS"]
    assert found[0] == own
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [own, *settings.TEMPLATES[0]["DIRS"]]}]
    page = render_to_string("about.html", {"site_name": "Example Times"})
    assert "Our own rail" in page and '<meta name="ours">' in page and "How we work" in page
