"""Tables and rolls: what stands in cells side by side is no line to be justified."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newsletter.measure.rows import Row

LEVEL = 0.15
"""Rows whose baselines are no more than so many em apart are level."""
NEXT = 1.5
"""Rows of a table stand within so many leadings of each other."""
CELL = 0.8
"""White of more than so many em parts two cells."""
SAME_PLACE, FEWEST_SHARED = 1.0, 2
"""Cells start at one place within so many points; so many of them make neighbouring rows a roll."""


def without_rolls(rows: Sequence[Row], size: float) -> list[Row]:
    """Return the rows of a file but those of the body's size that are set in cells, one below the other."""
    bands = list(_bands(rows))
    starts = [_starts(band) if band[0].size == size else () for band in bands]
    aligned = [_shared(one, other) for one, other in pairwise(starts)]
    celled = [above or below for above, below in zip([False, *aligned], [*aligned, False], strict=True)]
    return [row for band, cells in zip(bands, celled, strict=True) if not cells for row in band]


def _bands(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Yield the rows that follow each other in the file on one baseline."""
    band: list[Row] = []
    for row in rows:
        if band and not _level(band[-1], row):
            yield band
            band = []
        band.append(row)
    if band:
        yield band


def _starts(band: Sequence[Row]) -> tuple[float, ...]:
    """Return where cells start: behind white as wide as a character, the first one left out."""
    glyphs = [glyph for row in band for glyph in row.glyphs]
    white = CELL * band[0].size
    return tuple(other.x for one, other in pairwise(glyphs) if other.x - one.end > white)


def _shared(one: Sequence[float], other: Sequence[float]) -> bool:
    """Return whether two bands have cells at the same places."""
    return sum(any(abs(x - each) < SAME_PLACE for each in other) for x in one) >= FEWEST_SHARED


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
