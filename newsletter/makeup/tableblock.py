"""The block of a story's tables that no leg can hold: across the foot of its last columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from newsletter.dummy import SetLine
from newsletter.layout import Layout
from newsletter.makeup.passage import WHITE
from newsletter.makeup.tablework import MeasuredTable
from newsletter.makeup.tabular import table_lines

TALL = 16
"""The lines from which a table is divided into parts side by side where the width allows it."""
SHORTEST_PART = 6


@dataclass(frozen=True, slots=True)
class TableBlock:
    """Lines that stand across so many columns; ``white`` lines over them part them from the legs."""

    columns: int
    lines: tuple[SetLine, ...]
    white: int = 1

    @property
    def height(self) -> int:
        """The lines that the block takes of its legs."""
        return len(self.lines) + self.white


def table_block(
    tables: Sequence[MeasuredTable], columns: int, on_columns: bool, layout: Layout
) -> TableBlock | None:
    """Return the tables as a block of a story ``columns`` wide, none where they cannot be set in it.

    It stands across as few columns as will do, across all of them where the legs are ``on_columns`` not.
    """
    spans = range(1 if on_columns else columns, columns + 1)
    wanted = max(table.comfortable for table in tables)
    across = next((each for each in spans if layout.span(each) >= wanted), None)
    if across is None:
        if columns < layout.grid.columns:
            return None
        across = columns
    if _is_tall(tables, layout.span(across)) and _parts(tables, layout.span(columns)) > 1:
        across = columns
    width = layout.span(across)
    sets = [table_lines(table, width, _parts([table], width)) for table in tables]
    return TableBlock(across, _stacked(sets))


def _is_tall(tables: Sequence[MeasuredTable], width: float) -> bool:
    return any(len(table_lines(table, width)) >= TALL for table in tables)


def _parts(tables: Sequence[MeasuredTable], width: float) -> int:
    """Return how many parts of a tall table stand side by side in a width."""
    table = max(tables, key=lambda each: len(each.grid.rows))
    lines = len(table_lines(table, width))
    if lines < TALL:
        return 1
    return max(
        1, min(int(width / (table.comfortable + table.layout.tables.gap)), ceil(lines / SHORTEST_PART))
    )


def _stacked(sets: Sequence[tuple[SetLine, ...]]) -> tuple[SetLine, ...]:
    """Return the tables one below the other, a line of white between them."""
    lines = list(sets[0])
    for _above, below in pairwise(sets):
        lines += [WHITE, *below]
    return tuple(lines)
