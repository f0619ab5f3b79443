import pytest

from articles.text.anatomy.blocks import blocks
from articles.text.anatomy.captions import caption_cue, credit_name, credit_start, looks_like_caption, read_captions

STORY = "A storm hit the coast on Sunday night, officials said.\n\nNobody was hurt, but 40 boats were lost."


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Rescuers search the rubble. (Photo: Ana Horvat/Baltic Wire Service)", "Ana Horvat/Baltic Wire Service"),
        ("Rescuers search the rubble. Photo: Ana Horvat", "Ana Horvat"),
        ("Rescuers search the rubble. Photo by Ana Horvat", "Ana Horvat"),
        ("Rescuers search the rubble. REUTERS/Ana Horvat", "REUTERS/Ana Horvat"),
        ("Rescuers search the rubble. (AP Photo/Jane Doe, File)", "AP Photo/Jane Doe, File"),
        ("The bridge at Skelby. Credit: Jane Doe", "Jane Doe"),
        ("The bridge at Skelby. Jane Doe/Agency", "Jane Doe/Agency"),
        ("The bridge at Skelby. [Jane Doe/Al Jazeera]", "Jane Doe/Al Jazeera"),
        ("The bridge at Skelby. Photograph: Jane Doe/The Sentinel", "Jane Doe/The Sentinel"),
        ("The bridge at Skelby | Photo: Jane Doe / BWS", "Jane Doe / BWS"),
        ("The bridge at Skelby. © BWS", "BWS"),
    ],
)
def test_the_credit_at_the_end_of_a_caption_is_found(text, credit):
    start = credit_start(text)
    assert start is not None
    assert credit_name(text[start:]) == credit
    assert caption_cue(text, len(text.split()))


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("The bridge at Skelby / AP", "AP"),
        ("The bridge at Skelby — AP", "AP"),
        ("The bridge at Skelby. Getty Images", "Getty Images"),
        ("The bridge at Skelby (Jane Doe)", "Jane Doe"),
        ("A still shows the fish at rest. INSTITUTE OF THE SEAS", "INSTITUTE OF THE SEAS"),
        ("The bridge at Skelby. Jane Doe for The Sentinel", "Jane Doe for The Sentinel"),
    ],
)
def test_a_bare_name_is_a_credit_only_in_a_caption(text, credit):
    assert credit_start(text) is None
    start = credit_start(text, sure=True)
    assert start is not None
    assert credit_name(text[start:]) == credit


@pytest.mark.parametrize(
    "text",
    [
        "He told reporters on Monday (Reuters).",
        "He posted a photo of Jane Doe.",
        "The mayor said he would pay (photo).",
        "He paid 50/50 with his brother (Ola).",
        "He gave credit to his staff.",
        "It was said by Ana Horvat (Labour/Co-op).",
        "“The picture: a river in flood,” she wrote.",
        "Ada Malin scored three as Dornau made up for their cup exit with a win over Port Elsa at the Quarry on Saturday.",
    ],
)
def test_a_sentence_of_the_story_is_no_caption(text):
    assert caption_cue(text, len(text.split())) is None
    assert looks_like_caption(text, len(text.split())) is None


def test_a_caption_knows_its_credit_and_its_place():
    raw = "Storm hits coast\n\nThe quay on Monday.\nPhoto: Ana Horvat/BWS\n\n" + STORY
    (caption,) = read_captions(raw, blocks(raw))
    assert (caption.text, caption.credit) == ("The quay on Monday.", "Ana Horvat/BWS")
    assert raw[caption.start : caption.end] == "The quay on Monday."


def test_a_caption_without_a_credit_has_none():
    raw = "Storm hits coast\n\nAna Horvat (right) and Jon Roe at the quay\n\n" + STORY
    assert [caption.credit for caption in read_captions(raw, blocks(raw))] == [""]
