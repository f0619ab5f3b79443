"""Every report finds its story on import."""

import random
from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest

from articles.actions import stories
from articles.ingest.load import load
from articles.models import (
    Article,
    Decider,
    Decision,
    Kind,
    Lead,
    Person,
    Proposal,
    Quotation,
    Story,
    StoryMember,
    StorySignature,
    StoryTerm,
    TermCount,
    Verdict,
)
from tests import cast
from tests.factories import NOON
from tests.reports import cases

pytestmark = pytest.mark.django_db

Pair = frozenset[str]


def load_cases(golden: Iterable[cases.Case]) -> None:
    tally = load([case.path for case in golden], now=NOON)
    assert not [outcome for outcome in tally.outcomes if outcome.outcome == "refused"]


def pairs_found() -> set[Pair]:
    told: dict[int, list[str]] = {}
    for story, name in StoryMember.objects.values_list("story", "article__report_name"):
        told.setdefault(story, []).append(name)
    return {frozenset(pair) for names in told.values() for pair in combinations(names, 2)}


def pairs_wanted(golden: list[cases.Case]) -> set[Pair]:
    return {
        frozenset((one.path.name, other.path.name))
        for one, other in combinations(golden, 2)
        if one.gold["story"] and one.gold["story"] == other.gold["story"]
    }


def orders(golden: list[cases.Case]) -> list[list[cases.Case]]:
    shuffled = random.Random(1).sample(golden, len(golden))
    return [golden, golden[::-1], shuffled]


@pytest.mark.parametrize("order", range(3), ids=["by name", "backwards", "shuffled"])
def test_it_puts_the_reports_of_an_event_together_and_no_near_miss_in_any_order(order: int) -> None:
    golden = orders(cases.load_all())[order]
    load_cases(golden)
    found, wanted = pairs_found(), pairs_wanted(golden)
    assert found - wanted == set()
    assert len(found & wanted) >= 0.9 * len(wanted), wanted - found
    near = [case for case in golden if case.gold["near_miss_of"]]
    assert len(near) >= 8 and len({case.gold["story"] for case in golden} - {None}) >= 8
