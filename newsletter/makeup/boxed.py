"""Boxed stories: what a rule or a tint round a story leaves of its rectangle, in whole em and lines."""

import math
from dataclasses import dataclass

from newsletter.layout import Layout

WHITE_LINES = 1
"""The lines of white over and under what stands in a box."""
LEAST_SIDE, MOST_SIDE = 0.75, 1.0
"""The white beside it in em of the body; what is left over widens the gutters, or the sides of one leg."""


@dataclass(frozen=True, slots=True)
class Interior:
    """The room inside a box: the layout with the box's own columns and gutters, the white at the sides."""

    layout: Layout
    side: float


def interior(columns: int, layout: Layout) -> Interior:
    """Return the room inside a box over so many columns: its columns measure a whole number of em."""
    grid, width = layout.grid, layout.span(columns)
    measure = math.floor((width - 2 * LEAST_SIDE - (columns - 1) * grid.gutter) / columns)
    white = width - columns * measure
    side = white / 2 if columns == 1 else min(MOST_SIDE, (white - (columns - 1) * grid.gutter) / 2)
    gutter = grid.gutter if columns == 1 else (white - 2 * side) / (columns - 1)
    inner = grid.model_copy(update={"column": float(measure), "gutter": gutter})
    return Interior(layout.model_copy(update={"grid": inner}), side)
