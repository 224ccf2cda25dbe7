"""A table's cells by row and column, and what each column asks for; no widths yet given."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsletter.diagnostics import Span
from newsletter.manuscript import Block, Paragraph

Row = tuple[Paragraph | None, ...]
_NUMBER = re.compile(r"[+\-−±~≈￥¥$]?\d[\d,]*(\.\d+)?[%％‰℃°]?")
_NOTHING = re.compile(r"[—\-–/／]*")


@dataclass(frozen=True)
class Grid:
    """A table's rows, all as long; ``title`` is the line that names it."""

    rows: tuple[Row, ...]
    title: Paragraph | None = None

    @property
    def at(self) -> Span:
        """Where the table begins."""
        return next(cell.span for row in self.rows for cell in row if cell)

    @property
    def columns(self) -> int:
        """The number of columns."""
        return len(self.rows[0])

    @property
    def head(self) -> Row | None:
        """The head, none where all its cells are empty."""
        return self.rows[0] if any(self.rows[0]) else None

    @property
    def body(self) -> tuple[Row, ...]:
        """The rows below the head."""
        return self.rows[1:]

    @cached_property
    def numeric(self) -> tuple[bool, ...]:
        """Whether the cells of each column, the head's left out, are numbers."""
        return tuple(_numeric(filter(None, cells)) for cells in self._columns())

    @cached_property
    def aligns(self) -> tuple[str, ...]:
        """How each column is aligned, as the copy says, empty where it does not."""
        cells = [cell.cell for row in self.rows for cell in row if cell and cell.cell]
        said = {cell.column: cell.align for cell in cells}
        return tuple(said.get(column, "") for column in range(self.columns))

    def _columns(self) -> Iterator[tuple[Paragraph | None, ...]]:
        return zip(*self.body, strict=True) if self.body else iter([()] * self.columns)


def _numeric(cells: Iterable[Paragraph]) -> bool:
    texts = [cell.text for cell in cells if not _NOTHING.fullmatch(cell.text)]
    return bool(texts) and all(map(_NUMBER.fullmatch, texts))


def fraction(text: str) -> str:
    """Return what of a number stands right of its whole figures: decimals, a per cent sign."""
    whole = re.match(r"[^\d]*[\d,]*", text)
    return text[whole.end() :] if whole else ""


def grid_of(group: Sequence[Paragraph]) -> Grid:
    """Return the table of its cells, before which its title may stand."""
    title = group[0] if group[0].block is Block.TABLE_TITLE else None
    cells = {(each.cell.row, each.cell.column): each for each in group if each.cell}
    columns = max(each.cell.columns for each in group if each.cell)
    last = max(row for row, _column in cells)
    rows = (tuple(cells.get((row, column)) for column in range(columns)) for row in range(last + 1))
    return Grid(tuple(rows), title)
