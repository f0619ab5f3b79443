import json
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from articles.ingest.load import Result, Tally, load
from articles.models import Article, Intake, ReportFile
from tests.factories import NOON

pytestmark = pytest.mark.django_db

BRIDGE = "Bridge reopens after flood\n\nThe old bridge in Novi Most reopened on Tuesday, Mayor Ana Horvat said.\n"
FERRY = "Ferry line closes\n\nNobody sails across the sound any more since fares have gone up by half, owners say.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    (made / "bridge.txt").write_text(BRIDGE)
    (made / "ferry.txt").write_text(FERRY)
    return made


def run(*paths: Path, **options: object) -> Tally:
    return load(paths, **{"now": NOON, **options})  # type: ignore[arg-type]


def results(tally: Tally) -> list[Result]:
    return [outcome.outcome for outcome in tally.outcomes]


def test_a_report_that_is_gone_is_said_once_and_nothing_becomes_of_its_article(folder: Path) -> None:
    run(folder)
    before = list(Article.objects.order_by("pk").values())
    (folder / "ferry.txt").unlink()
    dry, real, again = run(folder, dry_run=True), run(folder, now=NOON + timedelta(days=1)), run(folder)
    assert [(Path(one.file).name, one.outcome) for one in real.withdrawn] == [("ferry.txt", Result.WITHDRAWN)]
    assert dry.withdrawn == real.withdrawn and again.withdrawn == []
    assert real.as_dict()["withdrawn"] == 1 and results(real) == [Result.UNCHANGED]
    assert list(Article.objects.order_by("pk").values()) == before
    assert ReportFile.objects.get(name="ferry.txt").gone_at == NOON + timedelta(days=1)
    (folder / "ferry.txt").write_text(FERRY)
    assert results(run(folder)) == [Result.UNCHANGED, Result.UNCHANGED]
    assert not ReportFile.objects.filter(gone_at__isnull=False).exists()


def test_it_says_so_in_a_line_and_in_the_tally(folder: Path) -> None:
    call_command("loadseeds", folder, stdout=StringIO())
    (folder / "ferry.txt").unlink()
    out = StringIO()
    call_command("loadseeds", folder, stdout=out)
    number = Article.objects.get(report_name="ferry.txt").pk
    assert out.getvalue().splitlines()[1:] == [
        f"{folder}/ferry.txt: withdrawn, article {number} (it is no longer in the folder; its article stays as it is)",
        "1 report: 0 created, 0 updated, 1 unchanged, 0 conflict, 0 refused; 1 withdrawn (no longer in the folder)",
    ]
    out = StringIO()
    call_command("loadseeds", folder, format="json", stdout=out)
    assert json.loads(out.getvalue().splitlines()[-1])["withdrawn"] == 0


def test_single_files_say_nothing_of_others_and_a_folder_of_what_it_never_held(folder: Path) -> None:
    run(folder / "ferry.txt")
    (folder / "ferry.txt").rename(folder.parent / "ferry.txt")
    assert run(folder).withdrawn == []
    assert run(folder / "bridge.txt").withdrawn == []
    (folder / "bridge.txt").unlink()
    assert run(folder.parent / "ferry.txt").withdrawn == []
    assert [Path(one.file).name for one in run(folder).withdrawn] == ["bridge.txt"]


def test_a_renamed_report_is_one_article_and_its_new_name_is_remembered(folder: Path) -> None:
    run(folder)
    (folder / "bridge.txt").rename(folder / "crossing.txt")
    tally = run(folder)
    assert results(tally) == [Result.UNCHANGED, Result.UNCHANGED] and tally.withdrawn == []
    assert tally.outcomes[0].warnings == ["the same report as bridge.txt"]
    (folder / "bridge.txt").write_text("Bridge festival\n\nMusicians play on the bridge in summer.\n")
    assert results(run(folder)) == [Result.CREATED, Result.UNCHANGED, Result.UNCHANGED]
    (folder / "crossing.txt").write_text(BRIDGE.replace("Tuesday", "Wednesday"))
    assert results(run(folder)) == [Result.UNCHANGED, Result.UPDATED, Result.UNCHANGED]
    names = set(Article.objects.values_list("report_name", flat=True))
    assert names == {"bridge.txt", "crossing.txt", "ferry.txt"}


def test_a_copy_is_the_same_report_until_it_goes_its_own_way(folder: Path) -> None:
    (folder / "bridge-copy.txt").write_bytes(b"\xef\xbb\xbf" + BRIDGE.replace("\n", "\r\n").encode() + b"\r\n")
    first = run(folder)
    assert results(first) == [Result.CREATED, Result.UNCHANGED, Result.CREATED]
    assert first.outcomes[1].warnings == ["the same report as bridge-copy.txt"]
    (folder / "bridge.txt").write_text(BRIDGE.replace("Tuesday", "Wednesday"))
    assert results(run(folder)) == [Result.UNCHANGED, Result.CREATED, Result.UNCHANGED]
    assert Article.objects.count() == 3


def test_a_report_that_was_only_saved_otherwise_is_unchanged(folder: Path) -> None:
    run(folder, publish=True)
    before = list(Article.objects.order_by("pk").values())
    (folder / "bridge.txt").write_bytes(b"\xef\xbb\xbf" + BRIDGE.encode() + b"\n\n")
    outcome = run(folder, publish=True).outcomes[0]
    assert (outcome.outcome, outcome.reason) == (
        Result.UNCHANGED,
        "nothing has changed but the way the file was saved",
    )
    assert list(Article.objects.order_by("pk").values()) == before
    assert Intake.objects.filter(file_name="bridge.txt").count() == 2
    assert run(folder).outcomes[0].reason == ""


def test_another_report_of_one_name_in_another_folder_is_refused_while_the_first_lies_there(folder: Path) -> None:
    run(folder)
    other = folder.parent / "other"
    other.mkdir()
    (other / "bridge.txt").write_text(FERRY.replace("fares", "prices"))
    refused = run(other).outcomes[0]
    assert refused.outcome is Result.REFUSED
    assert refused.reason == (
        f"another report of that name was loaded from {folder} and is still there: rename one of them."
    )
    (other / "bridge.txt").write_text(BRIDGE.replace("Tuesday", "Wednesday"))
    assert results(run(other)) == [Result.UPDATED]
    (other / "bridge.txt").write_text(FERRY.replace("fares", "prices"))
    assert results(run(other)) == [Result.UPDATED]


def test_a_second_run_asks_little_of_the_database(folder: Path, django_assert_max_num_queries: object) -> None:
    run(folder)
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        run(folder)
