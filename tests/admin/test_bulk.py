"""Several articles moved from the list: each by its own rights and rules, and each with its word."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.admin.bulk import MOST
from articles.models import Article, HistoryEntry, PublishedArticle
from articles.workflow import Status
from tests import cast, factories

pytestmark = pytest.mark.django_db

LIST = reverse("admin:articles_article_changelist")


def carry(client: Client, verb: str, *articles: Article | str, **data: Any) -> list[str]:
    """Tick the articles and do it; the messages that come of it."""
    keys = [one.pk if isinstance(one, Article) else one for one in articles]
    answer = client.post(LIST, {"action": verb, "_selected_action": keys, "select_across": "0", "index": "0"} | data)
    assert answer.status_code in {200, 302}
    return [str(message) for message in get_messages(answer.wsgi_request)]


def states() -> dict[str, str]:
    return dict(Article.objects.values_list("headline", "status"))


def test_it_moves_one_s_own_and_leaves_those_of_others_in_the_same_breath(client: Client) -> None:
    client.force_login(cast.reporter())
    mine = factories.article("Mine", created_by=cast.reporter())
    theirs = factories.article("Theirs", created_by=cast.reporter("ruth"))
    empty = factories.article("Empty", text="", created_by=cast.reporter())
    said = carry(client, "submit", mine, theirs, empty, "999999")
    assert states() == {"Mine": Status.SUBMITTED, "Theirs": Status.DRAFT, "Empty": Status.DRAFT}
    assert said == [
        "“Theirs”: “Submit to the desk” is not open to you for an article in the state “Draft”.",
        "“Empty”: The article has no text yet.",
        "Submit to the desk, 1 article: “Mine”",
    ]
    assert HistoryEntry.objects.get().by == cast.reporter()


@pytest.mark.parametrize(
    "verb", ["approve", "publish", "confirm", "spike", "kill", "publish_import", "delete_selected"]
)
def test_it_makes_no_move_for_who_may_not(client: Client, verb: str) -> None:
    client.force_login(cast.reporter())
    articles = [factories.article(status=status, created_by=cast.reporter()) for status in Status.values]
    before = list(Article.objects.values_list("pk", "status"))
    assert f'value="{verb}"' not in client.get(LIST).content.decode()
    carry(client, verb, *articles, note="A reason.")
    assert list(Article.objects.values_list("pk", "status")) == before


def test_it_publishes_by_the_rules_of_each(client: Client) -> None:
    client.force_login(cast.publisher())
    ready = factories.article("Ready", status=Status.READY)
    held = factories.article("Held", status=Status.READY, embargo_until=timezone.now() + timedelta(days=1))
    report = factories.article("Report", status=Status.READY, report_name="r.txt")
    draft = factories.article("Draft")
    said = carry(client, "publish", ready, held, report, draft)
    assert [row.headline for row in PublishedArticle.objects.all()] == ["Ready"]
    assert len(said) == 4 and "under embargo until" in said[0] and "say why it is published" in said[1]
    carry(client, "publish", report, note="It is known to all.")
    assert HistoryEntry.objects.get(article=report).details["override"] == "It is known to all."


def test_it_spikes_with_a_reason_alone(client: Client) -> None:
    client.force_login(cast.editor())
    article = factories.article()
    assert "Say why" in carry(client, "spike", article)[0]
    carry(client, "spike", article, note="Old.")
    assert HistoryEntry.objects.get().note == "Old."


def test_it_takes_no_nonsense_and_no_more_than_a_hundred(client: Client) -> None:
    client.force_login(cast.editor())
    assert carry(client, "take_up", "x", "1' OR '1") == ["There is no such article."]
    Article.objects.bulk_create(
        Article(headline=str(number), status=Status.INGESTED, created_at=timezone.now()) for number in range(MOST + 1)
    )
    first = Article.objects.first()
    assert first is not None
    assert "no more than" in carry(client, "take_up", first, select_across="1")[-1]
    assert set(states().values()) == {Status.INGESTED}


def test_it_changes_nothing_when_its_address_is_opened(client: Client) -> None:
    client.force_login(cast.editor())
    article = factories.article(status=Status.INGESTED)
    client.get(LIST, {"action": "take_up", "_selected_action": article.pk})
    assert states() == {"Bridge reopens": Status.INGESTED}
