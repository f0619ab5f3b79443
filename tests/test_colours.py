"""Colours of the site: what cannot be read is named, and what follows from the chosen ones can always be read."""

import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from articles.colours import CHOSEN, DEFAULTS, LEAST, contrast, mixed, scheme, too_close
from articles.stylesheet import PLACE

CSS = (Path(__file__).parents[1] / "static" / "site.css").read_text()
colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
TEXT_ON = [
    *(("ink", ground) for ground in ("paper", "wash", "accent-wash", "mark")),
    *(("accent", ground) for ground in ("paper", "wash", "accent-wash")),
    *(("soft-ink", "paper"), ("soft-ink", "wash"), ("muted", "paper"), ("muted", "wash")),
]
"""What stands on what in site.css."""


def test_it_knows_the_colours_of_the_stylesheet() -> None:
    before = CSS.partition(PLACE)[0]
    light, dark = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", part)) for part in before.split("@media", 1))
    assert {"light": light, "dark": dark} == DEFAULTS


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#777777", "#ffffff", 4.478),
        ("#767676", "#ffffff", 4.542),
        ("#abcdef", "#abcdef", 1),
    ],
)
def test_it_reckons_contrast_as_the_guidelines_do(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.001)


def test_it_names_the_pair_that_cannot_be_read() -> None:
    [found] = too_close("#ffffff", "#111111", "#ff8888")
    assert (found.front, found.colour, found.background) == ("accent", "#ff8888", "#ffffff")
    assert 2 < found.contrast < 3
    assert too_close("#ffffff", "#767676", "#767676") == []


@given(name=st.sampled_from(["light", "dark"]), paper=colours, ink=colours, accent=colours, left=st.integers(0, 7))
def test_it_makes_colours_that_can_be_read_of_any_that_can(
    name: str, paper: str, ink: str, accent: str, left: int
) -> None:
    parts = dict(zip(CHOSEN, (paper, ink, accent), strict=True))
    some = {part: "" if left >> place & 1 else colour for place, (part, colour) in enumerate(parts.items())}
    whole = [some[part] or DEFAULTS[name][part] for part in CHOSEN]
    assume(not too_close(*whole))
    made = scheme(name, **some)
    assert set(made) == set(DEFAULTS[name])
    unread = [(text, on) for text, on in TEXT_ON if contrast(made[text], made[on]) < LEAST]
    assert unread == []
    assert contrast(made["focus"], made["paper"]) >= 3


def test_it_changes_nothing_where_nothing_is_chosen() -> None:
    assert scheme("dark") == DEFAULTS["dark"]
    only = scheme("light", accent="#005a9c")
    assert {name for name, colour in only.items() if colour != DEFAULTS["light"][name]} == {"accent", "accent-wash"}
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
