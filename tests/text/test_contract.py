# ruff: noqa: E501 - the lines are reports

import hashlib
import json
from pathlib import Path

from articles.text import read
from articles.text.contract import contract

SEEDS = Path(__file__).parent.parent.parent / "seeds"
KEYS = [
    "file", "headline", "proposed_headline", "dek", "byline", "body_paragraphs", "captions", "see_also", "rail", "credits", "credit_spans",
    "dateline", "notes", "subheads", "promos", "dates", "partial_dates", "people", "quotes", "terms", "tags", "source", "raw_sha256",
    "encoding", "blocks",
]  # fmt: skip
RAW = (
    "Storm hits coast\n\nBy Jane Doe\n\nMarch 3, 2024\n\nThe quay at Skelby. (Photo: Ana Horvat/BWS)\n\n"
    "GENEVA, March 3 (Reuters) - Ana  Horvat said on Sunday that the storm had closed the port.\n\n"
    "“We lost 40 boats and we will lose more,” Horvat said.\n\n• The port is closed\n• The school is open\n\n"
    "SEE ALSO: Port boss quits\n\nSign up for our newsletter\n\nCorrection: The boats were 40.\n\nMost read\n1. Eggs cost more\n2. Rain to ease soon\n\n"
    "With reporting by AFP\n"
)


def made(raw: str = RAW) -> dict:
    return contract(read(raw), file="storm.txt", raw=raw.encode(), encoding="utf-8")


def test_has_the_keys_in_their_order():
    assert list(made()) == KEYS
    assert list(made("")) == KEYS


def test_is_plain_json():
    found = made()
    assert json.loads(json.dumps(found)) == found


def test_says_what_stands_in_the_report():
    found = made()
    assert found["headline"] == "Storm hits coast"
    assert found["proposed_headline"] is None
    assert found["byline"] == ["Jane Doe"]
    assert found["captions"] == [{"text": "The quay at Skelby.", "credit": "Ana Horvat/BWS"}]
    assert found["dateline"] == {"place": "GENEVA", "agency": "Reuters"}
    assert found["see_also"] == ["Port boss quits"]
    assert found["rail"] == ["Eggs cost more", "Rain to ease soon"]
    assert found["credits"] == ["AFP"]
    assert [RAW[start:end] for start, end in found["credit_spans"]] == ["AFP"]
    assert found["notes"] == ["Correction: The boats were 40."]
    assert found["promos"] == ["Sign up for our newsletter"]
    assert found["source"]["name"] == "Reuters"
    assert found["raw_sha256"] == hashlib.sha256(RAW.encode()).hexdigest()


def test_the_body_has_list_items_and_neither_dateline_nor_doubled_spaces():
    assert made()["body_paragraphs"] == [
        "Ana Horvat said on Sunday that the storm had closed the port.",
        "“We lost 40 boats and we will lose more,” Horvat said.",
        "• The port is closed",
        "• The school is open",
    ]


def test_mentions_and_spans_of_a_person_belong_together():
    (person,) = made()["people"]
    assert person["name"] == "Ana Horvat"
    assert len(person["mentions"]) == len(person["spans"]) == 2
    for surface, (start, end) in zip(person["mentions"], person["spans"], strict=True):
        assert " ".join(RAW[start:end].split()) == surface


def test_only_a_full_date_of_the_report_is_its_date():
    found = made()
    assert found["dates"] == ["2024-03-03"]
    assert {"March 3", "Sunday"} <= {date["text"] for date in found["partial_dates"]}
    assert all(RAW[date["start"] : date["end"]] == date["text"] for date in found["partial_dates"])


def test_a_quote_names_its_speaker_as_the_people_do():
    (quote,) = made()["quotes"]
    assert quote["speaker"] == "Ana Horvat"
    assert RAW[quote["start"] : quote["end"]] == quote["text"]


def test_what_is_unknown_is_null():
    found = made("A storm hit the coast on Sunday, they said. Nobody was hurt.")
    assert found["headline"] is None and found["dateline"] is None and found["source"] is None and found["dek"] is None


def test_the_blocks_cover_the_text():
    blocks = made()["blocks"]
    assert "".join(RAW[block["start"] : block["end"]] for block in blocks) == RAW
    assert set(blocks[0]) == {"role", "start", "end", "confidence", "rule"}


def test_the_first_seed_has_no_headline_and_a_rail():
    raw = (SEEDS / "000_0dc1c6ddda803741.txt").read_bytes()
    found = contract(read(raw.decode()), file="a.txt", raw=raw, encoding="utf-8")
    assert found["headline"] is None
    assert found["proposed_headline"]
    assert len(found["body_paragraphs"]) == 10
    assert len(found["rail"]) == 17
    assert found["source"] is None
    assert found["dates"] == []


def test_the_second_seed_has_every_kind_of_line():
    raw = (SEEDS / "004_7c6801585cd99c62.txt").read_bytes()
    found = contract(read(raw.decode()), file="b.txt", raw=raw, encoding="utf-8")
    assert found["headline"] == "Blinken Cancels Meeting With Lavrov Over Russia's Actions Against Ukraine"
    assert len(found["captions"]) == 1
    assert len(found["body_paragraphs"]) == 12
    assert len(found["see_also"]) == 2
    assert len(found["promos"]) == 2
    assert found["credits"] == ["Reuters", "AFP", "TASS"]
    assert found["source"]["name"] == "RFE/RL" and found["source"]["inferred"]
