# ruff: noqa: E501 - the lines are reports

import pytest

from articles.text.anatomy.blocks import blocks
from articles.text.anatomy.credits import read_credits, read_dateline

STORY = "Storm hits coast\n\nA storm hit the coast on Sunday night, officials said.\n\nNobody was hurt, but 40 boats were lost.\n\n"


def credits(line: str) -> list[tuple[str, str]]:
    raw = STORY + line
    found = read_credits(raw, blocks(raw))
    assert all(raw[credit.start : credit.end] == credit.name for credit in found)
    return [(credit.name, credit.kind) for credit in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("With reporting by Reuters, AFP, and TASS", [("Reuters", "agency"), ("AFP", "agency"), ("TASS", "agency")]),
        ("Reporting by Ana Horvat in Skelby; Editing by Jon Roe", [("Ana Horvat", "reporter"), ("Jon Roe", "editor")]),
        (
            "(Reporting by Ana Horvat and Mia Lund, writing by Jon Roe)",
            [("Ana Horvat", "reporter"), ("Mia Lund", "reporter"), ("Jon Roe", "reporter")],
        ),
        ("The Associated Press contributed to this report.", [("The Associated Press", "agency")]),
        (
            "AP writers Ana Horvat in Geneva and Jon Roe in Skelby contributed.",
            [("AP", "agency"), ("Ana Horvat", "reporter"), ("Jon Roe", "reporter")],
        ),
        (
            "Associated Press writer Jon Roe in Tallinn contributed to this report.",
            [("Associated Press", "agency"), ("Jon Roe", "reporter")],
        ),
        (
            "Harbour Press writers Ana Horvat in Skelby, Elbonia, and Jon Roe in Amity contributed to this report.",
            [("Harbour Press", "agency"), ("Ana Horvat", "reporter"), ("Jon Roe", "reporter")],
        ),
        ("Based on reporting by Interfax-Ukraine", [("Interfax-Ukraine", "agency")]),
        ("EFE ah/jr", [("EFE", "agency")]),
        ("PTI AH JR MLU", [("PTI", "agency")]),
        ("With files from The Canadian Press", [("The Canadian Press", "agency")]),
        ("With AAP and Pacific News Service", [("AAP", "agency"), ("Pacific News Service", "agency")]),
        ("Sources: Hina, Balkan Desk", [("Hina", "agency"), ("Balkan Desk", "agency")]),
        ("With reporting by RFE/RL and Current Time TV", [("RFE/RL", "agency"), ("Current Time TV", "agency")]),
        ("(BWS, LETA)", [("BWS", "agency"), ("LETA", "agency")]),
        ("Additional reporting by Mia Lund", [("Mia Lund", "reporter")]),
    ],
)
def test_a_credit_names_agencies_and_people(line, expected):
    assert credits(line) == expected


def test_an_agency_in_the_byline_is_credited():
    raw = "Storm hits coast\n\nBy Reuters\n\nA storm hit the coast on Sunday night, officials said.\n\nNobody was hurt."
    assert [credit.name for credit in read_credits(raw, blocks(raw))] == ["Reuters"]


def test_a_report_without_a_credit_has_none():
    assert credits("The storm was the third this year, the office said.") == []


def test_the_dateline_is_read_from_its_block():
    raw = "Storm hits coast\n\nSKELBY, March 3 (BWS) - A storm hit the coast on Sunday night.\n\nNobody was hurt."
    found = read_dateline(raw, blocks(raw))
    assert found is not None
    assert (found.place, found.agency, raw[found.start : found.end]) == ("SKELBY", "BWS", "SKELBY, March 3 (BWS) -")


def test_a_report_without_a_dateline_has_none():
    raw = STORY
    assert read_dateline(raw, blocks(raw)) is None
