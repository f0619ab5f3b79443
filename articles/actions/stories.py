"""Which reports tell one story: what a person decides, what the import decides, and the way back from both.

Every report has a story from its import on, at first its own. A story whose last report leaves stays as a signpost to
where it went. What a person decided is marked so and never moved by the import.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Max, Q, QuerySet
from django.utils.translation import gettext as _

from articles.actions.decisions import DecisionRefused, Journal, claim, roll_back
from articles.models import Article, Decider, Decision, Kind, Proposal, Story, StoryMember, Verdict
from articles.models.history import IMPORT


def own_story(article: int, *, now: datetime) -> StoryMember:
    """The place of an article in its story; with a story of its own made for one that has none."""
    member = StoryMember.objects.filter(article_id=article).select_related("story").first()
    if member is None:
        story = Story.objects.create(created_at=now, size=1)
        member = StoryMember.objects.create(article_id=article, story=story, joined_at=now)
        settle({story.pk})
    return member


@transaction.atomic
def group(
    *, stories: Iterable[Story], by: Any, now: datetime, asked: Proposal | None = None, reason: str = ""
) -> Story:
    """Make one story of several: all reports go to the one with the lowest number, which is returned.

    The questions whether these are one are answered thereby (and the one that was `asked`), and the import leaves the
    reports where they are. `reason` is what the log says of why.
    """
    rows = sorted({story.survivor for story in stories}, key=lambda story: story.pk)
    if len(rows) < 2:
        raise DecisionRefused(_("Choose two stories or more."))
    target, *others = rows
    journal = Journal(Kind.STORY, "group", by=by, now=now)
    for member in _members(rows):
        _place(journal, member, target.pk, Decider.PERSON)
    for other in others:
        answer(journal, target, other, Verdict.SAME)
    if asked is not None:
        _answer(journal, asked, Verdict.SAME)
    _answer_what_follows(journal, rows)
    settle({row.pk for row in rows}, into=target.pk)
    journal.close(story=target.pk, stories=[row.pk for row in rows], reason=reason)
    return _fresh(target)


@transaction.atomic
def split(*, story: Story, articles: Collection[int], by: Any, now: datetime, reason: str = "") -> Story:
    """Take some reports out of a story into a new one, which is returned; the import never joins the two again."""
    leaving = [member for member in _members([story]) if member.article_id in set(articles)]
    if not leaving:
        raise DecisionRefused(_("None of these reports is in the story."))
    if len(leaving) == story.members.count():
        raise DecisionRefused(_("All reports of the story would leave it: leave one in it at least."))
    new = Story.objects.create(created_at=now, created_by=by)
    journal = Journal(Kind.STORY, "split", by=by, now=now)
    for member in leaving:
        _place(journal, member, new.pk, Decider.PERSON)
    answer(journal, story, new, Verdict.DIFFERENT)
    settle({story.pk, new.pk}, into=story.pk)
    journal.close(story=story.pk, new=new.pk, articles=sorted(member.article_id for member in leaving), reason=reason)
    return _fresh(new)


@transaction.atomic
def move(*, article: Article, story: Story, by: Any, now: datetime, reason: str = "") -> Story:
    """Put one report into another story, which is returned, and keep it there."""
    target = story.survivor
    member = own_story(article.pk, now=now)
    left = member.story_id
    journal = Journal(Kind.STORY, "move", by=by, now=now)
    _place(journal, member, target.pk, Decider.PERSON)
    if not StoryMember.objects.filter(story=left).exists():
        _answer_what_follows(journal, [target, Story.objects.get(pk=left)])
    settle({left, target.pk}, into=target.pk)
    journal.close(article=article.pk, story=target.pk, left=left, reason=reason)
    return _fresh(target)


@transaction.atomic
def confirm(*, story: Story, by: Any, now: datetime) -> Story:
    """These reports tell one story: the import moves none of them away; it may still add new reports."""
    story = story.survivor
    journal = Journal(Kind.STORY, "confirm", by=by, now=now)
    journal.about(Kind.STORY, story.pk)
    journal.change(story, confirmed_at=now, confirmed_by_id=by.pk)
    for member in _members([story]):
        _place(journal, member, story.pk, Decider.PERSON)
    journal.close(story=story.pk)
    return story


@transaction.atomic
def entitle(*, story: Story, title: str, by: Any, now: datetime) -> Story:
    """Give a story its public title; with "" the headline of its first report is shown again."""
    journal = Journal(Kind.STORY, "entitle", by=by, now=now)
    journal.about(Kind.STORY, story.pk)
    journal.change(story, title=title.strip())
    journal.close(story=story.pk, title=title.strip())
    return story


@transaction.atomic
def decide(*, proposal: Proposal, verdict: Verdict, by: Any, now: datetime, reason: str = "") -> None:
    """Answer the question whether two stories are one; "same" makes them one."""
    one, other = (Story.objects.get(pk=number).survivor for number in (proposal.one, proposal.other))
    if verdict == Verdict.SAME and one != other:
        group(stories=[one, other], by=by, now=now, asked=proposal, reason=reason)
        return
    journal = Journal(Kind.STORY, "decide", by=by, now=now)
    _answer(journal, proposal, verdict)
    for again in _between(one.family(), other.family()).filter(verdict=Verdict.OPEN):
        _answer(journal, again, verdict)
    journal.close(stories=[proposal.one, proposal.other], verdict=verdict, reason=reason)


@transaction.atomic
def undo(*, decision: Decision, by: Any, now: datetime) -> None:
    """Take back a decision about stories: every report is where it was before.

    Taking back what the import did is an answer too: it does not do it again.
    """
    if decision.kind != Kind.STORY:
        raise DecisionRefused(_("This decision is not about stories."))
    articles = list(decision.subjects.filter(kind=Kind.ARTICLE).values_list("number", flat=True))
    now_in = set(StoryMember.objects.filter(article_id__in=articles).values_list("story_id", flat=True))
    claim(decision, by=by, now=now)
    roll_back(decision)
    back_in = set(StoryMember.objects.filter(article_id__in=articles).values_list("story_id", flat=True))
    settle(now_in | back_in, into=min(back_in, default=None))
    if decision.by_id is None and decision.actor == IMPORT and by is not None:
        _keep_apart(now_in, back_in, by=by, now=now)


def _keep_apart(left: set[int], back_in: set[int], *, by: Any, now: datetime) -> None:
    journal = Journal(Kind.STORY, "keep apart", by=by, now=now)
    rows = Story.objects.in_bulk(left | back_in)
    for one in left:
        for other in back_in - {one}:
            answer(journal, rows[one], rows[other], Verdict.DIFFERENT)
    journal.close(stories=sorted(left | back_in))


# What the import decides. It is logged and can be undone like the rest.


def held_apart(one: Story, other: Story) -> bool:
    """Whether a person has said that two stories, or what went into them, are different."""
    return _between(one.family(), other.family()).filter(verdict=Verdict.DIFFERENT).exists()


def _between(ours: Collection[int], theirs: Collection[int]) -> QuerySet[Proposal]:
    """The questions of which one side is among the ones and one among the others."""
    pairs = Q(one__in=ours, other__in=theirs) | Q(one__in=theirs, other__in=ours)
    return Proposal.objects.filter(pairs, kind=Kind.STORY)


def kept_apart(numbers: Collection[int]) -> set[frozenset[int]]:
    """The pairs of these stories of which a person has said that they, or what went into them, are different."""
    now_in = _went_into(numbers)
    said = Proposal.objects.touching(Kind.STORY, set(now_in)).filter(verdict=Verdict.DIFFERENT)
    pairs = said.values_list("one", "other")
    return {frozenset((now_in[one], now_in[other])) for one, other in pairs if one in now_in and other in now_in}


def asked_with(numbers: Collection[int], *, least: float) -> set[int]:
    """The stories that the desk is asked about with any of these, as like as `least`."""
    now_in = _went_into(numbers)
    open_ones = Proposal.objects.touching(Kind.STORY, set(now_in)).filter(verdict=Verdict.OPEN, likeness__gte=least)
    others = {number for pair in open_ones.values_list("one", "other") for number in pair} - now_in.keys()
    return {story.survivor.pk for story in Story.objects.filter(pk__in=others)}


def _went_into(numbers: Collection[int]) -> dict[int, int]:
    """These stories and all that went into them, each with which of these it is in now."""
    found = {number: number for number in numbers}
    new = set(found)
    while new:
        rows = Story.objects.filter(merged_into__in=new).exclude(pk__in=found).values_list("pk", "merged_into")
        new = {number for number, _into in rows}
        found |= {number: found[into] for number, into in rows if into is not None}
    return found


def gather(
    *, articles: Collection[int], story: int | None, evidence: Mapping[int, dict[str, Any]], now: datetime
) -> Story:
    """The import puts reports into a story (None: a new one), which is returned; not for what a person holds.

    Where all of a story's reports leave it, that story goes into the other. `evidence` says of each report why.
    """
    target = Story.objects.get(pk=story) if story is not None else Story.objects.create(created_at=now)
    leaving: dict[int, list[StoryMember]] = {}
    for member in StoryMember.objects.filter(article__in=articles).order_by("article_id"):
        leaving.setdefault(member.story_id, []).append(member)
    for left, members in sorted(leaving.items()):
        row = Story.objects.get(pk=left)
        if len(members) == row.size > 1:
            absorb(story=row, into=target, evidence=evidence.get(members[0].article_id, {}), now=now)
            continue
        for member in members:
            join(member=member, story=target, evidence=evidence.get(member.article_id, {}), now=now)
    return _fresh(target)


def join(*, member: StoryMember, story: Story, evidence: dict[str, Any], now: datetime) -> None:
    """The import puts a report into another story; not for a member that a person placed."""
    left = member.story_id
    journal = Journal(Kind.STORY, "join", by=None, now=now)
    _place(journal, member, story.pk, Decider.IMPORT, evidence)
    if not StoryMember.objects.filter(story=left).exists():
        _answer_what_follows(journal, [story, Story.objects.get(pk=left)])
    settle({left, story.pk}, into=story.pk)
    journal.close(article=member.article_id, story=story.pk, left=left, evidence=evidence)


def absorb(*, story: Story, into: Story, evidence: dict[str, Any], now: datetime) -> None:
    """The import makes two stories one, because their reports belong together; not for a story that a person holds."""
    journal = Journal(Kind.STORY, "absorb", by=None, now=now)
    for member in _members([story]):
        _place(journal, member, into.pk, Decider.IMPORT)
    _answer_what_follows(journal, [into, story])
    settle({story.pk, into.pk}, into=into.pk)
    journal.close(story=into.pk, left=story.pk, evidence=evidence)


def propose(*, one: Story, other: Story, likeness: float, reasons: dict[str, Any], now: datetime) -> None:
    """Ask whether two stories are one, unless it has been asked before, of them or of what went into them."""
    if _between(one.family(), other.family()).exists():
        return
    low, high = sorted((one.pk, other.pk))
    Proposal.objects.create(
        kind=Kind.STORY, one=low, other=high, likeness=round(likeness, 4), reasons=reasons, asked_at=now
    )


def answer(journal: Journal, one: Story, other: Story, verdict: Verdict) -> None:
    """Record the answer to whether two stories are one."""
    proposal = Proposal.objects.between(Kind.STORY, one.pk, other.pk).first()
    if proposal is None:
        low, high = sorted((one.pk, other.pk))
        proposal = Proposal(kind=Kind.STORY, one=low, other=high, asked_at=journal.now)
        journal.add(proposal)
    _answer(journal, proposal, verdict)


def _answer_what_follows(journal: Journal, joined: Iterable[Story]) -> None:
    """These stories are one now: what is open between them is answered by that, and so is what is open between them and
    a third where it has been answered of one of them."""
    family = {number for story in joined for number in story.family()}
    for question in Proposal.objects.touching(Kind.STORY, family).open():
        thirds = {question.one, question.other} - family
        if not thirds:
            _answer(journal, question, Verdict.SAME)
            continue
        said = set(_between(family, Story.objects.get(pk=thirds.pop()).family()).values_list("verdict", flat=True))
        for verdict in (Verdict.DIFFERENT, Verdict.UNSURE):
            if verdict in said:
                _answer(journal, question, verdict)
                break


def _answer(journal: Journal, proposal: Proposal, verdict: Verdict) -> None:
    if proposal.verdict == verdict:
        return
    journal.about(Kind.PROPOSAL, proposal.pk)
    decider = journal.by.pk if journal.by is not None else None
    journal.change(proposal, verdict=verdict, decided_at=journal.now, decided_by_id=decider)


def _members(stories: Iterable[Story]) -> list[StoryMember]:
    rows = StoryMember.objects.filter(story__in=[story.pk for story in stories])
    return list(rows.select_for_update().order_by("article_id"))


def _place(
    journal: Journal, member: StoryMember, story: int, decided_by: Decider, evidence: dict[str, Any] | None = None
) -> None:
    new: dict[str, Any] = {"story_id": story, "decided_by": decided_by}
    if member.story_id != story:
        journal.about(Kind.LEFT, member.story_id)
        new |= {"joined_at": journal.now, "evidence": evidence or {}}
    journal.about(Kind.ARTICLE, member.article_id)
    journal.change(member, **new)


def settle(stories: Collection[int], *, into: int | None = None) -> None:
    """Bring what is derived up to date: how many reports a story has, the latest, and whether it is a signpost.

    into: where an emptied one leads.
    """
    counted = Story.objects.filter(pk__in=stories).annotate(
        count=Count("members"), latest=Max("members__article__created_at")
    )
    for story in counted:
        leads = None if story.count or into == story.pk else into or story.merged_into_id
        Story.objects.filter(pk=story.pk).update(size=story.count, latest_at=story.latest, merged_into=leads)


def _fresh(story: Story) -> Story:
    return Story.objects.get(pk=story.pk)
