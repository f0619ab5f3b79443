"""Who works on it and what is said about it: beside the text, never in its way."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Comment, HistoryEntry
from articles.workflow import Status
from tests import cast, factories
from tests.admin.pages import change, filled

pytestmark = pytest.mark.django_db


def path(name: str, article: Article, *more: int) -> str:
    return reverse(f"admin:articles_article_{name}", args=(article.pk, *more))


def test_it_gives_an_article_to_a_colleague_who_may_then_edit_it(client: Client) -> None:
    ruth = cast.reporter("ruth")
    article = factories.article(created_by=cast.reporter())
    client.force_login(ruth)
    assert "_save" not in client.get(change(article)).content.decode()
    client.force_login(cast.editor())
    due = timezone.now() + timedelta(days=1)
    client.post(path("assign", article), {"to": ruth.pk, "due": due.strftime("%Y-%m-%dT%H:%M")})
    stored = Article.objects.get()
    assert (stored.assignee, stored.due_at) == (ruth, due.replace(second=0, microsecond=0))
    assert stored.version == 1 and stored.edited_by is None
    assert "Given to ruth, due " in client.get(change(article)).content.decode()
    client.force_login(ruth)
    assert "_save" in client.get(change(article)).content.decode()
    front = client.get(reverse("admin:index")).content.decode()
    assert "Bridge reopens" in front.split("Yours to finish")[1].split("</section>")[0] and "due " in front
    assert "Bridge reopens" in client.get("/admin/articles/article/?writer=me").content.decode()
    client.force_login(cast.editor())
    client.post(path("assign", article), {"to": "", "due": ""})
    assert Article.objects.get().assignee is None
    assert HistoryEntry.objects.count() == 2


def test_it_logs_nothing_when_nothing_was_changed(client: Client) -> None:
    client.force_login(cast.editor())
    client.post(path("assign", factories.article()), {"to": "", "due": ""})
    assert not HistoryEntry.objects.exists()


@pytest.mark.parametrize(("to", "due"), [("999999", ""), ("x", ""), ("9" * 50, ""), ("reader", ""), ("", "tomorrow")])
def test_it_gives_it_to_nobody_who_is_not_there_and_at_no_time_that_is_none(client: Client, to: str, due: str) -> None:
    client.force_login(cast.editor())
    article = factories.article(assignee=cast.reporter())
    if to == "reader":
        to = str(User.objects.create_user("reader", is_staff=True).pk)
    answer = client.post(path("assign", article), {"to": to, "due": due})
    assert [str(one) for one in get_messages(answer.wsgi_request)] != []
    assert Article.objects.get().assignee == cast.reporter()


def test_it_takes_comments_that_block_no_save_and_no_move(client: Client) -> None:
    article = factories.article(created_by=cast.reporter())
    client.force_login(cast.reporter())
    page = client.get(change(article))
    client.force_login(cast.editor())
    client.post(path("comment", article), {"text": "Is it <b>two</b> years?\r\nOr three?"})
    client.post(path("assign", article), {"to": cast.editor().pk, "due": ""})
    client.force_login(cast.reporter())
    assert client.post(change(article), filled(page, headline="Saved")).status_code == 302
    assert Article.objects.get().headline == "Saved"
    html = client.get(change(article)).content.decode()
    assert "Is it &lt;b&gt;two&lt;/b&gt; years?<br>Or three?" in html
    client.post(path("settle", article, Comment.objects.get().pk))
    settled = Comment.objects.get()
    assert settled.settled_by == cast.reporter() and settled.settled_at is not None
    assert "settled by rita" in client.get(change(article)).content.decode()


@pytest.mark.parametrize("text", ["", " \n ", "x" * 5001])
def test_it_takes_no_empty_or_endless_comment(client: Client, text: str) -> None:
    client.force_login(cast.editor())
    answer = client.post(path("comment", factories.article()), {"text": text})
    assert len(list(get_messages(answer.wsgi_request))) == 1
    assert not Comment.objects.exists()


def test_it_is_closed_to_those_who_may_not(client: Client) -> None:
    article = factories.article(created_by=cast.reporter(), status=Status.SUBMITTED)
    said = Comment.objects.create(article=article, by=cast.editor(), at=timezone.now(), text="Words.")
    acts = [path("assign", article), path("comment", article), path("settle", article, said.pk)]
    data = {"to": str(cast.reporter("ruth").pk), "due": "", "text": "x"}
    assert [client.post(one, data).status_code for one in acts] == [302, 302, 302]
    client.force_login(User.objects.create_user("newcomer", is_staff=True))
    assert [client.post(one, data).status_code for one in acts] == [403, 403, 403]
    client.force_login(cast.reporter("ruth"))
    assert client.post(acts[0], data).status_code == 403  # another's text is not theirs to give away
    assert [client.get(one).status_code for one in acts] == [405, 405, 405]
    stored = Article.objects.get()
    assert stored.assignee is None
    said.refresh_from_db()
    assert said.settled_at is None and Comment.objects.count() == 1
