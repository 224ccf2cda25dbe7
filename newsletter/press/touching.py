"""Cells of a grid that touch one another."""

from collections.abc import Iterator


def touching(cells: set[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Yield groups of cells (row, column) that touch at sides or corners; the set given is used up."""
    while cells:
        group, open_cells = [], [cells.pop()]
        while open_cells:
            row, column = open_cells.pop()
            group.append((row, column))
            around = {(row + down, column + across) for down in (-1, 0, 1) for across in (-1, 0, 1)}
            open_cells += around & cells
            cells -= around
        yield group
