"""The golden reports, all on one desk: what is one is one, and nothing else is."""

import random
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from articles.models import Article, Mention, QuotationLink
from tests.conftest import standing
from tests.ingest.test_stories import Pair, load_cases, pairs_found
from tests.reports import cases
from tests.reports.scoring import name_key

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture(scope="module")
def golden(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[cases.Case]]:
    """All of them, loaded by name."""
    found = cases.load_all()
    with standing(django_db_blocker):
        load_cases(found)
        yield found


def pairs_wanted(golden: list[cases.Case]) -> set[Pair]:
    return {
        frozenset((one.path.name, other.path.name))
        for one, other in combinations(golden, 2)
        if one.gold["story"] and one.gold["story"] == other.gold["story"]
    }


def told_apart(golden: list[cases.Case]) -> None:
    found, wanted = pairs_found(), pairs_wanted(golden)
    assert found - wanted == set()
    assert len(found & wanted) >= 0.9 * len(wanted), wanted - found


def test_it_puts_the_reports_of_an_event_together_and_no_near_miss(golden: list[cases.Case]) -> None:
    told_apart(golden)
    near = [case for case in golden if case.gold["near_miss_of"]]
    assert len(near) >= 8 and len({case.gold["story"] for case in golden} - {None}) >= 8


def test_no_two_quotations_of_different_events_are_linked(golden: list[cases.Case]) -> None:
    event_of = {case.path.name: case.gold["story"] or case.name for case in golden}
    for link in QuotationLink.objects.all():
        events = [
            {event_of[str(use.article.report_name)] for use in quotation.uses.select_related("article")}
            for quotation in (link.one, link.other)
        ]
        assert events[0] & events[1], (link.one.text, link.other.text)


def links(person_of: dict[tuple[str, str], object]) -> set[frozenset[tuple[str, str]]]:
    """Pairs of (report, person of the report) that are one person, across reports."""
    together = defaultdict(list)
    for place, person in person_of.items():
        together[person].append(place)
    return {
        frozenset(pair) for places in together.values() for pair in combinations(places, 2) if pair[0][0] != pair[1][0]
    }


def test_it_links_the_people_of_the_golden_reports_and_merges_no_two(golden: list[cases.Case]) -> None:
    wanted, found = {}, {}
    for case in golden:
        article = Article.objects.get(report_name=case.path.name)
        named = {name_key(surface): person for surface, person in article.mentions.values_list("surface", "person")}
        for one in case.gold["people"]:
            place = (case.name, one["id"])
            persons = [named[key] for name in [one["name"], *one["mentions"]] if (key := name_key(name)) in named]
            if persons and " " in one["name"]:
                wanted[place], found[place] = one["id"], persons[0]
    right = links(wanted) & links(found)
    false, missing = links(found) - links(wanted), links(wanted) - links(found)
    assert not false, false
    assert 2 * len(right) >= 0.9 * (len(links(wanted)) + len(links(found))), missing
    assert Mention.objects.filter(person__isnull=True).count() == 0


@pytest.mark.faults
@pytest.mark.parametrize("order", ["backwards", "shuffled"])
def test_it_tells_the_same_events_in_any_order(order: str) -> None:
    golden = cases.load_all()
    load_cases(golden[::-1] if order == "backwards" else random.Random(1).sample(golden, len(golden)))
    told_apart(golden)
