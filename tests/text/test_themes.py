from pathlib import Path

import pytest

from articles.text.report import Block, Role, TagReading, Term
from articles.text.themes import read_tags, starter_vocabulary
from tests.text.typed import body, people

SEEDS = Path(__file__).parents[2] / "seeds"


def tags(raw: str, *names: str, vocabulary: tuple[Term, ...] = (), role: Role = Role.BODY) -> tuple[TagReading, ...]:
    return read_tags(raw, body(raw, role), people(raw, *names), vocabulary=vocabulary)


def sure(raw: str, *names: str) -> set[str]:
    return {tag.name for tag in tags("An opening line.\n" + raw, *names) if tag.sure and tag.rule != "theme"}


def hinted(raw: str, *names: str) -> set[str]:
    return {tag.name for tag in tags("An opening line.\n" + raw, *names) if not tag.sure and tag.rule != "theme"}


NAMED = {
    "Ukraine said it would. Ukrainians did.": "Ukraine",
    "The U.S. and the US agree.": "United States",
    "Croats and Croatian boats": "Croatia",
    "In South Korea, South Koreans vote.": "South Korea",
    "The Netherlands and its Dutch towns": "Netherlands",
    "the EU and the European Union": "European Union",
    "sanctions on sanctions": "Sanctions",
    "He was born in Jordan and stayed in Jordan.": "Jordan",
    "Georgian wine from Georgia": "Georgia",
    "Turkish tea in Turkey": "Turkey",
    "from Nice to Nice, in Nice": "Nice",
    "NATO and Nato": "NATO",
    "wildfires after wildfires": "Wildfires",
    "UKRAINE AND RUSSIA AND UKRAINE": "Ukraine",
}


@pytest.mark.parametrize("raw", NAMED)
def test_it_tags_what_is_named_twice(raw: str) -> None:
    assert NAMED[raw] in sure(raw)


TRAPS = {
    "Chad Boone and Chad Boone": ("Chad", "Chad Boone"),
    "Jordan Vale said. Jordan Vale left.": ("Jordan", "Jordan Vale"),
    "Vladimir Orlov of Brod and Vladimir Orlov": ("Vladimir", "Vladimir Orlov"),
    "Georgia voted, and Georgia counted.": ("Georgia", "x"),
    "Nice weather. Nice people.": ("Nice", "x"),
    "Reading is fun. Reading helps.": ("Reading", "x"),
    "a turkey and another turkey": ("Turkey", "x"),
    "they told us and asked us": ("United States", "x"),
    "Latin American and South American art": ("United States", "x"),
    "New Mexico and New Mexico": ("Mexico", "x"),
    "New England and New England": ("England", "x"),
    "who is WHO": ("World Health Organization", "x"),
    "the Indian Ocean and the Indian Ocean": ("India", "x"),
    "Nigerien and Nigerien": ("Nigeria", "x"),
    "to polish and to polish": ("Poland", "x"),
    "Washington hopes and Washington fears": ("Washington", "x"),
    "Moscow said. Moscow denied.": ("Russia", "x"),
    "South Sudan and South Sudan": ("Sudan", "x"),
    "French fries and French fries": ("France", "x"),
    "Brussels sprouts and Brussels sprouts": ("Brussels", "x"),
}


@pytest.mark.parametrize("raw", TRAPS)
def test_it_is_not_sure_of_a_word_that_means_something_else(raw: str) -> None:
    name, person = TRAPS[raw]
    assert name not in sure(raw, person)


def test_it_suggests_what_is_named_once_below_the_first_paragraph() -> None:
    assert hinted("He went to Peru.") == {"Peru"}
    assert sure("He went to Peru.") == set()
    assert {tag.name for tag in tags("He went to Peru.") if tag.sure} == {"Peru"}


def test_it_is_sure_of_the_headline() -> None:
    raw = "Peru counts its boats\nA line.\nAnother line."
    roles = (Role.HEADLINE, Role.BODY, Role.BODY)
    blocks = tuple(Block(role, b.start, b.end, 1.0, "") for role, b in zip(roles, body(raw), strict=True))
    assert [(tag.name, tag.sure, tag.rule, tag.code) for tag in read_tags(raw, blocks, ())] == [
        ("Peru", True, "gazetteer", "iso:PE")
    ]


def test_it_only_suggests_the_country_for_its_seat_of_government() -> None:
    assert "Russia" in hinted("The Kremlin denied it. Moscow was silent.")
    assert "Washington" in hinted("He flew to Washington.")


def test_it_takes_no_tag_from_a_rail_or_a_promo() -> None:
    for role in (Role.RAIL, Role.SEE_ALSO, Role.PROMO, Role.CREDIT, Role.BYLINE):
        assert tags("Ukraine, Ukraine, Ukraine", role=role) == ()


def test_it_points_at_its_evidence() -> None:
    raw = "Peru\u00a0won. In\u00a0 South\u00a0 Korea nobody saw."
    for tag in tags(raw):
        assert {raw[span.start : span.end].replace("\u00a0", "").replace(" ", "") for span in tag.spans} <= {
            "Peru",
            "SouthKorea",
        }
    assert {tag.name for tag in tags(raw)} == {"Peru", "South Korea"}


def test_it_uses_the_terms_of_the_site_in_place_of_its_own() -> None:
    own = (Term("Harbour plan", "topic", ("harbour plan", "new quay"), ("quay",)), Term("Brod", "place", ("Brod",)))
    raw = "The new quay in Brod.\nThe HARBOUR plan for Ukraine. Ukraine!"
    found = tags(raw, vocabulary=own)
    assert [(tag.name, tag.sure) for tag in found] == [("Harbour plan", True), ("Brod", True)]


def test_it_matches_the_longest_form_and_whole_words() -> None:
    own = (Term("Bridge", "keyword", ("bridge",)), Term("Bridge fund", "keyword", ("bridge fund",)))
    found = tags("The bridge fund paid. Bridges fell. A bridgehead held.", vocabulary=own)
    assert [tag.name for tag in found] == ["Bridge fund"]


def test_it_names_the_themes_of_both_seeds() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        raw = path.read_text(encoding="utf-8")
        story = raw.split("Norway Opens")[0].split("With reporting by")[0]
        found = {
            tag.name
            for tag in read_tags(story, body(story), people(story, "Vladimir Putin"), vocabulary=())
            if tag.sure
        }
        assert {"Ukraine", "Russia", "United States", "Politics", "Conflict and peace", "Diplomacy"} <= found
        assert not found & {"Washington", "Moscow", "Vladimir"}


def test_it_ships_terms_without_doubles() -> None:
    terms = starter_vocabulary()
    assert len({(term.kind, term.name) for term in terms}) == len(terms)
    assert len({term.code for term in terms if term.code}) == sum(bool(term.code) for term in terms)
    assert sum(term.code.startswith("iso:") for term in terms) >= 193
    assert sum(term.code.startswith("medtop:") and term.code.endswith("000000") for term in terms) == 17
