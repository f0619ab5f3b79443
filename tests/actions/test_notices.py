"""Who is told of what: those concerned, once, and nobody else."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core import mail
from pytest_django import DjangoCaptureOnCommitCallbacks

from articles.actions.embargo import set_embargo
from articles.actions.moves import move
from articles.actions.notices import tell
from articles.actions.teamwork import assign, comment, mentions
from articles.models import Article, Notice
from articles.workflow import Status
from tests import cast, factories

pytestmark = pytest.mark.django_db


def told() -> list[tuple[str, str]]:
    return [(notice.to.username, str(notice)) for notice in Notice.objects.order_by("pk")]


def test_a_mention_reaches_who_is_called_and_a_comment_those_concerned() -> None:
    article = factories.article(created_by=cast.reporter(), assignee=cast.editor())
    paula = cast.publisher()
    comment(
        article,
        text="@paula, @EDGAR: who says so? @nobody mail@rita.example",
        by=cast.editor("erik"),
        now=factories.NOON,
    )
    assert told() == [
        (paula.username, "erik mentioned you:"),
        ("edgar", "erik mentioned you:"),
        ("rita", "erik commented on it:"),
    ]
    assert mentions("@nobody and @paula.") == ([paula], ["nobody"])


def test_nobody_is_told_of_what_they_did() -> None:
    article = factories.article(created_by=cast.reporter())
    comment(article, text="Note to @rita", by=cast.reporter(), now=factories.NOON)
    assign(article, to=cast.reporter(), due=None, by=cast.reporter(), now=factories.NOON)
    assert told() == []


def test_nobody_is_told_of_what_they_may_not_read() -> None:
    article = factories.article()
    outside = User.objects.create_user("outside", email="o@example.org", is_staff=True)
    gone = cast.reporter("gone")
    gone.is_active = False
    gone.save()
    assert tell(article, [outside, gone, None], what="mentioned you", by=cast.editor(), now=factories.NOON) == []


def test_a_writer_hears_what_became_of_the_text() -> None:
    article = factories.article(created_by=cast.reporter(), status=Status.SUBMITTED)
    move(article, "request_changes", by=cast.editor(), now=factories.NOON, note="Who is the second source?")
    assert told() == [("rita", "edgar sent it back:")]
    assert Notice.objects.get().words == "Who is the second source?"


def test_those_concerned_hear_what_waits_for_them_and_when_readers_get_it() -> None:
    article = factories.article(created_by=cast.reporter(), assignee=cast.editor())
    move(article, "submit", by=cast.reporter(), now=factories.NOON)
    assert told() == [("edgar", "rita handed it in:")]
    Article.objects.update(status=Status.READY)
    article.refresh_from_db()
    Notice.objects.all().delete()
    at = factories.NOON + timedelta(hours=18)
    move(article, "publish", by=cast.publisher(), now=factories.NOON, at=at)
    move(article, "cancel_schedule", by=cast.publisher(), now=factories.NOON)
    assert [what for who, what in told() if who == "rita"] == [
        "paula scheduled it for 6 Mar, 06:00 UTC:",
        "paula cancelled its schedule:",
    ]


def test_those_concerned_hear_of_an_embargo() -> None:
    article = factories.article(created_by=cast.reporter(), assignee=cast.editor())
    until = factories.NOON + timedelta(hours=18)
    for time, note in ((until, ""), (until + timedelta(hours=1), ""), (None, "Agreed with the ministry.")):
        set_embargo(article, until=time, note=note, by=cast.publisher(), now=factories.NOON)
    assert [what for who, what in told() if who == "edgar"] == [
        "paula put it under embargo until 6 Mar, 06:00 UTC:",
        "paula put it under embargo until 6 Mar, 07:00 UTC:",
        "paula lifted its embargo:",
    ]
    assert len(told()) == 6 and Notice.objects.first().words == "Agreed with the ministry."  # type: ignore[union-attr]


def test_a_mail_goes_to_who_has_an_address_after_the_act_is_saved(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    rita = cast.reporter()
    User.objects.filter(pk=rita.pk).update(email="rita@example.org")
    article = factories.article("Bridge\nreopens", created_by=User.objects.get(pk=rita.pk))
    with django_capture_on_commit_callbacks(execute=True):
        comment(article, text="Well done.", by=cast.editor(), now=factories.NOON)
        assert mail.outbox == []
    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == (["rita@example.org"], "edgar commented on it: Bridge reopens")
    assert "Well done." in sent.body and f"/admin/articles/article/{article.pk}/change/" in sent.body


def test_a_mail_server_that_fails_stops_nothing(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks, settings: object
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # type: ignore[attr-defined]
    User.objects.filter(pk=cast.reporter().pk).update(email="rita@example.org")
    article = factories.article(created_by=User.objects.get(username="rita"))
    with django_capture_on_commit_callbacks(execute=True):
        comment(article, text="Well done.", by=cast.editor(), now=factories.NOON)
    assert Article.objects.get().comments.count() == 1
    assert len(told()) == 1
