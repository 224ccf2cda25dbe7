"""What type may stand on: the painted parts of a page, kept in small squares."""

from dataclasses import dataclass, field

from newsletter.press.area import Extent

CELLS = 160
"""Squares across and down a page: some two millimetres each on a newspaper's."""


@dataclass(slots=True)
class Ground:
    """The squares of a trim on which something is painted."""

    trim: Extent
    _rows: list[bytearray] = field(default_factory=lambda: [bytearray(CELLS) for _row in range(CELLS)])

    def cover(self, extent: Extent) -> None:
        """Enter a paint."""
        shown = extent.within(self.trim)
        if shown.empty:
            return
        left, top = self._cell(shown.left, shown.top)
        right, bottom = self._cell(shown.right, shown.bottom)
        painted = b"\1" * (right - left + 1)
        for row in self._rows[top : bottom + 1]:
            row[left : right + 1] = painted

    def carries(self, extent: Extent) -> bool:
        """Return whether anything is painted where something begins."""
        column, row = self._cell(extent.left, extent.top)
        return bool(self._rows[row][column])

    def _cell(self, x: float, y: float) -> tuple[int, int]:
        """Return the column and row of a place, the nearest one for what lies outside."""
        wide, high = self.trim.right - self.trim.left, self.trim.bottom - self.trim.top
        column = int((x - self.trim.left) / wide * CELLS) if wide > 0 else 0
        row = int((y - self.trim.top) / high * CELLS) if high > 0 else 0
        return min(max(column, 0), CELLS - 1), min(max(row, 0), CELLS - 1)
