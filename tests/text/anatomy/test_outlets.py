# ruff: noqa: E501 - the lines are reports

import pytest

from articles.text import read
from articles.text.anatomy.outlets import outlet_of

STORY = "Storm hits coast\n\nA storm hit the coast on Sunday night, officials said.\n\nNobody was hurt, but 40 boats were lost."


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (f"The Skelby Courier\n\n{STORY}", "The Skelby Courier"),
        (f"{STORY}\n\n© 2024 Skelby Media. All rights reserved.", "Skelby Media"),
        (f"{STORY}\n\nCopyright 2024 The Skelby Courier. All rights reserved.", "The Skelby Courier"),
        (f"{STORY}\n\nThis article was originally published by Harbour Review.", "Harbour Review"),
        (STORY.replace("A storm", "SKELBY, March 3 (Reuters) - A storm"), "Reuters"),
        (f"{STORY}\n\nSource: Xinhua", "Xinhua"),
    ],
)
def test_a_line_states_the_outlet(raw, name):
    source = read(raw).source
    assert source is not None
    assert (source.name, source.inferred) == (name, False)
    assert raw[source.start : source.end] == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (
            "RFE/RL's Ukraine Live Briefing gives you the latest. For all of RFE/RL's coverage of the war, click here.",
            "RFE/RL",
        ),
        ("Sign up for the Skelby Courier newsletter", "Skelby Courier"),
        ("Follow Skelby Live on Facebook and Instagram", "Skelby Live"),
        ("Download the Harbour Times app for the latest news.", "Harbour Times"),
    ],
)
def test_a_promotion_lets_the_outlet_be_inferred(line, name):
    raw = f"{STORY}\n\n{line}"
    source = read(raw).source
    assert source is not None
    assert (source.name, source.inferred) == (name, True)
    assert raw[source.start : source.end] == name


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Sign up for our newsletter",
        "Follow us on Facebook",
        "With reporting by Reuters, AFP, and TASS",
        "Share this article",
    ],
)
def test_an_outlet_that_nothing_names_stays_unknown(line):
    assert read(f"{STORY}\n\n{line}").source is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("The Harbour Times", "The Harbour Times"),
        ("Harbour & Calder Gazette, 10 March", "Harbour & Calder Gazette"),
        ("Harbour Times | March 3, 2024 10:04", "Harbour Times"),
        ("Minister Backs Annual Report, 5 March", ""),
        ("Ana Horvat, 5 March 2024", ""),
    ],
)
def test_an_outlet_may_stand_with_the_day(line, outlet):
    assert outlet_of(line) == outlet
