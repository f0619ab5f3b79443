"""What stands above a story: headline, standfirst, caption, dateline."""
# ruff: noqa: E501 - the lines are reports

import pytest

from tests.text.anatomy.test_blocks import BODY, STORY, read, texts


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
