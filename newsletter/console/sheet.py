"""The trim drawn at the scale of a terminal."""

from dataclasses import dataclass

from newsletter.console.canvas import Cells
from newsletter.dummy import Box

CELL_SHAPE = 0.5
"""Width of a cell over its height."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The trim in mm and the scale at which it is drawn."""

    width: float
    height: float
    cells: int

    @property
    def rows(self) -> int:
        """The rows that the page takes."""
        return round(self.cells * self.height / self.width * CELL_SHAPE)

    def cells_of(self, box: Box) -> Cells:
        """Return the cells of a frame, one at least; neighbours never share one."""
        across, down = self.cells / self.width, self.rows / self.height
        left, top = round(box.x * across), round(box.y * down)
        return Cells(
            left, top, max(round(box.right * across) - 1, left), max(round(box.bottom * down) - 1, top)
        )
