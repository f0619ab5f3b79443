import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import IntegrityError, OperationalError, connection

from articles.actions.edits import claim
from articles.actions.moves import move
from articles.ingest import resolve
from articles.ingest.load import Outcome, Result, Tally, load
from articles.models import Article, HistoryEntry, Intake, Person, PublishedArticle, Revision
from articles.text import read
from articles.workflow import Status
from tests import cast
from tests.factories import NOON

pytestmark = pytest.mark.django_db

BRIDGE = """Bridge reopens after flood

The old bridge in Novi Most reopened on Tuesday, Mayor Ana Horvat said.

"We worked day and night to mend it," Horvat told reporters.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bridge.txt").write_text(BRIDGE)
    return tmp_path


def run(*paths: Path, **options: object) -> Tally:
    options.setdefault("now", NOON)
    return load(paths, **options)  # type: ignore[arg-type]


def results(tally: Tally) -> list[Result]:
    return [outcome.outcome for outcome in tally.outcomes]


def only(tally: Tally) -> Outcome:
    (outcome,) = tally.outcomes
    return outcome


def test_a_report_becomes_an_article_with_its_raw_text(folder: Path) -> None:
    outcome = only(run(folder))
    article = Article.objects.get(pk=outcome.article)
    assert outcome.outcome is Result.CREATED
    assert (article.status, article.headline) == (Status.INGESTED, "Bridge reopens after flood")
    intake = article.intakes.get()
    assert bytes(intake.raw) == BRIDGE.encode()
    assert intake.text == BRIDGE
    assert article.revisions.count() == 1


def test_every_fact_points_at_its_place_in_the_raw_text(folder: Path) -> None:
    article = Article.objects.get(pk=only(run(folder)).article)
    text = article.intakes.get().text
    for fact in (*article.mentions.all(), *article.quotes.all()):
        assert text[fact.start : fact.end] == (fact.surface if hasattr(fact, "surface") else fact.text)
    assert article.mentions.exists() and article.quotes.exists()


def test_a_second_run_changes_nothing(folder: Path) -> None:
    run(folder, publish=True)
    before = [list(model.objects.order_by("pk").values()) for model in (Article, Intake, Person, PublishedArticle)]
    outcome = only(run(folder, publish=True, now=NOON + timedelta(days=1)))
    assert outcome.outcome is Result.UNCHANGED
    assert before == [
        list(model.objects.order_by("pk").values()) for model in (Article, Intake, Person, PublishedArticle)
    ]


def test_a_changed_report_that_nobody_touched_is_updated_and_published_again(folder: Path) -> None:
    first = only(run(folder, publish=True))
    (folder / "bridge.txt").write_text(BRIDGE.replace("after flood", "after the flood"))
    later = NOON + timedelta(hours=1)
    second = only(run(folder, publish=True, now=later))
    assert (second.outcome, second.article) == (Result.UPDATED, first.article)
    rows = PublishedArticle.objects.filter(number=first.article)
    assert [row.headline for row in rows.visible(later)] == ["Bridge reopens after the flood"]
    assert rows.count() == 2
    assert Revision.objects.filter(article=first.article).count() == 2


def test_a_changed_report_never_overwrites_what_an_editor_touched(folder: Path) -> None:
    article = Article.objects.get(pk=only(run(folder)).article)
    claim(article, seen=article.version, by=cast.editor(), now=NOON)
    article.headline = "The bridge is open again"
    article.save()
    (folder / "bridge.txt").write_text(BRIDGE.replace("Tuesday", "Wednesday").replace("after flood", "at last"))
    outcome = only(run(folder, publish=True))
    assert outcome.outcome is Result.CONFLICT
    assert outcome.reason == "somebody has worked on the article; waiting for a decision on the desk: headline"
    article.refresh_from_db()
    assert article.headline == "The bridge is open again"
    assert "reopened on Wednesday" in article.body
    assert Intake.objects.get(waits=True).text.count("Wednesday") == 1
    again = only(run(folder, publish=True))
    assert (again.outcome, again.reason) == (Result.UNCHANGED, "it still waits for a decision on the desk")


def test_a_change_that_is_taken_back_waits_no_longer(folder: Path) -> None:
    article = Article.objects.get(pk=only(run(folder)).article)
    put_into(Status.SUBMITTED, article)
    (folder / "bridge.txt").write_text(BRIDGE.replace("Tuesday", "Wednesday"))
    assert only(run(folder)).outcome is Result.CONFLICT
    (folder / "bridge.txt").write_text(BRIDGE)
    assert only(run(folder)).outcome is Result.UNCHANGED
    assert not Intake.objects.filter(waits=True).exists()
    assert only(run(folder)).reason == ""
    (folder / "bridge.txt").write_text(BRIDGE.replace("Tuesday", "Wednesday"))
    assert only(run(folder)).outcome is Result.CONFLICT


def put_into(state: Status, article: Article) -> None:
    """By the moves of people, as the desk does it."""
    reporter, editor, publisher = cast.reporter(), cast.editor(), cast.publisher()
    ways = {
        Status.DRAFT: [("take_up", reporter)],
        Status.SUBMITTED: [("take_up", reporter), ("submit", reporter)],
        Status.CHANGES_REQUESTED: [("take_up", reporter), ("submit", reporter), ("request_changes", editor)],
        Status.READY: [("take_up", reporter), ("submit", reporter), ("approve", editor)],
        Status.PUBLISHED: [("take_up", reporter), ("submit", reporter), ("approve", editor), ("publish", publisher)],
        Status.SPIKED: [("spike", editor)],
    }
    ways[Status.KILLED] = [*ways[Status.PUBLISHED], ("kill", publisher)]
    for verb, by in ways[state]:
        move(article, verb, by=by, now=NOON, note="A reason.", override="A reason.")


@pytest.mark.parametrize("state", [Status.DRAFT, Status.CHANGES_REQUESTED])
def test_a_changed_report_is_merged_while_the_text_is_its_writers(folder: Path, state: Status) -> None:
    article = Article.objects.get(pk=only(run(folder)).article)
    put_into(state, article)
    (folder / "bridge.txt").write_text(BRIDGE.replace("Tuesday", "Wednesday"))
    assert only(run(folder)).outcome is Result.UPDATED
    article.refresh_from_db()
    assert (article.status, article.version) == (state, 2) and "Wednesday" in article.body


@pytest.mark.parametrize("state", [Status.SUBMITTED, Status.READY, Status.PUBLISHED, Status.SPIKED, Status.KILLED])
def test_a_changed_report_waits_where_the_text_is_the_desks_or_the_readers(folder: Path, state: Status) -> None:
    article = Article.objects.get(pk=only(run(folder)).article)
    put_into(state, article)
    before = Article.objects.values().get(), list(PublishedArticle.objects.values())
    (folder / "bridge.txt").write_text(BRIDGE.replace("Tuesday", "Wednesday"))
    assert only(run(folder, publish=True, now=NOON + timedelta(hours=1))).outcome is Result.CONFLICT
    assert before == (Article.objects.values().get(), list(PublishedArticle.objects.values()))


def test_a_report_that_a_person_only_moved_counts_as_touched(folder: Path) -> None:
    article = Article.objects.get(pk=only(run(folder)).article)
    move(article, "take_up", by=cast.reporter(), now=NOON)
    (folder / "bridge.txt").write_text(BRIDGE + "\nMore is to come.\n")
    assert only(run(folder)).reason == "the report has changed; what the desk has changed stays"


def test_what_a_person_did_counts_after_their_account_is_gone(folder: Path) -> None:
    article = Article.objects.get(pk=only(run(folder)).article)
    move(article, "take_up", by=cast.reporter(), now=NOON)
    cast.reporter().delete()
    (folder / "bridge.txt").write_text(BRIDGE + "\nMore is to come.\n")
    assert only(run(folder)).reason == "the report has changed; what the desk has changed stays"


def test_what_was_loaded_can_be_published_by_a_later_run(folder: Path) -> None:
    run(folder)
    outcome = only(run(folder, publish=True))
    assert (outcome.outcome, outcome.reason) == (Result.UPDATED, "published")
    assert HistoryEntry.objects.get().actor == "Import"


def test_a_report_that_was_renamed_makes_room_for_another_of_its_name(folder: Path) -> None:
    first = only(run(folder))
    (folder / "bridge.txt").rename(folder / "old.txt")
    (folder / "bridge.txt").write_text(BRIDGE.replace("Tuesday", "Wednesday"))
    dry, real = run(folder, dry_run=True), run(folder)
    assert results(dry) == results(real) == [Result.UPDATED, Result.CREATED]
    assert real.outcomes[0].article == first.article


def test_the_same_report_under_another_name_is_recognised(folder: Path) -> None:
    first = only(run(folder))
    (folder / "bridge.txt").rename(folder / "bridge-2.txt")
    outcome = only(run(folder))
    assert (outcome.outcome, outcome.article) == (Result.UNCHANGED, first.article)
    assert outcome.warnings == ["the same report as bridge.txt"]


@pytest.mark.parametrize("dry_run", [True, False])
def test_the_same_report_twice_in_one_run_is_one_article(folder: Path, dry_run: bool) -> None:
    (folder / "copies").mkdir()
    for copy in ("bridge.txt", "bridge-2.txt"):
        (folder / "copies" / copy).write_text(BRIDGE)
    tally = run(folder, folder / "copies", publish=True, dry_run=dry_run)
    assert [(Path(outcome.file).name, outcome.outcome) for outcome in tally.outcomes] == [
        ("bridge.txt", Result.CREATED),
        ("bridge-2.txt", Result.UNCHANGED),
        ("bridge.txt", Result.UNCHANGED),
    ]
    assert tally.outcomes[1].warnings == ["the same report as bridge.txt"]


def test_a_path_that_cannot_even_be_looked_at_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: Path) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", closed)
    (folder / "closed").mkdir()
    tally = run(folder / "closed", folder / ("x" * 300 + ".txt"), folder / "bridge.txt")
    assert results(tally) == [Result.REFUSED, Result.REFUSED, Result.CREATED]
    assert "File name too long" in tally.outcomes[1].reason


def test_one_bad_file_never_spoils_the_others(folder: Path) -> None:
    (folder / "a-bad.txt").write_bytes(b"\0" * 10)
    (folder / "z-empty.txt").touch()
    (folder / "notes.md").touch()
    tally = run(folder)
    assert results(tally) == [Result.REFUSED, Result.CREATED, Result.REFUSED]
    assert tally.passed_over == 1


def test_a_fault_of_the_engine_in_one_file_is_refused_by_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "other.txt").write_text("Another report\n\nIt says little.\n")

    def failing(text: str, **options: object) -> object:
        return 1 / 0 if "bridge" in text else read(text, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("articles.ingest.readers.read", failing)
    tally = run(folder)
    assert results(tally) == [Result.REFUSED, Result.CREATED]
    assert "ZeroDivisionError" in tally.outcomes[0].reason
    assert Article.objects.count() == 1


def test_a_file_is_tried_again_when_the_desk_wrote_the_same_rows_meanwhile(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[Exception] = [IntegrityError("a person of that name"), OperationalError("deadlock detected")]
    fill = resolve.fill

    def unlucky(*arguments: object, **options: object) -> None:
        fill(*arguments, **options)  # type: ignore[arg-type]
        if faults:
            raise faults.pop()

    monkeypatch.setattr(resolve, "fill", unlucky)
    assert only(run(folder)).outcome is Result.CREATED
    assert Article.objects.count() == Intake.objects.count() == 1


def test_a_database_that_is_busy_or_full_is_named_as_the_reason(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*arguments: object, **options: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(resolve, "fill", full)
    outcome = only(run(folder))
    assert outcome.outcome is Result.REFUSED
    assert "database or disk is full" in outcome.reason


def test_a_report_is_read_before_its_transaction_begins(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = len(connection.savepoint_ids)

    def watching(text: str, **options: object) -> object:
        assert len(connection.savepoint_ids) == blocks
        return read(text, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("articles.ingest.readers.read", watching)
    assert only(run(folder)).outcome is Result.CREATED


def test_two_files_of_one_name_in_one_run_are_told_apart(folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "bridge.txt").write_text("Quite another report\n\nIt says little.\n")
    tally = run(folder / "bridge.txt", folder / "deep")
    assert results(tally) == [Result.CREATED, Result.REFUSED]
    assert "rename" in tally.outcomes[1].reason


def test_a_dry_run_says_what_would_happen_and_writes_nothing(folder: Path) -> None:
    outcome = only(run(folder, publish=True, dry_run=True))
    assert (outcome.outcome, outcome.article) == (Result.CREATED, None)
    assert not Article.objects.exists() and not Intake.objects.exists() and not Person.objects.exists()


def test_the_seeds_are_told_apart_by_no_order_of_loading(tmp_path: Path) -> None:
    seeds = sorted((settings.BASE_DIR / "seeds").glob("*.txt"))
    for seed in seeds:
        shutil.copy(seed, tmp_path)
    run(*reversed([tmp_path / seed.name for seed in seeds]))
    assert Person.objects.filter(names__name__in=["Sergey Lavrov", "Sergei Lavrov"]).distinct().count() == 1


@pytest.mark.django_db(transaction=True)
def test_several_readers_give_the_same_as_one(folder: Path) -> None:
    for number in range(5):
        (folder / f"more-{number}.txt").write_text(BRIDGE.replace("bridge", f"bridge {number}"))
    tally = run(folder, workers=2)
    assert [Path(outcome.file).name for outcome in tally.outcomes] == sorted(path.name for path in folder.iterdir())
    assert set(results(tally)) == {Result.CREATED}


def test_what_is_known_beside_the_text_goes_before_what_the_text_says(folder: Path) -> None:
    (folder / "bridge.toml").write_text(
        'outlet = "Novi Most Courier"\naddress = "https://courier.example/1"\ndate = "2024-03-04"\n'
        'author = "Iva Babić"\n'
    )
    tally = run(folder)
    article = Article.objects.get(pk=only(tally).article)
    assert tally.passed_over == 0
    assert article.source is not None
    assert (article.source.name, article.source_inferred) == ("Novi Most Courier", False)
    assert (article.original_url, article.report_date) == ("https://courier.example/1", "2024-03-04")
    assert article.byline == "Iva Babić"
    assert article.headline == "Bridge reopens after flood"
    assert only(run(folder)).outcome is Result.UNCHANGED
    (folder / "bridge.toml").write_text('outlet = "Novi Most Herald"\n')
    assert only(run(folder)).outcome is Result.UPDATED
    article.refresh_from_db()
    assert (article.source.name, article.original_url) == ("Novi Most Herald", "")


def test_a_side_file_that_makes_no_sense_spoils_its_report_alone(folder: Path) -> None:
    (folder / "other.txt").write_text(BRIDGE.replace("bridge", "tunnel"))
    (folder / "bridge.toml").write_text("outlet = ")
    tally = run(folder)
    assert results(tally) == [Result.REFUSED, Result.CREATED]
    assert "bridge.toml" in tally.outcomes[0].reason


def test_an_archive_brings_its_reports_and_a_second_run_changes_nothing(folder: Path) -> None:
    packed = shutil.make_archive(str(folder / "all"), "zip", folder, "bridge.txt")
    (folder / "bridge.txt").unlink()
    first, second = run(folder), run(folder)
    assert (results(first), results(second)) == ([Result.CREATED], [Result.UNCHANGED])
    assert only(first).file == f"{packed}:bridge.txt"
    assert Intake.objects.get().file_name == "bridge.txt"


def test_a_page_is_kept_beside_the_text_taken_out_of_it(folder: Path) -> None:
    (folder / "bridge.txt").unlink()
    page = (
        "<html><body><article><h1>Bridge reopens after flood</h1>"
        + "<p>"
        + BRIDGE.split("\n\n")[1] * 3
        + "</p></article>"
    )
    (folder / "bridge.html").write_text(page)
    article = Article.objects.get(pk=only(run(folder)).article)
    intake = article.intakes.get()
    assert bytes(intake.original or b"") == page.encode()
    assert intake.text.startswith("Bridge reopens after flood\n\nThe old bridge")
    assert article.headline == "Bridge reopens after flood"
