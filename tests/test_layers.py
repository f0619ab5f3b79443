"""The house stands: a file of articles/ imports from lower layers and its own folder alone."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "articles"
PLAN = HOUSE.parent / "CONTRIBUTING.md"

LAYERS = {
    "text": 0,
    "colours": 1,
    "difference": 1,
    "html": 1,
    "images": 1,
    "merge": 1,
    "report_date": 1,
    "slugs": 1,
    "times": 1,
    "workflow": 1,
    "migrations": 2,
    "models": 2,
    "middleware": 3,
    "policy": 3,
    "renditions": 3,
    "search": 3,
    "stylesheet": 3,
    "actions": 4,
    "desk_search": 4,
    "archive": 5,
    "context": 5,
    "curated": 5,
    "ingest": 5,
    "admin": 6,
    "management": 6,
    "templatetags": 6,
    "views": 6,
    "apps": 7,
    "urls": 7,
}
"""Every folder and file of articles/ with its number. What is new gets its number here and its line in CONTRIBUTING."""


def files() -> list[Path]:
    return sorted(path for path in HOUSE.rglob("*.py") if path != HOUSE / "__init__.py")


def part_of(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imported_modules(source: str, module: str) -> Iterator[str]:
    """Dotted names of everything that the source of `module` imports, wherever the import stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = module.split(".")[: -node.level] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{name.name}" for name in node.names)


def trespasses(source: str, module: str) -> list[str]:
    """What the source of `module` ("articles.views.article") imports from its own height or above."""
    own = module.split(".")[1]
    parts = {name.split(".")[1] for name in imported_modules(source, module) if name.startswith("articles.")}
    return sorted(part for part in parts if part != own and LAYERS.get(part, 99) >= LAYERS[own])


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(HOUSE.parent).with_suffix("").parts)


def test_gives_every_folder_and_file_a_number() -> None:
    assert {part_of(path) for path in files()} == set(LAYERS)


def test_is_told_part_by_part_in_the_plan() -> None:
    rows = re.findall(r"^\| `articles/(\w+)(?:/|\.py)` \| (\d) \|", PLAN.read_text(), re.MULTILINE)
    assert {name: int(number) for name, number in rows} == LAYERS


@pytest.mark.parametrize("path", files(), ids=module_name)
def test_imports_from_below_alone(path: Path) -> None:
    assert trespasses(path.read_text(), module_name(path)) == []


def test_notices_each_way_to_import_from_above() -> None:
    for source in (
        "import articles.views.article",
        "from articles.views import article",
        "from articles import views",
        "from ..views import article",
        "def late():\n    from articles.views.article import page",
    ):
        assert trespasses(source, "articles.models.article") == ["views"]
    assert trespasses("from articles.policy import may", "articles.search") == ["policy"]
    assert trespasses("from articles.text import read\nfrom .person import Person", "articles.models.article") == []
