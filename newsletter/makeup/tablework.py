"""A table measured: what width its columns ask for, in the type of the layout."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from newsletter.compose import Setting, compose, widest_stretch, width_of_marker
from newsletter.fonts import FontBook
from newsletter.layout import Layout
from newsletter.makeup.columns import Wish
from newsletter.makeup.displayed import ENDLESS
from newsletter.makeup.grid import Grid, fraction
from newsletter.makeup.passage import setting_of
from newsletter.manuscript import Paragraph

NARROWEST, SHORT = 2.0, 5.0
"""The least width of a column, and what is never broken for want of room, in em."""
WIDEST_STRETCH = 6.0
"""A longer word or number does not hold up the others: it may be cut."""
DEEP, DEEPEST = 4, 12
"""The lines that a cell should have at most, and may have."""
CLOSER = 0.5
"""The share of the white between columns that must stay where all cells then find room on one line."""
JUSTIFIED = 8.0
"""The width in em from which a cell's lines are justified."""


@dataclass(frozen=True, eq=False)
class MeasuredTable:
    """One table, set at no width yet; ``least`` and ``comfortable`` in em of the body, else of the table."""

    grid: Grid
    layout: Layout
    book: FontBook

    @cached_property
    def least(self) -> float:
        """The width without which the table cannot be set."""
        return self._whole([wish.least for wish in self.wishes])

    @cached_property
    def comfortable(self) -> float:
        """The width from which the table is read with ease."""
        wide = self._whole([wish.comfortable for wish in self.wishes])
        return min(wide, self._whole([wish.natural for wish in self.wishes], CLOSER))

    @property
    def scale(self) -> float:
        """The table's em in em of the body."""
        return self.layout.styles["table"].size / self.layout.styles["body"].size

    def _whole(self, widths: Sequence[float], closer: float = 1.0) -> float:
        return (sum(widths) + self.layout.tables.gap * closer * len(widths)) * self.scale

    @cached_property
    def wishes(self) -> tuple[Wish, ...]:
        """What each column asks for."""
        return tuple(self._wish(column) for column in range(self.grid.columns))

    def _wish(self, column: int) -> Wish:
        """Return what a column asks for, in em of the table."""
        cells = [self._asked(row[column], row is self.grid.head) for row in self.grid.rows if row[column]]
        numbers = sum(self.number_widths(column)) if self.grid.numeric[column] else NARROWEST
        return Wish(
            max([NARROWEST, *(wish.least for wish in cells)]),
            max([numbers, *(wish.comfortable for wish in cells)]),
            max([numbers, *(wish.natural for wish in cells)]),
        )

    def _asked(self, cell: Paragraph | None, heading: bool) -> Wish:
        """Return what one cell asks for."""
        if cell is None:
            return Wish(0.0, 0.0, 0.0)
        natural = self.natural(cell, heading)
        held = min(WIDEST_STRETCH, widest_stretch(cell, self.setting(heading, ENDLESS), self.book))
        short = min(natural, NARROWEST if heading else SHORT)
        return Wish(max(held, natural / DEEPEST), max(held, short, natural / DEEP), natural)

    def number_widths(self, column: int) -> tuple[float, float]:
        """Return the widest whole part and the widest fraction of a column of numbers."""
        widths = [
            (self.natural(cell, False) - part, part)
            for row in self.grid.body
            if (cell := row[column])
            for part in [self.fraction_width(cell)]
        ]
        wholes, fractions = zip(*widths, strict=True)
        return max(wholes), max(fractions)

    def fraction_width(self, cell: Paragraph) -> float:
        """Return the width of what a number has from its decimal point on."""
        return width_of_marker(fraction(cell.text), self.setting(False, ENDLESS), self.book)

    def natural(self, cell: Paragraph, heading: bool) -> float:
        """Return a cell's width on one line."""
        lines = compose(cell, self.setting(heading, ENDLESS), self.book)
        return max((line.width for line in lines), default=0.0)

    def setting(self, heading: bool, measure: float) -> Setting:
        """Return how a cell is set at a measure in em of the table."""
        style = self.layout.styles["table-head" if heading else "table"]
        justified = measure >= JUSTIFIED and not heading and measure < ENDLESS
        setting = setting_of(style, measure, self.layout, 0.0)
        return replace(setting, align="justify" if justified else "left")
