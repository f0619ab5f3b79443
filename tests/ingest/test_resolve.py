from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import labels, leads, merging, people
from articles.ingest import resolve
from articles.ingest.load import Outcome, Result, load
from articles.models import Article, Lead, LeadState, Person, PersonName, Quotation, Tag
from articles.models.person import spelling_key
from tests import cast, factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db

RAIL = ["Ferry late again after storm", "Council votes on new tram line", "Museum opens its doors at night"]


def report(*, rail: list[str] = RAIL, said: str = "We worked day and night to mend it,") -> str:
    links = "".join(f"SEE ALSO: {headline}\n\n" for headline in rail)
    return (
        "Bridge reopens after flood\n\n"
        "The old bridge in Riga, the capital of Latvia, reopened on Tuesday, Mayor Ana Horvat said.\n\n"
        f'"{said}" Horvat told reporters in Riga.\n\n{links}'
        "Latvia had closed the bridge in May.\n"
    )


def take_in(folder: Path, text: str, name: str = "bridge.txt", **options: object) -> Outcome:
    (folder / name).write_text(text)
    options.setdefault("now", NOON)
    (outcome,) = load([folder / name], **options).outcomes  # type: ignore[arg-type]
    return outcome


def test_a_lead_stays_as_the_desk_decided_when_its_report_is_read_anew(tmp_path: Path) -> None:
    article = Article.objects.get(pk=take_in(tmp_path, report()).article)
    ferry, tram, museum = article.leads.order_by("position")
    leads.decide([ferry.pk], state=LeadState.DISMISSED, by=cast.editor())
    taken_up = leads.promote(tram, by=cast.editor(), now=NOON)
    later = NOON + timedelta(days=2)
    outcome = take_in(tmp_path, report(rail=[RAIL[2], "Airport strike is over", *RAIL[:2]]), now=later)
    assert outcome.outcome is Result.UPDATED
    found = [(lead.text, lead.state, lead.became, lead.captured_at) for lead in article.leads.order_by("position")]
    assert found == [
        (RAIL[2], LeadState.OPEN, None, NOON),
        ("Airport strike is over", LeadState.OPEN, None, later),
        (RAIL[0], LeadState.DISMISSED, None, NOON),
        (RAIL[1], LeadState.TAKEN, taken_up, NOON),
    ]
    assert Lead.objects.get(pk=museum.pk).text == RAIL[2]
    other = report(rail=[RAIL[0].upper(), f"“{RAIL[1]}”"]).replace("bridge", "tower")
    again = Article.objects.get(pk=take_in(tmp_path, other, "tower.txt").article)
    assert [(lead.state, lead.became) for lead in again.leads.order_by("position")] == [
        (LeadState.DISMISSED, None),
        (LeadState.TAKEN, taken_up),
    ]


def test_a_tag_that_was_renamed_during_the_run_is_found_by_its_old_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = resolve.vocabulary()
    monkeypatch.setattr(resolve, "vocabulary", lambda: words)
    tag, count = Tag.objects.get(name="Latvia"), Tag.objects.count()
    labels.rename(tag, name="Republic of Latvia", slug="republic-of-latvia", by=cast.editor(), now=NOON)
    article = Article.objects.get(pk=take_in(tmp_path, report()).article)
    assert tag.pk in article.tagged.values_list("tag", flat=True)
    assert Tag.objects.count() == count


def test_a_person_merged_by_the_desk_is_found_by_both_names(tmp_path: Path) -> None:
    take_in(tmp_path, report())
    keep, gone = factories.person("Anja Kovač"), Person.objects.get(name="Ana Horvat")
    merging.merge(people.FAMILY, keep=keep, gone=gone, by=cast.editor(), now=NOON)
    article = Article.objects.get(pk=take_in(tmp_path, report() + "\nMore is to come.\n").article)
    assert set(article.mentions.values_list("person", flat=True)) == {keep.pk}
    assert not Person.objects.filter(name="Ana Horvat").exists()


def test_no_break_spaces_and_soft_hyphens_make_no_other_spelling(tmp_path: Path) -> None:
    outcome = take_in(tmp_path, report().replace("Mayor Ana Horvat", "Mayor Ana\u00a0Hor\u00advat"))
    article = Article.objects.get(pk=outcome.article)
    assert list(PersonName.objects.values_list("name", flat=True)) == ["Ana Horvat"]
    mention = article.mentions.first()
    assert mention is not None
    assert mention.surface == "Ana Horvat"
    assert article.intakes.get().text[mention.start : mention.end] == "Ana\u00a0Hor\u00advat"


@pytest.mark.parametrize("said", ["We worked, day and night, to mend it!", "“We worked day and night to mend it”"])
def test_quotations_that_differ_in_punctuation_alone_are_one(tmp_path: Path, said: str) -> None:
    take_in(tmp_path, report())
    take_in(tmp_path, report(said=said), "other.txt")
    assert Quotation.objects.get().uses.count() == 2


def test_what_is_longer_than_its_column_is_cut_and_loads(tmp_path: Path) -> None:
    headline = "Bridge reopens " * 700
    name = "Ana " + "Horvat-" * 60 + "Horvat"
    outcome = take_in(tmp_path, f"{headline}\n\nBy {name}\n\n" + report() + f"\nMayor {name} agreed.\n")
    assert outcome.outcome is Result.CREATED
    article = Article.objects.get(pk=outcome.article)
    assert article.intakes.get().text.startswith(headline)
    assert len(article.best_headline) <= 300


def test_a_spelling_whose_key_is_longer_than_its_column_is_kept() -> None:
    name = "ﷺ " * 60  # a sign that unfolds into eighteen characters
    row = PersonName.objects.create(person=factories.person(), name=name)
    assert len(row.key) == 200
    assert spelling_key(name) == row.key


def test_a_report_of_many_people_asks_for_all_their_namesakes_at_once(tmp_path: Path) -> None:
    given = [f"{first}{second}" for first in ("Al", "Be", "Ca", "De") for second in ("na", "rin", "lena", "mir", "dor")]
    names = [f"{one} Horvat{two}" for one in given for two in ("ić", "ski", "ova")]
    text = "Sixty sign the letter\n\n" + "\n\n".join(f"{name}, a teacher from Riga, signed it." for name in names)
    with CaptureQueriesContext(connection) as queries:
        outcome = take_in(tmp_path, text)
    assert Person.objects.filter(mentions__article=outcome.article).distinct().count() > 40
    assert sum('"articles_personname"."name" IN' in query["sql"] for query in queries) == 1
