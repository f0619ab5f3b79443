"""Tags, people and sources: a rename on the desk reaches readers, and old addresses go on working."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Credit, Person, PersonName, Redirect, Source, Tag, TagSynonym
from tests import cast, factories
from tests.admin.pages import filled

pytestmark = pytest.mark.django_db

MAKERS: dict[str, Any] = {"tag": factories.tag, "person": factories.person, "source": factories.source}
MAKERS["section"] = factories.section


def address(row: Any) -> str:
    return reverse(f"admin:articles_{row._meta.model_name}_change", args=(row.pk,))


def save(client: Client, row: Any, **changes: Any) -> Any:
    path = address(row)
    return client.post(path, filled(client.get(path), f"{row._meta.model_name}_form", **changes))


@pytest.mark.parametrize("kind", MAKERS)
def test_it_renames_for_readers_and_leaves_the_old_address_working(client: Client, kind: str) -> None:
    client.force_login(cast.editor())
    row = MAKERS[kind]("Zold Name")
    published = factories.published(
        at=timezone.now() - timedelta(hours=1),
        tags=("Zold Name",),
        people=("Zold Name",),
        outlet="Zold Name",
        section=factories.section("Zold Name"),
    )
    assert save(client, row, name="Znew Name", slug="znew-name").status_code == 302
    row.refresh_from_db()
    published.refresh_from_db()
    assert (row.name, row.slug) == ("Znew Name", "znew-name")
    assert Redirect.objects.get(kind=kind).slug == "zold-name"
    details = published.details
    named = {"tag": details["tags"], "person": details["people"], "source": [details["source"]]}
    named = (named | {"section": [details["section"]]})[kind]
    assert [(one["name"], one["slug"]) for one in named] == [("Znew Name", "znew-name")]
    assert "is now" in LogEntry.objects.get().get_change_message()


def test_it_logs_other_changes_beside_the_rename(client: Client) -> None:
    client.force_login(cast.editor())
    tag = factories.tag("Zold")
    save(client, tag, name="Znew", description="About it.")
    messages = [entry.get_change_message() for entry in LogEntry.objects.order_by("pk")]
    assert len(messages) == 2
    assert "“Zold” is now “Znew”" in messages[0]
    assert messages[1] == "Changed Description."
    tag.refresh_from_db()
    assert (tag.name, tag.slug, tag.description) == ("Znew", "zold", "About it.")


def test_it_makes_an_emptied_address_from_the_name(client: Client) -> None:
    client.force_login(cast.editor())
    source = factories.source("Old Wire")
    save(client, source, name="New Wire", slug="")
    source.refresh_from_db()
    assert source.slug == "new-wire"


def test_it_takes_over_an_address_that_had_become_free(client: Client) -> None:
    client.force_login(cast.editor())
    first = factories.source("Wire")
    save(client, first, name="Big Wire", slug="big-wire")
    path = reverse("admin:articles_source_add")
    client.post(path, filled(client.get(path), "source_form", name="Wire Two", slug="wire"))
    assert Source.objects.get(slug="wire").name == "Wire Two"
    assert not Redirect.objects.exists()


def test_it_says_so_when_a_name_is_taken(client: Client) -> None:
    client.force_login(cast.editor())
    factories.source("Wire")
    other = factories.source("Other")
    assert "There is a source of this name already." in save(client, other, name="WIRE").content.decode()
    other.refresh_from_db()
    assert other.name == "Other"


def test_it_adds_a_person_with_their_spelling_and_a_tag_with_synonyms(client: Client) -> None:
    client.force_login(cast.editor())
    path = reverse("admin:articles_person_add")
    client.post(path, filled(client.get(path), "person_form", name="Ana Horvat"))
    assert Person.objects.get(names__name="Ana Horvat").slug == "ana-horvat"
    path = reverse("admin:articles_tag_add")
    rows = {"synonyms-TOTAL_FORMS": "1", "synonyms-0-name": "Zbridge", "synonyms-0-weak": "on"}
    client.post(path, filled(client.get(path), "tag_form", name="Zbridges", **rows))
    assert TagSynonym.objects.get(tag__name="Zbridges").weak


@pytest.mark.parametrize("kind", MAKERS)
def test_it_lets_reporters_look_and_not_touch(client: Client, kind: str) -> None:
    client.force_login(cast.reporter())
    row = MAKERS[kind]("Zold Name")
    assert 'name="_save"' not in client.get(address(row)).content.decode()
    assert client.post(address(row), {"name": "Forged", "slug": "forged"}).status_code == 403
    assert client.post(address(row).replace("change", "delete"), {"post": "yes"}).status_code == 403
    row.refresh_from_db()
    assert row.name == "Zold Name"


def test_it_deletes_what_nobody_uses_with_the_redirects_to_it(client: Client) -> None:
    client.force_login(cast.administrator())
    tag = factories.tag("Zold")
    save(client, tag, name="Znew", slug="znew")
    client.post(reverse("admin:articles_tag_delete", args=(tag.pk,)), {"post": "yes"})
    assert not Tag.objects.filter(pk=tag.pk).exists()
    assert not Redirect.objects.exists()


def test_it_deletes_nothing_that_readers_have(client: Client) -> None:
    client.force_login(cast.administrator())
    factories.published(tags=("Zold",), people=("Ana Horvat",), outlet="Wire")
    for row in (Tag.objects.get(name="Zold"), Person.objects.get(), Source.objects.get(name="Wire")):
        path = reverse(f"admin:articles_{row._meta.model_name}_delete", args=(row.pk,))
        client.post(path, {"post": "yes"})
        assert type(row)._default_manager.filter(pk=row.pk).exists()


@pytest.mark.parametrize("count", [1, 3, 40])
@pytest.mark.parametrize("kind", MAKERS)
def test_it_counts_articles_for_the_whole_list_in_one_query(
    client: Client, kind: str, count: int, django_assert_num_queries: Any
) -> None:
    Tag.objects.all().delete()
    article = factories.article()
    for number in range(count):
        row = MAKERS[kind](f"Name {number}")
        if kind == "tag":
            article.tagged.create(tag=row)
        elif kind == "person":
            factories.mention(article, row)
        else:
            Article.objects.update(**{kind: row})
    client.force_login(cast.editor())
    # session, user, permissions of the user and of the groups; count, rows, articles
    with django_assert_num_queries(7):
        html = client.get(reverse(f"admin:articles_{kind}_changelist")).content.decode()
    assert f"?{kind}=name-" in html


@pytest.mark.parametrize("count", [1, 3, 40])
def test_it_shows_a_person_with_spellings_and_articles_at_one_price(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    ana = factories.person("Ana Horvat")
    for number in range(count):
        factories.mention(factories.article(f"Story {number}"), ana, role=f"role {number}")
        PersonName.objects.create(person=ana, name=f"A. Horvat {number}", source=factories.source(f"Wire {number}"))
    client.force_login(cast.editor())
    ContentType.objects.get_for_model(ana)  # asked once a process, by whichever page comes first
    with django_assert_num_queries(12):
        html = client.get(address(ana)).content.decode()
    assert "Story 0" in html and "role 0" in html


def test_it_says_of_which_day_each_role_of_a_person_is(client: Client) -> None:
    ana = factories.person("Ana Horvat")
    factories.mention(factories.article("Bridge reopens", report_date="--04-14"), ana, role="mayor")
    factories.mention(factories.article("Bridge closes"), ana)
    client.force_login(cast.reporter())
    html = client.get(address(ana)).content.decode()
    assert "14 April (year not stated) · mayor" in html
    assert '<span class="why">5 Mar 2024, 12:00</span>' in html


def test_it_offers_no_names_to_who_may_not_see_them(client: Client) -> None:
    from django.contrib.auth.models import User

    article = factories.article("Secret draft")
    factories.person("Ana Horvat")
    Credit.objects.create(article=article, source=factories.source("Wire"))
    asked = [
        ("mention", "person", "ana"),
        ("articletag", "tag", "b"),
        ("article", "source", "wire"),
        ("lead", "article", "secret"),
        ("mention", "article", "secret"),
        ("publishedtag", "content_object", "s"),
        ("article", "created_by", "r"),
        ("logentry", "user", "r"),
    ]
    client.force_login(User.objects.create_user("newcomer", is_staff=True))
    for model, field, term in asked:
        query = {"app_label": "articles", "model_name": model, "field_name": field, "term": term}
        assert client.get(reverse("admin:autocomplete"), query).status_code == 403, model
    client.force_login(cast.reporter())
    for model, field, term in asked[:3]:
        query = {"app_label": "articles", "model_name": model, "field_name": field, "term": term}
        assert client.get(reverse("admin:autocomplete"), query).status_code == 200
    # accounts are for administrators alone
    query = {"app_label": "articles", "model_name": "article", "field_name": "created_by", "term": "r"}
    assert client.get(reverse("admin:autocomplete"), query).status_code == 403
