"""“Perhaps the same”: each side beside the other, and the answer."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.actions import stories
from articles.actions.merging import propose
from articles.models import Article, Decision, Kind, Person, Proposal, Source, Story, StoryMember, Tag, Verdict
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def two_stories() -> Proposal:
    rows = []
    for number in (1, 2):
        article = factories.article(
            f"Quake {number}", text=f"The ground shook in town {number}.", source=factories.source(f"Paper {number}")
        )
        rows.append(stories.own_story(article.pk, now=NOON).story)
    reasons = {"words": ["ground"], "likeness": 0.3, "margin": -0.08}
    stories.propose(one=rows[0], other=rows[1], likeness=0.3, reasons=reasons, now=NOON)
    return Proposal.objects.get()


def two_people() -> Proposal:
    people = [factories.person(name) for name in ("Sergey Malinov", "Sergei Malinov")]
    for person, outlet, role in zip(people, ("Herald", "Echo"), ("mayor", "harbour mayor"), strict=True):
        article = factories.article(f"The {outlet} on him", source=factories.source(outlet))
        factories.mention(article, person, role=role)
        factories.mention(article, factories.person("Ana Horvat"))
    propose(Kind.PERSON, people[0].pk, people[1].pk, likeness=0.6, reasons={"spelling": "near"}, now=NOON)
    return Proposal.objects.get()


def two_of(model: Any, kind: Kind) -> Proposal:
    one, other = (model.objects.create(name=name) for name in ("Café Radio", "Cafe Radio"))
    propose(kind, one.pk, other.pk, likeness=0.9, reasons={"spelling": "equal"}, now=NOON)
    return Proposal.objects.get()


def page(proposal: Proposal) -> str:
    return reverse("admin:articles_proposal_change", args=(proposal.pk,))


def answer(client: Client, proposal: Proposal, verdict: str, **data: Any) -> Any:
    where = reverse("admin:articles_proposal_answer", args=(proposal.pk,))
    return client.post(where, {"verdict": verdict, **data}, follow=True)


def test_it_shows_both_reports_with_headline_outlet_and_lede(client: Client) -> None:
    proposal = two_stories()
    client.force_login(cast.reporter())
    html = client.get(page(proposal)).content.decode()
    for text in ("Quake 1", "Quake 2", "Paper 1", "Paper 2", "The ground shook in town 1.", "both speak of ground"):
        assert text in html
    assert "0.08 short of what joins by itself" in html
    assert 'name="verdict"' not in html


def test_it_shows_of_people_their_roles_outlets_spellings_and_company(client: Client) -> None:
    proposal = two_people()
    client.force_login(cast.editor())
    html = client.get(page(proposal)).content.decode()
    for text in ("harbour mayor", "Herald", "Echo", "Sergei Malinov", "Ana Horvat", "the spellings are near"):
        assert text in html
    assert html.count('accesskey="') == 3


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE])
@pytest.mark.parametrize("kind", [Kind.STORY, Kind.PERSON, Kind.SOURCE, Kind.TAG])
def test_it_notes_the_answer_with_its_reason_and_takes_it_back(client: Client, kind: Kind, verdict: Verdict) -> None:
    made = {
        Kind.STORY: two_stories,
        Kind.PERSON: two_people,
        Kind.SOURCE: lambda: two_of(Source, Kind.SOURCE),
        Kind.TAG: lambda: two_of(Tag, Kind.TAG),
    }
    proposal = made[kind]()
    client.force_login(cast.editor())
    assert "Noted." in answer(client, proposal, verdict, reason="I asked them.").content.decode()
    proposal.refresh_from_db()
    assert proposal.verdict == verdict
    decision = Decision.objects.latest("pk")
    assert decision.details["reason"] == "I asked them."
    log = client.get(reverse("admin:articles_decision_changelist")).content.decode()
    assert "I asked them." in log
    client.post(reverse("admin:articles_decision_undo", args=(decision.pk,)))
    decision.refresh_from_db()
    assert decision.undone_by == cast.editor()
    for seen in (page(proposal), reverse("admin:articles_decision_changelist")):
        assert client.get(seen).status_code == 200


def test_it_goes_on_to_the_next_question(client: Client) -> None:
    first = two_people()
    others = [factories.person(name) for name in ("Ivo Marić", "Ivo Maric")]
    propose(Kind.PERSON, others[0].pk, others[1].pk, likeness=0.1, reasons={}, now=NOON)
    client.force_login(cast.editor())
    assert answer(client, first, Verdict.UNSURE).redirect_chain[-1][0] == page(Proposal.objects.open().get())


def test_it_refuses_what_is_no_answer_and_whoever_may_not_give_one(client: Client) -> None:
    proposal = two_people()
    client.force_login(cast.editor())
    assert "Say whether they are the same" in answer(client, proposal, "open").content.decode()
    client.force_login(cast.reporter())
    assert answer(client, proposal, Verdict.SAME).status_code == 403
    proposal.refresh_from_db()
    assert proposal.verdict == Verdict.OPEN and Person.objects.count() == 3


def test_it_opens_when_one_of_the_two_is_gone(client: Client) -> None:
    proposal = two_of(Source, Kind.SOURCE)
    Source.objects.filter(pk=proposal.one).delete()
    client.force_login(cast.editor())
    assert "not there any more" in client.get(page(proposal)).content.decode()


def test_it_says_the_days_of_reports_in_words(client: Client) -> None:
    proposal = two_stories()
    Article.objects.filter(headline="Quake 1").update(report_date="--04-14")
    client.force_login(cast.reporter())
    assert "14 April (year not stated)" in client.get(page(proposal)).content.decode()


def test_its_list_calls_a_story_by_what_it_went_into_and_asks_of_four_kinds(client: Client) -> None:
    proposal = two_stories()
    third = stories.own_story(factories.article("Quake 3").pk, now=NOON).story
    stories.absorb(story=Story.objects.get(pk=proposal.other), into=third, evidence={}, now=NOON)
    third.refresh_from_db()
    client.force_login(cast.reporter())
    html = client.get(reverse("admin:articles_proposal_changelist") + "?kind=story").content.decode()
    pair = html.split("field-pair", 1)[1].split("</t", 1)[0]
    assert "Quake 1" in pair and "Quake 2" in pair and "gone" not in pair
    kinds = html.split('data-filter-title="about"', 1)[1].split("</ul>", 1)[0]
    assert kinds.count("<li") == 5 and "?kind=article" not in kinds
    assert "questions</span>" not in html and "1 question" in html


@pytest.mark.parametrize("count", [1, 3])
def test_its_list_costs_the_same_for_any_number(client: Client, count: int, django_assert_num_queries: Any) -> None:
    for number in range(count):
        pair = [factories.person(f"Person {number}{end}") for end in "ab"]
        propose(Kind.PERSON, pair[0].pk, pair[1].pk, likeness=0.5, reasons={"spelling": "near"}, now=NOON)
    client.force_login(cast.reporter())
    with django_assert_num_queries(7):
        html = client.get(reverse("admin:articles_proposal_changelist")).content.decode()
    assert html.count("the spellings are near") == count
    assert not StoryMember.objects.exists()
