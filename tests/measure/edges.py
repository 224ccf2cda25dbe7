"""Where the full lines of a column should end, and how far from it each does."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tests.measure.legs import Line

SAME = 0.05
"""Lines that end within so many em of each other end at one place."""
SHARE = 0.1
"""A column's edge is the furthest place where at least this share of its full lines, and two, end."""
REACH = 1.5
"""A leg too short to tell takes the measure of others no more than so many em wider."""


def errors(lines: Sequence[Line]) -> list[float]:
    """Return how far each full line ends from its column's edge, in em; negative for one too short."""
    legs = [[line for line in leg if line.full] for leg in _legs(lines)]
    own = [_measure(leg) for leg in legs]
    known = sorted({measure for measure in own if measure is not None})
    found = []
    for leg, measure in zip(legs, own, strict=True):
        edge = measure if measure is not None else _borrowed(leg, known)
        found.extend(_error(line, edge) for line in leg)
    return found


def _legs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Return lines that stand one below the other in one column."""
    leg = list(lines[:1])
    for one, other in pairwise(lines):
        if (one.row.page, one.left) != (other.row.page, other.left) or other.row.y < one.row.y:
            yield leg
            leg = []
        leg.append(other)
    if leg:
        yield leg


def _widths(leg: Sequence[Line]) -> list[float]:
    """Return the widths in em of the lines whose end is in no doubt."""
    return [(line.row.ends()[0] - line.left) / line.row.size for line in leg if len(line.row.ends()) == 1]


def _measure(leg: Sequence[Line]) -> float | None:
    """Return a leg's measure in em, none for one with too few lines."""
    widths = sorted(_widths(leg), reverse=True)
    wanted = max(2.0, SHARE * len(widths))
    for width in widths:
        near = [other for other in widths if abs(other - width) <= SAME]
        if len(near) >= wanted:
            return sorted(near)[len(near) // 2]
    return None


def _borrowed(leg: Sequence[Line], known: Sequence[float]) -> float:
    """Return the measure of a short leg: that of another leg where there is a like one."""
    own = max(_widths(leg), default=0.0)
    like = [measure for measure in known if -SAME <= measure - own < REACH]
    return min(like, default=own)


def _error(line: Line, measure: float) -> float:
    """Return how far a line ends from the measure, in em."""
    ends = ((end - line.left) / line.row.size - measure for end in line.row.ends())
    return min(ends, key=abs)
