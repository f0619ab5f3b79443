import os
from datetime import timedelta
from pathlib import Path

import pytest

from articles.ingest.folders import DEEPEST, LeftOut, contents, named
from articles.ingest.lines import tally_text
from articles.ingest.load import Result, Tally, load
from articles.models import Article, ReportFile
from tests.factories import NOON

BRIDGE = "Bridge reopens after flood\n\nThe old bridge in Novi Most reopened on Tuesday, Mayor Ana Horvat said.\n"
FERRY = "Ferry line closes\n\nNobody sails across the sound any more since fares have gone up by half, owners say.\n"


@pytest.fixture
def days(tmp_path: Path) -> Path:
    """A folder of days, each with its own first report, as wires are filed."""
    for day, text in (("2024/03/05", BRIDGE), ("2024/03/06", FERRY)):
        (tmp_path / day).mkdir(parents=True)
        (tmp_path / day / "001.txt").write_text(text)
    return tmp_path


def run(folder: Path, **options: object) -> Tally:
    return load([folder], **{"now": NOON, **options})  # type: ignore[arg-type]


def test_it_finds_reports_in_folders_within_in_the_order_of_their_paths(days: Path) -> None:
    (days / "a.txt").write_text(BRIDGE)
    (days / "2024" / "z.jsonl").write_text("")
    found = [str(report.relative_to(days)) for report in contents(days).reports]
    assert found == ["2024/03/05/001.txt", "2024/03/06/001.txt", "2024/z.jsonl", "a.txt"]


def test_it_says_what_it_left_out_and_why(days: Path) -> None:
    (days / "notes.md").touch()
    (days / "2024" / ".draft.txt").touch()
    (days / ".git").mkdir()
    (days / ".git" / "inside.txt").touch()
    (days / "again").symlink_to(days)
    deep = days.joinpath(*["d"] * (DEEPEST + 1))
    deep.mkdir(parents=True)
    (deep / "lost.txt").touch()
    found = contents(days)
    assert found.left_out == {
        LeftOut.OTHER: ["notes.md"],
        LeftOut.HIDDEN: [".git", "2024/.draft.txt"],
        LeftOut.LINK: ["again"],
        LeftOut.DEEP: ["/".join(["d"] * (DEEPEST + 1))],
    }
    assert len(found.reports) == 2
    tally = Tally(left_out=found.left_out)
    assert tally.as_dict()["passed_over_why"] == {
        "not named like a report": 1,
        "hidden": 2,
        "links to folders": 1,
        "folders too deep within others": 1,
    }
    assert "passed over: 2 hidden (.git, 2024/.draft.txt)" in tally_text(tally)


def test_a_file_that_is_named_twice_is_one(days: Path) -> None:
    found = named([days, days / "2024", days / "2024" / "03" / "05" / "001.txt"])
    assert list(found.files.values()) == ["2024/03/05/001.txt", "2024/03/06/001.txt"]


@pytest.mark.django_db
def test_reports_of_one_name_in_two_folders_are_two_and_each_is_known_again(days: Path) -> None:
    first = run(days)
    assert [one.outcome for one in first.outcomes] == [Result.CREATED, Result.CREATED]
    assert set(Article.objects.values_list("report_name", flat=True)) == {"2024/03/05/001.txt", "2024/03/06/001.txt"}
    (days / "2024/03/06/001.txt").write_text(FERRY.replace("by half", "by a third"))
    second = run(days, now=NOON + timedelta(days=1))
    assert [one.outcome for one in second.outcomes] == [Result.UNCHANGED, Result.UPDATED]
    assert [one.article for one in second.outcomes] == [one.article for one in first.outcomes]


@pytest.mark.django_db
def test_a_report_that_moved_to_another_folder_is_the_same_and_one_that_is_gone_is_missed(days: Path) -> None:
    first = run(days)
    (days / "done").mkdir()
    (days / "2024/03/05/001.txt").rename(days / "done" / "bridge.txt")
    moved = run(days)
    assert [one.outcome for one in moved.outcomes] == [Result.UNCHANGED, Result.UNCHANGED]
    assert moved.withdrawn == []
    assert set(ReportFile.objects.values_list("name", flat=True)) == {"2024/03/06/001.txt", "done/bridge.txt"}
    (days / "done" / "bridge.txt").unlink()
    gone = run(days).withdrawn
    assert [one.article for one in gone] == [first.outcomes[0].article]


@pytest.mark.django_db
def test_nothing_is_missed_where_a_folder_could_not_be_looked_into(days: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(days)
    scandir = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("05"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    tally = run(days)
    assert sorted(one.outcome for one in tally.outcomes) == [Result.REFUSED, Result.UNCHANGED]
    assert tally.withdrawn == []
