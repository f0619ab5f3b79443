"""Whom the site knows is found again, and whom it does not is made, at a small cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.ingest.people import people_of
from articles.ingest.resolve import fill
from articles.models import Person, PersonName
from articles.models.person import spelling_key
from articles.slugs import slug_for
from articles.text import read
from articles.text.report import Mention as MentionReading
from articles.text.report import PersonReading, Report
from tests import factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("count", "asked"), [(1, 3), (3, 5)])
def test_a_report_asks_one_query_for_each_person_whom_the_site_knows(count: int, asked: int) -> None:
    names = ["Ana Horvat", "Ivo Babić", "Petra Kovač"][:count]
    report = read("\n\n".join(["The letter", *(f"{name}, a teacher from Riga, signed it." for name in names)]))
    fill(factories.article(), report, now=NOON)
    with CaptureQueriesContext(connection) as queries:
        people_of(report, {}, None)
    assert (Person.objects.count(), len(queries)) == (count, asked)


@pytest.mark.parametrize("count", [1, 3])
def test_a_report_makes_all_people_whom_nobody_knew_by_the_same_queries(count: int) -> None:
    names = ["Ana Horvat", "Ivo Babic", "Petra Novak"][:count]
    people = tuple(PersonReading(name, (MentionReading(name, 0, len(name)),)) for name in names)
    with CaptureQueriesContext(connection) as queries:
        found = people_of(Report("", people=people), {}, None)
    assert len(queries) == 5
    assert [person.name for person in found] == names
    assert set(PersonName.objects.values_list("name", "key", "person__slug")) == {
        (name, spelling_key(name), slug_for(name)) for name in names
    }


def test_two_new_people_of_one_name_have_addresses_of_their_own() -> None:
    Person.objects.create(name="Horvat")
    people = tuple(PersonReading("Horvat", (MentionReading("Horvat", at, at + 6),)) for at in (0, 10))
    made = people_of(Report("", people=people), {}, None)
    assert [person.slug for person in made] == ["horvat-2", "horvat-3"]
