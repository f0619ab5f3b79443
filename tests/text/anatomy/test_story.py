"""The story itself, and what stands beside and behind it."""
# ruff: noqa: E501 - the lines are reports

import pytest

from tests.text.anatomy.test_blocks import BODY, STORY, read, texts


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
