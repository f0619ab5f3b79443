import pytest

from articles.policy import may
from articles.workflow import MOVES, Status
from tests import cast, factories

# Who may do what is the same on every database: once is enough.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

# Who may make which move from its first source state, on a text of the reporter's own.
OPEN_TO = {
    "take_up": "RITA EDGAR PAULA ADAM",
    "submit": "RITA EDGAR PAULA ADAM",
    "request_changes": "EDGAR PAULA ADAM",
    "approve": "EDGAR PAULA ADAM",
    "publish": "PAULA ADAM",
    "publish_import": "",
    "reingest": "",
    "confirm": "EDGAR PAULA ADAM",
    "cancel_schedule": "PAULA ADAM",
    "rework": "EDGAR PAULA ADAM",
    "unpublish": "PAULA ADAM",
    "unpublish_later": "PAULA ADAM",
    "cancel_unpublish": "PAULA ADAM",
    "spike": "EDGAR PAULA ADAM",
    "revive": "EDGAR PAULA ADAM",
    "kill": "PAULA ADAM",
}
CAST = {"RITA": cast.reporter, "EDGAR": cast.editor, "PAULA": cast.publisher, "ADAM": cast.administrator}


def test_every_move_has_a_line_in_the_table_above() -> None:
    assert OPEN_TO.keys() == MOVES.keys()


@pytest.mark.parametrize("name", [*CAST, "STRANGER"])
def test_who_may_move_what_from_where(name: str) -> None:
    user = cast.stranger() if name == "STRANGER" else CAST[name]()
    article = factories.article(created_by=cast.reporter(), report_name="report.txt")
    wrong = []
    for article.status in Status.values:
        for verb, move in MOVES.items():
            allowed = name in OPEN_TO[verb].split() and article.status in move.sources
            if may(user, verb, article) is not allowed:
                wrong.append((verb, article.status))
    assert wrong == []


@pytest.mark.parametrize(
    ("user", "writer", "status", "allowed"),
    [
        (cast.reporter, cast.reporter, Status.DRAFT, True),
        (cast.reporter, cast.reporter, Status.CHANGES_REQUESTED, True),
        (cast.reporter, cast.reporter, Status.SUBMITTED, False),
        (cast.reporter, cast.editor, Status.DRAFT, False),
        (cast.editor, cast.reporter, Status.SUBMITTED, True),
        (cast.editor, cast.reporter, Status.PUBLISHED, False),
        (cast.publisher, cast.reporter, Status.KILLED, False),
        (cast.administrator, cast.reporter, Status.READY, True),
    ],
)
def test_who_may_edit_what(user: object, writer: object, status: str, allowed: bool) -> None:
    article = factories.article(status=status, created_by=writer())  # type: ignore[operator]
    assert may(user(), "edit", article) is allowed  # type: ignore[operator]


def test_a_dismissed_colleague_may_nothing() -> None:
    editor = cast.editor()
    editor.is_active = False
    assert not may(editor, "view") and not may(editor, "edit") and not may(editor, "approve")


def test_a_reader_with_an_account_may_nothing() -> None:
    editor = cast.editor()
    editor.is_staff = False
    assert not may(editor, "view") and not may(editor, "take_up", factories.article(status=Status.INGESTED))


def test_a_reporter_drops_their_own_draft_until_it_is_handed_in() -> None:
    def may_spike(**fields: object) -> bool:
        return may(cast.reporter(), "spike", factories.article(**({"created_by": cast.reporter()} | fields)))

    assert may_spike()
    assert not may_spike(created_by=cast.reporter("ruth"), assignee=cast.reporter())
    assert not may_spike(report_name="report.txt", status=Status.DRAFT)
    assert not any(may_spike(status=status) for status in set(Status.values) - {Status.DRAFT})
    article = factories.article(created_by=cast.reporter())
    article.history.create(verb="submit", at=factories.NOON, actor="rita")
    assert not may(cast.reporter(), "spike", article)
