import pytest

from articles.text.anatomy.openings import opening, opening_alone

REST = "Talks on the border failed on Tuesday."


@pytest.mark.parametrize(
    ("dateline", "place", "agency"),
    [
        ("GENEVA, March 3 (Reuters) - ", "GENEVA", "Reuters"),
        ("LONDON (Reuters) -", "LONDON", "Reuters"),
        ("LONDON — ", "LONDON", ""),
        ("London — ", "London", ""),
        ("Skelby — ", "Skelby", ""),
        ("(Reuters) - ", "", "Reuters"),
        ("AP — ", "", "AP"),
        ("BWS - ", "", "BWS"),
        ("KYIV, Ukraine (AP) — ", "KYIV, Ukraine", "AP"),
        ("NAIROBI, Kenya, March 3 (Xinhua) -- ", "NAIROBI, Kenya", "Xinhua"),
        ("Kyiv, March 3 - ", "Kyiv", ""),
        ("The Hague, 3 March 2022 - ", "The Hague", ""),
        ("[Nairobi] ", "Nairobi", ""),
        ("ISLAMABAD: ", "ISLAMABAD", ""),
        ("New Delhi: ", "New Delhi", ""),
        ("MUMBAI, Aug 7 (PTI): ", "MUMBAI", "PTI"),
        ("WASHINGTON, D.C. – ", "WASHINGTON, D.C.", ""),
        ("ST. PETERSBURG, Fla. (AP) — ", "ST. PETERSBURG, Fla.", "AP"),
        ("NEW YORK, March 3, 2022 /PRNewswire/ -- ", "NEW YORK", "PRNewswire"),
        ("DULUTH, Minn., March 3, 2022 --(NEWSROUTE)-- ", "DULUTH, Minn.", "NEWSROUTE"),
        ("KYIV/MOSCOW, March 3 (Reuters) - ", "KYIV/MOSCOW", "Reuters"),
        ("Tamale, May 27, GNN – ", "Tamale", "GNN"),
        ("Kyiv (dpa) – ", "Kyiv", "dpa"),
        ("ABUJA (NAN) ", "ABUJA", "NAN"),
        ("Harare, Mar 3 (New Ziana) -", "Harare", "New Ziana"),
        ("SKELBY, Northmark (Baltic Wire Service) — ", "SKELBY, Northmark", "Baltic Wire Service"),
        ("BRUSSELS, Tuesday, March 3 — ", "BRUSSELS", ""),
        ("SKELBY (Baltic Wire) 7 March 2024 22:41 — ", "SKELBY", "Baltic Wire"),
        ("SKELBY, March 3, 2024. ", "SKELBY", ""),
        ("MOSCOW. March 3. /BWS/. ", "MOSCOW", "BWS"),
        ("Brussels, March 3 (Baltic Wire, translated from Danish) - ", "Brussels", "Baltic Wire"),
    ],
)
def test_a_dateline_names_place_and_agency(dateline, place, agency):
    found = opening(dateline + REST)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert (dateline + REST)[found.length :] == REST


@pytest.mark.parametrize(
    "text",
    [
        "Police - Three men were held in the hall.",
        "Smith: The talks failed on Tuesday.",
        "BREAKING: The talks failed on Tuesday.",
        "Ukraine — which is at war — said on Tuesday that it would.",
        "US President Jane Doe - The talks went on.",
        "He said: The talks failed on Tuesday.",
        "Tuesday - The talks failed on this day.",
        "PRESENTER: Good morning and welcome to you.",
        "Q: Why did the talks fail on Tuesday?",
        "Finally — The talks failed on Tuesday.",
        "GENEVA (Reuters) -",
        "",
    ],
)
def test_no_dateline_where_the_story_has_begun(text):
    assert opening(text) is None


@pytest.mark.parametrize(
    "text", ["GENEVA, March 3", "Kyiv", "KYIV, Ukraine (AP)", "GENEVA (Reuters) -", "Sofia, 3 March, 07:45"]
)
def test_a_dateline_may_stand_alone(text):
    assert opening_alone(text) is not None


@pytest.mark.parametrize("text", ["New Hope", "The New Plan, March 3", "Storm hits coast", "MORE"])
def test_a_short_line_is_no_dateline(text):
    assert opening_alone(text) is None
