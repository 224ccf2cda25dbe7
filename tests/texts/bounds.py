"""What the best composed books keep to, and where the composer does not yet."""

from collections.abc import Callable

from newsletter.measure import Figures

BOUNDS: dict[str, tuple[Callable[[Figures], float], float]] = {
    "ragged": (lambda figures: 1 - figures.flush, 0.005),
    "error": (lambda figures: figures.error, 0.01),
    "starts": (lambda figures: len(figures.starts), 0),
    "ends": (lambda figures: len(figures.ends), 0),
    "wide": (lambda figures: len(figures.wide), 0),
    "off the grid": (lambda figures: 1 - figures.grid, 0),
    "lone": (lambda figures: len(figures.lone), 0),
    "cut": (lambda figures: len(figures.cut), 0),
    "stretch": (lambda figures: figures.stretch, 0.12),
}
"""Figures that may not be greater than a bound; em, shares and counts."""

STRETCHED_FROM = 15
"""The narrowest measure in em at which lines without long Latin words keep to the bound of spacing."""
