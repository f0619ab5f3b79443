"""Which reports tell one story: decisions, and the way back from them."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.actions import stories
from articles.actions.decisions import DecisionRefused
from articles.models import Article, Decider, Decision, Kind, Proposal, Story, StoryMember, Verdict
from tests import cast, factories
from tests.factories import NOON


def told(count: int = 1) -> list[Article]:
    articles = [factories.article(f"Report {number}") for number in range(count)]
    for article in articles:
        stories.own_story(article.pk, now=NOON)
    return articles


def story_of(article: Article) -> Story:
    return StoryMember.objects.get(article=article).story


def places() -> dict[int, int]:
    return dict(StoryMember.objects.values_list("article", "story"))


def act(verb: Any, **options: Any) -> Any:
    return verb(by=cast.editor(), now=NOON, **options)


@pytest.mark.django_db
class TestStories:
    def test_grouping_takes_all_reports_into_the_first_story(self) -> None:
        articles = told(3)
        first, *others = map(story_of, articles)
        assert act(stories.group, stories=[others[1], first, others[0]]) == first
        first.refresh_from_db()
        assert (first.size, set(places().values())) == (3, {first.pk})
        assert {Story.objects.get(pk=other.pk).survivor for other in others} == {first}
        assert set(StoryMember.objects.values_list("decided_by", flat=True)) == {Decider.PERSON}

    def test_one_story_is_no_group(self) -> None:
        (article,) = told()
        with pytest.raises(DecisionRefused):
            act(stories.group, stories=[story_of(article), story_of(article)])

    def test_splitting_keeps_the_two_apart_for_good(self) -> None:
        articles = told(3)
        story = act(stories.group, stories=map(story_of, articles))
        new = act(stories.split, story=story, articles=[articles[2].pk])
        assert story_of(articles[2]) == new
        story.refresh_from_db()
        assert (story.size, new.size) == (2, 1)
        assert stories.held_apart(story, new) and stories.held_apart(new, story)
        stories.propose(one=new, other=story, likeness=0.9, reasons={}, now=NOON)
        assert not Proposal.objects.open().exists()

    def test_a_split_leaves_a_report_in_each(self) -> None:
        articles = told(2)
        story = act(stories.group, stories=map(story_of, articles))
        for wrong in ([], [10**6], [article.pk for article in articles]):
            with pytest.raises(DecisionRefused):
                act(stories.split, story=story, articles=wrong)

    def test_what_went_into_a_story_stays_apart_from_what_it_was_kept_apart_from(self) -> None:
        one, other, third = map(story_of, told(3))
        question = Proposal.objects.create(kind=Kind.STORY, one=other.pk, other=third.pk, asked_at=NOON)
        act(stories.decide, proposal=question, verdict=Verdict.DIFFERENT)
        merged = act(stories.group, stories=[one, other])
        assert stories.held_apart(merged, third)

    def test_moving_the_last_report_leaves_a_signpost(self) -> None:
        articles = told(2)
        left, target = map(story_of, articles)
        act(stories.move, article=articles[0], story=target)
        left.refresh_from_db()
        assert (left.size, left.survivor) == (0, target)

    def test_confirming_holds_every_report(self) -> None:
        (article,) = told()
        story = act(stories.confirm, story=story_of(article))
        assert story.held and story.confirmed_by == cast.editor()

    def test_answering_the_same_makes_one_story_and_closes_the_question(self) -> None:
        one, other = map(story_of, told(2))
        stories.propose(one=other, other=one, likeness=0.2, reasons={"words": ["bridge"]}, now=NOON)
        (question,) = Proposal.objects.open()
        act(stories.decide, proposal=question, verdict=Verdict.SAME)
        question.refresh_from_db()
        assert question.verdict == Verdict.SAME
        assert len(set(places().values())) == 1

    def test_unsure_is_not_asked_again(self) -> None:
        one, other = map(story_of, told(2))
        stories.propose(one=one, other=other, likeness=0.2, reasons={}, now=NOON)
        act(stories.decide, proposal=Proposal.objects.get(), verdict=Verdict.UNSURE)
        stories.propose(one=one, other=other, likeness=0.2, reasons={}, now=NOON)
        assert not Proposal.objects.open().exists()
        assert not stories.held_apart(one, other)

    @pytest.mark.parametrize("way", ["group", "move", "absorb", "join"])
    def test_nothing_is_asked_of_stories_that_are_one_nor_again_what_was_said_of_one_of_them(self, way: str) -> None:
        articles = told(4)
        one, other, third, absorbed = map(story_of, articles)
        stories.absorb(story=absorbed, into=one, evidence={}, now=NOON)
        for low, high in ((other, absorbed), (one, third), (other, third)):
            Proposal.objects.create(kind=Kind.STORY, one=low.pk, other=high.pk, asked_at=NOON)
        said = Proposal.objects.between(Kind.STORY, one.pk, third.pk).get()
        act(stories.decide, proposal=said, verdict=Verdict.DIFFERENT)
        match way:
            case "group":
                act(stories.group, stories=[one, other])
            case "move":
                act(stories.move, article=articles[1], story=one)
            case "absorb":
                stories.absorb(story=other, into=one, evidence={}, now=NOON)
            case "join":
                member = StoryMember.objects.get(article=articles[1])
                stories.join(member=member, story=one, evidence={}, now=NOON)
        assert not Proposal.objects.open().exists()
        assert Proposal.objects.between(Kind.STORY, other.pk, third.pk).get().verdict == Verdict.DIFFERENT
        act(stories.undo, decision=Decision.objects.filter(verb=way).latest("pk"))
        assert Proposal.objects.open().count() == 2

    def test_one_answer_is_enough_for_stories_that_are_one_by_now(self) -> None:
        one, other, third = map(story_of, told(3))
        act(stories.group, stories=[one, other])
        for story in (one, other):
            Proposal.objects.create(kind=Kind.STORY, one=story.pk, other=third.pk, asked_at=NOON)
        act(stories.decide, proposal=Proposal.objects.open()[0], verdict=Verdict.UNSURE)
        assert not Proposal.objects.open().exists()

    def test_undoing_puts_every_report_back(self) -> None:
        articles = told(3)
        before = places()
        act(stories.group, stories=map(story_of, articles))
        decision = Decision.objects.get()
        act(stories.undo, decision=decision)
        assert places() == before
        assert set(StoryMember.objects.values_list("decided_by", flat=True)) == {Decider.IMPORT}
        assert [story.size for story in Story.objects.order_by("pk")] == [1, 1, 1]
        assert not Story.objects.filter(merged_into__isnull=False).exists()
        assert not Proposal.objects.exists()
        decision.refresh_from_db()
        assert decision.undone_by == cast.editor()

    def test_nothing_is_undone_twice_or_before_what_was_built_upon_it(self) -> None:
        articles = told(3)
        story = act(stories.group, stories=map(story_of, articles))
        act(stories.split, story=story, articles=[articles[2].pk])
        split, group = Decision.objects.order_by("-pk")
        with pytest.raises(DecisionRefused, match="split"):
            act(stories.undo, decision=group)
        act(stories.undo, decision=split)
        with pytest.raises(DecisionRefused, match="already"):
            act(stories.undo, decision=split)
        act(stories.undo, decision=group)
        assert len(set(places().values())) == 3

    def test_a_title_can_be_given_and_taken_back(self) -> None:
        story = story_of(*told())
        act(stories.entitle, story=story, title=" The bridge ")
        assert Story.objects.get().title == "The bridge"
        act(stories.undo, decision=Decision.objects.get())
        assert Story.objects.get().title == ""


ARTICLES = 5
ACTS = st.sampled_from(["group", "split", "move", "confirm", "join", "absorb", "decide", "undo", "undo"])


class TestSequences(TestCase):
    @given(st.lists(st.tuples(ACTS, st.randoms(use_true_random=False)), max_size=14))
    @settings(max_examples=20)
    def test_any_sequence_ends_in_the_state_that_the_log_says(self, acts: list[tuple[str, Any]]) -> None:
        articles = told(ARTICLES)
        at_first = places()
        for number, (verb, dice) in enumerate(acts):
            try:
                self.act(verb, dice, NOON + timedelta(minutes=number))
            except DecisionRefused:
                continue
            self.assertEqual(places(), self.as_logged(at_first))
        self.assertEqual(set(places()), {article.pk for article in articles}, "nothing is lost")
        for story in Story.objects.all():
            self.assertEqual(story.size, story.members.count())
            self.assertTrue(story.size or story.survivor.size, "an emptied story leads to one with reports")
            self.assertTrue(story.size == 0 or story.merged_into is None)

    def as_logged(self, at_first: dict[int, int]) -> dict[int, int]:
        """The places of the reports as the decisions that stand say, in their order."""
        state = dict(at_first)
        for decision in Decision.objects.standing().order_by("pk"):
            for change in decision.changes:
                if change["model"] == "storymember":
                    state[change["pk"]] = change["after"].get("story_id", state[change["pk"]])
        return state

    def act(self, verb: str, dice: Any, now: Any) -> None:
        by = cast.editor()
        full = list(Story.objects.filter(size__gt=0).order_by("pk"))
        article = Article.objects.get(pk=dice.choice(sorted(places())))
        story = dice.choice(full)
        match verb:
            case "group":
                stories.group(stories=dice.sample(full, min(2, len(full))), by=by, now=now)
            case "split":
                stories.split(story=story_of(article), articles=[article.pk], by=by, now=now)
            case "move":
                stories.move(article=article, story=story, by=by, now=now)
            case "confirm":
                stories.confirm(story=story, by=by, now=now)
            case "join":
                member = StoryMember.objects.get(article=article)
                if member.story.size == 1 and not member.story.held and member.story != story:
                    stories.join(member=member, story=story, evidence={}, now=now)
            case "absorb":
                other = dice.choice(full)
                if other != story and not other.held:
                    stories.absorb(story=other, into=story, evidence={}, now=now)
            case "decide":
                other = dice.choice(full)
                if other != story:
                    stories.propose(one=story, other=other, likeness=0.2, reasons={}, now=now)
                    question = dice.choice(list(Proposal.objects.order_by("pk")))
                    stories.decide(proposal=question, verdict=dice.choice(Verdict.values[1:]), by=by, now=now)
            case "undo":
                standing = list(Decision.objects.standing().order_by("pk"))
                if standing:
                    stories.undo(decision=dice.choice(standing), by=by, now=now)
