from datetime import timedelta

import pytest
from django.contrib.auth.models import AbstractUser

from articles.actions.edits import claim, record_revision
from articles.actions.moves import MovedMeanwhile, MoveRefused, NotAllowed, legal_moves, move
from articles.actions.windows import Windows
from articles.models import Article, HistoryEntry, PublishedArticle, Tombstone
from articles.workflow import Change, Status
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def carry(article: Article, verb: str, by: object, **extra: object) -> HistoryEntry:
    extra.setdefault("now", NOON)
    return move(article, verb, by=by, **extra)  # type: ignore[arg-type]


def save(article: Article, *, by: AbstractUser) -> None:
    claim(article, seen=article.version, by=by, now=NOON)
    record_revision(article, by=by, now=NOON)


def ready_article(**fields: object) -> Article:
    return factories.article(status=Status.READY, **fields)


def live(article: Article, now: object = NOON) -> list[PublishedArticle]:
    return list(PublishedArticle.objects.visible(now).filter(number=article.pk))  # type: ignore[arg-type]


def test_a_report_goes_from_intake_to_readers() -> None:
    article = factories.article(status=Status.INGESTED)
    carry(article, "take_up", cast.reporter())
    carry(article, "submit", cast.reporter())
    carry(article, "approve", cast.editor())
    assert live(article) == []
    carry(article, "publish", cast.publisher())
    assert [row.headline for row in live(article)] == ["Bridge reopens"]
    assert list(article.history.order_by("pk").values_list("verb", "from_status", "to_status", "actor")) == [
        ("take_up", "ingested", "draft", "rita"),
        ("submit", "draft", "submitted", "rita"),
        ("approve", "submitted", "ready", "edgar"),
        ("publish", "ready", "published", "paula"),
    ]


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        (Change.CORRECTION, [[["same", "Bridge reopens\n\nThe bridge reopened on "], ["gone", "Tuesday"],
                              ["new", "Monday"], ["same", "."]]]),
        (Change.RETRACTION, None),
        (Change.UPDATE, None),
    ],
)  # fmt: skip
def test_readers_are_told_what_a_correction_changed_and_a_retraction_is_not_said_again(
    change: Change, changed: object
) -> None:
    article = ready_article(created_by=cast.reporter())
    carry(article, "publish", cast.publisher())
    carry(article, "rework", cast.editor())
    article.body = article.body.replace("Tuesday", "Monday")
    article.save()
    carry(article, "submit", cast.editor())
    carry(article, "approve", cast.publisher(), now=NOON + HOUR)
    carry(article, "publish", cast.publisher(), now=NOON + HOUR, change=change, note="It was Monday.")
    assert live(article, NOON + HOUR)[0].details.get("changed") == changed


def test_who_takes_a_report_up_becomes_its_writer() -> None:
    article = factories.article(status=Status.INGESTED)
    carry(article, "take_up", cast.reporter())
    article.refresh_from_db()
    assert article.created_by == cast.reporter()


@pytest.mark.parametrize(
    ("verb", "status", "who"),
    [
        ("approve", Status.SUBMITTED, cast.reporter),
        ("publish", Status.READY, cast.editor),
        ("publish", Status.DRAFT, cast.publisher),
        ("publish_import", Status.INGESTED, cast.publisher),
        ("kill", Status.PUBLISHED, cast.editor),
    ],
)
def test_it_refuses_who_may_not(verb: str, status: Status, who: object) -> None:
    article = factories.article(status=status)
    with pytest.raises(NotAllowed):
        carry(article, verb, who(), note="why")  # type: ignore[operator]
    article.refresh_from_db()
    assert article.status == status
    assert not HistoryEntry.objects.exists()


def test_a_reporter_submits_own_texts_alone() -> None:
    article = factories.article(created_by=cast.reporter("ruth"))
    with pytest.raises(NotAllowed):
        carry(article, "submit", cast.reporter())
    carry(article, "submit", cast.reporter("ruth"))


def test_nobody_approves_their_own_text(settings: object) -> None:
    article = factories.article(created_by=cast.editor())
    carry(article, "submit", cast.editor())
    with pytest.raises(MoveRefused, match="own text"):
        carry(article, "approve", cast.editor())
    settings.NEWSROOM_FOUR_EYES = False  # type: ignore[attr-defined]
    carry(article, "approve", cast.editor())


def test_who_wrote_any_of_it_does_not_approve_it_after_somebody_elses_last_touch() -> None:
    article = factories.article(created_by=cast.reporter())
    for version, writer in enumerate((cast.editor(), cast.reporter()), start=1):
        claim(article, seen=version, by=writer, now=NOON)
        record_revision(article, by=writer, now=NOON)
    carry(article, "submit", cast.reporter())
    with pytest.raises(MoveRefused, match="own text"):
        carry(article, "approve", cast.editor())
    carry(article, "approve", cast.editor("erna"))


def test_what_readers_had_before_is_never_a_first_publication() -> None:
    article = ready_article()
    carry(article, "publish", cast.publisher())
    Article.objects.filter(pk=article.pk).update(status=Status.READY)
    article.refresh_from_db()
    carry(article, "publish", cast.publisher(), now=NOON + timedelta(hours=1), change=Change.FIRST)
    assert live(article, NOON + timedelta(hours=1))[0].change == Change.UPDATE


def test_who_changes_an_approved_text_does_not_publish_it() -> None:
    article = factories.article(status=Status.SUBMITTED)
    carry(article, "approve", cast.editor())
    save(article, by=cast.publisher())
    with pytest.raises(MoveRefused, match="changed the text since"):
        carry(article, "publish", cast.publisher())
    carry(article, "publish", cast.publisher("petra"))


def test_who_worked_on_a_text_before_it_was_approved_may_publish_it() -> None:
    article = factories.article(status=Status.SUBMITTED)
    save(article, by=cast.publisher())
    carry(article, "approve", cast.editor())
    carry(article, "publish", cast.publisher())


def test_a_headline_must_be_confirmed_before_people_publish() -> None:
    article = ready_article(headline="", proposed_headline="The bridge reopened")
    with pytest.raises(MoveRefused, match="headline"):
        carry(article, "publish", cast.publisher())


def test_the_import_publishes_with_a_proposed_headline_and_says_so() -> None:
    article = factories.article("", status=Status.INGESTED, proposed_headline="The bridge reopened")
    carry(article, "publish_import", None)
    (row,) = live(article)
    assert (row.headline, row.headline_proposed, row.unconfirmed) == ("The bridge reopened", True, True)
    assert article.history.get().actor == "Import"


def test_what_the_import_published_is_confirmed_as_it_stands() -> None:
    article = factories.article("", status=Status.INGESTED, proposed_headline="The bridge reopened")
    carry(article, "publish_import", None)
    before = PublishedArticle.objects.values("pk", "headline", "body_html", "published_at", "modified_at").get()
    carry(article, "confirm", cast.editor(), now=NOON + HOUR)
    row = PublishedArticle.objects.get()
    assert (row.unconfirmed, row.headline_proposed) == (False, False)
    assert PublishedArticle.objects.values(*before).get() == before
    stored = Article.objects.get()
    assert (stored.status, stored.headline, stored.version) == (Status.PUBLISHED, "The bridge reopened", 1)
    assert stored.touched
    with pytest.raises(MoveRefused, match="is confirmed"):
        carry(article, "confirm", cast.editor(), now=NOON + HOUR)


def test_the_import_never_publishes_what_a_person_touched() -> None:
    article = factories.article(status=Status.INGESTED, edited_at=NOON)
    with pytest.raises(MoveRefused, match="worked on"):
        carry(article, "publish_import", None)


def test_of_two_movers_one_wins() -> None:
    article = factories.article(created_by=cast.reporter())
    stale = Article.objects.get(pk=article.pk)
    carry(article, "submit", cast.reporter())
    with pytest.raises(MovedMeanwhile):
        carry(stale, "submit", cast.reporter())
    assert article.history.count() == 1


def test_a_move_on_a_text_saved_meanwhile_is_refused() -> None:
    article = ready_article()
    stale = Article.objects.get(pk=article.pk)
    assert article.claim(seen=1, by=cast.editor(), now=NOON)
    with pytest.raises(MovedMeanwhile):
        carry(stale, "publish", cast.publisher())


@pytest.mark.parametrize("verb", ["unpublish", "kill"])
def test_taking_away_needs_a_reason(verb: str) -> None:
    article = ready_article()
    carry(article, "publish", cast.publisher())
    with pytest.raises(MoveRefused, match="reason"):
        carry(article, verb, cast.publisher(), note="  ")
    assert len(live(article)) == 1


def test_rework_leaves_the_live_text_with_readers_until_the_next_publication() -> None:
    article = ready_article()
    carry(article, "publish", cast.publisher())
    carry(article, "rework", cast.editor(), now=NOON + timedelta(hours=1))
    Article.objects.filter(pk=article.pk).update(headline="Bridge closes again", status=Status.READY)
    article.refresh_from_db()
    later = NOON + timedelta(hours=2)
    assert [row.headline for row in live(article, later)] == ["Bridge reopens"]
    carry(article, "publish", cast.publisher(), now=later)
    (row,) = live(article, later)
    assert (row.headline, row.change, row.published_at, row.modified_at) == (
        "Bridge closes again",
        Change.UPDATE,
        NOON,
        later,
    )


def test_a_minor_edit_leaves_the_shown_date_alone() -> None:
    article = ready_article()
    carry(article, "publish", cast.publisher())
    Article.objects.filter(pk=article.pk).update(status=Status.READY)
    article.refresh_from_db()
    later = NOON + timedelta(hours=2)
    carry(article, "publish", cast.publisher(), now=later, change=Change.MINOR)
    assert live(article, later)[0].modified_at == NOON


def test_a_scheduled_article_appears_at_its_minute_without_a_worker() -> None:
    article = ready_article()
    morning = NOON + timedelta(hours=18)
    carry(article, "publish", cast.publisher(), at=morning)
    assert live(article, morning - timedelta(seconds=1)) == []
    assert [row.published_at for row in live(article, morning)] == [morning]


def test_it_does_not_publish_into_the_past() -> None:
    with pytest.raises(MoveRefused, match="past"):
        carry(ready_article(), "publish", cast.publisher(), at=NOON - timedelta(minutes=1))


def test_an_unpublished_article_comes_back_with_its_first_date() -> None:
    article = ready_article()
    carry(article, "publish", cast.publisher())
    hour = timedelta(hours=1)
    carry(article, "unpublish", cast.publisher(), note="A photograph is not ours", now=NOON + hour)
    assert (article.status, live(article, NOON + hour)) == (Status.DRAFT, [])
    Article.objects.filter(pk=article.pk).update(status=Status.READY)
    article.refresh_from_db()
    carry(article, "publish", cast.publisher(), now=NOON + 2 * hour)
    assert live(article, NOON + 2 * hour)[0].published_at == NOON


def test_unpublishing_a_scheduled_article_means_that_readers_never_get_it() -> None:
    article = ready_article()
    tomorrow = NOON + timedelta(days=1)
    carry(article, "publish", cast.publisher(), at=tomorrow)
    carry(article, "unpublish", cast.publisher(), note="Not yet")
    assert live(article, tomorrow) == []


def test_a_kill_leaves_a_tombstone_with_the_reason() -> None:
    article = ready_article()
    carry(article, "publish", cast.publisher())
    carry(article, "kill", cast.publisher(), note="The report was a hoax.", now=NOON + timedelta(hours=1))
    assert live(article, NOON + timedelta(hours=1)) == []
    assert Tombstone.objects.get(number=article.pk).reason == "The report was a hoax."
    assert list(legal_moves(cast.publisher(), article, windows=Windows(article.pk, NOON))) == []


def test_an_unpublished_article_can_still_be_killed() -> None:
    article = ready_article()
    carry(article, "publish", cast.publisher())
    carry(article, "unpublish", cast.publisher(), note="A hoax?", now=NOON + HOUR)
    carry(article, "kill", cast.publisher(), note="The report was a hoax.", now=NOON + 2 * HOUR)
    assert Tombstone.objects.filter(number=article.pk).exists()


def test_what_readers_never_had_is_not_killed() -> None:
    article = ready_article()
    carry(article, "publish", cast.publisher(), at=NOON + HOUR)
    with pytest.raises(MoveRefused, match="never had"):
        carry(article, "kill", cast.publisher(), note="The report was a hoax.")
    assert not Tombstone.objects.exists()
    assert article.status == Status.PUBLISHED


def test_what_readers_have_is_not_spiked() -> None:
    article = ready_article()
    carry(article, "publish", cast.publisher())
    carry(article, "rework", cast.editor())
    assert "spike" not in [step.verb for step in legal_moves(cast.editor(), article, windows=Windows(article.pk, NOON))]
    with pytest.raises(MoveRefused, match="unpublish it first"):
        carry(article, "spike", cast.editor(), note="Old")
    carry(article, "unpublish", cast.publisher(), note="Old", now=NOON + HOUR)
    carry(article, "spike", cast.editor(), note="Old", now=NOON + HOUR)


def test_a_report_read_anew_can_be_taken_from_readers_at_once() -> None:
    article = factories.article(status=Status.INGESTED)
    carry(article, "publish_import", None)
    carry(article, "reingest", None)
    offered = [step.verb for step in legal_moves(cast.publisher(), article, windows=Windows(article.pk, NOON))]
    assert {"unpublish", "kill"} <= set(offered)
    carry(article, "unpublish", cast.publisher(), note="Not ours", now=NOON + HOUR)
    assert live(article, NOON + HOUR) == []


def test_a_text_of_empty_paragraphs_is_no_text() -> None:
    article = factories.article(text=" ", status=Status.READY)
    assert article.body.strip()
    with pytest.raises(MoveRefused, match="no text"):
        carry(article, "publish", cast.publisher())


def test_the_log_keeps_what_fits_of_a_long_name() -> None:
    publisher = cast.publisher()
    publisher.first_name, publisher.last_name = "A" * 150, "B" * 150
    publisher.save()
    assert carry(ready_article(), "publish", publisher).actor == "A" * 150


def test_only_open_moves_are_offered() -> None:
    draft = factories.article(created_by=cast.reporter())
    assert [step.verb for step in legal_moves(cast.reporter(), draft, windows=Windows(draft.pk, NOON))] == [
        "submit",
        "spike",
    ]
    assert [step.verb for step in legal_moves(cast.publisher(), draft, windows=Windows(draft.pk, NOON))] == [
        "submit",
        "spike",
    ]
    assert legal_moves(cast.stranger(), draft, windows=Windows(draft.pk, NOON)) == []


def test_a_move_that_fails_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    article = ready_article()
    monkeypatch.setattr(HistoryEntry.objects, "create", lambda **_fields: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        carry(article, "publish", cast.publisher())
    assert Article.objects.get(pk=article.pk).status == Status.READY
    assert not PublishedArticle.objects.exists()
