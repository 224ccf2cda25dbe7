"""A table's rows as elements: its title, its head, a cell for every column."""

from collections.abc import Iterator, Sequence

from newsletter.manuscript import Cell
from newsletter.structure.element import Area, Element
from newsletter.structure.rows import Row
from newsletter.structure.wording import worded

BEFORE = 0.6
"""The white in em before a cell in which its first character may begin: a space parts it from the last."""


def table(rows: Sequence[Row]) -> Element:
    """Return the table that the rows of type are parts of; cells over several of them in one piece."""
    title = [row for row in rows if not _has_cells(row)]
    caption = (Element("Caption", tuple(worded(title))),) if title else ()
    return Element("Table", (*caption, *_rows(rows)))


def _rows(rows: Sequence[Row]) -> Iterator[Element]:
    """Yield the rows of cells; of a head that stands over every part of the table the first is enough."""
    areas: dict[tuple[int, int], list[Area]] = {}
    for row in filter(_has_cells, rows):
        for cell, area in _cells(row):
            areas.setdefault((cell.row, cell.column), []).append(area)
    columns = max((each.cell.columns for row in rows for each in row.line.cells), default=0)
    for number in sorted({at for at, _column in areas}):
        yield Element("TR", tuple(_cell(number, areas.get((number, at), [])) for at in range(columns)))


def _has_cells(row: Row) -> bool:
    return bool(row.line.cells)


def _cell(row: int, areas: Sequence[Area]) -> Element:
    tag, scope = ("TH", "Column") if row == 0 else ("TD", "")
    return Element(tag, tuple(areas), scope=scope)


def _cells(row: Row) -> Iterator[tuple[Cell, Area]]:
    """Yield the cells of a row of type with their areas, each up to the next one's."""
    places = row.line.cells
    ends = [each.left - BEFORE for each in places[1:]]
    for at, (each, end) in enumerate(zip(places, [*ends, places[-1].left + 999.0], strict=True)):
        start = each.left - BEFORE if at else -999.0
        yield each.cell, row.part(start, end)
