"""Glyphs to rows: what stands on one baseline without a wide gap, in the order of the file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsletter.measure.glyphs import Glyph
from newsletter.measure.marks import CLOSING, OPENING, is_han

WIDEST_GAP = 1.4
"""White in em that parts two rows on one baseline; columns stand further apart."""
BESIDE = 1.0
"""Columns stand further apart than so many em."""
JOINED = 2.2
"""A glyph may start so many em before the last one's end: both characters of a joined —— have one cell."""
MOST_SMALL = 60
"""A line of text holds no more small rows than so many."""
SMALL = 0.7
"""What is smaller than this share of its neighbours stands beside a line: readings, dots, note figures."""


@dataclass(frozen=True, slots=True)
class Row:
    """Neighbouring glyphs of one baseline, blanks at its ends left out; lengths in points."""

    page: int
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """The row's characters."""
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def size(self) -> float:
        """The size of its first Han character, else of its first."""
        return next((glyph.size for glyph in self.glyphs if is_han(glyph.char)), self.glyphs[0].size)

    @property
    def y(self) -> float:
        """The baseline."""
        return self.glyphs[0].y

    @property
    def x(self) -> float:
        """Where its first cell starts."""
        return self.glyphs[0].x

    @property
    def end(self) -> float:
        """Where its last cell ends."""
        return self.glyphs[-1].end

    @property
    def han(self) -> tuple[Glyph, ...]:
        """Its Han characters."""
        return tuple(glyph for glyph in self.glyphs if is_han(glyph.char))

    def starts(self) -> tuple[float, ...]:
        """Return where the row may be said to start: an opening mark's left half is blank."""
        first = self.glyphs[0]
        return (first.x, (first.x + first.end) / 2) if first.char in OPENING else (first.x,)

    def ends(self) -> tuple[float, ...]:
        """Return where the row may be said to end: a closing mark's right half is blank."""
        last = self.glyphs[-1]
        return (last.end, (last.x + last.end) / 2) if last.char in CLOSING else (last.end,)

    def overlaps(self, other: "Row") -> bool:
        """Return whether the two share some width, or nearly: a short line may end where the next starts."""
        slack = BESIDE * self.size
        return self.x < other.end + slack and other.x < self.end + slack


def rows_of(glyphs: Iterable[Glyph], page: int) -> list[Row]:
    """Return a page's rows."""
    rows: list[list[Glyph]] = []
    for glyph in glyphs:
        kept = next((row for row in _open(rows, glyph) if _goes_on(row[-1], glyph)), None)
        if kept is None:
            rows.append([glyph])
        else:
            kept.append(glyph)
    return [Row(page, tuple(row)) for row in rows]


def _open(rows: Sequence[list[Glyph]], glyph: Glyph) -> Iterator[list[Glyph]]:
    """Yield the rows that a glyph may go on with: the last one, and those that only small rows follow."""
    for row in reversed(rows[-MOST_SMALL:]):
        yield row
        if row[-1].size >= SMALL * glyph.size:
            return


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    """Return whether a glyph stands on the row of the last one, right after it."""
    size = max(last.size, glyph.size)
    level = abs(last.y - glyph.y) < 0.2 * size
    return level and -JOINED * size < glyph.x - last.end < WIDEST_GAP * size
