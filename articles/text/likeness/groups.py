"""Which of some things belong together, by how much speaks for each two of them: the same whatever order they come in."""

from collections.abc import Callable, Iterable
from itertools import combinations

Block = frozenset[int]


def groups(
    blocks: Iterable[Block],
    weight: Callable[[int, int], float],
    apart: Callable[[int, int], bool],
    least: float,
) -> list[Block]:
    """Join blocks, the two with the highest mean weight first, as long as it reaches `least` and nothing keeps any of
    the one `apart` from any of the other.

    A near miss that is like one report of an event is less like the next: the mean keeps it out, where the strongest
    pair would let it in.
    """
    found = sorted(blocks, key=min)
    means = {frozenset((a, b)): _mean(a, b, weight, apart) for a, b in combinations(found, 2)}
    while means:
        pair = max(means, key=lambda pair: (means[pair], _first(pair)))
        if means[pair] < least:
            break
        joined = frozenset().union(*pair)
        means = {other: known for other, known in means.items() if not other & pair}
        found = [block for block in found if block not in pair]
        means |= {frozenset((block, joined)): _mean(block, joined, weight, apart) for block in found}
        found.append(joined)
    return sorted(found, key=min)


def _mean(a: Block, b: Block, weight: Callable[[int, int], float], apart: Callable[[int, int], bool]) -> float:
    pairs = [(one, other) for one in a for other in b]
    if any(apart(one, other) for one, other in pairs):
        return float("-inf")
    return sum(weight(one, other) for one, other in sorted(pairs)) / len(pairs)


def _first(pair: frozenset[Block]) -> tuple[int, ...]:
    return tuple(-number for number in sorted(min(block) for block in pair))
