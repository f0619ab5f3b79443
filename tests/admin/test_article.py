"""An article on the desk: the form loses nothing and lets nobody past the moves."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.actions import edits
from articles.actions.moves import move
from articles.html import paragraphs
from articles.models import Article, ArticleTag, Credit, Mention, Picture, PublishedArticle, Quote, Revision
from articles.workflow import Status
from tests import cast, factories
from tests.admin.pages import change, filled, intake
from tests.factories import NOON

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


def own(headline: str = "Bridge reopens", **fields: Any) -> Article:
    return factories.article(headline, created_by=cast.reporter(), **fields)


# The form


def test_it_makes_a_new_article_a_draft_of_whoever_wrote_it(client: Client) -> None:
    client.force_login(cast.reporter())
    page = client.get(f"{LIST}add/")
    answer = client.post(f"{LIST}add/", filled(page, headline="Ferry late", body="It was late.\n\nVery."))
    article = Article.objects.get()
    assert answer.headers["location"] == change(article)
    assert (article.status, article.created_by, article.version) == (Status.DRAFT, cast.reporter(), 1)
    assert article.created_at is not None
    assert article.body == "<p>It was late.</p>\n<p>Very.</p>"
    assert Revision.objects.get().content["headline"] == "Ferry late"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({}, False),
        ({"headline": " ", "body": " \n\n"}, False),
        ({"headline": "Bridge"}, True),
        ({"body": "It is."}, True),
    ],
)
def test_it_makes_no_article_of_nothing(client: Client, typed: dict[str, str], kept: bool) -> None:
    client.force_login(cast.reporter())
    address = reverse("admin:articles_article_add")
    answer = client.post(address, filled(client.get(address), standfirst="", **typed))
    assert Article.objects.exists() is kept
    assert kept or "write a headline or some text" in answer.content.decode()


def test_it_saves_what_was_typed_as_one_version_with_one_revision(client: Client) -> None:
    client.force_login(cast.reporter())
    article, tag = own(), factories.tag("Bridges")
    typed = {"headline": "  Bridge\r\nopen again ", "standfirst": "At last.", "tags": "bridges"}
    client.post(change(article), filled(client.get(change(article)), **typed))
    article.refresh_from_db()
    assert (article.headline, article.standfirst, article.version) == ("Bridge open again", "At last.", 2)
    assert (article.edited_by, list(article.tags.all())) == (cast.reporter(), [tag])
    revision = Revision.objects.get()
    assert (revision.number, revision.created_by) == (2, cast.reporter())
    assert revision.content["tags"] == [tag.pk]


def test_it_changes_nothing_when_nothing_was_changed(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own(text="One.", standfirst="Line one\nline two", slug="own-words", byline="R. Reyes")
    article.body = "<p>One.</p><p>Two &amp; three.</p>  <ul><li>a</li></ul>"
    article.save()
    factories.mention(article, factories.person(), start=3, end=9)
    factories.quote(article, "So be it.", factories.person())
    client.post(change(article), filled(client.get(change(article))))
    stored = Article.objects.get()
    assert (stored.version, stored.edited_by, stored.body) == (1, None, article.body)
    assert not Revision.objects.exists()


def test_it_keeps_a_text_that_cannot_be_typed_as_html_and_cleans_it(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    nested = "<ul><li>a<ul><li>b</li></ul></li></ul>"
    Article.objects.update(body=nested)
    page = client.get(change(article))
    assert "it stands here as HTML" in page.content.decode()
    client.post(change(article), filled(page, body=f"{nested}<script>x</script><p>more</p>"))
    article.refresh_from_db()
    assert article.body == "<ul>\n<li>a<ul><li>b</li></ul></li>\n</ul>\n<p>more</p>"


def test_it_takes_the_proposed_headline_at_a_tick(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own("", proposed_headline="The bridge reopened")
    page = client.get(change(article))
    assert "Use this headline" in page.content.decode()
    client.post(change(article), filled(page, use_proposed="on"))
    article.refresh_from_db()
    assert (article.headline, article.headline_proposed) == ("The bridge reopened", False)
    assert "Use this headline" not in client.get(change(article)).content.decode()


def test_it_prefers_an_own_headline_to_the_tick(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own("", proposed_headline="The bridge reopened")
    client.post(change(article), filled(client.get(change(article)), use_proposed="on", headline="Own words"))
    article.refresh_from_db()
    assert article.headline == "Own words"


def test_it_ignores_fields_that_are_not_on_the_form(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own("", proposed_headline="Old")
    forged = {
        "status": "published",
        "version": "900",
        "created_by": cast.editor().pk,
        "created_at_0": "2001-01-01",
        "edited_by": cast.editor().pk,
        "proposed_headline": "Forged",
        "report_name": "forged.txt",
        "embargo_until": "",
        "published_at": "2001-01-01 00:00",
        "assignee": cast.editor().pk,
    }
    Article.objects.update(embargo_until=NOON)
    client.post(change(article), filled(client.get(change(article)), headline="New", **forged))
    stored = Article.objects.get()
    assert (stored.headline, stored.status, stored.version) == ("New", Status.DRAFT, 2)
    assert (stored.created_by, stored.edited_by) == (cast.reporter(), cast.reporter())
    assert (stored.proposed_headline, stored.report_name) == ("Old", None)
    assert (stored.embargo_until, stored.assignee, PublishedArticle.objects.count()) == (NOON, None, 0)


def test_it_keeps_the_places_of_rows_that_are_edited(client: Client) -> None:
    client.force_login(cast.editor())
    article = own()
    who, other = factories.person("Ana Horvat"), factories.person("Ivo Kos")
    mention = factories.mention(article, who, role="mayor", start=5, end=15, by_import=True)
    quote = factories.quote(article, "So be it.", who, start=20, end=29, tier="suggested")
    credit = Credit.objects.create(article=article, source=factories.source("Wire"), start=1, end=3)
    picture = Picture.objects.create(article=article, caption="A bridge", start=2, end=4)
    changes = {
        "mentions-0-person": other.pk,
        "mentions-0-role": "mayor of Split",
        "quotes-0-speaker": other.pk,
        "credits-0-source": factories.source("Other Wire").pk,
        "pictures-0-caption": "The bridge",
        "mentions-0-start": "700",
    }
    assert client.post(change(article), filled(client.get(change(article)), **changes)).status_code == 302
    for row in (mention, quote, credit, picture):
        row.refresh_from_db()
    assert (mention.person, mention.role, mention.start, mention.end, mention.by_import) == (
        other,
        "mayor of Split",
        5,
        15,
        False,  # whoever writes a naming vouches for it
    )
    assert (quote.speaker, quote.tier, quote.start, quote.end) == (other, "confirmed", 20, 29)
    assert (credit.source.name, credit.start) == ("Other Wire", 1)
    assert (picture.caption, picture.start) == ("The bridge", 2)


def test_it_adds_and_removes_rows(client: Client) -> None:
    client.force_login(cast.editor())
    article, who = own(), factories.person("Ana Horvat")
    mention = factories.mention(article, who, start=5, end=15)
    changes = {
        "mentions-TOTAL_FORMS": "2",
        "mentions-0-DELETE": "on",
        "mentions-1-person": who.pk,
        "mentions-1-surface": "",
        "mentions-1-role": "mayor",
        "quotes-TOTAL_FORMS": "1",
        "quotes-0-text": "Never again.",
        "quotes-0-speaker": who.pk,
        "quotes-0-tier": "confirmed",
    }
    client.post(change(article), filled(client.get(change(article)), **changes))
    assert not Mention.objects.filter(pk=mention.pk).exists()
    assert Mention.objects.get().surface == "Ana Horvat"
    assert Quote.objects.get().quotation.text == "Never again."
    assert Article.objects.get().version == 2


def test_it_refuses_rows_of_another_article(client: Client) -> None:
    client.force_login(cast.reporter())
    mine, theirs = own(), factories.article("Theirs", created_by=cast.reporter("ruth"))
    factories.mention(mine, factories.person())
    foreign = factories.mention(theirs, factories.person("Ivo Kos"), role="judge")
    page = client.get(change(mine))
    client.post(change(mine), filled(page, **{"mentions-0-id": foreign.pk, "mentions-0-role": "forged"}))
    foreign.refresh_from_db()
    assert (foreign.role, foreign.article) == ("judge", theirs)


def test_it_keeps_the_evidence_of_tags_that_stay(client: Client) -> None:
    client.force_login(cast.editor())
    article = own()
    ArticleTag.objects.create(content_object=article, tag=factories.tag("Bridges"), start=4, end=9, by_import=True)
    ArticleTag.objects.create(content_object=article, tag=factories.tag("Rivers"))
    client.post(change(article), filled(client.get(change(article)), tags="bridges, Zimtsterne"))
    uses = {use.tag.name: (use.start, use.by_import) for use in article.tagged.select_related("tag")}
    assert uses == {"Bridges": (4, True), "Zimtsterne": (None, False)}


def test_it_says_which_tag_a_reporter_cannot_add_and_keeps_what_was_typed(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    answer = client.post(change(article), filled(client.get(change(article)), tags="Zimtsterne", headline="Typed"))
    html = answer.content.decode()
    assert "No such tag: Zimtsterne" in html and "Typed" in html and 'value="Zimtsterne"' in html
    article.refresh_from_db()
    assert (article.headline, article.version) == ("Bridge reopens", 1)


# The page


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("who", "status", "editable"),
    [
        (cast.reporter, Status.DRAFT, True),
        (cast.reporter, Status.SUBMITTED, False),
        (cast.editor, Status.SUBMITTED, True),
        (cast.publisher, Status.PUBLISHED, False),
        (cast.administrator, Status.KILLED, False),
    ],
)
def test_it_is_read_only_for_who_may_not_edit(client: Client, who: Any, status: str, editable: bool) -> None:
    client.force_login(who())
    article = own(status=status)
    page = client.get(change(article))
    assert ("_save" in page.content.decode()) is editable
    assert ('name="headline"' in page.content.decode()) is editable
    answer = client.post(change(article), {"headline": "Forged", "seen": 1, "body": "x"})
    if not editable:
        assert answer.status_code == 403
        article.refresh_from_db()
        assert article.headline == "Bridge reopens"


@pytest.mark.sqlite
def test_it_shows_the_report_its_facts_and_the_history_beside_the_text(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own(status=Status.INGESTED)
    text = "Ana said <b>no</b>."
    reading = {
        "blocks": [{"role": "body", "start": 0, "end": len(text), "confidence": 0.5, "rule": "r"}],
        "people": [{"name": "Ana", "spans": [[0, 3]], "roles": ["mayor"]}],
        "lints": [{"rule": "r", "message": "Check this", "start": 4, "end": 8}],
    }
    intake(article, "an older report", imported_at=NOON - timedelta(days=1))
    intake(article, text, reading, waits=True)
    move(article, "take_up", by=cast.reporter(), now=NOON)
    html = client.get(change(article)).content.decode()
    assert 'id="at-0"' in html and 'href="#at-0"' in html
    assert "&lt;b&gt;no&lt;/b&gt;" in html and "<b>no</b>" not in html
    assert "an older report" not in html
    assert "Check this" in html and "Text? 50 %" in html
    assert "The report has changed since somebody worked" in html
    assert "Ingested → Draft" in html


@pytest.mark.sqlite
def test_it_shows_word_by_word_what_is_not_published_yet(client: Client) -> None:
    article = factories.published("Bridge reopens", text="It opened on Monday.", at=NOON).number
    client.force_login(cast.editor())
    page, listed = (
        reverse("admin:articles_article_change", args=(article,)),
        reverse("admin:articles_article_changelist"),
    )
    assert "not published yet" not in client.get(page).content.decode()
    Article.objects.update(status=Status.DRAFT, version=2, body="<p>It opened on Tuesday.</p>")
    html = client.get(page).content.decode()
    assert "What is not published yet" in html and "<del>Monday</del>" in html and "<ins>Tuesday</ins>" in html
    assert f"/{article}/revisions/?old=live&amp;new=now" in client.get(listed).content.decode()


@pytest.mark.sqlite
def test_it_leads_to_what_readers_have(client: Client) -> None:
    client.force_login(cast.reporter())
    row = factories.published("Live story", at=timezone.now() - timedelta(hours=1))
    html = client.get(reverse("admin:articles_article_change", args=(row.number,))).content.decode()
    assert f'href="{row.get_absolute_url()}"' in html


@pytest.mark.parametrize("count", [1, 3, 12])
def test_it_asks_the_database_as_often_for_many_rows_as_for_one(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    article = own(source=factories.source())
    for number in range(count):
        who = factories.person(f"Person {number}")
        factories.mention(article, who, start=number, end=number + 1)
        factories.quote(article, f"Words {number}", who)
        Credit.objects.create(article=article, source=factories.source(f"Wire {number}"))
        Picture.objects.create(article=article, caption=str(number))
        ArticleTag.objects.create(content_object=article, tag=factories.tag(f"Tag {number}"))
    intake(article, "A story.")
    edits.record_revision(article, by=cast.reporter(), now=NOON)
    client.force_login(cast.reporter())
    client.get(change(article))  # what is kept in memory from the first page on
    with django_assert_num_queries(33):
        assert client.get(change(article)).status_code == 200


@pytest.mark.sqlite
def test_it_shows_every_move_in_the_history_and_leads_to_the_saves(client: Client) -> None:
    client.force_login(cast.editor())
    article = own()
    move(article, "spike", by=cast.editor(), now=NOON, note="Overtaken <events>.")
    html = client.get(reverse("admin:articles_article_history", args=(article.pk,))).content.decode()
    assert "Draft → Spiked" in html and "Overtaken &lt;events&gt;." in html
    assert reverse("admin:articles_article_revisions", args=(article.pk,)) in html


@pytest.mark.sqlite
def test_it_survives_an_import_with_long_lists_of_people(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own(text="x")
    Article.objects.update(body=paragraphs([("p", f"Paragraph {n}.") for n in range(300)]))
    who = factories.person()
    for number in range(200):
        factories.mention(article, who, start=number, end=number + 1)
    form = filled(client.get(change(article)), headline="Changed")
    assert len(form) > 1_000, "more fields than Django takes by itself"
    answer = client.post(change(article), form)
    assert answer.status_code == 302
    assert Article.objects.get().headline == "Changed"


@pytest.mark.parametrize("forged", ["abc", "9" * 20, "1\0", "-1", "１"])
def test_it_answers_a_forged_choice_with_a_sentence(client: Client, forged: str) -> None:
    client.force_login(cast.editor())
    article = own()
    factories.mention(article, factories.person())
    page = client.get(change(article))
    answer = client.post(change(article), filled(page, source=forged, **{"mentions-0-person": forged}))
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    assert Article.objects.get().source is None
