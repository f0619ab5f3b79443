import pytest

from articles.text.people.agreement import same_role


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Russian foreign minister", "Russian Foreign Minister", True),
        ("US Secretary of State", "U.S. Secretary of State", True),
        ("President", "Russian President", True),
        ("judge", "midfielder", False),
        ("High Court judge", "Rovers striker", False),
        ("chief financial officer", "police sergeant", None),
        ("film director", "mayor of Split", None),
        ("spokeswoman", "nephew", None),
        ("", "judge", None),
    ],
)
def test_it_tells_roles_that_one_person_may_have(one: str, other: str, verdict: bool | None) -> None:
    assert same_role(one, other) is verdict
    assert same_role(other, one) is verdict
