"""Whether two reports tell one event."""

from dataclasses import replace

import pytest

from articles.text.likeness.occasion import occasion
from articles.text.likeness.reports import likeness, rarity, text_signature
from articles.text.likeness.sameness import WEIGHTS, Features, Told, features, likelihood, other_event

FIRE = "Fire guts the Marn mill in Dornau", "A fire destroyed the Marn mill in Dornau on Monday and 63 looms burned."


def told(headline: str, *paragraphs: str, date: str = "") -> Told:
    return Told(text_signature(headline, paragraphs), occasion(headline, paragraphs), date)


def score(one: Told, other: Told, quoted: int = 0) -> float:
    return likelihood(features(one, other, likeness(one.terms, other.terms), rarity, quoted=quoted))


def test_the_same_event_in_other_words_is_likelier_than_the_next_one() -> None:
    first = told(*FIRE)
    again = told(
        "Blaze at Dornau mill", "Flames tore through the Marn mill on Monday, and 63 looms were lost in Dornau."
    )
    later = told(
        "Dornau gets a mill museum", "The Marn mill in Dornau, lost to fire in March last year, opens on Friday."
    )
    assert score(first, again) > 0.5 > score(first, later)
    assert score(first, again) == score(again, first)
    assert score(first, later, quoted=8) > score(first, later)


def weighed(one: Told, other: Told) -> Features:
    return features(one, other, likeness(one.terms, other.terms), rarity)


@pytest.mark.parametrize(
    ("feature", "one", "other"),
    [
        ("other_turn", "Firm tells of its second-quarter profit", "Firm tells of its third-quarter profit"),
        ("way", "Bank raises key rate", "Bank leaves key rate unchanged"),
        ("stage", "Jury convicts the miller", "Miller appeals against jail for arson"),
        ("result", "Dornau win 2-1 at Marn", "Marn beat Dornau 3-0"),
        ("result", "Magnitude 6.4 quake shakes Marn", "A 7.8-magnitude quake hits Marn"),
        ("aftermath", "Mill burns at Dornau", "Inquiry into the fire at the Dornau mill"),
        ("other_date", "Mill burns on 4 March", "Mill burns on 12 March"),
    ],
)
def test_what_happens_to_the_same_people_another_time_differs(feature: str, one: str, other: str) -> None:
    assert getattr(weighed(told(one), told(other)), feature) == 1 > getattr(WEIGHTS, feature)
    assert getattr(weighed(told(one), told(one)), feature) == 0


def test_two_days_far_apart_are_two_events_and_the_days_reports_follow_in_are_not() -> None:
    mill = told(*FIRE, date="2024-03-06")
    assert other_event(mill, replace(mill, date="2024-03-20"))
    assert not other_event(mill, replace(mill, date="2024-03-04")), "both tell of Monday the 4th"
    assert not other_event(mill, replace(mill, date=""))


def test_a_rounded_number_counts_for_less_than_the_same() -> None:
    def numbers(one: str, other: str) -> float:
        ours, theirs = told("Profit told", one), told("Profit told", other)
        return features(ours, theirs, likeness(ours.terms, theirs.terms), rarity).numbers

    same, rounded, others = (
        numbers("It is 4.12.", "Some 4.12."),
        numbers("It is 4.12.", "Some 4.1."),
        numbers("37.", "38."),
    )
    assert same > rounded > others == 0.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jury convicts the miller", "Miller jailed for arson"),
        ("Late winner in 59th minute", "Winner in 60th minute"),
        ("Magnitude 6.4 quake shakes Marn", "Quake of magnitude 6.5 shakes Marn"),
        ("Council votes 21 to 20", "By 20-21 the mayor lost"),
    ],
)
def test_what_differs_within_one_event_speaks_against_none(one: str, other: str) -> None:
    found = weighed(told(one), told(other))
    assert found.stage == found.other_turn == found.result == 0


def test_the_day_of_what_happened_and_the_place_a_report_is_sent_from_speak_for_one_event() -> None:
    def day_and_place(one: Told, other: Told) -> tuple[float, float]:
        found = weighed(one, other)
        return found.one_day, found.place

    mill = told(*FIRE, date="2024-03-05")
    cause = "Cause is known", "The fire of 4 March began in a cable."
    assert day_and_place(mill, told(*cause)) == (1, 0), "told over midnight"
    assert day_and_place(mill, told(cause[0], "The fire of 7 March began in a cable.")) == (0, 0)
    assert day_and_place(mill, told("Fire", date="2024")) == (0, 0), "a year is no day"
    sent = replace(mill, occasion=occasion(FIRE[0], FIRE[1:], dateline="Dornau, Marnland"))
    assert day_and_place(sent, told(*FIRE)) == (0, 1)
    assert WEIGHTS.one_day > 0 < WEIGHTS.place


def test_the_same_people_alone_are_no_event() -> None:
    def named(*people: str) -> Told:
        mill = told(*FIRE)
        return replace(mill, occasion=occasion(*FIRE[:1], FIRE[1:], people=people))

    assert weighed(named("Ada Marn", "Bo Lind", "Cher"), named("A. Marn", "Cher")).people == 1
    assert WEIGHTS.people < 0


def test_a_headline_that_the_other_report_holds_speaks_for_one_event_whichever_of_them_has_it() -> None:
    mill = told(*FIRE)
    held, half, strange = (
        weighed(mill, told(headline, "Nobody was hurt.")).headline
        for headline in ("Looms burned", "Looms sold", "Ferry sold")
    )
    assert 0 == held > half > strange, "the logarithm of the share"
    assert weighed(told("Looms sold", "Nobody was hurt."), mill).headline == half
    assert WEIGHTS.headline > 0
