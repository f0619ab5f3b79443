import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command, execute_from_command_line

from articles.models import Article, PublishedArticle

BRIDGE = "Bridge reopens after flood\n\nThe old bridge in Novi Most reopened on Tuesday, the council said.\n"


def run(*arguments: object, expect: int = 0) -> str:
    out = StringIO()
    try:
        call_command("loadseeds", *map(str, arguments), stdout=out)
        code = 0
    except SystemExit as end:
        code = int(str(end.code))
    assert code == expect
    return out.getvalue()


@pytest.mark.django_db
def test_it_says_what_became_of_each_file_and_counts(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(BRIDGE)
    first, second = run(tmp_path, "--publish"), run(tmp_path, "--publish")
    number = Article.objects.get().pk
    assert first.splitlines() == [
        f"{tmp_path}/bridge.txt: created, article {number} (published)",
        "1 report: 1 created, 0 updated, 0 unchanged, 0 conflict, 0 refused",
    ]
    assert f"bridge.txt: unchanged, article {number}" in second
    assert PublishedArticle.objects.count() == 1


@pytest.mark.django_db
def test_it_ends_with_1_when_a_file_was_refused_and_loads_the_others(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(BRIDGE)
    (tmp_path / "empty.txt").touch()
    out = run(tmp_path, expect=1)
    assert "empty.txt: refused, it is empty." in out
    assert Article.objects.count() == 1


@pytest.mark.django_db
def test_the_default_is_the_folder_of_seeds_and_a_dry_run_writes_nothing() -> None:
    out = run("--dry-run")
    assert "2 reports: 2 created" in out and "nothing was written" in out
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_json_has_one_object_a_line_and_the_tally_last(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(BRIDGE)
    (tmp_path / "bad.txt").write_bytes(b"\0")
    bad, good, tally = map(json.loads, run(tmp_path, "--format", "json", expect=1).splitlines())
    assert (bad["outcome"], good["outcome"]) == ("refused", "created")
    assert set(good) == {"file", "outcome", "reason", "warnings", "article"}
    assert (tally["created"], tally["refused"]) == (1, 1)


@pytest.mark.django_db
def test_escape_sequences_of_a_file_name_never_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "\x1b[31mred\n.txt").write_text(BRIDGE)
    assert "\\x1b[31mred\\n.txt: created" in run(tmp_path)


def manage(database: Path, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*arguments), env=environment(database), capture_output=True, text=True, **options)  # type: ignore[call-overload,no-any-return]


def command(*arguments: str) -> list[str]:
    return [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments]


def environment(database: Path) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "NEWSROOM_ENVIRONMENT": "development",
        "DATABASE_URL": f"sqlite:///{database}",
    }


@pytest.fixture
def database(tmp_path: Path, db: None, django_db_setup: sqlite3.Connection) -> Path:
    """A file with the tables and rows that migrations make."""
    with closing(sqlite3.connect(tmp_path / "load.sqlite3")) as file:
        django_db_setup.backup(file)
    return tmp_path / "load.sqlite3"


@pytest.mark.parametrize("arguments", [("--workers", "0"), ("--format", "xml"), ("--nonsense",)])
def test_wrong_use_ends_with_2(arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit, match="2"):
        execute_from_command_line(["manage.py", "loadseeds", *arguments])


WHOLE = """
from articles.models import Article, Intake, PublishedArticle, Revision
for article in Article.objects.all():
    assert article.intakes.count() == article.revisions.count() == 1
    assert article.body and (article.history.count() == 1) == (article.status == "published")
    assert PublishedArticle.objects.filter(number=article.pk).count() == article.history.count()
assert Intake.objects.count() == Article.objects.count()
print(Article.objects.count())
"""


def kill_a_run(database: Path, reports: Path, *, lines: int, seconds: float) -> None:
    """Begin to load, and kill it so long after it has told of so many files."""
    running = subprocess.Popen(
        command("loadseeds", str(reports), "--publish"),
        env={**environment(database), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    for _ in range(lines):
        running.stdout.readline()
    time.sleep(seconds)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("files", "waits"), [(40, (10,)), pytest.param(150, (20, 60), marks=pytest.mark.faults)], ids=["once", "twice"]
)
def test_a_kill_in_the_middle_leaves_whole_articles_or_none(
    database: Path, tmp_path: Path, files: int, waits: tuple[int, ...]
) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(files):
        (reports / f"{number:03}.txt").write_text(BRIDGE.replace("Bridge", f"Bridge {number}") * 3)
    counts = []
    for wait in waits:  # files on the way when it is killed
        kill_a_run(database, reports, lines=wait, seconds=0.003)
        whole = manage(database, "shell", "--command", WHOLE)
        assert whole.returncode == 0, whole.stderr
        counts.append(int(whole.stdout.split()[-1]))
    assert 0 < counts[0] <= counts[-1] < files
    done = manage(database, "loadseeds", str(reports), "--publish")
    assert done.returncode == 0
    assert f"{files} reports: {files - counts[-1]} created, 0 updated, {counts[-1]} unchanged" in done.stdout


AGAIN = """
from articles.models import Article, PublishedArticle, Revision
states = []
for article in Article.objects.order_by("report_name"):
    shown = PublishedArticle.objects.filter(number=article.pk, goes_off_at=None).get()
    texts = {article.body, Revision.objects.filter(article=article).latest("number").content["body"], shown.body_html}
    assert len(texts) == 1, texts
    newest = article.intakes.order_by("-pk")[0]
    says = "Wednesday" in article.body
    assert says == ("Wednesday" in newest.text) == (article.version == 2) == (article.intakes.count() == 2)
    assert newest.files.get().sha256 == newest.sha256
    states.append(says)
print(sum(states))
"""


def packed(folder: Path, texts: dict[str, str], way: str) -> Path:
    """The reports in a folder, a zip or a file of JSON lines, in place of what was there."""
    match way:
        case "zip":
            target = folder / "reports.zip"
            with zipfile.ZipFile(target, "w") as archive:
                for name, text in texts.items():
                    archive.writestr(name, text)
        case "jsonl":
            target = folder / "reports.jsonl"
            target.write_text("".join(json.dumps({"name": name, "text": text}) + "\n" for name, text in texts.items()))
        case _:
            target = folder
            for name, text in texts.items():
                (folder / name).write_text(text)
    return target


@pytest.mark.sqlite
@pytest.mark.faults
@pytest.mark.parametrize("way", ["folder", "zip", "jsonl"])
def test_a_kill_among_changed_reports_leaves_each_article_old_or_new(database: Path, tmp_path: Path, way: str) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    texts = {f"{number:03}.txt": BRIDGE.replace("Bridge", f"Bridge {number}") * 3 for number in range(50)}
    reports = packed(folder, texts, way)
    assert manage(database, "loadseeds", str(reports), "--publish").returncode == 0
    packed(folder, {name: text.replace("Tuesday", "Wednesday") for name, text in texts.items()}, way)
    counts = [0]
    for wait in (10, 30):
        kill_a_run(database, reports, lines=wait, seconds=random.uniform(0, 0.02))
        whole = manage(database, "shell", "--command", AGAIN)
        assert whole.returncode == 0, whole.stderr
        counts.append(int(whole.stdout.split()[-1]))
    assert counts == sorted(counts) and 0 < counts[1] < counts[-1] < 50
    done = manage(database, "loadseeds", str(reports), "--publish")
    assert done.returncode == 0
    assert f"50 reports: 0 created, {50 - counts[-1]} updated, {counts[-1]} unchanged" in done.stdout
    assert manage(database, "shell", "--command", AGAIN).stdout.split()[-1] == "50"
