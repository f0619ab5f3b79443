"""Figures are held against each other in their place."""

from articles.text.likeness.frames import frames, other_figures

TOLL = "Cholera killed {} people in Lamine. The ministry registered {} infections and the toll hits {} in May."


def test_it_keeps_a_figure_by_the_telling_word_before_it_and_the_word_after() -> None:
    assert frames(["Inflation slowed to 4.5% in November, its ninth straight fall."]) == {
        "slow # in": "4.5",
        "november # straight": "ninth",
    }


def test_it_tells_the_toll_of_another_day_by_its_figures() -> None:
    first, later = frames([TOLL.format("six", "1,106", 41)]), frames([TOLL.format("four", "1,388", 52)])
    assert other_figures(first, later)


def test_it_takes_one_other_figure_for_a_correction() -> None:
    assert not other_figures(frames([TOLL.format("six", "1,106", 41)]), frames([TOLL.format("six", "1,106", 42)]))
