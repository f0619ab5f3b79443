"""Every report finds its story on import.

Candidates come from the index of terms, by day, and from quotations in common. Each is weighed: the likeness of the
signatures, less for dates far apart and for speakers who say other things; words that both quote settle it. A pair that
is surely one event joins the stories of both, so that the order of loading decides nothing; a pair that may be one
becomes a question for the desk.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from articles.actions import stories
from articles.ingest.evidence import Evidence, Weighing, candidates, store_signature
from articles.ingest.quotations import link_quotations
from articles.models import Article, Decider, Story, StoryMember
from articles.text.report import Report

PROPOSED = 0.5
"""Share of the likeness at which reports join from which on the desk is asked."""
MOST_QUESTIONS = 5


@dataclass(slots=True)
class _Near:
    """Another story with what speaks for it: its strongest pair, and how many pairs are sure."""

    story: Story
    best: Evidence
    sure: int = 0
    outright: bool = False


def find_story(article: Article, report: Report, *, now: datetime) -> StoryMember:
    """Put a report into its story, as far as a person has not; the caller holds the file's transaction.

    To be called when the report's rows are written, again when a changed report was taken in.
    """
    links = link_quotations(article)
    signature = store_signature(article, report, day=_day(article, now))
    member = stories.own_story(article.pk, now=now)
    weighing = Weighing(article, signature, links, threshold=settings.NEWSROOM_STORY_LIKENESS)
    evidence = weighing.weigh(candidates(signature, weighing, now=now))
    if not evidence:
        return member
    near = _by_story(evidence, own=member.story_id)
    return _settle(member, near, now=now)


def _day(article: Article, now: datetime) -> tuple[date, bool]:
    """The day by which a report is found, and whether it is its own."""
    try:
        return date.fromisoformat(article.report_date), True
    except ValueError:
        return now.date(), False


def _by_story(evidence: Iterable[Evidence], own: int) -> list[_Near]:
    """The other stories that the evidence speaks for, the surest first."""
    evidence = list(evidence)
    places = StoryMember.objects.filter(article_id__in=[one.article for one in evidence]).select_related("story")
    story_of = {place.article_id: place.story for place in places}
    found: dict[int, _Near] = {}
    for one in sorted(evidence, key=lambda e: (-e.joins, -e.score, e.article)):
        story = story_of.get(one.article)
        if story is None or story.pk == own:
            continue
        near = found.setdefault(story.pk, _Near(story, one))
        near.sure += one.joins
        near.outright = near.outright or one.outright
    return list(found.values())


def _settle(member: StoryMember, near: list[_Near], *, now: datetime) -> StoryMember:
    """Join what is surely one story, ask about the rest."""
    asked, least = 0, PROPOSED * settings.NEWSROOM_STORY_LIKENESS
    for one in near:
        if not one.sure and (one.best.score < least or asked == MOST_QUESTIONS):
            continue
        member.refresh_from_db()
        if one.story.pk == member.story_id:
            continue
        here = member.story
        there = Story.objects.get(pk=one.story.pk).survivor
        if there.pk == here.pk or stories.held_apart(here, there):
            continue
        if one.sure and _may_join(member, here, there, one):
            _unite(member, here, there, one.best, now=now)
        else:
            stories.propose(one=here, other=there, likeness=one.best.score, reasons=one.best.reasons(), now=now)
            asked += 1
    return member


def _may_join(member: StoryMember, here: Story, there: Story, near: _Near) -> bool:
    """Whether the two stories may become one without a person.

    One of two that a person holds never goes into the other. Two stories of several reports each need more than one
    pair: else one report that tells of two events would chain them.
    """
    if here.size > 1 and there.size > 1 and not near.outright and near.sure < 2:
        return False
    if _alone(member, here):
        return True
    return not (here.held and there.held)


def _alone(member: StoryMember, here: Story) -> bool:
    return here.size == 1 and member.decided_by == Decider.IMPORT and not here.held


def _unite(member: StoryMember, here: Story, there: Story, best: Evidence, *, now: datetime) -> None:
    """A single report joins; of two stories that nobody holds the later goes into the earlier, and never a held one."""
    if _alone(member, here):
        stories.join(member=member, story=there, evidence=best.reasons(), now=now)
    elif there.held or (not here.held and there.pk < here.pk):
        stories.absorb(story=here, into=there, evidence=best.reasons(), now=now)
    else:
        stories.absorb(story=there, into=here, evidence=best.reasons(), now=now)
