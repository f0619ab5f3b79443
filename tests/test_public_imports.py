"""What readers see is made from published rows: public code never gets hold of the desk's working copies."""

import ast

from tests.test_layers import HOUSE, imported_modules, module_name, part_of

PUBLIC = {"context", "curated", "edition", "renditions", "search", "stylesheet", "templatetags", "views"}
DESK_MODELS = {"Article", "Intake", "Lead", "Mention", "Picture", "Quote", "Revision"}
DESK_FILES = {"article", "intake", "lead", "picture", "quote", "revision"}


def desk_words(source: str, module: str) -> list[str]:
    """The desk's models that the source of a public module takes hold of: imported, or named for Django to find."""
    found = set()
    for name in imported_modules(source, module):
        parts = name.split(".")
        if parts[:2] != ["articles", "models"]:
            continue
        if len(parts) == 2 or parts[-1] == "*":
            found.add("all models at once")
        found |= DESK_MODELS & set(parts) | DESK_FILES & set(parts[2:3])
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "get_model":
            found.add("get_model")
    return sorted(found)


def test_takes_published_rows_alone() -> None:
    public = [path for path in HOUSE.rglob("*.py") if part_of(path) in PUBLIC]
    found = {module_name(path): desk_words(path.read_text(), module_name(path)) for path in public}
    assert {module: words for module, words in found.items() if words} == {}


def test_notices_each_way_to_a_working_copy() -> None:
    for source, word in {
        "from articles.models import Article": "Article",
        "from articles.models.article import anything": "article",
        "from ..models import Revision as row": "Revision",
        "from articles import models": "all models at once",
        "from articles.models import *": "all models at once",
        "apps.get_model('articles', 'Article')": "get_model",
    }.items():
        assert desk_words(source, "articles.views.article") == [word]
    assert desk_words("from articles.models import PublishedArticle", "articles.views.article") == []
