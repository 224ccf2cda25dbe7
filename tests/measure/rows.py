"""Glyphs to rows: what stands on one baseline without a wide gap, in the order of the file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.measure.glyphs import Glyph
from tests.measure.marks import CLOSING, OPENING, is_han

WIDEST_GAP = 1.4
"""White in em that parts two rows on one baseline; columns stand further apart."""


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

    def starts(self) -> tuple[float, ...]:
        """Return where the row may be said to start: an opening mark's left half is blank."""
        first = self.glyphs[0]
        return (first.x, (first.x + first.end) / 2) if first.char in OPENING else (first.x,)

    def ends(self) -> tuple[float, ...]:
        """Return where the row may be said to end: a closing mark's right half is blank."""
        last = self.glyphs[-1]
        return (last.end, (last.x + last.end) / 2) if last.char in CLOSING else (last.end,)


def rows_of(glyphs: Iterable[Glyph], page: int) -> Iterator[Row]:
    """Return a page's rows."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        if glyph.blank:
            continue
        if kept and not _goes_on(kept[-1], glyph):
            yield Row(page, tuple(kept))
            kept = []
        kept.append(glyph)
    if kept:
        yield Row(page, tuple(kept))


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    """Return whether a glyph stands on the row of the last one, right after it."""
    size = max(last.size, glyph.size)
    level = abs(last.y - glyph.y) < 0.2 * size
    return level and -1.2 * size < glyph.x - last.end < WIDEST_GAP * size
