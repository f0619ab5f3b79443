import pytest

from articles.text.gist import gist
from articles.text.withdrawn import withdrawal
from tests.reports import cases

STORY = "Ferry line to close\n\nThe ferry line closes in May, the council said.\n\nIt has run since 1931.\n\nBoats are old.\n"


@pytest.mark.parametrize(
    "notice",
    [
        "KILL",
        "MANDATORY KILL",
        "BULLETIN KILL: Ferry-Line",
        "BC-Ferry-Line, KILL",
        "Story withdrawn",
        "This story has been retracted.",
        "Editor's note: This article has been withdrawn because a source was not who he said he was.",
        "The Harbour Wire has withdrawn this story.",
        "EDITORS: Please kill the above story",
        "WITHDRAWN: Ferry line to close",
        "Do not use this report. A corrected one follows.",
    ],
)
def test_finds_a_notice_above_and_below_a_story(notice: str) -> None:
    for text in (f"{notice}\n\n{STORY}", f"\ufeff{notice}\r\n{STORY}", f"{STORY}\n{notice}\n"):
        span = withdrawal(text)
        assert span is not None
        assert text[span.start : span.end].strip("\ufeff") == notice


@pytest.mark.parametrize(
    "line",
    [
        "KILL BILL RETURNS TO CINEMAS",
        "Bears kill two in the mountains",
        "The bill has been withdrawn, the minister said.",
        "The journal said the article was retracted in 2019 over its figures.",
        "“This story has been retracted,” the magazine wrote of its own report.",
        "Troops have withdrawn from the town.",
        "Retracted papers are still quoted, a study finds",
        "This story has been updated.",
        "An earlier version of this story was wrong about the fare.",
    ],
)
def test_takes_no_news_for_a_notice(line: str) -> None:
    for text in (f"{line}\n\n{STORY}", f"{STORY}\n{line}\n"):
        assert withdrawal(text) is None


def test_finds_none_in_a_story_and_none_in_its_middle() -> None:
    assert [case.name for case in cases.load_all() if withdrawal(case.text)] == []
    assert withdrawal(STORY + "This story has been retracted.\nMore of it.\nAnd more.\n") is None


def test_a_gist_is_the_same_however_a_report_was_saved() -> None:
    for other in (STORY + "\n\n", "\ufeff" + STORY, STORY.replace("\n", "\r\n"), STORY.replace("\n", " \n").strip()):
        assert gist(other) == gist(STORY)
    assert gist(STORY.replace("May", "June")) != gist(STORY)
    assert gist(STORY.replace("\n\n", "\n")) != gist(STORY)
