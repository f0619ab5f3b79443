"""Nothing typed is lost: refused texts are kept at once, typing is kept as it goes, and others see who is there."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.actions import edits
from articles.actions import typing as typing_act
from articles.actions.moves import move
from articles.actions.typing import MOST_REFUSED, keep_refused, keep_typed, sign_of_life
from articles.models import Article, Presence, SideDraft
from tests import cast, factories
from tests.admin.pages import change, filled
from tests.conftest import PATIENCE
from tests.factories import NOON

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.django_db


def own(**fields: Any) -> Article:
    return factories.article(created_by=cast.reporter(), **fields)


def typing(article: Article) -> str:
    return reverse("admin:articles_article_typing", args=(article.pk,))


def discard(article: Article, draft: SideDraft) -> str:
    return reverse("admin:articles_article_discard", args=(article.pk, draft.pk))


# What was refused


def test_it_keeps_a_refused_text_at_once_and_shows_both_side_by_side(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own(text="Old words.")
    mine = client.get(change(article))
    edits.claim(article, seen=1, by=cast.editor(), now=NOON)
    Article.objects.update(headline="Their headline")
    client.post(change(article), filled(mine, body="My <long> words.\n\nTwo.", standfirst="Mine."))
    draft = SideDraft.objects.get()
    assert (draft.by, draft.seen, draft.refused) == (cast.reporter(), 1, True)
    assert draft.fields["body"] == "My <long> words.\n\nTwo."
    # The page may be closed: it is all there when they come again.
    page = client.get(change(article))
    html = page.content.decode()
    assert "Refused at" in html and "<ins>My &lt;long&gt;</ins>" in html and "<del>Old</del>" in html
    assert "<del>Their headline</del>" in html and "<ins>Mine.</ins>" in html
    assert "<long>" not in html
    into = client.get(f"{change(article)}?draft={draft.pk}")
    assert "My &lt;long&gt; words." in into.content.decode()
    assert client.post(change(article), filled(into, headline="Their headline")).status_code == 302
    stored = Article.objects.get()
    assert (stored.headline, stored.standfirst, stored.version) == ("Their headline", "Mine.", 3)
    assert stored.body == "<p>My &lt;long&gt; words.</p>\n<p>Two.</p>"


def test_it_keeps_the_text_of_who_may_no_longer_save(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    page = client.get(change(article))
    move(article, "submit", by=cast.reporter(), now=NOON)
    client.post(change(article), filled(page, body="An hour of typing."))
    assert SideDraft.objects.get().fields["body"] == "An hour of typing."
    html = client.get(change(article)).content.decode()
    assert "An hour of typing" in html and "Put it into the form" not in html


def test_it_keeps_the_same_text_once_and_no_more_than_a_few(client: Client) -> None:
    article = own()
    for number in range(MOST_REFUSED + 5):
        for _ in range(2):
            keep_refused(article, fields={"body": str(number)}, seen=1, by=cast.reporter(), now=NOON)
    assert SideDraft.objects.count() == MOST_REFUSED
    assert SideDraft.objects.first() == SideDraft.objects.get(fields={"body": str(MOST_REFUSED + 4)})


def test_it_keeps_no_text_without_end_says_so_and_leaves_it_on_the_page(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typing_act, "MOST_CHARACTERS", 200)
    client.force_login(cast.reporter())
    article = own()
    kept = keep_refused(article, fields={"body": "Before."}, seen=1, by=cast.reporter(), now=timezone.now())
    assert "longer than 200 characters" in client.post(typing(article), {"body": "x" * 300}).json()["kept"]
    page = client.get(change(article))
    assert "It is kept until" in page.content.decode()
    article.claim(seen=1, by=cast.editor(), now=NOON)
    html = client.post(change(article), filled(page, body="y" * 300)).content.decode()
    assert "longer than 200 characters" in html and "y" * 300 in html
    assert SideDraft.objects.get() == kept


def test_it_is_kept_for_as_long_as_saves_are() -> None:
    for article, age in ((own(), 366), (own(), 364)):
        keep_refused(article, fields={}, seen=1, by=cast.reporter(), now=timezone.now() - timedelta(days=age))
    call_command("prunerevisions")
    assert SideDraft.objects.get().article == article


def test_it_lets_go_of_it_once_it_is_saved_over_the_other(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    mine = client.get(change(article))
    edits.claim(article, seen=1, by=cast.editor(), now=NOON)
    refused = client.post(change(article), filled(mine, headline="Mine"))
    client.post(change(article), filled(refused, over="2"))
    assert Article.objects.get().headline == "Mine"
    assert not SideDraft.objects.exists()


def test_it_is_nobody_elses_to_see_use_or_throw_away(client: Client) -> None:
    article = own()
    draft = keep_refused(article, fields={"headline": "Private words"}, seen=1, by=cast.reporter(), now=NOON)
    client.force_login(cast.editor())
    for address in (change(article), f"{change(article)}?draft={draft.pk}"):
        assert "Private words" not in client.get(address).content.decode()
    assert client.post(discard(article, draft)).status_code == 404
    client.force_login(cast.reporter())
    assert client.get(discard(article, draft)).status_code == 405
    assert client.post(discard(article, draft)).status_code == 302
    assert not SideDraft.objects.exists()


@pytest.mark.parametrize("asked", ["x", "0", "9" * 40, "-1"])
def test_it_opens_the_form_when_the_draft_is_not_there(client: Client, asked: str) -> None:
    client.force_login(cast.reporter())
    assert client.get(f"{change(own())}?draft={asked}").status_code == 200


# While one types


def test_it_keeps_what_is_typed_beside_the_article_and_changes_nothing_in_it(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    for words in ("One", "One two"):
        answer = client.post(typing(article), {"seen": "1", "headline": words, "body": "a\r\nb", "status": "published"})
    assert answer.json()["kept"].startswith("Kept at ")
    draft = SideDraft.objects.get()
    assert (draft.fields, draft.refused) == ({"headline": "One two", "body": "a\nb"}, False)
    stored = Article.objects.get()
    assert (stored.headline, stored.version, stored.edited_by) == ("Bridge reopens", 1, None)
    page = client.get(change(article))
    assert "Typed until" in page.content.decode()
    client.post(change(article), filled(page, headline="Saved"))
    assert not SideDraft.objects.exists()


def test_it_says_nothing_of_text_that_is_in_the_article_already(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own(text="One.")
    keep_typed(article, fields={"headline": "Bridge reopens", "body": "One."}, seen=1, by=cast.reporter(), now=NOON)
    assert "Text of yours" not in client.get(change(article)).content.decode()


@pytest.mark.parametrize("seen", ["", "x", "9" * 6000])
def test_it_keeps_the_text_whatever_else_was_sent(client: Client, seen: str) -> None:
    client.force_login(cast.reporter())
    article = own()
    assert client.post(typing(article), {"seen": seen, "body": "Kept"}).status_code == 200
    assert SideDraft.objects.get().fields == {"body": "Kept"}


def test_it_tells_who_else_is_there_until_they_are_gone(client: Client) -> None:
    article, now = own(), timezone.now()
    sign_of_life(article, by=cast.editor(), now=now - timedelta(minutes=10))
    sign_of_life(article, by=cast.editor(), now=now)
    client.force_login(cast.reporter())
    said = client.post(typing(article), {"seen": "1"}).json()
    assert said["others"].startswith("edgar is editing since ") and said["kept"] == said["moved"] == ""
    Presence.objects.filter(by=cast.editor()).update(at=now - timedelta(minutes=3))
    assert client.post(typing(article), {"seen": "1"}).json()["others"] == ""
    assert Presence.objects.count() == 2
    assert not SideDraft.objects.exists()  # a sign of life alone keeps no text


def test_it_begins_anew_after_an_absence() -> None:
    article = own()
    sign_of_life(article, by=cast.editor(), now=NOON)
    sign_of_life(article, by=cast.editor(), now=NOON + timedelta(seconds=60))
    assert Presence.objects.get().since == NOON
    sign_of_life(article, by=cast.editor(), now=NOON + timedelta(hours=1))
    assert Presence.objects.get().since == NOON + timedelta(hours=1)


def test_it_says_that_somebody_saved_and_raises_no_alarm_about_moves_and_own_saves(client: Client) -> None:
    client.force_login(cast.editor())
    article = own()
    move(article, "submit", by=cast.editor("erna"), now=NOON)
    assert client.post(typing(article), {"seen": "1"}).json()["moved"] == ""
    typing_act.take_over(article, by=cast.editor("erna"), now=timezone.now())
    edits.claim(article, seen=1, by=cast.editor("erna"), now=NOON)
    assert "Somebody has saved" in client.post(typing(article), {"seen": "1"}).json()["moved"]
    assert client.post(typing(article), {"seen": "2"}).json()["moved"] == ""


def test_it_is_closed_to_strangers_and_opened_by_no_link(client: Client) -> None:
    article = own()
    assert client.post(typing(article), {"body": "x"}).status_code == 302
    client.force_login(cast.reporter())
    assert client.get(typing(article)).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.reporter())
    assert strict.post(typing(article), {"body": "x"}).status_code == 403
    assert not SideDraft.objects.exists()


# The lease


def take_over(article: Article) -> str:
    return reverse("admin:articles_article_take_over", args=(article.pk,))


def editing(article: Article, who: Any, *, seconds: int = 0, **typed: str) -> Client:
    """A colleague who has the form open and gave a sign of life so many seconds ago."""
    client = Client()
    client.force_login(who)
    client.post(typing(article), {"seen": str(article.version), **typed})
    Presence.objects.filter(by=who).update(at=timezone.now() - timedelta(seconds=seconds))
    return client


def test_it_is_read_while_a_colleague_edits_and_saved_once_it_was_taken_over(client: Client) -> None:
    article = own(text="Old.")
    page = filled(editing(article, cast.editor()).get(change(article)))
    ana = editing(article, cast.editor(), body="Ana’s hour.")
    client.force_login(cast.reporter())
    html = client.get(change(article)).content.decode()
    assert "edgar is editing since" in html and 'name="_save"' not in html and "Old." in html
    client.post(take_over(article))
    answer = client.get(change(article))
    assert client.post(change(article), filled(answer, body="Mine.")).status_code == 302
    # She is told at her next sign of life, and what she typed is there, kept and put into the form.
    said = ana.post(typing(article), {"seen": "1", "body": "Ana’s hour and more."}).json()
    assert said["others"].startswith("rita is editing since") and said["held"]
    refused = ana.post(change(article), {**page, "body": "Ana’s hour and more."})
    assert refused.status_code == 403 and "Ana’s hour and more." in refused.content.decode()
    back = ana.post(take_over(article), follow=True)
    assert "?draft=" in back.redirect_chain[0][0]
    assert "Ana’s hour and more." in filled(back)["body"][0]
    assert Article.objects.get().body == "<p>Mine.</p>"


@pytest.mark.parametrize("gone", ["silent", "closed", "self"])
def test_it_traps_nobody_when_the_holder_is_gone_or_oneself(client: Client, gone: str) -> None:
    article = own()
    client.force_login(cast.reporter())
    page = filled(client.get(change(article)), headline="Saved")
    who = cast.reporter() if gone == "self" else cast.editor()
    other = editing(article, who, seconds=121 if gone == "silent" else 0)
    if gone == "closed":
        other.post(typing(article), {"closed": "1", "body": "Typed last."})
        assert SideDraft.objects.get().fields == {"body": "Typed last."}
    assert client.post(change(article), page).status_code == 302
    assert Article.objects.get().headline == "Saved"
    assert client.post(typing(article), {"seen": "2"}).json()["held"] == ""
    assert Presence.objects.get(holds=True).by == cast.reporter()


def test_it_is_not_held_by_looking_nor_by_two(client: Client) -> None:
    article = own()
    client.force_login(cast.reporter())
    client.get(change(article))
    assert not Presence.objects.exists()
    editing(article, cast.reporter())
    editing(article, cast.editor())
    assert [row.by for row in Presence.objects.filter(holds=True)] == [cast.reporter()]
    assert client.post(typing(article), {"seen": "1"}).json()["held"] == ""


def test_it_is_free_for_others_once_it_is_handed_on_and_while_one_only_looks(client: Client) -> None:
    article = own()
    ana = editing(article, cast.editor())
    client.force_login(cast.reporter())
    assert client.post(typing(article), {"seen": "1", "looks": "1"}).json()["held"]
    assert Presence.objects.get().by == cast.editor()  # looking is no editing
    ana.post(reverse("admin:articles_article_move", args=(article.pk,)), {"verb": "submit", "seen": "draft:1"})
    ana.post(typing(article), {"seen": "1", "looks": "1"})
    assert Article.objects.get().status == "submitted"
    assert not Presence.objects.exists()


def test_it_is_taken_over_by_those_alone_who_may_edit(client: Client) -> None:
    article = own()
    editing(article, cast.reporter())
    client.force_login(cast.reporter("ruth"))
    assert client.post(take_over(article)).status_code == 403
    client.force_login(cast.editor())
    assert client.get(take_over(article)).status_code == 405
    assert Presence.objects.get(holds=True).by == cast.reporter()


def test_it_is_not_held_by_who_may_not_edit_it_or_may_no_longer(client: Client) -> None:
    article = own()
    editing(article, cast.reporter("ruth"))
    assert not Presence.objects.filter(holds=True).exists()
    rita = editing(article, cast.reporter())
    assert Presence.objects.get(holds=True).by == cast.reporter()
    move(article, "submit", by=cast.reporter(), now=NOON)
    rita.post(typing(article), {"seen": "1"})
    client.force_login(cast.editor())
    assert 'name="_save"' in client.get(change(article)).content.decode()


def test_it_keeps_no_move_and_no_comment_from_a_colleague(client: Client) -> None:
    article = own()
    ana = editing(article, cast.reporter())
    move(article, "submit", by=cast.editor(), now=NOON)
    client.force_login(cast.editor())
    client.post(reverse("admin:articles_article_comment", args=(article.pk,)), {"text": "Well done."})
    said = ana.post(typing(article), {"seen": "1"}).json()
    assert (said["moved"], said["held"]) == ("", "")


@pytest.mark.django_db(transaction=True)
def test_two_browsers_on_one_article_lose_no_character(browser: "Browser", live_server: Any) -> None:
    from playwright.sync_api import expect

    from tests.admin.test_browser import save, sign_in

    article = own(text="Old words.")
    pages, complaints = [], []
    for user in (cast.editor("ana"), cast.editor("ben")):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.set_default_timeout(PATIENCE)
        sign_in(context, live_server.url, user)
        page = context.new_page()
        page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
        pages.append(page)
    ana, ben = pages
    ana.goto(f"{live_server.url}{change(article)}")
    ana.locator(".body-text").fill("Ana’s words.")
    ana.get_by_text("Kept at").wait_for()
    ben.goto(f"{live_server.url}{change(article)}")
    ben.get_by_text("ana is editing since").wait_for()
    ben.click("text=Take over")
    ben.locator(".body-text").fill("Ben’s words, all of them.")
    ana.locator(".body-text").fill("Ana’s last words.")
    ana.get_by_text("ben is editing since").wait_for()
    save(ben)
    ana.click("text=Take over")
    ana.get_by_text("You are editing it now.").wait_for()
    expect(ana.locator(".body-text")).to_have_text("Ana’s last words.")
    expect(ana.locator("[name=body]")).to_have_value("Ana’s last words.")
    expect(ana.locator("del").get_by_text("all of them")).not_to_have_count(0)  # what would be lost is struck out
    ana.context.close()  # without saving
    assert Article.objects.get().body == "<p>Ben’s words, all of them.</p>"
    assert SideDraft.objects.get(by=cast.editor("ana")).fields["body"] == "Ana’s last words."
    ben.context.close()
    assert complaints == []
