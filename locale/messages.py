"""Gathers what readers see into the catalogues of translations below this folder, and compiles them.

`make messages` brings every locale/LANGUAGE/LC_MESSAGES/django.po up to date and writes the .mo beside it;
`make messages NEW=fr` begins a language. What is not translated shows in English. The desk is in English throughout,
so its own words are left out here.
"""

import ast
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

LOCALES = Path(__file__).parent
ROOT = LOCALES.parent
CODE = ("context.py", "curated.py", "renditions/*.py", "templatetags/*.py", "views/*.py")
CHOICES = {"workflow.py": {"Change"}, "models/source.py": {"SourceKind"}, "models/tag.py": {"TagKind"}}
"""Below articles/: files whose every word readers may see, and classes of which they see the labels."""

CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
_LITERAL = r"""u(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
_IN_TEMPLATE = re.compile(rf"\bn?gettext\(({_LITERAL})(?:, ({_LITERAL}))?", re.DOTALL)

Words = tuple[str, ...]
"""What is asked of gettext: one text, or singular and plural."""


def words_of_template(source: str) -> Iterator[Words]:
    for match in _IN_TEMPLATE.finditer(templatize(source)):
        yield tuple(ast.literal_eval(text) for text in match.groups() if text)


def words_of_code(source: str, classes: set[str] | None = None) -> Iterator[Words]:
    """What code hands to gettext; with `classes`, inside these alone."""
    tree = ast.parse(source)
    parts: list[ast.AST] = [tree]
    if classes is not None:
        parts = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name in classes]
    for node in (node for part in parts for node in ast.walk(part)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            texts = [argument.value for argument in node.args[:2] if isinstance(argument, ast.Constant)]
            yield tuple(text for text in texts if isinstance(text, str))


def everything_read(root: Path = ROOT) -> dict[Words, set[str]]:
    """All words that readers can see -> the files they stand in."""
    found: dict[Words, set[str]] = {}
    for path in sorted((root / "templates").rglob("*.html")):
        if "admin" not in path.relative_to(root).parts:
            for words in words_of_template(path.read_text()):
                found.setdefault(words, set()).add(str(path.relative_to(root)))
    house = root / "articles"
    files = [(path, None) for pattern in CODE for path in house.glob(pattern)]
    for path, classes in [*files, *((house / name, classes) for name, classes in CHOICES.items())]:
        for words in words_of_code(path.read_text(), classes):
            found.setdefault(words, set()).add(str(path.relative_to(root)))
    return found


def template() -> Catalog:
    catalog = Catalog(fuzzy=False)
    for words, files in sorted(everything_read().items()):
        flags = ["python-format"] if "%(" in " ".join(words) else []
        catalog.add(words if len(words) > 1 else words[0], locations=[(file, 0) for file in sorted(files)], flags=flags)
    return catalog


def update(language: str) -> Catalog:
    """Brings the catalogue of a language up to date, and begins it where there is none yet."""
    path = LOCALES / language / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    catalog = read(path) if path.exists() else Catalog(language, header_comment="# What readers see.", fuzzy=False)
    catalog.update(template(), no_fuzzy_matching=True, update_creation_date=False)
    with path.open("wb") as file:
        write_po(file, catalog, width=120, sort_output=True, ignore_obsolete=True, include_lineno=False)
    path.with_suffix(".mo").write_bytes(compiled(path))
    return catalog


def untranslated(catalog: Catalog) -> list[Words | str]:
    """The messages that have no words of their own in the catalogue, a plural form of one included."""
    return [
        message.id
        for message in catalog
        if message.id and not all(message.string if message.pluralizable else [message.string])
    ]


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], domain="django")


def compiled(path: Path) -> bytes:
    """The bytes of the .mo that belongs to a .po."""
    file = BytesIO()
    write_mo(file, read(path))
    return file.getvalue()


if __name__ == "__main__":
    for language in sorted({path.parts[-3] for path in LOCALES.glob("*/LC_MESSAGES/django.po")} | set(sys.argv[1:])):
        print(f"{language}: {len(untranslated(update(language)))} to translate")
