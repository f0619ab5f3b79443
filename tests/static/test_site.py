"""The readers' stylesheet: it knows beginning and end, not left and right, so that it mirrors by itself."""

import re
from pathlib import Path

CSS = Path(__file__).parents[2] / "static" / "site.css"
ONE_SIDED = re.compile(
    r"(?:margin|padding|border|inset)-(?:left|right)|(?:text-align|float|clear): (?:left|right)|^ *(?:left|right):"
)
FOUR_SIDED = re.compile(r"^ *(?:margin|padding|inset): \S+ (\S+) \S+ (\S+);")


def test_names_no_side() -> None:
    lines = CSS.read_text().splitlines()
    assert [line for line in lines if ONE_SIDED.search(line)] == []
    assert [line for line in lines if (match := FOUR_SIDED.match(line)) and match[1] != match[2]] == []
