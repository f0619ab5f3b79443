"""Stories on the desk: their reports, why they stand together, and every act on that."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.actions import stories
from articles.models import Article, Decision, Story, StoryMember
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def told(count: int = 3) -> list[Article]:
    articles = []
    for number in range(count):
        article = factories.article(
            f"Flood report {number}",
            text=f"Three people died; {number + 200} homes lost power.",
            source=factories.source(f"Paper {number}"),
            created_at=NOON + timedelta(minutes=number),
        )
        factories.mention(article, factories.person("Ana Horvat"), role="mayor")
        factories.quote(article, "The river took the lower bridge", factories.person("Ana Horvat"))
        stories.own_story(article.pk, now=NOON)
        articles.append(article)
    return articles


def one_story(articles: list[Article]) -> Story:
    rows = [StoryMember.objects.get(article=article).story for article in articles]
    return stories.group(stories=rows, by=cast.editor(), now=NOON) if len(rows) > 1 else rows[0]


def page(story: Story) -> str:
    return reverse("admin:articles_story_change", args=(story.pk,))


def act(client: Client, story: Story, verb: str, **data: Any) -> str:
    where = reverse("admin:articles_story_act", args=(story.pk,))
    return client.post(where, {"act": verb, **data}, follow=True).content.decode()


def places() -> dict[int, int]:
    return dict(StoryMember.objects.values_list("article", "story"))


def test_it_shows_the_reports_by_time_why_they_stand_together_and_side_by_side(client: Client) -> None:
    articles = told()
    story = one_story(articles)
    StoryMember.objects.filter(article=articles[1]).update(
        evidence={"names": ["Horvat"], "words": ["flood"], "quoted_words": 9, "likeness": 0.5, "margin": 0.1}
    )
    client.force_login(cast.reporter())
    html = client.get(page(story)).content.decode()
    assert html.index("Flood report 0") < html.index("Flood report 1") < html.index("Flood report 2")
    assert "both quote the same 9 words; both name Horvat; both speak of flood" in html
    assert "Words that several reports print" in html and "Who names whom, and how" in html
    assert "<strong>3</strong>: " in html
    assert "made one story of" in html
    assert 'name="act"' not in html and "/undo/" not in html, "a reporter reads, and decides nothing"


@pytest.mark.parametrize("count", [1, 3, pytest.param(300, marks=pytest.mark.sqlite)])
def test_it_asks_as_often_for_300_reports_as_for_one(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    article = told(1)[0]
    story = Story.objects.get()
    copies = [Article(headline=f"Copy {n}", created_at=NOON, source=article.source) for n in range(1, count)]
    for copy in Article.objects.bulk_create(copies):
        StoryMember.objects.create(article=copy, story=story, joined_at=NOON)
    client.force_login(cast.editor())
    client.get(page(story))
    with django_assert_num_queries(16):
        assert client.get(page(story)).status_code == 200


def test_it_takes_reports_out_moves_groups_and_takes_each_back_with_one_click(client: Client) -> None:
    articles = told(4)
    story = one_story(articles[:3])
    other = StoryMember.objects.get(article=articles[3]).story
    before = places()
    client.force_login(cast.editor())
    for verb, data in {
        "split": {"report": [articles[1].pk, articles[2].pk], "reason": "The flood of another year."},
        "move": {"report": [articles[0].pk], "other": other.pk, "reason": "The other river."},
        "group": {"other": other.pk, "reason": "One river."},
    }.items():
        html = act(client, story, verb, **data)
        assert places() != before, verb
        assert str(data["reason"]) in html
        decision = Decision.objects.latest("pk")
        assert (decision.verb, decision.by, decision.details["reason"]) == (verb, cast.editor(), data["reason"])
        undo = reverse("admin:articles_decision_undo", args=(decision.pk,))
        assert undo in html
        answer = client.post(undo, {"next": page(story)})
        assert answer.headers["Location"] == page(story)
        assert places() == before, verb


def test_a_story_whose_reports_went_elsewhere_says_where_and_by_whom(client: Client) -> None:
    articles = told(2)
    left, kept = (StoryMember.objects.get(article=article).story for article in articles)
    client.force_login(cast.editor())
    act(client, left, "move", report=[articles[0].pk], other=kept.pk, reason="The same bridge.")
    html = client.get(page(left)).content.decode()
    assert ">Flood report 0</a></p>" in html and "The same bridge." in html
    assert "by the import</span>" not in html and "the earliest first" not in html


def test_it_refuses_its_own_number(client: Client) -> None:
    story = one_story(told(2))
    client.force_login(cast.editor())
    for verb in ("group", "move"):
        members = [str(pk) for pk in StoryMember.objects.values_list("article", flat=True)]
        assert "the number of this story" in act(client, story, verb, other=story.pk, report=members)


def test_it_confirms_and_gives_a_title(client: Client) -> None:
    story = one_story(told(2))
    client.force_login(cast.editor())
    assert "confirmed by" in act(client, story, "confirm")
    assert "<h1" in act(client, story, "entitle", title="The flood of Dornau")
    story.refresh_from_db()
    assert (story.title, story.confirmed_by) == ("The flood of Dornau", cast.editor())


@pytest.mark.parametrize(
    ("verb", "data", "sentence"),
    [
        ("split", {}, "None of these reports is in the story."),
        ("move", {"report": ["x"]}, "Choose the reports that shall move."),
        ("group", {"other": "999999"}, "There is no story of that number."),
        ("group", {"other": "9" * 30}, "There is no story of that number."),
        ("burn", {}, "Nothing was done"),
    ],
)
def test_it_says_why_it_refuses(client: Client, verb: str, data: dict[str, Any], sentence: str) -> None:
    story = one_story(told(2))
    before = places()
    client.force_login(cast.editor())
    assert sentence in act(client, story, verb, **data)
    assert places() == before


def test_a_reporter_decides_nothing(client: Client) -> None:
    story = one_story(told(2))
    client.force_login(cast.reporter())
    where = reverse("admin:articles_story_act", args=(story.pk,))
    assert client.post(where, {"act": "confirm"}).status_code == 403
    decision = Decision.objects.latest("pk")
    assert client.post(reverse("admin:articles_decision_undo", args=(decision.pk,))).status_code == 403


def test_a_story_that_went_into_another_leads_there(client: Client) -> None:
    articles = told(2)
    gone = StoryMember.objects.get(article=articles[1]).story
    kept = one_story(articles)
    client.force_login(cast.reporter())
    assert page(kept) in client.get(page(gone)).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_its_list_names_stories_by_their_first_report_at_a_constant_cost(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    for _n in range(count):
        one_story(told(2))
    Story.objects.update(latest_at=NOON)
    client.force_login(cast.reporter())
    with django_assert_num_queries(8):
        html = client.get(reverse("admin:articles_story_changelist")).content.decode()
    assert html.count("Flood report 0") == count
    assert "Paper 0, Paper 1" in html


def test_a_question_stands_on_its_page(client: Client) -> None:
    one, other = (StoryMember.objects.get(article=article).story for article in told(2))
    stories.propose(one=one, other=other, likeness=0.3, reasons={"words": ["bridge"]}, now=NOON)
    client.force_login(cast.reporter())
    html = client.get(page(one)).content.decode()
    assert "both speak of bridge" in html and page(other) in html
