"""The page of corrections and its feed."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import PublishedArticle
from articles.workflow import Change
from tests import factories


def correct(count: int, **fields: Any) -> list[PublishedArticle]:
    rows = []
    for number in range(count):
        row = factories.published(f"Headline {number}")
        row.change, row.note = Change.CORRECTION, f"Note {number}."
        for name, value in fields.items():
            setattr(row, name, value)
        row.save()
        rows.append(row)
    return rows


@pytest.mark.parametrize("rows", [1, 3, 60])
def test_asks_the_same_few_questions_for_any_number_of_notes(
    client: Client, db: None, django_assert_num_queries: Any, rows: int
) -> None:
    factories.copies(correct(1)[0], rows - 1)
    with django_assert_num_queries(5):
        client.get("/corrections/")
    with django_assert_num_queries(4):
        client.get("/feeds/corrections/rss.xml")


def test_shows_typed_notes_with_the_headline_of_today(client: Client, db: None) -> None:
    row = correct(1, headline="The wrong headline", note="It was <Tuesday>.")[0]
    now = timezone.now()
    PublishedArticle.objects.filter(pk=row.pk).update(goes_off_at=now)
    row.pk, row.headline, row.change, row.note = None, "The right headline", Change.UPDATE, "For the desk alone"
    row.goes_live_at = now
    row.save(force_insert=True)
    page = client.get("/corrections/").content.decode()
    assert "It was &lt;Tuesday&gt;." in page
    assert "The wrong headline" not in page
    assert "For the desk alone" not in page
    moment = int(PublishedArticle.objects.get(change=Change.CORRECTION).goes_live_at.timestamp())
    assert f'href="{row.get_absolute_url()}#note-{moment}"' in page
    assert f'id="note-{moment}"' in client.get(row.get_absolute_url()).content.decode()


def test_has_a_page_of_its_own_which_feeds_name(client: Client, db: None) -> None:
    row, other = correct(2)
    moment = int(row.goes_live_at.timestamp())
    path = f"/corrections/{row.number}-{moment}/"
    page = client.get(path).content.decode()
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{path}">' in page and row.note in page
    assert row.get_absolute_url() in page and other.note not in page
    assert f'href="{path}"' in client.get("/corrections/").content.decode()
    for form in ("rss.xml", "atom.xml", "feed.json"):
        assert f"http://127.0.0.1:8000{path}" in client.get(f"/feeds/corrections/{form}").content.decode()
    for wrong in (f"{row.number}-{moment + 1}", f"{row.number}-{9**40}", f"{9**40}-{moment}"):
        assert client.get(f"/corrections/{wrong}/").status_code == 404
    PublishedArticle.objects.filter(pk=row.pk).update(goes_off_at=timezone.now())
    assert client.get(path).status_code == 404


def test_leads_through_all_of_them_newest_first(client: Client, db: None) -> None:
    expected = [f"Note {number}." for number in range(45) if correct(1, note=f"Note {number}.")]
    path, seen = "/corrections/", []
    while path:
        answer = client.get(path)
        seen += [note.note for note, _ in answer.context["notes"]]
        path = answer.context["older"]
    assert seen == expected


def test_leaves_out_what_readers_do_not_have(client: Client, db: None) -> None:
    now = timezone.now()
    over, later, cancelled, minor, unnoted = correct(5)
    PublishedArticle.objects.filter(pk=over.pk).update(goes_off_at=now)
    PublishedArticle.objects.filter(pk=later.pk).update(goes_live_at=now + timedelta(hours=1))
    PublishedArticle.objects.filter(pk=cancelled.pk).update(goes_off_at=cancelled.goes_live_at)
    PublishedArticle.objects.filter(pk=minor.pk).update(change=Change.MINOR)
    PublishedArticle.objects.filter(pk=unnoted.pk).update(note="")
    assert "Nothing had to be set right yet." in client.get("/corrections/").content.decode()
    assert client.get("/feeds/corrections/feed.json").json()["items"] == []


def test_is_a_feed(client: Client, db: None) -> None:
    correct(2)
    items = client.get("/feeds/corrections/feed.json").json()["items"]
    assert [item["title"] for item in items] == ["Correction: Headline 0", "Correction: Headline 1"]
    assert len({item["url"] for item in items}) == 2
    assert items[0]["content_html"] == "<p>Note 0.</p>"
    assert 'href="/feeds/corrections/rss.xml"' in client.get("/corrections/").content.decode()


@pytest.mark.parametrize("query", ["before=x", "after=20240305T120000.000000-1", "before=%00", "before=" + "9" * 400])
def test_knows_no_other_places(client: Client, db: None, query: str) -> None:
    assert client.get(f"/corrections/?{query}").status_code == 404


def test_shows_what_was_changed_word_by_word(client: Client, db: None) -> None:
    row = correct(1)[0]
    row.details["changed"] = [[["same", "on "], ["gone", "<Monday>"], ["new", "Tuesday"]]]
    row.save()
    page = client.get("/corrections/").content.decode()
    assert "What was changed" in page
    assert "&lt;Monday&gt;</del>" in page
    assert "Tuesday</ins>" in page
