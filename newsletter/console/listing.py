"""Plain tables: no frames, columns that line up by cells, the last one wraps."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

LEAST = 20
"""Cells that the last column keeps."""


def listing(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """Return a table; the first column is the name that commands take."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="quiet")
    for number, column in enumerate(columns):
        last = number == len(columns) - 1
        widest = max(cell_len(cell) for cell in (column, *(row[number] for row in rows)))
        table.add_column(
            column,
            style="place" if number == 0 else "",
            no_wrap=not last,
            overflow="fold",
            min_width=LEAST if last else widest,
        )
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table
