"""A changed report meets what the desk has made of the article: by loading files, as it happens."""

import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as budget
from hypothesis import strategies as st

from articles.actions.edits import claim, record_revision
from articles.actions.moves import move
from articles.actions.reimporting import ChangeRefused, settle
from articles.actions.revisions import prune, restore
from articles.html import plain
from articles.ingest.load import Outcome, Result, load
from articles.models import Article, Intake, Mention, PublishedArticle, ReportChange, Revision, Settled
from articles.workflow import Status
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db

FLOOD = "The river rose by three metres on Sunday night, the weather service said."
REOPENED = "The old bridge in Novi Most reopened on Tuesday, Mayor Ana Horvat said."
QUOTE = "“We worked day and night to mend it,” Horvat told reporters."
V1 = f"Bridge reopens after flood\n\n{REOPENED}\n\n{FLOOD}\n\n{QUOTE}\n"
ADDED = "Cyclists will have a lane of their own on it from Monday."
V2 = V1.replace("after flood", "after the flood").replace(f"\n\n{QUOTE}", f"\n\n{ADDED}\n\n{QUOTE}")


class Desk:
    """One file, and an article that follows it."""

    def __init__(self, folder: Path) -> None:
        self.file, self.clock = folder / "bridge.txt", 0

    def load(self, text: str, **options: Any) -> Outcome:
        self.file.write_text(text)
        self.clock += 1
        (outcome,) = load([self.file], now=NOON + timedelta(minutes=self.clock), **options).outcomes
        return outcome

    @property
    def article(self) -> Article:
        return Article.objects.get()

    def edit(self, by: Any = None, **fields: Any) -> None:
        article, by = self.article, by or cast.editor()
        self.clock += 1
        now = NOON + timedelta(minutes=self.clock)
        claim(article, seen=article.version, by=by, now=now)
        for name, value in fields.items():
            setattr(article, name, value)
        article.save()
        record_revision(article, by=by, now=now)

    def settle(self, verdict: Settled, *fields: str, by: Any = None, text: str = "") -> list[str]:
        changes = ReportChange.objects.open().filter(field__in=fields)
        return settle(self.article, changes, verdict, by=by or cast.editor(), now=NOON, text=text)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.load(V1)
    return made


def open_fields() -> list[str]:
    return sorted(ReportChange.objects.open().values_list("field", flat=True))


def test_an_added_paragraph_arrives_and_a_mended_one_stays(desk: Desk) -> None:
    desk.edit(body=desk.article.body.replace("three metres", "three and a half metres"))
    outcome = desk.load(V2)
    assert (outcome.outcome, outcome.reason) == (
        Result.UPDATED,
        "the report has changed; what the desk has changed stays",
    )
    assert plain(desk.article.body).split("\n\n") == [
        REOPENED,
        FLOOD.replace("three metres", "three and a half metres"),
        ADDED,
        QUOTE,
    ]
    assert desk.article.headline == "Bridge reopens after the flood"
    assert Revision.objects.filter(number=desk.article.version, created_by=None).count() == 1
    entry = desk.article.history.get(verb="report_changed")
    assert (entry.actor, sorted(entry.details["taken"])) == ("Import", ["body", "headline"])
    assert desk.load(V2).outcome is Result.UNCHANGED


def test_what_both_changed_waits_and_the_rest_is_taken(desk: Desk) -> None:
    desk.edit(headline="Novi Most has its bridge back")
    outcome = desk.load(V2)
    assert outcome.outcome is Result.CONFLICT
    change = ReportChange.objects.get()
    assert (change.field, change.clash) == ("headline", True)
    assert (change.base, change.ours, change.theirs) == (
        {"headline": "Bridge reopens after flood"},
        {"headline": "Novi Most has its bridge back"},
        {"headline": "Bridge reopens after the flood"},
    )
    assert desk.article.headline == "Novi Most has its bridge back" and ADDED in desk.article.body
    assert desk.load(V2).reason == "it still waits for a decision on the desk"


def test_a_tag_that_was_removed_stays_away_and_one_that_was_added_stays(desk: Desk) -> None:
    article = desk.article
    article.mentions.filter(surface="Ana Horvat").delete()
    article.mentions.all().delete()
    article.tags.clear()
    article.tags.add(factories.tag("Bridges"))
    desk.edit()
    assert desk.load(V2.replace(ADDED, ADDED + " Mayor Horvat welcomed it.")).outcome is Result.UPDATED
    assert [str(tag) for tag in desk.article.tags.all()] == ["Bridges"]
    assert not Mention.objects.filter(article=article).exists()


def test_taking_theirs_is_a_version_that_can_be_brought_back(desk: Desk) -> None:
    desk.edit(headline="Our words")
    desk.load(V2)
    before = desk.article.version
    assert desk.settle(Settled.TAKEN, "headline") == ["headline"]
    assert (desk.article.headline, desk.article.version) == ("Bridge reopens after the flood", before + 1)
    assert open_fields() == [] and not Intake.objects.filter(waits=True).exists()
    entry = desk.article.history.get(verb="settle")
    assert (entry.by, entry.details["fields"], entry.details["as"]) == (cast.editor(), ["headline"], "taken")
    restore(desk.article, Revision.objects.get(number=before), seen=before + 1, by=cast.editor(), now=NOON)
    assert desk.article.headline == "Our words"
    assert desk.load(V2).reason == ""


def test_keeping_ours_changes_nothing_and_is_not_asked_again(desk: Desk) -> None:
    desk.edit(headline="Our words")
    desk.load(V2)
    before = desk.article.version
    desk.settle(Settled.KEPT, "headline")
    assert (desk.article.headline, desk.article.version) == ("Our words", before)
    assert desk.load(V2 + "\nMore is to come on this.\n").outcome is Result.UPDATED
    assert open_fields() == []
    assert desk.load(V2.replace("after the flood", "at last")).outcome is Result.CONFLICT
    assert ReportChange.objects.open().get().base == {"headline": "Bridge reopens after the flood"}


def test_a_headline_can_be_written_anew_and_a_text_cannot(desk: Desk) -> None:
    desk.edit(headline="Our words", body="<p>Our text.</p>")
    desk.load(V2.replace("three metres", "two metres"))
    assert open_fields() == ["body", "headline"]
    desk.settle(Settled.WRITTEN, "headline", text="Words\nof both ")
    assert desk.article.headline == "Words of both"
    with pytest.raises(ChangeRefused, match="in the article itself"):
        desk.settle(Settled.WRITTEN, "body", text="x")
    assert open_fields() == ["body"]


def test_a_newer_report_takes_the_place_of_what_waited_and_a_report_that_goes_back_withdraws_it(desk: Desk) -> None:
    desk.edit(headline="Our words")
    desk.load(V2)
    number = ReportChange.objects.get().pk
    assert desk.load(V2.replace("after the flood", "at last")).outcome is Result.CONFLICT
    change = ReportChange.objects.get()
    assert (change.pk, change.theirs["headline"]) == (number, "Bridge reopens at last")
    assert change.base == {"headline": "Bridge reopens after flood"}
    assert Intake.objects.filter(waits=True).count() == 1
    assert desk.load(V1).outcome is Result.UPDATED
    assert open_fields() == [] and not Intake.objects.filter(waits=True).exists()
    assert (desk.article.headline, ADDED in desk.article.body) == ("Our words", False)


def test_from_submission_on_everything_waits_and_taking_it_is_an_edit_by_that_person(desk: Desk) -> None:
    reporter, editor, publisher = cast.reporter(), cast.editor(), cast.publisher()
    move(desk.article, "take_up", by=reporter, now=NOON)
    move(desk.article, "submit", by=reporter, now=NOON)
    move(desk.article, "approve", by=editor, now=NOON)
    before = desk.article.snapshot(), desk.article.version
    desk.load(V2)
    assert (desk.article.snapshot(), desk.article.version) == before
    assert open_fields() == ["body", "headline"] and not ReportChange.objects.filter(clash=True).exists()
    with pytest.raises(ChangeRefused, match="not open to you"):
        desk.settle(Settled.KEPT, "body", by=reporter)
    desk.settle(Settled.TAKEN, "body", "headline", by=publisher)
    assert ADDED in desk.article.body and desk.article.status == Status.READY
    with pytest.raises(Exception, match="ask a colleague to publish it"):
        move(desk.article, "publish", by=publisher, now=NOON, override="A reason.")


def test_readers_keep_what_they_have_until_a_rework_is_published(desk: Desk) -> None:
    reporter, editor, publisher = cast.reporter(), cast.editor(), cast.publisher()
    for verb, by in (("take_up", reporter), ("submit", reporter), ("approve", editor), ("publish", publisher)):
        move(desk.article, verb, by=by, now=NOON, override="A reason.")
    live = list(PublishedArticle.objects.values())
    desk.load(V2, publish=True)
    assert desk.article.status == Status.PUBLISHED and ADDED not in desk.article.body
    desk.settle(Settled.TAKEN, "body")
    assert desk.article.status == Status.DRAFT and ADDED in desk.article.body
    assert open_fields() == ["headline"]
    assert list(PublishedArticle.objects.values()) == live
    desk.load(V2 + "\nMore is to come on this.\n")
    assert desk.article.headline == "Bridge reopens after the flood" and open_fields() == []


def test_a_decision_that_comes_too_late_is_refused(desk: Desk) -> None:
    desk.edit(headline="Our words")
    desk.load(V2)
    change = ReportChange.objects.get()
    desk.settle(Settled.KEPT, "headline")
    with pytest.raises(ChangeRefused, match="decided on it already"):
        settle(desk.article, [change], Settled.TAKEN, by=cast.editor(), now=NOON)
    killed = desk.article
    move(killed, "spike", by=cast.editor(), now=NOON, note="A reason.")
    desk.load(V2.replace("after the flood", "at last"))
    with pytest.raises(ChangeRefused, match="Nothing can be changed"):
        desk.settle(Settled.TAKEN, "headline")
    assert desk.settle(Settled.KEPT, "headline") == ["headline"]


def test_what_an_import_read_is_never_pruned_and_without_it_every_difference_is_asked(desk: Desk) -> None:
    desk.edit(headline="Our words")
    assert prune(before=NOON + timedelta(days=900)) == 0
    Revision.objects.all().delete()
    assert desk.load(V2).outcome is Result.CONFLICT
    assert open_fields() == ["body", "headline"]


@pytest.mark.parametrize("touched", [True, False])
def test_a_report_that_its_outlet_has_withdrawn_waits_for_an_editor(desk: Desk, touched: bool) -> None:
    if touched:
        desk.edit(headline="Our words")
    before = desk.article.snapshot(), desk.article.version, desk.article.status
    for text in (f"MANDATORY KILL\n\n{V1}", f"MANDATORY KILL\n\n{V1}\nIt was wrong.\n"):
        outcome = desk.load(text, publish=True)
        assert outcome.outcome is Result.CONFLICT and "its outlet has withdrawn it" in outcome.reason
        assert desk.load(text, publish=True).reason == "it still waits for a decision on the desk"
    assert (desk.article.snapshot(), desk.article.version, desk.article.status) == before
    assert desk.article.touched is touched
    assert open_fields() == ["withdrawn"]
    with pytest.raises(ChangeRefused):
        desk.settle(Settled.TAKEN, "withdrawn")
    desk.load(V2)
    assert ADDED in desk.article.body
    assert open_fields() == (["headline"] if touched else [])
    assert Intake.objects.filter(waits=True).exists() is touched


def test_a_new_report_that_is_withdrawn_already_is_not_published(tmp_path: Path) -> None:
    outcome = Desk(tmp_path).load(f"{V1}\nThis story has been retracted.\n", publish=True)
    assert outcome.outcome is Result.CREATED
    assert "its outlet has withdrawn it, so it waits for a decision on the desk" in outcome.warnings
    assert not PublishedArticle.objects.exists() and open_fields() == ["withdrawn"]


# Whatever happens in whatever order

_PARAGRAPHS = (REOPENED, FLOOD, QUOTE, ADDED)
_WORDS = ("bridge", "flood", "morning")


def _report(headline: str, chosen: list[int], word: str) -> str:
    paragraphs = [_PARAGRAPHS[at].replace("the", f"the {word}", 1) if at == 1 else _PARAGRAPHS[at] for at in chosen]
    return "\n\n".join([headline, *paragraphs]) + "\n"


reports = st.builds(
    _report,
    st.sampled_from(["Bridge reopens after flood", "Bridge open again in Novi Most"]),
    st.sampled_from([[0, 1, 2], [0, 1, 2, 3], [0, 1, 3, 2], [0, 2], [3, 0, 1, 2]]),
    st.sampled_from(_WORDS),
)


def _mend(number: int) -> Callable[[Desk], None]:
    """A person adds a paragraph that nobody else has, somewhere."""

    def act(desk: Desk) -> None:
        parts = desk.article.body.split("\n")
        parts.insert(number % (len(parts) + 1), f"<p>Our own words, number {number}, of this desk.</p>")
        desk.edit(body="\n".join(parts))

    return act


def _take_up(desk: Desk) -> None:
    if desk.article.status == Status.INGESTED:
        move(desk.article, "take_up", by=cast.editor(), now=NOON)


def _title(desk: Desk) -> None:
    desk.edit(headline="Our own headline")


acts = st.lists(st.one_of(reports, st.sampled_from([_mend(1), _mend(2), _take_up, _title])), min_size=1, max_size=5)


@budget(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(reports, acts, reports)
def test_no_order_of_reports_and_edits_loses_an_edit_and_the_last_report_is_taken_in_once(
    first: str, between: list[Any], last: str
) -> None:
    with tempfile.TemporaryDirectory() as folder, transaction.atomic():
        desk = Desk(Path(folder))
        desk.load(first)
        ours: list[str] = []
        for step in [*between, last]:
            if isinstance(step, str):
                assert desk.load(step).outcome is not Result.REFUSED
            else:
                step(desk)
                ours = [text for text in (*ours, *plain(desk.article.body).split("\n\n")) if "Our own words" in text]
        body = plain(desk.article.body)
        assert all(text in body for text in ours)
        assert _title not in between or desk.article.headline == "Our own headline"
        state = desk.article.snapshot(), desk.article.version, open_fields(), desk.article.history.count()
        assert desk.load(last).outcome is Result.UNCHANGED
        assert (desk.article.snapshot(), desk.article.version, open_fields(), desk.article.history.count()) == state
        assert bool(open_fields()) == Intake.objects.filter(waits=True).exists()
        assert Revision.objects.filter(number=desk.article.version).exists()
        transaction.set_rollback(True)
