"""A renamed tag, person or source: readers have the new name, and old addresses lead to it."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry

from articles.actions.labels import forget, rename, take_address
from articles.models import PublishedArticle, Quotation, Redirect, RedirectKind
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def redirects() -> dict[str, int]:
    return dict(Redirect.objects.values_list("slug", "target"))


def test_it_leaves_the_old_address_leading_to_the_row() -> None:
    tag = factories.tag("Bridges")
    rename(tag, name="Crossings", slug="crossings", by=cast.editor(), now=NOON)
    tag.refresh_from_db()
    assert (tag.name, tag.slug) == ("Crossings", "crossings")
    redirect = Redirect.objects.get()
    assert (redirect.kind, redirect.slug, redirect.target) == (RedirectKind.TAG, "bridges", tag.pk)


def test_it_leads_in_no_circle_when_a_name_goes_back() -> None:
    tag = factories.tag("Bridges")
    rename(tag, name="Crossings", slug="crossings", by=None, now=NOON)
    rename(tag, name="Bridges", slug="bridges", by=None, now=NOON)
    assert redirects() == {"crossings": tag.pk}


def test_it_lets_another_row_take_a_slug_that_became_free() -> None:
    first = factories.source("Harbour Post")
    rename(first, name="Harbour Daily", slug="harbour-daily", by=None, now=NOON)
    second = factories.source("Harbour Evening Post", slug="harbour-post")
    take_address(second)
    assert redirects() == {}
    rename(second, name="Evening Post", slug="evening-post", by=None, now=NOON)
    assert redirects() == {"harbour-post": second.pk}


def test_it_keeps_redirects_of_the_other_kinds() -> None:
    rename(factories.tag("Geneva"), name="Geneva talks", slug="geneva-talks", by=None, now=NOON)
    rename(factories.source("The Genevan", slug="genevan"), name="Geneva", slug="geneva", by=None, now=NOON)
    assert Redirect.objects.filter(kind=RedirectKind.TAG, slug="geneva").exists()


def test_it_renames_what_readers_have_and_will_have() -> None:
    row = factories.published("Old bridge", at=NOON, tags=("Bridges", "Rivers"), people=("Ana Horvat",), outlet="Wire")
    row.details["quotes"] = [{"text": "So be it.", "speaker": {"name": "Ana Horvat", "slug": "ana-horvat"}}]
    row.details["credits"] = [{"name": "Wire", "slug": "wire"}]
    row.save()
    ana, wire = factories.person("Ana Horvat"), factories.source("Wire")
    words = Quotation.objects.create(key="k", text="So be it.")
    row.quotes.create(person=ana, quotation=words, text="So be it.", position=0, published_at=NOON)
    row.sources.create(source=wire, role="reporting", published_at=NOON)
    later = factories.published("Next bridge", at=NOON + timedelta(days=1), tags=("Bridges",))
    later_on = NOON + timedelta(hours=1)
    assert rename(factories.tag("Bridges"), name="Crossings", slug="crossings", by=None, now=later_on) == 2
    assert rename(factories.person("Ana Horvat"), name="Ana Horvát", slug="ana-horvat-2", by=None, now=later_on) == 1
    assert rename(factories.source("Wire"), name="The Wire", slug="the-wire", by=None, now=later_on) == 1
    row.refresh_from_db()
    later.refresh_from_db()
    assert row.details["tags"] == [{"name": "Crossings", "slug": "crossings"}, {"name": "Rivers", "slug": "rivers"}]
    assert later.details["tags"] == [{"name": "Crossings", "slug": "crossings"}]
    assert [(one["name"], one["slug"]) for one in row.details["people"]] == [("Ana Horvát", "ana-horvat-2")]
    assert row.details["quotes"][0]["speaker"] == {"name": "Ana Horvát", "slug": "ana-horvat-2"}
    assert row.details["source"]["name"] == row.details["credits"][0]["name"] == "The Wire"


def test_it_leaves_what_readers_no_longer_have_as_it_was() -> None:
    row = factories.published(at=NOON, tags=("Bridges",))
    PublishedArticle.objects.update(goes_off_at=NOON + timedelta(hours=1))
    assert rename(factories.tag("Bridges"), name="Crossings", slug="c", by=None, now=NOON + timedelta(hours=2)) == 0
    row.refresh_from_db()
    assert row.details["tags"] == [{"name": "Bridges", "slug": "bridges"}]


def test_it_refreshes_more_rows_than_one_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.actions.frozen.BATCH", 2)
    for _ in range(5):
        factories.published(tags=("Bridges",))
    assert rename(factories.tag("Bridges"), name="Crossings", slug="crossings", by=None, now=NOON) == 5
    assert {row.details["tags"][0]["name"] for row in PublishedArticle.objects.all()} == {"Crossings"}


def test_it_keeps_the_old_name_for_later_reports() -> None:
    tag, person, source = factories.tag("Bridges"), factories.person("Ana Horvat"), factories.source("Wire")
    rename(tag, name="Crossings", slug="crossings", by=None, now=NOON)
    rename(person, name="Ana Horvát", slug="ana-horvat", by=None, now=NOON)
    rename(source, name="The Wire", slug="the-wire", by=None, now=NOON)
    assert list(tag.synonyms.values_list("name", flat=True)) == ["Bridges"]
    assert set(person.names.values_list("name", flat=True)) == {"Ana Horvat", "Ana Horvát"}
    assert type(source).objects.named("wire") == source


def test_it_logs_who_renamed_what() -> None:
    tag = factories.tag("Bridges")
    rename(tag, name="Crossings", slug="crossings", by=cast.editor(), now=NOON)
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_id) == (cast.editor(), str(tag.pk))
    assert "“Bridges” is now “Crossings”" in entry.get_change_message()


def test_it_does_nothing_when_nothing_is_new() -> None:
    tag = factories.tag("Bridges")
    assert rename(tag, name="Bridges", slug="bridges", by=cast.editor(), now=NOON) == 0
    assert redirects() == {}
    assert not LogEntry.objects.exists()


def test_it_forgets_the_redirects_of_what_is_deleted() -> None:
    tag = factories.tag("Bridges")
    rename(tag, name="Crossings", slug="crossings", by=None, now=NOON)
    forget(tag)
    assert redirects() == {}
