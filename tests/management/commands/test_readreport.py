import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command, execute_from_command_line

from articles.management.commands import readreport
from articles.text import read


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """The command beside a database that cannot be reached."""
    return subprocess.run(
        [sys.executable, str(settings.BASE_DIR / "manage.py"), "readreport", *map(str, arguments)],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "NEWSROOM_ENVIRONMENT": "development",
            "DATABASE_URL": "postgresql://127.0.0.1:1/none",
        },
        capture_output=True,
        text=True,
    )


def test_it_prints_an_object_a_line_without_a_database() -> None:
    seeds = sorted((settings.BASE_DIR / "seeds").glob("*.txt"))
    done = run(*seeds, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    first, second = map(json.loads, done.stdout.splitlines())
    assert [Path(said["file"]).name for said in (first, second)] == [seed.name for seed in seeds]
    assert (first["headline"], bool(first["proposed_headline"])) == (None, True)
    assert second["headline"].startswith("Blinken Cancels Meeting")


def test_a_refused_file_is_said_on_standard_error_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.txt").write_text("Bridge reopens\n\nThe bridge reopened on Tuesday, the council said.\n")
    (tmp_path / "bad.txt").write_bytes(b"\0\1")
    with pytest.raises(SystemExit, match="1"):
        call_command("readreport", tmp_path / "bad.txt", tmp_path / "good.txt", format="json")
    out, err = capsys.readouterr()
    (line,) = out.splitlines()
    assert json.loads(line)["headline"] == "Bridge reopens"
    refusal = json.loads(err)
    assert refusal["file"].endswith("bad.txt") and "binary" in refusal["error"]


def test_a_fault_of_the_engine_in_one_file_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("bad", "good"):
        (tmp_path / f"{name}.txt").write_text(f"Bridge reopens\n\nThe {name} bridge reopened, the council said.\n")
    monkeypatch.setattr(readreport, "read", lambda text: 1 / 0 if "bad" in text else read(text))
    with pytest.raises(SystemExit, match="1"):
        call_command("readreport", tmp_path / "bad.txt", tmp_path / "good.txt", format="json")
    out, err = capsys.readouterr()
    assert json.loads(out)["file"].endswith("good.txt")
    assert "ZeroDivisionError" in json.loads(err)["error"]


def test_a_terminal_that_knows_no_such_characters_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = run(*sorted((settings.BASE_DIR / "seeds").glob("*.txt")))
    assert done.returncode == 0
    assert "\\u2019" in done.stdout


def test_people_get_an_outline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.txt").write_text("Bridge reopens\n\nThe bridge reopened on Tuesday, the council said.\n")
    call_command("readreport", tmp_path / "good.txt")
    out = capsys.readouterr().out
    assert "headline" in out and "Bridge reopens" in out


@pytest.mark.parametrize("arguments", [(), ("--format", "xml", "x.txt")])
def test_wrong_use_ends_with_2(arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit, match="2"):
        execute_from_command_line(["manage.py", "readreport", *arguments])
