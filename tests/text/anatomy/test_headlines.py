import pytest

from articles.text.anatomy.headlines import propose_headline
from articles.text.report import Block, Mention, PersonReading, Role, Span, TagReading


def proposal(*paragraphs: str, people=(), places=()):
    raw = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Role.BODY, at, at + len(paragraph), 1.0, ""))
        at += len(paragraph) + 2
    found = propose_headline(
        raw,
        blocks,
        [PersonReading(name, (Mention(name, raw.index(name), raw.index(name) + len(name)),)) for name in people],
        [
            TagReading(name, "place", (Span(raw.index(name), raw.index(name) + len(name)),), True, "gazetteer")
            for name in places
        ],
    )
    if found:
        assert raw[found.start : found.end] == found.text
    return found and found.text


@pytest.mark.parametrize(
    ("text", "named", "headline"),
    [
        ("Ana Horvat resigned on Monday after losing a vote.", "Ana Horvat", "Ana Horvat resigned on Monday"),
        ("However, Ana Horvat canceled her visit to Skelby.", "Ana Horvat", "Ana Horvat canceled her visit to Skelby"),
        (
            "In the midst of the storm, Ana Horvat closed the port of Skelby.",
            "Ana Horvat",
            "Ana Horvat closed the port of Skelby",
        ),
        (
            "A man was shot dead in Skelby on Tuesday after police were called to a bar.",
            "Skelby",
            "A man was shot dead in Skelby on Tuesday",
        ),
        (
            "U.S. Senator Ana Horvat will visit Skelby next week, her office said.",
            "Ana Horvat",
            "U.S. Senator Ana Horvat will visit Skelby next week",
        ),
    ],
)
def test_a_headline_is_a_whole_main_clause_of_the_text(text, named, headline):
    assert proposal(text, people=[named]) == headline


def test_the_shortest_clause_is_taken():
    first = "President Ana Horvat dismissed her whole cabinet on Monday night after a vote."
    second = "Ana Horvat will stay in Skelby until May."
    assert (
        proposal(first, second, people=["Ana Horvat"])
        == "President Ana Horvat dismissed her whole cabinet on Monday night"
    )
    assert proposal(second, first, people=["Ana Horvat"]) == "Ana Horvat will stay in Skelby"


def test_a_place_is_enough():
    assert (
        proposal("Floods closed 40 schools in Skelby on Monday.", places=["Skelby"])
        == "Floods closed 40 schools in Skelby on Monday"
    )


@pytest.mark.parametrize(
    "text",
    [
        "He met Ana Horvat in the port of Skelby.",
        "“Ana Horvat closed the port of Skelby,” he said.",
        "Ana Horvat said the port would stay closed.",
        "This follows the visit of Ana Horvat to Skelby.",
        "Following the visit of Ana Horvat to Skelby.",
        "Nobody was hurt and the port was not closed.",
        "Ana Horvat, who has led the port of Skelby for nine years and never lost a boat, resigned.",
    ],
)
def test_no_headline_is_better_than_a_guess(text):
    people = ["Ana Horvat"] if "Ana Horvat" in text else []
    assert proposal(text, people=people) is None


def test_an_empty_report_gets_no_headline():
    assert propose_headline("", (), (), ()) is None
