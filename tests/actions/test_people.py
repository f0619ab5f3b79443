"""Two people who are one."""

import pytest
from django.db import models

from articles.actions import merging, people, sources, tags
from articles.actions.decisions import DecisionRefused
from articles.actions.merging import Family, propose
from articles.models import (
    Decision,
    Kind,
    Mention,
    Person,
    PersonName,
    Proposal,
    PublishedPerson,
    Quote,
    Redirect,
    RedirectKind,
    Verdict,
)
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def relations(model: type[models.Model]) -> set[tuple[str, str]]:
    """Every column that holds a key of this model, as the models themselves say."""
    return {
        (relation.related_model.__name__, relation.field.attname)
        for relation in model._meta.get_fields(include_hidden=True)
        if (relation.one_to_many or relation.one_to_one) and relation.auto_created and not relation.concrete
    }


@pytest.mark.parametrize("family", [people.FAMILY, sources.FAMILY, tags.FAMILY], ids=lambda family: family.kind)
def test_it_knows_every_relation_to_what_it_merges(family: Family) -> None:
    known = {(relation.model.__name__, relation.column) for relation in family.relations}
    assert known == relations(family.model)


def merge(keep: Person, gone: Person) -> Decision:
    return merging.merge(people.FAMILY, keep=keep, gone=gone, by=cast.editor(), now=NOON)


def everything() -> dict[str, list[tuple[object, ...]]]:
    tables = (Person, PersonName, Mention, Quote, PublishedPerson, Redirect)
    return {table.__name__: sorted(table.objects.values_list(), key=str) for table in tables}


def sergeys() -> tuple[Person, Person]:
    return factories.person("Sergey Lavrov"), factories.person("Sergei Lavrov")


def test_everything_goes_to_the_one_who_stays() -> None:
    keep, gone = sergeys()
    article = factories.article()
    factories.mention(article, gone, role="minister")
    factories.quote(article, "We are ready for talks", gone)
    row = factories.published(people=("Sergei Lavrov",))
    merge(keep, gone)
    assert not Person.objects.filter(pk=gone.pk).exists()
    assert set(keep.names.values_list("name", flat=True)) == {"Sergey Lavrov", "Sergei Lavrov"}
    assert keep.mentions.filter(article=article).get().role == "minister"
    assert article.quotes.get().speaker == keep
    row.refresh_from_db()
    assert [(one["name"], one["slug"]) for one in row.details["people"]] == [("Sergey Lavrov", keep.slug)]
    assert row.named_people.get().person == keep


def test_the_old_address_leads_to_the_one_who_stays_and_so_do_older_ones() -> None:
    keep, gone = sergeys()
    Redirect.objects.create(kind=RedirectKind.PERSON, slug="s-lavrov", target=gone.pk)
    merge(keep, gone)
    ways = Redirect.objects.filter(kind=RedirectKind.PERSON).values_list("slug", "target")
    assert set(ways) == {("s-lavrov", keep.pk), (gone.slug, keep.pk)}


def test_an_article_that_named_both_names_one_with_the_roles_of_both() -> None:
    keep, gone = sergeys()
    row = factories.published(people=("Sergey Lavrov", "Sergei Lavrov"))
    PublishedPerson.objects.filter(person=gone).update(roles=["envoy"])
    merge(keep, gone)
    row.refresh_from_db()
    (named,) = row.details["people"]
    assert (named["slug"], named["roles"]) == (keep.slug, ["mayor", "envoy"])


def test_taking_it_back_restores_every_row() -> None:
    keep, gone = sergeys()
    PersonName.objects.create(person=gone, name="S. Lavrov")
    PersonName.objects.create(person=keep, name="S. Lavrov")
    both = factories.published(people=("Sergey Lavrov", "Sergei Lavrov"))
    factories.mention(factories.article(), gone)
    Redirect.objects.create(kind=RedirectKind.PERSON, slug="s-lavrov", target=gone.pk)
    before, details = everything(), both.details
    decision = merge(keep, gone)
    assert everything() != before
    back = merging.unmerge(people.FAMILY, decision=decision, by=cast.editor(), now=NOON)
    assert back == gone
    assert everything() == before
    both.refresh_from_db()
    assert both.details == details


def test_an_article_that_was_read_anew_goes_back_with_its_person() -> None:
    keep, gone = sergeys()
    article = factories.article()
    factories.mention(article, gone)
    decision = merge(keep, gone)
    article.mentions.all().delete()
    factories.mention(article, keep)
    merging.unmerge(people.FAMILY, decision=decision, by=cast.editor(), now=NOON)
    assert article.mentions.get().person == gone


def test_one_who_comes_back_gets_another_address_where_the_own_is_taken() -> None:
    keep, gone = sergeys()
    decision = merge(keep, gone)
    factories.person("Sergei  Lavrov", slug=gone.slug)
    back = merging.unmerge(people.FAMILY, decision=decision, by=cast.editor(), now=NOON)
    assert back.slug == "sergei-lavrov-2"


def test_a_later_merge_is_taken_back_first() -> None:
    keep, gone = sergeys()
    third = factories.person("Sergej Lavrov")
    first = merge(keep, gone)
    second = merge(third, keep)
    with pytest.raises(DecisionRefused, match="first"):
        merging.unmerge(people.FAMILY, decision=first, by=cast.editor(), now=NOON)
    merging.unmerge(people.FAMILY, decision=second, by=cast.editor(), now=NOON)
    # That the two are different is an answer given later: it is no reason to keep the first merge.
    merging.unmerge(people.FAMILY, decision=first, by=cast.editor(), now=NOON)
    assert Person.objects.filter(pk__in=[keep.pk, gone.pk, third.pk]).count() == 3


def test_one_is_not_merged_with_oneself_or_with_nobody() -> None:
    keep, gone = sergeys()
    with pytest.raises(DecisionRefused):
        merge(keep, keep)
    merge(keep, gone)
    with pytest.raises(DecisionRefused):
        merge(keep, gone)


def test_a_question_is_asked_once_and_its_answer_kept() -> None:
    keep, gone = sergeys()
    assert propose(Kind.PERSON, gone.pk, keep.pk, likeness=0.9, reasons={}, now=NOON)
    assert not propose(Kind.PERSON, keep.pk, gone.pk, likeness=0.9, reasons={}, now=NOON)
    question = Proposal.objects.get()
    for verdict in (Verdict.UNSURE, Verdict.DIFFERENT):
        merging.decide(people.FAMILY, proposal=question, verdict=verdict, by=cast.editor(), now=NOON)
        assert not Proposal.objects.open().exists()
        assert not propose(Kind.PERSON, keep.pk, gone.pk, likeness=0.9, reasons={}, now=NOON)
    merging.decide(people.FAMILY, proposal=question, verdict=Verdict.SAME, by=cast.editor(), now=NOON)
    assert Person.objects.filter(names__name="Sergei Lavrov").get() == min((keep, gone), key=lambda one: one.pk)


def test_who_was_different_from_the_one_who_went_is_different_from_the_one_who_stays() -> None:
    keep, gone = sergeys()
    third = factories.person("Sergio Lavrov")
    propose(Kind.PERSON, gone.pk, third.pk, likeness=0.5, reasons={}, now=NOON)
    merging.decide(
        people.FAMILY, proposal=Proposal.objects.get(), verdict=Verdict.DIFFERENT, by=cast.editor(), now=NOON
    )
    decision = merge(keep, gone)
    assert Proposal.objects.between(Kind.PERSON, keep.pk, third.pk).get().verdict == Verdict.DIFFERENT
    merging.unmerge(people.FAMILY, decision=decision, by=cast.editor(), now=NOON)
    assert Proposal.objects.between(Kind.PERSON, gone.pk, third.pk).get().verdict == Verdict.DIFFERENT
    assert not Proposal.objects.between(Kind.PERSON, keep.pk, third.pk).exists()


def test_who_is_called_by_a_spelling_that_went_back_keeps_it_too() -> None:
    keep, gone = sergeys()
    decision = merge(keep, gone)
    Mention.objects.create(article=factories.article(), person=keep, surface=gone.name)
    merging.unmerge(people.FAMILY, decision=decision, by=cast.editor(), now=NOON)
    assert keep.names.filter(name=gone.name).exists() and gone.names.filter(name=gone.name).exists()
