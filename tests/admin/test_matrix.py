"""Role x state x act through HTTP: who may, does; who may not, changes nothing and is offered nothing.

`make test` asks about three states of each role, `make faults` about every cell; `tests/test_policy.py` about all.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.actions.edits import record_revision
from articles.models import Article, HistoryEntry, PreviewLink, PublishedArticle, Revision, Tombstone
from articles.workflow import MOVES, Status
from tests import cast, factories
from tests.admin.pages import change, filled, make_ready_for, move, tomorrow
from tests.factories import NOON

# The rules of the desk are the same on every database: once is enough.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

ROLES: dict[str, Callable[[], Any]] = {
    "W": cast.reporter,  # the reporter who wrote it
    "R": lambda: cast.reporter("ruth"),  # another reporter
    "E": cast.editor,
    "P": cast.publisher,
    "A": cast.administrator,
    "staff without a group": lambda: User.objects.create_user("newcomer", is_staff=True),
    "account that is no staff": lambda: User.objects.create_user("reader"),
    "stranger": lambda: None,
}

# What each column stands for is in the first line; a cell names the roles that may. Readers have the article; it is
# spiked after it was taken from them, and what takes back a schedule, an end or a doubt finds one.
TABLE = """
                 ingested  draft  submitted  changes_requested  ready  published  spiked  killed
view             WREPA     WREPA  WREPA      WREPA              WREPA  WREPA      WREPA   WREPA
save             WEPA      WEPA   EPA        WEPA               EPA    -          -       -
restore          WEPA      WEPA   EPA        WEPA               EPA    -          -       -
copy             WREPA     WREPA  WREPA      WREPA              WREPA  WREPA      -       -
share            WEPA      WEPA   WEPA       WEPA               WEPA   WEPA       -       -
take_up          WREPA     -      -          -                  -      -          -       -
submit           -         WEPA   -          WEPA               -      -          -       -
request_changes  -         -      EPA        -                  EPA    -          -       -
approve          -         -      EPA        -                  -      -          -       -
publish          -         -      -          -                  PA     -          -       -
confirm          -         -      -          -                  -      EPA        -       -
cancel_schedule  PA        PA     PA         PA                 PA     PA         -       -
rework           -         -      -          -                  -      EPA        -       -
unpublish        PA        PA     PA         PA                 PA     PA         -       -
unpublish_later  PA        PA     PA         PA                 PA     PA         -       -
cancel_unpublish PA        PA     PA         PA                 PA     PA         -       -
spike            EPA       EPA    EPA        EPA                EPA    -          -       -
revive           -         -      -          -                  -      -          EPA     -
kill             PA        PA     PA         PA                 PA     PA         -       -
publish_import   -         -      -          -                  -      -          -       -
reingest         -         -      -          -                  -      -          -       -
"""


def cells() -> dict[tuple[str, str], str]:
    """(act, state) -> the roles that may."""
    head, *rows = (line.split() for line in TABLE.strip().splitlines())
    return {(act, state): cell.strip("-") for act, *row in rows for state, cell in zip(head, row, strict=True)}


CELLS = cells()
PREPARED = ("spike", "confirm", "cancel_schedule", "cancel_unpublish")
ACTS = sorted(dict.fromkeys(act for act, _state in CELLS), key=lambda act: act in PREPARED)


def footprint() -> tuple[Any, ...]:
    """Everything that an act could have changed."""
    return (
        list(Article.objects.order_by("pk").values_list("pk", "status", "version", "headline", "created_by")),
        list(PublishedArticle.objects.order_by("pk").values_list("pk", "goes_live_at", "goes_off_at")),
        [model.objects.count() for model in (HistoryEntry, Revision, PreviewLink, Tombstone)],
    )


def attempt(client: Client, act: str, article: Article, form: dict[str, Any]) -> Any:
    """The request that carries the act out, as a browser would send it whatever the page offers."""
    match act:
        case "view":
            return client.get(change(article))
        case "save":
            return client.post(change(article), form | {"headline": "Changed"})
        case "restore":
            return client.post(reverse("admin:articles_article_restore", args=(article.pk, 1)), {"seen": "1"})
        case "copy":
            return client.post(reverse("admin:articles_article_copy", args=(article.pk,)))
        case "share":
            return client.post(reverse("admin:articles_article_share", args=(article.pk,)), {"days": "3"})
    stored = Article.objects.get(pk=article.pk)
    data = {"verb": act, "seen": f"{stored.status}:{stored.version}", "note": "A reason.", "override": "A reason."}
    if act == "unpublish_later":
        data["at"] = tomorrow()
    return client.post(move(article), data)


def test_it_has_a_cell_for_every_state_and_every_act() -> None:
    assert {state for _act, state in CELLS} == set(Status.values)
    assert set(ACTS) == {"view", "save", "restore", "copy", "share", *MOVES}
    assert len(CELLS) == len(ACTS) * len(Status.values)


def some(role: str) -> list[str]:
    """The states that this role is asked about each time, so that every state is asked about with several roles."""
    first = list(ROLES).index(role)
    return [state for place, state in enumerate(Status.values) if (place - first) % 3 == 0]


@pytest.mark.parametrize(
    "states", [some, pytest.param(lambda _: Status.values, marks=pytest.mark.faults)], ids=["some", "all"]
)
@pytest.mark.parametrize("role", ROLES)
def test_it_has_no_wrong_cell(role: str, states: Callable[[str], list[str]]) -> None:
    writer = cast.reporter()
    row = factories.published("Bridge reopens", at=timezone.now() - timedelta(hours=1))
    Article.objects.filter(pk=row.number).update(created_by=writer)
    article = Article.objects.get(pk=row.number)
    record_revision(article, by=writer, now=NOON)
    desk = Client()
    desk.force_login(cast.editor("erna"))
    Article.objects.update(status=Status.DRAFT)
    form = filled(desk.get(change(article)))
    client = Client()
    if (user := ROLES[role]()) is not None:
        client.force_login(user)
    wrong = []
    for state in states(role):
        Article.objects.update(status=state)
        page = client.get(change(article)).content.decode()
        for act in ACTS:
            allowed = role in CELLS[act, state]
            with transaction.atomic():
                if act in PREPARED:
                    make_ready_for(act, article)
                    page = client.get(change(article)).content.decode()
                if act in MOVES and (f'name="verb" value="{act}"' in page) is not allowed:
                    wrong.append((act, state, "offered" if not allowed else "not offered"))
                before = footprint()
                answer = attempt(client, act, article, form)
                changed = footprint() != before
                transaction.set_rollback(True)
            done = answer.status_code == 200 if act == "view" else changed
            if done is not allowed or (changed and not allowed):
                wrong.append((act, state, answer.status_code))
            if not allowed and role not in "WREPA" and answer.status_code not in {302, 403}:
                wrong.append((act, state, answer.status_code))
    assert wrong == []
