"""Groups by the mean of what speaks for each two."""

from itertools import combinations, permutations

from articles.text.likeness.groups import Block, groups


def grouped(weights: dict[tuple[int, int], float], apart: tuple[tuple[int, int], ...] = ()) -> list[set[int]]:
    numbers = sorted({number for pair in weights for number in pair})
    found = groups(
        [frozenset({number}) for number in numbers],
        lambda a, b: weights.get((min(a, b), max(a, b)), -2.0),
        lambda a, b: (min(a, b), max(a, b)) in apart,
        0.0,
    )
    return [set(block) for block in found]


def test_the_mean_keeps_out_what_is_like_one_of_them_alone() -> None:
    assert grouped({(1, 2): 3.0, (2, 3): 1.0, (1, 3): -1.5}) == [{1, 2}, {3}]
    assert grouped({(1, 2): 3.0, (2, 3): 1.0, (1, 3): -0.5}) == [{1, 2, 3}]


def test_what_is_kept_apart_from_one_is_kept_from_its_group() -> None:
    assert grouped({(1, 2): 3.0, (2, 3): 2.0, (1, 3): 2.0}, apart=((1, 3),)) == [{1, 2}, {3}]


def test_the_order_of_what_comes_in_decides_nothing() -> None:
    weights = {pair: float((pair[0] * 7 + pair[1] * 5) % 9 - 4) for pair in combinations(range(1, 6), 2)}
    results: set[frozenset[Block]] = set()
    for order in permutations(range(1, 6)):
        blocks = [frozenset({number}) for number in order]
        found = groups(blocks, lambda a, b: weights[min(a, b), max(a, b)], lambda a, b: False, 0.0)
        results.add(frozenset(found))
    assert len(results) == 1
