"""The panel says what was read, and what the report does not say."""

from typing import Any

from django.contrib.auth.models import User

from articles.admin.report import RawReport
from articles.models import Article, Intake


def report(text: str, **reading: Any) -> RawReport:
    return RawReport(Intake(raw=text.encode(), encoding="utf-8", reading=reading))


def test_it_says_what_the_report_does_not() -> None:
    found = report("A story.", quotes=[{"text": "x", "speaker": None, "start": 0, "end": 1}]).unknowns
    assert found == [
        "It has no headline, and none could be proposed.",
        "No outlet is named.",
        "It does not state its own date in full.",
        "No year is stated.",
        "Quotes whose speaker is not known: 1.",
    ]


def test_it_names_the_proposed_headline_and_an_inferred_outlet() -> None:
    source = {"name": "Baltic Wire", "inferred": True, "start": 0, "end": 1}
    found = report("A story.", proposed_headline="A tale", source=source, dates=["2024-03-05"]).unknowns
    assert found == [
        "It has no headline. One was proposed: “A tale”.",
        "The outlet, Baltic Wire, follows from the text; no line states it.",
    ]


def test_it_has_nothing_to_complain_of_in_a_complete_report() -> None:
    source = {"name": "Baltic Wire", "inferred": False, "start": 0, "end": 1}
    assert report("A story.", headline="A tale", source=source, dates=["2024-03-05"]).unknowns == []


def test_it_shows_dates_as_found_with_what_they_leave_open() -> None:
    date = {"text": "February 22", "start": 3, "end": 14, "year": None, "month": 2, "day": 22, "weekday": None}
    assert report("On February 22", partial_dates=[date]).dates == [
        {"at": 3, "text": "February 22", "open": "year not stated", "entry": "fact-date-0"}
    ]


def test_it_lists_people_with_their_places_in_the_text() -> None:
    listed = report("Ana, mayor. Ana!", people=[{"name": "Ana", "spans": [[0, 3], [12, 15]], "roles": ["mayor"]}])
    mentions = [{"at": 0, "surface": "Ana"}, {"at": 12, "surface": "Ana"}]
    assert listed.people == [{"name": "Ana", "roles": ["mayor"], "mentions": mentions, "state": None}]


def test_it_bears_a_reading_without_any_key() -> None:
    bare = report("Words")
    for name in ("legend", "doubtful", "lints", "people", "quotes", "terms", "tags", "credits", "dates"):
        assert getattr(bare, name) == []


def test_it_no_longer_asks_for_what_the_desk_has_settled_and_says_who_answers_for_the_rest() -> None:
    intake = Intake(raw=b"A story.", encoding="utf-8", reading={})
    article = Article(headline="Our own", report_date="--03-05", report_date_checked=True)
    shown = RawReport(intake, article)
    assert shown.unknowns == ["No outlet is named."]
    assert list(shown.settled) == ["headline", "date", "year"]
    assert shown.owner == ""
    article.created_by = User(username="rita", first_name="Rita", last_name="Reyes")
    assert shown.owner == "Rita Reyes"
    article.assignee = User(username="edgar")
    assert shown.owner == "edgar"
