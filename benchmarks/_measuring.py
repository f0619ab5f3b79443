"""What the benchmarks share: where the project lies, the form of a result, a measurement on each database."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def line(name: str, ratio: float, bar: float, note: str) -> bool:
    """Print a result: name, ratio, bar, PASS or FAIL, and what else there is to say. Whether it passed."""
    passed = ratio <= bar
    print(f"{name} {ratio:.2f} {bar:.2f} {'PASS' if passed else 'FAIL'}  # {note}", flush=True)
    return passed


def on_each_database(script: str, measure: Callable[[str], int]) -> int:
    """Run `measure` with the name of each database, which is migrated and empty. Returns 1 when it failed on one.

    Each time in a process of its own, for Django knows one installation a process: it is this script again, with the
    name of the database behind it.
    """
    if len(sys.argv) > 1:
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        return measure(sys.argv[1])

    from tests import postgres

    with tempfile.TemporaryDirectory() as folder:
        failed = _run(script, "sqlite", f"sqlite:///{folder}/benchmark.sqlite3")
    return int(_run(script, "postgresql", postgres.start()) or failed)


def _run(script: str, name: str, address: str) -> bool:
    settings = {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "NEWSROOM_ENVIRONMENT": "development"}
    environment = {**os.environ, **settings, "DATABASE_URL": address}
    return subprocess.run([sys.executable, script, name], env=environment, check=False).returncode != 0
