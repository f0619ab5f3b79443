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
    titles = dict(Story.objects.filter(pk__in=numbers).exclude(title="").values_list("pk", "title"))
    members = StoryMember.objects.filter(story__in=numbers).select_related("article")
    columns = ("story", "article__headline", "article__proposed_headline")
    for member in members.only(*columns).order_by("article__created_at", "article_id"):
        titles.setdefault(member.story_id, str(member.article))
    return titles
