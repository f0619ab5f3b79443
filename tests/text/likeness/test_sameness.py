"""Whether two reports tell one event."""

from dataclasses import replace

import pytest

from articles.text.likeness.occasion import occasion
from articles.text.likeness.reports import likeness, rarity, text_signature
from articles.text.likeness.sameness import WEIGHTS, Told, features, likelihood, other_event

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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Firm tells of its second-quarter profit",), ("Firm tells of its third-quarter profit",)),
        (("Bank raises key rate",), ("Bank leaves key rate unchanged",)),
        (("Jury convicts the miller",), ("Miller appeals against jail for arson",)),
    ],
)
def test_some_differences_leave_nothing_to_weigh(one: tuple[str], other: tuple[str]) -> None:
    assert other_event(told(*one), told(*other))
    assert not other_event(told(*one), told(*one))


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
        (("Jury convicts the miller",), ("Miller jailed for arson",)),
        (("Late winner in 59th minute",), ("Winner in 60th minute",)),
    ],
)
def test_what_differs_within_one_event_leaves_it_open(one: tuple[str], other: tuple[str]) -> None:
    assert not other_event(told(*one), told(*other))


def test_the_day_of_what_happened_and_the_place_a_report_is_sent_from_speak_for_one_event() -> None:
    def weighed(one: Told, other: Told) -> tuple[float, float]:
        found = features(one, other, likeness(one.terms, other.terms), rarity)
        return found.one_day, found.place

    mill = told(*FIRE, date="2024-03-06")
    after = told("Cause of the blaze is known", "The fire of 4 March began in a cable.")
    assert weighed(mill, after) == (1, 0), "Monday of the one report is the 4th of the other"
    assert weighed(mill, told("Cause is known", "The fire of 5 March began in a cable.")) == (1, 0), (
        "told over midnight"
    )
    assert weighed(mill, told("Cause is known", "The fire of 6 March began in a cable.")) == (0, 0)
    sent = replace(mill, occasion=occasion(FIRE[0], FIRE[1:], dateline="Dornau, Marnland"))
    assert weighed(sent, told(*FIRE)) == (0, 1)
    assert weighed(sent, after) == (1, 0)


def test_a_headline_that_the_other_report_holds_speaks_for_one_event_whichever_of_them_has_it() -> None:
    def weighed(one: Told, other: Told) -> float:
        return features(one, other, likeness(one.terms, other.terms), rarity).headline

    mill = told(*FIRE)
    held, half, strange = (
        told(headline, "Nobody was hurt.") for headline in ("Looms burned", "Looms sold", "Ferry sold")
    )
    assert 0 == weighed(mill, held) > weighed(mill, half) > weighed(mill, strange), "the logarithm of the share"
    assert weighed(mill, half) == weighed(half, mill)
    assert WEIGHTS.headline > 0 < WEIGHTS.one_day
