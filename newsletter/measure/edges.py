"""Where the full lines of a column should end, and how far from it each does."""

from collections import defaultdict
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
    legs = _legs(lines)
    return [_error(line, edge) for leg, edge in zip(legs, _measures(legs), strict=True) for line in leg]


def measures(lines: Sequence[Line]) -> dict[float, int]:
    """Return the measures in use in em, to a tenth, with the full lines of each."""
    legs = _legs(lines)
    found: dict[float, int] = {}
    for leg, edge in zip(legs, _measures(legs), strict=True):
        found[round(edge, 1)] = found.get(round(edge, 1), 0) + len(leg)
    return dict(sorted(found.items()))


def _legs(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the full lines of each stack."""
    return [list(leg) for _stack, leg in groupby(_full(lines), key=lambda line: line.stack)]


def _measures(legs: Sequence[Sequence[Line]]) -> list[float]:
    """Return the measure of each leg: its own, else that of all short ones in its column, else a like one."""
    own = [_measure(leg) for leg in legs]
    columns: dict[tuple[int, int, int], list[Line]] = defaultdict(list)
    for leg, measure in zip(legs, own, strict=True):
        if measure is None:
            columns[_column(leg)] += leg
    together = {column: _measure(leg) for column, leg in columns.items()}
    known = sorted({each for each in (*own, *together.values()) if each is not None})
    return [
        measure or together[_column(leg)] or _borrowed(leg, known)
        for leg, measure in zip(legs, own, strict=True)
    ]


def _column(leg: Sequence[Line]) -> tuple[int, int, int]:
    """Return what short legs of one column share: page, left edge to a quarter of an em, about the width.

    Widths are told apart by three em, parted where no measure is likely.
    """
    line = leg[0]
    return line.row.page, round(4 * line.left / line.row.size), int((_widest(leg) + 0.7) // 3)


def _widest(leg: Sequence[Line]) -> float:
    """Return the width in em of the widest line, its last mark halved."""
    return max((line.row.ends()[-1] - line.left) / line.row.size for line in leg)


def _full(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.full]


def _widths(leg: Sequence[Line]) -> list[float]:
    """Return the widths in em of lines whose end is in no doubt, of no passage where others are."""
    lines = [line for line in leg if not line.inset] or leg
    return [(line.row.ends()[0] - line.left) / line.row.size for line in lines if len(line.row.ends()) == 1]


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
    own = max(_widths(leg), default=_widest(leg))
    like = [measure for measure in known if -SAME <= measure - own < REACH]
    return min(like, default=own)


def _error(line: Line, measure: float) -> float:
    """Return how far a line ends from the measure, in em; an indented passage may end as far before it."""
    edges = (measure, measure - line.inset) if line.inset else (measure,)
    ends = ((end - line.left) / line.row.size - edge for end in line.row.ends() for edge in edges)
    return min(ends, key=abs)
