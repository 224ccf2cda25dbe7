"""Rows to body lines: the columns they stand in, which are full, where each should end."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from tests.measure.marks import is_han
from tests.measure.rows import Row

INDENT = 2.0
"""A paragraph's indent in em."""
NARROW = 4.0
"""What starts nearer than so many em after an indent's width is a list item, not a column."""
SAME = 0.15
"""Rows that start within so many em of each other start at one edge."""
LONELY = 3.5
"""A row of the body has another one within so many em above or below."""


@dataclass(frozen=True, slots=True)
class Line:
    """A body line: its column's ``left`` edge in points, its indent from there in em.

    ``full`` lines are followed by more of their paragraph and should reach the column's right edge;
    ``goes_on`` those that follow a full line.
    """

    row: Row
    left: float
    indent: float
    full: bool
    goes_on: bool


def body_size(rows: Iterable[Row]) -> float:
    """Return the size that most Han characters are set in."""
    sizes = Counter(glyph.size for row in rows for glyph in row.glyphs if is_han(glyph.char))
    return sizes.most_common(1)[0][0] if sizes else 0.0


def body_lines(rows: Sequence[Row]) -> list[Line]:
    """Return the body's lines in the order of the file."""
    size = body_size(rows)
    rows = _without_lonely(rows, size)
    edges = _lefts(rows, size)
    places = [_place(row, edges[row.page], size) if row.size == size else None for row in rows]
    lines, before = [], False
    for at, (row, place) in enumerate(zip(rows, places, strict=True)):
        if place is None:
            before = False
            continue
        full = _full(row, rows[at + 1 : at + 2], places[at + 1 : at + 2])
        lines.append(Line(row, place[0], place[1], full, before))
        before = full
    return lines


def _without_lonely(rows: Sequence[Row], size: float) -> list[Row]:
    """Return the rows without those of the body's size that stand far from any other: folios, page numbers."""
    body: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row.size == size:
            body[row.page].append(row)
    return [row for row in rows if row.size != size or _has_neighbour(row, body[row.page])]


def _has_neighbour(row: Row, others: Sequence[Row]) -> bool:
    """Return whether another row stands right above or below."""
    return any(
        0.5 * row.size < abs(other.y - row.y) < LONELY * row.size and other.x < row.end and row.x < other.end
        for other in others
    )


def _lefts(rows: Sequence[Row], size: float) -> dict[int, list[float]]:
    """Return each page's left edges of columns: where rows start, but not where paragraphs are indented."""
    starts: dict[int, list[float]] = defaultdict(list)
    for row in rows:
        if row.size == size and len(row.starts()) == 1:
            starts[row.page].append(row.starts()[0])
    return {page: _edges(values, size) for page, values in defaultdict(list, starts).items()} | {
        row.page: [] for row in rows if row.page not in starts
    }


def _edges(starts: list[float], size: float) -> list[float]:
    """Return the places where several rows start, without those an indent right of another."""
    groups: list[list[float]] = []
    for start in sorted(starts):
        if groups and start - groups[-1][0] < SAME * size:
            groups[-1].append(start)
        else:
            groups.append([start])
    found = [median(group) for group in groups if len(group) > 2]
    return [edge for edge in found if not any(0 < edge - one < (INDENT + NARROW) * size for one in found)]


def _place(row: Row, edges: Sequence[float], size: float) -> tuple[float, float] | None:
    """Return the left edge of a row's column and its indent in em; none for one that stands in no column."""
    if not any(is_han(glyph.char) for glyph in row.glyphs):
        return None
    near = [(edge, start) for edge in edges for start in row.starts() if start > edge - SAME * size]
    if not near:
        return None
    edge, start = min(near, key=lambda pair: pair[1] - pair[0])
    return edge, (start - edge) / size


def _full(row: Row, following: Sequence[Row], places: Sequence[tuple[float, float] | None]) -> bool:
    """Return whether the row in hand is followed by more of its paragraph: a row of body without indent."""
    if not following or places[0] is None:
        return False
    level = following[0].page == row.page and abs(following[0].y - row.y) < 0.2 * row.size
    apart = abs(following[0].glyphs[0].x - row.glyphs[0].x) > 4 * row.size
    return places[0][1] < SAME * 2 and (not level or apart)
