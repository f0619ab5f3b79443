"""Furniture of a page: lines that stand around any story. All of them are made up."""

import pytest

from articles.text.anatomy.furniture import furniture
from articles.text.report import Role


def role(text: str) -> Role | None:
    found = furniture(text, text.count(" ") + 1)
    return found[0] if found else None


@pytest.mark.parametrize(
    "line",
    [
        "No comments yet. Be the first to write one.",
        "Be the first to comment",
        "17 View comments",
        "View 204 comments",
        "Comments are closed on this story",
        "You must be logged in to post a comment.",
        "By entering your address, you agree to our terms and conditions.",
        "I agree to receive offers from the Skelby Lantern.",
        "Subscribe from €3 a month.",
        "£2 a week",
        "Cancel anytime",
        "Hello, this is Mia Lund, the reporter who wrote this.",
        "If you want more reports like ours, please consider making a donation.",
        "Before you go...",
        "While you're here, we have a small favour to ask.",
        "6-minute read",
        "Trending video",
        "Plus icon",
        "Your opinion matters",
        "What do you think? Let us know in the comments.",
        "License this content",
        "Read in Spanish",
        "Name *",
        "#harbour #Skelby",
        "Read more about:",
        "Suggested topics:",
    ],
)
def test_the_page_speaks_to_its_readers(line):
    assert role(line) is Role.PROMO


@pytest.mark.parametrize(
    "line",
    [
        "(This story has not been edited by our desk and comes from a syndicated feed.)",
        "Except for the headline, this story has not been changed by the Lantern staff.",
        "This report by Harbour Press was first published March 3, 2024.",
        "Transcripts are made on a rush deadline and may not be in their final form.",
        "This interview has been edited for length and clarity.",
        "About the author",
        "Disclosure statement",
        "The author does not work for any company that would gain from this article.",
    ],
)
def test_a_note_tells_how_the_text_came_here(line):
    assert role(line) is Role.NOTE


@pytest.mark.parametrize("line", ["What you need to know:", "Key points:", "In short:"])
def test_a_label_stands_above_points(line):
    assert role(line) is Role.SUBHEAD


@pytest.mark.parametrize(
    "line",
    [
        "The council had no comment on Monday.",
        "Nobody was the first to comment on the plan, she said.",
        "Share prices fell by a tenth on Monday.",
        "Read the letter, Horvat told the court.",
        "Elbonia would consider joining the fund as a member if our partners agree, she said.",
        "“By signing this, you agree to our terms,” the letter said.",
        "The subscription costs 20 crowns a month, and half of the village has one.",
        "This report by the auditors was damning.",
        "The story has not been told before.",
        "Save £200 a year with this trick",
        "Have your say on harbour plan, residents told",
        "Before you go: what to pack for the islands",
        "The authors do not agree on why the wall fell.",
        "What we know",
        "Listen to the sea, said the old man",
        "Views from the harbour wall",
        "Funding",
    ],
)
def test_a_line_of_a_story_is_left_alone(line):
    assert role(line) is None


def test_a_long_line_is_no_furniture():
    assert role("Share this article " + "and read on " * 40) is None
