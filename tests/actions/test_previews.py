"""A preview shows what publishing would give; a link shows one state, for a time, to who has it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.actions.moves import NotAllowed, move
from articles.actions.previews import link_of, previewed, revoke, share, shown, token_of
from articles.models import Article, PreviewLink, PublishedArticle
from articles.workflow import Change, Status
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def columns(row: PublishedArticle) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.name != "id"}


def own(**fields: Any) -> Article:
    return factories.article(created_by=cast.reporter(), **fields)


def test_it_is_what_publishing_at_that_moment_makes() -> None:
    article = own(status=Status.READY, source=factories.source())
    factories.mention(article, factories.person(), role="mayor")
    first = previewed(article, now=NOON)
    assert not PublishedArticle.objects.exists()
    move(article, "publish", by=cast.publisher(), now=NOON)
    assert columns(PublishedArticle.objects.get()) == columns(first)
    Article.objects.update(status=Status.READY, headline="Bridge closed", version=2)
    article.refresh_from_db()
    second = previewed(article, now=NOON + DAY)
    assert (second.change, second.published_at, second.modified_at) == (Change.UPDATE, NOON, NOON + DAY)
    move(article, "publish", by=cast.publisher(), now=NOON + DAY)
    assert columns(PublishedArticle.objects.get(revision=2)) == columns(second)


def test_it_keeps_showing_the_state_that_the_link_was_made_for() -> None:
    article = own()
    link = share(article, by=cast.reporter(), now=NOON, days=3)
    before = columns(previewed(article, now=NOON))
    Article.objects.update(headline="Secret", version=2)
    found = link_of(token_of(link), now=NOON + 2 * DAY)
    assert found == link
    assert found is not None and columns(shown(found)) == before


@pytest.mark.parametrize("hours", [1, 0])
def test_it_says_that_an_article_is_under_embargo(client: Client, hours: int) -> None:
    article = own(embargo_until=timezone.now() + timedelta(hours=hours))
    link = share(article, by=cast.reporter(), now=timezone.now(), days=3)
    client.force_login(cast.reporter())
    for page in (
        reverse("preview", args=(token_of(link),)),
        reverse("admin:articles_article_preview_page", args=(article.pk,)),
    ):
        assert ("Under embargo: not to be published before" in client.get(page).content.decode()) is bool(hours)


def test_it_stops_working_when_it_expires_or_is_revoked() -> None:
    article = own()
    link, other = (share(article, by=cast.reporter(), now=NOON, days=3) for _ in range(2))
    assert link_of(token_of(link), now=NOON + 3 * DAY - timedelta(seconds=1)) == link
    assert link_of(token_of(link), now=NOON + 3 * DAY) is None
    revoke(other, by=cast.editor(), now=NOON)
    other.refresh_from_db()
    assert link_of(token_of(other), now=NOON) is None
    assert (other.revoked_at, other.revoked_by) == (NOON, cast.editor())


@pytest.mark.parametrize("verb", ["spike", "kill"])
def test_it_stops_working_when_its_article_is_dropped_or_withdrawn(verb: str) -> None:
    article = own(status=Status.READY)
    if verb == "kill":
        move(article, "publish", by=cast.publisher(), now=NOON)
    link = share(article, by=cast.publisher(), now=NOON, days=3)
    move(article, verb, by=cast.publisher(), now=NOON + DAY, note="A court has ordered it.")
    assert link_of(token_of(link), now=NOON + DAY) is None
    with pytest.raises(NotAllowed):
        share(article, by=cast.publisher(), now=NOON + DAY, days=3)


@pytest.mark.parametrize("forge", ["{pk}", "{pk}:", "{pk}:AAAA", "{other}:{signature}", "", ":", "x" * 5000, "\x00:a"])
def test_it_opens_for_no_token_that_was_not_made_for_it(forge: str) -> None:
    link = share(own(), by=cast.reporter(), now=NOON, days=3)
    signature = token_of(link).split(":", 1)[1]
    token = forge.format(pk=link.pk, other=link.pk + 1, signature=signature)
    assert link_of(token, now=NOON) is None


def test_it_is_made_and_revoked_by_those_alone_who_may_share_the_text() -> None:
    article = own(status=Status.SUBMITTED)
    link = share(article, by=cast.reporter(), now=NOON, days=1)  # one's own, though it may not be edited now
    for user in (cast.reporter("ruth"), cast.stranger()):
        with pytest.raises(NotAllowed):
            share(article, by=user, now=NOON, days=1)
        with pytest.raises(NotAllowed):
            revoke(link, by=user, now=NOON)
    assert share(article, by=cast.editor(), now=NOON, days=1).created_by == cast.editor()
    with pytest.raises(ValueError, match="not one of"):
        share(article, by=cast.reporter(), now=NOON, days=400)


def test_it_forgets_links_that_expired_long_ago() -> None:
    article = own()
    share(article, by=cast.reporter(), now=NOON, days=1)
    share(article, by=cast.reporter(), now=NOON + 20 * DAY, days=1)
    share(article, by=cast.reporter(), now=NOON + 40 * DAY, days=1)
    assert PreviewLink.objects.count() == 2
