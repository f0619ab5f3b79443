"""Who may be one is merged, asked about, or left alone."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import merging, people
from articles.ingest.load import load
from articles.ingest.namesakes import settle_names
from articles.models import Article, Decision, Kind, Person, Proposal, Verdict
from tests import cast
from tests.factories import NOON

pytestmark = pytest.mark.django_db

FIRE = "Fire destroys mill in Dornau\n\nA fire destroyed the old flour mill of Dornau on Tuesday night.\n"
FIRE += "\nFlames rose from the roof and sacks of flour exploded, neighbours told firefighters.\n\n"


def reports(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        load([folder / f"{name}.txt"], now=NOON)


def people_named(word: str) -> list[Person]:
    return list(Person.objects.filter(names__name__contains=word).distinct().order_by("pk"))


def questions() -> list[Proposal]:
    return list(Proposal.objects.filter(kind=Kind.PERSON).order_by("pk"))


def test_two_spellings_in_one_story_are_one_person(tmp_path: Path) -> None:
    said = '"We heard the flour go up like thunder over the whole valley," {} said.\n'
    reports(tmp_path, one=FIRE + said.format("Sergey Malinov"), two=FIRE + said.format("Sergei Malinov"))
    (malinov,) = people_named("Malinov")
    assert malinov.names.count() == 2
    decision = Decision.objects.get(kind=Kind.PERSON)
    assert (decision.verb, decision.by, decision.details["reasons"]["same_story"]) == ("merge", None, True)


def test_two_spellings_in_two_stories_are_a_question(tmp_path: Path) -> None:
    other = "Cellist wins prize\n\nA jury in Velika gave the autumn prize to Sergei Malinov for a suite on whales.\n"
    reports(tmp_path, one=FIRE + "Sergey Malinov watched from his garden.\n", two=other)
    assert len(people_named("Malinov")) == 2
    (question,) = questions()
    assert (question.verdict, question.reasons["spelling"]) == (Verdict.OPEN, "equal")


SAID = '"We heard the flour go up like thunder over the whole valley," {} said.\n'


@pytest.mark.parametrize("other", ["Tom Malinov", "Thomas Peter Malinov", "T. Malinov"])
def test_a_short_form_in_one_story_is_the_same_person(tmp_path: Path, other: str) -> None:
    reports(tmp_path, one=FIRE + SAID.format("Thomas Malinov"), two=FIRE + SAID.format(other))
    assert len(people_named("Malinov")) == 1


def test_a_short_form_is_a_question_where_another_may_be_meant(tmp_path: Path) -> None:
    one = FIRE + SAID.format("Thomas Malinov") + "\nTatjana Malinov fled from the yard.\n"
    reports(tmp_path, one=one, two=FIRE + SAID.format("T. Malinov"))
    assert len(people_named("Malinov")) == 3


def test_a_name_without_a_role_among_sportspeople_is_no_judge(tmp_path: Path) -> None:
    court = "Appeal fails in Velika\n\nJudge Michael Brannick turned the farmers away on Tuesday.\n"
    match = "Dornau win the cup\n\nDornau beat Velika 2-0. Michael Brannick was sent off for a foul on goalkeeper "
    reports(tmp_path, one=court, two=match + "Darko Hessen.\n")
    assert len(people_named("Brannick")) == 2


@pytest.mark.parametrize(("first", "second"), [("Sergey Malinov", "Mr Malinov"), ("Mr Malinov", "Sergey Malinov")])
def test_a_surname_alone_is_the_one_person_of_the_story_who_has_it(tmp_path: Path, first: str, second: str) -> None:
    reports(tmp_path, one=FIRE + SAID.format(first), two=FIRE + SAID.format(second))
    assert len(people_named("Malinov")) == 1


def test_a_surname_alone_is_nobody_where_two_of_the_story_have_it(tmp_path: Path) -> None:
    one = FIRE + SAID.format("Sergey Malinov") + "\nTatjana Malinov fled from the yard.\n"
    reports(tmp_path, one=one, two=FIRE + SAID.format("Mr Malinov"))
    assert len(people_named("Malinov")) == 3


def test_a_surname_alone_is_never_merged_across_stories(tmp_path: Path) -> None:
    other = "Cellist wins prize\n\nA jury in Velika gave the autumn prize to Mr Malinov for a suite on whales.\n"
    reports(tmp_path, one=FIRE + SAID.format("Sergey Malinov"), two=other)
    assert len(people_named("Malinov")) == 2
    assert not Decision.objects.filter(kind=Kind.PERSON).exists()


NAMED = "Mayor Ana Dragovan and fire chief Bo Hessen met {} on {}.\n"


@pytest.mark.parametrize("order", [("one", "two"), ("two", "one")])
@pytest.mark.parametrize(("cut", "people"), [("Minister Malinov", 2), ("Minister Pavel Malinov", 1)])
def test_a_cut_name_in_the_same_company_is_the_same_minister_and_a_surname_alone_is_nobody(
    tmp_path: Path, cut: str, people: int, order: tuple[str, str]
) -> None:
    texts = {
        "one": "Harbour gets new cranes\n\n" + NAMED.format("Minister Sergey Pavel Malinov", "cranes"),
        "two": "Cellist wins prize\n\nA jury gave the autumn prize to a cellist for a suite.\n\n"
        + NAMED.format(cut, "music"),
    }
    for name in order:
        reports(tmp_path, **{name: texts[name]})
    assert len(people_named("Malinov")) == people


def test_a_question_is_settled_when_a_later_report_answers_it(tmp_path: Path) -> None:
    other = "Cellist wins prize\n\nA jury in Velika gave the autumn prize to {} for a suite on whales.\n"
    reports(tmp_path, one=FIRE + SAID.format("Sergey Malinov"), two=other.format("Sergei Malinov"))
    assert [question.verdict for question in questions()] == [Verdict.OPEN]
    reports(tmp_path, three=other.replace("prize", "medal").format("the cellist Sergei Malinov"))
    reports(tmp_path, four=FIRE + SAID.format("The cellist Sergey Malinov") + "\nIt was out by dawn.\n")
    assert len(people_named("Malinov")) == 1
    assert [question.verdict for question in questions()] == [Verdict.SAME]


def test_it_asks_the_database_as_often_for_many_people_as_for_few(tmp_path: Path) -> None:
    given = [f"{first}{second}" for first in ("Al", "Be", "Ca") for second in ("na", "rin", "lena", "mir", "dor")]
    text = "{} sign the letter\n\n" + FIRE
    few, many = ([f"{one} Horvat{two}" for one in given[:n] for two in ("ić", "ski")] for n in (2, 15))
    said = [text + "\n\n".join(f"{name}, a teacher from Riga, signed it." for name in names) for names in (few, many)]
    reports(tmp_path, few=said[0], many=said[1].replace("Dornau", "Velika"))
    asked = []
    for name in ("few", "many"):
        article = Article.objects.get(report_name=f"{name}.txt")
        with CaptureQueriesContext(connection) as queries:
            settle_names(article, now=NOON)
        asked.append(sum("articles_mention" in query["sql"] for query in queries))
    assert asked[0] == asked[1] <= 12


def test_what_was_taken_back_is_neither_done_nor_asked_again(tmp_path: Path) -> None:
    said = '"We heard the flour go up like thunder over the whole valley," {} said.\n'
    reports(tmp_path, one=FIRE + said.format("Sergey Malinov"), two=FIRE + said.format("Sergei Malinov"))
    merging.unmerge(people.FAMILY, decision=Decision.objects.get(kind=Kind.PERSON), by=cast.editor(), now=NOON)
    assert len(people_named("Malinov")) == 2
    reports(tmp_path, two=FIRE + "It was out by dawn.\n\n" + said.format("Sergei Malinov"))
    assert len(people_named("Malinov")) == 2
    assert not Proposal.objects.open().filter(kind=Kind.PERSON).exists()
