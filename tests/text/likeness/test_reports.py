"""How alike two reports are."""

from itertools import combinations

from articles.text import read
from articles.text.likeness.reports import (
    SAME_TEXT,
    SignatureTerm,
    likeness,
    rarity,
    same_text,
    signature,
    sketch,
    stem,
    text_signature,
    text_sketch,
)
from articles.text.report import Block, Report, Role
from tests.reports import cases

BRIDGE = ["The old bridge in Novi Most reopened on Tuesday after the flood.", "Mayor Ana Horvat cut a ribbon."]


def terms(signature: list[SignatureTerm]) -> set[str]:
    return {term.term for term in signature}


def of_case(case: cases.Case) -> list[SignatureTerm]:
    gold = case.gold
    paragraphs = [*([gold["dek"]] if gold["dek"] else []), *gold["subheads"], *gold["body_paragraphs"]]
    return text_signature(gold["headline"] or "", paragraphs, [caption["text"] for caption in gold["captions"]])


def test_it_takes_no_word_from_a_rail_a_see_also_or_a_promo() -> None:
    lines = [(Role.HEADLINE, "Bridge reopens"), (Role.BODY, BRIDGE[0])]
    lines += [(Role.RAIL, "Volcano erupts"), (Role.SEE_ALSO, "Glacier melts"), (Role.PROMO, "Subscribe")]
    raw, blocks = "", []
    for role, text in lines:
        blocks.append(Block(role, len(raw), len(raw) + len(text), 1.0, "made"))
        raw += text + "\n"
    found = terms(signature(Report(raw=raw, blocks=tuple(blocks), headline="Bridge reopens")))
    assert {"bridg", "reopen", "flood"} <= found
    assert not found & {stem(word) for word in ("volcano", "erupts", "glacier", "melts", "subscribe")}


def test_it_tells_names_from_words() -> None:
    found = {term.term: term.named for term in text_signature("Flood Bridge Reopens", BRIDGE)}
    assert found["horvat"] and found["novi"]
    assert not found["bridg"] and not found["flood"] and not found["reopen"]


def test_it_knows_a_name_that_only_ever_begins_sentences() -> None:
    found = {term.term: term.named for term in text_signature("", ["Stanković threw his cap. Throwing caps is legal."])}
    assert found["stankovic"]
    assert not found["throw"]


def test_it_gives_words_of_the_headline_more_weight() -> None:
    weights = {term.term: term.weight for term in text_signature("Glacier melts", ["A lake rises."])}
    assert weights["glaci" if "glaci" in weights else stem("glacier")] > weights[stem("lake")]


def test_it_joins_the_forms_of_a_word() -> None:
    for one, other in (
        ("cancelled", "canceled"),
        ("labour", "labor"),
        ("organised", "organized"),
        ("cities", "city"),
        ("jailed", "jail"),
        ("11,000", "11000"),
    ):
        assert stem(one) == stem(other), (one, other)
    assert stem("9.5") != stem("95")


def test_it_says_the_same_whatever_the_order_of_asking() -> None:
    one, other = (of_case(cases.load(name)) for name in ("seed-000", "seed-004"))
    forth, back = likeness(one, other), likeness(other, one)
    assert (forth.score, forth.who, forth.what) == (back.score, back.who, back.what)
    assert likeness(one, one).score > 0.99
    assert likeness(one, []).score == 0


def test_it_does_not_take_shared_names_for_a_shared_event() -> None:
    names = ["Ana Horvat of Novi Most met Ivo Babić and Petra Kovač."]
    flood = text_signature("", [*names, "The river burst its banks, swept away cattle and drowned orchards."])
    trial = text_signature("", [*names, "The defendant forged invoices, bribed auditors and laundered proceeds."])
    assert likeness(flood, trial).who > 0.9
    assert likeness(flood, trial).score < 0.1


def test_a_rare_word_weighs_more_than_one_that_many_reports_hold() -> None:
    assert rarity("orchard", False, 0, 1000) > rarity("orchard", False, 100, 1000) > rarity("orchard", False, 900, 1000)
    assert rarity("orchard", False) > rarity("minister", False)
    assert rarity("orchard", False, 1, 10**6) == rarity("orchard", False, 2, 10**6), "below the floor all are equal"


def test_it_puts_reports_of_one_event_above_near_misses() -> None:
    """Of a pair of one event and a near miss the first is the more alike nine times in ten, by words alone."""
    golden = {case.name: case.gold for case in cases.load_all()}
    signatures = {name: of_case(cases.load(name)) for name in golden}
    same, missed = [], []
    for one, other in combinations(sorted(golden), 2):
        a, b = golden[one], golden[other]
        if a["story"] and a["story"] == b["story"]:
            same.append(likeness(signatures[one], signatures[other]).score)
        elif (a["near_miss_of"] or "-") == b["story"] or (b["near_miss_of"] or "-") == a["story"]:
            missed.append(likeness(signatures[one], signatures[other]).score)
    above = sum(score > other for score in same for other in missed)
    assert above >= 0.9 * len(same) * len(missed)


def test_it_knows_a_text_that_was_printed_twice() -> None:
    long = [f"The mayor of town number {number} opened a bridge and gave a speech about it." for number in range(20)]
    copied = text_sketch([*long[:18], "Nothing else happened."])
    assert same_text(text_sketch(long), copied) > SAME_TEXT
    one, other = (sketch(read(cases.load(name).text)) for name in ("seed-000", "seed-004"))
    assert same_text(one, other) < SAME_TEXT
    assert same_text([], []) == 0
