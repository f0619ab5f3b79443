"""The page of one article."""

import json
import re
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from django.core.files.storage import InMemoryStorage
from django.test import Client
from django.utils import timezone

from articles.context import speakers
from articles.models import PublishedArticle, Tombstone
from articles.workflow import Change
from tests import factories
from tests.renditions.rows import picture

pytestmark = pytest.mark.sqlite


def page_of(client: Client, row: PublishedArticle) -> str:
    answer = client.get(row.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


def changed(row: PublishedArticle, **fields: Any) -> PublishedArticle:
    """The publication with other frozen values, as another edition of the same working copy would have them."""
    details = row.details | fields.pop("details", {})
    PublishedArticle.objects.filter(pk=row.pk).update(details=details, **fields)
    row.refresh_from_db()
    return row


@pytest.mark.parametrize("others", [0, 1, 3, 30])
def test_asks_for_the_article_its_story_what_is_like_it_and_the_rail_alone(
    client: Client, db: None, others: int, django_assert_num_queries: Any
) -> None:
    for _ in range(others):
        factories.published(tags=("Bridges", "Ferries"), people=("Ana Horvat",))
    row = factories.published(tags=("Bridges",), people=("Ana Horvat",), outlet="Herald")
    with django_assert_num_queries(6):
        page_of(client, row)


def test_is_found_by_its_number_and_sent_to_its_address(client: Client, db: None) -> None:
    row = factories.published("Bridge reopens")
    for path in ("", "wrong-words/", "b%C3%BCcher/", "%00/", "bridge-reopens-/"):
        answer = client.get(f"/articles/{row.number}/{path}")
        assert (answer.status_code, answer.headers["Location"]) == (301, row.get_absolute_url())
    assert client.get(f"/articles/0{row.number}/bridge-reopens/").status_code == 301


@pytest.mark.parametrize("number", ["0", "12345678", str(2**63 - 1), str(2**63), "9" * 5000])
def test_knows_no_such_number(client: Client, db: None, number: str) -> None:
    assert client.get(f"/articles/{number}/bridge-reopens/").status_code == 404


def test_shows_the_publication_that_is_open_now(client: Client, db: None) -> None:
    row = factories.published("First words")
    now = timezone.now()
    PublishedArticle.objects.filter(pk=row.pk).update(goes_off_at=now - timedelta(minutes=1))
    row.pk = None
    row.headline, row.goes_live_at, row.goes_off_at = "Second words", now - timedelta(minutes=1), None
    row.save(force_insert=True)
    page = page_of(client, row)
    assert "Second words" in page
    assert "First words" not in page


def test_says_why_an_article_was_withdrawn(client: Client, db: None) -> None:
    row = factories.published("A forged letter")
    PublishedArticle.objects.filter(pk=row.pk).update(goes_off_at=timezone.now())
    Tombstone.objects.create(number=row.number, killed_at=timezone.now(), reason="The letter was <forged>.")
    answer = client.get(row.get_absolute_url())
    assert answer.status_code == 410
    page = answer.content.decode()
    assert "The letter was &lt;forged&gt;." in page
    assert "A forged letter" not in page
    assert "noindex" in page


def test_says_what_is_known_and_what_is_not(client: Client, db: None) -> None:
    unknown = page_of(client, factories.published("Unknown things"))
    assert "Unknown: the report does not say who published it" in unknown
    assert "Unknown: the report does not state one" in unknown
    assert "Published by the desk" in unknown
    row = factories.published(
        "Known things", outlet="Herald", report_date="--02-22", byline="Ines K", dateline="LINDEN"
    )
    known = page_of(client, row)
    assert "22 February (year not stated)" in known
    assert "By Ines K" in known
    assert "LINDEN" in known
    assert '<a href="/sources/herald/"' in known
    assert "inferred" not in known


def test_marks_what_the_site_itself_supplied(client: Client, db: None) -> None:
    row = factories.published("Taken from the text", outlet="Herald")
    source = {"name": "Herald", "slug": "herald", "inferred": True}
    row = changed(row, headline_proposed=True, unconfirmed=True, details={"source": source})
    page = page_of(client, row)
    assert "Headline written by this site" in page
    assert "Written by this site: the report came without one" in page
    assert "not yet confirmed by the desk" in page
    assert "inferred from the text" in page


def test_shows_a_correction_and_when_it_was_made(client: Client, db: None) -> None:
    row = factories.published("Bridge reopens")
    assert "Last changed" not in page_of(client, row)
    row = changed(
        row, change=Change.CORRECTION, note="It was Tuesday.", modified_at=row.published_at + timedelta(hours=3)
    )
    page = page_of(client, row)
    assert "Correction" in page
    assert page.count('<p dir="auto">It was Tuesday.</p>') == 1
    assert "Last changed" in page


def test_keeps_showing_corrections_of_earlier_publications(
    client: Client, db: None, django_assert_num_queries: Any
) -> None:
    row = changed(factories.published("Bridge reopens"), change=Change.CORRECTION, note="It was <Tuesday>.")
    now = timezone.now()
    PublishedArticle.objects.filter(pk=row.pk).update(goes_off_at=now - timedelta(minutes=2))
    for change, note, start, end in (
        (Change.MINOR, "Not for readers", 2, 2),
        (Change.CLARIFICATION, "Cancelled before it opened", 1, 1),
        (Change.CLARIFICATION, "It was open to all.", 2, 1),
        (Change.UPDATE, "", 1, None),
    ):
        row.pk, row.change, row.note = None, change, note
        row.goes_live_at = now - timedelta(minutes=start)
        row.goes_off_at = None if end is None else now - timedelta(minutes=end)
        row.save(force_insert=True)
    with django_assert_num_queries(6):
        page = page_of(client, row)
    notices = re.findall(r'<div class="notice".*?</div>', page)
    assert len(notices) == 2
    assert "It was open to all." in notices[0]
    assert "It was &lt;Tuesday&gt;." in notices[1]
    assert "Cancelled before" not in page
    assert "Not for readers" not in page


def test_describes_itself_to_search_engines(client: Client, db: None) -> None:
    row = factories.published("Bridge reopens", tags=("Bridges",), people=("Ana Horvat",), outlet="Herald")
    page = page_of(client, row)
    data = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)[0])
    canonical = re.findall(r'<link rel="canonical" href="([^"]+)">', page)
    assert [data["url"]] == canonical
    assert data["headline"] == "Bridge reopens"
    assert page.count(f'<meta property="og:url" content="{canonical[0]}">') == 1
    for name in ("og:title", "og:type", "og:description", "og:site_name", "article:published_time"):
        assert page.count(f'property="{name}"') == 1


def test_is_told_as_ninjs(client: Client, db: None, django_assert_num_queries: Any) -> None:
    row = factories.published("Bridge reopens", people=("Ana Horvat",))
    with django_assert_num_queries(1):
        answer = client.get(f"/api/v1/articles/{row.number}.ninjs")
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json()["headlines"][0]["value"] == "Bridge reopens"
    PublishedArticle.objects.filter(pk=row.pk).update(goes_off_at=timezone.now())
    assert client.get(f"/api/v1/articles/{row.number}.ninjs").status_code == 404
    Tombstone.objects.create(number=row.number, killed_at=timezone.now(), reason="Forged.")
    answer = client.get(f"/api/v1/articles/{row.number}.ninjs")
    assert (answer.status_code, answer.json()["pubStatus"]) == (410, "canceled")


def test_sends_no_body_to_who_has_it_already(client: Client, db: None) -> None:
    row = factories.published("Bridge reopens")
    path = row.get_absolute_url()
    etag = client.get(path).headers["ETag"]
    assert client.head(path).headers["ETag"] == etag
    answer = client.get(path, headers={"if-none-match": etag})
    assert (answer.status_code, answer.content) == (304, b"")
    factories.published("News for the rail", at=timezone.now() - timedelta(seconds=1))
    answer = client.get(path, headers={"if-none-match": etag})
    assert answer.status_code == 200
    assert answer.headers["ETag"] != etag
    Tombstone.objects.create(number=row.number, killed_at=timezone.now(), reason="Forged.")
    PublishedArticle.objects.filter(pk=row.pk).update(goes_off_at=timezone.now())
    gone = client.get(path, headers={"if-none-match": "*"})
    assert gone.status_code == 410
    assert "ETag" not in gone.headers


def test_keeps_the_reports_other_headlines_folded_and_out_of_the_rail(client: Client, db: None) -> None:
    others = [f"Elsewhere {number} <b>" for number in range(17)]
    row = changed(factories.published(), details={"other_headlines": others, "see_also": ["Read this as well"]})
    page = page_of(client, row)
    for text in ("Elsewhere 0", "Elsewhere 16", "Read this as well"):
        assert page.count(text) == 1
        assert page.index("<details>") < page.index(text)
    assert "<b>" not in page
    assert "Elsewhere" not in "".join(
        article.headline for article in client.get(row.get_absolute_url()).context["rail"]
    )


def test_shows_who_said_what_with_links(client: Client, db: None) -> None:
    ana = {"name": "Ana Horvat", "slug": "ana-horvat"}
    quotes = [
        {"text": "We agreed,", "speaker": ana},
        {"text": "nonsense", "speaker": None},
        {"text": "And we built it.", "speaker": ana},
    ]
    said = [(speaker, [quote["text"] for quote in group]) for speaker, group in speakers(quotes)]
    assert said == [(ana, ["We agreed,", "And we built it."]), (None, ["nonsense"])]
    page = page_of(client, changed(factories.published(), details={"quotes": quotes}))
    assert "“We agreed”" in page
    assert '<a href="/people/ana-horvat/"' in page
    assert "Speaker not named" in page


def test_tells_of_a_picture_without_an_empty_frame(client: Client, db: None) -> None:
    row = changed(factories.published(), details={"pictures": [{"caption": "The bridge at dawn", "credit": "Lee Vos"}]})
    page = page_of(client, row)
    assert "“The bridge at dawn”" in page
    assert "Lee Vos" in page
    assert "<img" not in page


def test_shows_the_main_image_above_the_text_and_the_others_below(client: Client, db: None) -> None:
    details = {"pictures": [picture(), picture(alt="A <ferry>"), {"caption": "At dawn", "credit": "", "image": None}]}
    page = page_of(client, changed(factories.published(), details=details))
    main, other = re.findall(r"<figure.*?</figure>", page, re.DOTALL)
    assert page.index(main) < page.index('class="prose"') < page.index(other)
    assert 'width="1280" height="853" alt="A bridge">' in main
    assert 'loading="lazy"' in other and 'loading="lazy"' not in main
    assert "The bridge &amp; the quay" in main and "R. Reyes" in main and "A &lt;ferry&gt;" in other
    assert "“At dawn”" in page and "style=" not in page
    assert 'name="twitter:card" content="summary_large_image"' in page


@pytest.mark.parametrize("count", [1, 3, pytest.param(300, marks=pytest.mark.sqlite)])
def test_asks_no_more_for_many_pictures_and_nothing_of_the_disk(
    client: Client, db: None, count: int, django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = changed(factories.published(), details={"pictures": [picture() for _ in range(count)]})
    for name in ("open", "exists", "url", "get_modified_time"):
        monkeypatch.setattr(InMemoryStorage, name, None)
    with django_assert_num_queries(5):
        assert page_of(client, row).count("<figure") == count


def test_lives_with_details_that_lack_everything(client: Client, db: None) -> None:
    row = factories.published()
    PublishedArticle.objects.filter(pk=row.pk).update(details={})
    assert page_of(client, row)


def test_an_article_of_our_own_is_nobody_elses_report(client: Client, db: None, settings: Any) -> None:
    settings.NEWSROOM_SITE_NAME = "The Harbour Post"
    own = page_of(client, factories.published("Our own", report_name=None))
    assert "Written for this site" in own
    assert '<span class="kicker-own">The Harbour Post</span>' in own
    assert "Unknown" not in own


def test_names_the_original_of_a_report_as_the_canonical_page(client: Client, db: None) -> None:
    row = factories.published(original_url="https://herald.example/bridge?a=1&b=2", outlet="Herald")
    page = client.get(row.get_absolute_url()).content.decode()
    assert '<link rel="canonical" href="https://herald.example/bridge?a=1&amp;b=2">' in page
    assert '<a class="original" href="https://herald.example/bridge?a=1&amp;b=2" rel="external noopener">' in page
    assert '"isBasedOn":{"@type":"CreativeWork","url":"https://herald.example/bridge?a=1\\u0026b=2","publisher"' in page
    row.details["original_url"] = "javascript:alert(1)"
    row.save()
    page = client.get(row.get_absolute_url()).content.decode()
    assert "alert(1)" not in page
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{row.get_absolute_url()}">' in page


def test_can_be_passed_on_without_a_script(client: Client, db: None) -> None:
    row = factories.published("Q&A: “Yes” / no?")
    page = client.get(row.get_absolute_url()).content.decode()
    address = f"http://127.0.0.1:8000{row.get_absolute_url()}"
    assert f'href="{address}" rel="bookmark"' in page
    words = "Q%26A%3A%20%E2%80%9CYes%E2%80%9D%20%2F%20no%3F"
    assert f'href="mailto:?subject={words}&amp;body={quote(address, safe="")}"' in page


def test_leads_on_to_more_of_its_section_or_else_of_its_first_tag(client: Client, db: None) -> None:
    world, sport = factories.section("World"), factories.section("Sport")
    factories.published("Elsewhere in the world", section=world, tags=("Bridges",))
    factories.published("A match", section=sport, tags=("Bridges",))
    over = factories.published("Gone from the world", section=world)
    PublishedArticle.objects.filter(pk=over.pk).update(goes_off_at=timezone.now())
    for fields, title, path, leads_to in (
        ({"section": world}, "More in World", "/sections/world/", ["Elsewhere in the world"]),
        ({"tags": ("Bridges",)}, "More about Bridges", "/tags/bridges/", ["Elsewhere in the world", "A match"]),
    ):
        row = factories.published("The one that is read", **fields)
        panel = page_of(client, row).partition('aria-labelledby="more-title"')[2].partition("</section>")[0]
        assert title in panel and f'href="{path}"' in panel
        assert re.findall(r'<a href="/articles/[^>]+>(.*?)</a>', panel) == leads_to
        PublishedArticle.objects.filter(pk=row.pk).update(goes_off_at=timezone.now())


def test_leads_nowhere_more_where_nothing_is_like_it(client: Client, db: None) -> None:
    assert "more-title" not in page_of(client, factories.published(tags=("Bridges",)))
    assert "more-title" not in page_of(client, factories.published())
