"""The page of a story."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import PublishedArticle, Quotation, Story, StoryMember
from tests import factories
from tests.views import hidden


def tell(*rows: PublishedArticle, **fields: Any) -> Story:
    story = Story.objects.create(created_at=factories.NOON, size=len(rows), **fields)
    StoryMember.objects.bulk_create(
        StoryMember(article_id=row.number, story=story, joined_at=factories.NOON) for row in rows
    )
    return story


def reports(count: int) -> list[PublishedArticle]:
    return [
        factories.published(f"Report {n}", people=("Ana Horvat",), outlet=f"Paper {n}", tags=("Bridges",))
        for n in range(count)
    ]


def page_of(client: Client, story: Story) -> str:
    answer = client.get(f"/stories/{story.pk}/", follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("count", [1, 3, pytest.param(300, marks=pytest.mark.sqlite)])
def test_asks_the_same_few_questions_for_any_number_of_reports(
    client: Client, db: None, django_assert_num_queries: Any, count: int
) -> None:
    rows = reports(min(count, 3))
    story = tell(*rows, *factories.copies(rows[-1], count - len(rows)), title="The bridge")
    with django_assert_num_queries(8):
        assert client.get(f"/stories/{story.pk}/the-bridge/").status_code == 200


def test_has_all_reports_the_newest_first_with_who_reported(client: Client, db: None) -> None:
    story = tell(*reports(3), title="The <bridge>")
    page = page_of(client, story)
    listed = page[page.index('<section class="day"') :]
    assert listed.index("Report 0") < listed.index("Report 1") < listed.index("Report 2")
    assert '<h1 dir="auto">The &lt;bridge&gt;</h1>' in page
    assert "3 reports of this event." in page
    assert page.count('<a href="/people/ana-horvat/"') == 2


def test_is_named_by_its_first_report_without_a_title(client: Client, db: None) -> None:
    rows = reports(2)
    story = tell(*rows)
    answer = client.get(f"/stories/{story.pk}/wrong/")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"/stories/{story.pk}/report-1/")
    assert page_of(client, story).count("<h1") == 1


def test_shows_words_that_several_reports_print(client: Client, db: None) -> None:
    rows = reports(3)
    ana = factories.person("Ana Horvat")
    same, other = (Quotation.objects.create(key=key, text=key) for key in ("We agreed.", "Nonsense."))
    for row in rows[:2]:
        row.quotes.create(person=ana, quotation=same, text="We agreed.", position=0, published_at=row.published_at)
    rows[2].quotes.create(quotation=other, text="Nonsense.", position=0, published_at=rows[2].published_at)
    page = page_of(client, tell(*rows))
    said = page[page.index("Words that several reports print") : page.index('<section class="coverage"')]
    assert "“We agreed.”" in said
    assert re.findall(r">(Paper \d)</a> <span class=\"quiet\">the same words", said) == ["Paper 1", "Paper 0"]
    assert re.search(r"Not quoted by\s+<span[^>]*>Paper 2</span>", said)
    assert "Nonsense" not in said
    assert "Nonsense" in page[page.index("Words that one report alone quotes") :]


def test_leads_on_to_the_story_that_it_went_into(client: Client, db: None) -> None:
    target = tell(*reports(1), title="The bridge")
    old = tell(merged_into=target)
    answer = client.get(f"/stories/{old.pk}/anything/")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"/stories/{target.pk}/the-bridge/")


def test_is_not_there_while_readers_have_none_of_it(client: Client, db: None) -> None:
    rows = reports(1)
    story = tell(*rows, title="Secret")
    PublishedArticle.objects.filter(pk=rows[0].pk).update(goes_off_at=timezone.now())
    for number in (story.pk, 987654, 2**63, "9" * 400):
        assert client.get(f"/stories/{number}/").status_code == 404


def test_shows_nothing_that_readers_do_not_have(client: Client, db: None) -> None:
    live = hidden.plant()[-1]
    story = StoryMember.objects.get(article_id=live.number).story
    page = page_of(client, story)
    assert hidden.WORD not in page
    assert "1 report of this event." in page
    article = client.get(live.get_absolute_url()).content.decode()
    assert hidden.WORD not in article
    assert "Other reports of this story" not in article


def test_is_found_from_its_articles_and_the_sitemap(client: Client, db: None) -> None:
    rows = reports(8)
    story = tell(*rows, title="The bridge")
    page = client.get(rows[3].get_absolute_url()).content.decode()
    panel = page[page.index("Other reports of this story") : page.index('<aside class="rail"')]
    assert panel.count("<li>") == 5
    assert "Report 3" not in panel
    assert f'href="/stories/{story.pk}/the-bridge/"' in panel
    assert f"/stories/{story.pk}/the-bridge/</loc>" in client.get("/sitemaps/stories-0.xml").content.decode()
    PublishedArticle.objects.update(goes_off_at=timezone.now() - timedelta(seconds=1))
    assert client.get("/sitemaps/stories-0.xml").status_code == 404


def two_papers() -> list[PublishedArticle]:
    texts = ("Three people died on Thursday.", "Three people were killed; 11,000 homes lost power on 24 February.")
    rows = [factories.published(f"Report {n}", text=text, outlet=f"Paper {n}") for n, text in enumerate(texts)]
    ana = factories.person("Ana Horvat")
    rows[0].named_people.create(person=ana, roles=["mayor"], spellings=["Anna Horvat"], published_at=factories.NOON)
    place = factories.tag("Dornau", kind="place")
    rows[1].tagged.create(tag=place, published_at=factories.NOON)
    return rows


def rows_of(page: str, caption: str) -> list[list[str]]:
    """The rows of a table of the page, as their cells' texts."""
    table = page[page.index(caption) :].partition("</table>")[0]
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in table.split("<tr>")[1:]]
    return [[re.sub(r"<[^>]+>", "", cell).replace("–not in this report", "-") for cell in row] for row in cells]


def test_sets_who_names_whom_and_what_each_has_side_by_side(client: Client, db: None) -> None:
    page = page_of(client, tell(*two_papers()))
    assert rows_of(page, "Who names whom") == [["", "Paper 1", "Paper 0"], ["Ana Horvat", "-", "Anna Horvat, mayor"]]
    assert rows_of(page, "Places")[1:] == [["Dornau", "Dornau", "-"]]
    assert rows_of(page, "Days and dates")[1:] == [["24 February", "24 February", "-"], ["Thursday", "-", "Thursday"]]
    assert rows_of(page, ">Numbers")[1:] == [
        ["Three people", "Three people", "Three people"],
        ["11,000 homes", "11,000 homes", "-"],
    ]


def test_compares_publications_from_before_their_figures_were_frozen(client: Client, db: None) -> None:
    rows = two_papers()
    for row in rows:
        row.details = {name: value for name, value in row.details.items() if name not in {"figures", "dates"}}
        row.save()
    assert rows_of(page_of(client, tell(*rows)), ">Numbers")[2] == ["11,000 homes", "11,000 homes", "-"]


def test_counts_three_papers_that_credit_one_agency_as_one_source(client: Client, db: None) -> None:
    rows = reports(5)
    for row in rows[:3]:
        row.details["credits"] = [{"name": "Baltic Wire", "slug": "baltic-wire"}]
    rows[4].details["source"] = None
    for row in rows:
        row.save()
    page = page_of(client, tell(*rows))
    assert "<strong>2</strong>: " in page
    assert "Paper 3, Baltic Wire" in page
    assert "three outlets that print one agency’s report are one source" in page
    assert "1 report names neither outlet nor agency and is not counted." in page
