"""A table set: cells composed at their columns' widths, rows as lines of the grid, rules at head and foot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest
from math import ceil

from newsletter.compose import compose, count_lines
from newsletter.dummy import CellPlace, SetLine
from newsletter.lines import Line
from newsletter.makeup.columns import share_width
from newsletter.makeup.displayed import Displayer
from newsletter.makeup.grid import Row
from newsletter.makeup.passage import WHITE, joined
from newsletter.makeup.tablework import CLOSER, MeasuredTable
from newsletter.manuscript import Cell, Paragraph

SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}
LINE_BURDEN = 10
"""What a line of the table weighs against one of a single cell."""
PART_GAPS = 1.0
"""The white between two parts of a table that stand side by side, in gaps of its columns."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of a cell and where it begins, in em of the table."""

    left: float
    line: Line
    cell: Cell | None


@lru_cache(maxsize=512)
def table_lines(table: MeasuredTable, width: float, parts: int = 1) -> tuple[SetLine, ...]:
    """Return a table's lines at a width in em of the body, its title first.

    ``parts`` of its rows stand side by side, each below the head.
    """
    title = table.grid.title
    named = Displayer(table.layout, table.book, width).crosshead(title, "table-title") if title else ()
    rows = _Rows(table, width / table.scale, parts)
    return (*named, *_ruled(rows.head(), rows.body(), table))


def _ruled(head: Sequence[SetLine], body: Sequence[SetLine], table: MeasuredTable) -> Iterable[SetLine]:
    """Return the lines with rules above and below, and a thin one under the head (三线表)."""
    rules = table.layout.tables
    lines = [*head, *body]
    lines[0] = replace(lines[0], above=rules.rule)
    if head and body:
        lines[len(head) - 1] = replace(lines[len(head) - 1], below=rules.thin_rule)
    lines[-1] = replace(lines[-1], below=rules.rule)
    return lines


class _Rows:
    """The rows of a table at a width in em of the table, in parts side by side."""

    def __init__(self, table: MeasuredTable, width: float, parts: int) -> None:
        self.table, self.grid = table, table.grid
        self.parts = parts
        self.depths: dict[tuple[int, float], tuple[int, ...]] = {}
        apart = PART_GAPS * table.layout.tables.gap
        self.step = (width + apart) / parts
        self.gap = self._gap(self.step - apart)
        room = self.step - apart - self.gap * self.grid.columns
        self.widths = share_width(table.wishes, room, self._burden)

    def _gap(self, width: float) -> float:
        """Return the white between columns: the layout's, or less if that spares turnover lines."""
        wanted = self.table.layout.tables.gap
        left = (width - sum(wish.natural for wish in self.table.wishes)) / self.grid.columns
        return left if CLOSER * wanted <= left < wanted else wanted

    def head(self) -> list[SetLine]:
        """Return the head's lines, one head for each part."""
        if self.grid.head is None:
            return []
        rows = self._row(self.grid.head, heading=True)
        return self._beside([rows] * self.parts, "table-head")

    def body(self) -> list[SetLine]:
        """Return the rows' lines, the rows shared out among the parts."""
        rows = [self._row(row, heading=False) for row in self.grid.body]
        most = max(ceil(sum(map(len, rows)) / self.parts), max(map(len, rows), default=0))
        stacks: list[list[list[Placed]]] = [[]]
        for row in rows:
            if len(stacks[-1]) + len(row) > most and len(stacks) < self.parts:
                stacks.append([])
            stacks[-1].extend(row)
        return self._beside(stacks, "table")

    def _burden(self, widths: Sequence[float]) -> int:
        """Return how bad a table of such widths is: by its lines, then by those of all its cells."""
        columns = [self._depths(at, round(width, 3)) for at, width in enumerate(widths)]
        height: int = sum(max(row) for row in zip(*columns, strict=True))
        return LINE_BURDEN * height + sum(map(sum, columns))

    def _depths(self, column: int, width: float) -> tuple[int, ...]:
        """Return the lines of every cell of a column at a width."""
        if (column, width) not in self.depths:
            self.depths[column, width] = tuple(
                self._depth(row[column], width, row is self.grid.head) for row in self.grid.rows
            )
        return self.depths[column, width]

    def _depth(self, cell: Paragraph | None, width: float, heading: bool) -> int:
        if cell is None:
            return 1
        return count_lines(cell, self.table.setting(heading, width), self.table.book)

    def _row(self, row: Row, heading: bool) -> list[list[Placed]]:
        """Return a row's lines, each the lines of its cells; a head's cells stand on its foot."""
        cells = [self._cell(cell, at, heading) for at, cell in enumerate(row)]
        height = max([1, *map(len, cells)])
        lines: list[list[Placed]] = [[] for _line in range(height)]
        for cell in cells:
            for at, each in enumerate(cell, height - len(cell) if heading else 0):
                lines[at].append(each)
        return lines

    def _cell(self, cell: Paragraph | None, column: int, heading: bool) -> list[Placed]:
        """Return a cell's lines with their places."""
        if cell is None:
            return []
        width = round(self.widths[column], 3)
        lines = compose(cell, self.table.setting(heading, width), self.table.book)
        left = self.gap / 2 + sum(self.widths[:column]) + self.gap * column
        if self.grid.numeric[column] and not heading and len(lines) == 1:
            return [Placed(left + self._number(cell, column, width, lines[0].width), lines[0], cell.cell)]
        share = SHARES[self._align(column, len(lines) > 1 and not heading)]
        return [
            Placed(left + line.start + share * max(0.0, width - line.start - line.width), line, cell.cell)
            for line in lines
        ]

    def _align(self, column: int, turned: bool) -> str:
        """Return how a cell is aligned; where the copy does not say: text left, what is short centred."""
        said = self.grid.aligns[column]
        if said and not (turned and said == "right"):
            return said
        long = self.table.wishes[column].natural > self.widths[column]
        return "left" if turned or long or (column == 0 and not self.grid.numeric[0]) else "center"

    def _number(self, cell: Paragraph, column: int, width: float, own: float) -> float:
        """Return where a number begins, its decimal point under the others'."""
        wholes, fractions = self.table.number_widths(column)
        share = SHARES[self.grid.aligns[column] or "center"]
        part = self.table.fraction_width(cell)
        return share * max(0.0, width - wholes - fractions) + wholes + part - own

    def _beside(self, stacks: Sequence[list[list[Placed]]], name: str) -> list[SetLine]:
        """Return the lines of stacks side by side."""
        rows = zip_longest(*stacks, fillvalue=())
        moved = (
            [replace(part, left=part.left + at * self.step) for at, each in enumerate(row) for part in each]
            for row in rows
        )
        return [self._line(placed, name) for placed in moved]

    def _line(self, placed: Sequence[Placed], name: str) -> SetLine:
        """Return lines of cells as one line."""
        if not placed:
            return WHITE
        first, *others = placed
        space = self.table.book.width(self.table.layout.styles[name].face, " ")
        line = replace(first.line, start=first.left)
        for each in others:
            line = joined(line, each.line, each.left - line.start - line.width, space)
        cells = tuple(CellPlace(each.cell, round(each.left, 3)) for each in placed if each.cell)
        line = replace(line, start=round(line.start, 3))
        return SetLine(line, self.table.layout.style_name(name), cells=cells)
