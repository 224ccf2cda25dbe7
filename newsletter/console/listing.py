"""Plain tables: no frames, columns that line up by cells, the last one wraps; no white at line ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from newsletter.console.indenting import ended
from newsletter.console.wrapping import wrapped

LEAST = 20
"""Cells for the last column; where there are fewer, it stands under the others."""
INDENT = 4
BETWEEN = 2

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Listing:
    """A table; it draws itself, which for hundreds of rows takes a fifth of the time of a rich one."""

    columns: tuple[str, ...]
    rows: Rows

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines."""
        table = (self.columns, *self.rows)
        widths = [max(map(cell_len, column)) + BETWEEN for column in zip(*table, strict=True)][:-1]
        beside = options.max_width - sum(widths)
        room = beside if beside >= LEAST else max(LEAST, options.max_width - INDENT)
        quiet, first = console.get_style("quiet"), console.get_style("place")
        for number, row in enumerate(table):
            styles = [quiet if number == 0 else None] * len(row)
            styles[0] = first if number else quiet
            last = _broken(row[-1], room, console)
            for line in _lines(row, widths, last) if room == beside else _under(row, widths, last):
                yield from _drawn(line, styles)


def listing(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> _Listing:
    """Return a table; the first column is the name that commands take."""
    return _Listing(tuple(columns), tuple(map(tuple, rows)))


def _broken(cell: str, room: int, console: Console) -> list[str]:
    """Return the last cell of a row in lines."""
    if cell_len(cell) <= room and "\n" not in cell:
        return [cell]
    lines = wrapped(Text(cell), room).wrap(console, room, overflow="fold")
    return [line.plain for line in lines] or [""]


def _lines(row: tuple[str, ...], widths: list[int], last: list[str]) -> Iterator[list[str]]:
    """Yield the cells of each line of a row, those before the last on its first line alone."""
    blank = [" " * width for width in widths]
    for number, end in enumerate(last):
        yield [*(blank if number else _filled(row, widths)), end]


def _under(row: tuple[str, ...], widths: list[int], last: list[str]) -> Iterator[list[str]]:
    """Yield the cells of each line of a row, the last cell's lines under the others."""
    yield [*_filled(row, widths), ""]
    for end in last:
        yield [*([""] * len(widths)), " " * INDENT + end]


def _filled(row: tuple[str, ...], widths: list[int]) -> list[str]:
    """Return the cells before the last, each as wide as its column."""
    return [set_cell_size(cell, width) for cell, width in zip(row, widths, strict=False)]


def _drawn(cells: list[str], styles: list[Style | None]) -> Iterator[Segment]:
    """Yield a line, without white at its end."""
    yield from ended([Segment(cell, style) for cell, style in zip(cells, styles, strict=True) if cell])
    yield Segment.line()
