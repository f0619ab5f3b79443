"""Whatever is merged, grouped, split, undone and read anew: what stands is what the log says, and nothing is lost."""

import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.actions import merging, people, stories
from articles.actions.deciding import undo
from articles.actions.decisions import DecisionRefused
from articles.ingest.load import load
from articles.models import (
    Article,
    Decision,
    Intake,
    Kind,
    Mention,
    Person,
    PersonName,
    Proposal,
    PublishedArticle,
    PublishedPerson,
    Quote,
    Redirect,
    Story,
    StoryMember,
    StorySignature,
)
from tests import cast
from tests.factories import NOON

SAID = "“The river took the lower bridge and then it came back for the upper one,” {} said.\n"
REPORTS = {
    "flood-one": "Flood takes bridges of Dornau\n\nThe Marn flooded Dornau on Monday.\n\n"
    + SAID.format("Sergey Malinov"),
    "flood-two": "Dornau loses bridges to flood\n\nDornau was flooded by the Marn.\n\n" + SAID.format("Sergei Malinov"),
    "prize": "Cellist wins prize\n\nSerhiy Malinov won the autumn prize of Velika for a suite on whales.\n",
    "chess": "Chess title for Velika\n\nAna Horvat beat Petra Kovač and Sergey Malinov in forty moves.\n",
}
ACTS = st.sampled_from(["load", "load", "load", "merge", "merge", "group", "split", "move", "undo", "undo", "undo"])


SEQUENCES = st.lists(st.tuples(ACTS, st.randoms(use_true_random=False)), min_size=3, max_size=16)


class TestEverything(TestCase):
    @given(SEQUENCES)
    @settings(max_examples=4, phases=[Phase.generate])
    def test_any_sequence_ends_in_the_state_that_the_log_says(self, acts: list[tuple[str, Any]]) -> None:
        self.check(acts)

    @pytest.mark.faults
    @given(SEQUENCES)
    @settings(max_examples=60, phases=[Phase.generate])  # one example takes too long for shrinking it
    def test_any_of_many_sequences_ends_in_the_state_that_the_log_says(self, acts: list[tuple[str, Any]]) -> None:
        self.check(acts)

    def check(self, acts: list[tuple[str, Any]]) -> None:
        seen: set[int] = set()
        first_story: dict[int, int] = {}
        with tempfile.TemporaryDirectory() as folder:
            for number, (verb, dice) in enumerate(acts):
                with suppress(DecisionRefused):
                    self.act(verb, dice, Path(folder), NOON + timedelta(minutes=number))
                seen |= self.people_ever()
                self.check_people(seen)
                self.check_stories(first_story)
                self.check_facts()
            self.take_everything_back(seen, first_story)

    def act(self, verb: str, dice: Any, folder: Path, now: Any) -> None:
        by = cast.editor()
        match verb:
            case "load":
                name = dice.choice(sorted(REPORTS))
                more = dice.choice(["", "", "\nMore is to come.\n", "\nAna Horvat was there as well.\n"])
                (folder / f"{name}.txt").write_text(REPORTS[name] + more, encoding="utf-8")
                tally = load([folder / f"{name}.txt"], now=now, publish=dice.random() < 0.5)
                assert [str(one.outcome) for one in tally.outcomes] != ["refused"], tally.outcomes
            case "merge":
                rows = list(Person.objects.order_by("pk"))
                if len(rows) > 1:
                    keep, gone = dice.sample(rows, 2)
                    merging.merge(people.FAMILY, keep=keep, gone=gone, by=by, now=now)
            case "group":
                full = list(Story.objects.filter(size__gt=0).order_by("pk"))
                stories.group(stories=dice.sample(full, min(2, len(full))), by=by, now=now)
            case "split":
                members = list(StoryMember.objects.order_by("pk"))
                if members:
                    member = dice.choice(members)
                    stories.split(story=member.story, articles=[member.article_id], by=by, now=now)
            case "move":
                members = list(StoryMember.objects.order_by("pk"))
                if members:
                    article = dice.choice(members).article
                    stories.move(article=article, story=dice.choice(members).story, by=by, now=now)
            case "undo":
                standing = list(Decision.objects.standing().order_by("pk"))
                if standing:
                    decision = dice.choice(standing)
                    undo(decision=decision, by=by, now=now)
                    self.check_handed_back(decision)

    def check_handed_back(self, merge: Decision) -> None:
        """Who comes back has all articles again that named them alone, read anew since or not."""
        if merge.kind == Kind.PERSON and merge.verb == "merge":
            alone = Mention.objects.filter(article__in=merge.details["gone_alone_in"])
            self.assertFalse(alone.filter(person=merge.details["keep"]).exists())

    def people_ever(self) -> set[int]:
        merged = Decision.objects.filter(kind=Kind.PERSON, verb="merge")
        return set(Person.objects.values_list("pk", flat=True)) | {one.details["gone"] for one in merged}

    def check_people(self, seen: set[int]) -> None:
        """Those are there whom no standing merge took away, and every address of the others leads to one of them."""
        merges = Decision.objects.standing().filter(kind=Kind.PERSON, verb="merge").order_by("pk")
        gone = {one.details["gone"]: one.changes for one in merges}
        there = set(Person.objects.values_list("pk", flat=True))
        self.assertEqual(there, seen - gone.keys())
        self.assertLessEqual(set(Redirect.objects.values_list("target", flat=True)), there)
        for changes in gone.values():
            (slug,) = (change["row"]["slug"] for change in changes if change["model"] == "person")
            self.assertTrue(Redirect.objects.filter(slug=slug).exists() or Person.objects.filter(slug=slug).exists())

    def check_stories(self, first: dict[int, int]) -> None:
        """Every report is where the standing decisions put it, in their order."""
        state = dict(StoryMember.objects.values_list("article", "story"))
        self.assertEqual(set(state), set(Article.objects.values_list("pk", flat=True)))
        logged: dict[int, int] = {}
        for decision in Decision.objects.order_by("pk"):
            for change in decision.changes:
                if change["model"] == "storymember" and "story_id" in change["before"]:
                    first.setdefault(change["pk"], change["before"]["story_id"])
                    if decision.undone_at is None:
                        logged[change["pk"]] = change["after"]["story_id"]
        for article, story in state.items():
            first.setdefault(article, story)
            self.assertEqual(story, logged.get(article, first[article]))

    def check_facts(self) -> None:
        """No mention, quote, spelling or publication was lost or doubled by all this."""
        for article in Article.objects.all():
            intake = Intake.objects.filter(article=article).latest("pk")
            said = sum(len(person["spans"]) for person in intake.reading["people"])
            self.assertEqual(Mention.objects.filter(article=article).count(), said)
            self.assertEqual(Quote.objects.filter(article=article).count(), len(intake.reading["quotes"]))
            for mention in article.mentions.all():
                if " " in mention.surface:
                    self.assertTrue(PersonName.objects.filter(person=mention.person, name=mention.surface).exists())
        self.assertEqual(StorySignature.objects.count(), Article.objects.count())
        for row in PublishedArticle.objects.filter(goes_off_at__isnull=True):
            named = PublishedPerson.objects.filter(article=row).select_related("person").order_by("pk")
            self.assertEqual([one["slug"] for one in row.details["people"]], [one.person.slug for one in named])
        self.assertFalse(Proposal.objects.filter(one=0).exists())

    def take_everything_back(self, seen: set[int], first: dict[int, int]) -> None:
        """From the last decision to the first all can be undone, and all is as the reports alone say."""
        now = NOON + timedelta(days=1)
        standing = Decision.objects.standing().order_by("-pk")
        while (decision := standing.exclude(verb="keep apart").first()) is not None:
            for later in standing.filter(pk__gt=decision.pk):
                undo(decision=later, by=cast.editor(), now=now)
            undo(decision=decision, by=cast.editor(), now=now)
            self.check_handed_back(decision)
        self.check_people(seen)
        self.assertEqual(dict(StoryMember.objects.values_list("article", "story")), first)
