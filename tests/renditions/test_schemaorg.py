"""An article as a schema.org NewsArticle."""

import json
from datetime import datetime

import pytest

from articles.renditions.schemaorg import as_script, news_article, website
from tests.renditions.rows import HOSTILE, SITE, bare, full, pictured


def test_says_what_search_engines_recommend() -> None:
    data = news_article(full(), SITE)
    address = "https://news.example.org/articles/17/bridge-reopens/"
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "Bridge reopens"
    assert data["mainEntityOfPage"]["@id"] == data["url"] == address
    assert data["publisher"]["name"] == "Example Times"
    assert data["author"] == [{"@type": "Person", "name": "Ines Kovar"}, {"@type": "Person", "name": "Lee Vos"}]
    published, modified = (datetime.fromisoformat(data[name]) for name in ("datePublished", "dateModified"))
    assert published.tzinfo
    assert modified > published


def test_says_where_the_report_is_from_and_what_was_set_right() -> None:
    data = news_article(full(), SITE)
    assert data["isBasedOn"]["publisher"]["url"] == "https://news.example.org/sources/herald/"
    assert [work["publisher"]["name"] for work in data["citation"]] == ["Baltic Wire"]
    assert data["backstory"] == "From a report by Herald. With reporting by Baltic Wire."
    assert data["articleSection"] == "Cities"
    assert data["keywords"] == ["Bridges", "Ferries"]
    assert data["mentions"] == [
        {
            "@type": "Person",
            "name": "Ana Horvat",
            "url": "https://news.example.org/people/ana-horvat/",
            "jobTitle": "mayor",
        }
    ]
    assert [(noted["name"], noted["text"]) for noted in data["correction"]] == [("Correction", "It was Tuesday.")]


def test_tells_of_every_correction_of_the_article() -> None:
    older = full(note="It was Linden.", revision=2)
    notes = news_article(full(), SITE, [full(), older])["correction"]
    assert [noted["text"] for noted in notes] == ["It was Tuesday.", "It was Linden."]


def test_leaves_out_what_nothing_is_known_of() -> None:
    data = news_article(bare(), SITE)
    assert {"isBasedOn", "citation", "correction", "keywords", "mentions", "dateline"} & set(data) == set()
    assert data["author"] == [data["publisher"]]
    assert data["backstory"] == "From a report that does not say who published it."
    assert data["description"] == "Unknown"


def test_says_what_the_site_itself_added() -> None:
    row = full(headline_proposed=True, unconfirmed=True)
    row.details["source"]["inferred"] = True
    assert news_article(row, SITE)["backstory"] == (
        "From a report that does not name its outlet; the text points to Herald. With reporting by Baltic Wire. "
        "The headline was written by this site. Not yet confirmed by the desk."
    )


def test_takes_the_outlet_as_author_where_nobody_signed() -> None:
    assert [author["name"] for author in news_article(full(byline=""), SITE)["author"]] == ["Herald"]


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Ines Kovar", ["Ines Kovar"]),
        ("Ines Kovar, Lee Vos, and Bo Sand", ["Ines Kovar", "Lee Vos", "Bo Sand"]),
        ("Ines Kovar; Lee Vos & Bo Sand", ["Ines Kovar", "Lee Vos", "Bo Sand"]),
        ("Herald staff, Linden", ["Herald staff, Linden"]),
        ("Desk", ["Desk"]),
    ],
)
def test_takes_bylines_apart_where_they_are_names(byline: str, names: list[str]) -> None:
    assert [author["name"] for author in news_article(full(byline=byline), SITE)["author"]] == names


def test_cannot_end_the_script_it_stands_in() -> None:
    row = full(headline=HOSTILE, note=HOSTILE, byline=HOSTILE)
    row.details["tags"][0]["name"] = HOSTILE
    text = as_script(news_article(row, SITE))
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["headline"] == HOSTILE
    assert as_script({"a": "\ud800"}).encode()


def test_shows_the_main_image_in_three_ratios() -> None:
    images = news_article(pictured(), SITE)["image"]
    assert [round(image["width"] / image["height"], 2) for image in images] == [1.78, 1.33, 1.0]
    assert {(image["caption"], image["creditText"]) for image in images} == {("The bridge & the quay", "R. Reyes")}
    assert all(image["url"].startswith("https://news.example.org/media/") for image in images)
    assert all(image["width"] * image["height"] >= 50_000 for image in images)  # the least that Google asks for
    assert "image" not in news_article(full(), SITE)


def test_says_what_the_site_is_called_and_who_publishes_it() -> None:
    data = website(SITE)
    assert (data["@type"], data["name"], data["url"]) == ("WebSite", "Example Times", "https://news.example.org/")
    assert data["publisher"]["@type"] == "NewsMediaOrganization"
