"""Whether the body lines of each page stand on one baseline grid."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from tests.measure.legs import Line

SLACK = 0.1
"""Points by which a baseline may miss its grid."""


def on_grid(lines: Sequence[Line]) -> tuple[int, int]:
    """Return how many body lines stand on their page's grid, and how many there are."""
    leading = _leading(lines)
    pages: dict[int, list[float]] = defaultdict(list)
    for line in lines:
        pages[line.row.page].append(line.row.y)
    kept = sum(_most_together([y % leading for y in ys], leading) for ys in pages.values()) if leading else 0
    return kept, len(lines)


def _leading(lines: Sequence[Line]) -> float:
    """Return the commonest distance of two lines one below the other."""
    steps = Counter(
        round(other.row.y - one.row.y, 2)
        for one, other in pairwise(lines)
        if one.full and one.left == other.left and 0 < other.row.y - one.row.y < 4 * one.row.size
    )
    if not steps:
        return 0.0
    common = steps.most_common(1)[0][0]
    near = {step: count for step, count in steps.items() if abs(step - common) <= 0.03}
    return sum(step * count for step, count in near.items()) / sum(near.values())


def _most_together(phases: Sequence[float], leading: float) -> int:
    """Return how many phases lie within the slack of one of them, the grid being endless."""
    return max(sum(_apart(one, other, leading) <= SLACK for other in phases) for one in phases)


def _apart(one: float, other: float, leading: float) -> float:
    distance = abs(one - other) % leading
    return min(distance, leading - distance)
