"""The room that a terminal has: cells, and the pixels of one cell where the kernel knows them."""

import struct
import sys
from dataclasses import dataclass
from shutil import get_terminal_size

LIKELY_CELL = (10, 20)
"""Pixels of a cell where nobody tells."""


@dataclass(frozen=True, slots=True)
class Room:
    """Columns and rows, and the width and height of a cell in pixels."""

    columns: int = 80
    rows: int = 24
    cell_width: int = LIKELY_CELL[0]
    cell_height: int = LIKELY_CELL[1]

    def narrowed(self, columns: int | None) -> "Room":
        """Return the room with so many columns, all of them where nothing is asked."""
        wanted = self.columns if columns is None else columns
        return Room(max(wanted, 1), self.rows, self.cell_width, self.cell_height)

    @property
    def pixels(self) -> int:
        """The width in pixels."""
        return self.columns * self.cell_width


def room_of_terminal() -> Room:
    """Return the room of the terminal on stdout."""
    size = get_terminal_size()
    return Room(size.columns, size.lines, *_cell(size.columns, size.lines))


def _cell(columns: int, rows: int) -> tuple[int, int]:
    """Return the pixels of a cell as the kernel tells them; many terminals leave them out."""
    try:
        import fcntl
        import termios

        answer = fcntl.ioctl(sys.stdout.fileno(), termios.TIOCGWINSZ, b"\0" * 8)
    except (ImportError, OSError, ValueError):
        return LIKELY_CELL
    _rows, _columns, width, height = struct.unpack("HHHH", answer)
    return (width // columns, height // rows) if width >= columns and height >= rows else LIKELY_CELL
