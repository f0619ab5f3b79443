"""An archive of what readers have had, and what comes of it in an empty database."""

import io
import json

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from articles.archive.restoring import restore_archive
from articles.images import files
from articles.models import Article, CuratedFront, Picture, PublishedArticle, Story, Tombstone
from articles.workflow import Status
from tests.archive.desks import PINNED, archive, emptied, rows

pytestmark = pytest.mark.django_db

KEPT_BACK = {
    *("Comment", "Notice", "SideDraft", "Presence", "SavedFilter", "PreviewLink"),  # how the desk works together
    *("Decision", "DecisionSubject", "Proposal", "HistoryEntry", "Judgement", "GivenRole", "Revision", "RoleGrant"),
    *("Intake", "ReportFile", "ReportChange", "Lead"),  # the reports of others, as they came
    *("StorySignature", "StoryTerm", "TermCount"),  # made of the reports, for finding stories
}
"""What an archive of publications leaves out. A new model stands here, or readers' archives have it."""
UNSAID = {
    "report_name",
    "copied_from",
    "created_by",
    "edited_at",
    "edited_by",
    "assignee",
    "due_at",
    "embargo_until",
    "report_date_checked",
}
"""Fields of an article that its publications do not tell; a new one stands here, or a working copy has it."""


def test_what_is_published_comes_back_without_the_rest_of_the_desk(filled: None) -> None:
    pages = [
        "/",
        "/latest/",
        "/people/",
        "/corrections/",
        *(row.get_absolute_url() for row in PublishedArticle.objects.visible(timezone.now())),
        *(story.get_absolute_url() for story in Story.objects.told()),
    ]
    before = {page: Client().get(page, follow=True) for page in pages}
    data = archive(published=True)
    assert b"planted" not in data and b"xylophone" not in data and b"Who says so" not in data
    assert b"auth.user" not in data and b"articles.intake" not in data
    assert b"withdrawn zeppelin" not in data and b"Wrong in all parts." in data
    emptied()
    restore_archive(io.BytesIO(data))
    after = {page: Client().get(page, follow=True) for page in pages}
    assert {page: answer.content for page, answer in after.items()} == {
        page: answer.content for page, answer in before.items()
    }
    (shown,) = Picture.objects.exclude(file="")
    assert Client().get(f"/media/{shown.file}/640.jpg").status_code == 200
    assert [key for key, _made_at in files.kept()] == [shown.file]
    assert not default_storage.exists(f"masters/{shown.file}.jpg")
    tombstone = Tombstone.objects.get()
    assert Client().get(f"/articles/{tombstone.number}/x/").status_code == 410
    assert Article.objects.get(pk=tombstone.number).status == Status.KILLED


def test_its_working_copies_say_what_readers_have(filled: None) -> None:
    data = archive(published=True)
    emptied()
    restore_archive(io.BytesIO(data))
    for row in PublishedArticle.objects.visible(timezone.now()):
        copy = Article.objects.get(pk=row.number)
        assert copy.best_headline == row.headline
        assert [picture.frozen() for picture in copy.pictures.all()] == row.details["pictures"]
        assert copy.body == row.body_html
        assert (copy.section.slug if copy.section else None) == (row.details["section"] or {}).get("slug")
        assert set(copy.tags.values_list("slug", flat=True)) == {tag["slug"] for tag in row.details["tags"]}
        assert set(copy.people.values_list("slug", flat=True)) == {person["slug"] for person in row.details["people"]}


def test_it_has_every_table_that_readers_see(filled: None) -> None:
    said = {json.loads(line).get("table", "").removeprefix("articles.") for line in rows(archive(published=True))}
    own = {model.__name__ for model in apps.get_app_config("articles").get_models(include_auto_created=True)}
    assert {name.lower() for name in own - KEPT_BACK} == said - {""}


def test_it_has_the_front_page_without_what_readers_never_had(filled: None) -> None:
    data = archive(published=True)
    emptied()
    restore_archive(io.BytesIO(data))
    front = CuratedFront.objects.get()
    assert (front.top, front.edited_by) == (None, None)
    assert [pin.article.headline for pin in front.pins.all()] == [PINNED]
    assert [part.kind for part in front.lists.all()] == ["section", "latest"]


def test_a_working_copy_has_every_field_that_its_publications_tell(filled: None) -> None:
    data = archive(published=True)
    emptied()
    restore_archive(io.BytesIO(data))
    copies, fresh = list(Article.objects.all()), Article()
    fields = {field.name: field.attname for field in Article._meta.concrete_fields}
    told = {name for name, key in fields.items() if any(getattr(one, key) != getattr(fresh, key) for one in copies)}
    assert set(fields) - told == UNSAID


def test_it_is_the_same_archive_once_more_when_it_has_been_read_back(filled: None) -> None:
    data = archive(published=True)
    emptied()
    restore_archive(io.BytesIO(data))
    again = archive(published=True)
    assert said(again) == said(data)


def said(data: bytes) -> list[str]:
    """The rows of an archive, without the keys that rows of working copies are given when they are read."""
    found = []
    for line in rows(data):
        item = json.loads(line)
        if "row" in item and item["table"].removeprefix("articles.") in MADE:
            item["row"].pop("id", None)
        found.append(json.dumps(item, sort_keys=True))
    return sorted(found)


MADE = {"articletag", "mention", "credit", "picture", "quote"}
