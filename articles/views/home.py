"""The front page."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.context import RAIL_LENGTH, public_page
from articles.models import PublishedArticle
from articles.views.answers import validated

ARTICLES = 25
BESIDE_THE_TOP = 4
TOPICS = 8


@validated
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The newest articles, the rail and what they are about, all from one query."""
    rows = list(PublishedArticle.objects.visible(timezone.now()).newest().for_cards()[:ARTICLES])
    context = {
        "top": rows[:1],
        "beside": rows[1 : 1 + BESIDE_THE_TOP],
        "rest": rows[1 + BESIDE_THE_TOP :],
        "topics": topics(rows),
    }
    return render(request, "home.html", public_page("/", rows[:RAIL_LENGTH]) | context)


def topics(rows: list[PublishedArticle]) -> list[tuple[str, str]]:
    """(slug, name) of the tags that more than one of these articles carry, commonest first."""
    uses = Counter((tag["slug"], tag["name"]) for row in rows for tag in row.details.get("tags", ()))
    return [tag for tag, count in uses.most_common(TOPICS) if count > 1]
