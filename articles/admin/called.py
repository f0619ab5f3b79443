"""What the two sides of a question are called."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from articles.actions.deciding import FAMILIES
from articles.models import Kind, Proposal, Story, StoryMember


def names_of(proposals: Sequence[Proposal]) -> dict[tuple[str, int], str]:
    """What the sides of questions are called. One query for each kind."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for one in proposals:
        wanted[one.kind] |= {one.one, one.other}
    names: dict[tuple[str, int], str] = {}
    for kind, numbers in wanted.items():
        if kind == Kind.STORY:
            found = _story_names(numbers)
        else:
            found = dict(FAMILIES[Kind(kind)].model._default_manager.filter(pk__in=numbers).values_list("pk", "name"))
        names |= {(kind, number): name for number, name in found.items()}
    return names


def _story_names(numbers: Collection[int]) -> dict[int, str]:
    """By number; one that went into another story is called what that is called."""
    now_in = {number: number for number in numbers}
    titles: dict[int, str] = {}
    new, seen = set(now_in), set()
    while new:
        rows = list(Story.objects.filter(pk__in=new).only("title", "merged_into"))
        titles |= {row.pk: row.title for row in rows if row.title}
        leads = {row.pk: row.merged_into_id for row in rows if row.merged_into_id is not None}
        now_in = {number: leads.get(into, into) for number, into in now_in.items()}
        seen |= new
        new = {*leads.values()} - seen
    members = StoryMember.objects.filter(story__in=set(now_in.values())).select_related("article")
    columns = ("story", "article__headline", "article__proposed_headline")
    for member in members.only(*columns).order_by("article__created_at", "article_id"):
        titles.setdefault(member.story_id, str(member.article))
    return {number: titles[into] for number, into in now_in.items() if into in titles}
