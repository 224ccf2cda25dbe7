"""Whether the body lines of each page stand on one baseline grid."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from newsletter.measure.legs import Line
from newsletter.measure.stacks import leading_of

SLACK = 0.1
"""Points by which a baseline may miss its grid."""
NEAR = 1.0
"""Points by which a page's leading may differ from that of the file."""


def off_grid(lines: Sequence[Line], leading: float) -> list[Line]:
    """Return the body lines that miss their page's grid.

    It has the leading in points, or a near one of the page's own: a page may be leaded otherwise to fill.
    """
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.row.page].append(line)
    return [line for page in pages.values() for line in _astray(page, _own(page, leading))] if leading else []


def _own(lines: Sequence[Line], leading: float) -> float:
    """Return the leading of a page where it is near the file's."""
    own = leading_of([line.row for line in lines])
    return own if abs(own - leading) <= NEAR else leading


def _astray(lines: Sequence[Line], leading: float) -> list[Line]:
    """Return the lines of a page that do not stand where most do."""
    grid = _most_common([line.row.y % leading for line in lines], leading)
    return [line for line in lines if _apart(line.row.y % leading, grid, leading) > SLACK]


def _most_common(phases: Sequence[float], leading: float) -> float:
    """Return the phase that most others lie near to, the grid being endless."""
    around = sorted(phase + turn for phase in phases for turn in (-leading, 0.0, leading))
    return max(
        phases, key=lambda phase: bisect_right(around, phase + SLACK) - bisect_right(around, phase - SLACK)
    )


def _apart(one: float, other: float, leading: float) -> float:
    distance = abs(one - other) % leading
    return min(distance, leading - distance)
