"""A table of the report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its title; columns from ``numbers`` on are figures; a ``note`` stands below.

    ``key`` is its anchor on the page.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: int = 99
    note: str = ""
    key: str = ""

    @property
    def figures(self) -> frozenset[int]:
        """The columns from ``numbers`` on in which every cell is a number or a dash."""
        columns = enumerate(zip(*self.rows, strict=True))
        return frozenset(
            at
            for at, cells in columns
            if at >= self.numbers and all(c == "–" or c.isdecimal() for c in cells)
        )
