"""Taking a decision back when something that it changed is gone."""

from typing import Any

import pytest
from django.db import connection

from articles.actions import merging, people, sources
from articles.actions.deciding import undo
from articles.models import Decision, Kind, PersonName, Proposal, Source, Verdict
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def merge(family: merging.Family, keep: Any, gone: Any) -> Decision:
    return merging.merge(family, keep=keep, gone=gone, by=cast.editor(), now=NOON)


def take_back(decision: Decision) -> None:
    undo(decision=decision, by=cast.editor(), now=NOON)
    connection.check_constraints()


@pytest.mark.parametrize("merged", [True, False])
def test_a_spelling_comes_back_with_what_its_outlet_is_today(merged: bool) -> None:
    keep, gone = factories.person("Ana Horvat"), factories.person("Anna Horvat")
    outlet, other = Source.objects.create(name="Lune Post"), Source.objects.create(name="The Lune Post")
    PersonName.objects.filter(person__in=[keep, gone]).delete()
    for person in (keep, gone):
        PersonName.objects.create(person=person, name="A. Horvat", source=outlet)
    decision = merge(people.FAMILY, keep, gone)
    if merged:
        merge(sources.FAMILY, other, outlet)
    else:
        outlet.delete()
    take_back(decision)
    assert gone.names.get(name="A. Horvat").source == (other if merged else None)


def test_an_answer_goes_back_to_one_whose_account_is_gone() -> None:
    one, other = factories.person("Ana Horvat"), factories.person("Anna Horvat")
    merging.propose(Kind.PERSON, one.pk, other.pk, likeness=0.5, reasons={}, now=NOON)
    question = Proposal.objects.get()
    merging.decide(people.FAMILY, proposal=question, verdict=Verdict.UNSURE, by=cast.publisher(), now=NOON)
    question.refresh_from_db()
    decision = merging.decide(people.FAMILY, proposal=question, verdict=Verdict.DIFFERENT, by=cast.editor(), now=NOON)
    cast.publisher().delete()
    assert decision is not None
    take_back(decision)
    question.refresh_from_db()
    assert (question.verdict, question.decided_by) == (Verdict.UNSURE, None)
