"""What speaks for two reports telling of one event, and where it is looked for."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from articles.ingest.evidence import NOBODY, UNLIKELY, Weighing, find_by_terms
from articles.ingest.load import load
from articles.models import Article, Proposal, Story, StorySignature, StoryTerm
from tests import factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db

FLOOD = """Marn floods Dornau

{date}

The river Marn burst its banks at Dornau and drowned the lower orchards, ferrymen said.

“The water came through the letter box and sat down in the kitchen,” Ana Horvat said.

Ferrymen rowed nurses, goats and a piano to the upper town.
"""
AGAIN = FLOOD.replace("Marn floods Dornau", "Dornau under water").replace("Ferrymen rowed", "Boats took")


def report(folder: Path, name: str, text: str, when: str = "", days_later: int = 0) -> Article:
    (folder / f"{name}.txt").write_text(text.format(date=when), encoding="utf-8")
    (outcome,) = load([folder / f"{name}.txt"], now=NOON + timedelta(days=days_later)).outcomes
    return Article.objects.get(pk=outcome.article)


def test_a_term_is_looked_for_by_day_or_at_any_time() -> None:
    articles = [factories.article() for _ in range(3)]
    for number, article in enumerate(articles):
        StoryTerm.objects.create(term="orchard", day=date(2024, 1, 1 + 10 * number), article=article, weight=number + 1)
    first, second, third = (article.pk for article in articles)
    assert find_by_terms(["orchard"], first) == [third, second]
    assert find_by_terms(["orchard"], first, (date(2024, 1, 5), date(2024, 1, 15))) == [second]
    assert find_by_terms(["lake"], first) == find_by_terms([], first) == []


@pytest.mark.parametrize("dates", [("5 March 2024", ""), ("", "5 March 2024"), ("2 May 2021", ""), ("", "")])
def test_a_report_without_a_date_and_one_with_find_each_other(tmp_path: Path, dates: tuple[str, str]) -> None:
    report(tmp_path, "one", FLOOD, dates[0])
    report(tmp_path, "two", AGAIN, dates[1])
    assert Story.objects.told().count() == 1


def test_a_report_that_comes_months_later_is_found_all_the_same(tmp_path: Path) -> None:
    report(tmp_path, "one", FLOOD)
    report(tmp_path, "two", AGAIN, days_later=200)
    assert Story.objects.told().count() == 1


def test_the_day_is_the_reports_own_or_that_of_the_import(tmp_path: Path) -> None:
    dated, undated = report(tmp_path, "one", FLOOD, "5 March 2023"), report(tmp_path, "two", AGAIN)
    days = {row.article_id: (row.day, row.dated) for row in StorySignature.objects.all()}
    assert days == {dated.pk: (date(2023, 3, 5), True), undated.pk: (NOON.date(), False)}


def test_words_that_are_quoted_years_later_are_a_recollection(tmp_path: Path) -> None:
    report(tmp_path, "one", FLOOD, "5 March 2021")
    later = "Dornau remembers\n\n{date}\n\nA plaque for the flood was unveiled by the mayor of Dornau, who fished.\n"
    report(tmp_path, "two", later + FLOOD.split("\n\n")[3] + "\n", "5 March 2024")
    assert not Story.objects.told().exists()


def test_reports_that_share_nothing_are_not_even_asked_about(tmp_path: Path) -> None:
    report(tmp_path, "one", FLOOD)
    report(
        tmp_path, "two", "Cellist wins prize\n\n{date}\n\nA jury in Velika gave Petra Kovač a medal for whale songs.\n"
    )
    assert not Story.objects.told().exists()
    assert not Proposal.objects.exists()


def test_much_happens_on_one_day_in_one_place(tmp_path: Path) -> None:
    day = "Monday 1 January 2024"
    flood = report(tmp_path, "flood", FLOOD.replace("Ferrymen", "On Monday ferrymen"), day)
    fire = report(
        tmp_path,
        "fire",
        "Rockets set a bakery alight in Dornau\n\n{date}\n\n"
        "A bakery in Dornau lost its roof on Monday when rockets fell on the thatch.\n\n"
        "Neighbours carried out loaves and a cat, the baker said.\n\nIts oven is to be lit again next week.\n",
        day,
    )
    weighing = Weighing()
    weighing.read([flood.pk, fire.pk])
    found = weighing.weigh(flood.pk, fire.pk)
    assert found.likeness.who > NOBODY and found.score <= UNLIKELY
