"""After publication nothing changes silently, and what is taken away is gone from everywhere at once."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, HistoryEntry, PublishedArticle, Tombstone
from articles.workflow import Status
from tests import cast, factories
from tests.admin.pages import change
from tests.admin.test_moves import post, said, status_of

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def live(headline: str = "Bridge reopens") -> Article:
    row = factories.published(
        headline, at=timezone.now() - timedelta(hours=1), tags=("Bridges",), people=("Ana Horvat",), outlet="Wire"
    )
    Article.objects.filter(pk=row.number).update(report_date="2024-03-05")
    return Article.objects.get(pk=row.number)


def readers_pages() -> dict[str, str]:
    """Every page on which readers find articles."""
    return {
        name: reverse(name, args=args)
        for name, args in {
            "home": (),
            "latest": (),
            "tag": ("bridges",),
            "person": ("ana-horvat",),
            "source": ("wire",),
            "feed": ("rss.xml",),
            "feed_tag": ("bridges", "atom.xml"),
            "sitemap_news": (),
        }.items()
    }


def found_on(headline: str) -> set[str]:
    """The pages that show the headline, or the address of the article."""
    reader = Client()
    number = Article.objects.get(headline=headline).pk
    shown = {name: reader.get(path).content.decode() for name, path in readers_pages().items()}
    return {name for name, html in shown.items() if headline in html or f"/articles/{number}/" in html}


def address(article: Article) -> str:
    return PublishedArticle.objects.filter(number=article.pk).latest("pk").get_absolute_url()


@pytest.mark.parametrize("kind", ["correction", "clarification", "retraction"])
def test_it_publishes_what_readers_are_told_of_only_with_the_telling(client: Client, kind: str) -> None:
    client.force_login(cast.publisher())
    article = live()
    Article.objects.update(status=Status.READY)
    for note in ("", "  \n "):
        answer = post(client, article, "publish", change=kind, note=note)
        assert said(answer)[-1] == f"Say what readers are told: a {kind} is published with a note."
    assert status_of(article) == Status.READY
    assert PublishedArticle.objects.get().goes_off_at is None  # what readers had is still theirs
    post(client, article, "publish", change=kind, note="It is <older>.")
    assert PublishedArticle.objects.get(goes_off_at__isnull=True).change == kind
    assert "It is &lt;older&gt;." in Client().get(address(article)).content.decode()
    entry = HistoryEntry.objects.get(verb="publish")
    assert (entry.details["change"], entry.note) == (kind, "It is <older>.")
    assert f"Publish ({kind.capitalize()})" in client.get(change(article)).content.decode()


@pytest.mark.parametrize(("kind", "below"), [("correction", True), ("clarification", False), ("retraction", False)])
def test_it_puts_what_readers_are_told_where_it_belongs(client: Client, kind: str, below: bool) -> None:
    client.force_login(cast.publisher())
    article = live()
    Article.objects.update(status=Status.READY)
    post(
        client,
        article,
        "publish",
        change=kind,
        note="We were wrong.",
        **({"note_below": "on"} if kind != "clarification" else {}),
    )
    html = Client().get(address(article)).content.decode()
    assert (html.index('<p dir="auto">We were wrong.') > html.index('class="prose"')) is below
    assert ('class="retracted"' in html) is (kind == "retraction")
    assert "The bridge reopened on Tuesday." in html  # it stays readable


@pytest.mark.parametrize("kind", ["minor", "update"])
def test_it_publishes_other_changes_without_a_note(client: Client, kind: str) -> None:
    client.force_login(cast.publisher())
    article = live()
    before = PublishedArticle.objects.get()
    Article.objects.update(status=Status.READY)
    post(client, article, "publish", change=kind, note="For the log alone.")
    row = PublishedArticle.objects.get(goes_off_at__isnull=True)
    assert (row.change, row.note, row.published_at) == (kind, "", before.published_at)
    assert (row.modified_at == before.modified_at) is (kind == "minor")


def test_it_is_gone_from_every_page_when_killed_and_says_why(client: Client) -> None:
    client.force_login(cast.publisher())
    live("Ferry late")
    article = live()
    assert found_on("Bridge reopens") == set(readers_pages())
    post(client, article, "kill", note="It was <invented>.")
    assert found_on("Bridge reopens") == set()
    assert found_on("Ferry late") == set(readers_pages())
    gone = Client().get(address(article))
    assert gone.status_code == 410 and "It was &lt;invented&gt;." in gone.content.decode()
    assert Client().get(reverse("ninjs", args=(article.pk,))).status_code == 410
    assert Tombstone.objects.get().reason == "It was <invented>."
    for verb in ("revive", "rework", "publish", "unpublish", "kill"):
        assert post(client, article, verb, note="Again.").status_code in {302, 403}
    assert status_of(article) == Status.KILLED


def test_it_is_gone_when_unpublished_and_comes_back_at_its_address(client: Client) -> None:
    client.force_login(cast.publisher())
    live("Ferry late")
    article = live()
    post(client, article, "unpublish", note="The lawyers are reading it.")
    assert found_on("Bridge reopens") == set()
    missing = Client().get(address(article))
    assert missing.status_code == 404 and "lawyers" not in missing.content.decode()
    assert not Tombstone.objects.exists()
    Article.objects.filter(pk=article.pk).update(status=Status.READY)
    post(client, article, "publish")
    assert Client().get(address(article)).status_code == 200
    assert found_on("Bridge reopens") >= {"home", "latest", "tag"}
    first, second = PublishedArticle.objects.filter(number=article.pk).order_by("pk")
    assert first.get_absolute_url() == second.get_absolute_url()
    assert first.published_at == second.published_at


@pytest.mark.parametrize("verb", ["kill", "unpublish"])
def test_it_takes_nothing_away_without_a_reason(client: Client, verb: str) -> None:
    client.force_login(cast.publisher())
    article = live()
    assert "Say why" in said(post(client, article, verb, note=" "))[0]
    assert Client().get(address(article)).status_code == 200
