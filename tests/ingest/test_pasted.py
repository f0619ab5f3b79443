import pytest

from articles.ingest.load import Result
from articles.ingest.pasted import take_in
from articles.models import Article, Intake
from tests.factories import NOON

pytestmark = pytest.mark.django_db
REPORT = "Ferry late again\n\nThe ferry was late on Tuesday, said harbour master Ana Horvat.\n\nNobody was hurt.\n"


def test_it_takes_a_pasted_report_in_like_a_file() -> None:
    outcome = take_in(REPORT.replace("\n", "\r\n"), now=NOON)
    assert outcome.outcome is Result.CREATED
    intake = Intake.objects.get()
    assert (intake.text, intake.article_id) == (REPORT, outcome.article)
    assert Article.objects.get().report_name == intake.file_name


def test_it_knows_the_same_text_again() -> None:
    first, second = take_in(REPORT, now=NOON), take_in(REPORT, now=NOON)
    assert (second.outcome, second.article) == (Result.UNCHANGED, first.article)


def test_it_refuses_what_is_no_report_with_a_reason() -> None:
    outcome = take_in(" \n ", now=NOON)
    assert (outcome.outcome, outcome.article) == (Result.REFUSED, None)
    assert "white space" in outcome.reason
