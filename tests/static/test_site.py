"""The readers' stylesheets: they know beginning and end, not left and right, so that they mirror by themselves."""

import re
from pathlib import Path

SHEETS = [Path(__file__).parents[2] / "static" / f"{name}.css" for name in ("site", "lists")]
ONE_SIDED = re.compile(
    r"(?:margin|padding|border|inset)-(?:left|right)|(?:text-align|float|clear): (?:left|right)|^ *(?:left|right):"
)
FOUR_SIDED = re.compile(r"^ *(?:margin|padding|inset): \S+ (\S+) \S+ (\S+);")


def test_names_no_side() -> None:
    lines = [line for sheet in SHEETS for line in sheet.read_text().splitlines()]
    assert [line for line in lines if ONE_SIDED.search(line)] == []
    assert [line for line in lines if (match := FOUR_SIDED.match(line)) and match[1] != match[2]] == []
