"""The embargo that a report states: taken where it is whole, left to the desk where it is not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from articles.ingest.embargo import stated_embargo
from articles.ingest.load import load
from articles.models import Article, PublishedArticle
from tests.factories import NOON

SIX = datetime(2024, 3, 6, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    "note",
    [
        "EMBARGOED UNTIL 06:00 GMT, WEDNESDAY 6 MARCH 2024",
        "Embargo: 6 March 2024, 06.00",
        "Not for publication before 6 a.m. on March 6, 2024",
        "STRICTLY EMBARGOED until 0600 hours GMT on 6th March 2024",
        "Embargo until 2024-03-06 07:00 CET",
        "Embargoed until 1 am EST, Mar. 6, 2024",
    ],
)
def test_it_reads_a_full_date_with_a_time(note: str) -> None:
    assert stated_embargo(note) == SIX


@pytest.mark.parametrize(
    "note",
    [
        "Embargoed until Friday",
        "Embargoed until 6 March, 06:00",
        "Embargoed until 6 March 2024",
        "Embargoed until 06:00 on 03/06/2024",
        "Embargoed until 06:00 local time, 6 March 2024",
        "Embargoed until 06:00 IST, 6 March 2024",
        "Embargoed until 25:00, 6 March 2024",
        "Embargoed until 14 pm, 30 February 2024",
    ],
)
def test_it_leaves_open_what_the_note_leaves_open(note: str) -> None:
    assert stated_embargo(note) is None


TEXT = """{note}

Harbour reopens after storm

The harbour of Split reopened on Monday, the mayor said. It had been closed for a week.

Ferries run again from Tuesday, said Ana Horvat, the port director.
"""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("note", "until", "why"),
    [
        ("EMBARGOED UNTIL 06:00 GMT, 6 MARCH 2024", SIX, "It is under embargo until"),
        ("EMBARGOED UNTIL FRIDAY", None, "set the time of the embargo on the desk"),
    ],
)
def test_it_keeps_the_import_from_publishing(tmp_path: Path, note: str, until: datetime | None, why: str) -> None:
    file = tmp_path / "harbour.txt"
    file.write_text(TEXT.format(note=note))
    for _time in range(2):
        outcome = load([file], now=NOON, publish=True).outcomes[0]
        assert any("not published" in warning and why in warning for warning in outcome.warnings)
        assert not PublishedArticle.objects.exists()
    assert Article.objects.get().embargo_until == until
    if until:
        load([file], now=until, publish=True)
        assert PublishedArticle.objects.exists()
