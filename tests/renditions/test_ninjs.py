"""An article as a ninjs 3.1 object."""

import json

from articles.renditions.ninjs import ninjs
from tests.renditions.rows import HOSTILE, SITE, bare, full, pictured

PROPERTIES = set(
    "uri standard type representationType version firstCreated versionCreated pubStatus language title headlines "
    "descriptions bodies by located copyrightHolder edNote people subjects infoSources altIds renditions "
    "associations".split()
)
"""Names that ninjs 3.1 has; any other would make the object invalid."""
INNER = {
    "headlines": {"role", "contentType", "value"},
    "descriptions": {"role", "contentType", "value"},
    "bodies": {"role", "contentType", "charCount", "wordCount", "value"},
    "people": {"name", "rel", "uri"},
    "subjects": {"name", "rel", "uri"},
    "infoSources": {"name", "role", "uri"},
    "altIds": {"role", "value"},
    "renditions": {"name", "href", "contentType"},
}


def test_has_properties_of_the_standard_alone() -> None:
    for row in (full(), bare(), full(headline=HOSTILE)):
        item = json.loads(json.dumps(ninjs(row, SITE)))
        assert set(item) <= PROPERTIES
        assert all(isinstance(item[name], str) for name in {"uri", "version", "by", "located", "edNote"} & set(item))
        for name, keys in INNER.items():
            assert all(set(part) <= keys for part in item.get(name, ()))


def test_keeps_its_name_whatever_becomes_of_the_headline() -> None:
    assert ninjs(full(slug="a"), SITE)["uri"] == ninjs(full(slug="b"), SITE)["uri"]
    assert ninjs(full(), SITE)["uri"] == "https://news.example.org/articles/17/"


def test_names_outlet_agencies_people_and_subjects() -> None:
    item = ninjs(full(), SITE)
    assert [(behind["name"], behind["role"]) for behind in item["infoSources"]] == [
        ("Herald", "origin"),
        ("Baltic Wire", "reporting"),
    ]
    assert item["people"][0]["uri"] == "https://news.example.org/people/ana-horvat/"
    subjects = [(subject["name"], subject["rel"]) for subject in item["subjects"]]
    assert subjects == [("Cities", "partOf"), ("Bridges", "about"), ("Ferries", "about")]
    assert item["edNote"] == "Correction: It was Tuesday."
    assert item["copyrightHolder"] == "Herald"


def test_leaves_out_what_nothing_is_known_of() -> None:
    assert {"by", "located", "copyrightHolder", "edNote", "people", "subjects", "infoSources"} & set(
        ninjs(bare(), SITE)
    ) == set()


def test_has_every_picture_as_an_item_of_its_own() -> None:
    first, second = ninjs(pictured(), SITE)["associations"]
    assert set(first) <= PROPERTIES | {"name"}
    assert (first["type"], first["by"], len(first["renditions"])) == ("picture", "R. Reyes", 4)
    assert {(said["role"], said["value"]) for said in first["descriptions"]} == {
        ("caption", "The bridge & the quay"),
        ("alt", "A bridge"),
    }
    assert second["descriptions"][0]["value"] == "Another"
