"""What stands on the readers' front page: what editors chose, as far as readers have it, and what fills the rest.

Every article comes from the publications that are visible at that moment, and none stands there twice.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import CuratedFront, FrontList, PublishedArticle
from articles.models.published import PublishedArticleQuerySet

ARTICLES = 25
BESIDE_THE_TOP = 4
TOPICS = 8


@dataclass(frozen=True, slots=True)
class Chosen:
    """What editors chose: the number of the top story, those of the pins in their order, and the lists below."""

    top: int | None = None
    pins: Sequence[int] = ()
    lists: Sequence[FrontList] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A list of the front page, with its heading and the page that has all of it."""

    title: str
    path: str
    articles: list[PublishedArticle]
    section: str = ""  # the name of the one that all of them stand in


def chosen(now: datetime) -> Chosen:
    """What holds at this moment. One query where nobody has chosen anything yet, five at most."""
    front = CuratedFront.objects.prefetch_related("pins", "lists__section", "lists__tag").first()
    if front is None:
        return Chosen()
    pins = [pin.article_id for pin in front.pins.all() if pin.holds(now)]
    return Chosen(front.top_number(now), pins, list(front.lists.all()))


def front_page(choice: Chosen, now: datetime) -> dict[str, Any]:
    """The articles of the front page: `top`, `beside`, then `blocks` or, where no list was chosen, the `rest`; the
    `topics`, and the `newest` of all. A query for the newest, one for what was chosen, and one for each list."""
    visible = PublishedArticle.objects.visible(now)
    newest = list(visible.newest().for_cards()[:ARTICLES])
    lead = pinned(choice, visible) or newest[:1]
    taken = {row.number for row in lead}
    if len(lead) == 1:
        lead += unseen(newest, taken)[:BESIDE_THE_TOP]
        taken |= {row.number for row in lead}
    blocks = list(filled(choice.lists, visible, taken))
    rest = [] if choice.lists else unseen(newest, taken)[: max(0, ARTICLES - len(lead))]
    shown = [*lead, *(row for block in blocks for row in block.articles), *rest]
    return {
        "top": lead[:1],
        "beside": lead[1:],
        "blocks": blocks,
        "rest": rest,
        "topics": topics(shown),
        "newest": newest,
    }


def unseen(rows: Iterable[PublishedArticle], taken: set[int]) -> list[PublishedArticle]:
    return [row for row in rows if row.number not in taken]


def pinned(choice: Chosen, visible: PublishedArticleQuerySet) -> list[PublishedArticle]:
    """The chosen articles that readers have, the top story first."""
    numbers = list(dict.fromkeys(number for number in (choice.top, *choice.pins) if number is not None))
    rows = {row.number: row for row in visible.filter(number__in=numbers).for_cards()} if numbers else {}
    return [rows[number] for number in numbers if number in rows]


def filled(lists: Iterable[FrontList], visible: PublishedArticleQuerySet, taken: set[int]) -> Iterable[Block]:
    """The lists with what none before them has; a list that has nothing is left out."""
    for one in lists:
        rows, order, title, path = visible, "", _("Latest"), reverse("latest")
        if one.section is not None:  # read by way of rows that lie in this order
            rows, order = visible.filter(filed__section=one.section_id), "filed__"
            title, path = one.section.name, reverse("section", args=(one.section.slug,))
        elif one.tag is not None:
            rows, order = visible.filter(tagged__tag=one.tag_id), "tagged__"
            title, path = one.tag.name, reverse("tag", args=(one.tag.slug,))
        newest = rows.exclude(number__in=taken).order_by(f"-{order}published_at", "-number")
        articles = list(newest.for_cards()[: one.limit])
        taken |= {row.number for row in articles}
        if articles:
            yield Block(one.heading or title, path, articles, one.section.name if one.section else "")


def topics(rows: Iterable[PublishedArticle]) -> list[tuple[str, str]]:
    """(slug, name) of the tags that more than one of these articles carry, commonest first."""
    uses = Counter((tag["slug"], tag["name"]) for row in rows for tag in row.details.get("tags", ()))
    return [tag for tag, count in uses.most_common(TOPICS) if count > 1]
