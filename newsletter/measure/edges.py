"""Where the full lines of a column should end, and how far from it each does."""

from collections.abc import Sequence
from itertools import groupby

from newsletter.measure.legs import Line

SAME = 0.05
"""Lines that end within so many em of each other end at one place."""
SHARE = 0.1
"""A column's edge is the furthest place where at least this share of its full lines, and two, end."""
REACH = 1.5
"""A leg too short to tell takes the measure of others no more than so many em wider."""


def errors(lines: Sequence[Line]) -> list[float]:
    """Return how far each full line ends from its column's edge, in em; negative for one too short."""
    legs = [list(leg) for _stack, leg in groupby(_full(lines), key=lambda line: line.stack)]
    own = [_measure(leg) for leg in legs]
    known = sorted({measure for measure in own if measure is not None})
    found: list[float] = []
    for leg, measure in zip(legs, own, strict=True):
        edge = measure if measure is not None else _borrowed(leg, known)
        found.extend(_error(line, edge) for line in leg)
    return found


def measures(lines: Sequence[Line]) -> dict[float, int]:
    """Return the measures in use in em, to a tenth, with the full lines of each."""
    found: dict[float, int] = {}
    for _stack, leg in groupby(_full(lines), key=lambda line: line.stack):
        own = list(leg)
        measure = _measure(own)
        if measure is not None:
            found[round(measure, 1)] = found.get(round(measure, 1), 0) + len(own)
    return dict(sorted(found.items()))


def _full(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.full]


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
    """Return the measure of a short leg: that of another leg where there is a like one, else its widest."""
    own = max((end - line.left) / line.row.size for line in leg for end in line.row.ends()[-1:])
    like = [measure for measure in known if -SAME <= measure - own < REACH]
    return min(like, default=max(_widths(leg), default=own))


def _error(line: Line, measure: float) -> float:
    """Return how far a line ends from the measure, in em; an indented passage may end as far before it."""
    edges = (measure, measure - line.indent) if line.indent > 0 and line.goes_on else (measure,)
    ends = ((end - line.left) / line.row.size - edge for end in line.row.ends() for edge in edges)
    return min(ends, key=abs)
