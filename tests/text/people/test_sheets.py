"""Line-ups of teams: everybody in them is read, and no other list is one."""

import pytest

from tests.text.people.test_names import names

SIDE = "Malin; Breen, Brannick, Lacken, Duggan; Moran, Kossec, Feerick (Silva 64); Burke, Tansy (Glynn 80), Ward."


def test_the_players_of_a_side_are_people() -> None:
    found = names(f"DORNAU ATHLETIC: {SIDE}")
    assert found == "Malin Breen Brannick Lacken Duggan Moran Kossec Feerick Silva Burke Tansy Glynn Ward".split()


def test_a_player_is_who_the_report_names_in_full() -> None:
    found = names(f"Conor Tansy scored on Saturday.\nDornau: {SIDE}")
    assert "Conor Tansy" in found
    assert "Tansy" not in found


def test_a_player_is_nobody_by_the_given_name() -> None:
    found = names(f"Ross Hallam kept goal for Velika.\nDornau: {SIDE.replace('Silva', 'Ross')}")
    assert {"Ross Hallam", "Ross"} < set(found)


@pytest.mark.parametrize(
    "line",
    [
        "Closed: Frankfurt, Paris, London, Milan, Madrid, Zurich, Oslo, Vienna, Prague, Rome, Bern.",
        "Prizes: Breen, Lacken, Feerick.",
        f"Dornau: {SIDE.replace(' Ward.', ' and the goats.')}",
    ],
)
def test_another_list_is_no_line_up(line: str) -> None:
    assert "Feerick" not in names(line)
    assert "Bern" not in names(line)
