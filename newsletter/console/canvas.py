"""A sheet of terminal cells: boxes that join where they touch, rules, shades, Han text of two cells."""

from dataclasses import dataclass, field

from rich.cells import cell_len
from rich.text import Text

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8
STROKES = {
    0: " ",
    UP: "╵",
    DOWN: "╷",
    LEFT: "╴",
    RIGHT: "╶",
    UP | DOWN: "│",
    LEFT | RIGHT: "─",
    DOWN | RIGHT: "┌",
    DOWN | LEFT: "┐",
    UP | RIGHT: "└",
    UP | LEFT: "┘",
    UP | DOWN | RIGHT: "├",
    UP | DOWN | LEFT: "┤",
    DOWN | LEFT | RIGHT: "┬",
    UP | LEFT | RIGHT: "┴",
    UP | DOWN | LEFT | RIGHT: "┼",
}


@dataclass(frozen=True, slots=True)
class Cells:
    """A rectangle of cells; right and bottom belong to it."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """The number of columns."""
        return self.right - self.left + 1

    @property
    def height(self) -> int:
        """The number of rows."""
        return self.bottom - self.top + 1

    def inside(self) -> "Cells":
        """Return the rectangle without its border."""
        return Cells(self.left + 1, self.top + 1, self.right - 1, self.bottom - 1)


@dataclass(slots=True)
class Canvas:
    """Cells with a character and a style each; the second cell of a Han character is empty."""

    width: int
    height: int
    _characters: list[list[str]] = field(init=False)
    _strokes: list[list[int]] = field(init=False)
    _styles: list[list[str]] = field(init=False)

    def __post_init__(self) -> None:
        """Begin with a white sheet."""
        self._characters = [[" "] * self.width for _row in range(self.height)]
        self._strokes = [[0] * self.width for _row in range(self.height)]
        self._styles = [[""] * self.width for _row in range(self.height)]

    def box(self, cells: Cells, style: str = "") -> None:
        """Draw a border; where borders cross they join."""
        for row in (cells.top, cells.bottom):
            self.across(cells.left, cells.right, row, style)
        for column in (cells.left, cells.right):
            self.down(column, cells.top, cells.bottom, style)

    def across(self, left: int, right: int, row: int, style: str = "") -> None:
        """Draw a line from left to right."""
        for column in range(left, right + 1):
            stroke = (LEFT if column > left else 0) | (RIGHT if column < right else 0)
            self._stroke(column, row, stroke, style)

    def down(self, column: int, top: int, bottom: int, style: str = "") -> None:
        """Draw a line from top to bottom."""
        for row in range(top, bottom + 1):
            stroke = (UP if row > top else 0) | (DOWN if row < bottom else 0)
            self._stroke(column, row, stroke, style)

    def _stroke(self, column: int, row: int, stroke: int, style: str) -> None:
        if 0 <= column < self.width and 0 <= row < self.height:
            self._strokes[row][column] |= stroke
            self._characters[row][column] = STROKES[self._strokes[row][column]]
            self._styles[row][column] = style

    def fill(self, cells: Cells, character: str, style: str = "") -> None:
        """Fill a rectangle with a character of one cell."""
        for row in range(max(cells.top, 0), min(cells.bottom + 1, self.height)):
            for column in range(max(cells.left, 0), min(cells.right + 1, self.width)):
                self._put(column, row, character, style)

    def write(self, left: int, row: int, text: str, style: str = "", room: int | None = None) -> None:
        """Write a line of text, cut to ``room`` cells."""
        column, end = left, min(left + (self.width if room is None else room), self.width)
        for character in text:
            cells = cell_len(character)
            if column + cells > end or not 0 <= row < self.height:
                return
            self._put(column, row, character, style)
            for second in range(column + 1, column + cells):
                self._put(second, row, "", style)
            column += cells

    def centre(self, cells: Cells, text: str, style: str = "") -> None:
        """Write a line of text in the middle of a rectangle."""
        length = min(cell_len(text), cells.width)
        row = (cells.top + cells.bottom) // 2
        self.write(cells.left + (cells.width - length) // 2, row, text, style, room=cells.width)

    def _put(self, column: int, row: int, character: str, style: str) -> None:
        """Set a cell; half a Han character that is left over becomes white."""
        line = self._characters[row]
        if line[column] == "" and character and column:
            line[column - 1] = " "
        if column + 1 < self.width and cell_len(line[column]) == 2 and line[column + 1] == "":
            line[column + 1] = " "
        line[column], self._strokes[row][column], self._styles[row][column] = character, 0, style

    def rows(self) -> list[Text]:
        """Return the sheet as lines of styled text."""
        return [
            Text.assemble(*zip(line, styles, strict=True), no_wrap=True, end="")
            for line, styles in zip(self._characters, self._styles, strict=True)
        ]
