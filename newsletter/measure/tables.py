"""Tables: rows that stand side by side are cells, and cells are no lines to be justified."""

from collections.abc import Sequence
from itertools import pairwise

from newsletter.measure.rows import Row

LEVEL = 0.15
"""Rows whose baselines are no more than so many em apart are level."""
NEXT = 1.5
"""Rows of a table stand within so many leadings of each other."""


def without_tables(rows: Sequence[Row], size: float, leading: float) -> list[Row]:
    """Return the rows of a file but those of the body's size that are cells, or stand alone in their row."""
    cells = _cells(rows, size)
    cells |= {
        at
        for at, row in enumerate(rows)
        if row.size == size and {at - 1, at + 1} <= cells and _between(rows, at, leading)
    }
    return [row for at, row in enumerate(rows) if at not in cells]


def _cells(rows: Sequence[Row], size: float) -> set[int]:
    """Return the numbers of rows that follow each other in the file on one baseline."""
    found: set[int] = set()
    for at, (one, other) in enumerate(pairwise(rows)):
        if one.size == other.size == size and _level(one, other):
            found |= {at, at + 1}
    return found


def _level(one: Row, other: Row) -> bool:
    """Return whether a row stands right of another, the two on one baseline."""
    return one.page == other.page and abs(one.y - other.y) < LEVEL * one.size and other.x > one.end


def _between(rows: Sequence[Row], at: int, leading: float) -> bool:
    """Return whether a row stands between those before and after it, close to both."""
    steps = (rows[at].y - rows[at - 1].y, rows[at + 1].y - rows[at].y)
    return all(0 < step < NEXT * leading for step in steps)
