from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.report import Role
from articles.text.speech.quotes import read_quotes
from tests.text.typed import body, people, spoken, terms

ANA, IVO = "Ana Horvat", "Ivo Brandt"

MARKS = {
    "curly": ("“We will rebuild the bridge,” Ana Horvat said.", ["We will rebuild the bridge,"]),
    "straight": ('"We will rebuild the bridge," Ana Horvat said.', ["We will rebuild the bridge,"]),
    "opens curly, closes straight": ('“We will rebuild the bridge," Ana Horvat said.', ["We will rebuild the bridge,"]),
    "opens straight, closes curly": ('"We will rebuild the bridge,” Ana Horvat said.', ["We will rebuild the bridge,"]),
    "guillemets": ("«We will rebuild the bridge», Ana Horvat said.", ["We will rebuild the bridge"]),
    "spaced guillemets": ("« We will rebuild the bridge », Ana Horvat said.", ["We will rebuild the bridge"]),
    "inward guillemets": ("»We will rebuild the bridge«, Ana Horvat said.", ["We will rebuild the bridge"]),
    "low and high": ("„We will rebuild the bridge“, Ana Horvat said.", ["We will rebuild the bridge"]),
    "low and high curly": ("„We will rebuild the bridge”, Ana Horvat said.", ["We will rebuild the bridge"]),
    "grave accents": ("``We will rebuild the bridge,'' Ana Horvat said.", ["We will rebuild the bridge,"]),
    "doubled straight singles": ("''We will rebuild the bridge,'' Ana Horvat said.", ["We will rebuild the bridge,"]),
    "single curly": ("‘We will rebuild the bridge,’ Ana Horvat said.", ["We will rebuild the bridge,"]),
    "single straight": ("'We will rebuild the bridge,' Ana Horvat said.", ["We will rebuild the bridge,"]),
    "single with apostrophes": (
        "‘We’ll rebuild, it’s what they’d want,’ Ana Horvat said.",
        ["We’ll rebuild, it’s what they’d want,"],
    ),
    "single straight with apostrophes": (
        "'We'll rebuild, it's what they'd want,' Ana Horvat said.",
        ["We'll rebuild, it's what they'd want,"],
    ),
    "single with a plural possessive": (
        "‘It is the players’ bus and it stays,’ Ana Horvat said.",
        ["It is the players’ bus and it stays,"],
    ),
    "single straight with a plural possessive": (
        "'It is the players' bus and it stays,' Ana Horvat said.",
        ["It is the players' bus and it stays,"],
    ),
    "single with clipped words": (
        "‘We’re goin’ home on the ’96 bus,’ Ana Horvat said.",
        ["We’re goin’ home on the ’96 bus,"],
    ),
    "double within single": (
        "‘He told me “go away” and left us,’ Ana Horvat said.",
        ["He told me “go away” and left us,"],
    ),
    "single within double": (
        "“He told me ‘go away’ and left us,” Ana Horvat said.",
        ["He told me ‘go away’ and left us,"],
    ),
    "curly double within double": (
        "“He told me “go away” and left us,” Ana Horvat said.",
        ["He told me “go away” and left us,"],
    ),
    "straight double within double": (
        '"He told me "go away" and left us," Ana Horvat said.',
        ['He told me "go away" and left us,'],
    ),
    "ends on nested marks": ("“He said to all of us ‘go away’,” Ana Horvat said.", ["He said to all of us ‘go away’,"]),
    "comma outside": ("“We will rebuild the bridge”, Ana Horvat said.", ["We will rebuild the bridge"]),
    "question": ("“Will we rebuild the bridge?” Ana Horvat asked.", ["Will we rebuild the bridge?"]),
    "dash at the end": ("“We will rebuild the bridge —” Ana Horvat began.", ["We will rebuild the bridge —"]),
    "within brackets": ("Ana Horvat agreed (“We will rebuild the bridge”).", ["We will rebuild the bridge"]),
    "dots inside": ("“We waited...We waited: nobody came,” Ana Horvat said.", ["We waited...We waited: nobody came,"]),
    "editor's brackets": (
        "“We saw [the mayor] leave at noon,” Ana Horvat said.",
        ["We saw [the mayor] leave at noon,"],
    ),
    "full stop left of an unclosed mark": (
        "“We will rebuild the bridge. “It is ours to build,” Ana Horvat said.",
        ["We will rebuild the bridge.", "It is ours to build,"],
    ),
    "forgotten closing mark": ("“We will rebuild the bridge, said Ana Horvat.", ["We will rebuild the bridge,"]),
    "forgotten closing mark, subject first": (
        "“We will rebuild the bridge, Ana Horvat said.",
        ["We will rebuild the bridge,"],
    ),
    "forgotten opening mark": ("We will rebuild the bridge,” Ana Horvat said.", ["We will rebuild the bridge,"]),
    "unclosed mark ends with its paragraph": (
        "Ana Horvat said: “We will rebuild the bridge.\nThe bridge fell in May. “It was old,” said Ivo Brandt.",
        ["We will rebuild the bridge.", "It was old,"],
    ),
    "inches inside": ('Ana Horvat said: "It was a 12" record and I lost it."', ['It was a 12" record and I lost it.']),
    "feet and inches outside": (
        'The 6\'2" man said "we saw the bridge fall", Ana Horvat wrote.',
        ["we saw the bridge fall"],
    ),
    "no-break spaces": ("“We\u00a0will rebuild\u00a0the bridge,” Ana Horvat said.", ["We will rebuild the bridge,"]),
    "zero-width marks": ("“We \u200bwill re\u00adbuild the bridge,” Ana Horvat said.", ["We will rebuild the bridge,"]),
}

PARAGRAPHS = {
    "opening mark repeated": (
        "“We waited for the boats all night.\n“In the morning they came.\n“We sang,” Ana Horvat said.",
        ["We waited for the boats all night.\n\nIn the morning they came.\n\nWe sang,"],
    ),
    "straight marks": (
        '"We waited for the boats all night.\n"In the morning they came," Ana Horvat said.',
        ["We waited for the boats all night.\n\nIn the morning they came,"],
    ),
    "single marks": (
        "‘We waited for the boats all night.\n‘In the morning they came,’ Ana Horvat said.",
        ["We waited for the boats all night.\n\nIn the morning they came,"],
    ),
    "named before": (
        "Ana Horvat said: “We waited for the boats all night.\n“In the morning they came.”",
        ["We waited for the boats all night.\n\nIn the morning they came."],
    ),
    "second half runs on": (
        "“We waited for the boats,” Ana Horvat said. “It was a long night.\n“In the morning they came.”",
        ["We waited for the boats,", "It was a long night.\n\nIn the morning they came."],
    ),
    "closed in each paragraph": (
        "“We waited for the boats all night,” Ana Horvat said.\n“In the morning they came and took us.”",
        ["We waited for the boats all night,", "In the morning they came and took us."],
    ),
    "no opening mark repeated": (
        "“We waited for the boats all night.\nIn the morning they came,” Ana Horvat said.",
        ["We waited for the boats all night.\n\nIn the morning they came,"],
    ),
}

TERMS = {
    "one word": ("Ana Horvat sent troops as “peacekeepers” to the coast.", ["peacekeepers"]),
    "stop inside": ("Ana Horvat called the report “nonsense.”", ["nonsense."]),
    "what he called": ("It was what Ana Horvat called a “grave mistake” -- a move she rued.", ["grave mistake"]),
    "two marks of two kinds": ('Ana Horvat promised a “first tranche" of aid.', ["first tranche"]),
    "single marks": ("The council spoke of a ‘temporary’ ban.", ["temporary"]),
    "straight singles": ("The council spoke of a 'temporary' ban.", ["temporary"]),
    "said, but no sentence": ("Ana Horvat said she was “very pleased” with the vote.", ["very pleased"]),
    "three words": ("Prices rose after the “summer of love”.", ["summer of love"]),
}

UNSPOKEN = {
    "book title": "Ana Horvat wrote the novel “The Long Road to the Empty Harbour” in a year.",
    "film in lower case": "She starred in the film “how we lost the war at sea”.",
    "song": "They sang “We Shall Never Leave the River” at the wake.",
    "titled": "The report, titled “A bridge too old for the lorries”, is out.",
    "called": "A campaign called “give us back our evening bus” began in May.",
    "known as": "The plan, known as “one town, one school, one pool”, failed.",
    "nickname": "Ana “Queen of the Muddy Little Harbour” Horvat has died.",
    "sign": "Ana Horvat held a sign that read “give us back our evening bus”.",
    "banner before": "A banner reading “give us back our evening bus” hung there.",
    "placards with a colon": "Some waved placards: “Give us back our evening bus”.",
    "read one banner": "“Give us back our evening bus,” read one banner.",
    "T-shirt": "He wore a T-shirt saying “I was at the river fight”.",
    "attribute": "The council dropped its “no ifs, no buts, no excuses” policy.",
    "slogan after": "The “build it higher, build it now” slogan has gone.",
    "the phrase": "The phrase “a bridge too old to cross” has stuck.",
    "means": "“Moja kuća je na obali rijeke” means my house is on the bank.",
    "ship": "The ferry “Queen of the Northern Grey Sea” sank.",
    "paper": "His paper “On the Habits of the Common Eel” was praised.",
    "under the banner": "They met under the banner “a town for all of us”.",
    "words on a shirt": "She wore a shirt with the words “never again, not in our town”.",
    "two titles": "She wrote “Letters to a Young Baker” and “Songs for an Empty Barn”.",
}

SHORT = {
    "no": ("“No,” Ana Horvat said.", ["No,"]),
    "why": ("“Why?” asked Ana Horvat.", ["Why?"]),
    "two words, subject first": ("“We won,” Ana Horvat said.", ["We won,"]),
    "after a colon": ("Ana Horvat said: “Never again.”", ["Never again."]),
    "after a comma": ("Asked whether she would go, Ana Horvat said, “Never.”", ["Never."]),
    "continued": ("“No,” Ana Horvat said. “Never again.”", ["No,", "Never again."]),
    "single marks": ("‘No,’ she said. ‘I walk.’", ["No,", "I walk."]),
}


@pytest.mark.parametrize("case", MARKS)
def test_it_pairs_the_marks(case: str) -> None:
    raw, expected = MARKS[case]
    assert [text for text, _ in spoken(raw, ANA, IVO)] == expected


@pytest.mark.parametrize("case", PARAGRAPHS)
def test_it_reads_a_quotation_over_several_paragraphs(case: str) -> None:
    raw, expected = PARAGRAPHS[case]
    found = spoken(raw, ANA, IVO)
    assert [text for text, _ in found] == expected
    assert {name for _, name in found} == {ANA}


@pytest.mark.parametrize("case", TERMS)
def test_it_files_a_few_words_as_a_term(case: str) -> None:
    raw, expected = TERMS[case]
    assert spoken(raw, ANA) == []
    assert terms(raw, ANA) == expected


@pytest.mark.parametrize("case", UNSPOKEN)
def test_it_takes_no_title_sign_or_nickname_for_speech(case: str) -> None:
    assert spoken(UNSPOKEN[case], ANA) == []


@pytest.mark.parametrize("case", SHORT)
def test_it_takes_a_short_utterance_for_speech(case: str) -> None:
    raw, expected = SHORT[case]
    assert [text for text, _ in spoken(raw, ANA)] == expected


def test_it_takes_nothing_from_a_rail_or_a_pull_quote() -> None:
    raw = "“We will rebuild the bridge,” Ana Horvat said."
    for role in (Role.RAIL, Role.SEE_ALSO, Role.PROMO, Role.PULL_QUOTE, Role.CREDIT, Role.NOTE):
        assert spoken(raw, ANA, role=role) == []


def test_it_takes_from_a_headline_only_what_a_clause_gives_to_somebody() -> None:
    assert spoken("Town split over “a bridge too old for lorries”", ANA, role=Role.HEADLINE) == []
    assert spoken("“We will rebuild the old bridge,” says Horvat", ANA, role=Role.HEADLINE) == [
        ("We will rebuild the old bridge,", ANA)
    ]


def test_it_points_at_the_words_in_the_raw_text() -> None:
    raw = "\ufeff“We  will re\u00adbuild\nthe bridge,” Ana Horvat said."
    raw = raw.replace("\n", "\u00a0")
    quote = read_quotes(raw, body(raw), people(raw, ANA))[0][0]
    assert raw[quote.start : quote.end] == "We  will re\u00adbuild\u00a0the bridge,"
    assert quote.text == "We will rebuild the bridge,"
    assert quote.speaker_span is not None
    assert raw[quote.speaker_span.start : quote.speaker_span.end] == "Ana Horvat"


def test_it_spans_all_paragraphs_of_one_quotation() -> None:
    raw = "“We waited for the boats all night.\n\n“In the morning they came,” Ana Horvat said."
    quote = read_quotes(raw, body(raw), people(raw, ANA))[0][0]
    assert raw[quote.start : quote.end] == "We waited for the boats all night.\n\n“In the morning they came,"


def test_it_is_linear_in_the_number_of_marks() -> None:
    import time

    def seconds(size: int) -> float:
        raw = "‘a “b 'c " * size
        start = time.perf_counter()
        read_quotes(raw, body(raw), ())
        return time.perf_counter() - start

    small = max(seconds(1_000), 0.002)
    assert seconds(8_000) < small * 8 * 4


PIECES = ["“", "”", '"', "‘", "’", "'", "«", "»", "„", "``", "''", " ", " ", "\n", "\n\n", ", ", ". ", ": ", "— ", "? "]
PIECES += [
    "Ana Horvat",
    "Horvat",
    "he",
    "she",
    "said",
    "told",
    "adding",
    "that",
    "the mayor",
    "a sign",
    "who",
    "and",
    "A:",
]
PIECES += [
    "according to",
    "We will rebuild the old bridge",
    "no",
    "45",
    "of",
    "’s",
    "\u200b",
    "\u00a0",
    "Q:",
    "was",
    "as",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60))
@settings(max_examples=300, deadline=None)
def test_it_reads_any_text_without_a_slip(pieces: list[str]) -> None:
    raw = "".join(f"{piece} " if piece.isalpha() else piece for piece in pieces)
    blocks, cast = body(raw), people(raw, ANA)
    quotes, found = read_quotes(raw, blocks, cast)
    assert (quotes, found) == read_quotes(raw, blocks, cast)
    for reading in (*quotes, *found):
        assert 0 <= reading.start < reading.end <= len(raw)
        assert reading.text.split()[0].strip("\u200b")[:1] == raw[reading.start : reading.end].strip("\u200b")[:1]
    for first, second in pairwise(quotes):
        assert first.end <= second.start
    for quote in quotes:
        assert quote.speaker in {None, 0}
        assert quote.tier in {"sure", "suggested"}
