"""Two people save or move one article at once: one wins, and the other loses no text."""

from typing import Any

import pytest
from django.test import Client

from articles.actions import edits
from articles.actions.moves import move
from articles.admin.article import ArticleAdmin
from articles.models import Article, Revision
from articles.workflow import Status
from tests import cast, factories
from tests.admin.pages import change, filled
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def own(headline: str = "Bridge reopens", **fields: Any) -> Article:
    return factories.article(headline, created_by=cast.reporter(), **fields)


def test_it_refuses_a_stale_save_says_who_was_faster_and_keeps_the_text(client: Client) -> None:
    article = own(text="Old text.")
    edits.record_revision(article, by=cast.reporter(), now=NOON)
    client.force_login(cast.reporter())
    mine = client.get(change(article))
    client.force_login(cast.editor())
    theirs = client.get(change(article))
    client.post(change(article), filled(theirs, body="Their text.", standfirst="Theirs."))
    client.force_login(cast.reporter())
    answer = client.post(change(article), filled(mine, body="My long text.", headline="My headline"))
    html = answer.content.decode()
    assert "edgar saved this article at" in html
    assert "My long text." in html and "My headline" in html  # typed, still in the form
    assert "Their text." in html and "Theirs." in html  # saved, shown beside it
    stored = Article.objects.get()
    assert (stored.headline, stored.body, stored.version) == ("Bridge reopens", "<p>Their text.</p>", 2)
    assert Revision.objects.count() == 2

    again = client.post(change(article), filled(answer, over="2"))
    assert again.status_code == 302
    stored = Article.objects.get()
    assert (stored.headline, stored.body, stored.version) == ("My headline", "<p>My long text.</p>", 3)


def test_it_refuses_a_second_time_when_a_third_was_faster_still(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    mine = client.get(change(article))
    edits.claim(article, seen=1, by=cast.editor(), now=NOON)
    refused = client.post(change(article), filled(mine, headline="Mine"))
    edits.claim(article, seen=2, by=cast.publisher(), now=NOON)
    answer = client.post(change(article), filled(refused, over="2"))
    assert "paula saved this article" in answer.content.decode()
    assert Article.objects.get().version == 3


def test_it_lets_one_of_two_win_who_save_at_the_same_moment(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both have passed the form's check when the other's claim comes first: ours is undone and the form read again."""
    client.force_login(cast.reporter())
    article = own()
    page = client.get(change(article))
    inner, attempts = ArticleAdmin._changeform_view, []

    def attempt(*args: Any, **kwargs: Any) -> Any:
        if attempts:
            assert Article.objects.get().claim(seen=1, by=cast.editor(), now=NOON)
        attempts.append(args)
        return inner(*args, **kwargs)

    def too_late(*args: Any, **kwargs: Any) -> None:
        raise edits.StaleArticle

    monkeypatch.setattr(ArticleAdmin, "_changeform_view", attempt)
    monkeypatch.setattr("articles.admin.article.claim", too_late)
    html = client.post(change(article), filled(page, headline="Mine")).content.decode()
    assert len(attempts) == 2
    assert "edgar saved this article" in html and "Mine" in html
    stored = Article.objects.get()
    assert (stored.headline, stored.version) == ("Bridge reopens", 2)
    assert not Revision.objects.exists()


def test_it_gives_the_text_back_to_who_may_no_longer_save_it(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    page = client.get(change(article))
    move(article, "submit", by=cast.reporter(), now=NOON)
    answer = client.post(change(article), filled(page, body="An hour of typing. <script>"))
    assert answer.status_code == 403
    html = answer.content.decode()
    assert "An hour of typing. &lt;script&gt;" in html and "Submitted" in html
    article.refresh_from_db()
    assert "typing" not in article.body


def test_it_does_not_undo_a_move_that_came_between(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    client.force_login(cast.editor())
    article = own()
    page = client.get(change(article))
    claim = edits.claim

    def moved(*args: Any, **kwargs: Any) -> None:
        Article.objects.update(status=Status.SUBMITTED)
        claim(*args, **kwargs)

    monkeypatch.setattr("articles.admin.article.claim", moved)
    client.post(change(article), filled(page, headline="Mine"))
    stored = Article.objects.get()
    assert (stored.headline, stored.status) == ("Mine", Status.SUBMITTED)
