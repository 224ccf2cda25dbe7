"""Rules between stories and columns: how thick they are, where they stand."""

from newsletter.layout import Layout
from newsletter.lengths import Mm, to_mm

RULE = to_mm(0.4)
RULE_END = Mm(0.8)
"""How far a rule between columns stays from the ends of what is beside it."""


def between_columns(layout: Layout, column: int) -> Mm:
    """Return where the rule on the left of a column stands."""
    return Mm(layout.column_x(column) - layout.grid.gutter * layout.em / 2)
