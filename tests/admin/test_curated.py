"""The readers' front page on the desk: who may change it, what can be chosen, and what readers then have."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import CuratedFront, FrontList, Pin
from tests import cast, factories
from tests.admin.pages import filled

pytestmark = pytest.mark.django_db

PAGE = reverse("admin:articles_curatedfront_changelist")


def form(client: Client, **changes: Any) -> dict[str, Any]:
    return filled(client.get(PAGE), "curatedfront_form") | changes


def test_its_buttons_speak_of_another_pinned_article(client: Client) -> None:
    client.force_login(cast.editor())
    html = client.get(PAGE).content.decode()
    assert "Add another pinned article" in html and "Add another Pinned" not in html


def numbers(client: Client) -> list[int]:
    page = client.get("/").context
    return [row.number for row in page["top"] + page["beside"]]


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("who", "may"),
    [(cast.reporter, False), (cast.editor, True), (cast.publisher, True), (cast.administrator, True), (None, False)],
)
def test_it_is_for_editors_and_those_above_them(client: Client, who: Any, may: bool) -> None:
    row = factories.published()
    client.force_login(cast.editor("erna"))
    data = form(client, top=str(row.number))
    client.logout()
    if who is not None:
        client.force_login(who())
    change = reverse("admin:articles_curatedfront_change", args=(1,))
    for path in (PAGE, change):
        assert client.get(path).status_code == (200 if may else 403 if who else 302)
        for extra in ({"_save": "Save"}, {"_preview": "Preview"}):
            answer = client.post(path, data | extra)
            assert answer.status_code in ({200, 302} if may else {403} if who else {302})
    assert CuratedFront.objects.filter(top=row.number).exists() is may
    assert CuratedFront.objects.exists() is may


def test_it_takes_numbers_and_addresses_and_readers_have_them_at_once(client: Client) -> None:
    rows = [factories.published(f"Report {n}", at=factories.NOON - timedelta(minutes=n)) for n in range(8)]
    client.force_login(cast.editor())
    data = form(
        client,
        **{
            "top": f"{rows[5].number} – Report 5",
            "pins-0-article": f"http://127.0.0.1:8000{rows[7].get_absolute_url()}",
            "pins-0-position": "2",
            "pins-1-article": str(rows[6].number),
            "pins-1-position": "1",
            "lists-0-kind": "latest",
            "lists-0-limit": "2",
            "lists-0-heading": "Fresh",
        },
    )
    assert client.post(PAGE, data).status_code == 302
    assert numbers(client) == [rows[5].number, rows[6].number, rows[7].number]
    assert [(b.title, b.articles) for b in client.get("/").context["blocks"]] == [("Fresh", rows[:2])]
    assert "Added pinned article “Report 6”" in LogEntry.objects.get().get_change_message()
    assert f'value="{rows[5].number} – Report 5"' in client.get(PAGE).content.decode()


def test_it_shows_a_preview_of_what_is_not_saved(client: Client) -> None:
    rows = [factories.published(at=factories.NOON - timedelta(minutes=n)) for n in range(4)]
    client.force_login(cast.editor())
    data = form(client, **{"top": str(rows[3].number), "pins-0-article": str(rows[2].number), "_preview": "Preview"})
    answer = client.post(PAGE, data)
    assert [row.number for row in answer.context["top"] + answer.context["beside"]] == [rows[3].number, rows[2].number]
    assert "Preview: readers get this" in answer.content.decode()
    assert not Pin.objects.exists() and numbers(client)[0] == rows[0].number
    assert "no such article" in client.post(PAGE, data | {"top": "987654"}).content.decode()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"top": "soon"}, "There is no such article"),
        ({"top": "9" * 30}, "There is no such article"),
        ({"lists-0-kind": "section"}, "Choose which."),
        ({"lists-0-kind": "latest", "lists-0-limit": "99"}, "less than or equal to 12"),
    ],
)
def test_it_says_what_is_missing(client: Client, changes: dict[str, str], said: str) -> None:
    client.force_login(cast.editor())
    assert said in client.post(PAGE, form(client, **changes)).content.decode()
    assert not FrontList.objects.exists()


def test_it_overwrites_nobodys_work(client: Client) -> None:
    first, second = (factories.published() for _ in range(2))
    client.force_login(cast.editor())
    mine = form(client, top=str(first.number))
    client.force_login(cast.publisher())
    client.post(PAGE, form(client, top=str(second.number)))
    client.force_login(cast.editor())
    answer = client.post(PAGE, mine)
    assert "paula changed this page" in answer.content.decode()
    assert CuratedFront.objects.get().top_id == second.number
    client.post(PAGE, filled(answer, "curatedfront_form"))
    assert CuratedFront.objects.get().top_id == first.number


def test_it_says_of_a_pin_whether_readers_have_it(client: Client) -> None:
    row, draft, now = factories.published(), factories.article("Draft"), timezone.now()
    front = CuratedFront.objects.create(pk=1)
    Pin.objects.create(front=front, article_id=row.number)
    Pin.objects.create(front=front, article=draft)
    Pin.objects.create(front=front, article=factories.article("Old"), until=now - timedelta(days=1))
    client.force_login(cast.editor())
    page = client.get(PAGE).content.decode()
    assert all(words in page for words in ("<p>have it</p>", "<p>do not have it: left out</p>", "<p>over</p>"))
