"""The translations: whole, compiled, and of everything that readers see."""

import gettext
import re
from html.parser import HTMLParser
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
CATALOGUES = sorted(ROOT.glob("locale/*/LC_MESSAGES/django.po"))
TEMPLATES = [path for path in sorted((ROOT / "templates").rglob("*.html")) if "admin" not in path.parts]
NAMES = {"RSS", "Atom", "JSON", "Feed"}
"""Called so in every language."""

spec = spec_from_file_location("messages", ROOT / "locale" / "messages.py")
assert spec is not None
assert spec.loader is not None
messages = module_from_spec(spec)
spec.loader.exec_module(messages)


def said(po: Path) -> dict[Any, Any]:
    """Message (a plural with the number of its form) -> translation, as gettext itself keeps them."""
    found: dict[Any, Any] = {}
    for message in messages.read(po):
        if message.pluralizable:
            found |= {(message.id[0], form): text for form, text in enumerate(message.string)}
        elif message.id:
            found[message.id] = message.string
    return found


def language(po: Path) -> str:
    return po.parts[-3]


@pytest.mark.parametrize("po", CATALOGUES, ids=language)
def test_compiled_what_is_translated(po: Path) -> None:
    with po.with_suffix(".mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    translated = {message: text for message, text in said(po).items() if text}
    assert {message: text for message, text in catalogue.items() if message} == translated, "make messages"


@pytest.mark.parametrize("po", CATALOGUES, ids=language)
def test_keeps_what_is_filled_in_and_translates_nothing_that_is_not_said(po: Path) -> None:
    everything, catalogue = set(messages.everything_read()), messages.read(po)
    assert {message.id if message.pluralizable else (message.id,) for message in catalogue if message.id} <= everything
    for message in catalogue:
        forms = message.string if message.pluralizable else [message.string]
        ids = message.id if message.pluralizable else [message.id]
        wanted = {name for text in ids for name in re.findall(r"%\(\w+\)[sd]", text)}
        for text in forms if message.id else []:
            assert set(re.findall(r"%\(\w+\)[sd]", text)) == wanted, text


def test_says_everything_in_german() -> None:
    catalogue = messages.read(ROOT / "locale/de/LC_MESSAGES/django.po")
    missing = [words for words in messages.everything_read() if catalogue.get(words[0]) is None]
    assert missing == [], "make messages, then translate them in locale/de/LC_MESSAGES/django.po and make it again"
    assert messages.untranslated(catalogue) == [], "translate them in the .po file, then make messages"


class Bare(HTMLParser):
    """Collects the words that a template shows without asking for a translation."""

    def __init__(self) -> None:
        super().__init__()
        self.words: set[str] = set()

    def handle_data(self, data: str) -> None:
        self.words |= set(re.findall(r"[^\W\d_]{2,}", data))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        shown = [value or "" for name, value in attributes if name in {"alt", "aria-label", "placeholder"}]
        self.handle_data(" ".join(shown))


def bare(source: str) -> set[str]:
    source = re.sub(r"{% (block robots|blocktranslate|comment)\b.*?{% end(?:\1|block) %}", "", source, flags=re.DOTALL)
    parser = Bare()
    parser.feed(re.sub(r"{{.*?}}", "h3", re.sub(r"{%.*?%}", "", source)))
    return parser.words - NAMES


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_asks_for_a_translation_of_every_word(path: Path) -> None:
    assert bare(path.read_text()) == set()


def test_notices_a_word_that_cannot_be_translated() -> None:
    assert bare('<p aria-label="Main">{% translate "All" %} {{ word }} Latest</p>') == {"Main", "Latest"}


def test_finds_what_code_and_templates_ask_for() -> None:
    template = (
        "{% translate 'A “b”' %}{% blocktranslate count n=n %}{{ n }} c{% plural %}{{ n }} cs{% endblocktranslate %}"
    )
    assert list(messages.words_of_template(template)) == [("A “b”",), ("%(n)s c", "%(n)s cs")]
    code = "class Kind:\n    A = _('a')\nclass Other:\n    B = ngettext('b', 'bs', 2)\n"
    assert list(messages.words_of_code(code)) == [("a",), ("b", "bs")]
    assert list(messages.words_of_code(code, {"Kind"})) == [("a",)]
