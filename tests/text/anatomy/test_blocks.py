"""The anatomy of reports of many shapes. All outlets, people and places are invented.

`shapes/<name>.txt` is a whole report, `shapes/<name>.roles` has a line for each of its blocks: role, tab, reading text."""
# ruff: noqa: E501 - the lines are reports

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.anatomy.blocks import blocks
from articles.text.report import DOUBTFUL, Role

SHAPES = Path(__file__).parent / "shapes"

BODY = ["A storm hit the coast on Sunday night, officials said.", "Nobody was hurt, but 40 boats were lost."]
STORY = "\n\n".join(BODY)


def read(raw: str) -> list[tuple[str, str]]:
    """(role, reading text) of every block with a word."""
    return [(str(b.role), " ".join(raw[b.start : b.end].split())) for b in blocks(raw) if b.role is not Role.SPACE]


def texts(raw: str, role: str) -> list[str]:
    return [text for name, text in read(raw) if name == role]


# ---- blocks cover the text ------------------------------------------------------------------------------------------

PIECES = st.sampled_from([
    "\r", "\n", "\r\n", "\u2028", "\u2029", "\x85", "\x0c", "\x0b", "\u00a0", "\ufeff", "\u200b", "\u202e", "\u00ad", "\t", " ", "***",
    "SEE ALSO: ", "By Ana Horvat", "(Photo: Ana Horvat/BWS)", "SKELBY, March 3 (BWS) - ", "Most read", "ADVERTISEMENT", "-30-",
    "The council met on Monday.", "Storm Closes Schools in North", "“We left,” she said.", "(Reporting by Jon Roe)", "1", "•", "—",
    "Enditem", "Correction: the name", "Click here", "Photo: Ana Horvat", "lower case", "Summary", "Q. Why?", "@ana", "😀", "\x00",
])  # fmt: skip


def assert_tiles(raw: str, found) -> None:
    at = 0
    for block in found:
        assert block.start == at < block.end
        assert 0 <= block.confidence <= 1
        assert block.rule
        at = block.end
    assert at == len(raw)
    assert "".join(raw[b.start : b.end] for b in found) == raw


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_blocks_cover_a_text_without_gap_or_overlap(raw):
    assert_tiles(raw, blocks(raw))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_blocks_cover_any_text_at_all(raw):
    assert_tiles(raw, blocks(raw))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(PIECES, max_size=10).map("".join),
    st.lists(st.tuples(st.integers(-3, 90), st.integers(-3, 90), st.sampled_from(list(Role))), max_size=4),
)
def test_blocks_cover_a_text_whatever_a_person_decided(raw, decided):
    assert_tiles(raw, blocks(raw, roles=decided))


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_word_is_lost_in_the_space_between_blocks(raw):
    for block in blocks(raw):
        if block.role is Role.SPACE:
            assert not any(c.isalnum() for c in raw[block.start : block.end])


def test_an_empty_text_has_no_blocks():
    assert blocks("") == ()


def test_a_text_without_a_word_is_space():
    assert [b.role for b in blocks(" \n***\n\ufeff")] == [Role.SPACE]


@pytest.mark.parametrize("name", sorted(path.stem for path in SHAPES.glob("*.txt")))
def test_reads_the_shape(name):
    raw = (SHAPES / f"{name}.txt").read_bytes().decode()
    expected = [tuple(line.split("\t")) for line in (SHAPES / f"{name}.roles").read_text("utf-8").splitlines()]
    assert read(raw) == expected


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\u2028", "\x85"])
def test_any_line_ending_separates_paragraphs(ending):
    raw = ending.join(["Storm Hits Coast", "", *BODY])
    assert read(raw) == [("headline", "Storm Hits Coast"), *(("body", text) for text in BODY)]


def test_a_byte_order_mark_is_no_part_of_the_headline():
    raw = "\ufeffStorm Hits Coast\n\n" + STORY
    first = next(b for b in blocks(raw) if b.role is Role.HEADLINE)
    assert first.start == 1


# ---- headline -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Storm Hits Coast",
        "Storm hits coast, 40 boats lost",
        "STORM HITS COAST",
        "Can the harbour be saved?",
        "Give us our boats back!",
        "‘We have lost everything’: storm wrecks fishing fleet",
        '"Nobody warned us," say fishermen',
        "Analysis: Why the storm was not forecast",
        "Opinion: the sea does not negotiate",
        "Live updates: storm hits the coast",
        "Watch: Moment storm tears roof off market",
        "UPDATE 2-Storm hits coast, 40 boats lost",
        "Storm kills 3 in U.S.",
        "5 things to know about the storm",
        "iPhone maker shuts plant after storm",
        "Flooded",
        "Photos: storm wrecks fishing fleet",
        "The storm came at noon. By dinner, it had a name!",
        "Storm hits coast - officials",
        "Who owns the beach (and who pays for it)?",
        "U.S., Iran to resume nuclear talks in Oman: sources",
        "Ukraine war: Kyiv says 40 drones downed overnight",
        "Exclusive: Northmark weighs sale of state railway - sources",
        "BREAKING: Storm hits coast",
        "Storm hits coast; 40 boats lost",
        "'I lost everything'",
        "“I lost everything”",
        "10 dead in bus crash",
        "£4m lottery win for Skelby couple",
        "$40 million for harbour repairs",
        "Why I left the party, by Ana Horvat",
        "By the sea, a town waits for its boats",
        "From Skelby with love: a fishing town's revival",
        "Reporting on the storm: how we did it",
        "Updated: Storm hits coast",
        "Read all about it: newspaper returns to Skelby",
        "Follow the money: who owns Skelby harbour",
        "Related deaths in storm rise to 12",
        "More rain on the way for flooded towns",
        "Latest: storm hits coast",
        "Top judge quits over leak",
        "Most read books of the year revealed",
        "Share prices fall after storm",
        "Print is dead, says publisher",
        "Photos of missing boy released",
        "Picture of health: Skelby's oldest runner turns 100",
        "Correction officers strike over pay",
        "Contact lost with fishing boat",
        "Get well soon: card for injured keeper",
        "Horvat: 'We will rebuild'",
        "Horvat v Roe: who won the debate",
        "What we know about the storm",
        "In pictures: storm hits coast",
        "Obituary: Ola Moss, fisherman",
        "Ola Moss, fisherman, 1941-2024",
        "Mayor Ana Horvat dies at 81",
        "THE MAYOR WHO STAYED",
        "Storm Ana: Live updates",
        "Live: storm hits coast",
        "Weather: storm to hit coast",
        "Sport in brief",
        "News in brief: Monday",
        "Letters: Who pays for the harbour?",
        "Review: The Tempest, Skelby Playhouse ★★★★",
        "Skelby 2-1 Port Amity: Late goal seals win",
        "Match report: Rovers 2 Royals 1",
        "COVID-19: 40 new cases in Skelby",
        "Sign up for storm alerts, council urges residents",
        "Subscribe or die: the future of local news",
        "Watch out for falling tiles, council warns",
        "Click here for trouble: phishing scam hits town",
        "Advertisement for mayor: town seeks new leader",
        "Editor of Skelby Courier steps down",
        "Note to self: never sail in May",
        "AP names new bureau chief in Skelby",
        "Sources: Horvat to resign on Friday",
        "London: Storm hits coast",
        "SKELBY: Storm hits coast",
        "Man, 34, charged with arson",
        "Police: Man stole ambulance",
        "Storm hits coast (updated)",
        "Storm hits coast [VIDEO]",
        "Storm hits coast | Skelby Courier",
        "Storm hits coast - Skelby Courier",
        "Three held as police seize 4kg of cocaine at Skelby docks, court told",
        "Will he stay or will he go? Horvat's long goodbye",
        "No more Mr. Nice Guy",
        "Dr. No",
        "Vitamin D: What you need to know about the U.S. study",
        "Storm hits coast…",
        "Storm hits coast...",
        "3 min video explains storm",
        "Today in history: March 3",
        "March 3: The day the music died",
        "Monday's storm: what we know",
    ],
)
def test_takes_the_first_line_without_a_full_stop_as_headline(line):
    assert read(line + "\n\n" + STORY) == [("headline", line), *(("body", text) for text in BODY)]
    assert read("\n".join([line, *BODY])) == [("headline", line), *(("body", text) for text in BODY)]


@pytest.mark.parametrize(
    "line",
    [
        "A man was held on Monday over a fire at a school in Skelby.",
        "President Ana Horvat met Prime Minister Jon Roe in Skelby.",
        "“We left everything behind,” said Ola Moss, a fisherman from Skelby.",
        "It was the worst storm in 40 years, and nobody had seen it coming, officials said on Monday as the clean-up began",
        "SKELBY (BWS) - A man was held on Monday over a fire at a school.",
        "Why did the storm come? Nobody knew, and by Monday nobody had asked.",
    ],
)
def test_never_takes_a_first_sentence_as_headline(line):
    assert texts(line + "\n\n" + STORY, "headline") == []
    assert texts("\n".join([line, *BODY]), "headline") == []


def test_joins_a_headline_that_was_broken():
    raw = "Northmark Government Falls After Losing Vote\nOver Plan to Sell State Railway\n\n" + STORY
    assert texts(raw, "headline") == ["Northmark Government Falls After Losing Vote Over Plan to Sell State Railway"]


def test_joins_a_headline_in_capitals():
    raw = "FLOODS KILL 12 IN NORTHERN DISTRICTS\nAS RIVER BURSTS BANKS\n\n" + STORY
    assert texts(raw, "headline") == ["FLOODS KILL 12 IN NORTHERN DISTRICTS AS RIVER BURSTS BANKS"]


def test_a_second_line_with_a_byline_is_not_joined():
    raw = "Northmark Government Falls After Losing Vote\nBy Ana Horvat\n\n" + STORY
    assert texts(raw, "headline") == ["Northmark Government Falls After Losing Vote"]
    assert texts(raw, "byline") == ["By Ana Horvat"]


@pytest.mark.parametrize(
    "line",
    [
        "WORLD",
        "Politics",
        "World News",
        "BREAKING NEWS",
        "Home > News > North",
        "The Skelby Courier",
        "BC-Storm-Coast, 2nd Ld",
    ],
)
def test_a_section_an_outlet_or_a_slug_above_is_not_the_headline(line):
    raw = f"{line}\n\nStorm hits coast, 40 boats lost\n\n{STORY}"
    assert texts(raw, "headline") == ["Storm hits coast, 40 boats lost"]
    assert texts(raw, "stamp") == [line]


def test_a_headline_field_gives_the_headline_without_its_label():
    raw = "SLUG: STORM\nHEADLINE: Storm hits coast\nBYLINE: Ana Horvat\n\n" + STORY
    assert texts(raw, "headline") == ["Storm hits coast"]
    assert texts(raw, "byline") == ["BYLINE: Ana Horvat"]
    assert texts(raw, "body") == BODY


# ---- body -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Follow the river north and you come to Skelby, where the boats are built.",
        "More than 40 boats were lost.",
        "Related industries lost 2,000 jobs, she said.",
        "Photos of the wreck went round the world.",
        "By Monday, the water had gone down.",
        "Read the letter again, he told the court.",
        "Published in 1931, the book sold nine copies.",
        "“Sign up for our newsletter,” he joked, “and you will never sleep again.”",
        "Copyright law does not help the fishermen, lawyers said.",
        "Sharing this with the neighbours helped, she said.",
        "The Baltic Press Agency contributed nothing to his fame, he once said of himself in court.",
        "Comment from the port was not available on Sunday night.",
        "Editing by hand took him nine years, Moss said, and he never once complained about it.",
        "Sources close to the talks said the price was too high.",
        "Corrections officers found the man asleep.",
        "Updated figures will be published in May, the office said.",
        "He paid 50/50 with his brother (Ola).",
        "Police arrested the three men on a boat (pictured).",
        "Image matters, said the mayor.",
        "The talks end on Friday.",
        "Latest figures show a fall of 3%.",
        "Contact with the boat was lost at noon.",
        "Watch this space, the minister said.",
        "The story was originally told by his mother.",
        "Advertisements for the boats ran all week.",
        "Get well cards filled the ward.",
        "Support for the plan fell to 31 percent.",
        "Visit the town in May and you will see why.",
        "Join them, she told the crowd, and be counted.",
        "About 300 people were in the hall.",
        "The winner of the vote will be named on Friday by the board (BWS).",
        "Download speeds fell by half, users said.",
        "You can see the wreck at low tide.",
        "Tags were found on two of the seals.",
        "We use nets, not lines, said Moss.",
        "Ms. Moss is a professor at Skelby College.",
    ],
)
def test_loses_no_line_of_the_story(line):
    raw = "\n\n".join(["Storm hits coast, 40 boats lost", BODY[0], line, BODY[1]])
    assert ("body", line) in read(raw)
    raw = "\n".join([BODY[0], BODY[1], line])
    assert ("body", line) in read(raw)


def test_one_paragraph_is_a_brief():
    text = "A man was held on Monday after a fire at a school in Skelby. No one was hurt."
    assert read(text) == [("body", text)]


def test_a_report_without_full_stops_keeps_its_body():
    raw = "Harbour to be dredged in May\n\nThe work will take six weeks, the port said on Monday\n\nTwo dredgers will come from the south"
    assert texts(raw, "body") == [
        "The work will take six weeks, the port said on Monday",
        "Two dredgers will come from the south",
    ]


def test_lines_of_a_hard_wrapped_paragraph_are_one_block():
    raw = (
        "The government of Northmark fell on Monday after losing a vote of\nconfidence over its plan to sell the state railway, setting the stage\n"
        "for an election in May.\nPrime Minister Ana Horvat said she would hand her resignation to the\npresident on Tuesday. It was her third.\n"
        "The opposition had argued that the sale would cost thousands of jobs\nin the north."
    )
    assert len(texts(raw, "body")) == 3


def test_a_list_keeps_its_lines():
    raw = "Five routes change\n\nFive bus routes change on Monday. The changes are:\n\n• Route 1 ends at the harbour\n• Route 4 runs on Sundays\n\nFares stay the same."
    assert texts(raw, "list_item") == ["• Route 1 ends at the harbour", "• Route 4 runs on Sundays"]


def test_lines_under_a_colon_are_no_rail():
    raw = f"Boats win prizes\n\n{BODY[0]}\n\nThe winners of this year's regatta at Skelby are:\nRed Sail of Port Amity North\nBlue Gull of Skelby Harbour\nOld Tom of Grand Haven"
    assert texts(raw, "rail") == []
    assert len(texts(raw, "list_item")) == 3


def test_a_question_in_a_transcript_is_body():
    raw = "A talk with the mayor\n\nThe mayor spoke to us on Monday about the flood.\n\nQ. Were you afraid?\n\nA. Of course I was.\n\nPRESENTER: And now?\n\nMAYOR: Now I am tired."
    assert len(texts(raw, "body")) == 5


def test_a_subhead_stands_above_a_paragraph():
    raw = "Storm hits coast\n\n" + BODY[0] + "\n\nWhat happens next?\n\n" + BODY[1]
    assert texts(raw, "subhead") == ["What happens next?"]


def test_words_set_a_second_time_are_a_pull_quote():
    raw = (
        "Teachers vote to strike\n\nTeachers in four counties have voted to strike.\n\n“We have been patient for nine years”\n— Marta Silva\n\n"
        "“We have been patient for nine years, and patience does not pay the rent,” said Marta Silva."
    )
    assert texts(raw, "pull_quote") == ["“We have been patient for nine years”", "— Marta Silva"]
    assert len(texts(raw, "body")) == 2


# ---- beside the story -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("SEE ALSO: Port boss quits after row", "Port boss quits after row"),
        ("READ MORE: Port boss quits after row", "Port boss quits after row"),
        ("Read also: Port Boss Quits After Row", "Port Boss Quits After Row"),
        ("Related: Why did the port boss quit?", "Why did the port boss quit?"),
        ("ALSO READ | Port boss quits after row", "Port boss quits after row"),
        ("READ ALSO Port boss quits after row", "Port boss quits after row"),
        ("More: Port boss quits after row", "Port boss quits after row"),
        ("→ Port boss quits after row", "Port boss quits after row"),
        (">> Port boss quits after row", "Port boss quits after row"),
        ("[READ MORE: Port boss quits after row]", "Port boss quits after row]"),
        ("In pictures: Port after the storm", "Port after the storm"),
    ],
)
def test_a_see_also_line_gives_the_other_headline(line, title):
    raw = "\n\n".join(["Storm hits coast", BODY[0], line, BODY[1]])
    assert texts(raw, "see_also") == [title]
    assert texts(raw, "body") == BODY
    assert texts("\n".join(["Storm hits coast", BODY[0], line, BODY[1]]), "see_also") == [title]


@pytest.mark.parametrize("label", ["Related stories", "READ MORE", "More on this story", "See also:", "Related"])
def test_lines_under_a_related_label_are_see_also(label):
    raw = (
        f"Storm hits coast\n\n{BODY[0]}\n\n{label}\nPort Boss Quits After Row\nFishermen Protest New Fees\n\n{BODY[1]}"
    )
    assert texts(raw, "see_also") == ["Port Boss Quits After Row", "Fishermen Protest New Fees"]
    assert texts(raw, "body") == BODY


@pytest.mark.parametrize(
    "label",
    [
        "Most read",
        "MOST POPULAR",
        "Latest news",
        "More from the Courier",
        "Trending now",
        "Editors' picks",
        "Top stories",
        "In other news",
    ],
)
def test_lines_under_a_rail_label_are_rail(label):
    raw = f"Storm hits coast\n\n{STORY}\n\n{label}\nPort Boss Quits After Row\nFishermen protest new fees"
    assert texts(raw, "rail") == ["Port Boss Quits After Row", "Fishermen protest new fees"]
    assert texts(raw, "rail_label") == [label]


HEADS = [
    "Opposition Calls for Early Election", "Floods Cut Off Villages in the North", "Central Bank Holds Rates", "Former Minister Cleared of Bribery",
    "Why Are Eggs So Expensive?", "Rovers Sign Teenage Keeper", "New Ferry Enters Service",
]  # fmt: skip


@pytest.mark.parametrize("count", [2, 3, 7, 30])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
def test_a_run_of_headlines_behind_the_story_is_a_rail(count, gap):
    heads = [HEADS[n % 7].replace("the", f"the {n}") for n in range(count)]
    raw = "\n".join(BODY) + gap + "\n".join(heads)
    assert texts(raw, "rail") == heads
    assert texts(raw, "body") == BODY


def test_a_numbered_rail_keeps_its_numbers_in_the_raw_text():
    raw = f"{STORY}\n\nMost read\n\n1. {HEADS[0]}\n2. {HEADS[1]}\n3. {HEADS[2]}"
    assert texts(raw, "rail") == [f"{n}. {HEADS[n - 1]}" for n in (1, 2, 3)]


def test_times_and_ranks_between_the_lines_of_a_rail_are_stamps():
    raw = f"{STORY}\n\nLatest\n1\n{HEADS[0]}\n2 hours ago\n2\n{HEADS[1]}\n3 hours ago"
    assert texts(raw, "rail") == HEADS[:2]
    assert texts(raw, "stamp") == ["1", "2 hours ago", "2", "3 hours ago"]


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our daily newsletter",
        "ADVERTISEMENT",
        "Advertisement - story continues below",
        "Click here to read the full report",
        "Follow us on Facebook and Instagram",
        "Share this article",
        "Share on Twitter",
        "Subscribe to the Courier for £1 a week",
        "Download our app for the latest news.",
        "For more stories like this, visit skelbycourier.example",
        "Have you been affected by the storm? Email news@skelbycourier.example",
        "Support our journalism with a donation today",
        "© 2024 Skelby Media Ltd. All rights reserved.",
        "The Courier's newsletter gives you the latest from the harbour. For all of the Courier's coverage, click here.",
        "Follow Ana Horvat on Twitter: @anahorvat",
        "View comments",
        "Get the day's top stories straight to your inbox.",
    ],
)
def test_what_the_outlet_says_of_itself_is_promotion(line):
    raw = "\n\n".join(["Storm hits coast", BODY[0], line, BODY[1]])
    assert texts(raw, "promo") == [line]
    assert texts(raw, "body") == BODY
    assert texts("\n".join(["Storm hits coast", *BODY, line]), "promo") == [line]


def test_the_title_of_a_promotion_goes_with_it():
    promo = (
        "The Courier's Live Briefing gives you the latest on the storm. For all of the Courier's coverage, click here."
    )
    raw = "\n\n".join(["Storm hits coast", BODY[0], "Live Briefing: After The Storm", promo, BODY[1]])
    assert texts(raw, "promo") == ["Live Briefing: After The Storm", promo]


@pytest.mark.parametrize(
    "line",
    [
        "Editor's note: This story contains descriptions of violence.",
        "Correction: An earlier version of this article misspelled the mayor's name.",
        "CORRECTION (March 4, 2024): The boats were 40, not 41.",
        "Clarification: The port is owned by the county.",
        "This article was amended on 4 March 2024 to add a comment from the port.",
        "This story has been updated with new figures.",
        "An earlier version of this report gave the wrong date.",
        "(Corrects spelling of Moss in paragraph 3)",
        "This is a developing story and will be updated.",
        "*This article was amended on 4 March. The boats were 40.",
    ],
)
def test_a_note_speaks_of_the_report(line):
    assert texts("\n\n".join(["Storm hits coast", *BODY, line]), "note") == [line]
    assert texts("\n\n".join(["Storm hits coast", line, *BODY]), "note") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Updated at 10:04 GMT, March 3",
        "Published: 14:02, 3 March 2024",
        "March 3, 2024",
        "3 min read",
        "2 hours ago",
        "Last updated on Monday 4 March 2024 06.00 GMT",
        "Posted: Mar 3, 2024 / 05:12 PM EST",
        "2024-03-03 10:12",
        "Xinhua | Updated: 2024-03-03 17:52",
        "Sun 3 Mar 2024 at 5:12pm",
    ],
)
def test_a_stamp_says_when_or_how_long(line):
    raw = "\n\n".join(["Storm hits coast", line, *BODY])
    assert texts(raw, "stamp") == [line]
    assert texts(raw, "body") == BODY


@pytest.mark.parametrize("line", ["-30-", "ENDS", "(ENDS)", "###", "- ends -", "MORE", "(more)", "NNNN", "XXX"])
def test_wire_marks_stay_out_of_the_body(line):
    raw = "\n\n".join(["Storm hits coast", *BODY, line])
    assert texts(raw, "body") == BODY
    assert texts(raw, "rail") == []


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Ana Horvat in Skelby; Editing by Jon Roe",
        "(Reporting by Ana Horvat; writing by Jon Roe)",
        "With reporting by Reuters, AFP, and TASS",
        "The Associated Press contributed to this report.",
        "Ana Horvat and Jon Roe contributed reporting from Skelby.",
        "Additional reporting by Mia Lund",
        "With files from The Canadian Press",
        "With AAP",
        "(BWS, LETA)",
        "Associated Press writer Jon Roe in Tallinn contributed to this report.",
    ],
)
def test_a_reporting_credit_is_no_body(line):
    raw = "\n\n".join(["Storm hits coast", *BODY, line])
    assert texts(raw, "credit") == [line]
    assert texts(raw, "body") == BODY


def test_a_credit_behind_the_last_sentence_is_split_off():
    raw = "\n\n".join(["Storm hits coast", BODY[0], BODY[1] + " (Reporting by Ana Horvat; Editing by Jon Roe)"])
    assert texts(raw, "body") == BODY
    assert texts(raw, "credit") == ["(Reporting by Ana Horvat; Editing by Jon Roe)"]


# ---- dateline, standfirst, caption -----------------------------------------------------------------------------------


def test_a_dateline_is_split_off_the_first_paragraph():
    raw = "Storm hits coast\n\nSKELBY, March 3 (BWS) - " + STORY
    assert texts(raw, "dateline") == ["SKELBY, March 3 (BWS) -"]
    assert texts(raw, "body") == BODY


@pytest.mark.parametrize(
    ("lines", "standfirst"),
    [
        (
            ["Storm hits coast", "Forty boats lost and nobody warned, say fishermen", "By Ana Horvat"],
            "Forty boats lost and nobody warned, say fishermen",
        ),
        (
            ["Storm hits coast", "Forty boats were lost and nobody was warned.", "By Ana Horvat"],
            "Forty boats were lost and nobody was warned.",
        ),
        (
            ["Storm hits coast", "By Ana Horvat", "Forty boats lost and nobody warned, say fishermen"],
            "Forty boats lost and nobody warned, say fishermen",
        ),
        (["Storm hits coast", "By Ana Horvat"], None),
        (["Storm hits coast", "3 March 2024"], None),
    ],
)
def test_finds_the_standfirst(lines, standfirst):
    raw = "\n\n".join([*lines, *BODY])
    assert texts(raw, "standfirst") == ([standfirst] if standfirst else [])
    assert texts(raw, "body") == BODY


def test_a_sentence_above_a_dateline_is_the_standfirst():
    raw = "Storm hits coast\n\nForty boats were lost and nobody was warned.\n\nSKELBY (BWS) - " + STORY
    assert texts(raw, "standfirst") == ["Forty boats were lost and nobody was warned."]


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        (
            "Boats lie on the quay at Skelby on Monday. (Photo: Ana Horvat/BWS)",
            "Boats lie on the quay at Skelby on Monday.",
            "(Photo: Ana Horvat/BWS)",
        ),
        ("Boats lie on the quay. Picture: Ana Horvat", "Boats lie on the quay.", "Picture: Ana Horvat"),
        (
            "FILE - Boats lie on the quay at Skelby, March 3, 2020. (AP Photo/Ana Horvat, File)",
            "FILE - Boats lie on the quay at Skelby, March 3, 2020.",
            "(AP Photo/Ana Horvat, File)",
        ),
        ("Ana Horvat (right) and Jon Roe at the quay", "Ana Horvat (right) and Jon Roe at the quay", None),
        ("Pictured: the quay at Skelby", "Pictured: the quay at Skelby", None),
        (
            "Fishermen look at their boats in Skelby on Monday.",
            "Fishermen look at their boats in Skelby on Monday.",
            None,
        ),
        ("The quay at Skelby. REUTERS/Ana Horvat", "The quay at Skelby.", "REUTERS/Ana Horvat"),
        ("The quay at Skelby. © Ana Horvat", "The quay at Skelby.", "© Ana Horvat"),
        ("The quay (Ana Horvat/Skelby Courier)", "The quay", "(Ana Horvat/Skelby Courier)"),
    ],
)
def test_a_caption_stands_between_headline_and_story(line, caption, credit):
    raw = "\n\n".join(["Storm hits coast", line, *BODY])
    assert texts(raw, "caption") == [caption]
    assert texts(raw, "photo_credit") == ([credit] if credit else [])
    assert texts(raw, "body") == BODY


def test_a_credit_line_makes_the_line_above_a_caption():
    raw = f"Storm hits coast\n\nThe quay on Monday\nPhoto: Ana Horvat/BWS\n\n{STORY}"
    assert texts(raw, "caption") == ["The quay on Monday"]
    assert texts(raw, "body") == BODY


# ---- decisions ------------------------------------------------------------------------------------------------------


def test_what_a_person_decided_stands():
    raw = "Storm hits coast\n\n" + STORY
    start = raw.index(BODY[1])
    found = blocks(raw, roles=[(start, start + len(BODY[1]), Role.NOTE)])
    assert [(b.role, b.confidence) for b in found if b.start == start] == [(Role.NOTE, 1.0)]
    assert next(b.role for b in found) is Role.HEADLINE


def test_a_decided_headline_leaves_no_second_one():
    raw = "Storm hits coast\n\nForty boats are lost\n\n" + STORY
    start = raw.index("Forty boats are")
    found = blocks(raw, roles=[(start, start + len("Forty boats are lost"), Role.HEADLINE)])
    assert [raw[b.start : b.end] for b in found if b.role is Role.HEADLINE] == ["Forty boats are lost"]


def test_a_decision_may_cut_through_a_paragraph():
    raw = "Storm hits coast\n\n" + STORY
    found = blocks(raw, roles=[(20, 25, Role.PROMO)])
    assert [raw[b.start : b.end] for b in found if b.role is Role.PROMO] == [raw[20:25]]


def test_uncertain_lines_say_so():
    raw = "Storm hits coast\n\n" + STORY + "\n\nPort Boss Quits After Long Row"
    assert blocks(raw)[-1].confidence < DOUBTFUL
