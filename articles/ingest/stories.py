"""Every report finds its story on import.

Candidates come from the index of terms, by day, and from quotations in common. The stories of those that are like
enough, and those that the desk has been asked about with them, are held against each other anew, report by report, and
grouped: so what comes later may bring together what was a question before, and the order of loading decides nothing.
What a person decided stays as it is; what may be one story and is not joined becomes a question for the desk.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings

from articles.actions import stories
from articles.ingest.evidence import SURE, Evidence, Weighing, candidates, store_signature, weight_of
from articles.ingest.quotations import link_quotations
from articles.models import Article, Story, StoryMember
from articles.text.likeness.groups import Block, groups
from articles.text.report import Report

PROPOSED = 0.25
"""Share of the likeness at which reports join from which on the desk is asked."""
MOST_QUESTIONS = 5
MOST_HELD_AGAINST = 40
"""Reports that are grouped anew with a new one. A story larger than that takes new ones as a whole."""


def find_story(article: Article, report: Report, *, now: datetime) -> StoryMember:
    """Put a report into its story, as far as a person has not; the caller holds the file's transaction.

    To be called when the report's rows are written, again when a changed report was taken in.
    """
    links = link_quotations(article)
    signature = store_signature(article, report, day=_day(article, now))
    member = stories.own_story(article.pk, now=now)
    weighing = Weighing()
    weighing.read([article.pk])
    found = candidates(signature, weighing, links, now=now)
    weighing.read(found)
    evidence = [weighing.weigh(article.pk, number) for number in found if number in weighing.told]
    family = _family(member, evidence)
    if len(family) > 1:
        _group(family, weighing, now=now)
        member.refresh_from_db()
    _ask(member, evidence, now=now)
    return member


def _day(article: Article, now: datetime) -> tuple[date, bool]:
    """The day by which a report is found, and whether it is its own."""
    try:
        return date.fromisoformat(article.report_date), True
    except ValueError:
        return now.date(), False


def _family(member: StoryMember, evidence: Iterable[Evidence]) -> list[Story]:
    """The stories that may change by this report: its own, those of reports as like as joins, and those that the desk
    was asked about with any of them."""
    threshold = settings.NEWSROOM_STORY_LIKENESS
    near = {one.article for one in evidence if one.score >= threshold}
    found = {member.story_id, *StoryMember.objects.filter(article__in=near).values_list("story", flat=True)}
    new, size = set(found), 0
    while new and size < MOST_HELD_AGAINST:
        new = stories.asked_with(new, least=threshold) - found
        found |= new
        size = StoryMember.objects.filter(story__in=found).count()
    return list(Story.objects.filter(pk__in=found, size__gt=0).order_by("pk"))


def _group(family: list[Story], weighing: Weighing, *, now: datetime) -> None:
    """Group the reports of some stories anew, and put them where they belong."""
    least = settings.NEWSROOM_STORY_LIKENESS
    story_of = dict(StoryMember.objects.filter(story__in=family).values_list("article", "story"))
    weighing.read(story_of)
    held = {story.pk for story in family if story.held or story.size > MOST_HELD_AGAINST}
    kept_apart = stories.kept_apart([story.pk for story in family])
    blocks: dict[int, set[int]] = {}
    for number, story in story_of.items():
        blocks.setdefault(-story if story in held else number, set()).add(number)

    def weight(one: int, other: int) -> float:
        if one not in weighing.told or other not in weighing.told:
            return weight_of(1 - SURE)
        return weighing.weigh(one, other).weight

    def apart(one: int, other: int) -> bool:
        pair = frozenset((story_of[one], story_of[other]))
        if pair in kept_apart or (len(pair) == 2 and pair <= held):
            return True
        known = one in weighing.told and other in weighing.told
        return known and weighing.excluded(one, other)

    together = groups(map(frozenset, blocks.values()), weight, apart, weight_of(least))
    targets = _targets(together, story_of)
    for group, target in zip(together, targets, strict=True):
        moved = sorted(number for number in group if story_of[number] != target)
        if moved:
            best = _best(moved, group, weighing)
            stories.gather(
                articles=moved, story=target, evidence={n: e.reasons(least) for n, e in best.items()}, now=now
            )


def _targets(together: list[Block], story_of: dict[int, int]) -> list[int | None]:
    """The story of each group: the earliest of those that have most of their reports in it; None for a new one."""
    most: dict[int, tuple[int, int]] = {}
    for at, group in enumerate(together):
        for story in {story_of[number] for number in group}:
            count = sum(story_of[number] == story for number in group)
            if story not in most or count > most[story][0]:
                most[story] = count, at
    owned = [sorted(story for story, (_count, owner) in most.items() if owner == at) for at in range(len(together))]
    return [stories_of[0] if stories_of else None for stories_of in owned]


def _best(moved: Iterable[int], group: Block, weighing: Weighing) -> dict[int, Evidence]:
    """For each report the strongest evidence that it belongs with the others of its group."""
    found = {}
    for number in moved:
        others = [weighing.weigh(number, other) for other in group if other != number and other in weighing.told]
        if number in weighing.told and others:
            found[number] = max(others, key=lambda one: (one.score, -one.article))
    return found


def _ask(member: StoryMember, evidence: Iterable[Evidence], *, now: datetime) -> None:
    """Ask about other stories that may be this report's: those as like as joins, and the next few."""
    threshold = settings.NEWSROOM_STORY_LIKENESS
    evidence = sorted(evidence, key=lambda one: (-one.score, one.article))
    story_of = dict(
        StoryMember.objects.filter(article__in=[one.article for one in evidence]).values_list("article", "story")
    )
    asked: set[int] = {member.story_id}
    for one in evidence:
        story = story_of.get(one.article)
        if one.score < PROPOSED * threshold:
            break
        if story is None or story in asked or (one.score < threshold and len(asked) > MOST_QUESTIONS):
            continue
        asked.add(story)
        here, there = member.story, Story.objects.get(pk=story)
        if not stories.held_apart(here, there):
            stories.propose(one=here, other=there, likeness=one.score, reasons=one.reasons(threshold), now=now)
