"""The colours of the readers' site: what an administrator chooses, whether it can be read, and what follows from it.

Contrast is that of WCAG 2.2 (1.4.3, AA): 4.5:1 for text of any size.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LEAST = 4.5
LEAST_OF_A_RING = 3.0
HEX = re.compile(r"#[0-9a-f]{6}")
CHOSEN = ("paper", "ink", "accent")
"""What is chosen: background, text, and the colour of labels and lines. The others are made from these."""

Scheme = Mapping[str, str]
"""Name of a custom property of site.css -> colour."""

DEFAULTS: dict[str, Scheme] = {
    "light": {
        **{"paper": "#fdfcfa", "ink": "#1a1b1e", "soft-ink": "#3b3c40", "muted": "#5f5c57", "rule": "#ddd8cf"},
        **{"wash": "#f5f1ea", "accent": "#9b1c1c", "accent-wash": "#f9ecea", "focus": "#1d5fd0", "mark": "#ffe9a8"},
    },
    "dark": {
        **{"paper": "#14161a", "ink": "#eceae6", "soft-ink": "#d3d0ca", "muted": "#aaa69f", "rule": "#353941"},
        **{"wash": "#1d2026", "accent": "#ff9c8e", "accent-wash": "#2c1d1d", "focus": "#8ab4ff", "mark": "#5a4a12"},
    },
}
"""As site.css has them; a test compares."""


@dataclass(frozen=True, slots=True)
class TooClose:
    """Two colours that cannot be read on one another."""

    front: str  # a name of CHOSEN
    colour: str
    background: str
    contrast: float


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """From 1, the same, to 21, black on white.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with a share of `other` in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def too_close(paper: str, ink: str, accent: str) -> list[TooClose]:
    """What of the chosen colours nobody can read; all others follow from these so that they can be read."""
    pairs = [(name, colour, contrast(colour, paper)) for name, colour in (("ink", ink), ("accent", accent))]
    return [TooClose(name, colour, paper, found) for name, colour, found in pairs if found < LEAST]


def scheme(name: str, paper: str = "", ink: str = "", accent: str = "") -> Scheme:
    """All colours of the scheme "light" or "dark"; what is "" is as it comes.

    Where background and text are as they come, the quiet colours stay so too, as far as they can be read.
    """
    given = DEFAULTS[name]
    paper, ink, accent = paper or given["paper"], ink or given["ink"], accent or given["accent"]
    if (paper, ink, accent) == tuple(given[part] for part in CHOSEN):
        return given
    own = [] if (paper, ink) == (given["paper"], given["ink"]) else [None]

    def kept(part: str) -> list[str]:
        return [] if own else [given[part]]

    wash = _first([*kept("wash"), *(mixed(paper, ink, share) for share in (0.05, 0.03, 0.015))], paper, (ink, accent))
    accents = [mixed(paper, accent, share) for share in (0.1, 0.06, 0.03)]
    softer = [mixed(ink, paper, share) for share in (0.4, 0.32, 0.24, 0.16, 0.08)]
    quiet = [one for one in [*kept("muted"), *softer] if min(contrast(one, paper), contrast(one, wash)) >= LEAST]
    ring = given["focus"] if contrast(given["focus"], paper) >= LEAST_OF_A_RING else ink
    return {
        "paper": paper,
        "ink": ink,
        "soft-ink": _first([*kept("soft-ink"), mixed(ink, paper, 0.14)], ink, (paper, wash)),
        "muted": [*quiet, ink][0],
        "rule": [*kept("rule"), mixed(paper, ink, 0.17)][0],
        "wash": wash,
        "accent": accent,
        "accent-wash": _first(accents, paper, (ink, accent)),
        "focus": ring,
        "mark": _first([given["mark"], mixed(paper, accent, 0.2)], wash, (ink,)),
    }


def _first(candidates: Iterable[str], last: str, beside: Iterable[str]) -> str:
    """The first candidate that can be read with all of `beside`, or `last`."""
    return next((one for one in candidates if min(contrast(one, other) for other in beside) >= LEAST), last)


def css(light: Scheme, dark: Scheme) -> str:
    """The rules that put these colours in place of those that come with site.css."""
    rules = [":root{" + "".join(f"--{name}:{colour};" for name, colour in one.items()) + "}" for one in (light, dark)]
    return f"{rules[0]}\n@media (prefers-color-scheme: dark){{{rules[1]}}}\n"
